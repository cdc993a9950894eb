/** A repeatable source of numbers. Never for keys, masks or privacy noise: those come from the system's generator. */
export interface Rng {
  /** Uniform in [0, 1), 32 bits of resolution. */
  next(): number;
}

/**
 * A generator seeded by all of `parts` (the run's seed, a site's index, a round, a purpose): equal parts give the same
 * sequence on every machine, different parts unrelated ones.
 * @see sfc32 of PractRand (Doty-Humphrey), seeded through the 128-bit MurmurHash3 finalizer.
 */
export function seededRng(...parts: readonly (string | number)[]): Rng {
  let [a, b, c, d] = hash128(parts.map((part) => `${typeof part}:${part}`).join('\u0000'));
  const next = (): number => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  // sfc32 needs a few rounds before its first outputs are independent of a sparse seed.
  for (let i = 0; i < 15; i++) next();
  return { next };
}

/** Uniform integer in [0, bound). */
export function uniformInt(rng: Rng, bound: number): number {
  return Math.floor(rng.next() * bound);
}

/** Standard normal deviate (Box–Muller). */
export function normal(rng: Rng): number {
  return Math.sqrt(-2 * Math.log(1 - rng.next())) * Math.cos(2 * Math.PI * rng.next());
}

/** A new array with the items in a random order (Fisher–Yates). */
export function shuffled<T>(rng: Rng, items: readonly T[]): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = uniformInt(rng, i + 1);
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}

function hash128(text: string): [number, number, number, number] {
  let h1 = 1779033703;
  let h2 = 3144134277;
  let h3 = 1013904242;
  let h4 = 2773480762;
  for (let i = 0; i < text.length; i++) {
    const k = text.charCodeAt(i);
    h1 = h2 ^ Math.imul(h1 ^ k, 597399067);
    h2 = h3 ^ Math.imul(h2 ^ k, 2869860233);
    h3 = h4 ^ Math.imul(h3 ^ k, 951274213);
    h4 = h1 ^ Math.imul(h4 ^ k, 2716044179);
  }
  h1 = Math.imul(h3 ^ (h1 >>> 18), 597399067);
  h2 = Math.imul(h4 ^ (h2 >>> 22), 2869860233);
  h3 = Math.imul(h1 ^ (h3 >>> 17), 951274213);
  h4 = Math.imul(h2 ^ (h4 >>> 19), 2716044179);
  h1 ^= h2 ^ h3 ^ h4;
  return [h1, h2 ^ h1, h3 ^ h1, h4 ^ h1];
}
