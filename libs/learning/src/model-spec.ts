import { MODEL_NAMES, type ModelName } from '@mammofed/core';
import { LearningError } from './errors.js';
import { POOLING_LEVELS, unetConvolutions, type ConvolutionPlan } from './models/unet-plan.js';

/** Which network, how wide, and for which images: one grey channel in, one logit per pixel out. */
export interface ModelSpec {
  readonly name: ModelName;
  /** Scales every channel count; 1 is the published network. */
  readonly width: number;
  /** Side of the square image in pixels. */
  readonly size: number;
}

/** Name and shape of one of a model's tensors. */
export interface TensorPlan {
  readonly name: string;
  readonly shape: readonly number[];
  /** How many numbers one output of the layer sums over; 0 for a bias. */
  readonly fanIn: number;
}

/**
 * The model's tensors in the model's order, which is the order of a model file and of an update.
 * @throws LearningError `bad-model-spec`.
 */
export function tensorPlans(spec: ModelSpec): TensorPlan[] {
  assertModelSpec(spec);
  return unetConvolutions(spec.width).flatMap((convolution) => [kernelPlan(convolution), biasPlan(convolution)]);
}

/**
 * P, the number of weights, without building the model.
 * @throws LearningError `bad-model-spec`.
 */
export function parameterCount(spec: ModelSpec): number {
  return tensorPlans(spec).reduce((sum, { shape }) => sum + shape.reduce((product, extent) => product * extent, 1), 0);
}

/** @throws LearningError `bad-model-spec` if there is no such model or it cannot have this width or size. */
export function assertModelSpec({ name, width, size }: ModelSpec): void {
  const refuse = (why: string): never => {
    throw new LearningError('bad-model-spec', `the model cannot be built: ${why}`, { name: String(name), width, size });
  };
  if (!MODEL_NAMES.includes(name)) refuse(`there is no model ${String(name)}; there is ${MODEL_NAMES.join(', ')}`);
  if (!(width > 0 && Number.isFinite(width))) refuse(`its width must be above 0, not ${width}`);
  const step = 2 ** POOLING_LEVELS;
  if (!Number.isInteger(size) || size < step || size % step !== 0)
    refuse(`its size must be a multiple of ${step} pixels, which it halves ${POOLING_LEVELS} times, not ${size}`);
}

function kernelPlan({ name, kind, kernelSize, inputChannels, outputChannels }: ConvolutionPlan): TensorPlan {
  switch (kind) {
    case 'convolution':
      return {
        name: `${name}/kernel`,
        shape: [kernelSize, kernelSize, inputChannels, outputChannels],
        fanIn: kernelSize * kernelSize * inputChannels,
      };
    case 'up-convolution':
      // tfjs keeps the channels of a transposed kernel the other way round. Its windows do not overlap: each output
      // pixel sees one input pixel.
      return {
        name: `${name}/kernel`,
        shape: [kernelSize, kernelSize, outputChannels, inputChannels],
        fanIn: inputChannels,
      };
  }
}

function biasPlan({ name, outputChannels }: ConvolutionPlan): TensorPlan {
  return { name: `${name}/bias`, shape: [outputChannels], fanIn: 0 };
}
