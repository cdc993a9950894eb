import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
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
  /** All holders, those whose shares gave the secret first: what is best tried first for the next secret. */
  readonly order: readonly SiteId[];
  /** Whose shares are not those that were dealt; empty where that is not sure. */
  readonly wrong: readonly SiteId[];
}

export interface RecoverOptions {
  readonly threshold: number;
  /** Holders that may have agreed on wrong shares, at most. */
  readonly mostWrong: number;
  /** Whether a secret is the one: secret sharing by itself takes any value for it. */
  readonly matches: (secret: Uint8Array) => boolean;
}

/**
 * Recovers a secret from shares of which some may be wrong: one choice of `threshold` shares after the other, until what
 * they give is what its owner committed to. The event loop gets its turn before each choice.
 *
 * Wrong shares can cancel: a choice with some of them gives the secret all the same, on another polynomial than the one
 * that was dealt, and right shares are off it. Both polynomials have the secret at 0 and a degree below t, so that they
 * have at most t − 2 of the points of N holders in common. Where L shares are off, N − L are on it, and all of these but
 * t − 2 are wrong. If that is more than may be wrong, it is the polynomial that was dealt, and those L are named.
 * @returns null if there are fewer shares than the threshold, or no choice gives the secret.
 */
export async function recoverSecret(
  shares: readonly HeldShare[],
  { threshold, mostWrong, matches }: RecoverOptions,
): Promise<RecoveredSecret | null> {
  if (shares.length < threshold) return null;
  const trials = shares.length === threshold ? 1 : MAX_TRIALS;
  for (let trial = 0; trial < trials; trial++) {
    await turnOfTheLoop();
    const order = trial === 0 ? shares : shuffled(seededRng('choice of shares', trial), shares);
    const chosen = order.slice(0, threshold);
    const secret = await combined(chosen);
    if (secret === null || !matches(secret)) continue;
    // Where the first choice gives the secret, nobody is suspected: judging the others would take longer than all the rest.
    const others = trial === 0 ? [] : order.slice(threshold);
    const wrong = await offPolynomial(chosen, others, matches);
    const right = order.filter((share) => !wrong.includes(share));
    const isSure = shares.length - wrong.length - (threshold - 2) > mostWrong;
    return {
      secret: new Secret(secret),
      order: [...right, ...wrong].map(({ holder }) => holder),
      wrong: isSure ? wrong.map(({ holder }) => holder) : [],
    };
  }
  return null;
}

/** Those of `others` that do not lie on the polynomial through `chosen`, which gives the secret. */
async function offPolynomial(
  chosen: readonly HeldShare[],
  others: readonly HeldShare[],
  matches: (secret: Uint8Array) => boolean,
): Promise<HeldShare[]> {
  const off: HeldShare[] = [];
  for (const other of others) {
    // One share too few of those, and this one: they give the secret if it lies on the same polynomial.
    const value = await combined([...chosen.slice(1), other]);
    if (value === null || !matches(value)) off.push(other);
    value?.fill(0);
  }
  return off;
}

/** @returns null for shares that no dealing gives: of unequal length, or two of one point. */
async function combined(shares: readonly HeldShare[]): Promise<Uint8Array | null> {
  try {
    return await combine(shares.map(({ share }) => Uint8Array.from(share)));
  } catch {
    return null;
  }
}
