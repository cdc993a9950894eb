import { ringBitsOf, rotationBlock, type RingBits, type RunConfig, type SitePrivacy } from '@mammofed/core';
import { distributedGaussianUse, squaredRoundedNorm } from '../accountant/distributed-gaussian.js';
import type { MechanismUse } from '../accountant/privacy-loss.js';
import { PrivacyError } from '../errors.js';
import { honestSites, MAX_COHORT, smallestThreshold } from '../secure-aggregation/cohort.js';
import { MAX_DEVIATION } from './discrete-gaussian.js';

/** The facts of a run that decide its noise; all are public. */
export interface NoisySum {
  readonly privacy: SitePrivacy;
  readonly quorum: { readonly minSites: number; readonly maxSites: number; readonly threshold?: number | undefined };
  readonly ringBits: RingBits;
  /** P. */
  readonly parameterCount: number;
}

/** How a run's updates are scaled, bounded and made noisy. Both ends work it out for themselves. */
export interface SiteNoise {
  /** Sites whose noise is in every sum and unknown to all others, at the least: t − c. */
  readonly honestSites: number;
  /** s: standard deviation of one site's noise, in quanta. */
  readonly deviation: number;
  /** The clip norm in quanta. */
  readonly normInQuanta: number;
  /** The square of the largest norm of a rounded update: a whole number up to 2⁵³. */
  readonly squaredNormMax: number;
  /** q_max: the largest magnitude of a rounded coordinate. */
  readonly quantumMax: number;
  /** What one round costs a site. */
  readonly use: MechanismUse;
}

/** Standard deviations of the noise of the whole cohort that the ring has room for: docs/architecture.md, "The arithmetic". */
const RING_DEVIATIONS = 8;

/**
 * A coordinate of a rotated vector of norm S is at most 8·S/√B, but for one in 10¹³: a random sum of B numbers whose squares
 * add up to S²/B at most is sub-Gaussian (Hoeffding), 2·exp(−8²/2).
 */
const FLATNESS = 8;

/** Below, sums of discrete Gaussians differ from one (τ), and with more than a quarter lost to rounding the ring is the wrong one. */
const LEAST_DEVIATION = 4;
const ROUNDING_LOSS_MAX = 1.25;

/** With norms up to here, squares of whole vectors add up to whole numbers that a double holds. */
const LARGEST_NORM = 2 ** 26;

/**
 * The finest quanta with which the ring holds n·q_max + 8·σ_total < 2^(ring − 1), and what follows from them. The noise of
 * the sites that are sure to be honest has the deviation σ together; that of all in a full sum is up to √3 times as much.
 * @throws PrivacyError `noise-exceeds-ring` if the ring is too small.
 */
export function siteNoise({ privacy, quorum, ringBits, parameterCount }: NoisySum): SiteNoise {
  const { noiseMultiplier } = privacy;
  const { maxSites } = quorum;
  const honestSites = honestSitesOf(quorum);
  // Each of them has σ/√(t − c); in quanta that is s, a whole number, and the scale follows: S = C/γ = s·√(t − c)/z.
  const normPerDeviation = Math.sqrt(honestSites) / noiseMultiplier;
  const flatness = Math.min(1, FLATNESS / Math.sqrt(rotationBlock(parameterCount)));
  const ringPerDeviation = maxSites * flatness * normPerDeviation + RING_DEVIATIONS * Math.sqrt(maxSites);
  const deviation = Math.floor(
    Math.min(
      // Less n: q_max is rounded up.
      (2 ** (ringBits - 1) - maxSites) / ringPerDeviation,
      LARGEST_NORM / normPerDeviation,
      MAX_DEVIATION,
    ),
  );
  const normInQuanta = deviation * normPerDeviation;
  const squaredNormMax = Math.floor(squaredRoundedNorm(normInQuanta, parameterCount));
  if (deviation < LEAST_DEVIATION || squaredNormMax > (ROUNDING_LOSS_MAX * normInQuanta) ** 2) {
    throw new PrivacyError(
      'noise-exceeds-ring',
      `a ring of ${ringBits} bits is too small for sums over ${maxSites} sites of ${parameterCount} weights with noise ${noiseMultiplier}`,
      { ringBits, maxSites, parameterCount },
    );
  }
  return {
    honestSites,
    deviation,
    normInQuanta,
    squaredNormMax,
    quantumMax: Math.ceil(flatness * normInQuanta),
    use: distributedGaussianUse({
      squaredNorm: squaredNormMax,
      deviation,
      noisySites: honestSites,
      dimension: parameterCount,
    }),
  };
}

/**
 * The noise of a run with privacy for sites; null without.
 * @param parameterCount - P of its model.
 * @throws PrivacyError `noise-exceeds-ring`.
 */
export function siteNoiseOf(config: RunConfig, parameterCount: number): SiteNoise | null {
  const { sitePrivacy: privacy, quorum } = config;
  return privacy === undefined ? null : siteNoise({ privacy, quorum, ringBits: ringBitsOf(config), parameterCount });
}

/**
 * How many sites' noise is sure to be in a sum and unknown to everybody else: t contribute at the least, and of them up to
 * n − t collude and know their own. The noise is made before the cohort is known, so that the least favourable one counts.
 */
export function honestSitesOf({ minSites, maxSites, threshold = 0 }: NoisySum['quorum']): number {
  let least = Infinity;
  for (let n = Math.max(minSites, threshold); n <= Math.min(maxSites, MAX_COHORT); n++) {
    least = Math.min(least, honestSites(n, Math.max(smallestThreshold(n), threshold)));
  }
  return least;
}
