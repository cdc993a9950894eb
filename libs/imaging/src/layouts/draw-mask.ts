import type { MaskPixels } from '../decode.js';

/**
 * A place in an image, from the upper left corner of its upper left pixel to the right and downwards: the pixel in column i
 * reaches from i to i + 1, and its centre is at i + 0.5.
 */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** @returns a mask of an image's size that marks nothing. */
export function emptyMask({ width, height }: { readonly width: number; readonly height: number }): MaskPixels {
  return { width, height, mask: new Uint8Array(width * height) };
}

/**
 * Marks a closed outline in a mask, changing it: every pixel whose centre the outline goes around (by the non-zero winding
 * rule, so that a hand that crosses its own line leaves no hole), and every pixel that the line itself passes, because a
 * reader draws on the mass's border and not beside it. Without the line's pixels an area is smaller by about half its
 * perimeter. What lies outside the image is left out.
 * @param outline - finite; its last point is joined to its first.
 */
export function markOutline(target: MaskPixels, outline: readonly Point[]): void {
  // From here on whole numbers are the centres of pixels.
  const centred = outline.map(({ x, y }) => ({ x: x - 0.5, y: y - 0.5 }));
  markInside(target, centred);
  centred.forEach((from, i) => markLine(target, from, centred[(i + 1) % centred.length]));
}

function markInside({ width, height, mask }: MaskPixels, outline: readonly Point[]): void {
  const rows = outline.map(({ y }) => y);
  const first = Math.max(0, Math.ceil(least(rows)));
  const last = Math.min(height - 1, Math.floor(-least(rows.map((y) => -y))));
  // How the winding number changes from one pixel of the row to the next.
  const turns = new Int32Array(width + 1);
  for (let y = first; y <= last; y++) {
    turns.fill(0);
    for (let i = 0; i < outline.length; i++) {
      const from = outline[i];
      const to = outline[i + 1 === outline.length ? 0 : i + 1];
      // Half-open, so that a point that lies on the row counts once.
      if (from.y <= y === to.y <= y) continue;
      const x = from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x);
      turns[Math.min(width, Math.max(0, Math.ceil(x)))] += from.y <= y ? 1 : -1;
    }
    for (let x = 0, winding = 0, at = y * width; x < width; x++, at++) {
      winding += turns[x];
      if (winding !== 0) mask[at] = 1;
    }
  }
}

/** Steps along the longer side, one pixel at a time. */
function markLine({ width, height, mask }: MaskPixels, from: Point, to: Point): void {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.max(Math.abs(dx), Math.abs(dy));
  // Only the part that can be in the image: a line from far outside would take forever.
  const [start, end] = overlap([0, 1], inside(from.x, dx, width), inside(from.y, dy, height));
  if (start > end) return;
  const steps = Math.ceil(length * (end - start));
  for (let step = 0; step <= steps; step++) {
    const at = start + (steps === 0 ? 0 : (step / steps) * (end - start));
    const [x, y] = [Math.round(from.x + at * dx), Math.round(from.y + at * dy)];
    if (x >= 0 && y >= 0 && x < width && y < height) mask[y * width + x] = 1;
  }
}

type Range = readonly [number, number];

/** For which part of a line, 0 at its start and 1 at its end, one coordinate is in the image. */
function inside(start: number, delta: number, size: number): Range {
  const [low, high] = [-0.5 - start, size - 0.5 - start];
  if (delta === 0) return low <= 0 && high >= 0 ? [0, 1] : [1, 0];
  return delta > 0 ? [low / delta, high / delta] : [high / delta, low / delta];
}

function overlap(...ranges: readonly Range[]): Range {
  return [Math.max(...ranges.map(([start]) => start)), Math.min(...ranges.map(([, end]) => end))];
}

/** Spreading an array into Math.min fails for long ones. */
function least(values: readonly number[]): number {
  return values.reduce((low, value) => Math.min(low, value), Infinity);
}

/** Marks a box in a mask, changing it: the pixels whose centres lie in it. @param box - edges, measured as a `Point` is. */
export function markBox(
  { width, height, mask }: MaskPixels,
  box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
): void {
  const [left, right] = [Math.max(0, Math.round(box.left)), Math.min(width, Math.round(box.right))];
  const [top, bottom] = [Math.max(0, Math.round(box.top)), Math.min(height, Math.round(box.bottom))];
  for (let y = top; y < bottom; y++) if (left < right) mask.fill(1, y * width + left, y * width + right);
}

/**
 * Marks a circle in a mask, changing it: the pixels that are at most `radius` from the pixel in its middle.
 * @param centre - column and row of that pixel, whole numbers.
 * @param radius - pixels, above 0.
 */
export function markCircle(
  { width, height, mask }: MaskPixels,
  centre: { readonly x: number; readonly y: number },
  radius: number,
): void {
  const top = Math.max(0, Math.ceil(centre.y - radius));
  const bottom = Math.min(height - 1, Math.floor(centre.y + radius));
  for (let y = top; y <= bottom; y++) {
    const reach = Math.sqrt(radius ** 2 - (y - centre.y) ** 2);
    const left = Math.max(0, Math.ceil(centre.x - reach));
    const right = Math.min(width - 1, Math.floor(centre.x + reach));
    if (left <= right) mask.fill(1, y * width + left, y * width + right + 1);
  }
}
