import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { runId, sha256Hex, siteId } from '@mammofed/core';
import { generateIdentity, MAX_ROSTER_BYTES, sodiumReady, type Identity } from '@mammofed/privacy';
import type { Message, TreeHead, Welcome } from '@mammofed/wire';
import { SiteError } from '../errors.js';
import { HeldRoster } from '../roster/held-roster.js';
import { TestConsortium } from '../roster/test-consortium.test-support.js';
import { NO_HEAD, silentLog, temporaryFolders, testTrainTask } from '../fixtures.test-support.js';
import type { Ask } from '../log/held-log.js';
import { Ledger } from '../ledger/ledger.js';
import { FakeCoordinator, type FakeCoordinatorOptions } from './fake-coordinator.test-support.js';
import { bytesOf } from './coordinator-session.js';
import { CoordinatorLink, WELCOME_TIMEOUT_MS, type LinkOptions } from './link.js';
import { slowLineMs } from './silence-watch.js';

const folder = temporaryFolders();
const SITE = { siteId: siteId('site-1'), siteName: 'north', siteIndex: 4 };
const WELCOME = { kind: 'welcome', ...SITE, treeHead: NO_HEAD } as const;
const NOBODY = 'ab'.repeat(32);
const ASKED: Message = { kind: 'chunk-request', sha256: sha256Hex('0'.repeat(64)), index: 0 };
const STORED: Message = { kind: 'evaluation-stored' };

