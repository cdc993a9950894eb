import {
  addedStatistics,
  ALL_IMAGES_FINDINGS,
  hasKnownBins,
  IMAGE_FINDINGS,
  imagesIn,
  isFindingCode,
  isRefusal,
  mapStatistics,
  STATISTIC_NAMES,
  type CountedStatistics,
  type DataCheckFigures,
  type DataStatistics,
  type SiteId,
} from '@mammofed/core';
import type { ConsortiumStatistics } from '@mammofed/wire';
import type { DataCheckRow, PooledStatisticsRow } from '../database/schema.js';
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
    if (!found.every((code) => known.includes(code)))
      return `${name} has a code that this coordinator does not know; if the site is of a newer version, update the coordinator`;
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
  if (!hasKnownBins(statistics)) return 'a measure has not the bins of the data check';
  const excessive = STATISTIC_NAMES.find((name) => imagesIn(statistics[name]) > usableImages);
  return excessive === undefined ? null : `${excessive} counts more images than there are`;
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

/**
 * Whose counts join a study's sum: those who shared some and are not in it, once there are enough of them who know the same
 * measures. A site that does not know a measure would be none of the three there.
 * @param rows - of one run. @param pooled - of its study.
 */
export function joiningSites(
  rows: readonly DataCheckRow[],
  pooled: readonly PooledStatisticsRow[],
): ReadonlyMap<SiteId, CountedStatistics> {
  const members = new Set(pooled.map(({ siteId }) => siteId));
  const byMeasures = new Map<string, [SiteId, CountedStatistics][]>();
  for (const { siteId, figures } of rows) {
    const { usableImages: images, statistics } = figures;
    if (images === null || statistics === null || members.has(siteId)) continue;
    const measures = STATISTIC_NAMES.filter((name) => imagesIn(statistics[name]) > 0).join();
    byMeasures.set(measures, [...(byMeasures.get(measures) ?? []), [siteId, { images, statistics }]]);
  }
  return new Map([...byMeasures.values()].filter((sites) => sites.length >= FEWEST_JOINING).flat());
}

/** The sum that a site is told: of all others in it. Null where it would be the counts of one. */
export function othersOf(site: SiteId, pooled: readonly PooledStatisticsRow[]): ConsortiumStatistics | null {
  const others = pooled.flatMap(({ siteId, counted }) => (siteId === site ? [] : [counted]));
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
  // Of a row that another version wrote, a code may not be known.
  const refusals = codes.filter((code) => isFindingCode(code) && isRefusal({ code }));
  return { code: 'data-does-not-fit', reason: `data-does-not-fit: ${refusals.join(', ')}` };
}
