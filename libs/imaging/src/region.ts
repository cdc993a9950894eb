import type { GreyWindow } from '@mammofed/core';
import type { MaskPixels } from './decode.js';
import type { CaseFacts, PixelSpacing, VoiWindow } from './layouts/layout.js';
import type { GreyPixels } from './pgm.js';
import { resample, resampleMask } from './resample.js';
import { windowed } from './window.js';

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

/** Where a region lies in its image. */
export interface RegionPlace {
  /** The region in the image's pixels: the lesion's bounding box with its margin, as far as the image reaches. */
  readonly box: Box;
  readonly imageWidth: number;
  readonly imageHeight: number;
  /** The image's border cuts the region's margin on any side, or the lesion itself reaches the border. */
  readonly touchesEdge: boolean;
}

/** A region with where it is from. */
export interface RegionSample extends Region, RegionPlace {
  readonly file: string;
  readonly patient: string;
  /** What is known of the image beside its pixels; left out: nothing. */
  readonly facts?: CaseFacts;
  /** Between the pixels of the image (not of the region); null or left out: not known. */
  readonly spacing?: PixelSpacing | null;
}

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
  const { left, top, right, bottom } = withMargin(box, marginFraction);
  return {
    left: Math.max(0, left),
    top: Math.max(0, top),
    right: Math.min(width, right),
    bottom: Math.min(height, bottom),
  };
}

/**
 * @param box - a lesion's bounding box, without margin.
 * @returns the region around the lesion and whether the image's border cuts it.
 */
export function placeOf(box: Box, marginFraction: number, imageWidth: number, imageHeight: number): RegionPlace {
  const { left, top, right, bottom } = withMargin(box, marginFraction);
  const isCut = left < 0 || top < 0 || right > imageWidth || bottom > imageHeight;
  // Without a margin (or with one that rounds to nothing) there is nothing to cut.
  const isAtBorder = box.left === 0 || box.top === 0 || box.right === imageWidth || box.bottom === imageHeight;
  return {
    box: widened(box, marginFraction, imageWidth, imageHeight),
    imageWidth,
    imageHeight,
    touchesEdge: isCut || isAtBorder,
  };
}

function withMargin(box: Box, marginFraction: number): Box {
  const marginX = Math.round((box.right - box.left) * marginFraction);
  const marginY = Math.round((box.bottom - box.top) * marginFraction);
  return {
    left: box.left - marginX,
    top: box.top - marginY,
    right: box.right + marginX,
    bottom: box.bottom + marginY,
  };
}

/**
 * Cuts a box out of an image and its mask and resizes both to a square of `size` pixels; the aspect ratio is given up,
 * as in the paper. An 8-bit image keeps its grey values. A deeper one is windowed to 8 bits: by the region's own
 * percentiles, so that the bits that matter survive whatever range the detector used, by a fixed level and width, or as
 * the image's own header says.
 * @param box - inside both planes, not empty.
 * @param voi - the image's own window, if it has one.
 */
export function cutRegion(
  pixels: GreyPixels,
  { mask }: Pick<MaskPixels, 'mask'>,
  box: Box,
  size: number,
  window: GreyWindow,
  voi: VoiWindow | null = null,
): Region {
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  const grey = pixels.grey instanceof Uint16Array ? new Uint16Array(width * height) : new Uint8Array(width * height);
  const marked = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (box.top + y) * pixels.width + box.left;
    grey.set(pixels.grey.subarray(from, from + width), y * width);
    marked.set(mask.subarray(from, from + width), y * width);
  }
  const levels = needsWindow(grey, window, voi) ? windowed(grey, window, voi) : grey;
  const display = Uint8Array.from(resample(levels, width, height, size, size), Math.round);
  return { image: standardized(display), display, mask: resampleMask(marked, width, height, size, size) };
}

/** Whether values are not shades of grey yet: they are deeper than 8 bits, or their header says how to show them. */
export function needsWindow(grey: Uint8Array | Uint16Array, window: GreyWindow, voi: VoiWindow | null): boolean {
  return grey instanceof Uint16Array || (window.kind === 'header' && voi !== null);
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
