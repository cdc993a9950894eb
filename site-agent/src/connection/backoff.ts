import { randomInt } from 'node:crypto';

export interface BackoffOptions {
  readonly firstMs: number;
  readonly longestMs: number;
  /** Uniform in [0, 1); the system's generator unless given. */
  readonly random?: () => number;
}

const STEPS = 2 ** 32;

/**
 * How long to wait before each further try: doubles up to a limit, and half of it is left to chance, so that the sites
 * of a coordinator that comes back do not all arrive in the same moment.
 */
export class Backoff {
  readonly #options: BackoffOptions;
  #failures = 0;

  constructor(options: BackoffOptions) {
    this.#options = options;
  }

  nextDelayMs(): number {
    const { firstMs, longestMs, random = () => randomInt(STEPS) / STEPS } = this.#options;
    const fullMs = Math.min(longestMs, firstMs * 2 ** this.#failures);
    if (fullMs < longestMs) this.#failures++;
    return Math.round(fullMs / 2 + (fullMs / 2) * random());
  }

  /** The last try went well. */
  reset(): void {
    this.#failures = 0;
  }
}
