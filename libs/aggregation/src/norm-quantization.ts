import { EXTRA_WORDS, type Rng } from '@mammofed/core';
import { AggregationError } from './errors.js';
import { rotate, type SignsOfBlock } from './rotation.js';

/** How updates of a bounded norm become whole numbers; the same at every site and at the coordinator. */
export interface NormQuanta {
  /** C > 0: the largest L2 norm that an update keeps, in the unit of the weights. */
  readonly clipNorm: number;
  /** C in quanta. */
  readonly normInQuanta: number;
  /** The square of the largest norm that a rounded update has, in quanta: a whole number up to 2⁵³. */
  readonly squaredNormMax: number;
  /** q_max: the largest magnitude of a rounded coordinate. */
  readonly quantumMax: number;
  /** The weight 1 as a word. */
  readonly weightMax: number;
}

interface UpdateWithinNorm extends NormQuanta {
  /** Trained weights minus base weights, one array for each tensor; left unchanged. */
  readonly delta: readonly Float32Array[];
  /** Public; see {@link rotate}. */
  readonly signsOf: SignsOfBlock;
  /** Decides the stochastic rounding. */
  readonly rng: Rng;
}

/**
 * Turns a model update into ring integers whose L2 norm nothing can make larger than the bound: clipped to the norm C,
 * scaled, rotated, rounded. Privacy noise is to be added to the coordinates before anybody sees them. The weight is 1, and
 * the count of clipped coordinates is 0: it would tell of the update what no noise covers.
 * @returns P + 2 words, negative numbers in two's complement of 32 bits.
 * @throws AggregationError `non-finite` if a coordinate is NaN or infinite.
 * @see Kairouz, Liu, Steinke (arXiv:2102.06387), algorithm 1
 */
export function quantizeWithinNorm(update: UpdateWithinNorm): Uint32Array {
  const { delta, clipNorm, normInQuanta, signsOf, weightMax } = update;
  const scale = (normInQuanta / clipNorm) * Math.min(1, clipNorm / normOf(delta));
  const vector = new Float32Array(delta.reduce((sum, tensor) => sum + tensor.length, 0));
  let at = 0;
  for (const tensor of delta) for (let i = 0; i < tensor.length; i++) vector[at++] = tensor[i] * scale;
  rotate(vector, signsOf);
  const words = new Int32Array(vector.length + EXTRA_WORDS);
  roundWithinNorm(vector, words, update);
  words[vector.length] = weightMax;
  return new Uint32Array(words.buffer);
}

/**
 * Rounds stochastically, all over again until the norm is within its bound: the conditional rounding of algorithm 1. What is
 * compared are whole numbers, whose squares add up without rounding, so that the bound holds whatever floating-point
 * arithmetic did before.
 * @param words - the first of them receive the rounded coordinates.
 */
function roundWithinNorm(
  vector: Float32Array,
  words: Int32Array,
  { quantumMax, squaredNormMax, rng }: Pick<UpdateWithinNorm, 'quantumMax' | 'squaredNormMax' | 'rng'>,
): void {
  let squaredNorm: number;
  do {
    squaredNorm = 0;
    for (let i = 0; i < vector.length && squaredNorm <= squaredNormMax; i++) {
      // The rotation makes larger ones next to impossible (see the plan of the noise); cut, the ring cannot wrap by them.
      const cut = Math.max(-quantumMax, Math.min(quantumMax, vector[i]));
      const rounded = Math.floor(cut + rng.next());
      words[i] = rounded;
      squaredNorm += rounded * rounded;
    }
  } while (squaredNorm > squaredNormMax);
}

function normOf(delta: readonly Float32Array[]): number {
  let squares = 0;
  for (const tensor of delta) for (let i = 0; i < tensor.length; i++) squares += tensor[i] * tensor[i];
  if (!Number.isFinite(squares)) {
    throw new AggregationError(
      'non-finite',
      'the update holds a number that is not finite: the training diverged; lower the learning rate',
    );
  }
  return Math.sqrt(squares);
}
