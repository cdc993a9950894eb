import type { RunId, Sha256Hex, SiteId } from '@mammofed/core';
import { PrivacyError } from '../errors.js';
import type { Roster } from '../roster/roster.js';
import { openRoster, type SignedRoster } from '../roster/signed-roster.js';
import { smallestThreshold } from '../secure-aggregation/cohort.js';
import { confirmationBytes } from '../secure-aggregation/messages.js';
import { sha256 } from '../sha256.js';
import { sodium } from '../sodium.js';
import {
  parseLogEntry,
  type CohortEntry,
  type CommittedEntry,
  type ConfirmedEntry,
  type LogEntry,
} from './log-entry.js';
import { leafHash } from './merkle-hash.js';
import { isIncluded } from './merkle-proofs.js';
import type { Receipts } from './receipts.js';
import { assertTreeHead, parseTreeHead, type SignedTreeHead } from './tree-head.js';

/** A round of a model's lineage, as the log has it. */
export interface ProvenRound {
  readonly run: RunId;
  readonly round: number;
  readonly attempt: number;
  readonly committedAtMs: number;
  readonly baseModel: Sha256Hex;
  readonly model: Sha256Hex;
  /** Names of the sites that were asked, and of those whose updates are in the model. */
  readonly cohort: readonly string[];
  readonly contributors: readonly string[];
  /** Whose signed confirmation of the contributors was checked; null for a round that was not secure. */
  readonly confirmedBy: readonly string[] | null;
}

export interface ProvenRun {
  readonly run: RunId;
  readonly initialModel: Sha256Hex;
  readonly configSha256: Sha256Hex;
  /** Parsed; its canonical JSON has that hash. */
  readonly config: Readonly<Record<string, unknown>>;
}

/** Where a model came from. */
export interface Lineage {
  readonly model: Sha256Hex;
  readonly head: SignedTreeHead;
  /** The newest of the receipts. */
  readonly roster: Roster;
  /** Oldest first; both end with what the model is of. */
  readonly runs: readonly ProvenRun[];
  readonly rounds: readonly ProvenRound[];
}

interface Logged {
  readonly index: number;
  readonly entry: LogEntry;
}

type RoundKind = 'cohort' | 'confirmed' | 'committed';
type RoundOf<Kind extends RoundKind> = Extract<LogEntry, { readonly kind: Kind }>;

/**
 * Proves from receipts alone which runs, rounds, cohorts and confirmations a model came from.
 * @param model - SHA-256 of the model's file, computed by the caller.
 * @param rootKey - of the consortium, 32 bytes, known from elsewhere.
 * @throws PrivacyError `foreign-roster` | `forged-roster` | `bad-roster`, `bad-tree-head`, `bad-log-entry`,
 * `rewritten-entry` for an entry that is not in the log of the head, `model-not-in-log`, `broken-lineage` for an entry that
 * is missing or contradicts another, `site-not-in-roster`, `bad-member-signature`.
 */
export function verifyReceipts(receipts: Receipts, model: Sha256Hex, rootKey: Uint8Array): Lineage {
  const rosters = receipts.rosters.map((text) => openRoster(new Uint8Array(Buffer.from(text)), rootKey));
  const newest = rosters.at(-1);
  if (newest === undefined) throw broken('there is no roster');
  const head = parseTreeHead(receipts.head);
  assertTreeHead(head, rootKey, bytesOf(newest.roster.coordinator));
  const log = receipts.receipts.map((receipt) => logged(receipt, head));
  return new LineageProof(log, rosters, receipts.configs).of(model, head);
}

function logged({ index, entry: text, proof }: Receipts['receipts'][number], head: SignedTreeHead): Logged {
  const bytes = new TextEncoder().encode(text);
  if (!isIncluded(leafHash(bytes), index, head, proof.map(bytesOf))) {
    throw new PrivacyError(
      'rewritten-entry',
      `entry ${index} of the receipts is not in the log that the coordinator signed: it was altered or made up`,
      { index },
    );
  }
  return { index, entry: parseLogEntry(bytes) };
}

