import {
  DENSITY_PARTS,
  PATHOLOGY_PARTS,
  SIZE_PARTS,
  type SegmentationSummary,
  type SliceMeans,
  type SubsetFigures,
} from '@mammofed/core';

/** Largest distance between outlines that is believed, in millimetres or pixels of an image. */
const MAX_DISTANCE = 100_000;

/** Most false marks on one image: a network's input has 2,048 pixels a side, and a mark has to be apart from the next. */
const MAX_FALSE_POSITIVES = 1_048_576;

/**
 * @param n - images of the set; null if withheld.
 * @returns what is wrong with a site's figures of outlines, lesions and slices, in words; null if they are sound.
 */
export function segmentationProblem(summary: SegmentationSummary | null, n: number | null): string | null {
  if (summary === null) return null;
  if (n === null) return 'segmentation is given for a set whose size is withheld';
  const { iou, surface, lesions, size, density, pathology } = summary;
  return (
    rangeProblem('iou', iou, 1) ??
    rangeProblem('surface.tolerance', surface?.tolerance, MAX_DISTANCE) ??
    rangeProblem('surface.hausdorff95', surface?.hausdorff95, MAX_DISTANCE) ??
    rangeProblem('surface.averageSurfaceDistance', surface?.averageSurfaceDistance, MAX_DISTANCE) ??
    rangeProblem('surface.normalizedSurfaceDice', surface?.normalizedSurfaceDice, 1) ??
    rangeProblem('lesions.step', lesions?.step, 1) ??
    (lesions?.step === 0 ? 'segmentation.lesions.step is 0' : null) ??
    rangeProblem('lesions.sensitivity', lesions?.sensitivity, 1) ??
    rangeProblem('lesions.falsePositivesPerImage', lesions?.falsePositivesPerImage, MAX_FALSE_POSITIVES) ??
    sliceProblem('size', size, n) ??
    sliceProblem('density', density, n) ??
    sliceProblem('pathology', pathology, n)
  );
}

function rangeProblem(name: string, value: number | null | undefined, max: number): string | null {
  if (value === null || value === undefined || (value >= 0 && value <= max)) return null;
  return `segmentation.${name} is not from 0 to ${max}`;
}

/** A slice is told whole: its parts do not overlap, and none is left out. */
function sliceProblem(name: string, slice: SliceMeans<string> | null, n: number): string | null {
  if (slice === null) return null;
  let images = 0;
  for (const [part, figures] of Object.entries(slice)) {
    if (figures === null) continue;
    if (!Number.isInteger(figures.n) || figures.n < 1) return `segmentation.${name}.${part}.n is not a count`;
    const problem = rangeProblem(`${name}.${part}.dice`, figures.dice, 1);
    if (problem !== null) return problem;
    images += figures.n;
  }
  return images === n ? null : `the parts of segmentation.${name} are ${images > n ? 'more' : 'fewer'} than n`;
}

/** The figures alone, field by field: nothing else that a message carries gets into the database. */
export function segmentationOf(source: SegmentationSummary): SegmentationSummary {
  const { iou, surface, lesions, size, density, pathology } = source;
  return {
    iou,
    surface: surface && {
      unit: surface.unit,
      tolerance: surface.tolerance,
      hausdorff95: surface.hausdorff95,
      averageSurfaceDistance: surface.averageSurfaceDistance,
      normalizedSurfaceDice: surface.normalizedSurfaceDice,
    },
    lesions: lesions && {
      step: lesions.step,
      sensitivity: lesions.sensitivity,
      falsePositivesPerImage: lesions.falsePositivesPerImage,
    },
    size: size && sliceOf(SIZE_PARTS, size),
    density: density && sliceOf(DENSITY_PARTS, density),
    pathology: pathology && sliceOf(PATHOLOGY_PARTS, pathology),
  };
}

function sliceOf<Part extends string>(parts: readonly Part[], source: SliceMeans<Part>): SliceMeans<Part> {
  const figures = (part: SubsetFigures | null): SubsetFigures | null => part && { n: part.n, dice: part.dice };
  return Object.fromEntries(parts.map((part) => [part, figures(source[part])])) as SliceMeans<Part>;
}
