import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import type { MaskPixels } from '../decode.js';

/** Writes a file and the folders above it. */
export async function put(dir: string, path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(dir, path)), { recursive: true });
  await writeFile(join(dir, path), content);
}

/** An 8-bit grey PNG whose pixel at column x, row y is `valueAt(x, y)`. */
export async function greyPng(
  width: number,
  height: number,
  valueAt: (x: number, y: number) => number,
): Promise<Uint8Array> {
  const grey = Uint8Array.from({ length: width * height }, (_, i) => valueAt(i % width, Math.floor(i / width)));
  return sharp(grey, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
}

/** A binary greymap of one value. */
export function evenPgm(width: number, height: number, value: number): Uint8Array {
  return Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), Buffer.alloc(width * height, value)]);
}

/** How many pixels are marked. */
export function area({ mask }: MaskPixels): number {
  return mask.reduce((sum, value) => sum + value, 0);
}

/** @returns whether a pixel is marked. */
export function isMarked({ width, mask }: MaskPixels, x: number, y: number): boolean {
  return mask[y * width + x] === 1;
}