/** Follows a model back through entries that are in the log. */
class LineageProof {
  readonly #log: readonly Logged[];
  readonly #rosters: readonly SignedRoster[];
  readonly #configs: ReadonlyMap<string, string>;

  constructor(log: readonly Logged[], rosters: readonly SignedRoster[], configs: readonly string[]) {
    this.#log = log;
    this.#rosters = rosters;
    this.#configs = new Map(configs.map((text) => [hexOf(sha256(new TextEncoder().encode(text))), text]));
  }

  of(model: Sha256Hex, head: SignedTreeHead): Lineage {
    const runs: ProvenRun[] = [];
    const rounds: ProvenRound[] = [];
    let made = this.#commitOf(model);
    if (made === null && !this.#log.some(({ entry }) => entry.kind === 'run' && entry.initialModel === model)) {
      throw new PrivacyError(
        'model-not-in-log',
        `no round of these receipts ended with the model ${model}: it was altered after it was made, or the receipts are another model's`,
        { model },
      );
    }
    while (made !== null) {
      const run = this.#run(made.run);
      runs.unshift(run);
      rounds.unshift(...this.#roundsUpTo(made, run));
      // An initial model may be one that an earlier run ended with; it then has receipts of its own.
      made = this.#commitOf(run.initialModel);
      if (made !== null && runs.some(({ run: known }) => known === made?.run))
        throw broken('a run follows from itself');
    }
    return { model, head, roster: (this.#rosters.at(-1) as SignedRoster).roster, runs, rounds };
  }

  #commitOf(model: Sha256Hex): CommittedEntry | null {
    const found = this.#log.find(({ entry }) => entry.kind === 'committed' && entry.model === model);
    return found === undefined ? null : (found.entry as CommittedEntry);
  }

  #run(id: RunId): ProvenRun {
    const found = this.#log.find(({ entry }) => entry.kind === 'run' && entry.run === id);
    if (found?.entry.kind !== 'run') throw broken(`there is no record of run ${id}`);
    const { run, initialModel, configSha256 } = found.entry;
    const text = this.#configs.get(configSha256);
    if (text === undefined) throw broken(`the configuration of run ${id} is not among the receipts`);
    return { run, initialModel, configSha256, config: JSON.parse(text) as ProvenRun['config'] };
  }

  /** Every round has the one before it as its base, down to the run's initial model. */
  #roundsUpTo(last: CommittedEntry, { run, initialModel, config }: ProvenRun): ProvenRound[] {
    const rounds: ProvenRound[] = [];
    for (let round = 1; round <= last.round; round++) {
      const committed = round === last.round ? last : this.#entryOf('committed', run, round, null).entry;
      const base = rounds.at(-1)?.model ?? initialModel;
      if (committed.baseModel !== base) {
        throw broken(`round ${round} of run ${run} does not begin with the model that round ${round - 1} ended with`);
      }
      rounds.push(this.#provenRound(committed, config['mode'] === 'secure'));
    }
    return rounds;
  }

  #provenRound(committed: CommittedEntry, isSecure: boolean): ProvenRound {
    const { run, round, attempt, baseModel, model, atMs: committedAtMs } = committed;
    const where = `round ${round} of run ${run}`;
    const cohort = this.#entryOf('cohort', run, round, attempt);
    if (cohort.entry.baseModel !== baseModel) throw broken(`the cohort of ${where} trained another model`);
    this.#assertListed(cohort.entry, cohort.index, where);
    const nameOf = (site: SiteId): string => {
      const member = cohort.entry.members.find((candidate) => candidate.site === site);
      if (member === undefined) throw broken(`a site that ${where} did not ask is said to be in its model`);
      return member.name;
    };
    const contributors = committed.contributions.map(({ site }) => nameOf(site));
    const confirmed = this.#log.find(({ entry }) => entry.kind === 'confirmed' && isOf(entry, run, round, attempt));
    if (isSecure && confirmed === undefined) throw broken(`nobody confirmed the sum of ${where}`);
    const confirmedBy =
      confirmed === undefined
        ? null
        : assertConfirmed(confirmed.entry as ConfirmedEntry, cohort.entry, committed, where);
    return {
      ...{ run, round, attempt, committedAtMs, baseModel, model },
      ...{ cohort: cohort.entry.members.map(({ name }) => name), contributors, confirmedBy },
    };
  }

