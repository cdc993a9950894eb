import { EXTRA_WORDS, packedByteLength, type RingBits, type Rng } from '@mammofed/core';
import { assertClips } from './clipping.js';
import { AggregationError } from './errors.js';

/** A site's weight in the mean, in (0, 1]: w = min(n, wMax) / wMax. */
export function exampleWeight(exampleCount: number, wMax: number): number {
  if (!(exampleCount >= 1 && wMax >= 1)) {
    throw new AggregationError('bad-argument', 'example count and wMax must be at least 1', { exampleCount, wMax });
  }
  return Math.min(exampleCount, wMax) / wMax;
}

/** How coordinates and weights become whole numbers. */
export interface Quanta {
  /** q_max, the largest magnitude of one site's quantized coordinate. */
  readonly quantumMax: number;
  /** What weight 1 is as a word. It has 32 bits in every ring, so that a narrow ring does not make the weights coarse. */
  readonly weightMax: number;
}

/**
 * The largest quanta with which a sum over `maxSites` sites cannot wrap: n · q_max + 8 · σ_total < 2^(ring − 1).
 * @param noiseDeviation - σ_total, standard deviation of the privacy noise in the whole sum, in quanta; 0 without noise.
 * @throws AggregationError `ring-too-small` if not even 1 fits; `bad-argument`.
 */
export function quantaFor(maxSites: number, ringBits: RingBits, noiseDeviation = 0): Quanta {
  return { quantumMax: largest(maxSites, ringBits, noiseDeviation), weightMax: largest(maxSites, 32, 0) };
}

function largest(maxSites: number, ringBits: RingBits, noiseDeviation: number): number {
  if (!Number.isInteger(maxSites) || maxSites < 1) {
    throw new AggregationError('bad-argument', `a cohort has at least one site, not ${maxSites}`, { maxSites });
  }
  if (!(noiseDeviation >= 0)) {
    throw new AggregationError('bad-argument', `the noise has a deviation of at least 0, not ${noiseDeviation}`);
  }
  const quantumMax = Math.ceil((2 ** (ringBits - 1) - 8 * noiseDeviation) / maxSites) - 1;
  if (quantumMax < 1) {
    throw new AggregationError(
      'ring-too-small',
      `a sum over ${maxSites} sites with noise of deviation ${noiseDeviation} does not fit into ${ringBits} bits: use a wider ring`,
      { maxSites, ringBits },
    );
  }
  return quantumMax;
}

export interface UpdateToQuantize extends Quanta {
  /** Trained weights minus base weights, one array for each tensor; left unchanged. */
  readonly delta: readonly Float32Array[];
  /** One for each tensor, > 0, in the unit of the weights. */
  readonly clips: readonly number[];
  /** In (0, 1]; see {@link exampleWeight}. */
  readonly weight: number;
  /** Decides the stochastic rounding. */
  readonly rng: Rng;
}

/**
 * Turns a weighted model update into ring integers: quantize(w · clip(Δ)) ‖ quantize(w) ‖ number of clipped coordinates.
 * Rounding is stochastic, so that its error has mean 0 and does not add up over rounds.
 * @returns P + 2 words, negative numbers in two's complement of 32 bits; {@link ringToBytes} packs them into the ring.
 * @throws AggregationError `non-finite` if a coordinate is NaN or infinite, `length-mismatch` if clips and tensors differ
 * in number, `bad-argument` for a weight or clip out of range.
 */
export function quantizeUpdate(update: UpdateToQuantize): Uint32Array {
  const { delta, clips, weight, quantumMax, weightMax, rng } = update;
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
  words[at++] = Math.max(1, Math.round(weight * weightMax));
  words[at] = clippedCount;
  return new Uint32Array(words.buffer);
}

/**
 * The words as they travel and lie on disk: little-endian, coordinates in the ring's width, the last two in 32 bits.
 * @param vector - P + 2 words.
 */
export function ringToBytes(vector: Uint32Array, ringBits: RingBits = 32): Uint8Array {
  const parameterCount = vector.length - EXTRA_WORDS;
  const width = ringBits / 8;
  const bytes = new Uint8Array(packedByteLength({ parameterCount, ringBits }));
  const view = new DataView(bytes.buffer);
  for (let i = 0, at = 0; i < vector.length; i++) {
    const word = vector[i];
    if (i >= parameterCount || width === 4) {
      view.setUint32(at, word, true);
      at += 4;
      continue;
    }
    view.setUint16(at, word, true);
    if (width === 3) bytes[at + 2] = word >>> 16;
    at += width;
  }
  return bytes;
}
