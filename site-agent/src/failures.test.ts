import { mkdir } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { runId, siteId } from '@mammofed/core';
import { encodeJoinCode, generateIdentity, sodiumReady, type Identity } from '@mammofed/privacy';
import type { Message } from '@mammofed/wire';
import { runAgent, type AgentOptions } from './agent.js';
import { DEFAULT_POLICY } from './policy/site-policy.js';
import { CoordinatorSession } from './connection/coordinator-session.js';
import { FakeCoordinator } from './connection/fake-coordinator.test-support.js';
import { SocketCoordinator } from './connection/socket-coordinator.test-support.js';
import { connectTransport } from './connection/transport.js';
import type { EngineSetting } from './engines/engine-selector.js';
import { enrol } from './enrolment/enrol.js';
import { silentLog, temporaryFolders, testRunConfig, testTrainTask } from './fixtures.test-support.js';
import { routeTo } from './network/route.js';
import { Ledger } from './ledger/ledger.js';
import { TestLog } from './log/test-log.test-support.js';
import { TestConsortium } from './roster/test-consortium.test-support.js';
import { TaskQueue } from './tasks/task-queue.js';
import type { AcceptedTask } from './tasks/task-rules.js';

const folder = temporaryFolders();
const never = new AbortController().signal;
const clock = { nowMs: (): number => 0 };
const SITE = { siteId: siteId('site-1'), siteName: 'north' };
const ANSWER_MS = 20_000;

let root: string;
let identity: Identity;
let consortium: TestConsortium;
beforeAll(() => sodiumReady());
beforeEach(async () => {
  root = await folder();
  identity = generateIdentity();
  consortium = new TestConsortium(identity);
});

const agentOptions = (signal: AbortSignal, dir: string): AgentOptions => ({
  dir,
  agentVersion: '0.1.0',
  environment: {},
  clock,
  log: silentLog,
  say: () => undefined,
  isTerminal: false,
  signal,
});

const keysOf = ({ publicKey }: Identity) => ({ coordinatorKey: publicKey, rootKey: consortium.root.publicKey });

/** Enrols a site folder at a coordinator that answers so, over a real socket. */
async function enrolAt({ url }: SocketCoordinator, engine: EngineSetting = 'cpu'): Promise<string> {
  const dir = join(root, 'site');
  await mkdir(join(root, 'data'));
  const code = encodeJoinCode({ url, ...keysOf(identity), joinSecret: new Uint8Array(16).fill(3) });
  const request = { dir, code, dataDir: join(root, 'data'), threads: 1, engine, network: {}, policy: DEFAULT_POLICY };
  await enrol(request, {
    connect: async (at: string, signal: AbortSignal) => connectTransport(at, await routeTo(at, {}, {}), signal),
    log: silentLog,
    signal: never,
  });
  return dir;
}

