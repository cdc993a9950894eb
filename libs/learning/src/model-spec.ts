import { MODEL_NAMES, OWN_MODEL, type ModelName, type ModelSpec, type OwnModelSpec } from '@mammofed/core';
import { LearningError } from './errors.js';
import { attentionUnetConvolutions } from './models/attention-unet-plan.js';
import { deconvnetConvolutions } from './models/deconvnet-plan.js';
import { fcn8sConvolutions } from './models/fcn8s-plan.js';
import { tensorsOf, type ConvolutionPlan, type TensorPlan } from './models/layer-plan.js';
import { ownModelOf, ownTensorPlans } from './models/own-model-plan.js';
import { RESIDUAL_HALVINGS, residualUnetConvolutions } from './models/residual-unet-plan.js';
import { POOLING_LEVELS, unetConvolutions } from './models/unet-plan.js';
import { VGG_POOLINGS } from './models/vgg-plan.js';

export type { ModelSpec };

type NamedModelSpec = Exclude<ModelSpec, OwnModelSpec>;
export type { TensorPlan };

/**
 * The model's tensors in the model's order, which is the order of a model file and of an update.
 * @throws LearningError `bad-model-spec`.
 */
export function tensorPlans(spec: ModelSpec): TensorPlan[] {
  if (spec.name === OWN_MODEL) return ownTensorPlans(ownModelOf(spec));
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
export function assertModelSpec(spec: ModelSpec): void {
  if (spec.name === OWN_MODEL) return void ownModelOf(spec);
  const { name, width, size } = spec;
  const refuse = (why: string): never => {
    throw new LearningError('bad-model-spec', `the model cannot be built: ${why}`, { name: String(name), width, size });
  };
  if (!MODEL_NAMES.includes(name)) refuse(`there is no model ${String(name)}; there is ${MODEL_NAMES.join(', ')}`);
  if (!(width > 0 && Number.isFinite(width))) refuse(`its width must be above 0, not ${width}`);
  const problem = Number.isInteger(size) ? sizeProblem(name, size) : 'is a whole number of pixels';
  if (problem !== null) refuse(`its size ${problem}, not ${size}`);
}

function convolutionsOf({ name, width }: NamedModelSpec): ConvolutionPlan[] {
  switch (name) {
    case 'unet':
    case 'unet-valid':
      return unetConvolutions(width);
    case 'deconvnet':
      return deconvnetConvolutions(width);
    case 'fcn8s':
      return fcn8sConvolutions(width);
    case 'attention-unet':
      return attentionUnetConvolutions(width);
    case 'residual-unet':
      return residualUnetConvolutions(width);
  }
}

function sizeProblem(name: ModelName, size: number): string | null {
  switch (name) {
    case 'unet':
    case 'attention-unet':
      return multipleProblem(size, POOLING_LEVELS);
    case 'unet-valid': {
      const smallest = 2 ** POOLING_LEVELS;
      if (size >= smallest && size % 2 === 0) return null;
      return `must be an even number of pixels from ${smallest}, so that its output can be cut to it evenly`;
    }
    case 'deconvnet':
      if (size >= 2 ** VGG_POOLINGS) return null;
      return `must be at least ${2 ** VGG_POOLINGS} pixels, which it halves ${VGG_POOLINGS} times`;
    case 'fcn8s':
      return multipleProblem(size, VGG_POOLINGS);
    case 'residual-unet': {
      const [factor, smallest] = [2 ** RESIDUAL_HALVINGS, 2 ** (RESIDUAL_HALVINGS + 1)];
      if (size >= smallest && size % factor === 0) return null;
      return `must be a multiple of ${factor} pixels from ${smallest}, so that it has more than one pixel to normalize by at the bottom`;
    }
  }
}

function multipleProblem(size: number, halvings: number): string | null {
  const smallest = 2 ** halvings;
  if (size >= smallest && size % smallest === 0) return null;
  return `must be a multiple of ${smallest} pixels, which it halves ${halvings} times`;
}
