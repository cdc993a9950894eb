import { canonicalJson, type RunId, type Sha256Hex, type SiteId } from '@mammofed/core';
import { PrivacyError } from '../errors.js';
import {
  brokenField,
  isCount,
  isHex32,
  isHex64,
  isListOf,
  isName,
  isObjectOf,
  parseCanonicalJson,
  type Rules,
} from '../json-rules.js';

/** Largest entry: a cohort of the most sites takes about 13 KiB. */
export const MAX_LOG_ENTRY_BYTES = 64 * 1024;

/** Sites of a cohort: twice what secure aggregation takes. */
const MAX_LOGGED_SITES = 128;

/** What an administrator does that is no change of roster, run or model by itself. */
export const LOGGED_ACTS = [
  'invite-site',
  'start-run',
  'pause-run',
  'resume-run',
  'cancel-run',
  'exclude-site',
] as const;
export type LoggedAct = (typeof LOGGED_ACTS)[number];

interface Entry {
  /** When the coordinator did it, milliseconds since 1970. */
  readonly atMs: number;
}

interface RoundEntry extends Entry {
  readonly run: RunId;
  /** From 1. */
  readonly round: number;
  /** From 1. */
  readonly attempt: number;
}

/** A roster counts from here on. */
export interface RosterEntry extends Entry {
  readonly kind: 'roster';
  readonly version: number;
  /** Of the roster's canonical bytes. */
  readonly sha256: Sha256Hex;
}

export interface RunEntry extends Entry {
  readonly kind: 'run';
  readonly run: RunId;
  /** Of the whole configuration in canonical JSON. */
  readonly configSha256: Sha256Hex;
  readonly initialModel: Sha256Hex;
}

/** A site as the coordinator names it, and as the roster does. */
export interface LoggedSite {
  readonly site: SiteId;
  readonly name: string;
  /** Ed25519, hexadecimal. */
  readonly key: string;
}

/** Who was asked to train in an attempt at a round. */
export interface CohortEntry extends RoundEntry {
  readonly kind: 'cohort';
  readonly baseModel: Sha256Hex;
  readonly members: readonly LoggedSite[];
}

/** What the members of a secure attempt confirmed, with their signatures. */
export interface ConfirmedEntry extends RoundEntry {
  readonly kind: 'confirmed';
  /** SHA-256 of the roll that they answered to. */
  readonly cohortHash: Sha256Hex;
  /** U2. */
  readonly sharers: readonly SiteId[];
  /** U3. */
  readonly uploaders: readonly SiteId[];
  /** Ed25519 of each site over its confirmation, hexadecimal. */
  readonly confirmations: readonly { readonly site: SiteId; readonly signature: string }[];
}

/** The model that a round ended with, and the updates that it was made of. */
export interface CommittedEntry extends RoundEntry {
  readonly kind: 'committed';
  readonly baseModel: Sha256Hex;
  readonly model: Sha256Hex;
  /** SHA-256 of each payload as the site uploaded it. */
  readonly contributions: readonly { readonly site: SiteId; readonly sha256: Sha256Hex }[];
}

export interface AbandonedEntry extends RoundEntry {
  readonly kind: 'abandoned';
}

/** A run is over. */
export interface EndedEntry extends Entry {
  readonly kind: 'ended';
  readonly run: RunId;
  readonly state: 'completed' | 'failed' | 'cancelled';
}

export interface ActEntry extends Entry {
  readonly kind: 'act';
  readonly act: LoggedAct;
  /** A run's id or a site's name. */
  readonly subject: string;
}

/** One line of the coordinator's log. What sites said of themselves is in none. */
export type LogEntry =
  RosterEntry | RunEntry | CohortEntry | ConfirmedEntry | CommittedEntry | AbandonedEntry | EndedEntry | ActEntry;

type EntryKind = LogEntry['kind'];
type RulesOf<T> = Rules & { readonly [Name in keyof Omit<T, 'kind'>]: Rules[string] };

const isPositive = (value: unknown): boolean => isCount(value) && value !== 0;
const isSites = isListOf(isName, MAX_LOGGED_SITES);
const listOf = (rules: Rules) => isListOf(isObjectOf(rules), MAX_LOGGED_SITES);

const ENTRY = { atMs: isCount };
const ROUND = { ...ENTRY, run: isName, round: isPositive, attempt: isPositive };

const RULES: { readonly [Kind in EntryKind]: RulesOf<Extract<LogEntry, { readonly kind: Kind }>> } = {
  roster: { ...ENTRY, version: isPositive, sha256: isHex32 },
  run: { ...ENTRY, run: isName, configSha256: isHex32, initialModel: isHex32 },
  cohort: { ...ROUND, baseModel: isHex32, members: listOf({ site: isName, name: isName, key: isHex32 }) },
  confirmed: {
    ...ROUND,
    cohortHash: isHex32,
    sharers: isSites,
    uploaders: isSites,
    confirmations: listOf({ site: isName, signature: isHex64 }),
  },
  committed: {
    ...ROUND,
    baseModel: isHex32,
    model: isHex32,
    contributions: listOf({ site: isName, sha256: isHex32 }),
  },
  abandoned: ROUND,
  ended: { ...ENTRY, run: isName, state: (value) => ['completed', 'failed', 'cancelled'].includes(value as string) },
  act: { ...ENTRY, act: (value) => LOGGED_ACTS.some((act) => act === value), subject: isName },
};

/**
 * What the log holds of an entry, and what is hashed: canonical JSON in UTF-8.
 * @throws PrivacyError `bad-log-entry` if it breaks a rule.
 */
export function logEntryBytes(entry: LogEntry): Uint8Array {
  const bytes = new TextEncoder().encode(canonicalJson(checkedEntry(entry)));
  if (bytes.length > MAX_LOG_ENTRY_BYTES) throw badEntry('size');
  return bytes;
}

/** The other way: takes only what {@link logEntryBytes} gives. @throws PrivacyError `bad-log-entry`. */
export function parseLogEntry(bytes: Uint8Array): LogEntry {
  if (bytes.length > MAX_LOG_ENTRY_BYTES) throw badEntry('size');
  return parseCanonicalJson(bytes, checkedEntry, badEntry);
}

function checkedEntry(value: unknown): LogEntry {
  const broken = brokenEntry(value);
  if (broken !== null) throw badEntry(broken);
  return value as LogEntry;
}

function brokenEntry(value: unknown): string | null {
  const kind = (value as { readonly kind?: unknown } | null)?.kind;
  if (typeof kind !== 'string' || !Object.hasOwn(RULES, kind)) return 'kind';
  return brokenField(value, { ...RULES[kind as EntryKind], kind: () => true });
}

function badEntry(field: string): PrivacyError {
  return new PrivacyError('bad-log-entry', `this is no entry of a log that this version knows (${field})`, { field });
}
