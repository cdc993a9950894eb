import { EXTRA_WORDS } from './clipping.js';
import { AggregationError } from './errors.js';

/**
 * Judges one site's contribution as it streams by. Where single contributions can be seen (sealed mode), this is what
 * holds a site to its share: without it, one site could put into a coordinate as much as all others together may.
 */
export class ContributionCheck {
  readonly #parameterCount: number;
  readonly #quantumMax: number;
  #wordCount = 0;
  #largest = 0;
  #weight = 0;
  #clippedCount = 0;

  /**
   * @param parameterCount - P, the model's number of weights.
   * @param quantumMax - q_max of the run.
   */
  constructor({ parameterCount, quantumMax }: { readonly parameterCount: number; readonly quantumMax: number }) {
    this.#parameterCount = parameterCount;
    this.#quantumMax = quantumMax;
  }

  /**
   * Takes the next piece.
   * @param chunk - little-endian words, a multiple of 4 bytes.
   * @throws AggregationError `length-mismatch` if the chunk splits a word or there are more than P + 2 words.
   */
  addBytes(chunk: Uint8Array): void {
    if (chunk.length % 4 !== 0 || this.#wordCount + chunk.length / 4 > this.#parameterCount + EXTRA_WORDS) {
      throw new AggregationError('length-mismatch', `a contribution has ${this.#parameterCount + EXTRA_WORDS} words`);
    }
    const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let at = 0; at < chunk.length; at += 4, this.#wordCount++) {
      if (this.#wordCount < this.#parameterCount) {
        this.#largest = Math.max(this.#largest, Math.abs(view.getInt32(at, true)));
      } else if (this.#wordCount === this.#parameterCount) this.#weight = view.getInt32(at, true);
      else this.#clippedCount = view.getUint32(at, true);
    }
  }

  /** @returns what no honest site sends, in words; null if the contribution is within its share. */
  problem(): string | null {
    if (this.#wordCount !== this.#parameterCount + EXTRA_WORDS) return 'it is cut off';
    if (!(this.#weight >= 1 && this.#weight <= this.#quantumMax)) return 'its weight is outside (0, 1]';
    // A coordinate is at most w·q_max before rounding: one unit above the weight's own word after it.
    if (this.#largest > this.#weight + 1) return 'a coordinate is larger than its weight and the clip allow';
    if (this.#clippedCount > this.#parameterCount) return 'it counts more clipped coordinates than the model has';
    return null;
  }
}
