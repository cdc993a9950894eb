import { describe, expect, it } from '@jest/globals';
import type { SegmentationSummary, SurfaceMeans } from '@mammofed/core';
import { segmentationOf, segmentationProblem } from './segmentation-summary.js';

const part = (n: number): { n: number; dice: number } => ({ n, dice: 0.5 });
const SURFACE: SurfaceMeans = {
  ...{ unit: 'mm', tolerance: 2, hausdorff95: 3.5 },
  ...{ averageSurfaceDistance: 1.25, normalizedSurfaceDice: 0.9 },
};
const LESIONS = { step: 0.25, sensitivity: 0.75, falsePositivesPerImage: 1.5 };
const SUMMARY: SegmentationSummary = {
  ...{ iou: 0.6, surface: SURFACE, lesions: LESIONS },
  size: { small: part(7), medium: part(7), large: part(6) },
  density: { a: null, b: part(12), c: part(8), d: null, unknown: null },
  pathology: null,
};

describe('a site’s figures of outlines, lesions and slices', () => {
  it('are sound within their ranges, or withheld in any part or as a whole', () => {
    expect(segmentationProblem(SUMMARY, 20)).toBeNull();
    expect(segmentationProblem(null, 20)).toBeNull();
    expect(segmentationProblem(null, null)).toBeNull();
    const nothing = { iou: null, surface: null, lesions: null, size: null, density: null, pathology: null };
    expect(segmentationProblem(nothing, 20)).toBeNull();
  });

  it.each([
    ['an IoU above 1', { iou: 1.01 }, /segmentation\.iou/],
    ['a negative distance', { surface: { ...SURFACE, hausdorff95: -0.1 } }, /surface\.hausdorff95/],
    ['a distance across no image', { surface: { ...SURFACE, averageSurfaceDistance: 100_001 } }, /averageSurface/],
    ['a distance that is not a number', { surface: { ...SURFACE, hausdorff95: Number.NaN } }, /hausdorff95/],
    ['a surface Dice above 1', { surface: { ...SURFACE, normalizedSurfaceDice: 2 } }, /normalizedSurfaceDice/],
    ['a tolerance without end', { surface: { ...SURFACE, tolerance: Infinity } }, /surface\.tolerance/],
    ['more lesions found than there are', { lesions: { ...LESIONS, sensitivity: 1.25 } }, /lesions\.sensitivity/],
    ['fewer than no false marks', { lesions: { ...LESIONS, falsePositivesPerImage: -1 } }, /falsePositivesPerImage/],
    ['a step above 1', { lesions: { ...LESIONS, step: 2 } }, /lesions\.step/],
    ['steps that are none', { lesions: { ...LESIONS, step: 0 } }, /lesions\.step is 0/],
    ['half an image', { pathology: { benign: part(0.5), malignant: null, unknown: null } }, /pathology\.benign\.n/],
    ['a part of no images', { pathology: { benign: null, malignant: part(0), unknown: null } }, /malignant\.n/],
    ['a part whose Dice is no fraction', { size: { small: { n: 5, dice: -1 }, medium: null, large: null } }, /small/],
    ['parts that overlap', { size: { small: part(7), medium: part(7), large: part(7) } }, /size are more than n/],
    ['a part that is left out', { size: { small: part(7), medium: part(7), large: null } }, /size are fewer than n/],
    ['no part at all', { pathology: { benign: null, malignant: null, unknown: null } }, /pathology are fewer than n/],
  ] as const)('are not sound with %s', (_what, change, problem) => {
    expect(segmentationProblem({ ...SUMMARY, ...change }, 20)).toMatch(problem);
  });

  it('are not sound of a set whose size is withheld', () => {
    expect(segmentationProblem(SUMMARY, null)).toMatch(/withheld/);
  });

  it('are stored field by field: what else a report carries is left out', () => {
    const more = { patient: 'p' };
    const report = {
      ...SUMMARY,
      ...more,
      surface: { ...SURFACE, ...more },
      lesions: { ...LESIONS, ...more },
      density: { ...SUMMARY.density, b: { ...part(12), ...more }, e: part(1) } as SegmentationSummary['density'],
    };
    expect(segmentationOf(report)).toEqual(SUMMARY);
  });
});
