import { assertClips, EXTRA_WORDS } from './clipping.js';
import { AggregationError } from './errors.js';

export interface SummedUpdates {
  /** Sum of the contributions in Z_2^32, P + 2 words. */
  readonly sum: Uint32Array;
  /** Number of elements of each tensor, in the model's order; they add up to P. */
  readonly tensorSizes: readonly number[];
  /** The clips that the contributions were quantized with. */
  readonly clips: readonly number[];
  readonly quantumMax: number;
  /** Number of contributions in the sum. */
  readonly siteCount: number;
}

export interface FederatedAverage {
  /** Weighted mean change of the weights, one array for each tensor. */
  readonly mean: Float32Array[];
  /** Σ w over the contributions, in (0, siteCount]. */
  readonly totalWeight: number;
  /** Coordinates cut to their clip, over all contributions. */
  readonly clippedCount: number;
}

/**
 * Federated averaging from the ring sum: Σ w·Δ / Σ w.
 * @throws AggregationError `length-mismatch` if the sum is not P + 2 words; `weight-out-of-range` if Σ w is outside
 * (0, siteCount]; `mean-exceeds-clip` if a coordinate of the mean is larger than any honest site can make it. The base
 * model is to be kept then.
 * @see McMahan et al., AISTATS 2017 (FedAvg); the checks: docs/architecture.md, "The arithmetic".
 */
export function dequantizeMean(input: SummedUpdates): FederatedAverage {
  const { sum, tensorSizes, clips, quantumMax, siteCount } = input;
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
  if (!(weightSum > 0 && weightSum <= siteCount * quantumMax)) {
    throw new AggregationError(
      'weight-out-of-range',
      `the weights of ${siteCount} sites add up to ${weightSum / quantumMax}: a site sent garbage`,
      { siteCount },
    );
  }
  // One unit of stochastic rounding for each site, relative to the weight.
  const largestMean = 1 + siteCount / weightSum;
  let at = 0;
  const mean = tensorSizes.map((size, t) => {
    const change = new Float32Array(size);
    for (let i = 0; i < size; i++, at++) {
      const relative = signed[at] / weightSum;
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
  return { mean, totalWeight: weightSum / quantumMax, clippedCount: sum[parameterCount + 1] };
}
