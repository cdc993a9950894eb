import type { MaskPixels } from '../decode.js';
import type { GreyPixels } from '../pgm.js';
import type { BreastArea } from './breast-area.js';

/** Ways in which a mask can lie wrong on its image. */
export const TURNS = ['mirrored', 'upside-down', 'half-turn', 'quarter-left', 'quarter-right'] as const;
export type Turn = (typeof TURNS)[number];

/** What a mask marks of the small planes of a `BreastArea`. */
export interface SmallCase {
  readonly breast: BreastArea;
  /** Shades between the image's darkest and brightest, 0..255, of the size of `breast.inside`. */
  readonly shades: Uint8Array;
  /** Standard deviation of the shades inside the breast. */
  readonly deviation: number;
  /** 1 where the mask marks something. */
  readonly mask: Uint8Array;
}

/** Part of the mask's bounding box that is added on each side to compare with. */
const SURROUNDINGS = 0.5;

/** @returns the case in the small planes of its breast; a lesion of less than a small pixel keeps one. */
export function smallCase(breast: BreastArea, { grey, width }: GreyPixels, mask: MaskPixels): SmallCase {
  const values = new Uint16Array(breast.inside.length);
  const marked = new Uint8Array(breast.inside.length);
  for (let y = 0, i = 0; y < breast.height; y++) {
    const row = Math.floor((y + 0.5) * breast.scale) * width;
    for (let x = 0; x < breast.width; x++, i++) values[i] = grey[row + Math.floor((x + 0.5) * breast.scale)];
  }
  const [low, high] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  const shades = Uint8Array.from(values, (value) => (255 * (value - low)) / Math.max(1, high - low));
  for (let i = 0; i < mask.mask.length; i++) {
    if (mask.mask[i] === 0) continue;
    const x = Math.min(breast.width - 1, Math.floor((i % width) / breast.scale));
    const y = Math.min(breast.height - 1, Math.floor(Math.floor(i / width) / breast.scale));
    marked[y * breast.width + x] = 1;
  }
  return { breast, shades, deviation: deviationWithin(breast.inside, shades), mask: marked };
}

/** @returns the share of what is marked that lies outside the breast, 0..1. */
export function shareInAir({ breast, mask }: SmallCase): number {
  let [marked, outside] = [0, 0];
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 0) continue;
    marked++;
    outside += 1 - breast.inside[i];
  }
  return marked === 0 ? 0 : outside / marked;
}

/**
 * How a mask fits an image: by how much what it marks differs from its surroundings, in standard deviations of the
 * breast's shades, less the share of it that lies in the air. A mass is brighter than the tissue around it on a mammogram, and
 * darker in ultrasound.
 * @param mask - of the size of the breast's plane.
 */
export function fit({ breast, shades, deviation }: Omit<SmallCase, 'mask'>, mask: Uint8Array): number {
  const { width, height, inside } = breast;
  const box = { left: width, right: 0, top: height, bottom: 0 };
  let [marked, outside] = [0, 0];
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 0) continue;
    marked++;
    outside += 1 - inside[i];
    const [x, y] = [i % width, Math.floor(i / width)];
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x + 1);
    box.top = Math.min(box.top, y);
    box.bottom = y + 1;
  }
  if (marked === 0) return 0;
  const marginX = Math.ceil((box.right - box.left) * SURROUNDINGS);
  const marginY = Math.ceil((box.bottom - box.top) * SURROUNDINGS);
  const sums = [0, 0];
  const counts = [0, 0];
  for (let y = Math.max(0, box.top - marginY); y < Math.min(height, box.bottom + marginY); y++) {
    for (let x = Math.max(0, box.left - marginX); x < Math.min(width, box.right + marginX); x++) {
      const at = y * width + x;
      if (inside[at] === 0) continue;
      sums[mask[at]] += shades[at];
      counts[mask[at]]++;
    }
  }
  const [around, within] = [counts[0], counts[1]];
  const contrast = around === 0 || within === 0 ? 0 : sums[1] / within - sums[0] / around;
  return Math.abs(contrast) / deviation - outside / marked;
}

/** @returns the mask as it would lie if it were turned; null where that is another size. */
export function turned(mask: Uint8Array, width: number, height: number, turn: Turn): Uint8Array | null {
  const isQuarter = turn === 'quarter-left' || turn === 'quarter-right';
  if (isQuarter && width !== height) return null;
  const placeOf = (x: number, y: number): number => {
    switch (turn) {
      case 'mirrored':
        return y * width + (width - 1 - x);
      case 'upside-down':
        return (height - 1 - y) * width + x;
      case 'half-turn':
        return (height - 1 - y) * width + (width - 1 - x);
      case 'quarter-left':
        return (width - 1 - x) * width + y;
      case 'quarter-right':
        return x * width + (height - 1 - y);
    }
  };
  const result = new Uint8Array(mask.length);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) if (mask[i] === 1) result[placeOf(x, y)] = 1;
  }
  return result;
}

function deviationWithin(inside: Uint8Array, shades: Uint8Array): number {
  let [count, sum, squares] = [0, 0, 0];
  for (let i = 0; i < inside.length; i++) {
    if (inside[i] === 0) continue;
    count++;
    sum += shades[i];
    squares += shades[i] ** 2;
  }
  return Math.max(1e-9, Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2)));
}
