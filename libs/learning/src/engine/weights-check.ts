import type { NamedTensor } from '@mammofed/core';
import { LearningError } from '../errors.js';
import type { TensorPlan } from '../model-spec.js';

/**
 * @param what - what the tensors should be, for the message.
 * @throws LearningError `wrong-weights` if the tensors are not the planned ones in the planned order.
 */
export function assertWeightsFit(
  plans: readonly Pick<TensorPlan, 'name' | 'shape'>[],
  weights: readonly NamedTensor[],
  what = "the model's weights",
): void {
  if (weights.length !== plans.length)
    throw new LearningError(
      'wrong-weights',
      `these are not ${what}: there are ${plans.length} tensors, not ${weights.length}`,
    );
  plans.forEach(({ name, shape }, index) => {
    const given = weights[index] as NamedTensor;
    const isSame =
      given.name === name &&
      given.shape.join() === shape.join() &&
      given.data.length === shape.reduce((product, extent) => product * extent, 1);
    if (!isSame)
      throw new LearningError(
        'wrong-weights',
        `these are not ${what}: tensor ${index} must be ${name} of shape (${shape.join()}), not ${given.name} of shape (${given.shape.join()}) with ${given.data.length} numbers`,
      );
  });
}
