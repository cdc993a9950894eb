import { listedFigures, type ImageRow } from '../trainer/measure.js';
import type { SegmentationRow } from './segmentation-row.js';

/** What is written down of an image beside the figures that every evaluation has; distances and areas in its unit. */
type ListedSegmentation = Omit<
  SegmentationRow,
  'file' | 'patient' | 'touchesEdge' | 'dice' | 'sensitivity' | 'specificity' | 'accuracy'
>;

/** An image as evaluation.json has it. */
export type ListedImage = Omit<ImageRow, 'index'> & ListedSegmentation;

/** @param measured - by the images' places in the measured set. */
export function listedImage(row: ImageRow, measured: readonly SegmentationRow[]): ListedImage {
  const { empty, iou, unit, surface, lesions, ...rest } = measured[row.index] as SegmentationRow;
  const { lesionArea, markedArea, shareOfImage, density, pathology } = rest;
  return {
    ...listedFigures(row),
    ...{ empty, iou, unit, lesionArea, markedArea, shareOfImage, density, pathology, surface, lesions },
  };
}
