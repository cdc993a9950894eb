import { describe, expect, it } from '@jest/globals';
import { seededRng } from '@mammofed/core';
import { outlinePath } from './mask-outline.js';

/** Fills the path by the nonzero rule: of every pixel's middle, how often vertical lines to its left go up less down. */
function filled(path: string, width: number, height: number): Uint8Array {
  const mask = new Uint8Array(width * height);
  const turns = new Int32Array(width * height);
  for (const line of path.split('Z').filter((part) => part !== '')) {
    const [, startX, startY] = /^M(\d+) (\d+)/.exec(line)?.map(Number) as [number, number, number];
    let [x, y] = [startX, startY];
    const moveTo = (toY: number): void => {
      for (let row = Math.min(y, toY); row < Math.max(y, toY); row++)
        for (let column = x; column < width; column++) turns[row * width + column] += Math.sign(toY - y);
      y = toY;
    };
    for (const [, axis, value] of line.matchAll(/([HV])(\d+)/g)) {
      if (axis === 'V') moveTo(Number(value));
      else x = Number(value);
    }
    if (x === startX) moveTo(startY);
    expect(x === startX || y === startY).toBe(true);
  }
  turns.forEach((count, i) => (mask[i] = count === 0 ? 0 : 1));
  return mask;
}

describe('the outline of a mask', () => {
  it('is one line around a rectangle, with a corner for each turn', () => {
    const mask = Uint8Array.from([0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0]);
    expect(outlinePath(mask, 4, 4)).toBe('M1 1H3V3H1Z');
  });

  it('is empty where nothing is marked', () => {
    expect(outlinePath(new Uint8Array(9), 3, 3)).toBe('');
  });

  it('runs around holes the other way, and around parts that touch at a corner', () => {
    const ring = Uint8Array.from([1, 1, 1, 1, 0, 1, 1, 1, 1]);
    expect(outlinePath(ring, 3, 3).match(/M/g)).toHaveLength(2);
    for (const mask of [ring, Uint8Array.from([1, 0, 0, 0, 1, 0, 1, 0, 1])])
      expect(filled(outlinePath(mask, 3, 3), 3, 3)).toEqual(mask);
  });

  it.each([1, 2, 3, 4])('encloses what is marked and nothing else, in any mask (seed %d)', (seed) => {
    const rng = seededRng(seed);
    const mask = Uint8Array.from({ length: 13 * 9 }, () => (rng.next() < 0.55 ? 1 : 0));
    expect(filled(outlinePath(mask, 13, 9), 13, 9)).toEqual(mask);
  });
});
