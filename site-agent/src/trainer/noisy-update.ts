import { quantizeWithinNorm, signsOfRound } from '@mammofed/aggregation';
import { EXTRA_WORDS, type SitePrivacy } from '@mammofed/core';
import { addDiscreteGaussian, UniformWords, type SiteNoise } from '@mammofed/privacy';
import { secretRng } from './secret-random.js';

/** Coordinates that get noise before messages are looked at again: some tenths of a second. */
const NOISE_BLOCK = 2 ** 20;

interface NoisyUpdateOptions {
  /** Trained weights minus base weights, one array for each tensor; left unchanged. */
  readonly delta: readonly Float32Array[];
  readonly privacy: SitePrivacy;
  /** The run's, for this model. */
  readonly noise: SiteNoise;
  readonly seed: number;
  readonly round: number;
  /** The weight 1 as a word. */
  readonly weightMax: number;
  /** Lets messages in between two blocks; throws if the job was cancelled. */
  readonly breathe: () => Promise<void>;
}

/**
 * The update of a run with privacy for sites: clipped, rotated and rounded within a norm, with this site's part of the noise.
 * It differs at every call: the result is to be written down once, and nothing else made from this update may ever leave.
 * @returns P + 2 words, modulo 2^32.
 * @throws AggregationError `non-finite`; what `breathe` throws.
 */
export async function noisyUpdate({
  delta,
  privacy,
  noise,
  seed,
  round,
  weightMax,
  breathe,
}: NoisyUpdateOptions): Promise<Uint32Array> {
  // Neither comes from the run's seed: who knows it must not know the noise.
  const [rounding, uniform] = [secretRng(), new UniformWords()];
  const words = quantizeWithinNorm({
    delta,
    clipNorm: privacy.clipNorm,
    normInQuanta: noise.normInQuanta,
    squaredNormMax: noise.squaredNormMax,
    quantumMax: noise.quantumMax,
    weightMax,
    signsOf: signsOfRound(seed, round),
    rng: rounding,
  });
  const coordinates = new Int32Array(words.buffer, words.byteOffset, words.length - EXTRA_WORDS);
  for (let at = 0; at < coordinates.length; at += NOISE_BLOCK) {
    await breathe();
    addDiscreteGaussian(coordinates.subarray(at, at + NOISE_BLOCK), noise.deviation, uniform);
  }
  return words;
}
