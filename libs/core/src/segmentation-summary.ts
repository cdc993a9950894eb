/** Mean Dice on a part of a test split. */
export interface SubsetFigures {
  readonly n: number;
  readonly dice: number;
}

/** What distances are measured in: millimetres where the image's spacing is known, else the image's own pixels. */
export const LENGTH_UNITS = ['mm', 'px'] as const;
export type LengthUnit = (typeof LENGTH_UNITS)[number];

/** Thirds of a site's own test split, by the lesion's area. */
export const SIZE_PARTS = ['small', 'medium', 'large'] as const;
/** ACR a to d. */
export const DENSITY_PARTS = ['a', 'b', 'c', 'd', 'unknown'] as const;
export const PATHOLOGY_PARTS = ['benign', 'malignant', 'unknown'] as const;

/** Between the outlines of prediction and reference; averages over the images on which something was marked. */
export interface SurfaceMeans {
  /** Of the two distances and of the tolerance. */
  readonly unit: LengthUnit;
  /** Of the normalized surface Dice. */
  readonly tolerance: number;
  readonly hausdorff95: number;
  readonly averageSurfaceDistance: number;
  readonly normalizedSurfaceDice: number;
}

/** Of lesions as connected parts, told in steps so coarse that none stands for a few images. */
export interface LesionMeans {
  /** What both figures are multiples of, 1 / a whole number. */
  readonly step: number;
  /** Lesions found over lesions. */
  readonly sensitivity: number;
  readonly falsePositivesPerImage: number;
}

/** Number of images and mean Dice of every part of a slice; null for a part without images. */
export type SliceMeans<Part extends string> = Readonly<Record<Part, SubsetFigures | null>>;

/**
 * A model's figures of outlines and lesions on one site's own test split: averages alone. Nulls were withheld by the site's
 * policy, or nothing is known.
 * @see docs/metrics.md for the definitions, docs/site-policy.md for what leaves.
 */
export interface SegmentationSummary {
  /** Intersection over union. */
  readonly iou: number | null;
  readonly surface: SurfaceMeans | null;
  readonly lesions: LesionMeans | null;
  readonly size: SliceMeans<(typeof SIZE_PARTS)[number]> | null;
  readonly density: SliceMeans<(typeof DENSITY_PARTS)[number]> | null;
  readonly pathology: SliceMeans<(typeof PATHOLOGY_PARTS)[number]> | null;
}
