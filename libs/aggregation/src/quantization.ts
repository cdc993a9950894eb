import type { Rng } from '@mammofed/core';
import { assertClips, EXTRA_WORDS } from './clipping.js';
import { AggregationError } from './errors.js';

/** A site's weight in the mean, in (0, 1]: w = min(n, wMax) / wMax. */
export function exampleWeight(exampleCount: number, wMax: number): number {
  if (!(exampleCount >= 1 && wMax >= 1)) {
    throw new AggregationError('bad-argument', 'example count and wMax must be at least 1', { exampleCount, wMax });
  }
  return Math.min(exampleCount, wMax) / wMax;
}

/**
 * The largest magnitude q_max of one site's quantized coordinate, so that a sum over `maxSites` sites cannot wrap:
 * n · q_max < 2^(ring − 1). (The noise term of the general rule is 0 without differential privacy.)
 */
export function quantumMaxFor(maxSites: number, ringBits: 32): number {
  if (!Number.isInteger(maxSites) || maxSites < 1) {
    throw new AggregationError('bad-argument', `a cohort has at least one site, not ${maxSites}`, { maxSites });
  }
  return Math.floor((2 ** (ringBits - 1) - 1) / maxSites);
}

export interface UpdateToQuantize {
  /** Trained weights minus base weights, one array for each tensor; left unchanged. */
  readonly delta: readonly Float32Array[];
  /** One for each tensor, > 0, in the unit of the weights. */
  readonly clips: readonly number[];
  /** In (0, 1]; see {@link exampleWeight}. */
  readonly weight: number;
  readonly quantumMax: number;
  /** Decides the stochastic rounding. */
  readonly rng: Rng;
}

/**
 * Turns a weighted model update into ring integers: quantize(w · clip(Δ)) ‖ quantize(w) ‖ number of clipped coordinates.
 * Rounding is stochastic, so that its error has mean 0 and does not add up over rounds.
 * @returns P + 2 words of Z_2^32, negative numbers in two's complement.
 * @throws AggregationError `non-finite` if a coordinate is NaN or infinite, `length-mismatch` if clips and tensors differ
 * in number, `bad-argument` for a weight or clip out of range.
 */
export function quantizeUpdate(update: UpdateToQuantize): Uint32Array {
  const { delta, clips, weight, quantumMax, rng } = update;
  if (delta.length !== clips.length) {
    throw new AggregationError('length-mismatch', `${delta.length} tensors, but ${clips.length} clips`);
  }
  if (!(weight > 0 && weight <= 1)) {
    throw new AggregationError('bad-argument', `a weight lies in (0, 1], not ${weight}`, { weight });
  }
  assertClips(clips);
  const parameterCount = delta.reduce((sum, tensor) => sum + tensor.length, 0);
  const words = new Int32Array(parameterCount + EXTRA_WORDS);
  let clippedCount = 0;
  let at = 0;
  delta.forEach((tensor, t) => {
    const clip = clips[t];
    const scale = (weight * quantumMax) / clip;
    for (let i = 0; i < tensor.length; i++, at++) {
      const value = tensor[i];
      if (!Number.isFinite(value)) {
        throw new AggregationError(
          'non-finite',
          `coordinate ${i} of tensor ${t} of the update is not a finite number: the training diverged; lower the learning rate`,
          { tensor: t, coordinate: i },
        );
      }
      let clipped = value;
      if (value > clip) clipped = clip;
      else if (value < -clip) clipped = -clip;
      if (clipped !== value) clippedCount++;
      const rounded = Math.floor(clipped * scale + rng.next());
      // Rounding of clip · scale may exceed q_max by one unit, and n of them would wrap the ring.
      words[at] = Math.max(-quantumMax, Math.min(quantumMax, rounded));
    }
  });
  words[at++] = Math.max(1, Math.round(weight * quantumMax));
  words[at] = clippedCount;
  return new Uint32Array(words.buffer);
}

/** The words as they travel and lie on disk: 4 bytes each, little-endian. */
export function ringToBytes(vector: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(vector.length * 4);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < vector.length; i++) view.setUint32(i * 4, vector[i], true);
  return bytes;
}
