/**
 * The boundary of a mask: its pixels that have the background, or the end of the picture, on one of their four sides. It is
 * what is left of the mask without its erosion by a cross, the outside counted as background.
 * @param mask - shape (height, width), 0 or non-zero; left unchanged.
 * @returns a new array, shape (height, width), 0 or 1.
 */
export function boundaryOf(mask: Uint8Array, width: number, height: number): Uint8Array {
  const boundary = new Uint8Array(mask.length);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (mask[i] === 0) continue;
      const isInner =
        x > 0 &&
        x < width - 1 &&
        y > 0 &&
        y < height - 1 &&
        mask[i - 1] !== 0 &&
        mask[i + 1] !== 0 &&
        mask[i - width] !== 0 &&
        mask[i + width] !== 0;
      if (!isInner) boundary[i] = 1;
    }
  }
  return boundary;
}
