import { describe, expect, it } from '@jest/globals';
import { runId, siteId, type SiteId } from '@mammofed/core';
import { mammofed } from '@mammofed/proto';
import { decodeEnvelope, encodeEnvelope } from './envelope-codec.js';
import { WireError } from './errors.js';
import { MAX_COHORT_SITES, MAX_SEALED_SHARES_BYTES } from './limits.js';
import type { Message } from './messages.js';

const BYTES = { key: new Uint8Array(32).fill(7), signature: new Uint8Array(64), share: new Uint8Array(33) };
const ATTEMPT = { runId: 'run-1', round: 1, attempt: 1 };
const TERMS = {
  consortium: BYTES.key,
  run: 'run-1',
  round: 1,
  attempt: 1,
  configurationHash: BYTES.key,
  threshold: 3,
  clipsHash: BYTES.key,
  ringBits: 24,
  baseModel: BYTES.key,
  rosterVersion: 4,
  rosterHash: BYTES.key,
};
const ADVERTISEMENT = {
  site: 'north',
  terms: TERMS,
  maskingKey: BYTES.key,
  sealingKey: BYTES.key,
  log: { size: 0, root: BYTES.key },
  signature: BYTES.signature,
};
const LISTS = ['east', 'north', 'south'];
const CONFIRMATION = {
  site: 'north',
  cohortHash: BYTES.key,
  sharers: LISTS,
  uploaders: LISTS,
  signature: BYTES.signature,
};
const shares = (owners: readonly string[]) => owners.map((owner) => ({ owner, share: BYTES.share }));

/** Bodies that are taken; each refusal spoils one field. */
const SOUND = {
  trained: ATTEMPT,
  advertiseRequest: { ...ATTEMPT, threshold: 3, rosterVersion: 4, rosterSha256: BYTES.key, deadlineUnixMs: 5 },
  advertisement: ADVERTISEMENT,
  roll: { ...ATTEMPT, advertisements: LISTS.map((site) => ({ ...ADVERTISEMENT, site })) },
  dealtShares: {
    site: 'north',
    cohortHash: BYTES.key,
    seedCommitment: BYTES.key,
    sealed: [{ receiver: 'south', bytes: new Uint8Array(400) }],
    signature: BYTES.signature,
  },
  maskRequest: { ...ATTEMPT, sharers: LISTS, sealed: [{ sender: 'south', bytes: new Uint8Array(400) }] },
  confirmRequest: { ...ATTEMPT, uploaders: LISTS },
  confirmation: CONFIRMATION,
  unmaskRequest: { ...ATTEMPT, confirmations: [CONFIRMATION], selfMasksOf: LISTS, keysOf: ['west'] },
  unmaskShares: {
    site: 'north',
    cohortHash: BYTES.key,
    selfMasks: shares(LISTS),
    keys: shares(['west']),
    signature: BYTES.signature,
  },
};
type SoundName = keyof typeof SOUND;

function bytesOf(body: SoundName, change: object = {}): Uint8Array {
  const envelope = { id: 1, replyTo: 0, [body]: { ...SOUND[body], ...change } };
  return mammofed.v1.Envelope.encode(envelope as unknown as mammofed.v1.Envelope.$Properties).finish();
}

function refusal(work: () => unknown): WireError {
  try {
    work();
  } catch (error) {
    if (error instanceof WireError) return error;
    throw error;
  }
  throw new Error('it was taken');
}

const TOO_MANY = Array.from({ length: MAX_COHORT_SITES + 1 }, (_, i) => `site-${String(i).padStart(2, '0')}`);

