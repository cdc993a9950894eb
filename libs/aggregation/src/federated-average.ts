import { EXTRA_WORDS } from '@mammofed/core';
import { assertClips } from './clipping.js';
import { AggregationError } from './errors.js';
import type { Quanta } from './quantization.js';

export interface SummedUpdates extends Quanta {
  /** Sum of the contributions, P + 2 words. */
  readonly sum: Uint32Array;
  /** Number of elements of each tensor, in the model's order; they add up to P. */
  readonly tensorSizes: readonly number[];
  /** The clips that the contributions were quantized with. */
  readonly clips: readonly number[];
  /** Number of contributions in the sum. */
  readonly siteCount: number;
}

export interface FederatedAverage {
  /** Weighted mean change of the weights, one array for each tensor, in the memory of the sum. */
  readonly mean: Float32Array[];
  /** Σ w over the contributions, in (0, siteCount]. */
  readonly totalWeight: number;
  /** Coordinates cut to their clip, over all contributions. */
  readonly clippedCount: number;
}

/**
 * Federated averaging from the ring sum: Σ w·Δ / Σ w. The means take the place of the sum in its memory, so that a model
 * is there once; whatever comes of it, the sum is gone afterwards.
 * @throws AggregationError `length-mismatch` if the sum is not P + 2 words; `weight-out-of-range` if Σ w is outside
 * (0, siteCount]; `mean-exceeds-clip` if a coordinate of the mean is larger than any honest site can make it. The base
 * model is to be kept then.
 * @see McMahan et al., AISTATS 2017 (FedAvg); the checks: docs/architecture.md, "The arithmetic".
 */
export function dequantizeMean(input: SummedUpdates): FederatedAverage {
  const { sum, tensorSizes, clips, quantumMax, weightMax, siteCount } = input;
  const parameterCount = tensorSizes.reduce((total, size) => total + size, 0);
  if (sum.length !== parameterCount + EXTRA_WORDS || clips.length !== tensorSizes.length) {
    throw new AggregationError(
      'length-mismatch',
      `the sum has ${sum.length} words and ${clips.length} clips for a model of ${parameterCount} weights in ${tensorSizes.length} tensors`,
    );
  }
  assertClips(clips);
  const signed = new Int32Array(sum.buffer, sum.byteOffset, sum.length);
  const weightSum = signed[parameterCount];
  if (!(weightSum > 0 && weightSum <= siteCount * weightMax)) {
    throw new AggregationError(
      'weight-out-of-range',
      `the weights of ${siteCount} sites add up to ${weightSum / weightMax}: a site sent garbage`,
      { siteCount },
    );
  }
  const clippedCount = sum[parameterCount + 1];
  const scale = weightMax / quantumMax;
  const largestMean = 1 + meanRounding({ siteCount, weightSum, scale });
  let at = 0;
  const mean = tensorSizes.map((size, t) => {
    const change = new Float32Array(sum.buffer, sum.byteOffset + 4 * at, size);
    for (let i = 0; i < size; i++, at++) {
      const relative = (signed[at] / weightSum) * scale;
      if (Math.abs(relative) > largestMean) {
        throw new AggregationError(
          'mean-exceeds-clip',
          `the mean change of tensor ${t} is larger than its clip: a site sent garbage`,
          { tensor: t },
        );
      }
      change[i] = relative * clips[t];
    }
    return change;
  });
  return { mean, totalWeight: weightSum / weightMax, clippedCount };
}

/**
 * By how much a mean may differ from the plain weighted mean of the clipped updates, before it is rounded to float32.
 * @returns a bound relative to the tensor's clip.
 */
export function meanErrorBound({
  siteCount,
  totalWeight,
  quantumMax,
  weightMax,
}: Quanta & { readonly siteCount: number } & Pick<FederatedAverage, 'totalWeight'>): number {
  return meanRounding({ siteCount, weightSum: totalWeight * weightMax, scale: weightMax / quantumMax });
}

/** Each site's coordinate is rounded by less than one quantum, its weight by at most half a unit. */
function meanRounding(sum: { readonly siteCount: number; readonly weightSum: number; readonly scale: number }): number {
  return (sum.siteCount * (sum.scale + 0.5)) / sum.weightSum;
}
