import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { ImagingError } from './errors.js';
import { overlayPng } from './overlay.js';

const SIZE = 16;
const square = (from: number, to: number): Uint8Array =>
  Uint8Array.from({ length: SIZE * SIZE }, (_, i) => {
    const [x, y] = [i % SIZE, Math.floor(i / SIZE)];
    return x >= from && x < to && y >= from && y < to ? 1 : 0;
  });

describe('overlayPng', () => {
  it('draws the reference in green and the prediction in orange, and leaves the rest grey', async () => {
    const display = new Uint8Array(SIZE * SIZE).fill(50);
    const png = await overlayPng({ display, size: SIZE, reference: square(2, 14), predicted: square(5, 11), scale: 3 });
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, info.channels]).toEqual([48, 48, 3]);
    const at = (x: number, y: number): number[] => [...data.subarray((y * 48 + x) * 3, (y * 48 + x) * 3 + 3)];
    expect(at(6, 20)).toEqual([0, 158, 115]);
    expect(at(15, 20)).toEqual([230, 159, 0]);
    expect(at(24, 24)).toEqual([50, 50, 50]);
    expect(at(1, 1)).toEqual([50, 50, 50]);
  });

  it('closes the outline of a mask that reaches the edge, and shows both colours where outlines coincide', async () => {
    const full = new Uint8Array(SIZE * SIZE).fill(1);
    const png = await overlayPng({
      display: new Uint8Array(SIZE * SIZE),
      size: SIZE,
      reference: full,
      predicted: full,
    });
    const { data } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    const topRow = new Set(Array.from({ length: 64 }, (_, x) => data[x * 3]));
    expect(topRow).toEqual(new Set([0, 230]));
  });

  it('refuses planes of another size', async () => {
    const plane = square(0, 3);
    const attempt = overlayPng({ display: plane, size: SIZE + 1, reference: plane, predicted: plane });
    const error = await attempt.catch((reason: unknown) => reason);
    expect(error instanceof ImagingError && error.code).toBe('bad-argument');
  });
});
