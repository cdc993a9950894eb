import type { LengthUnit } from '@mammofed/core';
import type { CaseFacts, CaseImage, DataCase, MaskPixels, RegionSample } from '@mammofed/imaging';
import { segmentationMetrics, type SegmentationMetrics } from '@mammofed/learning';

/** Of the normalized surface Dice, in each unit. */
export type Tolerances = Readonly<Record<LengthUnit, number>>;

/** Where nobody says otherwise. A convention; everything that is written says it. */
export const USUAL_TOLERANCES: Tolerances = { mm: 2, px: 2 };

/** One image's figures. They stay at the site; what is written of them has the patient's key in place of the patient. */
export interface SegmentationRow extends SegmentationMetrics {
  readonly file: string;
  readonly patient: string;
  readonly touchesEdge: boolean;
  readonly unit: LengthUnit;
  /** Marked by people, in the square of the unit. */
  readonly lesionArea: number;
  /** Marked by the network, in the same. */
  readonly markedArea: number;
  /** The reference's share of the whole image, 0 to 1. */
  readonly shareOfImage: number;
  readonly density: CaseFacts['density'];
  readonly pathology: CaseFacts['pathology'];
}

/** What is needed of a sample beside its mask. */
export type PlacedSample = Pick<
  RegionSample,
  'file' | 'patient' | 'mask' | 'box' | 'imageWidth' | 'imageHeight' | 'touchesEdge' | 'facts' | 'spacing'
>;

/**
 * Measures one region. It was squeezed to a square, so that its pixels are as many pixels of the image high and wide as its box
 * says: distances and areas are the image's again.
 * @param predicted - shape (S, S), 0 or 1.
 * @throws LearningError as `segmentationMetrics`.
 */
export function segmentationRow(
  sample: PlacedSample,
  predicted: Uint8Array,
  size: number,
  tolerances: Tolerances,
): SegmentationRow {
  const { file, patient, touchesEdge, mask, box, facts, spacing } = sample;
  const known = spacing ?? null;
  const unit: LengthUnit = known === null ? 'px' : 'mm';
  const grid = {
    ...{ width: size, height: size },
    rowSpacing: ((box.bottom - box.top) / size) * (known?.rowMm ?? 1),
    columnSpacing: ((box.right - box.left) / size) * (known?.columnMm ?? 1),
  };
  const pixelArea = grid.rowSpacing * grid.columnSpacing;
  const imageArea = sample.imageWidth * sample.imageHeight * (known?.rowMm ?? 1) * (known?.columnMm ?? 1);
  const lesionArea = marked(mask) * pixelArea;
  return {
    ...{ file, patient, touchesEdge, unit },
    ...segmentationMetrics(predicted, mask, grid, tolerances[unit]),
    lesionArea,
    markedArea: marked(predicted) * pixelArea,
    shareOfImage: lesionArea / imageArea,
    density: facts?.density ?? null,
    pathology: facts?.pathology ?? null,
  };
}

/**
 * Measures a whole image, pixel by pixel of its own.
 * @param predicted - of the image's size, 0 or 1.
 * @throws LearningError as `segmentationMetrics`.
 */
export function wholeImageRow(
  { file, patient, facts }: DataCase,
  { mask, spacing }: Pick<CaseImage, 'spacing'> & { readonly mask: MaskPixels },
  predicted: Uint8Array,
  tolerances: Tolerances,
): SegmentationRow {
  const { width, height } = mask;
  const unit: LengthUnit = spacing === null ? 'px' : 'mm';
  const grid = { width, height, rowSpacing: spacing?.rowMm ?? 1, columnSpacing: spacing?.columnMm ?? 1 };
  const pixelArea = grid.rowSpacing * grid.columnSpacing;
  const lesionPixels = marked(mask.mask);
  return {
    ...{ file, patient, touchesEdge: touchesBorder(mask), unit },
    ...segmentationMetrics(predicted, mask.mask, grid, tolerances[unit]),
    lesionArea: lesionPixels * pixelArea,
    markedArea: marked(predicted) * pixelArea,
    shareOfImage: lesionPixels / (width * height),
    density: facts.density,
    pathology: facts.pathology,
  };
}

function touchesBorder({ width, height, mask }: MaskPixels): boolean {
  for (let x = 0; x < width; x++) if (mask[x] === 1 || mask[(height - 1) * width + x] === 1) return true;
  for (let y = 0; y < height; y++) if (mask[y * width] === 1 || mask[y * width + width - 1] === 1) return true;
  return false;
}

function marked(mask: Uint8Array): number {
  return mask.reduce((count, value) => (value === 0 ? count : count + 1), 0);
}
