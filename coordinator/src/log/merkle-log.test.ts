import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asc, eq } from 'drizzle-orm';
import { runId } from '@mammofed/core';
import {
  assertTreeHead,
  firstRoster,
  generateIdentity,
  isConsistent,
  isIncluded,
  leafHash,
  parseLogEntry,
  signRoster,
  sodiumReady,
  type Identity,
} from '@mammofed/privacy';
import { Database } from '../database/database.js';
import { FactStore } from '../database/fact.store.js';
import { facts, logEntries, type LogEntryRow, type RunRow } from '../database/schema.js';
import { hashOf } from '../fake-site.test-support.js';
import { testRunConfig } from '../run-config.test-support.js';
import { RunStore } from '../runs/run.store.js';
import { ScratchFolder } from '../scratch-folder.test-support.js';
import { testDatabaseSource } from '../test-database.test-support.js';
import { appendToLog } from './append-to-log.js';
import { writeFirstEntries } from './first-entries.js';
import { LogAnswersService } from './log-answers.service.js';
import { LogStore } from './log.store.js';
import { MerkleLog } from './merkle-log.js';

const RUN = runId('run-1');
const MODEL = hashOf(Buffer.from('model'));

let scratch: ScratchFolder;
let database: Database;
let identity: Identity;
let root: Identity;
let clockMs = 1000;

beforeAll(async () => {
  await sodiumReady();
  [identity, root] = [generateIdentity(), generateIdentity()];
  scratch = await ScratchFolder.create();
  database = await Database.open(await testDatabaseSource(scratch.dir));
  const [rootKey, coordinator] = [root, identity].map(({ publicKey }) => Buffer.from(publicKey).toString('hex'));
  const parts = { root: rootKey ?? '', coordinator: coordinator ?? '', validFromMs: 0, validUntilMs: 9 };
  const { bytes } = signRoster(firstRoster(parts), root);
  await new FactStore(database).put('roster', Buffer.from(bytes).toString());
  for (const subject of ['north', 'south', 'west']) await invite(subject);
}, 300_000);
afterAll(async () => {
  await database.close();
  await scratch.remove();
});

const invite = (subject: string): Promise<void> =>
  database.transaction((transaction) =>
    appendToLog(transaction, { kind: 'act', atMs: 1, act: 'invite-site', subject }),
  );

/** The log as it is after a start of the coordinator. */
async function started(): Promise<MerkleLog> {
  const log = new MerkleLog(new LogStore(database), new FactStore(database), identity, { nowMs: () => clockMs });
  await log.onModuleInit();
  return log;
}

const rows = (): Promise<LogEntryRow[]> =>
  database.orm.select().from(logEntries).orderBy(asc(logEntries.entryIndex)) as Promise<LogEntryRow[]>;
const change = async (index: number, to: Partial<LogEntryRow>): Promise<void> => {
  await database.orm.update(logEntries).set(to).where(eq(logEntries.entryIndex, index));
};

const DRAFT: RunRow = {
  ...{ id: RUN, state: 'draft', note: null, config: testRunConfig(), initialModelSha256: MODEL, modelSha256: MODEL },
  ...{ modelBytes: 7, createdAtMs: 2, startedAtMs: null, signature: null },
};

describe('the coordinator’s log', () => {
  it('is shown by signed heads, with proofs that it only grows and of its entries', async () => {
    const log = await started();
    const answers = new LogAnswersService(new LogStore(database), log);
    const { treeHead: before } = await answers.treeHead();
    assertTreeHead(before, root.publicKey, identity.publicKey);
    expect(before.size).toBe(3);
    await new RunStore(database).add(DRAFT);
    const { treeHead: after } = await answers.treeHead();
    expect(after.size).toBe(4);
    const proof = answers.consistency({ kind: 'consistency-request', fromSize: 3, toSize: 4 });
    if (proof.kind !== 'consistency-proof') throw new Error(proof.code);
    expect(isConsistent(before, after, proof.nodes)).toBe(true);

    const wanted = { kind: 'log-record-request', record: 'run', runId: RUN, round: 0, attempt: 0 } as const;
    const record = await answers.record({ ...wanted, treeSize: 4 });
    if (record.kind !== 'log-record') throw new Error(record.code);
    expect(isIncluded(leafHash(record.entry), record.index, after, record.nodes)).toBe(true);
    expect(parseLogEntry(record.entry)).toMatchObject({ run: RUN, initialModel: MODEL });

    expect(await answers.record({ ...wanted, treeSize: 3 })).toMatchObject({ kind: 'refused', code: 'unknown-record' });
    expect(await answers.record({ ...wanted, treeSize: 9 })).toMatchObject({
      kind: 'refused',
      code: 'unknown-log-size',
    });
    const beyond = answers.consistency({ kind: 'consistency-request', fromSize: 3, toSize: 9 });
    expect(beyond).toMatchObject({ kind: 'refused', code: 'unknown-log-size' });
  });

  it('has an entry with its change, or neither', async () => {
    const before = await rows();
    const broken = database.transaction(async (transaction) => {
      await appendToLog(transaction, { kind: 'act', atMs: 1, act: 'invite-site', subject: 'x' });
      throw new Error('the change failed');
    });
    await expect(broken).rejects.toThrow('the change failed');
    expect(await rows()).toEqual(before);
  });

  it('signs no head with an earlier time than before, though the clock was set back', async () => {
    const log = await started();
    clockMs = 5000;
    expect((await log.head()).atMs).toBe(5000);
    clockMs = 10;
    await invite('east');
    expect((await log.head()).atMs).toBe(5000);
  });

  it('is not started on once an entry was rewritten or taken out, and says what is wrong', async () => {
    const log = await started();
    const honest = await log.head();
    const [, south] = (await rows()) as [LogEntryRow, LogEntryRow];
    const entry = south.entry.replace('south', 'mole');
    await change(1, { entry });
    await expect(started()).rejects.toMatchObject({
      code: 'corrupt-log',
      message: expect.stringContaining('entry 1 '),
    });

    const leafSha256 = hashOf(Buffer.concat([Buffer.of(0), Buffer.from(entry)]));
    await change(1, { leafSha256 });
    await expect(started()).rejects.toMatchObject({
      code: 'corrupt-log',
      message: expect.stringContaining('last head'),
    });

    // Who takes the head away as well has a coordinator that starts, and a log that no site takes for the one before.
    const [kept] = await database.orm.select().from(facts).where(eq(facts.name, 'log-head'));
    await database.orm.delete(facts).where(eq(facts.name, 'log-head'));
    const forged = await started();
    await invite('mouse');
    const head = await forged.head();
    expect(isConsistent(honest, head, forged.consistencyProof(honest.size, head.size) ?? [])).toBe(false);

    await change(1, { entry: south.entry, leafSha256: south.leafSha256 });
    await new FactStore(database).put('log-head', kept?.value ?? '');
    await started();
    for (const index of [honest.size, honest.size - 1]) {
      await database.orm.delete(logEntries).where(eq(logEntries.entryIndex, index));
    }
    await expect(started()).rejects.toMatchObject({
      code: 'corrupt-log',
      message: expect.stringContaining('was handed out'),
    });
  });

  it('begins with what there is in a database from before there was a log', async () => {
    await database.orm.delete(facts).where(eq(facts.name, 'log-head'));
    await database.orm.delete(logEntries);
    await writeFirstEntries(database, 9);
    const first = await rows();
    expect(first.map(({ kind, runId: run }) => [kind, run])).toEqual([
      ['roster', null],
      ['run', RUN],
    ]);
    await writeFirstEntries(database, 10);
    expect(await rows()).toEqual(first);
  });
});
