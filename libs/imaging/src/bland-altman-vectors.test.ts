import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { blandAltman, type BlandAltman } from './bland-altman.js';

interface Vector extends Omit<BlandAltman, 'n'> {
  readonly name: string;
  readonly differences: readonly number[];
}

const FILE = join(import.meta.dirname, '../../../test/vectors/segmentation/metrics-agreement.json');
const vectors = JSON.parse(readFileSync(FILE, 'utf8')) as Vector[];

/** Of the deviation of the differences, 0.1. */
const DIGITS = 8;

describe('limits of agreement and their intervals, against scipy', () => {
  it.each(vectors)('$name', ({ differences, ...expected }) => {
    const agreement = blandAltman({ reference: differences.map(() => 0), predicted: differences });
    for (const name of ['bias', 'standardDeviation', 'lower', 'upper'] as const)
      expect(agreement[name]).toBeCloseTo(expected[name] as number, DIGITS);
    for (const name of ['biasInterval', 'lowerInterval', 'upperInterval'] as const) {
      expect(agreement[name]?.low).toBeCloseTo(expected[name]?.low as number, DIGITS);
      expect(agreement[name]?.high).toBeCloseTo(expected[name]?.high as number, DIGITS);
    }
  });

  it('are there for all sizes of sample that matter', () => {
    expect(vectors.map(({ differences }) => differences.length)).toEqual([2, 3, 5, 12, 30, 75, 400]);
  });
});
