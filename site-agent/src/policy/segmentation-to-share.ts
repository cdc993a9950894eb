import {
  DENSITY_PARTS,
  PATHOLOGY_PARTS,
  SIZE_PARTS,
  type LengthUnit,
  type LesionMeans,
  type SegmentationSummary,
  type SliceMeans,
  type SurfaceMeans,
} from '@mammofed/core';
import type { EvaluatedSegmentation } from '../evaluation/evaluated-segmentation.js';
import type { SliceName } from '../evaluation/slices.js';
import type { SitePolicy } from './site-policy.js';

/** Fewest steps that a ratio is told in: of fewer it would say nothing. */
const FEWEST_STEPS = 2;

/**
 * What the site tells of outlines, lesions and slices: averages alone, no extreme, no interval, no size of a lesion. The caller
 * has seen to it that the set has enough images. Slices by facts about patients leave with the site's training statistics
 * alone: they count exactly, so that of two evaluations between which one patient came the counts tell her density and
 * pathology, whatever the smallest cell.
 */
export function segmentationToShare(
  measured: EvaluatedSegmentation,
  { minCellSize, shareTrainingStats }: Pick<SitePolicy, 'minCellSize' | 'shareTrainingStats'>,
): SegmentationSummary {
  const { iou } = measured.all;
  const slice = <Part extends string>(name: SliceName, parts: readonly Part[]): SliceMeans<Part> | null =>
    shareTrainingStats ? sliceToShare(name, parts, measured, minCellSize) : null;
  return {
    iou: iou === null || iou.n < minCellSize ? null : iou.mean,
    surface: surfaceToShare(measured, minCellSize),
    lesions: lesionsToShare(measured, minCellSize),
    size: slice('size', SIZE_PARTS),
    density: slice('density', DENSITY_PARTS),
    pathology: slice('pathology', PATHOLOGY_PARTS),
  };
}

/**
 * Of all images whose distances are defined, or nothing. How many those are is not told: the rest of the set, images on which
 * nothing was marked, may be a few, and of each of them one would know that its Dice is 0. Of a set with both units nothing is
 * told: which images have a spacing does not depend on the model, so that a set does not change its unit between rounds.
 */
function surfaceToShare(
  { all, areaAgreement, tolerances }: EvaluatedSegmentation,
  minCellSize: number,
): SurfaceMeans | null {
  if (areaAgreement.mm !== null && areaAgreement.px !== null) return null;
  const unit: LengthUnit = areaAgreement.mm === null ? 'px' : 'mm';
  const surface = all.surface[unit];
  if (surface === null || surface.hausdorff95.n < minCellSize) return null;
  return {
    unit,
    tolerance: tolerances[unit],
    hausdorff95: surface.hausdorff95.mean,
    averageSurfaceDistance: surface.averageSurfaceDistance.mean,
    normalizedSurfaceDice: surface.normalizedSurfaceDice.mean,
  };
}

/**
 * In steps of which none stands for fewer images than the smallest cell. Exact ratios would be counts: from 19 of 20 one sees
 * that one image's lesion was missed, and from 20/21 that one image has a second lesion.
 * False marks have steps of the same size; an image with many of them moves their figure by several.
 */
function lesionsToShare({ all }: EvaluatedSegmentation, minCellSize: number): LesionMeans | null {
  const { sensitivity, falsePositivesPerImage } = all.lesions;
  const steps = Math.floor(all.images / minCellSize);
  if (sensitivity === null || falsePositivesPerImage === null || steps < FEWEST_STEPS) return null;
  const inSteps = (value: number): number => Math.round(value * steps) / steps;
  return {
    step: 1 / steps,
    sensitivity: inSteps(sensitivity.value),
    falsePositivesPerImage: inSteps(falsePositivesPerImage.value),
  };
}

/**
 * Every part that has images or none: the set's own figures less the other parts' are the missing one's. Density, pathology
 * and size are about patients, so that a part counts its patients, who are never more than its images.
 */
function sliceToShare<Part extends string>(
  slice: SliceName,
  parts: readonly Part[],
  { all, slices }: EvaluatedSegmentation,
  minCellSize: number,
): SliceMeans<Part> | null {
  const own = slices.filter((one) => one.slice === slice);
  const isWhole = own.reduce((sum, { images }) => sum + images, 0) === all.images;
  if (own.length === 0 || !isWhole || own.some(({ patients }) => patients < minCellSize)) return null;
  const shared = (part: Part): SliceMeans<Part>[Part] => {
    const one = own.find(({ key }) => key === part);
    return one === undefined || one.dice === null ? null : { n: one.images, dice: one.dice.mean };
  };
  return Object.fromEntries(parts.map((part) => [part, shared(part)])) as SliceMeans<Part>;
}
