import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson, runId, sha256Hex, siteId, type Sha256Hex } from '@mammofed/core';
import { PrivacyError } from '../errors.js';
import { generateIdentity, type Identity } from '../identity.js';
import { firstRoster, withSite } from '../roster/roster-changes.js';
import { signRoster, type SignedRoster } from '../roster/signed-roster.js';
import { confirmationBytes, sign } from '../secure-aggregation/messages.js';
import { sodiumReady } from '../sodium.js';
import {
  logEntryBytes,
  type CohortEntry,
  type CommittedEntry,
  type ConfirmedEntry,
  type LogEntry,
} from './log-entry.js';
import { leafHash } from './merkle-hash.js';
import { MerkleTree } from './merkle-tree.js';
import { parseReceipts, type Receipts } from './receipts.js';
import { signTreeHead, treeHeadJson } from './tree-head.js';
import { verifyReceipts, type Lineage } from './verify-receipts.js';

const NAMES = ['north', 'south', 'west'] as const;
const RUN = runId('run-1');
const LATER = runId('run-2');
const SEALED = canonicalJson({ study: 'masses', mode: 'sealed' });
const SECURE = canonicalJson({ study: 'masses', mode: 'secure' });
const BAD_RECEIPT = { index: 0, entry: '{}', proof: ['xy'] };

let root: Identity;
let coordinator: Identity;
let sites: readonly Identity[];
let roster: SignedRoster;
let log: LogEntry[];
beforeAll(async () => {
  await sodiumReady();
  [root, coordinator] = [generateIdentity(), generateIdentity()];
  sites = NAMES.map(() => generateIdentity());
  const first = firstRoster({
    root: hexOf(root.publicKey),
    coordinator: hexOf(coordinator.publicKey),
    validFromMs: 0,
    validUntilMs: 2 ** 50,
  });
  const listed = NAMES.reduce((all, name, i) => withSite(all, { name, key: keyOf(i) }), first);
  roster = signRoster(listed, root);
  const joined: LogEntry = { kind: 'roster', atMs: 1, version: roster.roster.version, sha256: roster.sha256 };
  log = [
    joined,
    { kind: 'run', atMs: 2, run: RUN, configSha256: hashOf(SEALED), initialModel: hashOf('0') },
    { kind: 'act', atMs: 2, act: 'start-run', subject: RUN },
    ...sealedRound(1),
    { kind: 'run', atMs: 9, run: LATER, configSha256: hashOf(SECURE), initialModel: hashOf('2') },
    ...sealedRound(2),
    ...secureRound(),
  ];
});

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const hashOf = (text: string): Sha256Hex => sha256Hex(createHash('sha256').update(text).digest('hex'));
const keyOf = (i: number): string => hexOf((sites[i] as Identity).publicKey);
const members = () => NAMES.map((name, i) => ({ site: siteId(`id-of-${name}`), name, key: keyOf(i) }));

/** Round n of the first run, which makes model n of model n - 1. */
function sealedRound(round: number): LogEntry[] {
  const ref = { run: RUN, round, attempt: 1, atMs: 2 + round, baseModel: hashOf(`${round - 1}`) };
  const contributions = members()
    .slice(0, 2)
    .map(({ site }) => ({ site, sha256: hashOf(`update ${site} ${round}`) }));
  return [
    { kind: 'cohort', ...ref, members: members() },
    { kind: 'committed', ...ref, model: hashOf(`${round}`), contributions },
  ];
}

/** The only round of the second run, which makes model 3 of model 2. */
function secureRound(): LogEntry[] {
  const ref = { run: LATER, round: 1, attempt: 2, atMs: 11 };
  const baseModel = hashOf('2');
  // In secure aggregation sites are named as the roster does.
  const uploaders = NAMES.map((name) => siteId(name));
  const cohortHash = hashOf('roll');
  const statement = { cohortHash: Buffer.from(cohortHash, 'hex'), sharers: uploaders, uploaders };
  const confirmations = uploaders.map((site, i) => ({
    site,
    signature: hexOf(sign(sites[i] as Identity, confirmationBytes({ site, ...statement }))),
  }));
  const contributions = members().map(({ site }) => ({ site, sha256: hashOf(`masked ${site}`) }));
  return [
    { kind: 'cohort', ...ref, baseModel, members: members() },
    { kind: 'abandoned', ...ref, attempt: 1 },
    { kind: 'confirmed', ...ref, cohortHash, sharers: uploaders, uploaders, confirmations },
    { kind: 'committed', ...ref, baseModel, model: hashOf('3'), contributions },
  ];
}

