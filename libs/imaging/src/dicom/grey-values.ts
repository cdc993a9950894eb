import type { StoredCells } from './decode-frames.js';
import type { PixelFormat } from './image-module.js';
import type { ModalityTransform } from './modality.js';
import { paddingOf } from './padding.js';
import type { ParsedDicom } from './part10.js';
import { storedValues } from './stored-values.js';

/** Whether low values are bright. @see DICOM PS3.3 C.7.6.3.1.2. */
export function isInverted({ photometric }: PixelFormat): boolean {
  return photometric === 'MONOCHROME1';
}

/**
 * Turns cells into grey values, brighter where more is absorbed, by a table of all that a cell can hold: an image of 26
 * million pixels needs no second copy in a wider type.
 * @param cells - left unchanged.
 * @returns values from 0 to the transform's highest; padding has the darkest of the others.
 */
export function greyValues(
  cells: StoredCells,
  { elements, transferSyntax }: ParsedDicom,
  format: PixelFormat,
  transform: ModalityTransform,
): { readonly grey: Uint8Array | Uint16Array; readonly isAllPadding: boolean } {
  const { highest } = transform;
  const everyCell = Uint16Array.from({ length: 2 ** format.bitsAllocated }, (_, cell) => cell);
  const stored = storedValues(everyCell, format, transferSyntax.isLossy);
  const isTurned = isInverted(format);
  const table = Uint16Array.from(stored, (value) => {
    const grey = transform.grey(value);
    return isTurned ? highest - grey : grey;
  });
  const isPadding = paddingOf(elements, format);
  if (isPadding !== null) {
    const counts = new Uint32Array(table.length);
    for (const cell of cells) counts[cell]++;
    let darkest = highest + 1;
    for (let cell = 0; cell < table.length; cell++) {
      if (counts[cell] > 0 && !isPadding(stored[cell]) && table[cell] < darkest) darkest = table[cell];
    }
    // Padding is no measurement: as dark as the darkest that is one, so that it moves no percentile below the image.
    const isAllPadding = darkest > highest;
    for (let cell = 0; cell < table.length; cell++) {
      if (isPadding(stored[cell])) table[cell] = isAllPadding ? 0 : darkest;
    }
    return { grey: mapped(cells, table, highest), isAllPadding };
  }
  return { grey: mapped(cells, table, highest), isAllPadding: false };
}

function mapped(cells: StoredCells, table: Uint16Array, highest: number): Uint8Array | Uint16Array {
  const grey = highest > 255 ? new Uint16Array(cells.length) : new Uint8Array(cells.length);
  for (let i = 0; i < grey.length; i++) grey[i] = table[cells[i]];
  return grey;
}
