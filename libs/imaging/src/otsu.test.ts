import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { otsuThreshold } from './otsu.js';

/** The definition, literally: the between-class variance of a cut at `level`, up to a constant factor. */
function variance(image: Uint8Array, level: number): number {
  const mean = (values: Uint8Array): number => values.reduce((a, b) => a + b, 0) / values.length;
  const low = image.filter((value) => value <= level);
  const high = image.filter((value) => value > level);
  return low.length === 0 || high.length === 0 ? 0 : low.length * high.length * (mean(low) - mean(high)) ** 2;
}

describe('otsuThreshold', () => {
  it('separates two groups', () => {
    const threshold = otsuThreshold(Uint8Array.from([10, 12, 11, 200, 210, 205]));
    expect(threshold).toBeGreaterThanOrEqual(12);
    expect(threshold).toBeLessThan(200);
  });

  it('finds the largest between-class variance of all levels', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 30 }), (image) => {
        const largest = Math.max(...Array.from({ length: 256 }, (_, level) => variance(image, level)));
        expect(variance(image, otsuThreshold(image))).toBeCloseTo(largest, 4);
      }),
      { numRuns: 50 },
    );
  });

  it('has one answer for an even image', () => {
    expect(otsuThreshold(new Uint8Array(4).fill(7))).toBe(7);
  });
});