interface World {
  readonly entries?: readonly LogEntry[];
  readonly rosters?: readonly SignedRoster[];
  readonly signer?: Identity;
  readonly configs?: readonly string[];
}

/** The receipts that a coordinator makes of a log, every entry of it. */
function receiptsOf({
  entries = log,
  rosters = [roster],
  signer = coordinator,
  configs = [SEALED, SECURE],
}: World = {}) {
  const tree = new MerkleTree();
  for (const entry of entries) tree.append(leafHash(logEntryBytes(entry)));
  const head = signTreeHead({ size: tree.size, root: tree.root(), atMs: 99 }, root.publicKey, signer);
  return parseReceipts(
    JSON.stringify({
      version: 1,
      head: treeHeadJson(head),
      rosters: rosters.map(({ bytes }) => Buffer.from(bytes).toString()),
      configs,
      receipts: entries.map((entry, index) => ({
        index,
        entry: new TextDecoder().decode(logEntryBytes(entry)),
        proof: tree.inclusionProof(index).map(hexOf),
      })),
    }),
  );
}

function verified(receipts: Receipts, model = hashOf('3'), key = root.publicKey): Lineage | string {
  try {
    return verifyReceipts(receipts, model, key);
  } catch (error) {
    if (error instanceof PrivacyError) return error.code;
    throw error;
  }
}

type Changes = Partial<CohortEntry> | Partial<CommittedEntry> | Partial<ConfirmedEntry> | object;

/** The log with the newest entry of a kind changed before it was ever signed; null takes it out. */
function logWith(kind: LogEntry['kind'], change: Changes | null): LogEntry[] {
  const at = log.findLastIndex((entry) => entry.kind === kind);
  return change === null ? log.toSpliced(at, 1) : log.with(at, { ...log[at], ...change } as LogEntry);
}

