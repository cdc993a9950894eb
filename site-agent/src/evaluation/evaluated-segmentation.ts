import type { LengthUnit } from '@mammofed/core';
import { blandAltman, type BlandAltman } from '@mammofed/imaging';
import { LESION_OVERLAP } from '@mammofed/learning';
import { segmentationFigures, type SegmentationFigures } from './segmentation-figures.js';
import type { SegmentationRow, Tolerances } from './segmentation-row.js';
import { slicesOf, type SliceName } from './slices.js';

/** An evaluation's figures of the whole set and by slice, with what they were measured by. */
export interface EvaluatedSegmentation {
  readonly tolerances: Tolerances;
  readonly lesionOverlap: number;
  readonly intervalSeed: number;
  readonly all: SegmentationFigures;
  readonly slices: readonly ({
    readonly slice: SliceName;
    readonly key: string;
    readonly part: string;
  } & SegmentationFigures)[];
  /** Of the areas, predicted - reference, in the square of each unit; null where no image has it. */
  readonly areaAgreement: Readonly<Record<LengthUnit, BlandAltman | null>>;
}

/**
 * @param rows - one at least.
 * @param seed - of the intervals' resampling.
 */
export function evaluatedSegmentation(
  rows: readonly SegmentationRow[],
  tolerances: Tolerances,
  seed: number,
): EvaluatedSegmentation {
  return {
    ...{ tolerances, lesionOverlap: LESION_OVERLAP, intervalSeed: seed },
    all: segmentationFigures(rows, seed),
    slices: slicesOf(rows).map(({ slice, key, part, rows: own }) => ({
      slice,
      key,
      part,
      ...segmentationFigures(own, seed),
    })),
    areaAgreement: { mm: agreementOf(rows, 'mm'), px: agreementOf(rows, 'px') },
  };
}

function agreementOf(rows: readonly SegmentationRow[], unit: LengthUnit): BlandAltman | null {
  const own = rows.filter((row) => row.unit === unit);
  if (own.length === 0) return null;
  return blandAltman({
    reference: own.map(({ lesionArea }) => lesionArea),
    predicted: own.map(({ markedArea }) => markedArea),
  });
}
