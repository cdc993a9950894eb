import type { MaskPixels } from '../decode.js';

/** A place in an image: column and row, counted from 0 at the upper left; whole numbers are the centres of pixels. */
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
  markInside(target, outline);
  outline.forEach((from, i) => markLine(target, from, outline[(i + 1) % outline.length]));
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

/**
 * Marks a box in a mask, changing it: the pixels whose centres lie in it, as far as there are such pixels.
 * @param box - edges in pixels, where pixel i reaches from i to i + 1.
 */
export function markBox(
  { width, height, mask }: MaskPixels,
  box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
): void {
  const [left, right] = [Math.max(0, Math.round(box.left)), Math.min(width, Math.round(box.right))];
  const [top, bottom] = [Math.max(0, Math.round(box.top)), Math.min(height, Math.round(box.bottom))];
  for (let y = top; y < bottom; y++) if (left < right) mask.fill(1, y * width + left, y * width + right);
}

/**
 * Marks a circle in a mask, changing it: the pixels whose centres are at most `radius` from `centre`.
 * @param radius - pixels, above 0.
 */
export function markCircle({ width, height, mask }: MaskPixels, centre: Point, radius: number): void {
  const top = Math.max(0, Math.ceil(centre.y - radius));
  const bottom = Math.min(height - 1, Math.floor(centre.y + radius));
  for (let y = top; y <= bottom; y++) {
    const reach = Math.sqrt(radius ** 2 - (y - centre.y) ** 2);
    const left = Math.max(0, Math.ceil(centre.x - reach));
    const right = Math.min(width - 1, Math.floor(centre.x + reach));
    if (left <= right) mask.fill(1, y * width + left, y * width + right + 1);
  }
}