describe('the receipts of a model', () => {
  it('prove its runs, rounds, cohorts and confirmations, back to the first model', () => {
    expect(verified(receiptsOf())).toMatchObject({
      model: hashOf('3'),
      head: { size: log.length, atMs: 99 },
      roster: { version: roster.roster.version },
      runs: [
        { run: RUN, initialModel: hashOf('0'), config: { mode: 'sealed' } },
        { run: LATER, initialModel: hashOf('2'), config: { mode: 'secure' } },
      ],
      rounds: [
        { run: RUN, round: 1, cohort: NAMES, contributors: ['north', 'south'], confirmedBy: null },
        { run: RUN, round: 2, baseModel: hashOf('1'), model: hashOf('2') },
        { run: LATER, round: 1, attempt: 2, committedAtMs: 11, contributors: NAMES, confirmedBy: NAMES },
      ],
    });
  });

  it('prove that a model is the one that a run began with', () => {
    expect(verified(receiptsOf(), hashOf('0'))).toMatchObject({ runs: [], rounds: [] });
  });

  it('prove a model in the middle, and nothing of what came after', () => {
    expect(verified(receiptsOf(), hashOf('1'))).toMatchObject({ rounds: [{ round: 1, model: hashOf('1') }] });
  });

  it('say nothing of a model that was swapped or altered after it was made', () => {
    expect(verified(receiptsOf(), hashOf('3 with a bit flipped'))).toBe('model-not-in-log');
  });

  it('count for the root alone that is named, not for the one that they name', () => {
    const other = generateIdentity();
    expect(verified(receiptsOf(), hashOf('3'), other.publicKey)).toBe('foreign-roster');
    const text = Buffer.from(roster.bytes).toString().replace('"version":4', '"version":5');
    expect(verified({ ...receiptsOf(), rosters: [text] })).toBe('forged-roster');
    expect(verified({ ...receiptsOf(), rosters: [] })).toBe('broken-lineage');
  });

  it('have a head that the roster’s coordinator signed, for this consortium', () => {
    expect(verified(receiptsOf({ signer: generateIdentity() }))).toBe('bad-tree-head');
    const receipts = receiptsOf();
    const later = { ...receipts.head, atMs: 100 };
    expect(verified({ ...receipts, head: later })).toBe('bad-tree-head');
    expect(verified({ ...receipts, head: { ...receipts.head, root: 'ab'.repeat(32) } })).toBe('bad-tree-head');
  });

  it('fall with any entry that is altered, moved or made up, and with any altered proof', () => {
    const receipts = receiptsOf();
    const altered = (change: (receipt: Receipts['receipts'][number]) => object): Receipts => ({
      ...receipts,
      receipts: receipts.receipts.map((one) => ({ ...one, ...change(one) })),
    });
    expect(verified(altered(({ entry }) => ({ entry: entry.replace('id-of-west', 'id-of-east') })))).toBe(
      'rewritten-entry',
    );
    expect(verified(altered(({ index }) => ({ index: (index + 1) % log.length })))).toBe('rewritten-entry');
    expect(verified(altered(({ proof }) => ({ proof: proof.slice(1) })))).toBe('rewritten-entry');
    expect(verified(altered(({ proof }) => ({ proof: ['00'.repeat(32), ...proof.slice(1)] })))).toBe('rewritten-entry');
  });

  it.each<[string, string, () => World]>([
    ['the record of a run', 'broken-lineage', () => ({ entries: logWith('run', null) })],
    ['a cohort', 'broken-lineage', () => ({ entries: logWith('cohort', null) })],
    ['a round in between', 'broken-lineage', () => ({ entries: log.toSpliced(4, 1) })],
    ['the confirmations of a secure round', 'broken-lineage', () => ({ entries: logWith('confirmed', null) })],
    ['the roster of a cohort', 'broken-lineage', () => ({ entries: logWith('roster', null) })],
    ['a configuration', 'broken-lineage', () => ({ configs: [SEALED] })],
    ['a configuration that was altered', 'broken-lineage', () => ({ configs: [SEALED, `${SECURE} `] })],
  ])('do not leave out %s', (_what, code, world) => {
    expect(verified(receiptsOf(world()))).toBe(code);
  });

  it.each<[string, string, () => World]>([
    ['another base model', 'broken-lineage', () => ({ entries: logWith('committed', { baseModel: hashOf('x') }) })],
    ['a cohort on another model', 'broken-lineage', () => ({ entries: logWith('cohort', { baseModel: hashOf('x') }) })],
    ['an update of a stranger', 'broken-lineage', () => ({ entries: withContribution('id-of-mole') })],
    ['a member with another key', 'site-not-in-roster', () => ({ entries: withMember({ key: 'ab'.repeat(32) }) })],
    ['a member that is no site', 'site-not-in-roster', () => ({ entries: withMember({ name: 'mole' }) })],
    ['another sum than was confirmed', 'broken-lineage', () => ({ entries: logWith('confirmed', { uploaders: [] }) })],
    ['too few confirmations', 'broken-lineage', () => ({ entries: withConfirmations((all) => all.slice(1)) })],
    ['one site counted twice', 'broken-lineage', () => ({ entries: withConfirmations(([a, b]) => [a, b, b]) })],
    ['a confirmation of another sum', 'bad-member-signature', () => ({ entries: logWith('confirmed', OTHER_ROLL()) })],
    ['a confirmation of somebody else', 'bad-member-signature', () => ({ entries: withConfirmations(swapped) })],
  ])('do not contain %s', (_what, code, world) => {
    expect(verified(receiptsOf(world()))).toBe(code);
  });

  it.each([
    ['no JSON', '{'],
    ['another version', JSON.stringify({ version: 2, head: {}, rosters: [], configs: [], receipts: [] })],
    ['a field missing', JSON.stringify({ version: 1, head: {}, rosters: [], configs: [] })],
    [
      'a proof that is none',
      JSON.stringify({ version: 1, head: {}, rosters: [], configs: [], receipts: [BAD_RECEIPT] }),
    ],
  ])('are none with %s', (_what, text) => {
    expect(() => parseReceipts(text)).toThrow(expect.objectContaining({ code: 'bad-receipts' }));
  });
});

const OTHER_ROLL = () => ({ cohortHash: hashOf('another roll') });
type Confirmations = ConfirmedEntry['confirmations'];
type One = Confirmations[number];

function withConfirmations(change: (all: One[]) => (One | undefined)[]): LogEntry[] {
  const { confirmations } = log.find(({ kind }) => kind === 'confirmed') as ConfirmedEntry;
  return logWith('confirmed', { confirmations: change([...confirmations]) });
}

function swapped([a, b, c]: One[]): One[] {
  const [first, second] = [a as One, b as One];
  return [{ ...first, signature: second.signature }, { ...second, signature: first.signature }, c as One];
}

function withMember(change: object): LogEntry[] {
  const all = members();
  return logWith('cohort', { members: [{ ...all[0], ...change }, ...all.slice(1)] });
}

function withContribution(site: string): LogEntry[] {
  const { contributions } = log.at(-1) as CommittedEntry;
  return logWith('committed', { contributions: [...contributions, { site: siteId(site), sha256: hashOf(site) }] });
}
