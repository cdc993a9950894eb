import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { MaskGrid } from './mask-grid.js';
import { segmentationMetrics, type SegmentationMetrics } from './segmentation-metrics.js';

interface Vector {
  readonly name: string;
  readonly grid: MaskGrid;
  readonly tolerance: number;
  /** Lengths of runs of equal pixels along the rows, background first. */
  readonly predicted: readonly number[];
  readonly reference: readonly number[];
  readonly expected: Omit<SegmentationMetrics, 'empty'>;
}

const FILE = join(import.meta.dirname, '../../../../test/vectors/segmentation/metrics-masks.json');
const vectors = JSON.parse(readFileSync(FILE, 'utf8')) as Vector[];
const TOLERANCE = 1e-6;

function maskOf(runs: readonly number[]): Uint8Array {
  return Uint8Array.from(runs.flatMap((length, i) => new Array<number>(length).fill(i % 2)));
}

function expectSame(actual: unknown, expected: unknown, name: string): void {
  if (typeof expected === 'object' && expected !== null) {
    expect(actual).not.toBeNull();
    for (const [key, value] of Object.entries(expected))
      expectSame((actual as Record<string, unknown>)[key], value, `${name}.${key}`);
  } else if (typeof expected === 'number') {
    const difference = Math.abs((actual as number) - expected);
    expect({ name, difference, isNear: difference <= TOLERANCE }).toMatchObject({ isNear: true });
  } else expect({ name, actual }).toEqual({ name, actual: expected });
}

describe('metrics of masks, against scipy and scikit-image', () => {
  it.each(vectors)('$name', ({ grid, tolerance, predicted, reference, expected }) => {
    expectSame(segmentationMetrics(maskOf(predicted), maskOf(reference), grid, tolerance), expected, 'metrics');
  });

  it('cover grids that are not square, empty masks on either side, and masks at the edge', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(20);
    expect(vectors.filter(({ grid }) => grid.rowSpacing !== grid.columnSpacing).length).toBeGreaterThanOrEqual(8);
    expect(vectors.filter(({ expected }) => expected.surface === null).map(({ name }) => name)).toEqual([
      'empty prediction',
      'empty reference',
      'both empty',
    ]);
  });
});