  /** The members are sites, with these keys, of the newest roster that the receipts have before them in the log. */
  #assertListed(cohort: CohortEntry, index: number, where: string): void {
    const counted = this.#log.filter(({ entry, index: at }) => entry.kind === 'roster' && at < index).at(-1);
    if (counted?.entry.kind !== 'roster') throw broken(`no roster counted in ${where}`);
    const { version, sha256: hash } = counted.entry;
    const signed = this.#rosters.find(({ sha256: own }) => own === hash);
    if (signed === undefined) throw broken(`roster ${version}, which counted in ${where}, is not among the receipts`);
    const stranger = cohort.members.find(
      ({ name, key }) => !signed.roster.sites.some((site) => site.name === name && site.key === key),
    );
    if (stranger === undefined) return;
    throw new PrivacyError(
      'site-not-in-roster',
      `roster ${version}, which counted in ${where}, does not list its site ${stranger.name} with that key`,
      { site: stranger.name },
    );
  }

  #entryOf<Kind extends RoundKind>(kind: Kind, run: RunId, round: number, attempt: number | null) {
    const found = this.#log.find(({ entry }) => entry.kind === kind && isOf(entry, run, round, attempt));
    if (found === undefined) throw broken(`there is no ${kind} record of round ${round} of run ${run}`);
    return found as { readonly index: number; readonly entry: RoundOf<Kind> };
  }
}

/**
 * Every confirmation is its site's own, of exactly the updates that are in the model.
 * @returns the sites that confirmed.
 */
function assertConfirmed(
  { cohortHash, sharers, uploaders, confirmations }: ConfirmedEntry,
  { members }: CohortEntry,
  { contributions }: CommittedEntry,
  where: string,
): SiteId[] {
  // Confirmations name sites as the roster does.
  const nameOf = (site: SiteId): string => members.find((member) => member.site === site)?.name ?? site;
  const summed = contributions.map(({ site }) => nameOf(site)).sort();
  if (JSON.stringify(summed) !== JSON.stringify([...uploaders].sort())) {
    throw broken(`what was confirmed in ${where} is not what is in its model`);
  }
  const sites = new Set(confirmations.map(({ site }) => site));
  if (sites.size < smallestThreshold(sharers.length)) throw broken(`too few sites confirmed the sum of ${where}`);
  for (const { site, signature } of confirmations) {
    const member = members.find(({ name }) => name === site);
    const bytes = confirmationBytes({ site, cohortHash: bytesOf(cohortHash), sharers, uploaders });
    const isOwn =
      member !== undefined && sodium.crypto_sign_verify_detached(bytesOf(signature), bytes, bytesOf(member.key));
    if (isOwn) continue;
    throw new PrivacyError('bad-member-signature', `a confirmation of ${where} is not signed by site ${site}`, {
      site,
    });
  }
  return confirmations.map(({ site }) => site);
}

function isOf(entry: LogEntry, run: RunId, round: number, attempt: number | null): boolean {
  return (
    'round' in entry && entry.run === run && entry.round === round && (attempt === null || entry.attempt === attempt)
  );
}

function broken(what: string): PrivacyError {
  return new PrivacyError('broken-lineage', `the receipts do not show where the model came from: ${what}`);
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function bytesOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}
