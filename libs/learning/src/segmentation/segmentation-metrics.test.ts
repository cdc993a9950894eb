import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { squaredDistances } from './distance-transform.js';
import type { MaskGrid } from './mask-grid.js';
import { segmentationMetrics } from './segmentation-metrics.js';

const spacing = fc.double({ min: 0.01, max: 20, noNaN: true });

/** A grid of any shape and spacing with two masks on it, of which few or many pixels are marked. */
const maskPairs = fc
  .record({ width: fc.integer({ min: 1, max: 12 }), height: fc.integer({ min: 1, max: 12 }) })
  .chain(({ width, height }) => {
    const mask = fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: width * height, maxLength: width * height })
      .chain((values) =>
        fc.integer({ min: 1, max: 10 }).map((cut) => Uint8Array.from(values, (v) => (v >= cut ? 1 : 0))),
      );
    return fc.record({
      grid: fc.record({
        width: fc.constant(width),
        height: fc.constant(height),
        rowSpacing: spacing,
        columnSpacing: spacing,
      }),
      predicted: mask,
      reference: mask,
    });
  });

function byForce(marked: Uint8Array, { width, height, rowSpacing, columnSpacing }: MaskGrid): number[] {
  return Array.from({ length: width * height }, (_, i) => {
    let least = Infinity;
    marked.forEach((value, j) => {
      if (value === 0) return;
      const rows = (Math.floor(i / width) - Math.floor(j / width)) * rowSpacing;
      const columns = ((i % width) - (j % width)) * columnSpacing;
      least = Math.min(least, rows * rows + columns * columns);
    });
    return least;
  });
}

describe('the distance transform', () => {
  it('is the distance to the nearest marked pixel, whatever the spacing', () => {
    fc.assert(
      fc.property(maskPairs, ({ grid, predicted }) => {
        const distances = squaredDistances(predicted, grid);
        byForce(predicted, grid).forEach((expected, i) => {
          if (expected === Infinity) expect(distances[i]).toBe(Infinity);
          else expect(Math.abs((distances[i] as number) - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, expected));
        });
      }),
    );
  });
});

describe('the metrics of two masks', () => {
  it('do not depend on which mask is which, where they are symmetric, nor on the unit but for its factor', () => {
    fc.assert(
      fc.property(maskPairs, ({ grid, predicted, reference }) => {
        const there = segmentationMetrics(predicted, reference, grid, 1).surface;
        const back = segmentationMetrics(reference, predicted, grid, 1).surface;
        const twice = { ...grid, rowSpacing: 2 * grid.rowSpacing, columnSpacing: 2 * grid.columnSpacing };
        const larger = segmentationMetrics(predicted, reference, twice, 2).surface;
        if (there === null) return void expect([back, larger]).toEqual([null, null]);
        for (const name of ['hausdorff', 'hausdorff95', 'averageSurfaceDistance', 'normalizedSurfaceDice'] as const) {
          expect(back?.[name]).toBeCloseTo(there[name], 9);
          expect(larger?.[name]).toBeCloseTo(name === 'normalizedSurfaceDice' ? there[name] : 2 * there[name], 9);
        }
        expect(there.hausdorff95).toBeLessThanOrEqual(there.hausdorff);
        expect(there.averageSurfaceDistance).toBeLessThanOrEqual(there.hausdorff);
      }),
    );
  });

  it('leave out what has no meaning: without a reference no Dice, without either mask no distance', () => {
    const grid = { width: 2, height: 2, rowSpacing: 1, columnSpacing: 1 };
    const [none, one, all] = [
      [0, 0, 0, 0],
      [1, 0, 0, 0],
      [1, 1, 1, 1],
    ].map((pixels) => Uint8Array.from(pixels)) as [Uint8Array, Uint8Array, Uint8Array];
    expect(segmentationMetrics(none, one, grid, 1)).toMatchObject({
      ...{ empty: 'prediction', dice: 0, iou: 0, sensitivity: 0, specificity: 1, surface: null },
      lesions: { lesions: 1, detected: 0, falsePositives: 0 },
    });
    expect(segmentationMetrics(one, none, grid, 1)).toMatchObject({
      ...{ empty: 'reference', dice: null, iou: null, sensitivity: null, specificity: 0.75, surface: null },
      lesions: { lesions: 0, detected: 0, falsePositives: 1 },
    });
    expect(segmentationMetrics(none, none, grid, 1)).toMatchObject({
      ...{ empty: 'both', dice: null, specificity: 1, accuracy: 1, surface: null },
      lesions: { lesions: 0, detected: 0, falsePositives: 0 },
    });
    expect(segmentationMetrics(one, all, grid, 1)).toMatchObject({
      empty: 'none',
      dice: 0.4,
      iou: 0.25,
      specificity: null,
    });
  });

  it.each([
    ['wrong-shape', { width: 3, height: 2, rowSpacing: 1, columnSpacing: 1 }, 1],
    ['wrong-shape', { width: 2, height: 2, rowSpacing: 0, columnSpacing: 1 }, 1],
    ['wrong-shape', { width: 2, height: 2, rowSpacing: 1, columnSpacing: Infinity }, 1],
    ['bad-options', { width: 2, height: 2, rowSpacing: 1, columnSpacing: 1 }, -1],
    ['bad-options', { width: 2, height: 2, rowSpacing: 1, columnSpacing: 1 }, NaN],
  ] as const)('are refused as %s on the grid %j with tolerance %d', (code, grid, tolerance) => {
    const mask = Uint8Array.from([1, 0, 0, 1]);
    expect(() => segmentationMetrics(mask, mask, grid, tolerance)).toThrow(expect.objectContaining({ code }));
  });

  it('take time that grows with the pixels: two masks from corner to corner of a large picture', () => {
    const [width, height] = [640, 800];
    const band = (shift: number): Uint8Array =>
      Uint8Array.from({ length: width * height }, (_, i) =>
        Math.abs((i % width) - Math.floor(i / width) * 0.8 + shift) < 30 ? 1 : 0,
      );
    const [predicted, reference] = [band(0), band(10)];
    const startedMs = performance.now();
    const { surface } = segmentationMetrics(
      predicted,
      reference,
      { width, height, rowSpacing: 0.1, columnSpacing: 0.1 },
      1,
    );
    expect(surface?.hausdorff95).toBeGreaterThan(0.5);
    expect(surface?.normalizedSurfaceDice).toBeGreaterThan(0.95);
    // A bound that a busy machine keeps: to compare every boundary pixel with every other pixel would take minutes.
    expect(performance.now() - startedMs).toBeLessThan(20_000);
  }, 60_000);
});
