import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { generateIdentity, sodiumReady, type Identity } from '@mammofed/privacy';
import type { Message } from '@mammofed/wire';
import { SiteError } from '../errors.js';
import { temporaryFolders } from '../fixtures.test-support.js';
import { HeldLog, type HeldLogOptions } from './held-log.js';
import type { LogEvidence } from './log-evidence.js';
import { TestLog } from './test-log.test-support.js';

const folder = temporaryFolders();

describe('the log that a site holds', () => {
  let root: Identity;
  let coordinator: Identity;
  let options: HeldLogOptions;
  let log: TestLog;
  let offences: SiteError[];

  beforeAll(() => sodiumReady());
  beforeEach(async () => {
    [root, coordinator] = [generateIdentity(), generateIdentity()];
    const dir = await folder();
    offences = [];
    options = {
      path: join(dir, 'log-head.json'),
      evidencePath: join(dir, 'log-evidence.json'),
      consortium: root.publicKey,
      coordinatorKey: () => coordinator.publicKey,
      clock: { nowMs: () => 77 },
      onOffence: (error) => offences.push(error),
    };
    log = new TestLog(root.publicKey, coordinator).grown(5);
  });

  const evidence = async (): Promise<LogEvidence> =>
    JSON.parse(await readFile(options.evidencePath, 'utf8')) as LogEvidence;

  /** A log that has been seen, and that has grown since. */
  const seen = async (more = 3): Promise<HeldLog> => {
    const held = await HeldLog.open(options);
    await held.take(log.head(), log.ask);
    log.grown(more);
    return held;
  };

  it('has no entries before the first head, and believes that one', async () => {
    const held = await HeldLog.open(options);
    expect(held.heldLogHead().size).toBe(0);
    await held.take(log.head(), log.ask);
    expect(held.heldLogHead()).toEqual({ size: 5, root: log.head().root });
  });

  it('grows with every head that is proved, and is the same after a restart', async () => {
    await (await seen()).take(log.head(), log.ask);
    const again = await HeldLog.open(options);
    expect(again.heldLogHead()).toEqual({ size: 8, root: log.head().root });
    expect(offences).toEqual([]);
  });

  it('takes a head again, and one that was signed before on the same log, without going back', async () => {
    const held = await seen();
    const before = log.copy();
    await held.take(log.grown(2).head(100), log.ask);
    await held.take(log.head(100), log.ask);
    await held.take(before.head(99), log.ask);
    expect(held.heldLogHead().size).toBe(10);
    expect(offences).toEqual([]);
  });

  it('believes no head that the roster’s coordinator has not signed, and does not stop for it', async () => {
    const held = await seen();
    const stranger = new TestLog(root.publicKey, generateIdentity()).grown(9);
    const elsewhere = new TestLog(generateIdentity().publicKey, coordinator).grown(9);
    for (const other of [stranger.head(), elsewhere.head(), { ...log.head(), size: 9 }, { ...log.head(), atMs: 3 }]) {
      await expect(held.take(other, log.ask)).rejects.toMatchObject({ code: 'bad-tree-head' });
    }
    expect(offences).toEqual([]);
    expect(held.heldLogHead().size).toBe(5);
  });

  const rewritten = (): TestLog => {
    const other = log.copy();
    other.entries[2] = { kind: 'act', act: 'invite-site', subject: 'mole', atMs: 2 };
    return other;
  };

  it.each<[string, LogEvidence['code'], () => TestLog]>([
    ['two logs of one size', 'forked-log', () => new TestLog(root.publicKey, coordinator).grown(4).with(MOLE)],
    ['an entry rewritten', 'rewritten-log', rewritten],
    ['fewer entries', 'shrunken-log', () => new TestLog(root.publicKey, coordinator).grown(4)],
  ])('stops the site for %s, keeps both heads, and stops it again at the next start', async (_what, code, made) => {
    const held = await seen();
    const kept = new TestLog(root.publicKey, coordinator).grown(5).head();
    const other = made();
    const offered = other.head(50);
    await expect(held.take(offered, other.ask)).rejects.toMatchObject({ code });
    expect(offences.map((error) => error.code)).toEqual([code]);
    const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
    expect(await evidence()).toMatchObject({
      code,
      foundAtMs: 77,
      consortium: hexOf(root.publicKey),
      coordinator: hexOf(coordinator.publicKey),
      held: { size: 5, root: hexOf(kept.root), signature: hexOf(kept.signature) },
      offered: { size: offered.size, root: hexOf(offered.root), signature: hexOf(offered.signature) },
    });
    await expect(HeldLog.open(options)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(options.evidencePath),
    });
  });

  it('stops the site if an older head turns out to be of another log', async () => {
    const held = await seen();
    await held.take(log.head(100), log.ask);
    const other = new TestLog(root.publicKey, coordinator).grown(5).with(MOLE);
    await expect(held.take(other.head(10), log.ask)).rejects.toMatchObject({ code: 'rewritten-log' });
  });

  it('stops the site if the coordinator knows the log no more that it signed', async () => {
    const held = await seen();
    const answer = { kind: 'refused', code: 'unknown-log-size', message: 'no' } as const;
    const taken = held.take(log.head(), () => Promise.resolve(answer));
    await expect(taken).rejects.toMatchObject({ code: 'shrunken-log' });
  });

  it('takes no head without its proof, and takes it with it later', async () => {
    const held = await seen();
    const busy: Message = { kind: 'refused', code: 'internal-error', message: 'no' };
    for (const answer of [busy, { kind: 'task-accepted' } as const]) {
      await expect(held.take(log.head(), () => Promise.resolve(answer))).rejects.toMatchObject({
        code: 'unproven-log',
      });
    }
    expect(offences).toEqual([]);
    await held.take(log.head(), log.ask);
    expect(held.heldLogHead().size).toBe(8);
  });

  it('begins anew where the root has named another coordinator, whose log is another one', async () => {
    await seen();
    const successor = generateIdentity();
    options = { ...options, coordinatorKey: () => successor.publicKey };
    const held = await HeldLog.open(options);
    const other = new TestLog(root.publicKey, successor).grown(1);
    await held.take(other.head(), other.ask);
    expect(held.heldLogHead().size).toBe(1);
  });

  it('is not taken for empty when its files are damaged', async () => {
    await seen();
    await writeFile(options.path, '{"head":');
    await expect(HeldLog.open(options)).rejects.toMatchObject({ code: 'bad-log-file' });
    await writeFile(options.path, '{"coordinator":"ab","head":{"size":-1}}');
    await expect(HeldLog.open(options)).rejects.toMatchObject({ code: 'bad-log-file' });
    await writeFile(options.evidencePath, '{');
    await expect(HeldLog.open(options)).rejects.toMatchObject({ code: 'bad-log-file' });
  });

  it('tells which heads of others are of the same log, larger or smaller, and stops for none of them', async () => {
    const held = await seen();
    await held.take(log.head(), log.ask);
    const [smaller, larger] = [new TestLog(root.publicKey, coordinator).grown(3), log.copy().grown(4)];
    const fork = new TestLog(root.publicKey, coordinator).grown(7).with(MOLE);
    const isSame = await held.headsOfSameLog(
      [smaller, log, larger, fork, fork.copy().grown(3)].map((one) => one.head()),
      larger.ask,
    );
    expect([smaller, log, larger].map((one) => isSame(one.head()))).toEqual([true, true, true]);
    expect([fork, fork.copy().grown(3), log.copy().grown(1)].map((one) => isSame(one.head()))).toEqual([
      false,
      false,
      false,
    ]);
    expect(offences).toEqual([]);
  });
});

const MOLE = { kind: 'act', act: 'invite-site', subject: 'mole', atMs: 9 } as const;
