import { maskMetrics } from '../mask-metrics.js';
import { lesionDetection, type LesionDetection } from './lesion-detection.js';
import { requireOnGrid, type MaskGrid } from './mask-grid.js';
import { surfaceDistances, type SurfaceDistances } from './surface-distances.js';

/** Which of the two masks of an image mark nothing. */
export type EmptyMasks = 'none' | 'prediction' | 'reference' | 'both';

/** One image's figures; null where a figure has no meaning. It then counts in no mean. */
export interface SegmentationMetrics {
  readonly empty: EmptyMasks;
  /** 2 TP / (2 TP + FP + FN); null without a reference, 0 of an empty prediction. */
  readonly dice: number | null;
  /** Intersection over union, TP / (TP + FP + FN) (Jaccard); null and 0 as Dice. */
  readonly iou: number | null;
  /** TP / (TP + FN); null without a reference. */
  readonly sensitivity: number | null;
  /** TN / (TN + FP); null where the reference marks everything. */
  readonly specificity: number | null;
  /** (TP + TN) / all pixels. */
  readonly accuracy: number;
  /** Null if either mask is empty. */
  readonly surface: SurfaceDistances | null;
  readonly lesions: LesionDetection;
}

/**
 * Everything that is measured of one image. An empty reference is a negative: what overlaps nothing has no Dice, and a
 * prediction on it counts as a false positive.
 * @param predicted - shape (height, width), 0 or non-zero.
 * @param reference - of the same shape.
 * @param tolerance - of the normalized surface Dice, in the grid's unit.
 * @throws LearningError `wrong-shape`, `bad-options` as `surfaceDistances`.
 * @see Maier-Hein, Reinke et al., Metrics reloaded, Nature Methods 21 (2024), 195-212, on images without a reference.
 */
export function segmentationMetrics(
  predicted: Uint8Array,
  reference: Uint8Array,
  grid: MaskGrid,
  tolerance: number,
): SegmentationMetrics {
  requireOnGrid(predicted, grid);
  requireOnGrid(reference, grid);
  const empty = emptyOf(predicted, reference);
  const { dice, sensitivity, specificity, accuracy } = maskMetrics(predicted, reference);
  const hasReference = empty === 'none' || empty === 'prediction';
  return {
    empty,
    dice: hasReference ? dice : null,
    // The two count the same pixels: J = D / (2 - D).
    iou: hasReference ? dice / (2 - dice) : null,
    sensitivity: hasReference ? sensitivity : null,
    specificity: reference.includes(0) ? specificity : null,
    accuracy,
    surface: surfaceDistances(predicted, reference, grid, tolerance),
    lesions: lesionDetection(predicted, reference, grid.width, grid.height),
  };
}

function emptyOf(predicted: Uint8Array, reference: Uint8Array): EmptyMasks {
  const isEmpty = (mask: Uint8Array): boolean => mask.every((value) => value === 0);
  if (isEmpty(reference)) return isEmpty(predicted) ? 'both' : 'reference';
  return isEmpty(predicted) ? 'prediction' : 'none';
}
