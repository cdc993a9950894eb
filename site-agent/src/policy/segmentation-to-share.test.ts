import { describe, expect, it } from '@jest/globals';
import { evaluatedImages } from '../evaluation/evaluated.test-support.js';
import type { SegmentationRow } from '../evaluation/segmentation-row.js';
import { segmentationToShare } from './segmentation-to-share.js';

const CELL = 5;
const MISSED = { empty: 'prediction', dice: 0, iou: 0, surface: null } as const;

function shared(
  images: number,
  changes?: (i: number) => Partial<SegmentationRow>,
  minCellSize = CELL,
  shareTrainingStats = true,
) {
  return segmentationToShare(evaluatedImages(images, changes), { minCellSize, shareTrainingStats });
}

describe('outlines that leave the site', () => {
  it('are averages with the unit and the tolerance, and nothing else', () => {
    expect(shared(6)).toMatchObject({
      iou: expect.closeTo(1 / 3, 12),
      surface: {
        ...{ unit: 'mm', tolerance: 2, hausdorff95: 4 },
        ...{ averageSurfaceDistance: 1, normalizedSurfaceDice: 0.75 },
      },
    });
    expect(Object.keys(shared(6).surface ?? {})).toHaveLength(5);
  });

  it('are averages over the images on which something was marked, whose number is not told', () => {
    const told = shared(8, (i) => (i < 3 ? MISSED : {}));
    expect(told).toMatchObject({ iou: expect.closeTo(5 / 24, 12), surface: { hausdorff95: 4 } });
    expect(JSON.stringify(told.surface)).not.toMatch(/"n"/);
  });

  it('are withheld if something was marked on fewer images than the smallest cell', () => {
    const told = shared(8, (i) => (i < 4 ? MISSED : {}));
    expect(told).toMatchObject({ iou: expect.closeTo(4 / 24, 12), surface: null });
    expect(shared(8, (i) => (i < 4 ? MISSED : {}), 4).surface).not.toBeNull();
  });

  it('are in pixels where no spacing is known, and withheld where it is of some images, found or missed', () => {
    const pixels = { unit: 'px' } as const;
    expect(shared(20, () => pixels).surface).toMatchObject({ unit: 'px', tolerance: 2 });
    expect(shared(20, (i) => (i < 10 ? pixels : {}))).toMatchObject({ surface: null, iou: expect.any(Number) });
    expect(shared(20, (i) => (i === 0 ? { ...pixels, ...MISSED } : {})).surface).toBeNull();
  });
});

describe('lesions found and false marks', () => {
  const lesions = (lesions: number, detected: number, falsePositives = 0) => ({
    lesions: { lesions, detected, falsePositives },
  });

  it('leave in steps of which none stands for fewer images than the smallest cell', () => {
    const oneMissed = shared(23, (i) => (i === 0 ? lesions(1, 0, 1) : {})).lesions;
    expect(oneMissed).toEqual({ step: 1 / 4, sensitivity: 1, falsePositivesPerImage: 0 });
    const some = shared(20, (i) => (i < 6 ? lesions(1, 0, 4) : {})).lesions;
    expect(some).toEqual({ step: 1 / 4, sensitivity: 0.75, falsePositivesPerImage: 1.25 });
  });

  it('do not tell that an image has a second lesion, however small a cell the operator allows', () => {
    const single = shared(20, (i) => (i === 0 ? lesions(1, 0) : {}), 1);
    const double = shared(20, (i) => (i === 0 ? lesions(2, 1) : {}), 1);
    expect(single.lesions).toEqual({ step: 0.05, sensitivity: 0.95, falsePositivesPerImage: 0 });
    expect(double).toEqual(single);
  });

  it('are withheld where the set is no more than one step', () => {
    expect(shared(9).lesions).toBeNull();
    expect(shared(10).lesions).toEqual({ step: 0.5, sensitivity: 1, falsePositivesPerImage: 0 });
  });
});

describe('slices', () => {
  const density = (i: number, few: number): Partial<SegmentationRow> => ({
    density: i < few ? 'a' : 'b',
    dice: i < few ? 0.2 : 0.8,
  });

  it('leave with the number of images and the average Dice of every part', () => {
    expect(shared(15, (i) => ({ dice: i < 5 ? 0.25 : 0.75 }))).toMatchObject({
      size: { small: { n: 5, dice: 0.25 }, medium: { n: 5, dice: 0.75 }, large: { n: 5, dice: 0.75 } },
      ...{ density: null, pathology: null },
    });
    const part = { n: 5, dice: expect.closeTo(0.2, 12) };
    expect(shared(11, (i) => density(i, 5)).density).toEqual({
      ...{ a: part, c: null, d: null, unknown: null },
      b: { n: 6, dice: expect.closeTo(0.8, 12) },
    });
  });

  it('do not tell what a patient has who comes between two evaluations: without the training statistics none leaves', () => {
    const facts = (i: number): Partial<SegmentationRow> => ({
      ...density(i, 5),
      pathology: i < 5 ? 'malignant' : 'benign',
    });
    const withheld = { size: null, density: null, pathology: null };
    expect(shared(30, facts, CELL, false)).toEqual({ ...shared(30, facts), ...withheld });
    expect(shared(30, facts)).toMatchObject({ density: { a: { n: 5 } }, pathology: { malignant: { n: 5 } } });
  });

  it('are withheld as a whole when one part is small, be it of images of which nothing is known', () => {
    expect(shared(30, (i) => density(i, 4)).density).toBeNull();
    expect(shared(30, (i) => ({ density: i < 4 ? null : 'b' })).density).toBeNull();
    expect(shared(30, (i) => ({ density: i < 5 ? null : 'b' })).density).toMatchObject({ unknown: { n: 5 } });
    expect(shared(14).size).toBeNull();
    expect(shared(30, (i) => ({ pathology: i < 4 ? 'malignant' : 'benign' })).pathology).toBeNull();
  });

  it('are withheld when a part has enough images of too few patients', () => {
    const ofPatients = (patients: number) =>
      shared(30, (i) => ({ ...density(i, 10), patient: i < 10 ? `P${i % patients}` : `Q${i}` })).density;
    expect(ofPatients(4)).toBeNull();
    expect(ofPatients(5)).toMatchObject({ a: { n: 10 } });
  });

  it('are withheld when images without a reference are in none of their parts: they are what is left of the set', () => {
    const negative = { empty: 'reference', dice: null, iou: null, surface: null } as const;
    expect(shared(30, (i) => (i === 0 ? negative : { pathology: 'benign' })).pathology).toBeNull();
  });

  it('do not tell where the thirds of the size are cut: that is a single lesion', () => {
    expect(JSON.stringify(shared(15, (i) => ({ lesionArea: 1000 + 7 * i })))).not.toMatch(/10\d\d/);
  });
});
