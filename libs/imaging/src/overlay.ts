import sharp from 'sharp';
import { ImagingError } from './errors.js';
import type { Box } from './region.js';
import { resample } from './resample.js';

/** What a network marked. */
export interface NamedMask {
  /** Of the network, for the caller's legend; it is not drawn. */
  readonly name: string;
  /** In the shape of the picture, 0 or 1. */
  readonly mask: Uint8Array;
}

interface Outlined {
  /** Drawn by people, in the shape of the picture, 0 or 1; null: there is none. */
  readonly reference: Uint8Array | null;
  /** None (with no reference either: the picture as it is), one or two. */
  readonly predictions: readonly NamedMask[];
}

export interface OverlayOptions extends Outlined {
  /** 8-bit crop, shape (S, S). */
  readonly display: Uint8Array;
  /** S, pixels. */
  readonly size: number;
  /** Whole factor from the crop to the figure, 1..16; 4 unless given. */
  readonly scale?: number;
}

export interface FullOverlayOptions extends Outlined {
  /** 8-bit image, shape (height, width). */
  readonly display: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** The region that was predicted on: its frame is dashed in light grey. Left out: no frame. */
  readonly box?: Box;
}

type Color = readonly [number, number, number];

/** Green, orange and sky blue of the Okabe-Ito palette: told apart with every common kind of colour vision. */
export const REFERENCE_COLOR: Color = [0, 158, 115];
export const PREDICTION_COLORS: readonly Color[] = [
  [230, 159, 0],
  [86, 180, 233],
];
const BOX_COLOR: Color = [190, 190, 190];

/** Longest side of a figure of a whole image: enough for a screen, a few megabytes at most. */
const MAX_FIGURE_SIDE = 1600;

/**
 * A figure for the site's own report: the grey crop, scaled up, with the reference mask's outline in green, the first
 * prediction's in orange and the second's in sky blue; where outlines run together they alternate.
 * @returns an RGB PNG of S*scale pixels a side, without metadata.
 * @throws ImagingError `bad-argument` if a plane is not (S, S), there are more than two predictions, or the scale is
 * out of range.
 */
export async function overlayPng({ display, size, scale = 4, ...masks }: OverlayOptions): Promise<Uint8Array> {
  if (!Number.isInteger(scale) || scale < 1 || scale > 16) {
    throw new ImagingError('bad-argument', `An overlay's scale must be a whole number from 1 to 16, not ${scale}.`);
  }
  return figure({ display, width: size, height: size, scale, lineWidth: scale >= 3 ? 2 : 1, ...masks });
}

/**
 * As `overlayPng`, over a whole image; one larger than 1600 pixels is scaled down to that.
 * @throws ImagingError `bad-argument` if a plane is not (height, width) or there are more than two predictions.
 */
export async function fullOverlayPng(options: FullOverlayOptions): Promise<Uint8Array> {
  const scale = Math.min(1, MAX_FIGURE_SIDE / Math.max(options.width, options.height));
  return figure({ ...options, scale, lineWidth: 2 });
}

interface Figure extends FullOverlayOptions {
  readonly scale: number;
  /** In pixels of the figure. */
  readonly lineWidth: number;
}

async function figure({ display, width, height, scale, lineWidth, reference, predictions, box }: Figure) {
  const masks = [
    ...(reference === null ? [] : [{ mask: reference, color: REFERENCE_COLOR }]),
    ...predictions.map(({ mask }, i) => ({ mask, color: PREDICTION_COLORS[i] })),
  ];
  const planes = [display, ...masks.map(({ mask }) => mask)];
  if (planes.some((plane) => plane.length !== width * height)) {
    throw new ImagingError('bad-argument', `An overlay needs planes of ${width}x${height} pixels.`, { width, height });
  }
  if (predictions.length > PREDICTION_COLORS.length) {
    throw new ImagingError('bad-argument', `An overlay shows two predictions at most, not ${predictions.length}.`);
  }
  const across = Math.max(1, Math.round(width * scale));
  const down = Math.max(1, Math.round(height * scale));
  const grey = scale === 1 ? display : resample(display, width, height, across, down);
  const rgb = new Uint8Array(across * down * 3);
  for (let i = 0; i < grey.length; i++) rgb.fill(Math.round(grey[i]), 3 * i, 3 * i + 3);
  if (box !== undefined) drawBox(rgb, across, down, box, across / width, down / height);
  const lines = masks.map(({ mask, color }) => ({
    color,
    line: outline(mask, width, height, across, down, lineWidth),
  }));
  for (let i = 0; i < across * down; i++) {
    const here = lines.filter(({ line }) => line[i] === 1);
    if (here.length === 0) continue;
    const turn = ((i % across) >> 2) + (Math.floor(i / across) >> 2);
    rgb.set(here[turn % here.length].color, 3 * i);
  }
  return sharp(rgb, { raw: { width: across, height: down, channels: 3 } })
    .png()
    .toBuffer();
}

/** The mask's pixels, at the figure's scale, that lie within the line's width of its border; the edge closes outlines. */
function outline(
  mask: Uint8Array,
  width: number,
  height: number,
  across: number,
  down: number,
  lineWidth: number,
): Uint8Array {
  const columns = Int32Array.from({ length: across }, (_, x) => Math.floor(((x + 0.5) * width) / across));
  const rows = Int32Array.from({ length: down }, (_, y) => Math.floor(((y + 0.5) * height) / down) * width);
  const isSet = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < across && y < down && mask[rows[y] + columns[x]] === 1;
  const line = new Uint8Array(across * down);
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      if (!isSet(x, y)) continue;
      const isInner =
        isSet(x - lineWidth, y) && isSet(x + lineWidth, y) && isSet(x, y - lineWidth) && isSet(x, y + lineWidth);
      if (!isInner) line[y * across + x] = 1;
    }
  }
  return line;
}

/** Dashes along the outermost pixels of the box. */
function drawBox(rgb: Uint8Array, across: number, down: number, box: Box, scaleX: number, scaleY: number): void {
  const clamp = (value: number, length: number): number => Math.min(length - 1, Math.max(0, Math.floor(value)));
  const [left, right] = [clamp(box.left * scaleX, across), clamp(box.right * scaleX - 1, across)];
  const [top, bottom] = [clamp(box.top * scaleY, down), clamp(box.bottom * scaleY - 1, down)];
  const dot = (x: number, y: number): void => {
    if ((x + y) % 8 < 5) rgb.set(BOX_COLOR, 3 * (y * across + x));
  };
  for (let x = left; x <= right; x++) [top, bottom].forEach((y) => dot(x, y));
  for (let y = top; y <= bottom; y++) [left, right].forEach((x) => dot(x, y));
}
