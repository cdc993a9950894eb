import { randomFillSync } from 'node:crypto';

/** Whole numbers without bias: every random decision of the sampler is one of these. */
export interface UniformIntegers {
  /** Uniform in [0, bound). @param bound - a whole number from 1 to 2^31. */
  below(bound: number): number;
}

/** Words of 32 bits that are asked for at a time. */
const BLOCK_WORDS = 65_536;

/** Fills an array with independent, uniform words. */
export type FillWords = (words: Uint32Array) => void;

/** From the system's generator, never from a run's seed. */
const fromSystem: FillWords = (words) => void randomFillSync(words);

/** Uniform whole numbers from random words, by throwing away what is too large: no bias, whatever the bound. */
export class UniformWords implements UniformIntegers {
  readonly #block = new Uint32Array(BLOCK_WORDS);
  readonly #fill: FillWords;
  #used = BLOCK_WORDS;

  /** @param fill - where the words come from; the system's generator, unless a test wants others. */
  constructor(fill: FillWords = fromSystem) {
    this.#fill = fill;
  }

  below(bound: number): number {
    if (bound === 1) return 0;
    // As many of a word's bits as the largest value has: less than half of all draws are thrown away.
    const shift = Math.clz32(bound - 1);
    for (;;) {
      if (this.#used === BLOCK_WORDS) {
        this.#fill(this.#block);
        this.#used = 0;
      }
      const value = (this.#block[this.#used] as number) >>> shift;
      // Nobody reads a word of the noise a second time.
      this.#block[this.#used++] = 0;
      if (value < bound) return value;
    }
  }
}
