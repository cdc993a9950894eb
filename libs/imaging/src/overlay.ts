import sharp from 'sharp';
import { ImagingError } from './errors.js';
import { resample } from './resample.js';

export interface OverlayOptions {
  /** 8-bit crop, shape (S, S). */
  readonly display: Uint8Array;
  /** S, pixels. */
  readonly size: number;
  /** Drawn by people; shape (S, S), 0 or 1. */
  readonly reference: Uint8Array;
  /** Marked by the network; shape (S, S), 0 or 1. */
  readonly predicted: Uint8Array;
  /** Whole factor from the crop to the figure, 1..16; 4 unless given. */
  readonly scale?: number;
}

/** Green and orange of the Okabe-Ito palette: told apart with every common kind of colour vision. */
const REFERENCE_COLOR = [0, 158, 115] as const;
const PREDICTED_COLOR = [230, 159, 0] as const;

/**
 * A figure for the site's own report: the grey crop, scaled up, with the reference mask's outline in green and the
 * prediction's in orange; where the two run together they alternate.
 * @returns an RGB PNG of S*scale pixels a side, without metadata.
 * @throws ImagingError `bad-argument` if a plane is not (S, S) or the scale is out of range.
 */
export async function overlayPng(options: OverlayOptions): Promise<Uint8Array> {
  const { display, size, reference, predicted, scale = 4 } = options;
  const planes = [display, reference, predicted];
  if (planes.some((plane) => plane.length !== size * size)) {
    throw new ImagingError('bad-argument', `An overlay needs three planes of ${size}x${size} pixels.`, { size });
  }
  if (!Number.isInteger(scale) || scale < 1 || scale > 16) {
    throw new ImagingError('bad-argument', `An overlay's scale must be a whole number from 1 to 16, not ${scale}.`);
  }
  const side = size * scale;
  const grey = resample(display, size, size, side, side);
  const inReference = outline(reference, size, scale);
  const inPredicted = outline(predicted, size, scale);
  const rgb = new Uint8Array(side * side * 3);
  for (let i = 0; i < side * side; i++) {
    const isBoth = inReference[i] && inPredicted[i];
    const isReferenceTurn = (((i % side) >> 2) + (Math.floor(i / side) >> 2)) % 2 === 0;
    const level = Math.round(grey[i]);
    const color =
      inPredicted[i] && !(isBoth && isReferenceTurn)
        ? PREDICTED_COLOR
        : inReference[i]
          ? REFERENCE_COLOR
          : [level, level, level];
    rgb.set(color, i * 3);
  }
  return sharp(rgb, { raw: { width: side, height: side, channels: 3 } })
    .png()
    .toBuffer();
}

/** The mask's pixels, at the figure's scale, that lie within the line's width of its border; the edge closes outlines. */
function outline(mask: Uint8Array, size: number, scale: number): Uint8Array {
  const side = size * scale;
  const reach = scale >= 3 ? 2 : 1;
  const isSet = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < side && y < side && mask[Math.floor(y / scale) * size + Math.floor(x / scale)] === 1;
  const line = new Uint8Array(side * side);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (!isSet(x, y)) continue;
      const isInner = isSet(x - reach, y) && isSet(x + reach, y) && isSet(x, y - reach) && isSet(x, y + reach);
      if (!isInner) line[y * side + x] = 1;
    }
  }
  return line;
}
