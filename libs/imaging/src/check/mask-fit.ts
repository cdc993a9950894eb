import type { MaskPixels } from '../decode.js';
import type { GreyPixels } from '../pgm.js';
import type { BreastArea } from './breast-area.js';

/** Ways in which a mask can lie wrong on its image. */
export const TURNS = ['mirrored', 'upside-down', 'half-turn', 'quarter-left', 'quarter-right'] as const;
export type Turn = (typeof TURNS)[number];

/** What a mask marks of the small planes of a `BreastArea`. */
export interface SmallCase {
  readonly breast: BreastArea;
  /** Shades of the image, of the size of `breast.inside`. */
  readonly shades: Float32Array;
  /** 1 where the mask marks something. */
  readonly mask: Uint8Array;
}

/** Part of the mask's bounding box that is added on each side to compare with. */
const SURROUNDINGS = 0.5;

/** @returns the case in the small planes of its breast; a lesion of less than a small pixel keeps one. */
export function smallCase(breast: BreastArea, { grey, width }: GreyPixels, mask: MaskPixels): SmallCase {
  const shades = new Float32Array(breast.inside.length);
  const marked = new Uint8Array(breast.inside.length);
  for (let y = 0, i = 0; y < breast.height; y++) {
    const row = Math.floor((y + 0.5) * breast.scale) * width;
    for (let x = 0; x < breast.width; x++, i++) shades[i] = grey[row + Math.floor((x + 0.5) * breast.scale)];
  }
  for (let i = 0; i < mask.mask.length; i++) {
    if (mask.mask[i] === 0) continue;
    const x = Math.min(breast.width - 1, Math.floor((i % width) / breast.scale));
    const y = Math.min(breast.height - 1, Math.floor(Math.floor(i / width) / breast.scale));
    marked[y * breast.width + x] = 1;
  }
  return { breast, shades, mask: marked };
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
export function fit({ breast, shades }: Pick<SmallCase, 'breast' | 'shades'>, mask: Uint8Array): number {
  const { width, height, inside } = breast;
  const box = { left: width, right: 0, top: height, bottom: 0 };
  let [marked, outside] = [0, 0];
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 0) continue;
    marked++;
    outside += 1 - inside[i];
    box.left = Math.min(box.left, i % width);
    box.right = Math.max(box.right, (i % width) + 1);
    box.top = Math.min(box.top, Math.floor(i / width));
    box.bottom = Math.floor(i / width) + 1;
  }
  if (marked === 0) return 0;
  const within = moments();
  const around = moments();
  const all = moments();
  const marginX = Math.ceil((box.right - box.left) * SURROUNDINGS);
  const marginY = Math.ceil((box.bottom - box.top) * SURROUNDINGS);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (inside[i] === 0) continue;
      all.add(shades[i]);
      if (mask[i] === 1) within.add(shades[i]);
      else if (x >= box.left - marginX && x < box.right + marginX && y >= box.top - marginY && y < box.bottom + marginY)
        around.add(shades[i]);
    }
  }
  const contrast = within.count === 0 || around.count === 0 ? 0 : within.mean() - around.mean();
  return Math.abs(contrast) / Math.max(all.deviation(), 1e-9) - outside / marked;
}

/** @returns the mask as it would lie if it were turned; null where that is another size. */
export function turned(mask: Uint8Array, width: number, height: number, turn: Turn): Uint8Array | null {
  const isQuarter = turn === 'quarter-left' || turn === 'quarter-right';
  if (isQuarter && width !== height) return null;
  const sourceOf = (x: number, y: number): number => {
    switch (turn) {
      case 'mirrored':
        return y * width + (width - 1 - x);
      case 'upside-down':
        return (height - 1 - y) * width + x;
      case 'half-turn':
        return (height - 1 - y) * width + (width - 1 - x);
      case 'quarter-left':
        return x * width + (width - 1 - y);
      case 'quarter-right':
        return (height - 1 - x) * width + y;
    }
  };
  return Uint8Array.from(mask, (_, i) => mask[sourceOf(i % width, Math.floor(i / width))]);
}

function moments() {
  let [count, sum, squares] = [0, 0, 0];
  return {
    add: (value: number): void => {
      count++;
      sum += value;
      squares += value * value;
    },
    get count() {
      return count;
    },
    mean: (): number => sum / count,
    deviation: (): number => Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2)),
  };
}
