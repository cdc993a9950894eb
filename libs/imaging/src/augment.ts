import { uniformInt, type Rng } from '@mammofed/core';

/** One example and its place in a batch. */
export interface AugmentOptions {
  /** The example's planes, shape (S, S); left unchanged. */
  readonly image: Float32Array;
  readonly mask: Uint8Array;
  /** S, in pixels. */
  readonly size: number;
  /** The batch's planes, shape (B, S, S); S*S elements are written from `offset` on. */
  readonly images: Float32Array;
  readonly masks: Float32Array;
  /** In elements: the example's index in the batch times S*S. */
  readonly offset: number;
}

/**
 * Writes an example into a batch under a random one of the square's 8 symmetries (flips and right-angle rotations),
 * the same for image and mask. Draws one number from `rng`.
 */
export function augment(options: AugmentOptions, rng: Rng): void {
  writeSymmetry(options, uniformInt(rng, 8));
}

/**
 * Writes an example into a batch under symmetry 0..7. Bit 0 mirrors columns, bit 1 mirrors rows, bit 2 transposes
 * first; 0 copies as it is (for evaluation).
 */
export function writeSymmetry(options: AugmentOptions, symmetry: number): void {
  const { image, mask, size, images, masks, offset } = options;
  for (let y = 0, to = offset; y < size; y++) {
    const row = symmetry & 2 ? size - 1 - y : y;
    for (let x = 0; x < size; x++, to++) {
      const column = symmetry & 1 ? size - 1 - x : x;
      const from = symmetry & 4 ? column * size + row : row * size + column;
      images[to] = image[from];
      masks[to] = mask[from];
    }
  }
}
