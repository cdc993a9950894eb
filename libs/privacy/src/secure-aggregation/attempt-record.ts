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
 * helps to unmask one sum of a round, and one on a base model. It is held when an attempt is joined, and again before it
 * is unmasked: another one may have been joined at the same time.
 * @param records - of every attempt that the site ever joined.
 * @throws PrivacyError `round-already-unmasked`; `restarted-attempt` if the attempt was joined before, since its secrets
 * were in memory only; `stale-attempt` if the site joined a later round of the run, or a later attempt at this one.
 */
export function assertMayJoin(records: readonly AttemptRecord[], terms: AttemptTerms): void {
  const { run, round, attempt, baseModel } = terms;
  const context = { run, round, attempt };
  assertNoneUnmasked(records, { run, round, baseModel });
  const newer = records.find((record) => record.run === run && isNewer(record, terms));
  if (newer !== undefined) {
    throw new PrivacyError(
      'stale-attempt',
      `attempt ${attempt} of round ${round} is over: attempt ${newer.attempt} of round ${newer.round} has begun`,
      context,
    );
  }
  if (records.some((record) => isSameAttempt(record, terms))) {
    throw new PrivacyError(
      'restarted-attempt',
      `this site was restarted in attempt ${attempt} of round ${round} and counts as dropped: it takes part in the next one`,
      context,
    );
  }
}

/**
 * Whether this site may give its shares for an attempt.
 * @param records - of every attempt that the site ever joined, this one included or not.
 * @throws PrivacyError `round-already-unmasked`.
 */
export function assertMayUnmask(records: readonly AttemptRecord[], own: AttemptRecord): void {
  assertNoneUnmasked(
    records.filter((record) => !isSameAttempt(record, own)),
    own,
  );
}

function assertNoneUnmasked(
  records: readonly AttemptRecord[],
  { run, round, baseModel }: Pick<AttemptRecord, 'run' | 'round' | 'baseModel'>,
): void {
  const isOfSameUpdate = (record: AttemptRecord): boolean =>
    (record.run === run && record.round === round) || record.baseModel === baseModel;
  if (!records.some((record) => record.hasUnmasked && isOfSameUpdate(record))) return;
  throw new PrivacyError(
    'round-already-unmasked',
    `this site has helped to unmask a sum of round ${round} or on the same base model, and helps with no other: take another seed for another run`,
    { run, round },
  );
}

function isSameAttempt(
  record: AttemptRecord,
  { run, round, attempt }: Pick<AttemptRecord, 'run' | 'round' | 'attempt'>,
): boolean {
  return record.run === run && record.round === round && record.attempt === attempt;
}

function isNewer(record: AttemptRecord, { round, attempt }: AttemptTerms): boolean {
  return record.round > round || (record.round === round && record.attempt > attempt);
}
