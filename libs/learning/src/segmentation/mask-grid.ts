import { LearningError } from '../errors.js';

/** Where the pixels of a mask lie. A region that was squeezed to a square has pixels that are not square. */
export interface MaskGrid {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Between the centres of two rows, in the unit of every distance that is measured (mm, or pixels of the image). */
  readonly rowSpacing: number;
  /** Between the centres of two columns, in the same unit. */
  readonly columnSpacing: number;
}

/** @throws LearningError `wrong-shape` if the mask is not (height, width), or the grid is not one of positive distances. */
export function requireOnGrid(mask: Uint8Array, { width, height, rowSpacing, columnSpacing }: MaskGrid): void {
  const isCount = (value: number): boolean => Number.isInteger(value) && value >= 1;
  const isDistance = (value: number): boolean => value > 0 && Number.isFinite(value);
  const isGrid = isCount(width) && isCount(height) && isDistance(rowSpacing) && isDistance(columnSpacing);
  if (isGrid && mask.length === width * height) return;
  throw new LearningError('wrong-shape', 'a mask must have the pixels of its grid, whose spacing must be positive', {
    pixels: mask.length,
    width,
    height,
  });
}
