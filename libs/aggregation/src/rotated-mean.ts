import { EXTRA_WORDS } from '@mammofed/core';
import { AggregationError } from './errors.js';
import type { FederatedAverage } from './federated-average.js';
import type { NormQuanta } from './norm-quantization.js';
import { unrotate, type SignsOfBlock } from './rotation.js';

interface NoisySum extends Omit<NormQuanta, 'quantumMax'> {
  /** Sum of the contributions, P + 2 words. */
  readonly sum: Uint32Array;
  /** Number of elements of each tensor, in the model's order; they add up to P. */
  readonly tensorSizes: readonly number[];
  /** Number of contributions in the sum. */
  readonly siteCount: number;
  /** Standard deviation of the noise that each site added to each coordinate, in quanta. */
  readonly deviation: number;
  /** The sites'. */
  readonly signsOf: SignsOfBlock;
}

/** A sum of normal numbers goes beyond so many standard deviations with a probability below 10⁻¹⁴. */
const MARGIN_DEVIATIONS = 8;

/**
 * The mean of updates that were quantized within a norm, and had noise added: unrotated, and in the unit of the weights. The
 * mean takes the place of the sum in its memory.
 * @throws AggregationError `length-mismatch` if the sum is not P + 2 words; `weight-out-of-range` if the sites' weights are not
 * all 1; `mean-exceeds-clip` if the sum's norm is larger than honest sites and their noise make it. The base model is to be
 * kept then.
 */
export function dequantizeRotatedMean(input: NoisySum): FederatedAverage {
  const { sum, tensorSizes, siteCount, weightMax, clipNorm, normInQuanta, signsOf } = input;
  const parameterCount = tensorSizes.reduce((total, size) => total + size, 0);
  if (sum.length !== parameterCount + EXTRA_WORDS) {
    throw new AggregationError(
      'length-mismatch',
      `the sum has ${sum.length} words for a model of ${parameterCount} weights`,
    );
  }
  const signed = new Int32Array(sum.buffer, sum.byteOffset, sum.length);
  if (signed[parameterCount] !== siteCount * weightMax) {
    throw new AggregationError(
      'weight-out-of-range',
      `the weights of ${siteCount} sites add up to ${signed[parameterCount] / weightMax}: a site sent garbage`,
      { siteCount },
    );
  }
  assertNorm(signed.subarray(0, parameterCount), input);
  const mean = new Float32Array(sum.buffer, sum.byteOffset, parameterCount);
  const scale = clipNorm / normInQuanta / siteCount;
  for (let i = 0; i < parameterCount; i++) mean[i] = signed[i] * scale;
  unrotate(mean, signsOf);
  let at = 0;
  return {
    mean: tensorSizes.map((size) => mean.subarray(at, (at += size))),
    totalWeight: siteCount,
    clippedCount: 0,
  };
}

/**
 * The norms of the updates add up at most. That of the noise, whose coordinates have the deviation √n·s, is √n·s·√P, give or
 * take few deviations √n·s (concentration of the norm of a normal vector).
 */
function assertNorm(
  coordinates: Int32Array,
  { siteCount, squaredNormMax, deviation }: Pick<NoisySum, 'siteCount' | 'squaredNormMax' | 'deviation'>,
): void {
  let squares = 0;
  for (let i = 0; i < coordinates.length; i++) squares += coordinates[i] * coordinates[i];
  const noise = Math.sqrt(siteCount) * deviation * (Math.sqrt(coordinates.length) + MARGIN_DEVIATIONS);
  if (Math.sqrt(squares) > siteCount * Math.sqrt(squaredNormMax) + noise) {
    throw new AggregationError(
      'mean-exceeds-clip',
      `the sum of ${siteCount} sites is larger than their clip norm and noise allow: a site sent garbage`,
      { siteCount },
    );
  }
}
