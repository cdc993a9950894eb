import { seededRng } from '@mammofed/core';
import { describe, expect, it } from '@jest/globals';
import { augment, writeSymmetry } from './augment.js';

const SIZE = 3;
const image = Float32Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9]);
const mask = Uint8Array.from([1, 0, 0, 1, 1, 0, 0, 0, 0]);

function under(symmetry: number): { images: number[]; masks: number[] } {
  const images = new Float32Array(9);
  const masks = new Float32Array(9);
  writeSymmetry({ image, mask, size: SIZE, images, masks, offset: 0 }, symmetry);
  return { images: [...images], masks: [...masks] };
}

describe('augment', () => {
  it('knows the 8 symmetries of a square, the identity first', () => {
    const all = Array.from({ length: 8 }, (_, symmetry) => under(symmetry).images.join(' '));
    expect(new Set(all).size).toBe(8);
    expect(all[0]).toBe('1 2 3 4 5 6 7 8 9');
    expect(all).toContain('3 2 1 6 5 4 9 8 7'); // mirrored columns
    expect(all).toContain('7 4 1 8 5 2 9 6 3'); // a quarter turn clockwise
    expect(all).toContain('9 8 7 6 5 4 3 2 1'); // a half turn
  });

  it('moves image and mask together', () => {
    for (let symmetry = 0; symmetry < 8; symmetry++) {
      const { images, masks } = under(symmetry);
      images.forEach((value, i) => expect(masks[i]).toBe(mask[value - 1]));
    }
  });

  it('writes into its place of the batch only, and repeats with the seed', () => {
    const draw = (): Float32Array[] => {
      const images = new Float32Array(27).fill(-1);
      const masks = new Float32Array(27).fill(-1);
      augment({ image, mask, size: SIZE, images, masks, offset: 9 }, seededRng(1));
      return [images, masks];
    };
    const [images, masks] = draw();
    expect([...images.subarray(0, 9), ...images.subarray(18)].every((value) => value === -1)).toBe(true);
    expect([...images.subarray(9, 18)].sort()).toEqual([...image]);
    expect([...masks.subarray(9, 18)].reduce((a, b) => a + b)).toBe(3);
    expect(draw()).toEqual([images, masks]);
  });
});
