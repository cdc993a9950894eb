/** Widths in bits of the rings that coordinates can be added in. */
export const RING_WIDTHS = [16, 24, 32] as const;
export type RingBits = (typeof RING_WIDTHS)[number];

/** The weight and the count of clipped coordinates: two words of 32 bits after the coordinates, whatever the ring. */
const TAIL_BYTES = 8;

/**
 * Divides by 2, 3 and 4, so that a block splits no word. Small: the keystream of every block of every mask is garbage
 * afterwards, and larger pieces of it pile up.
 */
const BLOCK_BYTES = 12 * 1024;

/** What a contribution looks like as it travels and lies on disk. */
export interface PackedLayout {
  /** P, the model's number of weights. */
  readonly parameterCount: number;
  readonly ringBits: RingBits;
}

/** Bytes of the P coordinates, `ringBits` / 8 each, little-endian, without padding. The weight and the count follow. */
export function coordinateBytes({ parameterCount, ringBits }: PackedLayout): number {
  return parameterCount * (ringBits / 8);
}

export function packedByteLength(layout: PackedLayout): number {
  return coordinateBytes(layout) + TAIL_BYTES;
}

/** Cuts a packed vector into blocks that split no word. @returns their lengths in bytes, in order. */
export function* packedBlocks(layout: PackedLayout): Generator<number> {
  for (let left = coordinateBytes(layout); left > 0; left -= BLOCK_BYTES) yield Math.min(left, BLOCK_BYTES);
  yield TAIL_BYTES;
}
