import { evaluatedSegmentation, type EvaluatedSegmentation } from './evaluated-segmentation.js';
import { USUAL_TOLERANCES, type SegmentationRow } from './segmentation-row.js';
import { slicesOf } from './slices.js';

type Changes = (i: number) => Partial<SegmentationRow>;

/**
 * Images of as many patients, each with one lesion that was found, unless they are changed.
 * @param changes - of image i.
 */
export function segmentationRows(images: number, changes: Changes = () => ({})): SegmentationRow[] {
  return Array.from({ length: images }, (_, i): SegmentationRow => ({
    ...{ file: `${i}.png`, patient: `P${i}`, touchesEdge: false, unit: 'mm' },
    ...{ empty: 'none', dice: 0.5, iou: 1 / 3, sensitivity: 0.5, specificity: 0.5, accuracy: 0.5 },
    surface: { hausdorff: 9, hausdorff95: 4, averageSurfaceDistance: 1, normalizedSurfaceDice: 0.75 },
    lesions: { lesions: 1, detected: 1, falsePositives: 0 },
    ...{ lesionArea: 100 + i, markedArea: 100, shareOfImage: 0.01, density: null, pathology: null },
    ...changes(i),
  }));
}

/** Their figures without intervals: to draw from many patients 2000 times takes long, and one patient has none. */
export function evaluatedRows(rows: readonly SegmentationRow[]): EvaluatedSegmentation {
  const ofOne = rows.map((row) => ({ ...row, patient: 'P' }));
  const { all, slices, ...rest } = evaluatedSegmentation(ofOne, USUAL_TOLERANCES, 1);
  const patients = (own: readonly SegmentationRow[]): number => new Set(own.map(({ patient }) => patient)).size;
  const counts = slicesOf(rows).map(({ rows: own }) => patients(own));
  return {
    ...rest,
    all: { ...all, patients: patients(rows) },
    slices: slices.map((slice, i) => ({ ...slice, patients: counts[i] as number })),
  };
}

export function evaluatedImages(images: number, changes?: Changes): EvaluatedSegmentation {
  return evaluatedRows(segmentationRows(images, changes));
}
