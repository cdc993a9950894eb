import { EXTRA_WORDS, packedByteLength, PackedCursor, type PackedLayout } from '@mammofed/core';
import { AggregationError } from './errors.js';

/** Reads the words of a packed vector as it streams by. */
export class WordReader {
  readonly #cursor: PackedCursor;
  readonly #totalBytes: number;
  readonly #wordCount: number;
  #words = new Int32Array(0);

  constructor(layout: PackedLayout) {
    this.#cursor = new PackedCursor(layout);
    this.#totalBytes = packedByteLength(layout);
    this.#wordCount = layout.parameterCount + EXTRA_WORDS;
  }

  /** Bytes of the vector that were read. */
  get position(): number {
    return this.#cursor.position;
  }

  /** Whether the last word was read. */
  get isAtEnd(): boolean {
    return this.#cursor.isAtEnd;
  }

  /** The next chunk is the beginning of another vector. */
  restart(): void {
    this.#cursor.restart();
  }

  /**
   * @param chunk - the next piece of the vector.
   * @returns its words, sign-extended to 32 bits. The memory is used again for the next chunk.
   * @throws AggregationError `length-mismatch` if the chunk splits a word or goes beyond the vector's end.
   */
  read(chunk: Uint8Array): Int32Array {
    const { position } = this.#cursor;
    const piece = this.#cursor.advance(chunk.length);
    if (piece === null) {
      throw new AggregationError(
        'length-mismatch',
        `a contribution of ${this.#wordCount} words in ${this.#totalBytes} bytes cannot take ${chunk.length} bytes at ${position}`,
      );
    }
    const { coordinateBytes, width, extraBytes } = piece;
    const count = coordinateBytes / width;
    const words = this.#buffer(count + extraBytes / 4);
    const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (width === 4) for (let i = 0; i < count; i++) words[i] = view.getInt32(4 * i, true);
    else if (width === 2) for (let i = 0; i < count; i++) words[i] = view.getInt16(2 * i, true);
    else for (let i = 0; i < count; i++) words[i] = view.getUint16(3 * i, true) | (view.getInt8(3 * i + 2) << 16);
    for (let i = count; i < words.length; i++) words[i] = view.getInt32(coordinateBytes + 4 * (i - count), true);
    return words;
  }

  #buffer(length: number): Int32Array {
    if (this.#words.length < length) this.#words = new Int32Array(length);
    return this.#words.subarray(0, length);
  }
}
