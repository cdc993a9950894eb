import type { RingBits, RunId, Sha256Hex } from '@mammofed/core';
import { PrivacyError } from '../errors.js';
import { sha256 } from '../sha256.js';
import { equalBytes } from '../sodium.js';
import { canonicalBytes, type Field } from './encoding.js';
import type { SECURE_AGGREGATION_ERRORS } from './errors.js';

/** Which attempt a key, a share or a signature is for. */
export interface AttemptContext {
  /** The consortium's root key, Ed25519, 32 bytes. */
  readonly consortium: Uint8Array;
  readonly run: RunId;
  /** From 1. */
  readonly round: number;
  /** From 1 within the round. */
  readonly attempt: number;
}

/** Everything that the members of a cohort must see alike; each of them signs it with its keys. */
export interface AttemptTerms extends AttemptContext {
  /** SHA-256 of the run's whole configuration. */
  readonly configurationHash: Uint8Array;
  /** t: shares that recover a secret, and members that every later phase must have. */
  readonly threshold: number;
  /** See {@link clipsHash}. */
  readonly clipsHash: Uint8Array;
  readonly ringBits: RingBits;
  readonly baseModel: Sha256Hex;
  readonly rosterVersion: number;
  readonly rosterHash: Uint8Array;
}

/** SHA-256 of a round's clips in the order of the tensors, each as a float64, little-endian. */
export function clipsHash(clips: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(8 * clips.length);
  clips.forEach((clip, t) => bytes.writeDoubleLE(clip, 8 * t));
  return sha256(canonicalBytes('clips', bytes));
}

export function contextFields({ consortium, run, round, attempt }: AttemptContext): readonly Field[] {
  return [consortium, run, round, attempt];
}

export function termsFields(terms: AttemptTerms): readonly Field[] {
  return [
    ...contextFields(terms),
    terms.configurationHash,
    terms.threshold,
    terms.clipsHash,
    terms.ringBits,
    terms.baseModel,
    terms.rosterVersion,
    terms.rosterHash,
  ];
}

type Difference = Extract<keyof typeof SECURE_AGGREGATION_ERRORS, `other-${string}`>;

/**
 * @param site - whose terms `theirs` are.
 * @throws PrivacyError `other-attempt` | `other-roster` | `other-configuration` | `other-threshold` | `other-clips` |
 * `other-ring` | `other-base-model`.
 */
export function assertSameTerms(own: AttemptTerms, theirs: AttemptTerms, site: string): void {
  const differences: readonly (readonly [Difference, boolean])[] = [
    [
      'other-attempt',
      !equalBytes(canonicalBytes('', ...contextFields(own)), canonicalBytes('', ...contextFields(theirs))),
    ],
    ['other-roster', own.rosterVersion !== theirs.rosterVersion || !equalBytes(own.rosterHash, theirs.rosterHash)],
    ['other-configuration', !equalBytes(own.configurationHash, theirs.configurationHash)],
    ['other-threshold', own.threshold !== theirs.threshold],
    ['other-clips', !equalBytes(own.clipsHash, theirs.clipsHash)],
    ['other-ring', own.ringBits !== theirs.ringBits],
    ['other-base-model', own.baseModel !== theirs.baseModel],
  ];
  const found = differences.find(([, differs]) => differs);
  if (found === undefined) return;
  const what = found[0].replace('other-', '').replace('-', ' ');
  throw new PrivacyError(
    found[0],
    `site ${site} signed another ${what} than this machine holds: the attempt is refused`,
    {
      site,
    },
  );
}
