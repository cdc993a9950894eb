import sharp from 'sharp';
import { ImagingError } from './errors.js';
import type { Box } from './region.js';

/**
 * Puts a region's mask back into its image: every pixel of the box takes the nearest of the region's pixels, everything
 * outside the box is 0.
 * @param regionMask - shape (size, size), 0 or 1.
 * @param box - the region, in whole pixels of the image, inside it.
 * @returns a new array, shape (imageHeight, imageWidth), 0 or 1.
 * @throws ImagingError `bad-argument` if the mask is not (size, size) or the box does not lie inside the image.
 */
export function placeMask(
  regionMask: Uint8Array,
  size: number,
  { left, top, right, bottom }: Box,
  imageWidth: number,
  imageHeight: number,
): Uint8Array {
  const isInside =
    0 <= left && left < right && right <= imageWidth && 0 <= top && top < bottom && bottom <= imageHeight;
  if (regionMask.length !== size * size || !isInside || ![left, top, right, bottom].every(Number.isInteger)) {
    throw new ImagingError('bad-argument', 'A mask can be put back only at its size and inside its image.', {
      ...{ size, left, top, right, bottom, imageWidth, imageHeight },
    });
  }
  const columns = Int32Array.from({ length: right - left }, (_, x) => Math.floor(((x + 0.5) * size) / (right - left)));
  const full = new Uint8Array(imageWidth * imageHeight);
  for (let y = top; y < bottom; y++) {
    const row = Math.floor(((y - top + 0.5) * size) / (bottom - top)) * size;
    for (let x = left; x < right; x++) full[y * imageWidth + x] = regionMask[row + columns[x - left]];
  }
  return full;
}

/**
 * A mask as an 8-bit grey PNG: 0 is background, 255 is mass, as data folders hold them; without metadata.
 * @param mask - shape (height, width), 0 or 1.
 * @throws ImagingError `bad-argument` if the mask is not (height, width).
 */
export async function maskPng(mask: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  if (mask.length !== width * height) {
    throw new ImagingError('bad-argument', `A mask of ${width}x${height} pixels needs as many values.`);
  }
  const grey = mask.map((value) => (value === 0 ? 0 : 255));
  return sharp(grey, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .png()
    .toBuffer();
}
