import { PrivacyError } from '../errors.js';
import { brokenField, isCount, isHex32, isListOf, type Rules } from '../json-rules.js';
import { MAX_ROSTER_BYTES } from '../roster/signed-roster.js';
import { MAX_LOG_ENTRY_BYTES } from './log-entry.js';
import type { TreeHeadJson } from './tree-head.js';

/** Largest file of receipts: the lineage of a model of some hundred rounds takes about 1 MiB. */
export const MAX_RECEIPTS_BYTES = 64 * 1024 * 1024;

const MAX_RECEIPTS = 100_000;
const MAX_RECEIPT_ROSTERS = 1000;
const MAX_RECEIPT_PROOF = 64;
const MAX_RECEIPT_CONFIG_CHARACTERS = 64 * 1024;

/** An entry of the log and the proof that it is in it. */
export interface Receipt {
  /** 0-based. */
  readonly index: number;
  /** Canonical JSON, as it was hashed. */
  readonly entry: string;
  /** Hashes in hexadecimal, from below. */
  readonly proof: readonly string[];
}

/** Everything that shows where a model came from, beside the root's key, which has to be known from elsewhere. */
export interface Receipts {
  readonly version: 1;
  /** Signed by the coordinator. */
  readonly head: TreeHeadJson;
  /** Signed by the root, oldest first; the last one names the coordinator that signed the head. */
  readonly rosters: readonly string[];
  /** Configurations of the runs, canonical JSON. */
  readonly configs: readonly string[];
  /** In the order of the log. */
  readonly receipts: readonly Receipt[];
}

const isText = (atMost: number) => (value: unknown) =>
  typeof value === 'string' && value.length > 0 && value.length <= atMost;

const RECEIPT: Rules = {
  index: isCount,
  entry: isText(MAX_LOG_ENTRY_BYTES),
  proof: isListOf(isHex32, MAX_RECEIPT_PROOF),
};

const RECEIPTS: Rules = {
  version: (value) => value === 1,
  // parseTreeHead looks at it.
  head: (value) => typeof value === 'object',
  rosters: isListOf(isText(MAX_ROSTER_BYTES), MAX_RECEIPT_ROSTERS),
  configs: isListOf(isText(MAX_RECEIPT_CONFIG_CHARACTERS), MAX_RECEIPTS),
  receipts: isListOf((value) => brokenField(value, RECEIPT) === null, MAX_RECEIPTS),
};

/** @throws PrivacyError `bad-receipts`. Nothing in them is believed yet: see verify-receipts.ts. */
export function parseReceipts(text: string): Receipts {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badReceipts('JSON');
  }
  const broken = brokenField(value, RECEIPTS);
  if (broken !== null) throw badReceipts(broken);
  return value as Receipts;
}

function badReceipts(field: string): PrivacyError {
  return new PrivacyError('bad-receipts', `this is no file of receipts that this version knows (${field})`, { field });
}
