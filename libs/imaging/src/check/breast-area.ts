import type { GreyPixels } from '../pgm.js';

export const SIDES = ['left', 'right', 'top', 'bottom'] as const;
export type Side = (typeof SIDES)[number];

/** Where the breast lies in an image that was made smaller. */
export interface BreastArea {
  /** The air around it: dark as it should be, or bright, as on an image that is inverted or not for presentation. */
  readonly background: 'dark' | 'bright';
  readonly width: number;
  readonly height: number;
  /** Shape (height, width), 1 inside the breast. */
  readonly inside: Uint8Array;
  /** Pixels of the original to one of `inside`, along either axis. */
  readonly scale: number;
  /** Share of the breast's pixels in those of the image. */
  readonly share: number;
  /** Of each side of the breast's bounding box, the share that the breast touches, 0..1: nearly 1 at the chest wall. */
  readonly contact: Readonly<Record<Side, number>>;
}

/** Longest side that is looked at, pixels: an outline needs no more. */
const LONGEST_SIDE = 128;
const LEVELS = 64;
/** Part of the grey range by which a pixel has to differ from the air. */
const AIR_RANGE = 0.04;
/** Depth of a side, as a share of the box: paddles and rounded corners of the film are thinner. */
const SIDE_DEPTH = 0.03;
/** Smallest part of an image that air is taken for, and the smallest that a breast is. */
const LEAST_AIR = 0.05;
const LEAST_BREAST = 0.04;

/**
 * Finds the breast: the largest connected area that differs from the air, which is the level that most pixels of a
 * mammogram share. Padding and letter-boxing count as air.
 * @returns null if there is no air or nothing in it: a crop, say, or another kind of image.
 */
export function findBreast(pixels: GreyPixels): BreastArea | null {
  const { width, height, scale, grey } = reduced(pixels);
  let lowest = Infinity;
  let highest = -Infinity;
  for (const value of grey) {
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  if (highest <= lowest) return null;
  const counts = new Uint32Array(LEVELS);
  const perLevel = (highest - lowest) / (LEVELS - 1);
  for (const value of grey) counts[Math.floor((value - lowest) / perLevel + 0.5)]++;
  const air = counts.indexOf(Math.max(...counts));
  if (counts[air] < LEAST_AIR * grey.length) return null;
  const airValue = lowest + air * perLevel;
  const differs = new Uint8Array(grey.length);
  for (let i = 0; i < grey.length; i++) {
    if (Math.abs(grey[i] - airValue) > AIR_RANGE * (highest - lowest)) differs[i] = 1;
  }
  const inside = largestArea(differs, width, height);
  let count = 0;
  let sum = 0;
  for (let i = 0; i < inside.length; i++) {
    if (inside[i] === 0) continue;
    count++;
    sum += grey[i];
  }
  if (count < LEAST_BREAST * inside.length) return null;
  return {
    background: sum / count >= airValue ? 'dark' : 'bright',
    ...{ width, height, inside, scale, share: count / inside.length },
    contact: contactOf(inside, width, height),
  };
}

/** Nearest neighbour: shapes are looked at, not shades. */
function reduced({ width, height, grey }: GreyPixels) {
  const scale = Math.max(1, Math.max(width, height) / LONGEST_SIDE);
  const [narrow, low] = [Math.max(1, Math.floor(width / scale)), Math.max(1, Math.floor(height / scale))];
  const small = new Uint16Array(narrow * low);
  for (let y = 0, i = 0; y < low; y++) {
    const row = Math.floor((y + 0.5) * scale) * width;
    for (let x = 0; x < narrow; x++, i++) small[i] = grey[row + Math.floor((x + 0.5) * scale)];
  }
  return { width: narrow, height: low, scale, grey: small };
}

/** @returns 1 in the largest area of neighbours (4 of them) that are 1, 0 elsewhere. */
function largestArea(plane: Uint8Array, width: number, height: number): Uint8Array {
  const label = new Uint32Array(plane.length);
  const stack = new Uint32Array(plane.length);
  let [labels, largest, largestCount] = [0, 0, 0];
  for (let start = 0; start < plane.length; start++) {
    if (plane[start] === 0 || label[start] !== 0) continue;
    const own = ++labels;
    let [depth, count] = [1, 0];
    stack[0] = start;
    label[start] = own;
    while (depth > 0) {
      const at = stack[--depth];
      count++;
      const x = at % width;
      const visit = (next: number): void => {
        if (plane[next] === 0 || label[next] !== 0) return;
        label[next] = own;
        stack[depth++] = next;
      };
      if (x > 0) visit(at - 1);
      if (x < width - 1) visit(at + 1);
      if (at >= width) visit(at - width);
      if (at < width * (height - 1)) visit(at + width);
    }
    if (count > largestCount) [largest, largestCount] = [own, count];
  }
  return Uint8Array.from(label, (one) => (one === largest && largest > 0 ? 1 : 0));
}

function contactOf(inside: Uint8Array, width: number, height: number): Record<Side, number> {
  let [left, right, top, bottom] = [width, 0, height, 0];
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (inside[i] === 0) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = y + 1;
    }
  }
  const deepX = Math.max(1, Math.round((right - left) * SIDE_DEPTH));
  const deepY = Math.max(1, Math.round((bottom - top) * SIDE_DEPTH));
  const shareOf = (fromX: number, toX: number, fromY: number, toY: number): number => {
    let count = 0;
    for (let y = fromY; y < toY; y++) for (let x = fromX; x < toX; x++) count += inside[y * width + x];
    return count / ((toX - fromX) * (toY - fromY));
  };
  return {
    left: shareOf(left, left + deepX, top, bottom),
    right: shareOf(right - deepX, right, top, bottom),
    top: shareOf(left, right, top, top + deepY),
    bottom: shareOf(left, right, bottom - deepY, bottom),
  };
}
