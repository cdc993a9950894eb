import type { Interval } from '@mammofed/core';

// What `evaluate --json` says of outlines and lesions; made by site-agent/src/evaluation, where every figure is defined.

export type LengthUnit = 'mm' | 'px';

/** A figure over the images of which it is defined. */
export interface Figure {
  readonly n: number;
  readonly mean: number;
  readonly min: number;
  readonly max: number;
  readonly quartiles: readonly [number, number, number];
  readonly interval: Interval | null;
}

export interface Ratio {
  readonly value: number;
  readonly interval: Interval | null;
}

export const DISTANCES = ['hausdorff95', 'averageSurfaceDistance', 'hausdorff', 'normalizedSurfaceDice'] as const;
export type Distance = (typeof DISTANCES)[number];

export interface SegmentationFigures {
  readonly images: number;
  readonly patients: number;
  readonly dice: Figure | null;
  readonly iou: Figure | null;
  readonly sensitivity: Figure | null;
  readonly specificity: Figure | null;
  readonly accuracy: Figure | null;
  readonly surface: Readonly<Record<LengthUnit, Readonly<Record<Distance, Figure>> | null>>;
  readonly emptyPredictions: number;
  readonly lesions: {
    readonly lesions: number;
    readonly detected: number;
    readonly falsePositives: number;
    readonly sensitivity: Ratio | null;
    readonly falsePositivesPerImage: Ratio | null;
  };
  readonly negatives: {
    readonly images: number;
    readonly falsePositiveImages: number;
    readonly falsePositiveRate: Ratio;
  } | null;
}

export interface SliceFigures extends SegmentationFigures {
  readonly slice: 'edge' | 'size' | 'density' | 'pathology';
  readonly part: string;
}

/** Of areas, in the square of a unit. */
export interface AreaAgreement {
  readonly n: number;
  readonly bias: number;
  readonly standardDeviation: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly biasInterval: Interval | null;
  readonly lowerInterval: Interval | null;
  readonly upperInterval: Interval | null;
}

export interface SegmentationResult {
  readonly tolerances: Readonly<Record<LengthUnit, number>>;
  readonly lesionOverlap: number;
  readonly intervalSeed: number;
  readonly all: SegmentationFigures;
  readonly slices: readonly SliceFigures[];
  readonly areaAgreement: Readonly<Record<LengthUnit, AreaAgreement | null>>;
}

/** One image's figures. */
export interface EvaluatedImage {
  readonly file: string;
  /** Equal for the images of one patient in this evaluation; no identifier. */
  readonly patientKey: string;
  readonly touchesEdge: boolean;
  readonly dice: number;
  readonly sensitivity: number;
  readonly specificity: number;
  readonly accuracy: number;
  readonly empty: 'none' | 'prediction' | 'reference' | 'both';
  readonly iou: number | null;
  readonly unit: LengthUnit;
  readonly lesionArea: number;
  readonly markedArea: number;
  /** Of the lesion in the whole image, 0 to 1. */
  readonly shareOfImage: number;
  readonly density: string | null;
  readonly pathology: string | null;
  readonly surface: Readonly<Record<Distance, number>> | null;
  readonly lesions: { readonly lesions: number; readonly detected: number; readonly falsePositives: number };
}
