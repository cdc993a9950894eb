import fc from 'fast-check';
import { RING_WIDTHS, runId, sha256Hex, siteId, type SiteId } from '@mammofed/core';
import { MAX_COHORT_SITES } from './limits.js';
import type { Message } from './messages.js';

// Messages of secure aggregation, as the rules allow them.

const counted = fc.integer({ min: 1, max: 2 ** 32 - 1 });
const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);
const fixed = (length: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ minLength: length, maxLength: length });
const hash = fixed(32).map((bytes) => sha256Hex(Buffer.from(bytes).toString('hex')));
const attempt = { runId: name.map(runId), round: counted, attempt: counted };
const threshold = fc.integer({ min: 1, max: MAX_COHORT_SITES });
const site = name.map(siteId);

const inOrder = (names: readonly string[]): SiteId[] => [...new Set(names)].sort().map((each) => siteId(each));
const sites = fc.array(name, { maxLength: 8 }).map(inOrder);
const bySite = <T extends object>(entry: fc.Arbitrary<T>, key: string): fc.Arbitrary<T[]> =>
  sites.chain((list) =>
    fc
      .tuple(...list.map(() => entry))
      .map((entries) => entries.map((each, i) => ({ ...each, [key]: list[i] as SiteId }))),
  );

const advertised = {
  site,
  terms: fc.record({
    consortium: fixed(32),
    run: name.map(runId),
    round: counted,
    attempt: counted,
    configurationHash: fixed(32),
    threshold,
    clipsHash: fixed(32),
    ringBits: fc.constantFrom(...RING_WIDTHS),
    baseModel: hash,
    rosterVersion: counted,
    rosterHash: fixed(32),
  }),
  maskingKey: fixed(32),
  sealingKey: fixed(32),
  log: fc.record({ size: fc.maxSafeNat(), root: fixed(32) }),
  signature: fixed(64),
};
const sealed = fc.record({ bytes: fc.uint8Array({ minLength: 1, maxLength: 500 }) });
const confirmed = { site, cohortHash: fixed(32), sharers: sites, uploaders: sites, signature: fixed(64) };
const owned = bySite(fc.record({ share: fixed(33) }), 'owner');

type SecureKind =
  | 'trained'
  | 'trained-noted'
  | 'advertise-request'
  | 'advertisement'
  | 'roll'
  | 'dealt-shares'
  | 'mask-request'
  | 'mask-accepted'
  | 'confirm-request'
  | 'confirmation'
  | 'unmask-request'
  | 'unmask-shares';

export const SECURE_CONTENTS: {
  readonly [Kind in SecureKind]: fc.Arbitrary<Omit<Extract<Message, { kind: Kind }>, 'kind'>>;
} = {
  trained: fc.record(attempt),
  'trained-noted': fc.record({}),
  'advertise-request': fc.record({
    ...attempt,
    threshold,
    rosterVersion: counted,
    rosterSha256: hash,
    deadlineUnixMs: fc.maxSafeNat(),
  }),
  advertisement: fc.record(advertised),
  roll: fc.record({ ...attempt, advertisements: bySite(fc.record(advertised), 'site') }),
  'dealt-shares': fc.record({
    site,
    cohortHash: fixed(32),
    seedCommitment: fixed(32),
    sealed: bySite(sealed, 'receiver') as fc.Arbitrary<{ receiver: SiteId; bytes: Uint8Array }[]>,
    signature: fixed(64),
  }),
  'mask-request': fc.record({
    ...attempt,
    sharers: sites,
    sealed: bySite(sealed, 'sender') as fc.Arbitrary<{ sender: SiteId; bytes: Uint8Array }[]>,
  }),
  'mask-accepted': fc.record(attempt),
  'confirm-request': fc.record({ ...attempt, uploaders: sites }),
  confirmation: fc.record(confirmed),
  'unmask-request': fc.record({
    ...attempt,
    confirmations: bySite(fc.record(confirmed), 'site'),
    selfMasksOf: sites,
    keysOf: sites,
  }),
  'unmask-shares': fc.record({
    site,
    cohortHash: fixed(32),
    selfMasks: owned as fc.Arbitrary<{ owner: SiteId; share: Uint8Array }[]>,
    keys: owned as fc.Arbitrary<{ owner: SiteId; share: Uint8Array }[]>,
    signature: fixed(64),
  }),
};