describe('the link to the coordinator', () => {
  let coordinatorIdentity: Identity;
  let identity: Identity;
  let consortium: TestConsortium;
  let roster: HeldRoster;
  let rosterPath: string;
  let nowMs: number;
  let ledgerPath: string;
  let ledger: Ledger;
  let stopping: AbortController;
  let running: Promise<unknown> = Promise.resolve();
  const said: string[] = [];

  beforeAll(() => sodiumReady());
  beforeEach(async () => {
    coordinatorIdentity = generateIdentity();
    identity = generateIdentity();
    consortium = new TestConsortium(coordinatorIdentity);
    const dir = await folder();
    rosterPath = join(dir, 'roster');
    roster = await rosterThatNames(coordinatorIdentity.publicKey);
    ledgerPath = join(dir, 'ledger.jsonl');
    ledger = new Ledger(ledgerPath, 'http://c', { nowMs: () => 0 });
    stopping = new AbortController();
    nowMs = 0;
    said.length = 0;
  });
  afterEach(async () => {
    stopping.abort(new SiteError('stopped', 'stopped'));
    await running.catch(() => undefined);
    ledger.close();
  });

  /** What a site has that enrolled with a code of this coordinator. */
  const rosterThatNames = (coordinatorKey: Uint8Array): Promise<HeldRoster> =>
    HeldRoster.open({
      ...{ path: rosterPath, rootKey: consortium.root.publicKey, coordinatorKey, siteKey: identity.publicKey },
      clock: { nowMs: () => nowMs },
    });

  const linkTo = (
    coordinator: FakeCoordinator,
    options: {
      roster?: HeldRoster;
      heldLog?: LinkOptions['heldLog'];
      idleSilenceMs?: number;
      onMessage?: (message: Message, welcome: Welcome) => Message | null | Promise<Message>;
    } = {},
  ): CoordinatorLink =>
    new CoordinatorLink({
      connect: coordinator.connect,
      identity,
      roster,
      heldLog: { take: () => Promise.resolve() },
      siteId: 'site-1',
      agentVersion: '0.1.0',
      ledger,
      log: silentLog,
      say: (line) => said.push(line),
      onMessage: () => null,
      ...options,
    });

  const welcome = (): Welcome => ({ ...WELCOME, roster: consortium.signed(identity.publicKey) });

  const coordinatorThat = (
    answer: (message: Message) => Message | null | 'break',
    more: Partial<FakeCoordinatorOptions> = {},
  ): FakeCoordinator =>
    new FakeCoordinator({
      identity: coordinatorIdentity,
      onMessage: (message) => (message.kind === 'ready' ? welcome() : answer(message)),
      ...more,
    });

  const run = (link: CoordinatorLink): Promise<void> => {
    const outcome = link.run(stopping.signal);
    running = outcome;
    outcome.catch(() => undefined);
    return outcome;
  };

  it('says that the site is ready and gives answers to what is asked', async () => {
    const link = linkTo(coordinatorThat(() => STORED));
    void run(link);
    expect(await link.ask(ASKED, stopping.signal)).toEqual(STORED);
    expect(said).toEqual(['connected to the coordinator as site north']);
  });

  it('answers what the coordinator asks, knowing the index that it was welcomed with', async () => {
    const coordinator = coordinatorThat(() => STORED);
    const link = linkTo(coordinator, {
      onMessage: (_message, { siteIndex }) => ({ kind: 'refused', code: 'policy-modes', message: `site ${siteIndex}` }),
    });
    void run(link);
    await link.session(stopping.signal);
    const answer = await coordinator.conversation?.request(ASKED, 5000);
    expect(answer).toEqual({ kind: 'refused', code: 'policy-modes', message: 'site 4' });
  });

  it('connects again and asks again when the connection breaks before the answer', async () => {
    let count = 0;
    const coordinator = coordinatorThat(() => (++count === 1 ? 'break' : STORED));
    const link = linkTo(coordinator);
    void run(link);
    expect(await link.ask(ASKED, stopping.signal)).toEqual(STORED);
    expect(coordinator.connectionCount).toBe(2);
  });

  it('asks again after a refusal that says nothing about the message, and gives every other one on', async () => {
    let count = 0;
    const link = linkTo(
      coordinatorThat(() => ({
        kind: 'refused',
        code: ++count === 1 ? 'internal-error' : 'unknown-model',
        message: 'no',
      })),
    );
    void run(link);
    expect(await link.ask(ASKED, stopping.signal)).toMatchObject({ code: 'unknown-model' });
  });

  it('loses what is told while there is no connection', async () => {
    const link = linkTo(coordinatorThat(() => STORED));
    expect(link.tell(STORED)).toBe(false);
    void run(link);
    await link.session(stopping.signal);
    expect(link.tell(STORED)).toBe(true);
  });

  it('connects anew when nothing is heard any more, though nobody closed the connection', async () => {
    let isMute = true;
    const coordinator = coordinatorThat(() => (isMute ? null : STORED));
    const link = linkTo(coordinator, { idleSilenceMs: 30 });
    void run(link);
    // A chunk of 1 MiB may be silent for minutes: this request is small.
    const answer = link.ask({ kind: 'evaluation-stored' }, stopping.signal);
    while (coordinator.connectionCount < 2) await new Promise((resolve) => setImmediate(resolve));
    isMute = false;
    expect(await answer).toEqual(STORED);
    expect(said[1]).toMatch(/^connection lost: nothing was heard for \d+ s$/);
  });

  it('tells the coordinator that it ends the session when it is stopped', async () => {
    const coordinator = coordinatorThat(() => STORED);
    const link = linkTo(coordinator);
    const ended = run(link);
    await link.session(stopping.signal);
    stopping.abort(new SiteError('stopped', 'stopped'));
    await ended;
    const lines = (await readFile(ledgerPath, 'utf8')).trimEnd().split('\n');
    expect(JSON.parse(lines.at(-1) as string)).toMatchObject({ kind: 'end', bytes: 0 });
  });

  it('ends, for somebody to look, when another coordinator answers', async () => {
    const link = linkTo(
      coordinatorThat(() => STORED),
      { roster: await rosterThatNames(generateIdentity().publicKey) },
    );
    await expect(run(link)).rejects.toMatchObject({
      code: 'wrong-coordinator-key',
      message: expect.stringContaining('key'),
    });
  });

  it('ends when the coordinator does not know this site, and says what to do', async () => {
    const helloAnswer = { refused: { code: 'unknown-site', message: 'enrol this machine with a join code' } };
    await expect(run(linkTo(coordinatorThat(() => STORED, { helloAnswer })))).rejects.toMatchObject({
      code: 'unknown-site',
      message: expect.stringContaining('join code'),
    });
  });

  it('ends when the coordinator takes it for another site', async () => {
    const onMessage = (): Message => ({ ...welcome(), siteId: siteId('site-2') });
    await expect(run(linkTo(coordinatorThat(() => STORED, { onMessage })))).rejects.toMatchObject({
      code: 'unknown-site',
    });
  });

  it.each([
    ['another version', { refused: { code: 'version-mismatch', message: 'update the older one\u001b[2J' } }],
    ['what is no coordinator', new Uint8Array([1, 2, 3])],
    ['nonsense', 'hello'],
  ])('says plainly that it met %s, and tries again until it is stopped', async (_what, helloAnswer) => {
    const coordinator = coordinatorThat(() => STORED, { helloAnswer });
    const outcome = run(linkTo(coordinator));
    while (said.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(said[0]).toMatch(/trying again/);
    expect(said[0]).not.toMatch(/[\u0000-\u001f]/);
    stopping.abort(new SiteError('stopped', 'stopped'));
    await expect(outcome).resolves.toBeUndefined();
  });

  it.each<[string, RegExp, (forSite: Uint8Array) => Uint8Array]>([
    [
      'signed by another root',
      /another consortium's root/,
      (key) => new TestConsortium(coordinatorIdentity).signed(key),
    ],
    ['that was made up', /altered or made up/, () => altered(consortium.signed(identity.publicKey))],
    ['that has expired', /expired/, (key) => consortium.signed(key, { validUntilMs: 1 })],
    ['that names another coordinator', /another coordinator/, (key) => consortium.signed(key, { coordinator: NOBODY })],
  ])('does nothing for a coordinator with a roster %s, says why and tries again', async (_what, words, made) => {
    nowMs = 1;
    const asked: Message[] = [];
    const onMessage: FakeCoordinatorOptions['onMessage'] = (message, siteKey) => {
      setImmediate(() => coordinator.conversation?.send(ASKED));
      return message.kind === 'ready' ? { ...WELCOME, roster: made(siteKey) } : null;
    };
    const coordinator = coordinatorThat(() => STORED, { onMessage });
    const link = linkTo(coordinator, { onMessage: (message) => (asked.push(message), null) });
    void run(link);
    while (said.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(said[0]).toMatch(words);
    expect(said[0]).toMatch(/trying again/);
    expect(asked).toEqual([]);
  });

  it('ends when the root’s roster does not list the site', async () => {
    const onMessage = (_message: Message, siteKey: Uint8Array): Message => ({
      ...WELCOME,
      roster: consortium.signed(siteKey, { sites: [] }),
    });
    await expect(run(linkTo(coordinatorThat(() => STORED, { onMessage })))).rejects.toMatchObject({
      code: 'site-not-in-roster',
    });
  });

  it('takes a new roster over the open session, refuses a false one by its code, and ends it once that is over', async () => {
    let handedOut = consortium.signed(identity.publicKey);
    const onMessage = (): Message => ({ ...WELCOME, roster: handedOut });
    const coordinator = coordinatorThat(() => STORED, { onMessage });
    const link = linkTo(coordinator, { onMessage: () => ({ kind: 'task-accepted' }) });
    void run(link);
    await link.session(stopping.signal);
    const offer = (bytes: Uint8Array) =>
      coordinator.conversation?.request({ kind: 'roster-update', roster: bytes }, 20_000);
    const later = consortium.signed(identity.publicKey, { version: 5, validUntilMs: 100 });
    expect(await offer(altered(later))).toMatchObject({ kind: 'refused', code: 'forged-roster' });
    expect(await offer(later)).toEqual({ kind: 'roster-taken', version: 5 });
    expect(await offer(consortium.signed(identity.publicKey))).toMatchObject({ kind: 'refused', code: 'old-roster' });
    expect(await coordinator.conversation?.request(ASKED, 20_000)).toEqual({ kind: 'task-accepted' });
    nowMs = 100;
    const late = await coordinator.conversation?.request(ASKED, 20_000);
    expect(late).toMatchObject({ kind: 'refused', code: 'expired-roster' });
    expect(link.tell(STORED)).toBe(false);
    expect(coordinator.connectionCount).toBe(1);
    handedOut = consortium.signed(identity.publicKey, { version: 6 });
    await link.session(stopping.signal);
    expect(await coordinator.conversation?.request(ASKED, 20_000)).toEqual({ kind: 'task-accepted' });
    expect(coordinator.connectionCount).toBe(2);
    expect(said).toContainEqual(expect.stringMatching(/expired.*trying again/));
  });

  describe('sends nothing more to a coordinator, in an upload that is under way, when', () => {
    const offered = async (changes: Parameters<TestConsortium['signed']>[1]) => {
      const asked: Message[] = [];
      const coordinator = coordinatorThat((message) => (asked.push(message), STORED));
      const link = linkTo(coordinator);
      const outcome = run(link);
      const session = await link.session(stopping.signal);
      expect(await session.request(ASKED, 20_000)).toEqual(STORED);
      const roster = consortium.signed(identity.publicKey, { version: 5, ...changes });
      return { asked, coordinator, link, outcome, session, offer: { kind: 'roster-update', roster } as const };
    };

    it('the root has named another one', async () => {
      const { asked, coordinator, link, outcome, session, offer } = await offered({ coordinator: NOBODY });
      const answer = await coordinator.conversation?.request(offer, 20_000);
      expect(answer).toMatchObject({ kind: 'refused', code: 'coordinator-not-in-roster' });
      await expect(session.request(ASKED, 20_000)).rejects.toMatchObject({ code: 'closed' });
      expect(link.tell(STORED)).toBe(false);
      // The coordinator that the roster names is another one: somebody has to look.
      await expect(outcome).rejects.toMatchObject({ code: 'wrong-coordinator-key' });
      expect(said).toContainEqual(expect.stringMatching(/names another coordinator.*trying again/));
      expect(asked).toHaveLength(1);
    });

    it('the root has taken this site out', async () => {
      const { asked, coordinator, outcome, session, offer } = await offered({ sites: [] });
      const answer = await coordinator.conversation?.request(offer, 20_000);
      expect(answer).toMatchObject({ kind: 'refused', code: 'site-not-in-roster' });
      await expect(session.request(ASKED, 20_000)).rejects.toMatchObject({ code: 'closed' });
      await expect(outcome).rejects.toMatchObject({ code: 'site-not-in-roster' });
      expect(asked).toHaveLength(1);
    });

    it('the roster’s validity is over, though the coordinator keeps the session', async () => {
      const { asked, coordinator, session, offer } = await offered({ validUntilMs: 100 });
      expect(await coordinator.conversation?.request(offer, 20_000)).toMatchObject({ kind: 'roster-taken' });
      expect(await session.request(ASKED, 20_000)).toEqual(STORED);
      nowMs = 100;
      await expect(session.request(ASKED, 20_000)).rejects.toMatchObject({ code: 'closed' });
      expect(asked).toHaveLength(2);
    });
  });

  it('gives a welcome the time that the largest roster takes on the slowest line', () => {
    expect(bytesOf({ kind: 'ready', agentVersion: '1' })).toBeGreaterThan(MAX_ROSTER_BYTES);
    expect(WELCOME_TIMEOUT_MS).toBeGreaterThan(slowLineMs(MAX_ROSTER_BYTES));
  });

  it('takes the head of the welcome before anything else, and that of a task before the task', async () => {
    const seen: string[] = [];
    const coordinator = coordinatorThat(() => STORED);
    const take = async (head: TreeHead, ask: Ask): Promise<void> => {
      seen.push(`head ${head.size}, ${(await ask(ASKED)).kind}`);
    };
    const link = linkTo(coordinator, {
      heldLog: { take },
      onMessage: ({ kind }) => (seen.push(kind), { kind: 'task-accepted' }),
    });
    void run(link);
    await link.session(stopping.signal);
    const task = testTrainTask({ treeHead: { ...NO_HEAD, size: 3 } });
    expect(await coordinator.conversation?.request(task, 20_000)).toEqual({ kind: 'task-accepted' });
    expect(seen).toEqual(['head 0, evaluation-stored', 'head 3, evaluation-stored', 'train-task']);
  });

  it('refuses a task by the code of what is wrong with its head, and does not connect at all after such a welcome', async () => {
    let isFalse = false;
    const heldLog = {
      take: (): Promise<void> =>
        isFalse ? Promise.reject(new SiteError('unproven-log', 'no proof')) : Promise.resolve(),
    };
    const coordinator = coordinatorThat(() => STORED);
    const link = linkTo(coordinator, { heldLog, onMessage: () => ({ kind: 'task-accepted' }) });
    void run(link);
    await link.session(stopping.signal);
    isFalse = true;
    const answer = await coordinator.conversation?.request(testTrainTask(), 20_000);
    expect(answer).toMatchObject({ kind: 'refused', code: 'unproven-log' });
    coordinator.breakConnection();
    while (said.length < 4) await new Promise((resolve) => setImmediate(resolve));
    expect(said[3]).toBe('no proof; trying again until it works');
  }, 30_000);

  it('writes into the ledger which round an answer is about', async () => {
    const coordinator = coordinatorThat(() => STORED);
    const dealt: Message = {
      kind: 'dealt-shares',
      site: siteId('north'),
      cohortHash: new Uint8Array(32),
      seedCommitment: new Uint8Array(32),
      sealed: [],
      signature: new Uint8Array(64),
    };
    const link = linkTo(coordinator, { onMessage: () => Promise.resolve(dealt) });
    void run(link);
    await link.session(stopping.signal);
    const roll: Message = { kind: 'roll', runId: runId('run-1'), round: 3, attempt: 1, advertisements: [] };
    expect(await coordinator.conversation?.request(roll, 20_000)).toEqual(dealt);
    const lines = (await readFile(ledgerPath, 'utf8')).trimEnd().split('\n');
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ kind: 'dealt-shares', runId: 'run-1', round: 3 });
  });

  it('writes into the ledger what it sends, message by message', async () => {
    const link = linkTo(coordinatorThat(() => STORED));
    void run(link);
    await Promise.all([link.ask(ASKED, stopping.signal), link.ask({ ...ASKED, index: 1 }, stopping.signal)]);
    link.tell(STORED);
    const lines = (await readFile(ledgerPath, 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { kind: string }).kind)).toEqual([
      'hello',
      'finish',
      'ready',
      'chunk-request',
      'chunk-request',
      'evaluation-stored',
    ]);
  });
});

/** The same roster with another version, which nobody has signed. */
function altered(roster: Uint8Array): Uint8Array {
  return Buffer.from(
    Buffer.from(roster)
      .toString()
      .replace(/"version":\d+/, '"version":8'),
  );
}
