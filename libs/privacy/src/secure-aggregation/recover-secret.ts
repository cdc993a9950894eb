import { seededRng, shuffled, type SiteId } from '@mammofed/core';
import { combine } from 'shamir-secret-sharing';
import { Secret } from '../secret.js';

/**
 * Choices of shares that are tried before a secret is given up. With ten sites every choice is met; with 64, up to five
 * wrong shares are found out if nobody is missing. With as many shares as the threshold there is one choice.
 */
const MAX_TRIALS = 4096;

export interface HeldShare {
  readonly holder: SiteId;
  readonly share: Uint8Array;
}

export interface RecoveredSecret {
  readonly secret: Secret;
  /** Those whose shares of it are wrong, if any stood in the way. */
  readonly liars: readonly SiteId[];
}

/**
 * Recovers a secret from shares of which some may be wrong: one choice of `threshold` shares after the other, until what
 * they give is what its owner committed to.
 * @param matches - whether a secret is the one: secret sharing by itself takes any value for it.
 * @returns null if there are fewer shares than the threshold, or no choice gives the secret.
 */
export async function recoverSecret(
  shares: readonly HeldShare[],
  threshold: number,
  matches: (secret: Uint8Array) => boolean,
): Promise<RecoveredSecret | null> {
  if (shares.length < threshold) return null;
  const trials = shares.length === threshold ? 1 : MAX_TRIALS;
  for (let trial = 0; trial < trials; trial++) {
    const order = trial === 0 ? shares : shuffled(seededRng('choice of shares', trial), shares);
    const chosen = order.slice(0, threshold);
    const secret = await combined(chosen);
    if (secret === null || !matches(secret)) continue;
    // Where the first choice gives the secret, nobody is suspected: judging the others would take longer than all the rest.
    if (trial === 0) return { secret: new Secret(secret), liars: [] };
    const liars: SiteId[] = [];
    for (const { holder, share } of order.slice(threshold)) {
      // One share too few of the right ones, and this one: it gives the secret if it lies on the same polynomial.
      const value = await combined([...chosen.slice(1), { holder, share }]);
      if (value === null || !matches(value)) liars.push(holder);
      value?.fill(0);
    }
    return { secret: new Secret(secret), liars };
  }
  return null;
}

/** @returns null for shares that no dealing gives: of unequal length, or two of one point. */
async function combined(shares: readonly HeldShare[]): Promise<Uint8Array | null> {
  try {
    return await combine(shares.map(({ share }) => Uint8Array.from(share)));
  } catch {
    return null;
  }
}
