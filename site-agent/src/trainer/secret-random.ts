import { randomFillSync } from 'node:crypto';
import type { Rng } from '@mammofed/core';

/** Words of 32 bits that are asked for at a time. */
const BLOCK_WORDS = 16_384;

/** Numbers from the system's generator, uniform in [0, 1) with 53 bits: nobody who knows the run's seed knows them. */
export function secretRng(): Rng {
  const block = new Uint32Array(BLOCK_WORDS);
  let used = BLOCK_WORDS;
  return {
    next: () => {
      if (used === BLOCK_WORDS) {
        randomFillSync(block);
        used = 0;
      }
      const value = ((block[used] as number) >>> 5) * 2 ** 26 + ((block[used + 1] as number) >>> 6);
      // Nobody reads them a second time.
      block.fill(0, used, used + 2);
      used += 2;
      return value / 2 ** 53;
    },
  };
}

/** Fills `target` with independent normal numbers of mean 0 (Box–Muller). */
export function fillNormal(target: Float32Array, deviation: number, rng: Rng): void {
  for (let i = 0; i < target.length; i += 2) {
    const radius = deviation * Math.sqrt(-2 * Math.log(1 - rng.next()));
    const angle = 2 * Math.PI * rng.next();
    target[i] = radius * Math.cos(angle);
    if (i + 1 < target.length) target[i + 1] = radius * Math.sin(angle);
  }
}
