import { fullOverlayPng } from '../overlay.js';
import { resample } from '../resample.js';
import type { CaseImage } from '../layouts/layout.js';

/** Longest side of a sample, pixels. */
const SAMPLE_SIDE = 360;

/**
 * A small picture of a whole image with the outline of its mask, for the site's own page: between the image's darkest and
 * brightest value, not windowed, so that it shows what lies in the file.
 * @returns an RGB PNG, without metadata.
 */
export async function samplePng({ pixels, mask }: CaseImage): Promise<Uint8Array> {
  const scale = Math.min(1, SAMPLE_SIDE / Math.max(pixels.width, pixels.height));
  const width = Math.max(1, Math.round(pixels.width * scale));
  const height = Math.max(1, Math.round(pixels.height * scale));
  const grey = resample(pixels.grey, pixels.width, pixels.height, width, height);
  let low = Infinity;
  let high = -Infinity;
  for (const value of grey) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const range = high > low ? high - low : 1;
  const display = Uint8Array.from(grey, (value) => Math.round((255 * (value - low)) / range));
  // Any part of the mask counts, so that a small one is seen.
  const reference =
    mask === null
      ? null
      : Uint8Array.from(resample(mask.mask, mask.width, mask.height, width, height), (share) => (share > 0.2 ? 1 : 0));
  return fullOverlayPng({ display, width, height, reference, predictions: [] });
}
