import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LearningError } from './errors.js';
import { maskMetrics } from './mask-metrics.js';
import { meanMaskBaseline } from './mean-mask.js';

/** Pixels that are foreground in at least `threshold` of the masks. */
function thresholded(masks: readonly Uint8Array[], threshold: number): Uint8Array {
  return (masks[0] as Uint8Array).map((_, i) => (masks.filter((mask) => mask[i] !== 0).length >= threshold ? 1 : 0));
}

function diceSum(masks: readonly Uint8Array[], candidate: Uint8Array): number {
  return masks.reduce((sum, mask) => sum + maskMetrics(candidate, mask).dice, 0);
}

/** The definition, tried out threshold by threshold. */
function byBruteForce(masks: readonly Uint8Array[]): Uint8Array {
  return masks
    .map((_, index) => thresholded(masks, index + 1))
    .reduce((best, candidate) => (diceSum(masks, candidate) > diceSum(masks, best) ? candidate : best));
}

const trainMasks = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 40 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .chain(([count, pixels, share]) =>
    fc.array(
      fc
        .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: pixels, maxLength: pixels })
        .map((draws) => Uint8Array.from(draws, (draw) => (draw < share ? 255 : 0))),
      { minLength: count, maxLength: count },
    ),
  );

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof LearningError) return error.code;
    throw error;
  }
  return 'nothing refused';
}

describe('meanMaskBaseline', () => {
  it('is the best of all thresholds by mean Dice over the training masks', () => {
    fc.assert(
      fc.property(trainMasks, (masks) => {
        const before = masks.map((mask) => mask.slice());
        expect(meanMaskBaseline(masks)).toEqual(byBruteForce(masks));
        expect(masks).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  it('by hand: what most masks share wins over what few have', () => {
    const masks = [
      [0, 1, 1, 1, 0],
      [0, 1, 1, 0, 0],
      [1, 1, 1, 0, 0],
    ].map((pixels) => Uint8Array.from(pixels));
    expect([...meanMaskBaseline(masks)]).toEqual([0, 1, 1, 0, 0]);
  });

  it('takes the smallest of thresholds that are equally good', () => {
    // Two masks without a common pixel: at least 1 vote gives Dice 2/3 twice, at least 2 votes gives nothing at all.
    const apart = [Uint8Array.of(1, 0), Uint8Array.of(0, 1)];
    expect([...meanMaskBaseline(apart)]).toEqual([1, 1]);
    // A large and a small mask: the union and the common part are equally good here.
    const nested = [Uint8Array.of(1, 1, 0), Uint8Array.of(1, 0, 0)];
    expect(diceSum(nested, thresholded(nested, 1))).toBe(diceSum(nested, thresholded(nested, 2)));
    expect([...meanMaskBaseline(nested)]).toEqual([1, 1, 0]);
  });

  it('of one mask is that mask, with 1 for foreground', () => {
    expect([...meanMaskBaseline([Uint8Array.of(0, 7, 255, 0)])]).toEqual([0, 1, 1, 0]);
  });

  it('of empty masks is empty', () => {
    expect([...meanMaskBaseline([new Uint8Array(3), new Uint8Array(3)])]).toEqual([0, 0, 0]);
  });

  it('refuses no masks, and masks of different sizes', () => {
    expect(refusal(() => meanMaskBaseline([]))).toBe('no-values');
    expect(refusal(() => meanMaskBaseline([new Uint8Array(3), new Uint8Array(4)]))).toBe('wrong-shape');
  });
});
