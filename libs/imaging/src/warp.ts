import type { Rng } from '@mammofed/core';
import type { AugmentOptions } from './batch-place.js';
import type { Box } from './region.js';

/** Along each axis, shape (S,): the column (row) that is shown there instead, and 1 where it is fill outside the mask. */
export interface WarpAxes {
  readonly columns: Int32Array;
  readonly rows: Int32Array;
  readonly vacatedColumns: Uint8Array;
  readonly vacatedRows: Uint8Array;
}

/** Where each pixel comes from: along the axes, displaced by the field, through the matrix about the centre. */
export interface Warp extends WarpAxes {
  /** Row by row: [xx, xy, yx, yy] takes (x, y) offsets from the centre to offsets in the example. */
  readonly matrix: readonly [number, number, number, number];
  readonly field: CoarseField | null;
  /** The image's values are multiplied by `contrast`, then `brightness` is added. */
  readonly contrast: number;
  readonly brightness: number;
}

/** Displacements at GRID x GRID points spread evenly over the region, as fractions of its side. */
export interface CoarseField {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Points along a side: few, so that a mass bends as a whole instead of fraying. */
const GRID = 4;

/**
 * Draws a displacement field: at each point any direction and a length uniform in [0, `largest`). Between the points
 * it is bilinear, hence nowhere longer.
 */
export function coarseField(largest: number, rng: Rng): CoarseField {
  const x = new Float64Array(GRID * GRID);
  const y = new Float64Array(GRID * GRID);
  for (let i = 0; i < x.length; i++) {
    const length = largest * rng.next();
    const angle = 2 * Math.PI * rng.next();
    x[i] = length * Math.cos(angle);
    y[i] = length * Math.sin(angle);
  }
  return { x, y };
}

/** Writes the warped example into its batch. @returns how many pixels of the mask are set. */
export function warp(place: AugmentOptions, how: Warp): number {
  const { image, mask, size, images, masks, offset } = place;
  const { rows, vacatedColumns, vacatedRows, contrast, brightness } = how;
  const { xs, ys, trace } = tracer(size, how);
  const last = size - 1;
  let setCount = 0;
  for (let y = 0, to = offset; y < size; y++) {
    trace(rows[y]);
    for (let x = 0; x < size; x++, to++) {
      const left = Math.floor(xs[x]);
      const top = Math.floor(ys[x]);
      const rightShare = xs[x] - left;
      const bottomShare = ys[x] - top;
      const isInside = left >= 0 && top >= 0 && left < last && top < last;
      const x0 = isInside ? left : mirrored(left, size);
      const x1 = isInside ? left + 1 : mirrored(left + 1, size);
      const y0 = (isInside ? top : mirrored(top, size)) * size;
      const y1 = (isInside ? top + 1 : mirrored(top + 1, size)) * size;
      const upper = image[y0 + x0] * (1 - rightShare) + image[y0 + x1] * rightShare;
      const lower = image[y1 + x0] * (1 - rightShare) + image[y1 + x1] * rightShare;
      images[to] = (upper * (1 - bottomShare) + lower * bottomShare) * contrast + brightness;
      const isFill = vacatedColumns[x] | vacatedRows[y];
      const isSet = isFill ? 0 : mask[(bottomShare < 0.5 ? y0 : y1) + (rightShare < 0.5 ? x0 : x1)];
      masks[to] = isSet;
      setCount += isSet;
    }
  }
  return setCount;
}

/** @returns the bounding box that the mask will have in the batch, or null if nothing of it is left. */
export function warpedMaskBox({ mask, size }: Pick<AugmentOptions, 'mask' | 'size'>, how: Warp): Box | null {
  const { xs, ys, trace } = tracer(size, how);
  let [left, top, right, bottom] = [size, size, 0, 0];
  for (let y = 0; y < size; y++) {
    trace(how.rows[y]);
    for (let x = 0; x < size; x++) {
      const column = mirrored(nearest(xs[x]), size);
      const row = mirrored(nearest(ys[x]), size);
      if (mask[row * size + column] === 0) continue;
      if (x < left) left = x;
      if (x >= right) right = x + 1;
      if (y < top) top = y;
      bottom = y + 1;
    }
  }
  return right === 0 ? null : { left, top, right, bottom };
}

/** As `warp` tells it by the shares, so that both see the same mask. */
function nearest(at: number): number {
  const floor = Math.floor(at);
  return at - floor < 0.5 ? floor : floor + 1;
}

/** An index beyond either border, brought back as by mirrors on the borders: -1 is 0, -2 is 1, S is S-1. */
function mirrored(i: number, size: number): number {
  if (i >= 0 && i < size) return i;
  const period = 2 * size;
  const at = ((i % period) + period) % period;
  return at < size ? at : period - 1 - at;
}

/**
 * @returns `trace(row)` fills `xs` and `ys`, shape (S,), with the places in the example, in pixels between pixel
 * centres, that the columns of this row come from.
 */
function tracer(size: number, { matrix, field, columns }: Warp) {
  const [xx, xy, yx, yy] = matrix;
  const center = (size - 1) / 2;
  const xs = new Float64Array(size);
  const ys = new Float64Array(size);
  const bend = field === null ? null : bender(field, size);
  const trace = (row: number): void => {
    bend?.startRow(row);
    for (let i = 0; i < size; i++) {
      const column = columns[i];
      const x = column - center + (bend === null ? 0 : bend.x[column]);
      const y = row - center + (bend === null ? 0 : bend.y[column]);
      xs[i] = xx * x + xy * y + center;
      ys[i] = yx * x + yy * y + center;
    }
  };
  return { xs, ys, trace };
}

/** @returns `startRow(row)` fills `x` and `y`, shape (S,), with the displacements along a row, pixels. */
function bender(field: CoarseField, size: number) {
  const x = new Float64Array(size);
  const y = new Float64Array(size);
  const alongRow = { x: new Float64Array(GRID), y: new Float64Array(GRID) };
  const cellSide = (size - 1) / (GRID - 1);
  const startRow = (row: number): void => {
    const band = Math.min(GRID - 2, Math.floor(row / cellSide));
    const below = row / cellSide - band;
    for (let k = 0; k < GRID; k++) {
      const at = band * GRID + k;
      alongRow.x[k] = size * (field.x[at] * (1 - below) + field.x[at + GRID] * below);
      alongRow.y[k] = size * (field.y[at] * (1 - below) + field.y[at + GRID] * below);
    }
    for (let i = 0; i < size; i++) {
      const cell = Math.min(GRID - 2, Math.floor(i / cellSide));
      const share = i / cellSide - cell;
      x[i] = alongRow.x[cell] * (1 - share) + alongRow.x[cell + 1] * share;
      y[i] = alongRow.y[cell] * (1 - share) + alongRow.y[cell + 1] * share;
    }
  };
  return { x, y, startRow };
}
