import { isCodedError, readOwnModel, type OwnModel, type OwnModelSpec } from '@mammofed/core';
import { LearningError } from '../errors.js';
import type { TensorPlan } from './layer-plan.js';

/**
 * Reads and checks a study's own network again: a trainer trusts nobody who says that it was done.
 * @throws LearningError `bad-model-spec` with core's word on what is wrong.
 */
export function ownModelOf({ name, width, size, topology }: OwnModelSpec): OwnModel {
  const refuse = (why: string, cause?: unknown): never => {
    throw new LearningError('bad-model-spec', `the model cannot be built: ${why}`, { name, width, size }, cause);
  };
  if (width !== 1) refuse(`its layers say how wide it is, and its width is 1, not ${width}`);
  let own: OwnModel;
  try {
    own = readOwnModel(topology);
  } catch (error) {
    if (!isCodedError(error)) throw error;
    return refuse(error.message, error);
  }
  return own.size === size ? own : refuse(`its layers make it one for images of size ${own.size}, not ${size}`);
}

/** The tensors of a study's own network, named as tfjs names them. */
export function ownTensorPlans({ layers }: OwnModel): TensorPlan[] {
  return layers.flatMap(({ name: layer, tensors }) =>
    tensors.map(({ name, ...plan }) => ({ ...plan, name: `${layer}/${name}` })),
  );
}
