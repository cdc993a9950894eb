import {
  imagesIn,
  mapStatistics,
  STATISTIC_NAMES,
  STATISTICS,
  type CountedStatistics,
  type DataStatistics,
  type StatisticName,
} from '@mammofed/core';
import { isUsable, type CheckedCase } from './checked-case.js';
import type { DataFinding } from './findings.js';

/** @returns the counts; an image of which a measure is not known is in none of its bins. */
export function statisticsOf(checked: readonly CheckedCase[]): DataStatistics {
  const usable = checked.filter((one) => isUsable(one) && one.measures.mask !== null);
  const counted = (name: StatisticName): number[] => {
    const ends = STATISTICS[name];
    const counts = new Array<number>(ends.length).fill(0);
    for (const one of usable) {
      const value = valueOf(name, one);
      if (value === null) continue;
      const bin = ends.findIndex((end) => value <= end);
      if (bin >= 0) counts[bin]++;
    }
    return counts;
  };
  return mapStatistics(counted);
}

function valueOf(name: StatisticName, { measures }: CheckedCase): number | null {
  switch (name) {
    case 'maskShare':
      return measures.mask?.shareOfBreast ?? null;
    case 'maskAreaMm2':
      return measures.mask?.areaMm2 ?? null;
    case 'spacingMm':
      return measures.rowSpacingMm;
    case 'breastShare':
      return measures.breastShare;
    case 'medianShade':
      return measures.medianShade;
  }
}

/** Fewest images of each side of a comparison. */
const LEAST_COMPARED = 20;
/** Above it a population has clearly changed, by the usual reading of the index. */
const CLEAR_DRIFT = 0.25;
/** Counted in every bin, so that an empty one has a finite weight. */
const HALF = 0.5;

/**
 * Compares a site's distributions with others'. Images whose counts were left out lie in the bins in which the two are most
 * alike: that a count is small at one site is no difference. Of 5,000 draws of one population each, 30 to 1,000 images beside
 * twice as many, at most 0.8 % are found to differ so; with the left-out counts as 0 it were 67 % of the smallest.
 * @param others - counts of all of them, added.
 * @returns a finding for each measure whose population stability index, Σ (p − q)·ln(p / q), is above 0.25.
 * @see Siddiqi, Credit Risk Scorecards (2006), for the index and its reading.
 */
export function driftFindings(own: CountedStatistics, others: CountedStatistics): DataFinding[] {
  return STATISTIC_NAMES.flatMap((name) => {
    const index = stabilityIndex(
      { images: own.images, counts: own.statistics[name] },
      { images: others.images, counts: others.statistics[name] },
    );
    if (index === null || index <= CLEAR_DRIFT) return [];
    const message = `${DRIFT_WORDS[name]} differs from the consortium's (population stability index ${index.toFixed(2)})`;
    return [{ code: 'drifts-from-consortium' as const, file: null, message }];
  });
}

const DRIFT_WORDS: Readonly<Record<StatisticName, string>> = {
  maskShare: "the masks' share of the breast",
  maskAreaMm2: "the masks' area",
  spacingMm: 'the distance of pixels',
  breastShare: "the breast's share of the image",
  medianShade: "the breast's median shade",
};

/** Counts of one measure. */
interface Counts {
  readonly images: number;
  readonly counts: readonly number[];
}

function stabilityIndex(own: Counts, others: Counts): number | null {
  if (imagesIn(own.counts) < LEAST_COMPARED || imagesIn(others.counts) < LEAST_COMPARED) return null;
  // A sum has images left out of any bin: one of its sites may have had few there.
  const ownCounts = completed(own, others.counts, (count) => count === 0);
  const otherCounts = completed(others, ownCounts, () => true);
  const share = (counts: readonly number[], bin: number): number =>
    ((counts[bin] ?? 0) + HALF) / (imagesIn(counts) + HALF * counts.length);
  return ownCounts.reduce((sum, _, bin) => {
    const [p, q] = [share(ownCounts, bin), share(otherCounts, bin)];
    return sum + (p - q) * Math.log(p / q);
  }, 0);
}

/** @returns the counts with those images that were left out, as far as they bring it nearer to the distribution `like`. */
function completed(
  { images, counts }: Counts,
  like: readonly number[],
  mayLack: (count: number) => boolean,
): readonly number[] {
  const spare = Math.max(0, images - imagesIn(counts));
  const perImage = (imagesIn(counts) + spare) / imagesIn(like);
  const lacks = counts.map((count, bin) => (mayLack(count) ? Math.max(0, (like[bin] ?? 0) * perImage - count) : 0));
  const part = Math.min(1, spare / Math.max(imagesIn(lacks), Number.MIN_VALUE));
  return counts.map((count, bin) => count + part * (lacks[bin] as number));
}

/**
 * @param images - of which the counts are: those of which a measure is not known are in none of its bins.
 * @returns the counts with those below `minCellSize` left out: what may leave a site. Where the images that are in no bin any
 * more would be fewer than `minCellSize`, the smallest of the other counts goes with them: the number of images leaves too, and
 * the difference would be a small count after all.
 */
export function withoutSmallCells({ images, statistics }: CountedStatistics, minCellSize: number): DataStatistics {
  return mapStatistics((name) => withoutSmall(statistics[name], images, minCellSize));
}

function withoutSmall(counts: readonly number[], images: number, minCellSize: number): readonly number[] {
  const kept = counts.map((count) => (count < minCellSize ? 0 : count));
  const leftOut = images - imagesIn(kept);
  if (leftOut === 0 || leftOut >= minCellSize) return kept;
  const smallest = kept.indexOf(Math.min(...kept.filter((count) => count > 0)));
  return kept.map((count, bin) => (bin === smallest ? 0 : count));
}
