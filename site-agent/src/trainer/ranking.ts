import type { ImageRow } from './measure.js';

export type Rank = 'best' | 'median' | 'worst';

/** Overlays of each rank. */
const SHOWN_PER_RANK = 2;

/** Best first by Dice; equal ones by file name, so that the order repeats. */
export function bestFirst(images: readonly ImageRow[]): ImageRow[] {
  return [...images].sort((a, b) => b.dice - a.dice || (a.file < b.file ? -1 : 1));
}

/**
 * Which images are shown: the two best, the two in the middle and the two worst. In a set of fewer than six, each image
 * is shown once at most and the middle has fewer.
 * @param sorted - best first.
 */
export function chosenForOverlays(sorted: readonly ImageRow[]): { readonly rank: Rank; readonly image: ImageRow }[] {
  const n = sorted.length;
  const best = indices(0, Math.min(SHOWN_PER_RANK, Math.ceil(n / 2)));
  const worst = indices(Math.max(best.length, n - SHOWN_PER_RANK), n);
  const between = n - best.length - worst.length;
  const medianCount = Math.min(SHOWN_PER_RANK, between);
  const medianStart = best.length + Math.floor((between - medianCount) / 2);
  const median = indices(medianStart, medianStart + medianCount);
  const pick = (rank: Rank, places: number[]) => places.map((place) => ({ rank, image: sorted[place] as ImageRow }));
  return [...pick('best', best), ...pick('median', median), ...pick('worst', worst)];
}

function indices(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
