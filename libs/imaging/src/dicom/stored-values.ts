import type { StoredCells } from './decode-frames.js';
import type { PixelFormat } from './image-module.js';

/**
 * Takes the value out of each cell: the bits up to HighBit, with the sign of the highest of them.
 * @param cells - left unchanged.
 * @param isLossy - a lossy stream may ring over the stored bits; such values become the nearest that there is. In a plain
 * cell the bits above hold something else (overlays) and are cut off.
 * @returns as many values, in the range of `storedRange`.
 * @see DICOM PS3.5 8.1.1.
 */
export function storedValues(cells: StoredCells, format: PixelFormat, isLossy: boolean): Int32Array {
  const { bitsAllocated, bitsStored, highBit, isSigned } = format;
  const { lowest, highest } = storedRange(format);
  const values = new Int32Array(cells.length);
  if (isLossy) {
    const unused = 32 - bitsAllocated;
    for (let i = 0; i < values.length; i++) {
      const value = isSigned ? (cells[i] << unused) >> unused : cells[i];
      values[i] = value < lowest ? lowest : value > highest ? highest : value;
    }
    return values;
  }
  const above = 31 - highBit;
  const below = 32 - bitsStored;
  if (isSigned) for (let i = 0; i < values.length; i++) values[i] = (cells[i] << above) >> below;
  else for (let i = 0; i < values.length; i++) values[i] = (cells[i] << above) >>> below;
  return values;
}

/** The least and the greatest value that the stored bits can hold. */
export function storedRange({ bitsStored, isSigned }: PixelFormat): {
  readonly lowest: number;
  readonly highest: number;
} {
  return isSigned
    ? { lowest: -(2 ** (bitsStored - 1)), highest: 2 ** (bitsStored - 1) - 1 }
    : { lowest: 0, highest: 2 ** bitsStored - 1 };
}
