import type { GreyWindow } from '@mammofed/core';
import { findBreast } from './check/breast-area.js';
import type { CaseImage } from './layouts/layout.js';
import { cutRegion, type Box } from './region.js';

export interface WholeMammogramOptions {
  /** S: side of the network's input, pixels. */
  readonly size: number;
  readonly window: GreyWindow;
  /** Side of the window that slides over the breast, as a share of the breast's longer side; above 0, at most 1. */
  readonly tileFraction: number;
}

/** Probabilities on a grid that is coarser than the image, or as fine. */
export interface ProbabilityGrid {
  readonly width: number;
  readonly height: number;
  /** Shape (height, width), 0..1; 0 where no window lay. */
  readonly probability: Float32Array;
  readonly tileCount: number;
}

/** Windows of which less lies in the breast are not looked at. */
const LEAST_BREAST = 0.1;

/**
 * Slides a square window over the breast, half a window at a time, and averages what the network says where windows
 * overlap; pixels near a window's middle count more, because the network saw what surrounds them.
 * @param whole - as it was read; of an image without air around a breast all of it is looked at.
 * @param predict - probabilities (S, S) of a standardized image (S, S).
 */
export async function predictWhole(
  { pixels, voi }: Pick<CaseImage, 'pixels' | 'voi'>,
  { size, window, tileFraction }: WholeMammogramOptions,
  predict: (image: Float32Array) => Promise<Float32Array>,
): Promise<ProbabilityGrid> {
  const breast = findBreast(pixels);
  const area =
    breast === null ? { left: 0, top: 0, right: pixels.width, bottom: pixels.height } : boxOf(breast, pixels);
  const longer = Math.max(area.right - area.left, area.bottom - area.top);
  const tile = Math.min(Math.max(1, Math.round(longer * tileFraction)), pixels.width, pixels.height);
  // A cell of the grid is a pixel of the network's input, or of the image where that is coarser.
  const cell = Math.max(1, tile / size);
  const width = Math.ceil(pixels.width / cell);
  const height = Math.ceil(pixels.height / cell);
  const sums = new Float32Array(width * height);
  const weights = new Float32Array(width * height);
  const noMask = { mask: new Uint8Array(pixels.grey.length) };
  let tileCount = 0;
  for (const top of starts(area.top, area.bottom, tile, pixels.height)) {
    for (const left of starts(area.left, area.right, tile, pixels.width)) {
      const box = { left, top, right: left + tile, bottom: top + tile };
      if (breast !== null && shareOfBreast(breast, box) < LEAST_BREAST) continue;
      const probabilities = await predict(cutRegion(pixels, noMask, box, size, window, voi).image);
      tileCount++;
      for (let y = Math.ceil(top / cell); y < Math.min(height, (top + tile) / cell); y++) {
        const row = Math.min(size - 1, Math.floor(((y * cell - top) / tile) * size));
        for (let x = Math.ceil(left / cell); x < Math.min(width, (left + tile) / cell); x++) {
          const column = Math.min(size - 1, Math.floor(((x * cell - left) / tile) * size));
          const weight = hat(row, size) * hat(column, size);
          sums[y * width + x] += weight * probabilities[row * size + column];
          weights[y * width + x] += weight;
        }
      }
    }
  }
  const probability = sums.map((sum, i) => (weights[i] > 0 ? sum / weights[i] : 0));
  return { width, height, probability, tileCount };
}

/** @returns a mask of the grid at the image's size, by the nearest cell. */
export function gridMaskAt(
  mask: Uint8Array,
  grid: Pick<ProbabilityGrid, 'width' | 'height'>,
  width: number,
  height: number,
) {
  const full = new Uint8Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    const row = Math.min(grid.height - 1, Math.floor((y * grid.height) / height)) * grid.width;
    for (let x = 0; x < width; x++, i++)
      full[i] = mask[row + Math.min(grid.width - 1, Math.floor((x * grid.width) / width))];
  }
  return full;
}

/** Highest in the middle of a window, never 0. */
function hat(at: number, size: number): number {
  return 1 - Math.abs((2 * (at + 0.5)) / size - 1) * 0.95;
}

/** From the first to the last place of a window, half a window apart or closer; inside the image. */
function starts(from: number, to: number, tile: number, end: number): number[] {
  const last = Math.max(from, to - tile);
  const steps = Math.max(1, Math.ceil((last - from) / (tile / 2)));
  const places = Array.from({ length: steps + 1 }, (_, i) => Math.round(from + ((last - from) * i) / steps));
  return [...new Set(places.map((place) => Math.max(0, Math.min(place, end - tile))))];
}

type Breast = NonNullable<ReturnType<typeof findBreast>>;

function boxOf({ inside, width, scale }: Breast, pixels: { readonly width: number; readonly height: number }): Box {
  const box = { left: pixels.width, top: pixels.height, right: 0, bottom: 0 };
  for (let i = 0; i < inside.length; i++) {
    if (inside[i] === 0) continue;
    const [x, y] = [(i % width) * scale, Math.floor(i / width) * scale];
    box.left = Math.min(box.left, Math.floor(x));
    box.top = Math.min(box.top, Math.floor(y));
    box.right = Math.max(box.right, Math.min(pixels.width, Math.ceil(x + scale)));
    box.bottom = Math.max(box.bottom, Math.min(pixels.height, Math.ceil(y + scale)));
  }
  return box;
}

function shareOfBreast({ inside, width, height, scale }: Breast, box: Box): number {
  let [count, total] = [0, 0];
  for (let y = Math.floor(box.top / scale); y < Math.min(height, box.bottom / scale); y++) {
    for (let x = Math.floor(box.left / scale); x < Math.min(width, box.right / scale); x++) {
      count += inside[y * width + x];
      total++;
    }
  }
  return total === 0 ? 0 : count / total;
}
