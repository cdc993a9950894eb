import { bootstrapInterval, quantile, type Interval, type LengthUnit } from '@mammofed/core';
import { summarize, type SurfaceDistances } from '@mammofed/learning';
import type { SegmentationRow } from './segmentation-row.js';

/** A figure over the images of which it is defined. */
export interface Figure {
  /** Images of which it is defined: those that are in the mean. */
  readonly n: number;
  readonly mean: number;
  readonly min: number;
  readonly max: number;
  /** A quarter of the images lie below the first, half below the second, three quarters below the third. */
  readonly quartiles: readonly [number, number, number];
  /** 95 %, by drawing patients; null of a single patient. */
  readonly interval: Interval | null;
}

/** A ratio of counts over the set, such as detected lesions over lesions. */
export interface Ratio {
  readonly value: number;
  readonly interval: Interval | null;
}

/** What a set of images, or a slice of it, comes to. Null: defined of none of its images. */
export interface SegmentationFigures {
  readonly images: number;
  readonly patients: number;
  readonly dice: Figure | null;
  readonly iou: Figure | null;
  readonly sensitivity: Figure | null;
  readonly specificity: Figure | null;
  readonly accuracy: Figure | null;
  /** Of the images whose distances are in that unit; never mixed. */
  readonly surface: Readonly<Record<LengthUnit, Readonly<Record<keyof SurfaceDistances, Figure>> | null>>;
  /** Images with a reference of which nothing was marked: Dice 0, and no distances. */
  readonly emptyPredictions: number;
  readonly lesions: {
    readonly lesions: number;
    readonly detected: number;
    readonly falsePositives: number;
    /** Detected over all lesions of the set; null if there are none. */
    readonly sensitivity: Ratio | null;
    readonly falsePositivesPerImage: Ratio | null;
  };
  /** Images whose reference marks nothing; null if there are none. */
  readonly negatives: {
    readonly images: number;
    /** Of these, the ones on which something was marked. */
    readonly falsePositiveImages: number;
    readonly falsePositiveRate: Ratio;
  } | null;
}

const DISTANCES = ['hausdorff', 'hausdorff95', 'averageSurfaceDistance', 'normalizedSurfaceDice'] as const;

/**
 * @param seed - of the intervals' resampling: equal seeds and rows give equal intervals.
 * @returns the figures of the rows; an image of which a figure is not defined is not in its mean.
 */
export function segmentationFigures(rows: readonly SegmentationRow[], seed: number): SegmentationFigures {
  const overlap = (name: 'dice' | 'iou' | 'sensitivity' | 'specificity' | 'accuracy'): Figure | null =>
    figureOf(rows, (row) => row[name], seed);
  const negative = rows.filter(({ empty }) => empty === 'reference' || empty === 'both');
  const sum = (name: 'lesions' | 'detected' | 'falsePositives'): number =>
    rows.reduce((total, { lesions }) => total + lesions[name], 0);
  return {
    images: rows.length,
    patients: new Set(rows.map(({ patient }) => patient)).size,
    dice: overlap('dice'),
    iou: overlap('iou'),
    sensitivity: overlap('sensitivity'),
    specificity: overlap('specificity'),
    accuracy: overlap('accuracy'),
    surface: { mm: surfaceOf(rows, 'mm', seed), px: surfaceOf(rows, 'px', seed) },
    emptyPredictions: rows.filter(({ empty }) => empty === 'prediction').length,
    lesions: {
      ...{ lesions: sum('lesions'), detected: sum('detected'), falsePositives: sum('falsePositives') },
      sensitivity: ratioOf(
        rows,
        ({ lesions }) => lesions.detected,
        ({ lesions }) => lesions.lesions,
        seed,
      ),
      falsePositivesPerImage: ratioOf(
        rows,
        ({ lesions }) => lesions.falsePositives,
        () => 1,
        seed,
      ),
    },
    negatives: negativesOf(negative, seed),
  };
}

function negativesOf(rows: readonly SegmentationRow[], seed: number): SegmentationFigures['negatives'] {
  const isMarked = ({ empty }: SegmentationRow): number => (empty === 'reference' ? 1 : 0);
  const falsePositiveRate = ratioOf(rows, isMarked, () => 1, seed);
  if (falsePositiveRate === null) return null;
  return { images: rows.length, falsePositiveImages: rows.filter(isMarked).length, falsePositiveRate };
}

function surfaceOf(
  rows: readonly SegmentationRow[],
  unit: LengthUnit,
  seed: number,
): Readonly<Record<keyof SurfaceDistances, Figure>> | null {
  const measured = rows.filter((row) => row.unit === unit && row.surface !== null);
  if (measured.length === 0) return null;
  return Object.fromEntries(
    DISTANCES.map((name) => [name, figureOf(measured, ({ surface }) => surface?.[name] ?? null, seed)]),
  ) as Record<keyof SurfaceDistances, Figure>;
}

function figureOf(
  rows: readonly SegmentationRow[],
  valueOf: (row: SegmentationRow) => number | null,
  seed: number,
): Figure | null {
  const defined = rows.flatMap((row) => {
    const value = valueOf(row);
    return value === null ? [] : [{ value, group: row.patient }];
  });
  if (defined.length === 0) return null;
  const values = defined.map(({ value }) => value);
  const groups = defined.map(({ group }) => group);
  const sorted = Float64Array.from(values).sort();
  return {
    n: values.length,
    ...summarize(values),
    quartiles: [quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75)],
    interval: bootstrapInterval({ values, groups, seed }),
  };
}

function ratioOf(
  rows: readonly SegmentationRow[],
  valueOf: (row: SegmentationRow) => number,
  countOf: (row: SegmentationRow) => number,
  seed: number,
): Ratio | null {
  const [values, counts] = [rows.map(valueOf), rows.map(countOf)];
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const groups = rows.map(({ patient }) => patient);
  return {
    value: values.reduce((sum, value) => sum + value, 0) / total,
    interval: bootstrapInterval({ values, groups, counts, seed }),
  };
}
