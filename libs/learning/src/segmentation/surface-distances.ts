import { quantile } from '@mammofed/core';
import { LearningError } from '../errors.js';
import { squaredDistances } from './distance-transform.js';
import { boundaryOf } from './mask-boundary.js';
import { markedCrop } from './marked-crop.js';
import { requireOnGrid, type MaskGrid } from './mask-grid.js';

/** How far the boundaries of two masks are apart; distances in the grid's unit. */
export interface SurfaceDistances {
  /** The largest distance from a boundary pixel of one mask to the nearest of the other (Hausdorff). */
  readonly hausdorff: number;
  /** The larger of the two directions' 95th percentiles: one stray pixel does not decide it. */
  readonly hausdorff95: number;
  /** The mean over the boundary pixels of both masks (average symmetric surface distance). */
  readonly averageSurfaceDistance: number;
  /** The share of the boundary pixels of both masks that lie within the tolerance of the other mask's; 0 to 1. */
  readonly normalizedSurfaceDice: number;
}

/** The fraction of the distances that HD95 bounds. */
const PERCENTILE = 0.95;

/**
 * Compares the boundaries of two masks. Distances are between centres of boundary pixels (see `boundaryOf`), percentiles
 * between the two nearest values in proportion. Of an empty mask no boundary exists: nothing is defined, and whoever averages
 * leaves the image out and says how many there were.
 *
 * The normalized surface Dice counts boundary pixels where its authors weigh pieces of a contour by their length: on grids
 * of square pixels the two differ by the share of slanting pieces that is out of tolerance.
 * @param predicted - shape (height, width), 0 or non-zero.
 * @param reference - of the same shape.
 * @param tolerance - of the normalized surface Dice, in the grid's unit, 0 or more.
 * @returns null if either mask is empty.
 * @throws LearningError `wrong-shape` as `requireOnGrid`; `bad-options` for a tolerance below 0.
 * @see Taha and Hanbury, Metrics for evaluating 3D medical image segmentation, BMC Medical Imaging 15:29 (2015), for the
 * Hausdorff distance and its quantile; Maier-Hein, Reinke et al., Metrics reloaded, Nature Methods 21 (2024), 195-212, for HD95,
 * ASSD and what an empty mask means; Nikolov et al., J Med Internet Res 23(7):e26151 (2021), for the surface Dice.
 */
export function surfaceDistances(
  predicted: Uint8Array,
  reference: Uint8Array,
  grid: MaskGrid,
  tolerance: number,
): SurfaceDistances | null {
  requireOnGrid(predicted, grid);
  requireOnGrid(reference, grid);
  if (!(tolerance >= 0) || tolerance === Infinity)
    throw new LearningError('bad-options', 'the tolerance of the surface Dice must be a distance, 0 or more', {
      tolerance,
    });
  const crop = markedCrop(predicted, reference, grid.width, grid.height);
  if (crop === null) return null;
  const { width, height } = crop;
  const [ofPredicted, ofReference] = [boundaryOf(crop.first, width, height), boundaryOf(crop.second, width, height)];
  const cropGrid = { ...grid, width, height };
  const toReference = distancesAt(ofPredicted, squaredDistances(ofReference, cropGrid));
  const toPredicted = distancesAt(ofReference, squaredDistances(ofPredicted, cropGrid));
  if (toReference.length === 0 || toPredicted.length === 0) return null;
  const count = toReference.length + toPredicted.length;
  return {
    hausdorff: Math.max(largest(toReference), largest(toPredicted)),
    hausdorff95: Math.max(quantile(toReference, PERCENTILE), quantile(toPredicted, PERCENTILE)),
    averageSurfaceDistance: (sumOf(toReference) + sumOf(toPredicted)) / count,
    normalizedSurfaceDice: (countWithin(toReference, tolerance) + countWithin(toPredicted, tolerance)) / count,
  };
}

/** Sorted, smallest first. */
function distancesAt(boundary: Uint8Array, squared: Float64Array): Float64Array {
  const distances: number[] = [];
  boundary.forEach((value, i) => {
    if (value !== 0) distances.push(Math.sqrt(squared[i] as number));
  });
  return Float64Array.from(distances).sort();
}

function largest(sorted: Float64Array): number {
  return sorted[sorted.length - 1] as number;
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Squares and roots are rounded: a distance that is the tolerance counts as within. */
const ROUNDING = 1e-9;

function countWithin(sorted: Float64Array, tolerance: number): number {
  const limit = tolerance * (1 + ROUNDING);
  return sorted.reduce((count, value) => (value <= limit ? count + 1 : count), 0);
}
