import { describe, expect, it } from '@jest/globals';
import type { ImageRow } from './measure.js';
import { bestFirst, chosenForOverlays } from './ranking.js';

function image(index: number, dice: number): ImageRow {
  const others = { sensitivity: 0, specificity: 0, accuracy: 0, referenceArea: 0, predictedArea: 0 };
  return { file: `${index}.png`, patient: `P${index}`, touchesEdge: false, index, dice, ...others };
}

const chosen = (count: number): [string, number][] =>
  chosenForOverlays(bestFirst(Array.from({ length: count }, (_, i) => image(i, 1 - i / 100)))).map(
    ({ rank, image: { index } }) => [rank, index],
  );

describe('the images that are shown', () => {
  it('are two of each rank', () => {
    expect(chosen(10)).toEqual([
      ['best', 0],
      ['best', 1],
      ['median', 4],
      ['median', 5],
      ['worst', 8],
      ['worst', 9],
    ]);
  });

  it('are each shown once at most in a small set', () => {
    expect(chosen(5)).toEqual([
      ['best', 0],
      ['best', 1],
      ['median', 2],
      ['worst', 3],
      ['worst', 4],
    ]);
    for (let count = 0; count < 8; count++) {
      const indices = chosen(count).map(([, index]) => index);
      expect(new Set(indices).size).toBe(Math.min(count, 6));
    }
  });

  it('are ranked by Dice, and by file name where that is equal', () => {
    expect(bestFirst([image(3, 0.5), image(1, 0.5), image(2, 0.9)]).map(({ index }) => index)).toEqual([2, 1, 3]);
  });
});
