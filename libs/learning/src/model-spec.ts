import { MODEL_NAMES, type ModelName } from '@mammofed/core';
import { LearningError } from './errors.js';
import { DECONVNET_POOLINGS, deconvnetConvolutions } from './models/deconvnet-plan.js';
import { tensorsOf, type ConvolutionPlan, type TensorPlan } from './models/layer-plan.js';
import { POOLING_LEVELS, unetConvolutions } from './models/unet-plan.js';

/** Which network, how wide, and for which images: one grey channel in, one logit per pixel out. */
export interface ModelSpec {
  readonly name: ModelName;
  /** Scales every channel count; 1 is the published network. */
  readonly width: number;
  /** Side of the square image in pixels. */
  readonly size: number;
}

export type { TensorPlan };

/**
 * The model's tensors in the model's order, which is the order of a model file and of an update.
 * @throws LearningError `bad-model-spec`.
 */
export function tensorPlans(spec: ModelSpec): TensorPlan[] {
  assertModelSpec(spec);
  return convolutionsOf(spec).flatMap(tensorsOf);
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
  const problem = Number.isInteger(size) ? sizeProblem(name, size) : 'is a whole number of pixels';
  if (problem !== null) refuse(`its size ${problem}, not ${size}`);
}

function convolutionsOf({ name, width }: ModelSpec): ConvolutionPlan[] {
  switch (name) {
    case 'unet':
    case 'unet-valid':
      return unetConvolutions(width);
    case 'deconvnet':
      return deconvnetConvolutions(width);
  }
}

function sizeProblem(name: ModelName, size: number): string | null {
  const smallest = 2 ** (name === 'deconvnet' ? DECONVNET_POOLINGS : POOLING_LEVELS);
  switch (name) {
    case 'unet':
      if (size >= smallest && size % smallest === 0) return null;
      return `must be a multiple of ${smallest} pixels, which it halves ${POOLING_LEVELS} times`;
    case 'unet-valid':
      if (size >= smallest && size % 2 === 0) return null;
      return `must be an even number of pixels from ${smallest}, so that its output can be cut to it evenly`;
    case 'deconvnet':
      if (size >= smallest) return null;
      return `must be at least ${smallest} pixels, which it halves ${DECONVNET_POOLINGS} times`;
  }
}
