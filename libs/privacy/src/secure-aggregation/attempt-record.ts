import type { RunId, Sha256Hex, SiteId } from '@mammofed/core';
import { PrivacyError } from '../errors.js';
import type { AttemptTerms } from './terms.js';

/**
 * What a site keeps on disk of an attempt that it joined; nothing in it is secret. It is written before the message that
 * it belongs to is sent: otherwise a crash in between would make the site forget what it promised.
 */
export interface AttemptRecord {
  readonly run: RunId;
  readonly round: number;
  readonly attempt: number;
  readonly baseModel: Sha256Hex;
  /** U2 and U3 that the site confirmed. */
  readonly confirmed: { readonly sharers: readonly SiteId[]; readonly uploaders: readonly SiteId[] } | null;
  /** Whether its unmask shares were sent. */
  readonly hasUnmasked: boolean;
}

/**
 * The rule that holds across attempts, restarts and runs: two sums that differ by one site show its update, so that a site
 * helps to unmask one sum of a round, and one on a base model.
 * @param records - of every attempt that the site ever joined.
 * @throws PrivacyError `round-already-unmasked`; `restarted-attempt` if the attempt was joined before, since its secrets
 * were in memory only; `stale-attempt` if the site joined a later round of the run, or a later attempt at this one.
 */
export function assertMayJoin(records: readonly AttemptRecord[], terms: AttemptTerms): void {
  const { run, round, attempt, baseModel } = terms;
  const context = { run, round, attempt };
  const ofRound = records.filter((record) => record.run === run && record.round === round);
  if (records.some((record) => record.hasUnmasked && (ofRound.includes(record) || record.baseModel === baseModel))) {
    throw new PrivacyError(
      'round-already-unmasked',
      `this site has helped to unmask a sum of round ${round} or on the same base model: it joins no other attempt at it`,
      context,
    );
  }
  const newer = records.find((record) => record.run === run && isNewer(record, terms));
  if (newer !== undefined) {
    throw new PrivacyError(
      'stale-attempt',
      `attempt ${attempt} of round ${round} is over: attempt ${newer.attempt} of round ${newer.round} has begun`,
      context,
    );
  }
  if (ofRound.some((record) => record.attempt === attempt)) {
    throw new PrivacyError(
      'restarted-attempt',
      `this site was restarted in attempt ${attempt} of round ${round} and counts as dropped: it takes part in the next one`,
      context,
    );
  }
}

function isNewer(record: AttemptRecord, { round, attempt }: AttemptTerms): boolean {
  return record.round > round || (record.round === round && record.attempt > attempt);
}
