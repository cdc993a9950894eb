/**
 * Differential privacy with the site as the unit, in mode secure: the distributed discrete Gaussian mechanism (Kairouz, Liu,
 * Steinke, arXiv:2102.06387). Each site clips its whole update and adds a part of the noise; what the sum over the cohort, and
 * with it the model, tells of any one site is bounded.
 */
export interface SitePrivacy {
  /** C > 0: the largest L2 norm that a site's update keeps, in the unit of the weights. */
  readonly clipNorm: number;
  /** σ/C > 0: standard deviation of the noise that is sure to be in each coordinate of the sum, in units of C. */
  readonly noiseMultiplier: number;
  /** δ of the (ε, δ) that is told, above 0 and well below one in the number of sites. */
  readonly delta: number;
}

/** @returns every problem of the settings, in words; empty if they are sound. */
export function sitePrivacyProblems({ clipNorm, noiseMultiplier, delta }: SitePrivacy): string[] {
  const isWithin = (value: number, least: number, most: number): boolean => value >= least && value <= most;
  return [
    ...(isWithin(clipNorm, 1e-6, 1e6)
      ? []
      : [`the site privacy's clip norm must be from 1e-6 to 1e6, not ${clipNorm}`]),
    ...(isWithin(noiseMultiplier, 0.01, 1000)
      ? []
      : [`the site privacy's noise multiplier must be from 0.01 to 1000, not ${noiseMultiplier}`]),
    ...(isWithin(delta, 1e-15, 1e-3) ? [] : [`the site privacy's delta must be from 1e-15 to 1e-3, not ${delta}`]),
  ];
}

/** Coordinates of an update that are rotated together, if it has as many. */
const LARGEST_BLOCK = 2 ** 16;

/** Coordinates in a block of the rotation: a power of two. @param parameterCount - P, from 1. */
export function rotationBlock(parameterCount: number): number {
  return Math.min(LARGEST_BLOCK, 2 ** (31 - Math.clz32(parameterCount)));
}
