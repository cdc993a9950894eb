import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sha256Hex, siteId } from '@mammofed/core';
import { generateIdentity, sodiumReady, type Identity } from '@mammofed/privacy';
import type { Message, Welcome } from '@mammofed/wire';
import { SiteError } from '../errors.js';
import { silentLog, temporaryFolders } from '../fixtures.test-support.js';
import { Ledger } from '../ledger/ledger.js';
import { FakeCoordinator, type FakeCoordinatorOptions } from './fake-coordinator.test-support.js';
import { CoordinatorLink } from './link.js';

const folder = temporaryFolders();
const WELCOME: Welcome = { kind: 'welcome', siteId: siteId('site-1'), siteName: 'north', siteIndex: 4 };
const ASKED: Message = { kind: 'chunk-request', sha256: sha256Hex('0'.repeat(64)), index: 0 };
const STORED: Message = { kind: 'evaluation-stored' };

describe('the link to the coordinator', () => {
  let coordinatorIdentity: Identity;
  let ledgerPath: string;
  let ledger: Ledger;
  let stopping: AbortController;
  let running: Promise<unknown> = Promise.resolve();
  const said: string[] = [];

  beforeAll(() => sodiumReady());
  beforeEach(async () => {
    coordinatorIdentity = generateIdentity();
    ledgerPath = join(await folder(), 'ledger.jsonl');
    ledger = new Ledger(ledgerPath, 'http://c', { nowMs: () => 0 });
    stopping = new AbortController();
    said.length = 0;
  });
  afterEach(async () => {
    stopping.abort(new SiteError('stopped', 'stopped'));
    await running.catch(() => undefined);
    ledger.close();
  });

  const linkTo = (
    coordinator: FakeCoordinator,
    options: {
      coordinatorKey?: Uint8Array;
      idleSilenceMs?: number;
      onMessage?: (message: Message, welcome: Welcome) => Message | null;
    } = {},
  ): CoordinatorLink =>
    new CoordinatorLink({
      connect: coordinator.connect,
      identity: generateIdentity(),
      coordinatorKey: coordinatorIdentity.publicKey,
      siteId: 'site-1',
      agentVersion: '0.1.0',
      ledger,
      log: silentLog,
      say: (line) => said.push(line),
      onMessage: () => null,
      ...options,
    });

  const coordinatorThat = (
    answer: (message: Message) => Message | null | 'break',
    more: Partial<FakeCoordinatorOptions> = {},
  ): FakeCoordinator =>
    new FakeCoordinator({
      identity: coordinatorIdentity,
      onMessage: (message) => (message.kind === 'ready' ? WELCOME : answer(message)),
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
      { coordinatorKey: generateIdentity().publicKey },
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
    const onMessage = (): Message => ({ ...WELCOME, siteId: siteId('site-2') });
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
