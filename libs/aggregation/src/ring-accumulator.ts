import { EXTRA_WORDS, type RingBits } from '@mammofed/core';
import { AggregationError } from './errors.js';
import { WordReader } from './word-reader.js';

/** Adds vectors in Z_2^ringBits, their last two words in Z_2^32. The sum does not depend on the order of arrival. */
export class RingAccumulator {
  readonly #sum: Uint32Array;
  readonly #reader: WordReader;
  readonly #ringBits: RingBits;
  /** Words of the current vector that were added. */
  #word = 0;
  #contributionCount = 0;

  /** @param length - number of words of every contribution, P + 2. */
  constructor(length: number, ringBits: RingBits = 32) {
    this.#sum = new Uint32Array(length);
    this.#reader = new WordReader({ parameterCount: length - EXTRA_WORDS, ringBits });
    this.#ringBits = ringBits;
  }

  /** Whole vectors added so far. */
  get contributionCount(): number {
    return this.#contributionCount;
  }

  /** @throws AggregationError `length-mismatch` if `vector` has another length, or a contribution is half fed. */
  add(vector: Uint32Array): void {
    this.#assertBetweenContributions();
    if (vector.length !== this.#sum.length) {
      throw new AggregationError(
        'length-mismatch',
        `a contribution has ${vector.length} words, not ${this.#sum.length}`,
      );
    }
    for (let i = 0; i < vector.length; i++) this.#sum[i] += vector[i];
    this.#contributionCount++;
  }

  /**
   * Adds the next piece of a contribution that is streamed from disk; a contribution ends where its last word does.
   * @param chunk - packed words, as `ringToBytes` of this package writes them.
   * @throws AggregationError `length-mismatch` if the chunk splits a word or goes beyond the contribution's end.
   */
  addBytes(chunk: Uint8Array): void {
    const words = this.#reader.read(chunk);
    const start = this.#word;
    for (let i = 0; i < words.length; i++) this.#sum[start + i] += words[i];
    this.#word = start + words.length;
    if (this.#reader.isAtEnd) {
      this.#reader.restart();
      this.#word = 0;
      this.#contributionCount++;
    }
  }

  /**
   * The sum of the contributions as signed numbers in 32 bits; the accumulator's own memory.
   * @throws AggregationError `length-mismatch` while a contribution is half fed.
   */
  get sum(): Uint32Array {
    this.#assertBetweenContributions();
    const shift = 32 - this.#ringBits;
    const coordinates = this.#sum.length - EXTRA_WORDS;
    // Sums modulo 2^32 are sums modulo 2^ringBits too: only the sign is to be read from another bit.
    if (shift > 0) for (let i = 0; i < coordinates; i++) this.#sum[i] = (this.#sum[i] << shift) >> shift;
    return this.#sum;
  }

  #assertBetweenContributions(): void {
    if (this.#reader.position !== 0) {
      throw new AggregationError('length-mismatch', `a contribution is cut off after ${this.#reader.position} bytes`);
    }
  }
}
