import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { boundingBox, cutRegion, placeOf, standardized, widened } from './region.js';
import { resample, resampleMask } from './resample.js';

const WIDTH = 40;
const HEIGHT = 30;

function maskOf(isSet: (x: number, y: number) => boolean): { width: number; height: number; mask: Uint8Array } {
  const mask = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => (isSet(i % WIDTH, Math.floor(i / WIDTH)) ? 1 : 0));
  return { width: WIDTH, height: HEIGHT, mask };
}

describe('the region of a mask', () => {
  it('is the bounding box of every marked pixel, separate parts included', () => {
    const mask = maskOf((x, y) => (x === 3 && y === 20) || (x === 31 && y === 7));
    expect(boundingBox(mask)).toEqual({ left: 3, top: 7, right: 32, bottom: 21 });
    expect(boundingBox(maskOf(() => false))).toBeNull();
  });

  it('is widened by a share of its own width and height, and clipped to the image', () => {
    expect(widened({ left: 10, top: 10, right: 30, bottom: 20 }, 0.1, WIDTH, HEIGHT)).toEqual({
      left: 8,
      top: 9,
      right: 32,
      bottom: 21,
    });
    expect(widened({ left: 0, top: 1, right: 40, bottom: 29 }, 0.1, WIDTH, HEIGHT)).toEqual({
      left: 0,
      top: 0,
      right: WIDTH,
      bottom: HEIGHT,
    });
  });

  it('touches the edge where the border cuts its margin or the mass lies at the border', () => {
    const inside = { left: 10, top: 10, right: 20, bottom: 20 };
    const touches = (box: Partial<typeof inside>, margin = 0.1): boolean =>
      placeOf({ ...inside, ...box }, margin, WIDTH, HEIGHT).touchesEdge;
    expect(touches({})).toBe(false);
    expect([touches({ left: 1, right: 11 }), touches({ left: 0, right: 10 })]).toEqual([false, true]);
    expect(touches({ left: 1, right: 21 })).toBe(true); // its margin is 2 pixels
    expect([touches({ top: 1, bottom: 21 }), touches({ right: WIDTH - 1, left: 0 })]).toEqual([true, true]);
    expect([touches({ bottom: HEIGHT - 1 }), touches({ bottom: HEIGHT - 2 })]).toEqual([true, false]);
    expect([touches({ left: 0 }, 0), touches({ left: 1 }, 0)]).toEqual([true, false]);
    expect(placeOf({ ...inside, left: 0 }, 0.1, WIDTH, HEIGHT)).toEqual({
      box: { left: 0, top: 9, right: 22, bottom: 21 },
      imageWidth: WIDTH,
      imageHeight: HEIGHT,
      touchesEdge: true,
    });
  });

  it('leaves 8-bit grey values and the mask untouched at its own size', () => {
    const grey = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => (i * 37) % 200);
    const mask = maskOf((x, y) => (x + y) % 3 === 0);
    const region = cutRegion(
      { width: WIDTH, height: HEIGHT, grey },
      mask,
      { left: 5, top: 4, right: 21, bottom: 20 },
      16,
      { kind: 'percentiles' },
    );
    const byLevel = cutRegion(
      { width: WIDTH, height: HEIGHT, grey },
      mask,
      { left: 5, top: 4, right: 21, bottom: 20 },
      16,
      { kind: 'level', level: 100, width: 10 },
    );
    expect(byLevel).toEqual(region);
    expect(region.display[0]).toBe(grey[4 * WIDTH + 5]);
    expect(region.display[255]).toBe(grey[19 * WIDTH + 20]);
    expect(region.mask[1]).toBe(mask.mask[4 * WIDTH + 6]);
  });

  it("windows deeper images by the region's own percentiles, whatever lies outside it", () => {
    const grey = new Uint16Array(WIDTH * HEIGHT).fill(60_000);
    for (let y = 5; y < 25; y++) for (let x = 5; x < 25; x++) grey[y * WIDTH + x] = 1000 + ((y - 5) * 20 + x - 5);
    const mask = maskOf((x, y) => x >= 5 && x < 25 && y >= 5 && y < 25);
    const { display } = cutRegion({ width: WIDTH, height: HEIGHT, grey }, mask, boundingBox(mask)!, 20, {
      kind: 'percentiles',
    });
    expect([display[0], display[399]]).toEqual([0, 255]);
    expect(Math.abs(display[200] - 128)).toBeLessThanOrEqual(1);
  });

  it('is standardized to mean 0 and variance 1; an even crop becomes 0', () => {
    const image = standardized(Uint8Array.from({ length: 100 }, (_, i) => i));
    const mean = image.reduce((sum, value) => sum + value, 0) / 100;
    expect(Math.abs(mean)).toBeLessThan(1e-6);
    expect(image.reduce((sum, value) => sum + value * value, 0) / 100).toBeCloseTo(1, 5);
    expect(standardized(new Uint8Array(9).fill(77))).toEqual(new Float32Array(9));
  });

  it('does not depend on gain and offset of the scanner', () => {
    const display = Uint8Array.from({ length: 100 }, (_, i) => (i * 13) % 100);
    const other = standardized(display.map((value) => 2 * value + 30));
    standardized(display).forEach((value, i) => expect(other[i]).toBeCloseTo(value, 5));
  });
});

describe('resample', () => {
  it('averages areas on the way down and interpolates on the way up', () => {
    expect([...resample([0, 4, 8, 12], 4, 1, 1, 1)]).toEqual([6]);
    expect([...resample([0, 8], 2, 1, 4, 1)]).toEqual([0, 2, 6, 8]);
  });

  it('keeps even planes even and never leaves the range of its source', () => {
    const side = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(
        side,
        side,
        side,
        side,
        fc.array(fc.nat(255), { minLength: 144, maxLength: 144 }),
        (w, h, ow, oh, all) => {
          const source = all.slice(0, w * h);
          const result = resample(source, w, h, ow, oh);
          expect(result.length).toBe(ow * oh);
          expect(Math.min(...result)).toBeGreaterThanOrEqual(Math.fround(Math.min(...source) - 1e-4));
          expect(Math.max(...result)).toBeLessThanOrEqual(Math.fround(Math.max(...source) + 1e-4));
          for (const value of resample(new Uint8Array(w * h).fill(9), w, h, ow, oh)) expect(value).toBeCloseTo(9, 6);
        },
      ),
    );
  });

  it('keeps masks binary and their area, about', () => {
    const disc = Uint8Array.from({ length: 10_000 }, (_, i) =>
      ((i % 100) - 50) ** 2 + (Math.floor(i / 100) - 50) ** 2 < 900 ? 1 : 0,
    );
    const small = resampleMask(disc, 100, 100, 32, 32);
    expect(new Set(small)).toEqual(new Set([0, 1]));
    expect(small.reduce((a, b) => a + b, 0) / 1024).toBeCloseTo((Math.PI * 900) / 10_000, 1);
  });
});
