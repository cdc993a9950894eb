import type { RunConfig, SitePrivacy } from '@mammofed/core';
import { epsilonOf, siteNoiseOf } from '@mammofed/privacy';

/**
 * What all rounds of a run with privacy for sites cost a site, and what the noise does to the mean, as lines for a person.
 * @param parameterCount - P of the run's model.
 * @throws PrivacyError `noise-exceeds-ring`.
 */
export function siteForecastLines(config: RunConfig, parameterCount: number): string[] {
  const { sitePrivacy, rounds, quorum } = config;
  const noise = siteNoiseOf(config, parameterCount);
  if (sitePrivacy === undefined || noise === null) return [];
  const { clipNorm, delta } = sitePrivacy;
  const epsilon = epsilonOf([{ ...noise.use, times: rounds }], delta);
  // Of a full cohort: every site adds its part, whether or not the bound counts on it.
  const deviation = (noise.deviation / noise.normInQuanta) * clipNorm * Math.sqrt(1 / quorum.maxSites);
  const norm = deviation * Math.sqrt(parameterCount);
  return [
    `Privacy for sites: all rounds cost a site ε = ${epsilon.toFixed(2)} (δ = ${delta}), counting on the noise of ${noise.honestSites} of at least ${quorum.minSites} sites.`,
    `With ${quorum.maxSites} sites the noise in a round's mean change has a norm of ${norm.toPrecision(3)}; the change itself has at most ${clipNorm}.`,
  ];
}

/** How a run protects sites, in words. */
export function sitePrivacyText({ noiseMultiplier, clipNorm, delta }: SitePrivacy): string {
  return `discrete Gaussian noise for sites: noise ${noiseMultiplier}, updates up to norm ${clipNorm}, δ = ${delta}`;
}
