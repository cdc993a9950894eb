import type { PatientKeys } from '@mammofed/imaging';
import { listedFigures, type ImageRow, type ListedFigures } from '../trainer/measure.js';
import type { SegmentationRow } from './segmentation-row.js';

/** What is written down of an image beside the figures that every evaluation has; distances and areas in its unit. */
type ListedSegmentation = Omit<
  SegmentationRow,
  'file' | 'patient' | 'touchesEdge' | 'dice' | 'sensitivity' | 'specificity' | 'accuracy'
>;

/** An image as evaluation.json has it. */
export type ListedImage = ListedFigures & ListedSegmentation;

/** @param measured - by the images' places in the measured set. */
export function listedImage(row: ImageRow, measured: readonly SegmentationRow[], keys: PatientKeys): ListedImage {
  const { empty, iou, unit, surface, lesions, ...rest } = measured[row.index] as SegmentationRow;
  const { lesionArea, markedArea, shareOfImage, density, pathology } = rest;
  return {
    ...listedFigures(row, keys),
    ...{ empty, iou, unit, lesionArea, markedArea, shareOfImage, density, pathology, surface, lesions },
  };
}

/** An image of an evaluation of whole mammograms, as it is printed. */
export function listedWholeImage(
  { file, patient, ...figures }: SegmentationRow,
  keys: PatientKeys,
): Omit<SegmentationRow, 'patient'> & Pick<ListedFigures, 'patientKey'> {
  return { file, patientKey: keys.of(patient), ...figures };
}
