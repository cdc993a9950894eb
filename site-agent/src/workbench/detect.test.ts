import { describe, expect, it } from '@jest/globals';
import { detect } from './detect.js';

const SIDE = 256;
const SIZE = 32;
const OPTIONS = { size: SIZE, window: { kind: 'percentiles' } as const, tileFraction: 0.25 };

/** A half disc of tissue at the left, with bright squares in it. */
function mammogram(squares: readonly { readonly x: number; readonly y: number; readonly side: number }[]) {
  const grey = new Uint8Array(SIDE * SIDE);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      if (x ** 2 + (y - SIDE / 2) ** 2 > 120 ** 2) continue;
      const isIn = squares.some((one) => x >= one.x && x < one.x + one.side && y >= one.y && y < one.y + one.side);
      grey[y * SIDE + x] = isIn ? 250 : 100 + ((x * 7 + y * 3) % 8);
    }
  }
  return { whole: { pixels: { width: SIDE, height: SIDE, grey }, voi: null }, imageWidth: SIDE, imageHeight: SIDE };
}

/** A network that is sure of whatever stands out of its window, and nearly so of nothing else. */
const standsOut = (image: Float32Array): Promise<Float32Array> =>
  Promise.resolve(image.map((value) => (value > 2 ? 0.95 : 0.05)));

describe('a search in a whole mammogram', () => {
  it('marks each place where it lies, at the size of the image, and says how likely it is', async () => {
    const squares = [
      { x: 20, y: 60, side: 24 },
      { x: 60, y: 150, side: 20 },
    ];
    const { mask, detections } = await detect(mammogram(squares), OPTIONS, 0.5, standsOut);
    expect(mask).toHaveLength(SIDE * SIDE);
    expect(detections).toHaveLength(2);
    for (const { x, y, side } of squares) {
      const found = detections.find(({ box }) => Math.abs(box.x - x) <= 4 && Math.abs(box.y - y) <= 4);
      expect(found?.box.width).toBeGreaterThan(side - 8);
      expect(found?.box.width).toBeLessThan(side + 8);
      expect(found?.score).toBeGreaterThan(0.8);
      expect(mask[(y + side / 2) * SIDE + x + side / 2]).toBe(1);
    }
    const marked = mask.reduce((sum, value) => sum + value, 0);
    expect(marked).toBeLessThan(1.5 * (24 * 24 + 20 * 20));
  });

  it('marks nothing where nothing reaches the threshold, and looks at no air', async () => {
    let windows = 0;
    const counting = (image: Float32Array): Promise<Float32Array> => {
      windows++;
      return Promise.resolve(new Float32Array(image.length).fill(0.4));
    };
    const { mask, detections } = await detect(mammogram([]), OPTIONS, 0.5, counting);
    expect(detections).toEqual([]);
    expect(mask.includes(1)).toBe(false);
    // The half disc takes a third of the image, and windows overlap by half.
    expect(windows).toBeGreaterThan(10);
    expect(windows).toBeLessThan(40);
  });
});
