/** Widths in bits of the rings that coordinates can be added in. */
export const RING_WIDTHS = [16, 24, 32] as const;
export type RingBits = (typeof RING_WIDTHS)[number];

/** Words after the P coordinates: the weight and the count of clipped coordinates. */
export const EXTRA_WORDS = 2;

/** They have 32 bits whatever the ring. */
const EXTRA_WORD_BYTES = 4;
const TAIL_BYTES = EXTRA_WORDS * EXTRA_WORD_BYTES;

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
function coordinateBytes({ parameterCount, ringBits }: PackedLayout): number {
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

/** A piece of a packed vector: first coordinates, then extra words. */
export interface PackedPiece {
  readonly coordinateBytes: number;
  /** Bytes of one coordinate. */
  readonly width: number;
  readonly extraBytes: number;
}

/** Follows a packed vector as it streams by in pieces. */
export class PackedCursor {
  readonly #layout: PackedLayout;
  #position = 0;

  constructor(layout: PackedLayout) {
    this.#layout = layout;
  }

  /** Bytes that went by. */
  get position(): number {
    return this.#position;
  }

  get isAtEnd(): boolean {
    return this.#position === packedByteLength(this.#layout);
  }

  /** The next piece is the beginning of another vector. */
  restart(): void {
    this.#position = 0;
  }

  /** @returns what the next `byteLength` bytes are; null, and nothing moves, if they split a word or go beyond the end. */
  advance(byteLength: number): PackedPiece | null {
    const width = this.#layout.ringBits / 8;
    const inCoordinates = Math.max(0, Math.min(byteLength, coordinateBytes(this.#layout) - this.#position));
    const extraBytes = byteLength - inCoordinates;
    const end = this.#position + byteLength;
    const isWhole = inCoordinates % width === 0 && extraBytes % EXTRA_WORD_BYTES === 0;
    if (!isWhole || end > packedByteLength(this.#layout)) return null;
    this.#position = end;
    return { coordinateBytes: inCoordinates, width, extraBytes };
  }
}
