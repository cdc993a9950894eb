/** Two masks cut down to where either marks something. */
export interface MarkedCrop {
  readonly width: number;
  readonly height: number;
  readonly first: Uint8Array;
  readonly second: Uint8Array;
}

/**
 * Cuts two masks to the smallest rectangle that holds the marked pixels of both. Outside lies background alone, so that
 * boundaries and the distances between them stay what they are; of a whole mammogram little is left to go through.
 * @param first - shape (height, width), 0 or non-zero.
 * @param second - of the same shape.
 * @returns new arrays; null if neither marks anything.
 */
export function markedCrop(first: Uint8Array, second: Uint8Array, width: number, height: number): MarkedCrop | null {
  let [left, right, top, bottom] = [width, 0, height, 0];
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (first[i] === 0 && second[i] === 0) continue;
      if (x < left) left = x;
      if (x >= right) right = x + 1;
      if (y < top) top = y;
      bottom = y + 1;
    }
  }
  if (right === 0) return null;
  const cut = (mask: Uint8Array): Uint8Array => {
    const cropped = new Uint8Array((right - left) * (bottom - top));
    for (let y = top; y < bottom; y++)
      cropped.set(mask.subarray(y * width + left, y * width + right), (y - top) * (right - left));
    return cropped;
  };
  return { width: right - left, height: bottom - top, first: cut(first), second: cut(second) };
}
