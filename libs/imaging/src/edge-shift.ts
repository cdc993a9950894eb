import type { Box } from './region.js';
import type { WarpAxes } from './warp.js';

/** Where a mass is moved along one axis: to its low end (left, top), its high end, or nowhere. */
type Side = 'low' | 'high' | null;

/** The four edges and the four corners of the region. */
export const EDGE_SIDES: readonly { readonly x: Side; readonly y: Side }[] = [
  { x: 'low', y: null },
  { x: 'high', y: null },
  { x: null, y: 'low' },
  { x: null, y: 'high' },
  { x: 'low', y: 'low' },
  { x: 'high', y: 'low' },
  { x: 'low', y: 'high' },
  { x: 'high', y: 'high' },
];

/** Largest part of the mass's width (height) that the edge cuts away. */
const LARGEST_CUT = 0.05;

/** @returns axes that leave every pixel where it is. */
export function unshifted(size: number): WarpAxes {
  const places = Int32Array.from({ length: size }, (_, i) => i);
  const none = new Uint8Array(size);
  return { columns: places, rows: places, vacatedColumns: none, vacatedRows: none };
}

/**
 * Moves a mass so that its bounding box reaches the region's edge or corner, or a little over it, as where the image's
 * own border cuts the margin away. What is vacated on the other side is filled from the margin there, mirrored back and
 * forth within it, so that the fill is background and never a second piece of the mass. Along an axis on which the mass
 * reaches the other side already there is no such margin: it stays there.
 * @param box - of the mass, in the region's pixels.
 * @param cut - 0 to 1 along each axis: how much of the largest cut is made.
 */
export function edgeShifts(
  box: Box,
  size: number,
  sides: { readonly x: Side; readonly y: Side },
  cut: { readonly x: number; readonly y: number },
): WarpAxes {
  const [columns, vacatedColumns] = axis(box.left, box.right, size, sides.x, cut.x);
  const [rows, vacatedRows] = axis(box.top, box.bottom, size, sides.y, cut.y);
  return { columns, rows, vacatedColumns, vacatedRows };
}

/** @returns for each place along the axis where it is taken from, and whether that is fill. */
function axis(low: number, high: number, size: number, side: Side, cut: number): [Int32Array, Uint8Array] {
  const isHigh = side === 'high';
  const margin = isHigh ? size - high : low;
  const farMargin = isHigh ? low : size - high;
  const shift = side === null || farMargin === 0 ? 0 : margin + Math.floor(cut * LARGEST_CUT * (high - low));
  const from = new Int32Array(size);
  const isVacated = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    // Counted from the edge that the mass is moved to; 'beyond' counts from the far border on.
    const beyond = i + shift - size;
    const source = beyond < 0 ? i + shift : size - 1 - mirroredWithin(beyond, farMargin);
    const at = isHigh ? size - 1 - i : i;
    from[at] = isHigh ? size - 1 - source : source;
    isVacated[at] = beyond < 0 ? 0 : 1;
  }
  return [from, isVacated];
}

/** 0, 1, .. length-1, length-1, .. 1, 0, 0, 1, ..: a mirror at either end of a strip. */
function mirroredWithin(i: number, length: number): number {
  const at = i % (2 * length);
  return at < length ? at : 2 * length - 1 - at;
}
