import { randomFillSync } from 'node:crypto';
import type { Rng } from '@mammofed/core';

const BLOCK_VALUES = 8192;

/** Numbers from the system's generator, uniform in [0, 1) with 53 bits: nobody who knows the run's seed knows them. */
export function secretRng(): Rng {
  const block = new BigUint64Array(BLOCK_VALUES);
  let used = BLOCK_VALUES;
  return {
    next: () => {
      if (used === BLOCK_VALUES) {
        randomFillSync(block);
        used = 0;
      }
      const value = Number((block[used] as bigint) >> 11n) / 2 ** 53;
      // Nobody reads it a second time.
      block[used++] = 0n;
      return value;
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
