import { ImagingError } from './errors.js';
import type { Box } from './region.js';

/**
 * Reads a region given as 'x,y,w,h': column and row of its upper left pixel, counted from 0, then its width and height,
 * all in whole pixels of the image.
 * @throws ImagingError `bad-box` if it is not four whole numbers, or empty.
 */
export function parseBox(text: string): Box {
  return boxFromFields(text.split(','), `The box '${text}'`);
}

const BOX_COLUMNS = ['box_x', 'box_y', 'box_w', 'box_h'] as const;

/**
 * @param columns - a row of index.csv.
 * @returns null if it gives no box: the columns are not there or all four are empty.
 * @throws ImagingError as `parseBox`, also if only some of the four are given.
 */
export function boxOfRow(columns: Readonly<Record<string, string>>, file: string): Box | null {
  const fields = BOX_COLUMNS.map((column) => columns[column] ?? '');
  if (fields.every((field) => field === '')) return null;
  return boxFromFields(fields, `The box of ${file} in index.csv (${BOX_COLUMNS.join(', ')}: '${fields.join(',')}')`);
}

/** @throws ImagingError `bad-box` if the box is empty or not wholly inside the image. */
export function requireInsideImage(
  { left, top, right, bottom }: Box,
  name: string,
  width: number,
  height: number,
): void {
  const isInside = left >= 0 && top >= 0 && right <= width && bottom <= height;
  const isWhole = [left, top, right, bottom].every(Number.isInteger);
  if (isInside && isWhole && left < right && top < bottom) return;
  throw new ImagingError(
    'bad-box',
    `The box of ${name} (columns ${left} to ${right - 1}, rows ${top} to ${bottom - 1}) does not lie inside the image ` +
      `of ${width}x${height} pixels. Give x,y,w,h in this image's pixels, counted from 0 at the upper left.`,
    { left, top, right, bottom, width, height },
  );
}

function boxFromFields(fields: readonly string[], what: string): Box {
  const numbers = fields.map((field) => (/^\d{1,6}$/.test(field.trim()) ? Number(field) : NaN));
  const [left, top, width, height] = numbers;
  if (numbers.length !== 4 || !numbers.every(Number.isInteger) || width === 0 || height === 0) {
    throw new ImagingError(
      'bad-box',
      `${what} is not a region. Give four whole numbers of pixels x,y,w,h, such as 120,340,64,80, w and h at least 1.`,
    );
  }
  return { left, top, right: left + width, bottom: top + height };
}
