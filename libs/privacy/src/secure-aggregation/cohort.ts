import type { SiteId } from '@mammofed/core';
import { PrivacyError } from '../errors.js';

/** A sum over fewer sites hides none of them from the others. No policy lowers it. */
const MIN_COHORT = 3;

/** Every pair of sites shares a mask (the complete graph), so that work grows with the cohort. */
export const MAX_COHORT = 64;

/** The smallest threshold that a cohort of `siteCount` may have: 3·t > 2·n. */
export function smallestThreshold(siteCount: number): number {
  return Math.floor((2 * siteCount) / 3) + 1;
}

/** The most sites of a cohort that may work together against the others: fewer than a third. */
export function mostColluding(siteCount: number): number {
  return siteCount - smallestThreshold(siteCount);
}

/** The canonical order of sites, in which the members of a pair and all lists stand: that of their ids' UTF-8 bytes. */
export function compareSites(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** @throws PrivacyError `disordered-list` unless the sites are in the canonical order, each once. */
export function assertOrdered(sites: readonly string[]): void {
  const isOrdered = sites.every((site, i) => i === 0 || compareSites(sites[i - 1] as string, site) < 0);
  if (!isOrdered) {
    throw new PrivacyError('disordered-list', 'a list of sites is not in order or names a site twice: it is refused');
  }
}

/** Bounds of one site's policy. */
export interface CohortPolicy {
  /** At least {@link MIN_COHORT}, whatever stands here. */
  readonly minCohort: number;
  readonly thresholdFloor: number;
  /** Sites that must be sure to contribute and not to collude, t − c; what a run's privacy noise was made for. */
  readonly leastHonest?: number | undefined;
}

/**
 * Judges U1, the sites that advertised keys.
 * @throws PrivacyError `cohort-too-small` | `cohort-too-large` | `threshold-too-low` | `threshold-below-policy` |
 * `too-little-noise` | `below-threshold`.
 * @see Bonawitz et al., CCS 2017, section 6.2: against an active adversary t > 2n/3 keeps the coordinator from having two
 * lists confirmed.
 */
export function assertSoundCohort(siteCount: number, threshold: number, policy: CohortPolicy): void {
  const minCohort = smallestCohort(policy.minCohort);
  const context = { siteCount, threshold };
  if (siteCount < minCohort) {
    const message = `${siteCount} sites take part; the least is ${minCohort}`;
    throw new PrivacyError('cohort-too-small', `${message}: nothing is sent`, context);
  }
  if (siteCount > MAX_COHORT) {
    throw new PrivacyError('cohort-too-large', `${siteCount} sites take part; the most is ${MAX_COHORT}`, context);
  }
  if (3 * threshold <= 2 * siteCount) {
    const message = `a threshold of ${threshold} is too low for ${siteCount} sites; the least is ${smallestThreshold(siteCount)}`;
    throw new PrivacyError('threshold-too-low', `${message}: nothing is sent`, context);
  }
  if (threshold < policy.thresholdFloor) {
    const message = `a threshold of ${threshold} is below the floor of ${policy.thresholdFloor}`;
    throw new PrivacyError('threshold-below-policy', `${message}: nothing is sent`, context);
  }
  const leastHonest = policy.leastHonest ?? 0;
  if (honestSites(siteCount, threshold) < leastHonest) {
    const message = `with ${siteCount} sites and a threshold of ${threshold} the sum is not sure to hold the noise of ${leastHonest} honest ones`;
    throw new PrivacyError('too-little-noise', `${message}: nothing is sent`, context);
  }
  assertEnough(siteCount, threshold);
}

/** How many contributions to a sum are sure to be of sites that do not collude: t − c, of t with c = n − t colluding. */
export function honestSites(siteCount: number, threshold: number): number {
  return 2 * threshold - siteCount;
}

/** The smallest cohort under a policy. */
export function smallestCohort(minCohort: number): number {
  return Math.max(MIN_COHORT, minCohort);
}

/** @throws PrivacyError `below-threshold` if fewer than `least` sites are left. */
export function assertEnough(siteCount: number, least: number): void {
  if (siteCount >= least) return;
  throw new PrivacyError('below-threshold', `${siteCount} sites are left, and ${least} are needed: nothing is sent`, {
    siteCount,
    least,
  });
}

/** The sites of `all` that are not in `some`, in the order of `all`. */
export function without(all: readonly SiteId[], some: readonly SiteId[]): SiteId[] {
  const left = new Set(some);
  return all.filter((site) => !left.has(site));
}

export function equalLists(a: readonly SiteId[], b: readonly SiteId[]): boolean {
  return a.length === b.length && a.every((site, i) => site === b[i]);
}