describe('a message of secure aggregation', () => {
  it.each(Object.keys(SOUND) as SoundName[])('is taken as the sound %s that the refusals below spoil', (body) => {
    expect(decodeEnvelope(bytesOf(body)).id).toBe(1);
  });

  it.each<[string, SoundName, object, string]>([
    ['round 0', 'trained', { round: 0 }, 'trained.round'],
    ['a threshold of 0', 'advertiseRequest', { threshold: 0 }, 'advertise-request.threshold'],
    ['a threshold above any cohort', 'advertiseRequest', { threshold: 65 }, 'advertise-request.threshold'],
    ['a roster without a version', 'advertiseRequest', { rosterVersion: 0 }, 'advertise-request.rosterVersion'],
    ['no terms', 'advertisement', { terms: null }, 'advertisement.terms'],
    ['an unknown ring', 'advertisement', { terms: { ...TERMS, ringBits: 8 } }, 'advertisement.terms.ringBits'],
    [
      'a configuration hash of 31 bytes',
      'advertisement',
      { terms: { ...TERMS, configurationHash: new Uint8Array(31) } },
      'advertisement.terms.configurationHash',
    ],
    ['a key of 31 bytes', 'advertisement', { maskingKey: new Uint8Array(31) }, 'advertisement.maskingKey'],
    ['an empty key', 'advertisement', { sealingKey: new Uint8Array(0) }, 'advertisement.sealingKey'],
    ['a signature of 63 bytes', 'advertisement', { signature: new Uint8Array(63) }, 'advertisement.signature'],
    ['no head of a log', 'advertisement', { log: null }, 'advertisement.log'],
    ['a site that is a path', 'advertisement', { site: '../x' }, 'advertisement.site'],
    [
      'a roll out of order',
      'roll',
      { advertisements: [...SOUND.roll.advertisements].reverse() },
      'roll.advertisements',
    ],
    [
      'a roll that names a site twice',
      'roll',
      { advertisements: [ADVERTISEMENT, ADVERTISEMENT] },
      'roll.advertisements',
    ],
    [
      'a roll over its cap',
      'roll',
      { advertisements: TOO_MANY.map((site) => ({ ...ADVERTISEMENT, site })) },
      'roll.advertisements',
    ],
    [
      'sealed shares over their cap',
      'dealtShares',
      { sealed: [{ receiver: 'south', bytes: new Uint8Array(MAX_SEALED_SHARES_BYTES + 1) }] },
      'dealt-shares.sealed[0].bytes',
    ],
    [
      'empty sealed shares',
      'dealtShares',
      { sealed: [{ receiver: 'south', bytes: new Uint8Array(0) }] },
      'dealt-shares.sealed[0].bytes',
    ],
    ['sharers out of order', 'maskRequest', { sharers: ['south', 'north'] }, 'mask-request.sharers'],
    ['too many sharers', 'maskRequest', { sharers: TOO_MANY }, 'mask-request.sharers'],
    ['an uploader twice', 'confirmRequest', { uploaders: ['north', 'north'] }, 'confirm-request.uploaders'],
    ['upper case after lower case', 'confirmRequest', { uploaders: ['a', 'B'] }, 'confirm-request.uploaders'],
    ['uploaders out of order', 'confirmation', { uploaders: ['south', 'north'] }, 'confirmation.uploaders'],
    [
      'a confirmation twice',
      'unmaskRequest',
      { confirmations: [CONFIRMATION, CONFIRMATION] },
      'unmask-request.confirmations',
    ],
    ['too many keys', 'unmaskRequest', { keysOf: TOO_MANY }, 'unmask-request.keysOf'],
    [
      'a share of 32 bytes',
      'unmaskShares',
      { keys: [{ owner: 'west', share: new Uint8Array(32) }] },
      'unmask-shares.keys[0].share',
    ],
    ['shares out of order', 'unmaskShares', { selfMasks: shares(['south', 'east']) }, 'unmask-shares.selfMasks'],
  ])('is refused with %s', (_what, body, change, field) => {
    const error = refusal(() => decodeEnvelope(bytesOf(body, change)));
    expect([error.code, error.context.field]).toEqual(['malformed', field]);
  });

  it('is refused where it is made, too, when its sites are out of order', () => {
    const message: Message = {
      kind: 'confirm-request',
      runId: runId('run-1'),
      round: 1,
      attempt: 1,
      uploaders: [siteId('south'), siteId('north')],
    };
    const error = refusal(() => encodeEnvelope({ id: 1, replyTo: 0, message }));
    expect([error.code, error.context.field]).toEqual(['malformed', 'confirm-request.uploaders']);
  });

  it('fits into a frame with the largest cohort and the longest names', () => {
    const names = TOO_MANY.slice(1).map((short): SiteId => siteId(short.padEnd(64, 'x')));
    const [site] = names as [SiteId];
    const confirmation = {
      site,
      cohortHash: BYTES.key,
      sharers: names,
      uploaders: names,
      signature: BYTES.signature,
    };
    const message: Message = {
      kind: 'unmask-request',
      runId: runId('run-1'),
      round: 1,
      attempt: 1,
      confirmations: names.map((each) => ({ ...confirmation, site: each })),
      selfMasksOf: names,
      keysOf: names,
    };
    expect(decodeEnvelope(encodeEnvelope({ id: 1, replyTo: 0, message })).message).toEqual(message);
  });

  it('holds copies of keys and shares, which outlive the frame', () => {
    const bytes = bytesOf('maskRequest');
    const { message } = decodeEnvelope(bytes);
    bytes.fill(255);
    expect(message).toMatchObject({ sealed: [{ bytes: new Uint8Array(400) }] });
  });
});
