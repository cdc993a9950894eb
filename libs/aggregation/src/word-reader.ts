import { coordinateBytes, packedByteLength, type PackedLayout } from '@mammofed/core';
import { EXTRA_WORDS } from './clipping.js';
import { AggregationError } from './errors.js';

/** Reads the words of a packed vector as it streams by. */
export class WordReader {
  readonly #coordinateBytes: number;
  readonly #totalBytes: number;
  readonly #ringBits: number;
  readonly #wordCount: number;
  /** Bytes of the vector that were read. */
  #position = 0;
  #words = new Int32Array(0);

  constructor(layout: PackedLayout) {
    this.#coordinateBytes = coordinateBytes(layout);
    this.#totalBytes = packedByteLength(layout);
    this.#ringBits = layout.ringBits;
    this.#wordCount = layout.parameterCount + EXTRA_WORDS;
  }

  /** Bytes of the vector that were read. */
  get position(): number {
    return this.#position;
  }

  /** Whether the last word was read. */
  get isAtEnd(): boolean {
    return this.#position === this.#totalBytes;
  }

  /** The next chunk is the beginning of another vector. */
  restart(): void {
    this.#position = 0;
  }

  /**
   * @param chunk - the next piece of the vector.
   * @returns its words, sign-extended to 32 bits. The memory is used again for the next chunk.
   * @throws AggregationError `length-mismatch` if the chunk splits a word or goes beyond the vector's end.
   */
  read(chunk: Uint8Array): Int32Array {
    const width = this.#ringBits / 8;
    const inCoordinates = Math.max(0, Math.min(chunk.length, this.#coordinateBytes - this.#position));
    const inTail = chunk.length - inCoordinates;
    const end = this.#position + chunk.length;
    if (end > this.#totalBytes || inCoordinates % width !== 0 || inTail % 4 !== 0) {
      throw new AggregationError(
        'length-mismatch',
        `a contribution of ${this.#wordCount} words in ${this.#totalBytes} bytes cannot take ${chunk.length} bytes at ${this.#position}`,
      );
    }
    const count = inCoordinates / width;
    const words = this.#buffer(count + inTail / 4);
    const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (width === 4) for (let i = 0; i < count; i++) words[i] = view.getInt32(4 * i, true);
    else if (width === 2) for (let i = 0; i < count; i++) words[i] = view.getInt16(2 * i, true);
    else for (let i = 0; i < count; i++) words[i] = view.getUint16(3 * i, true) | (view.getInt8(3 * i + 2) << 16);
    for (let i = count; i < words.length; i++) words[i] = view.getInt32(inCoordinates + 4 * (i - count), true);
    this.#position = end;
    return words;
  }

  #buffer(length: number): Int32Array {
    if (this.#words.length < length) this.#words = new Int32Array(length);
    return this.#words.subarray(0, length);
  }
}
