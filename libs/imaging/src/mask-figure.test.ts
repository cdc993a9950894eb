import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import sharp from 'sharp';
import { decodeMask } from './decode.js';
import { ImagingError } from './errors.js';
import { maskPng, placeMask } from './mask-figure.js';
import { resampleMask } from './resample.js';

describe('placeMask', () => {
  it('puts each pixel of the region where it belongs in the image', () => {
    const full = placeMask(Uint8Array.of(1, 0, 0, 1), 2, { left: 1, top: 0, right: 5, bottom: 2 }, 6, 3);
    expect([...full]).toEqual([0, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('comes back to the same region mask and marks nothing outside its box', () => {
    const setup = fc.record({
      size: fc.integer({ min: 1, max: 12 }),
      left: fc.nat(9),
      top: fc.nat(9),
      factor: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(
        setup,
        fc.array(fc.nat(1), { minLength: 144, maxLength: 144 }),
        ({ size, left, top, factor }, all) => {
          const region = Uint8Array.from(all.slice(0, size * size));
          const side = size * factor;
          const [width, height] = [left + side + 3, top + side + 2];
          const box = { left, top, right: left + side, bottom: top + side };
          const full = placeMask(region, size, box, width, height);
          const cut = new Uint8Array(side * side);
          for (let y = 0; y < side; y++)
            cut.set(full.subarray((top + y) * width + left, (top + y) * width + left + side), y * side);
          const sum = (plane: Uint8Array): number => plane.reduce((total, value) => total + value, 0);
          expect(sum(full)).toBe(sum(cut));
          expect(sum(full)).toBe(sum(region) * factor * factor);
          if (factor === 1) expect(cut).toEqual(region);
          else if (sum(region) === region.length) expect(resampleMask(cut, side, side, size, size)).toEqual(region);
        },
      ),
    );
  });

  it('refuses a box that leaves the image, and a mask of another size', () => {
    const attempts = [
      () => placeMask(new Uint8Array(4), 2, { left: 3, top: 0, right: 7, bottom: 2 }, 6, 3),
      () => placeMask(new Uint8Array(4), 2, { left: 3, top: 2, right: 5, bottom: 2 }, 6, 3),
      () => placeMask(new Uint8Array(5), 2, { left: 1, top: 0, right: 5, bottom: 2 }, 6, 3),
    ];
    for (const attempt of attempts) expect(attempt).toThrow(expect.objectContaining({ code: 'bad-argument' }));
  });
});

describe('maskPng', () => {
  it('is read back as the mask it was, black and white in one channel', async () => {
    const mask = Uint8Array.from({ length: 15 }, (_, i) => i % 2);
    const png = await maskPng(mask, 5, 3);
    expect(await decodeMask(png)).toEqual({ width: 5, height: 3, mask });
    const { channels, depth } = await sharp(png).metadata();
    expect([channels, depth]).toEqual([1, 'uchar']);
    const raw = await sharp(png).toColourspace('b-w').raw().toBuffer();
    expect(new Set(raw)).toEqual(new Set([0, 255]));
  });

  it('refuses a mask of another size', async () => {
    const error = await maskPng(new Uint8Array(14), 5, 3).catch((reason: unknown) => reason);
    expect(error instanceof ImagingError && error.code).toBe('bad-argument');
  });
});
