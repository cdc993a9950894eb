import {
  dequantizeMean,
  dequantizeRotatedMean,
  signsOfRound,
  type FederatedAverage,
  type SummedUpdates,
} from '@mammofed/aggregation';
import type { RunConfig } from '@mammofed/core';
import { siteNoiseOf } from '@mammofed/privacy';

/**
 * The mean of a round's updates from their sum, in the memory of the sum: as the run's sites made them, with noise and
 * rotated where it has privacy for sites.
 * @throws AggregationError `length-mismatch` | `weight-out-of-range` | `mean-exceeds-clip`.
 */
export function meanOfRound(config: RunConfig, round: number, summed: SummedUpdates): FederatedAverage {
  const { sum, tensorSizes, siteCount, weightMax } = summed;
  const parameterCount = tensorSizes.reduce((total, size) => total + size, 0);
  const noise = siteNoiseOf(config, parameterCount);
  if (config.sitePrivacy === undefined || noise === null) return dequantizeMean(summed);
  const { normInQuanta, squaredNormMax, deviation } = noise;
  return dequantizeRotatedMean({
    sum,
    tensorSizes,
    siteCount,
    weightMax,
    clipNorm: config.sitePrivacy.clipNorm,
    normInQuanta,
    squaredNormMax,
    deviation,
    signsOf: signsOfRound(config.seed, round),
  });
}
