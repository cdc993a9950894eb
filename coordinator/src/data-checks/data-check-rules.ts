import {
  addedStatistics,
  ALL_IMAGES_FINDINGS,
  IMAGE_FINDINGS,
  isRefusal,
  mapStatistics,
  STATISTIC_NAMES,
  STATISTICS,
  type CountedStatistics,
  type DataCheckFigures,
  type DataStatistics,
  type SiteId,
} from '@mammofed/core';
import type { ConsortiumStatistics } from '@mammofed/wire';
import type { DataCheckRow } from '../database/schema.js';
import type { SiteFailure } from '../rounds/site-failures.js';

/**
 * Sites whose counts join the sum at a time, at least. With fewer a site could take its own counts, or an earlier sum, from a
 * sum and have those of one other site: as in secure mode, three is the least.
 */
const FEWEST_JOINING = 3;

/** @returns what is wrong with a site's report, in words; null if it is sound. */
export function dataCheckProblem(figures: DataCheckFigures): string | null {
  const { fits, codes, usableImages, usablePatients, imageCounts, statistics } = figures;
  const imageCodes = imageCounts.map(({ code }) => code);
  for (const [name, found, known] of [
    ['codes', codes, ALL_IMAGES_FINDINGS],
    ['imageCounts', imageCodes, IMAGE_FINDINGS],
  ] as const) {
    // Codes of a newer site among them: it is told to have the coordinator updated.
    if (!found.every((code) => known.includes(code))) return `${name} has a code that this coordinator does not know`;
    if (new Set(found).size < found.length) return `${name} has a code twice`;
  }
  if (fits === codes.some((code) => isRefusal({ code }))) return 'the codes do not say what the verdict says';
  if (usablePatients !== null && (usableImages === null || usablePatients > usableImages))
    return 'there are more patients than images';
  if (statistics === null) return null;
  return usableImages === null
    ? 'bins are counted of nobody knows how many images'
    : statisticsProblem(statistics, usableImages);
}

function statisticsProblem(statistics: DataStatistics, usableImages: number): string | null {
  for (const name of STATISTIC_NAMES) {
    const counts = statistics[name];
    if (counts.length !== STATISTICS[name].length) return `${name} has not the bins of the data check`;
    if (totalOf(counts) > usableImages) return `${name} counts more images than there are`;
  }
  return null;
}

function totalOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The figures alone, field by field: nothing else that a message carries gets into the database. */
export function figuresOf(source: DataCheckFigures): DataCheckFigures {
  const { fits, codes, usableImages, usablePatients, imageCounts, statistics } = source;
  return {
    ...{ fits, codes: [...codes], usableImages, usablePatients },
    imageCounts: imageCounts.map(({ code, images }) => ({ code, images })),
    statistics: statistics === null ? null : mapStatistics((name) => [...statistics[name]]),
  };
}

/** Whose counts join the sum: everybody's who shared some, once there are enough who are not in it yet. */
export function joiningSites(rows: readonly DataCheckRow[]): ReadonlyMap<SiteId, CountedStatistics> {
  const joining = rows.flatMap(({ siteId, figures, pooled }): [SiteId, CountedStatistics][] => {
    const { usableImages: images, statistics } = figures;
    return images !== null && statistics !== null && pooled === null ? [[siteId, { images, statistics }]] : [];
  });
  return new Map(joining.length < FEWEST_JOINING ? [] : joining);
}

/** The sum that a site is told: of all others in it. Null where it would be the counts of one. */
export function othersOf(site: SiteId, rows: readonly DataCheckRow[]): ConsortiumStatistics | null {
  const others = rows.flatMap(({ siteId, pooled }) => (siteId !== site && pooled !== null ? [pooled] : []));
  if (others.length < FEWEST_JOINING - 1) return null;
  return {
    sites: others.length,
    images: others.reduce((sum, { images }) => sum + images, 0),
    statistics: addedStatistics(others.map(({ statistics }) => statistics)),
  };
}

/** Why a site is not selected; null if its data fit. */
export function unfitness({ fits, codes }: DataCheckFigures): SiteFailure | null {
  if (fits) return null;
  const refusals = codes.filter((code) => isRefusal({ code }));
  return { code: 'data-does-not-fit', reason: `data-does-not-fit: ${refusals.join(', ')}` };
}