describe('an agent', () => {
  it('does not start with an engine that its operator names and that cannot be used', async () => {
    const coordinator = new FakeCoordinator({ identity, onMessage: () => ({ kind: 'enrolled', ...SITE }) });
    const server = await SocketCoordinator.listen(coordinator);
    const dir = await enrolAt(server, 'tfjs-node');
    const start = runAgent(agentOptions(never, dir));
    await expect(start).rejects.toMatchObject({ code: 'engine-unusable', context: { engine: 'tfjs-node' } });
    await server.close();
  });

  it('does not start in a folder that is no enrolled site', async () => {
    await expect(runAgent(agentOptions(never, root))).rejects.toMatchObject({ code: 'not-enrolled' });
  });

  it('refuses what only a site sends, and goes on', async () => {
    let isReady: () => void = () => undefined;
    const ready = new Promise<void>((resolve) => (isReady = resolve));
    const coordinator = new FakeCoordinator({
      identity,
      onMessage: (message, siteKey): Message | null => {
        if (message.kind === 'enrol') return { kind: 'enrolled', ...SITE };
        if (message.kind === 'ready') setImmediate(isReady);
        const roster = consortium.signed(siteKey);
        const treeHead = new TestLog(consortium.root.publicKey, identity).head();
        return message.kind === 'ready' ? { kind: 'welcome', ...SITE, siteIndex: 0, roster, treeHead } : null;
      },
    });
    const server = await SocketCoordinator.listen(coordinator);
    const stopping = new AbortController();
    const agent = runAgent(agentOptions(stopping.signal, await enrolAt(server)));
    await ready;
    for (let i = 0; i < 2; i++) {
      const answer = await coordinator.conversation?.request({ kind: 'evaluation-stored' }, ANSWER_MS);
      expect(answer).toMatchObject({ kind: 'refused', code: 'unexpected-message' });
    }
    stopping.abort(new Error('the test is over'));
    await agent;
    await server.close();
  }, 120_000);

  it('is not enrolled by an answer that is none to a join code', async () => {
    const coordinator = new FakeCoordinator({ identity, onMessage: () => ({ kind: 'evaluation-stored' }) });
    const server = await SocketCoordinator.listen(coordinator);
    await expect(enrolAt(server)).rejects.toMatchObject({ code: 'unexpected-answer' });
    await server.close();
  }, 120_000);
});

describe('a connection', () => {
  it('cannot be made where nothing listens', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const url = `http://127.0.0.1:${port}`;
    const connecting = connectTransport(url, await routeTo(url, {}, {}), never);
    await expect(connecting).rejects.toMatchObject({ code: 'port-closed' });
  });

  it.each<[string, string, unknown]>([
    ['a coordinator of another version', 'version-mismatch', { refused: { code: 'version-mismatch', message: 'no' } }],
    ['one that waits for the administrator', 'awaiting-approval', { refused: { code: 'awaiting-approval' } }],
    ['one that knows it as revoked', 'revoked-site', { refused: { code: 'revoked-site' } }],
    ['one whose roster has expired', 'expired-roster', { refused: { code: 'expired-roster' } }],
    ['a coordinator that finds the handshake unsound', 'handshake-refused', { refused: { code: 'bad-signature' } }],
    ['bytes that are no hello', 'handshake-refused', new Uint8Array([1, 2, 3])],
    ['what is not even bytes', 'handshake-refused', 'hello'],
  ])('ends at %s', async (_what, code, helloAnswer) => {
    const coordinator = new FakeCoordinator({ identity, onMessage: () => null, helloAnswer });
    const ledger = new Ledger(join(root, 'ledger.jsonl'), 'http://c', clock);
    const opening = CoordinatorSession.open({
      transport: await coordinator.connect(),
      identity: generateIdentity(),
      role: 'site',
      coordinatorKey: identity.publicKey,
      ledger,
      onMessage: () => undefined,
    });
    await expect(opening).rejects.toMatchObject({ code });
    ledger.close();
  });
});

describe('the queue of tasks', () => {
  const taskOf = (run: number): AcceptedTask => ({
    kind: 'train',
    task: testTrainTask({ runId: runId(`run-${run}`) }),
    config: testRunConfig(),
    siteIndex: 0,
  });

  it('holds 64 tasks beside the one that runs, and refuses the next', async () => {
    const queue = new TaskQueue((_task, signal) => untilAborted(signal));
    for (let run = 0; run <= 64; run++) expect(queue.offer(taskOf(run))).toEqual({ kind: 'task-accepted' });
    expect(queue.offer(taskOf(65))).toMatchObject({ kind: 'refused', code: 'too-many-tasks' });
    await queue.stop();
  });

  it('tells the task that runs why it is stopped', async () => {
    let seen: AbortSignal = never;
    const queue = new TaskQueue((_task, signal) => untilAborted((seen = signal)));
    queue.offer(taskOf(1));
    await queue.stop();
    expect(seen.reason).toMatchObject({ code: 'stopped' });
  });
});

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
}
