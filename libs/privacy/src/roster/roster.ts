import { canonicalJson } from '@mammofed/core';
import { PrivacyError } from '../errors.js';
import {
  brokenField,
  isCount,
  isHex32,
  isListOf,
  isName,
  isObjectOf,
  parseCanonicalJson,
  type Rule,
  type Rules,
} from '../json-rules.js';

/** Somebody who has a name and an Ed25519 key. */
export interface RosterMember {
  /** 1 to 64 letters, digits, dots, dashes or underscores. */
  readonly name: string;
  /** Ed25519 public key, 64 lower-case hexadecimal digits; as every key of a roster. */
  readonly key: string;
}

export interface RevokedSite extends RosterMember {
  readonly revokedAtMs: number;
}

/** Who belongs to a consortium. It counts once the root has signed it: see signed-roster.ts. */
export interface Roster {
  /** The root's key. */
  readonly root: string;
  /** Counts up from 1 with every change. */
  readonly version: number;
  readonly validFromMs: number;
  readonly validUntilMs: number;
  /** The coordinator's identity key. */
  readonly coordinator: string;
  /** In the order in which they were approved. */
  readonly sites: readonly RosterMember[];
  /** Keys that no roster may list again. */
  readonly revoked: readonly RevokedSite[];
  /** Who may sign the configuration of a study. */
  readonly modelSigners: readonly RosterMember[];
}

/** Largest number of sites, of revoked sites, and of model signers. */
const MAX_MEMBERS = 1000;
const MAX_VERSION = 2 ** 32 - 1;

const MEMBER: Rules = { name: isMemberName, key: isHex32 };
const isMembers = (rules: Rules): Rule => isListOf(isObjectOf(rules), MAX_MEMBERS);

const ROSTER: Rules & Readonly<Record<keyof Roster, Rule>> = {
  root: isHex32,
  version: (value) => Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= MAX_VERSION,
  validFromMs: isCount,
  validUntilMs: isCount,
  coordinator: isHex32,
  sites: isMembers(MEMBER),
  revoked: isMembers({ ...MEMBER, revokedAtMs: isCount }),
  modelSigners: isMembers(MEMBER),
};

/** What a site or a signer may be called: it names folders and stands in reports. */
export function isMemberName(value: unknown): boolean {
  return isName(value);
}

/**
 * Checks a roster against its rules: the fields above and no others, no key and no site's name twice, and a validity that
 * ends after it begins.
 * @throws PrivacyError `bad-roster`, with the field.
 */
export function checkedRoster(value: unknown): Roster {
  const broken = brokenField(value, ROSTER);
  if (broken !== null) throw badRoster(broken);
  const roster = value as Roster;
  if (roster.validUntilMs <= roster.validFromMs) throw badRoster('validUntilMs');
  const { root, coordinator, sites, revoked, modelSigners } = roster;
  const keys = [root, coordinator, ...[...sites, ...revoked, ...modelSigners].map(({ key }) => key)];
  if (hasTwice(keys)) throw badRoster('key');
  if (hasTwice(sites.map(({ name }) => name)) || hasTwice(modelSigners.map(({ name }) => name)))
    throw badRoster('name');
  return roster;
}

/** @throws PrivacyError `bad-roster` always. */
export function badRoster(field: string): PrivacyError {
  return new PrivacyError(
    'bad-roster',
    `this is no roster (${field}): fetch it again, or have the root sign a new one`,
    {
      field,
    },
  );
}

/**
 * What the root signs and the hash is of: canonical JSON (keys sorted, no white space) in UTF-8. All of it is ASCII.
 * @throws PrivacyError `bad-roster`.
 */
export function rosterBytes(roster: Roster): Uint8Array {
  return new TextEncoder().encode(canonicalJson(checkedRoster(roster)));
}

/**
 * The other way: takes only what {@link rosterBytes} gives, so that a roster has one form and one hash.
 * @throws PrivacyError `bad-roster`.
 */
export function parseRoster(bytes: Uint8Array): Roster {
  return parseCanonicalJson(bytes, checkedRoster, badRoster);
}

function hasTwice(values: readonly string[]): boolean {
  return new Set(values).size < values.length;
}
