import type { RingBits } from '@mammofed/core';
import type { Quanta } from './quantization.js';
import { WordReader } from './word-reader.js';

/**
 * Judges one site's contribution as it streams by. Where single contributions can be seen (sealed mode), this is what
 * holds a site to its share: without it, one site could put into a coordinate as much as all others together may.
 */
export class ContributionCheck {
  readonly #parameterCount: number;
  readonly #quantumMax: number;
  readonly #weightMax: number;
  readonly #reader: WordReader;
  #wordCount = 0;
  #largest = 0;
  #weight = 0;
  #clippedCount = 0;

  /** @param options - P, the run's quanta, and its ring (32 bits if none is given). */
  constructor({
    parameterCount,
    ringBits = 32,
    quantumMax,
    weightMax,
  }: { readonly parameterCount: number; readonly ringBits?: RingBits } & Quanta) {
    this.#parameterCount = parameterCount;
    this.#quantumMax = quantumMax;
    this.#weightMax = weightMax;
    this.#reader = new WordReader({ parameterCount, ringBits });
  }

  /**
   * Takes the next piece.
   * @param chunk - packed words, as `ringToBytes` of this package writes them.
   * @throws AggregationError `length-mismatch` if the chunk splits a word or there are more than P + 2 words.
   */
  addBytes(chunk: Uint8Array): void {
    const words = this.#reader.read(chunk);
    for (let i = 0; i < words.length; i++, this.#wordCount++) {
      const word = words[i];
      if (this.#wordCount < this.#parameterCount) this.#largest = Math.max(this.#largest, Math.abs(word));
      else if (this.#wordCount === this.#parameterCount) this.#weight = word;
      else this.#clippedCount = word >>> 0;
    }
  }

  /** @returns what no honest site sends, in words; null if the contribution is within its share. */
  problem(): string | null {
    if (!this.#reader.isAtEnd) return 'it is cut off';
    if (!(this.#weight >= 1 && this.#weight <= this.#weightMax)) return 'its weight is outside (0, 1]';
    // A coordinate is at most w·q_max before rounding: less than one unit above what the weight's own word, which is
    // rounded to the nearest, allows.
    const limit = ((this.#weight + 0.5) * this.#quantumMax) / this.#weightMax + 1;
    if (this.#largest >= limit) return 'a coordinate is larger than its weight and the clip allow';
    if (this.#clippedCount > this.#parameterCount) return 'it counts more clipped coordinates than the model has';
    return null;
  }
}
