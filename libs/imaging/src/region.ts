import type { MaskPixels } from './decode.js';
import type { GreyPixels } from './pgm.js';
import { resample, resampleMask } from './resample.js';

/** Half-open rectangle in pixels: columns [left, right), rows [top, bottom). */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One mass region at the model's size S; every array has shape (S, S), rows from the top. */
export interface Region {
  /** For the network: the 8-bit crop standardized to mean 0, variance 1. */
  readonly image: Float32Array;
  /** For a person: the 8-bit crop. */
  readonly display: Uint8Array;
  /** 0 or 1. */
  readonly mask: Uint8Array;
}

/** A region with where it is from. */
export interface RegionSample extends Region {
  readonly file: string;
  readonly patient: string;
}

/** Percentiles of the region that become black and white for sources deeper than 8 bits. */
const WINDOW_PERCENTILES = { low: 0.005, high: 0.995 } as const;

/** @returns the bounding box of every set pixel, or null for an empty mask. */
export function boundingBox({ width, height, mask }: MaskPixels): Box | null {
  let left = width;
  let right = 0;
  let top = height;
  let bottom = 0;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (mask[i] === 0) continue;
      if (x < left) left = x;
      if (x >= right) right = x + 1;
      if (y < top) top = y;
      bottom = y + 1;
    }
  }
  return right === 0 ? null : { left, top, right, bottom };
}

/** Widens a box on each side by `marginFraction` of its width (height), rounded to pixels and clipped to the image. */
export function widened(box: Box, marginFraction: number, width: number, height: number): Box {
  const marginX = Math.round((box.right - box.left) * marginFraction);
  const marginY = Math.round((box.bottom - box.top) * marginFraction);
  return {
    left: Math.max(0, box.left - marginX),
    top: Math.max(0, box.top - marginY),
    right: Math.min(width, box.right + marginX),
    bottom: Math.min(height, box.bottom + marginY),
  };
}

/**
 * Cuts a box out of an image and its mask and resizes both to a square of `size` pixels; the aspect ratio is given up,
 * as in the paper. An 8-bit image keeps its grey values. A deeper one is windowed to 8 bits: the region's own 0.5th
 * percentile becomes 0, its 99.5th 255, linear in between, so that the bits that matter survive whatever range the
 * detector used.
 * @param box - inside both planes, not empty.
 */
export function cutRegion(pixels: GreyPixels, { mask }: MaskPixels, box: Box, size: number): Region {
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  const grey = pixels.grey instanceof Uint16Array ? new Uint16Array(width * height) : new Uint8Array(width * height);
  const marked = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (box.top + y) * pixels.width + box.left;
    grey.set(pixels.grey.subarray(from, from + width), y * width);
    marked.set(mask.subarray(from, from + width), y * width);
  }
  const levels = grey instanceof Uint16Array ? windowed(grey) : grey;
  const display = Uint8Array.from(resample(levels, width, height, size, size), Math.round);
  return { image: standardized(display), display, mask: resampleMask(marked, width, height, size, size) };
}

/**
 * Standardizes one crop: (v - mean) / max(deviation, 1). Per crop, because sites' scanners differ in gain and offset;
 * the floor of one grey level keeps an even crop from becoming amplified rounding noise.
 * @param display - shape (S, S), 8 bit.
 * @returns a new array, shape (S, S), float32.
 */
export function standardized(display: Uint8Array): Float32Array {
  let sum = 0;
  for (const value of display) sum += value;
  const mean = sum / display.length;
  let squares = 0;
  for (const value of display) squares += (value - mean) ** 2;
  const deviation = Math.max(1, Math.sqrt(squares / display.length));
  return Float32Array.from(display, (value) => (value - mean) / deviation);
}

/** @returns levels in [0, 255], not rounded; all 0 for an even region. */
function windowed(grey: Uint16Array): Float32Array {
  const counts = new Uint32Array(65536);
  for (const value of grey) counts[value]++;
  const low = percentile(counts, grey.length, WINDOW_PERCENTILES.low);
  const high = percentile(counts, grey.length, WINDOW_PERCENTILES.high);
  const scale = high > low ? 255 / (high - low) : 0;
  return Float32Array.from(grey, (value) => Math.min(255, Math.max(0, (value - low) * scale)));
}

/** Nearest-rank percentile from a histogram. */
function percentile(counts: Uint32Array, total: number, fraction: number): number {
  const rank = Math.max(1, Math.ceil(fraction * total));
  let seen = 0;
  for (let value = 0; value < counts.length; value++) {
    seen += counts[value];
    if (seen >= rank) return value;
  }
  return counts.length - 1;
}
