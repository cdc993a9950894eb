/** A picture in colour; `rgb` has shape (height, width, 3). */
export interface ColourPicture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** Letters of five columns, from the left; the lowest bit of a column is its top pixel, the seventh its bottom. */
export const GLYPHS: Readonly<Record<string, readonly number[]>> = {
  A: [0x7e, 0x11, 0x11, 0x11, 0x7e],
  B: [0x7f, 0x49, 0x49, 0x49, 0x36],
  C: [0x3e, 0x41, 0x41, 0x41, 0x22],
  D: [0x7f, 0x41, 0x41, 0x22, 0x1c],
  E: [0x7f, 0x49, 0x49, 0x49, 0x41],
  F: [0x7f, 0x09, 0x09, 0x09, 0x01],
  H: [0x7f, 0x08, 0x08, 0x08, 0x7f],
  L: [0x7f, 0x40, 0x40, 0x40, 0x40],
  M: [0x7f, 0x02, 0x0c, 0x02, 0x7f],
  N: [0x7f, 0x04, 0x08, 0x10, 0x7f],
  O: [0x3e, 0x41, 0x41, 0x41, 0x3e],
  R: [0x7f, 0x09, 0x19, 0x29, 0x46],
  S: [0x46, 0x49, 0x49, 0x49, 0x31],
  U: [0x3f, 0x40, 0x40, 0x40, 0x3f],
  Y: [0x07, 0x08, 0x70, 0x08, 0x07],
  '0': [0x3e, 0x51, 0x49, 0x45, 0x3e],
  '1': [0x00, 0x42, 0x7f, 0x40, 0x00],
  '2': [0x42, 0x61, 0x51, 0x49, 0x46],
  '3': [0x21, 0x41, 0x45, 0x4b, 0x31],
  '4': [0x18, 0x14, 0x12, 0x7f, 0x10],
  '5': [0x27, 0x45, 0x45, 0x45, 0x39],
  '6': [0x3c, 0x4a, 0x49, 0x49, 0x30],
  '7': [0x01, 0x71, 0x09, 0x05, 0x03],
  '8': [0x36, 0x49, 0x49, 0x49, 0x36],
  '9': [0x06, 0x49, 0x49, 0x29, 0x1e],
  ' ': [0, 0, 0, 0, 0],
};

const COLUMNS = 6;
const ROWS = 9;

/**
 * Puts a line of black words on a yellow band below a picture: drawn into the pixels, so that no viewer leaves them out. It
 * needs no fonts, which a hospital's machine may not have.
 * @param words - letters and digits that `GLYPHS` has; others become spaces.
 * @returns a new picture of the same width, higher by the band.
 */
export function withBanner({ width, height, rgb }: ColourPicture, words: string): ColourPicture {
  const scale = Math.max(1, Math.floor(width / (COLUMNS * (words.length + 2))));
  const bandHeight = ROWS * scale;
  const banded = new Uint8Array(width * (height + bandHeight) * 3);
  banded.set(rgb);
  for (let y = 0; y < bandHeight; y++) {
    const row = Math.floor(y / scale) - 1;
    for (let x = 0; x < width; x++) {
      const column = Math.floor(x / scale) - COLUMNS;
      const letter = column < 0 ? ' ' : (words[Math.floor(column / COLUMNS)] ?? ' ');
      const bits = (GLYPHS[letter] ?? [])[((column % COLUMNS) + COLUMNS) % COLUMNS] ?? 0;
      const isInk = row >= 0 && row < 7 && (bits & (1 << row)) !== 0;
      banded.set(isInk ? [0, 0, 0] : [255, 221, 51], 3 * ((height + y) * width + x));
    }
  }
  return { width, height: height + bandHeight, rgb: banded };
}
