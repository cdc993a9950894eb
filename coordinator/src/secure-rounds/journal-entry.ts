import { sha256Hex, type RingBits, type RunId, type SecurePhase, type SiteId } from '@mammofed/core';
import type { AttemptEvent, AttemptTerms } from '@mammofed/privacy';
import { decodeEnvelope, encodeEnvelope, type Message, type MessageKind } from '@mammofed/wire';
import { CoordinatorError } from '../errors.js';

/** A site of an attempt. `name` is the roster's, by which the members know each other; `siteId` is the database's. */
export interface AttemptMember {
  readonly siteId: SiteId;
  readonly name: SiteId;
  /** Ed25519, hexadecimal, as the roster of the terms has it: that roster counts for the whole attempt. */
  readonly key: string;
}

/** What an attempt begins with. */
export interface AttemptBeginning {
  readonly terms: AttemptTerms;
  /** Those whose updates were ready. */
  readonly members: readonly AttemptMember[];
  readonly minCohort: number;
  /** P of the model. */
  readonly parameterCount: number;
}

/** A site has no further part in a phase: it refused, its answer was refused, or none came. */
export interface SiteLost {
  readonly kind: 'lost';
  readonly site: SiteId;
  readonly phase: SecurePhase;
  readonly code: string;
  /** In words, with the code. */
  readonly reason: string;
}

/** What happens in an attempt, in the order in which it is stored. Sites are named as in the roster. */
export type JournalEntry =
  | { readonly kind: 'begun'; readonly beginning: AttemptBeginning }
  | AttemptEvent
  | SiteLost
  /** Found when the masks were taken off; see RecoveredMasks of libs/privacy. */
  | { readonly kind: 'wrong-share'; readonly holder: SiteId; readonly owner: SiteId };

/** In which phase an answer is one. */
export const PHASE_OF_EVENT: ReadonlyMap<JournalEntry['kind'], SecurePhase> = new Map([
  ['advertised', 'keying'],
  ['dealt', 'sharing'],
  ['uploaded', 'collecting'],
  ['confirmed', 'confirming'],
  ['unmasked', 'unmasking'],
]);

/** An entry as the database has it. */
export interface JournalLine {
  readonly kind: JournalEntry['kind'];
  readonly site: SiteId | null;
  readonly phase: SecurePhase | null;
  readonly content: string | null;
}

/** @returns the entry as it is stored; messages as they came over the wire, base64. */
export function lineOf(entry: JournalEntry): JournalLine {
  const { kind } = entry;
  const line = { kind, site: null, phase: null, content: null };
  switch (entry.kind) {
    case 'begun':
      return { ...line, content: beginningText(entry.beginning) };
    case 'advertised':
      return { ...line, ...messageLine(entry.message.site, { ...entry.message, kind: 'advertisement' }) };
    case 'dealt':
      return { ...line, ...messageLine(entry.message.site, { ...entry.message, kind: 'dealt-shares' }) };
    case 'uploaded':
      return { ...line, site: entry.site };
    case 'confirmed':
      return { ...line, ...messageLine(entry.message.site, { ...entry.message, kind: 'confirmation' }) };
    case 'unmasked':
      return { ...line, ...messageLine(entry.message.site, { ...entry.message, kind: 'unmask-shares' }) };
    case 'closed':
      return { ...line, phase: entry.phase };
    case 'lost': {
      const { site, phase, code, reason } = entry;
      return { ...line, site, phase, content: JSON.stringify({ code, reason }) };
    }
    case 'wrong-share':
      return { ...line, site: entry.holder, content: entry.owner };
  }
}

/** @throws CoordinatorError `corrupt-content`; WireError. */
export function entryOf({ kind, site, phase, content }: JournalLine): JournalEntry {
  switch (kind) {
    case 'begun':
      return { kind, beginning: beginningOf(there(content)) };
    case 'advertised':
      return { kind, message: messageOf('advertisement', there(content)) };
    case 'dealt':
      return { kind, message: messageOf('dealt-shares', there(content)) };
    case 'uploaded':
      return { kind, site: there(site) };
    case 'confirmed':
      return { kind, message: messageOf('confirmation', there(content)) };
    case 'unmasked':
      return { kind, message: messageOf('unmask-shares', there(content)) };
    case 'closed':
      return { kind, phase: there(phase) };
    case 'lost': {
      const { code, reason } = JSON.parse(there(content)) as Pick<SiteLost, 'code' | 'reason'>;
      return { kind, site: there(site), phase: there(phase), code, reason };
    }
    case 'wrong-share':
      return { kind, holder: there(site), owner: there(content) as SiteId };
  }
}

function messageLine(site: SiteId, message: Message): Pick<JournalLine, 'site' | 'content'> {
  const bytes = encodeEnvelope({ id: 1, replyTo: 0, message });
  return { site, content: Buffer.from(bytes).toString('base64') };
}

function messageOf<Kind extends MessageKind>(kind: Kind, content: string): Extract<Message, { readonly kind: Kind }> {
  const { message } = decodeEnvelope(Buffer.from(content, 'base64'));
  if (message.kind !== kind) throw corrupt();
  return message as Extract<Message, { readonly kind: Kind }>;
}

interface StoredTerms {
  readonly [name: string]: string | number;
}

function beginningText({ terms, members, minCohort, parameterCount }: AttemptBeginning): string {
  const stored = Object.entries(terms).map(([name, value]: [string, string | number | Uint8Array]) => [
    name,
    value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
  ]);
  return JSON.stringify({ terms: Object.fromEntries(stored) as StoredTerms, members, minCohort, parameterCount });
}

function beginningOf(text: string): AttemptBeginning {
  const { terms, ...rest } = JSON.parse(text) as Omit<AttemptBeginning, 'terms'> & { readonly terms: StoredTerms };
  const bytes = (name: keyof AttemptTerms): Uint8Array => Uint8Array.from(Buffer.from(String(terms[name]), 'hex'));
  const number = (name: keyof AttemptTerms): number => Number(terms[name]);
  return {
    ...rest,
    terms: {
      consortium: bytes('consortium'),
      run: terms['run'] as RunId,
      round: number('round'),
      attempt: number('attempt'),
      configurationHash: bytes('configurationHash'),
      threshold: number('threshold'),
      clipsHash: bytes('clipsHash'),
      ringBits: number('ringBits') as RingBits,
      baseModel: sha256Hex(String(terms['baseModel'])),
      rosterVersion: number('rosterVersion'),
      rosterHash: bytes('rosterHash'),
    },
  };
}

function there<Value>(value: Value | null): Value {
  if (value === null) throw corrupt();
  return value;
}

function corrupt(): CoordinatorError {
  return new CoordinatorError(
    'corrupt-content',
    'a stored event of secure aggregation is not what was stored: restore the database from a backup',
  );
}
