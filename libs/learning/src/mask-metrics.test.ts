import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LearningError } from './errors.js';
import { maskMetrics, summarize } from './mask-metrics.js';

function mask(...pixels: number[]): Uint8Array {
  return Uint8Array.from(pixels);
}

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof LearningError) return error.code;
    throw error;
  }
  return 'nothing refused';
}

/** Two masks of the same, random size. */
const pairOfMasks = fc
  .integer({ min: 1, max: 60 })
  .chain((size) =>
    fc.tuple(
      fc.array(fc.boolean(), { minLength: size, maxLength: size }),
      fc.array(fc.boolean(), { minLength: size, maxLength: size }),
    ),
  )
  .map((masks) => masks.map((pixels) => Uint8Array.from(pixels, Number)) as [Uint8Array, Uint8Array]);

describe('maskMetrics', () => {
  it('counts by hand: 2 hits, 1 false alarm, 3 misses, 4 right about the background', () => {
    const predicted = mask(1, 1, 1, 0, 0, 0, 0, 0, 0, 0);
    const reference = mask(1, 1, 0, 1, 1, 1, 0, 0, 0, 0);
    expect(maskMetrics(predicted, reference)).toEqual({
      dice: 4 / 8,
      sensitivity: 2 / 5,
      specificity: 4 / 5,
      accuracy: 6 / 10,
    });
  });

  it.each([
    ['the reference itself', [1, 0, 1, 0], [1, 0, 1, 0], { dice: 1, sensitivity: 1, specificity: 1, accuracy: 1 }],
    ['its opposite', [0, 1, 0, 1], [1, 0, 1, 0], { dice: 0, sensitivity: 0, specificity: 0, accuracy: 0 }],
    ['everything', [1, 1, 1, 1], [1, 0, 0, 0], { dice: 2 / 5, sensitivity: 1, specificity: 0, accuracy: 1 / 4 }],
    ['nothing, of a mass', [0, 0, 0, 0], [1, 0, 0, 0], { dice: 0, sensitivity: 0, specificity: 1, accuracy: 3 / 4 }],
    ['nothing, of nothing', [0, 0, 0, 0], [0, 0, 0, 0], { dice: 1, sensitivity: 1, specificity: 1, accuracy: 1 }],
    [
      'something, of nothing',
      [1, 0, 0, 0],
      [0, 0, 0, 0],
      { dice: 0, sensitivity: 1, specificity: 3 / 4, accuracy: 3 / 4 },
    ],
    ['everything, of everything', [1, 1], [1, 1], { dice: 1, sensitivity: 1, specificity: 1, accuracy: 1 }],
  ])('predicting %s', (_, predicted, reference, expected) => {
    expect(maskMetrics(mask(...predicted), mask(...reference))).toEqual(expected);
  });

  it('takes any number but 0 for foreground', () => {
    expect(maskMetrics(mask(255, 0, 3), mask(1, 0, 128))).toEqual(maskMetrics(mask(1, 0, 1), mask(1, 0, 1)));
  });

  it('is from 0 to 1, and Dice does not care which mask is which', () => {
    fc.assert(
      fc.property(pairOfMasks, ([a, b]) => {
        const metrics = maskMetrics(a, b);
        for (const value of Object.values(metrics) as number[]) expect(value >= 0 && value <= 1).toBe(true);
        expect(maskMetrics(b, a).dice).toBe(metrics.dice);
        expect(maskMetrics(b, a).accuracy).toBe(metrics.accuracy);
      }),
    );
  });

  it('turns around with foreground and background: sensitivity becomes specificity', () => {
    fc.assert(
      fc.property(pairOfMasks, ([a, b]) => {
        const turned = maskMetrics(
          a.map((pixel) => 1 - pixel),
          b.map((pixel) => 1 - pixel),
        );
        expect(turned.sensitivity).toBe(maskMetrics(a, b).specificity);
        expect(turned.specificity).toBe(maskMetrics(a, b).sensitivity);
        expect(turned.accuracy).toBe(maskMetrics(a, b).accuracy);
      }),
    );
  });

  it('refuses masks of different sizes and masks of no pixels', () => {
    expect(refusal(() => maskMetrics(mask(1, 0), mask(1)))).toBe('wrong-shape');
    expect(refusal(() => maskMetrics(mask(), mask()))).toBe('wrong-shape');
  });
});

describe('summarize', () => {
  it('gives mean, smallest and largest', () => {
    expect(summarize([0.5, 0.25, 1])).toEqual({ mean: 1.75 / 3, min: 0.25, max: 1 });
    expect(summarize([-2])).toEqual({ mean: -2, min: -2, max: -2 });
  });

  it('refuses nothing at all, whose mean would not be a number', () => {
    expect(refusal(() => summarize([]))).toBe('no-values');
  });
});
