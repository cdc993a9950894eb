import { isBatchStatistic } from '@mammofed/core';
import { changeBound, type StepRule } from './change-bound.js';
import { AggregationError } from './errors.js';

/**
 * How far beyond the largest coordinate of the last committed change a site's next change may reach. Single sites move
 * further than their mean, and a later round may move further than an earlier one; what is cut off is counted.
 */
const CHANGE_MULTIPLE = 8;

/**
 * Range of batch-norm statistics in every round: how far a running mean or variance may move at once, in the unit of the
 * activations. It is no secret and follows from no data; see docs/decisions/0011-batch-statistics.md.
 */
export const STATISTIC_CLIP = 64;

/** A tensor of a round's base model, as far as its clip follows from it. */
export interface ClippedTensor {
  readonly name: string;
  /** The largest magnitude of its numbers. */
  readonly largestWeight: number;
}

/**
 * Clips of the first round, from public facts only: {@link changeBound}. Batch-norm statistics, which no optimizer moves,
 * have {@link STATISTIC_CLIP}.
 * @param tensors - of the round's base model, in its order.
 * @param rule - how the sites train.
 * @param stepsBound - the most local steps that a site can take in a round, >= 1.
 * @returns one clip for each tensor, in the unit of the weights, exactly representable as float32.
 * @throws AggregationError `bad-argument` if no bound follows from the rule.
 */
export function initialClips(tensors: readonly ClippedTensor[], rule: StepRule, stepsBound: number): number[] {
  return tensors.map(({ name, largestWeight }) =>
    isBatchStatistic(name) ? STATISTIC_CLIP : Math.fround(changeBound(rule, stepsBound, largestWeight)),
  );
}

/**
 * Clips of a later round: a fixed multiple of the largest coordinate of the last committed change, tensor by tensor.
 * Those of batch-norm statistics stay as they are: what they measure moves with the weights below them, and a range that
 * shrank would cut them off for rounds.
 * @param tensorNames - of the model, in its order.
 * @param committedChange - new weights minus old ones, one array for each tensor.
 * @param floor - smallest clip, > 0; a tensor that did not move may move again.
 * @param ceilings - {@link initialClips} of the round's base model, one for each tensor: no round moves a weight further,
 * however far the last one did. Without them, a site that always pushes to its clip would widen it round by round.
 * @returns one clip for each tensor, exactly representable as float32.
 */
export function nextClips(
  tensorNames: readonly string[],
  committedChange: readonly Float32Array[],
  floor: number,
  ceilings: readonly number[],
): number[] {
  return committedChange.map((change, t) => {
    if (isBatchStatistic(tensorNames[t])) return STATISTIC_CLIP;
    let largest = 0;
    for (let i = 0; i < change.length; i++) largest = Math.max(largest, Math.abs(change[i]));
    return Math.fround(Math.min(Math.max(CHANGE_MULTIPLE * largest, floor), ceilings[t]));
  });
}

/** @throws AggregationError `bad-argument` if a clip is not finite and above 0. */
export function assertClips(clips: readonly number[]): void {
  for (const clip of clips) {
    if (!(clip > 0 && Number.isFinite(clip))) {
      throw new AggregationError('bad-argument', `every clip must be above 0, not ${clip}`, { clip });
    }
  }
}
