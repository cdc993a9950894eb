import { AggregationError } from './errors.js';

/** Adds vectors in Z_2^32. The sum does not depend on the order of arrival. */
export class RingAccumulator {
  readonly #sum: Uint32Array;
  /** Byte position within the contribution that is being fed. */
  #position = 0;
  #contributionCount = 0;

  /** @param length - number of words of every contribution. */
  constructor(length: number) {
    this.#sum = new Uint32Array(length);
  }

  /** Whole contributions added so far. */
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
   * @param chunk - little-endian words, a multiple of 4 bytes.
   * @throws AggregationError `length-mismatch` if the chunk splits a word or goes beyond the contribution's end.
   */
  addBytes(chunk: Uint8Array): void {
    const total = this.#sum.length * 4;
    if (chunk.length % 4 !== 0 || this.#position + chunk.length > total) {
      throw new AggregationError(
        'length-mismatch',
        `a contribution of ${total} bytes cannot take ${chunk.length} more at ${this.#position}`,
      );
    }
    const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let word = this.#position / 4;
    for (let at = 0; at < chunk.length; at += 4, word++) this.#sum[word] += view.getUint32(at, true);
    this.#position += chunk.length;
    if (this.#position === total) {
      this.#position = 0;
      this.#contributionCount++;
    }
  }

  /** The sum of the contributions; the accumulator's own memory. @throws AggregationError `length-mismatch` while a contribution is half fed. */
  get sum(): Uint32Array {
    this.#assertBetweenContributions();
    return this.#sum;
  }

  #assertBetweenContributions(): void {
    if (this.#position !== 0) {
      throw new AggregationError('length-mismatch', `a contribution is cut off after ${this.#position} bytes`);
    }
  }
}
