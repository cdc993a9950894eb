import { describe, expect, it } from '@jest/globals';
import { evaluatedSegmentation } from './evaluated-segmentation.js';
import { segmentationRow, type PlacedSample, type SegmentationRow } from './segmentation-row.js';
import { slicesOf } from './slices.js';

const SIZE = 8;
const TOLERANCES = { mm: 2, px: 3 };

/** Marks the columns from `from` up to `to` of rows 2 to 5. */
function bar(from: number, to: number): Uint8Array {
  return Uint8Array.from({ length: SIZE * SIZE }, (_, i) => {
    const [x, y] = [i % SIZE, Math.floor(i / SIZE)];
    return x >= from && x < to && y >= 2 && y < 6 ? 1 : 0;
  });
}

function sample(changes: Partial<PlacedSample> = {}): PlacedSample {
  return {
    ...{ file: 'a.png', patient: 'P', mask: bar(1, 4), touchesEdge: false },
    // Squeezed: a pixel of the region is 4 columns and 2 rows of the image.
    ...{ box: { left: 10, right: 42, top: 10, bottom: 26 }, imageWidth: 100, imageHeight: 80 },
    ...changes,
  };
}

function row(i: number, predicted: Uint8Array, changes: Partial<PlacedSample> = {}): SegmentationRow {
  return segmentationRow(sample({ file: `${i}.png`, patient: `P${i % 4}`, ...changes }), predicted, SIZE, TOLERANCES);
}

const NONE = bar(0, 0);

describe('one image', () => {
  it('is measured in pixels of the image, whatever the region was squeezed to, and in mm where the spacing is known', () => {
    // One column further to the right: 4 columns of the image.
    const inPixels = segmentationRow(sample(), bar(2, 5), SIZE, TOLERANCES);
    expect(inPixels).toMatchObject({
      unit: 'px',
      lesionArea: 12 * 8,
      markedArea: 12 * 8,
      shareOfImage: (12 * 8) / 8000,
    });
    expect(inPixels.surface?.hausdorff).toBeCloseTo(4, 12);
    const spacing = { rowMm: 0.2, columnMm: 0.1, at: 'detector' } as const;
    const inMillimetres = segmentationRow(sample({ spacing }), bar(2, 5), SIZE, TOLERANCES);
    expect(inMillimetres).toMatchObject({ unit: 'mm', lesionArea: expect.closeTo(96 * 0.02, 12) });
    expect(inMillimetres.shareOfImage).toBeCloseTo(inPixels.shareOfImage, 12);
    expect(inMillimetres.surface?.hausdorff).toBeCloseTo(0.4, 12);
    expect(inMillimetres.surface?.normalizedSurfaceDice).toBe(1);
    expect(inPixels.surface?.normalizedSurfaceDice).toBeLessThan(1);
  });
});

describe('a set of images', () => {
  it('has means over the images of which a figure is defined, and says how many those are', () => {
    const rows = [
      row(0, bar(1, 4)),
      row(1, bar(2, 5)),
      row(2, NONE),
      row(3, bar(1, 4), { mask: NONE }),
      row(4, NONE, { mask: NONE }),
    ];
    const { all } = evaluatedSegmentation(rows, TOLERANCES, 5);
    expect(all.images).toBe(5);
    expect(all.dice).toMatchObject({ n: 3, min: 0, max: 1 });
    expect(all.surface.px?.hausdorff95).toMatchObject({ n: 2, min: 0, max: 4, mean: 2, quartiles: [1, 2, 3] });
    expect(all.surface.mm).toBeNull();
    expect(all.emptyPredictions).toBe(1);
    expect(all.lesions).toMatchObject({ lesions: 3, detected: 2, falsePositives: 1 });
    expect(all.lesions.sensitivity?.value).toBeCloseTo(2 / 3, 12);
    expect(all.lesions.falsePositivesPerImage?.value).toBeCloseTo(1 / 5, 12);
    expect(all.negatives).toMatchObject({ images: 2, falsePositiveImages: 1, falsePositiveRate: { value: 0.5 } });
  });

  it('never mixes millimetres and pixels', () => {
    const spacing = { rowMm: 0.1, columnMm: 0.1, at: 'detector' } as const;
    const rows = [row(0, bar(2, 5)), row(1, bar(2, 5), { spacing })];
    const { all, areaAgreement } = evaluatedSegmentation(rows, TOLERANCES, 5);
    expect(all.surface.px?.hausdorff).toMatchObject({ n: 1, mean: expect.closeTo(4, 9) });
    expect(all.surface.mm?.hausdorff).toMatchObject({ n: 1, mean: expect.closeTo(0.4, 9) });
    expect([areaAgreement.px?.n, areaAgreement.mm?.n]).toEqual([1, 1]);
  });

  it('repeats with its seed, and of one patient alone tells no interval', () => {
    const rows = [0, 1, 2, 3].map((i) => row(i, bar(i % 3, 5)));
    expect(evaluatedSegmentation(rows, TOLERANCES, 5)).toEqual(evaluatedSegmentation(rows, TOLERANCES, 5));
    expect(evaluatedSegmentation(rows, TOLERANCES, 5).all.dice?.interval).not.toBeNull();
    const alone = rows.map((one) => ({ ...one, patient: 'P' }));
    expect(evaluatedSegmentation(alone, TOLERANCES, 5).all.dice?.interval).toBeNull();
  });
});

describe('slices', () => {
  const facts = { laterality: null, view: null, pathology: null, density: null } as const;

  it('have every image with a reference in one part each; the edge has its own row', () => {
    const rows = [1, 2, 3, 4, 5, 6].map((width, i) =>
      row(i, bar(1, 3), {
        mask: bar(0, width),
        touchesEdge: i < 2,
        facts: { ...facts, density: i === 0 ? null : 'b', pathology: i < 3 ? 'benign' : 'malignant' },
      }),
    );
    const slices = slicesOf([...rows, row(9, bar(1, 3), { mask: NONE })]);
    expect(slices.map(({ slice, part, rows: own }) => [slice, part.replace(/:.*/, ''), own.length])).toEqual([
      ['edge', "touching the image's edge", 2],
      ['edge', 'central', 4],
      ['size', 'small', 2],
      ['size', 'medium', 2],
      ['size', 'large', 2],
      ['density', 'b', 5],
      ['density', 'unknown', 1],
      ['pathology', 'benign', 3],
      ['pathology', 'malignant', 3],
    ]);
    expect(slices[2]?.part).toBe('small: up to 0.800 % of the image');
  });

  it('are left out where nothing is known, or for thirds of a handful', () => {
    const slices = slicesOf([row(0, bar(1, 3)), row(1, bar(1, 3), { facts })]);
    expect(slices.map(({ part }) => part)).toEqual(['central']);
  });
});
