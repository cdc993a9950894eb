import { STEP_PORTS } from '../compile-step.js';
import { LearningError } from '../errors.js';
import { refuseOptions } from '../option-checks.js';
import type { PerExampleClip } from '../per-example.js';
import { beside, trainedCountOf } from '../weight-windows.js';
import { floatTensor, type Ports } from './graph-session.js';

/** What a step that clips each example's gradient takes besides its batch; left unchanged. */
export interface ExampleInputs {
  /** (B,): 1 for an example, 0 for an image that only fills the batch up. None at all is a lot that happened to be empty. */
  readonly weights: Float32Array;
  /**
   * One number for each trained weight, added to the gradient: independent normal numbers of standard deviation σ · C / L, with
   * the noise multiplier σ. Drawn afresh for every step by the caller, whose secret they are.
   */
  readonly noise: Float32Array;
}

/**
 * What a step's graph reads of them.
 * @throws LearningError `bad-options` if they are missing, or of no use, or a weight is neither 0 nor 1; `wrong-shape`.
 */
export function examplePorts(
  clip: PerExampleClip | undefined,
  { batchSize, trainedSizes }: { readonly batchSize: number; readonly trainedSizes: ReadonlyMap<string, number> },
  inputs: ExampleInputs | undefined,
): Ports {
  if (clip === undefined) {
    if (inputs !== undefined) refuseOptions('a step has no use for weights and noise: the trainer clips no examples');
    return {};
  }
  if (inputs === undefined) refuseOptions('a step that clips each example needs weights and noise');
  const { weights, noise } = inputs;
  const trainedCount = trainedCountOf(trainedSizes);
  if (weights.length !== batchSize || noise.length !== trainedCount)
    throw new LearningError(
      'wrong-shape',
      `a step takes ${batchSize} weights of examples and the noise of ${trainedCount} weights of the model`,
      { weights: weights.length, noise: noise.length },
    );
  if (!weights.every((weight) => weight === 0 || weight === 1))
    refuseOptions('the weight of an example must be 0 or 1: 0 fills the batch up');
  let start = 0;
  const ofStates = [...trainedSizes].map(([state, size]) => {
    const values = noise.subarray(start, (start += size));
    return [beside(state, STEP_PORTS.noise), floatTensor([size], values)];
  });
  return {
    ...(Object.fromEntries(ofStates) as Ports),
    [STEP_PORTS.exampleWeights]: floatTensor([batchSize], weights),
  };
}

/** The mean loss of a step's examples, from their sum divided by the lot size; 0 if there are none. */
export function meanExampleLoss(loss: number, { lotSize }: PerExampleClip, { weights }: ExampleInputs): number {
  const exampleCount = weights.reduce((sum, weight) => sum + weight, 0);
  return exampleCount === 0 ? 0 : (loss * lotSize) / exampleCount;
}
