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

export type StatisticName = keyof typeof STATISTICS;
export const STATISTIC_NAMES = Object.keys(STATISTICS) as readonly StatisticName[];

/** Images in each bin of each measure; usable images with something marked alone. */
export type DataStatistics = Readonly<Record<StatisticName, readonly number[]>>;

/** Counts that some may be left out of, with how many images there are in all. */
export interface CountedStatistics {
  readonly images: number;
  readonly statistics: DataStatistics;
}

/** Counts of which nobody said how many images they are of: as many as the measure says that is known of most. */
export function countedStatistics(statistics: DataStatistics): CountedStatistics {
  return { images: Math.max(...STATISTIC_NAMES.map((name) => imagesIn(statistics[name]))), statistics };
}

/** @returns whether every measure has the bins of this version: what came over the wire may have others. */
export function hasKnownBins(statistics: DataStatistics): boolean {
  return STATISTIC_NAMES.every((name) => statistics[name].length === STATISTICS[name].length);
}

/** @returns the images in all bins of a measure. */
export function imagesIn(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** @returns the counts of a new set: `of` each measure. */
export function mapStatistics(of: (name: StatisticName) => readonly number[]): DataStatistics {
  return {
    maskShare: of('maskShare'),
    maskAreaMm2: of('maskAreaMm2'),
    spacingMm: of('spacingMm'),
    breastShare: of('breastShare'),
    medianShade: of('medianShade'),
  };
}

/** @returns the counts of all sets together, bin by bin. */
export function addedStatistics(sets: readonly DataStatistics[]): DataStatistics {
  return mapStatistics((name) =>
    STATISTICS[name].map((_, bin) => sets.reduce((sum, set) => sum + (set[name][bin] ?? 0), 0)),
  );
}
