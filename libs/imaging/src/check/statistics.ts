import { isUsable, type CheckedCase } from './checked-case.js';
import type { DataFinding } from './findings.js';

/** Upper ends of the bins, the same at every site, so that counts can be added and compared. */
export const STATISTICS = {
  /** Mask by breast area. */
  maskShare: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1],
  maskAreaMm2: [10, 25, 50, 100, 200, 400, 800, 1600, 3200, Infinity],
  spacingMm: [0.04, 0.05, 0.06, 0.07, 0.08, 0.1, 0.15, 0.2, 0.5, Infinity],
  /** Breast by image area. */
  breastShare: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
  /** Median shade of the breast, between its darkest and brightest. */
  medianShade: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
} as const satisfies Record<string, readonly number[]>;

export const STATISTIC_NAMES = Object.keys(STATISTICS) as readonly StatisticName[];
export type StatisticName = keyof typeof STATISTICS;

/** Images in each bin of each measure; usable images with something marked alone. */
export type DataStatistics = Readonly<Record<StatisticName, readonly number[]>>;

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
  return {
    maskShare: counted('maskShare'),
    maskAreaMm2: counted('maskAreaMm2'),
    spacingMm: counted('spacingMm'),
    breastShare: counted('breastShare'),
    medianShade: counted('medianShade'),
  };
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
 * Compares a site's distributions with others'.
 * @param others - counts of all of them, added.
 * @returns a finding for each measure whose population stability index, Σ (p − q)·ln(p / q), is above 0.25.
 * @see Siddiqi, Credit Risk Scorecards (2006), for the index and its reading.
 */
export function driftFindings(own: DataStatistics, others: DataStatistics): DataFinding[] {
  return STATISTIC_NAMES.flatMap((name) => {
    const index = stabilityIndex(own[name], others[name]);
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

function stabilityIndex(own: readonly number[], others: readonly number[]): number | null {
  const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
  if (total(own) < LEAST_COMPARED || total(others) < LEAST_COMPARED) return null;
  const share = (counts: readonly number[], bin: number): number =>
    ((counts[bin] ?? 0) + HALF) / (total(counts) + HALF * own.length);
  return own.reduce((sum, _, bin) => {
    const [p, q] = [share(own, bin), share(others, bin)];
    return sum + (p - q) * Math.log(p / q);
  }, 0);
}

/** @returns the counts with those below `minCellSize` left out: what may leave a site. */
export function withoutSmallCells(statistics: DataStatistics, minCellSize: number): DataStatistics {
  const kept = (name: StatisticName): number[] => statistics[name].map((count) => (count < minCellSize ? 0 : count));
  return {
    maskShare: kept('maskShare'),
    maskAreaMm2: kept('maskAreaMm2'),
    spacingMm: kept('spacingMm'),
    breastShare: kept('breastShare'),
    medianShade: kept('medianShade'),
  };
}
