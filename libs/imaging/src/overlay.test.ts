import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { ImagingError } from './errors.js';
import { fullOverlayPng, overlayPng } from './overlay.js';

const SIZE = 16;
const square = (from: number, to: number): Uint8Array =>
  Uint8Array.from({ length: SIZE * SIZE }, (_, i) => {
    const [x, y] = [i % SIZE, Math.floor(i / SIZE)];
    return x >= from && x < to && y >= from && y < to ? 1 : 0;
  });

describe('overlayPng', () => {
  it('draws the reference in green and the prediction in orange, and leaves the rest grey', async () => {
    const display = new Uint8Array(SIZE * SIZE).fill(50);
    const predictions = [{ name: 'a network', mask: square(5, 11) }];
    const png = await overlayPng({ display, size: SIZE, reference: square(2, 14), predictions, scale: 3 });
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
      predictions: [{ name: 'a network', mask: full }],
    });
    const { data } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    const topRow = new Set(Array.from({ length: 64 }, (_, x) => data[x * 3]));
    expect(topRow).toEqual(new Set([0, 230]));
  });

  it('draws a second prediction in sky blue, and all three in turn where they coincide', async () => {
    const display = new Uint8Array(SIZE * SIZE).fill(50);
    const [first, second] = [square(2, 14), square(5, 11)].map((mask, i) => ({ name: `network ${i}`, mask }));
    const apart = await overlayPng({ display, size: SIZE, reference: null, predictions: [first, second], scale: 3 });
    const { data } = await sharp(apart).raw().toBuffer({ resolveWithObject: true });
    expect([...data.subarray((20 * 48 + 6) * 3, (20 * 48 + 6) * 3 + 3)]).toEqual([230, 159, 0]);
    expect([...data.subarray((20 * 48 + 15) * 3, (20 * 48 + 15) * 3 + 3)]).toEqual([86, 180, 233]);
    const together = await overlayPng({ display, size: SIZE, reference: first.mask, predictions: [first, first] });
    const { data: turns } = await sharp(together).raw().toBuffer({ resolveWithObject: true });
    const row = Array.from({ length: 64 }, (_, x) =>
      [...turns.subarray((8 * 64 + x) * 3, (8 * 64 + x) * 3 + 3)].join(),
    );
    expect(new Set(row.slice(8, 56))).toEqual(new Set(['0,158,115', '230,159,0', '86,180,233']));
  });

  it('shows the crop as it is without any mask', async () => {
    const display = Uint8Array.from({ length: SIZE * SIZE }, (_, i) => i);
    const png = await overlayPng({ display, size: SIZE, reference: null, predictions: [], scale: 1 });
    const data = await sharp(png).raw().toBuffer();
    expect([...data].filter((_, i) => i % 3 === 0)).toEqual([...display]);
  });

  it('refuses planes of another size, a third prediction, and a scale out of range', async () => {
    const plane = square(0, 3);
    const prediction = { name: 'a network', mask: plane };
    const sound = { display: plane, size: SIZE, reference: plane, predictions: [prediction] };
    for (const wrong of [
      { size: SIZE + 1 },
      { predictions: [prediction, prediction, prediction] },
      { predictions: [{ name: 'a network', mask: new Uint8Array(9) }] },
      { scale: 0 },
      { scale: 1.5 },
    ]) {
      const error = await overlayPng({ ...sound, ...wrong }).catch((reason: unknown) => reason);
      expect(error instanceof ImagingError && error.code).toBe('bad-argument');
    }
  });
});

describe('fullOverlayPng', () => {
  it('shows the whole image at its size, the outlines, and the frame of the region', async () => {
    const [width, height] = [60, 40];
    const mask = Uint8Array.from({ length: width * height }, (_, i) =>
      i % width >= 20 && i % width < 40 && i >= 10 * width && i < 30 * width ? 1 : 0,
    );
    const png = await fullOverlayPng({
      ...{ display: new Uint8Array(width * height).fill(9), width, height },
      reference: null,
      predictions: [{ name: 'a network', mask }],
      box: { left: 10, top: 5, right: 50, bottom: 35 },
    });
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([width, height]);
    const at = (x: number, y: number): string => data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3).join();
    expect([at(20, 20), at(39, 20), at(30, 10), at(30, 29)]).toEqual(Array(4).fill('230,159,0'));
    expect([at(30, 20), at(2, 2), at(9, 20), at(50, 20)]).toEqual(Array(4).fill('9,9,9'));
    const frame = Array.from({ length: 30 }, (_, y) => at(10, 5 + y));
    expect(new Set(frame)).toEqual(new Set(['190,190,190', '9,9,9']));
  });

  it('scales a large image down and keeps its outlines', async () => {
    const [width, height] = [3200, 8];
    const mask = new Uint8Array(width * height).fill(1);
    const display = new Uint8Array(width * height);
    const png = await fullOverlayPng({ display, width, height, reference: mask, predictions: [] });
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([1600, 4]);
    expect([...data.subarray(0, 3)]).toEqual([0, 158, 115]);
  });
});
