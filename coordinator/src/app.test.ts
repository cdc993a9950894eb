import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeModelFile } from '@mammofed/core';
import { io } from 'socket.io-client';
import { generateIdentity, type Identity, type JoinCode } from '@mammofed/privacy';
import type { TrainTask } from '@mammofed/wire';
import { coordinatorPaths } from './coordinator-paths.js';
import { FakeSite, HandshakeRefused, hashOf, quantized, uploadOpen } from './fake-site.test-support.js';
import { testRunConfig } from './run-config.test-support.js';
import { ScratchFolder } from './scratch-folder.test-support.js';
import { eventually, TestCoordinator } from './test-coordinator.test-support.js';
import { change, differenceFromAverage, initialModel } from './training.test-support.js';

/** Rounding of a weight below 2 to float32, and of the changes to the ring. */
const ROUNDING = 1.3e-7;

let scratch: ScratchFolder;
let dir: string;
let coordinator: TestCoordinator;
let coordinatorKey: Uint8Array;

beforeAll(async () => {
  scratch = await ScratchFolder.create();
  dir = scratch.path('coordinator');
  await TestCoordinator.initialise(dir);
  coordinator = await TestCoordinator.start(dir);
  ({ coordinatorKey } = await coordinator.invite('nobody'));
}, 180_000);

afterAll(async () => {
  await coordinator.stop();
  const paths = coordinatorPaths(dir);
  expect([existsSync(paths.address), existsSync(paths.lock)]).toEqual([false, false]);
  await scratch.remove();
});

async function enrolled(name: string): Promise<Identity> {
  const identity = generateIdentity();
  const answer = await FakeSite.enrol(await coordinator.invite(name), identity);
  expect(answer).toMatchObject({ kind: 'enrolled', siteName: name });
  return identity;
}

const ready = (identity: Identity): Promise<FakeSite> =>
  FakeSite.ready(coordinator.url, coordinatorKey, identity, 'site');

describe('joining', () => {
  it('gives a code’s holder the invited name, once; the same machine may ask again, another may not', async () => {
    const code = await coordinator.invite('alpha');
    const identity = generateIdentity();
    const first = await FakeSite.enrol(code, identity);
    expect(first).toMatchObject({ kind: 'enrolled', siteName: 'alpha' });
    expect(await FakeSite.enrol(code, identity)).toEqual(first);
    const other = await FakeSite.enrol(code, generateIdentity());
    expect(other).toMatchObject({ kind: 'refused', code: 'used-join-code' });
    expect((await coordinator.admin('POST', 'invites', { body: { siteName: 'alpha' } })).status).toBe(409);
  });

  it('refuses a code that was never given out', async () => {
    const code: JoinCode = { ...(await coordinator.invite('beta')), joinSecret: new Uint8Array(16).fill(7) };
    const answer = await FakeSite.enrol(code, generateIdentity());
    expect(answer).toMatchObject({ kind: 'refused', code: 'unknown-join-code' });
  });

  it('refuses a site that is not enrolled, and gives one that is enrolling nothing else', async () => {
    const stranger = generateIdentity();
    await expect(FakeSite.connect(coordinator.url, coordinatorKey, stranger, 'site')).rejects.toEqual(
      new HandshakeRefused('unknown-site'),
    );
    const enrolling = await FakeSite.connect(coordinator.url, coordinatorKey, stranger, 'enrolling');
    const sha256 = hashOfNothing();
    for (const message of [
      { kind: 'ready', agentVersion: '1' },
      { kind: 'chunk-request', sha256, index: 0 },
    ] as const) {
      expect(await enrolling.request(message)).toMatchObject({ kind: 'refused', code: 'not-enrolled' });
    }
    enrolling.disconnect();
  });

  it('lists sites with the fingerprints of their keys and whether they are connected', async () => {
    const site = await ready(await enrolled('gamma'));
    const { body } = await coordinator.admin('GET', 'sites');
    const listed = body['sites'] as Record<string, unknown>[];
    expect(listed.find(({ siteName }) => siteName === 'gamma')).toMatchObject({
      fingerprint: expect.stringMatching(/^([A-Z2-7]{4}-){4}[A-Z2-7]{4}$/),
      isConnected: true,
    });
    expect(listed.find(({ siteName }) => siteName === 'alpha')).toMatchObject({ siteIndex: 0, isConnected: false });
    site.disconnect();
    await site.closed;
  });

  it('keeps secrets out of the log', async () => {
    const { joinSecret } = await coordinator.invite('delta');
    const log = coordinator.logLines.join('');
    expect(log).toContain('site invited');
    expect(log).not.toContain(Buffer.from(joinSecret).toString('hex'));
    expect(log).not.toContain(coordinator.authorization.slice('Bearer '.length));
  });
});

describe('a session', () => {
  const PROGRESS = { kind: 'progress', runId: 'x', round: 1, attempt: 1, phase: 'training', step: 1, stepCount: 2 };
  let identity: Identity;
  beforeAll(async () => {
    identity = await enrolled('epsilon');
  });

  const isConnected = async (): Promise<unknown> => {
    const { body } = await coordinator.admin('GET', 'sites');
    return (body['sites'] as Record<string, unknown>[]).find(({ siteName }) => siteName === 'epsilon')?.['isConnected'];
  };

  it.each<[string, (site: FakeSite) => void]>([
    [
      'altered',
      (site) => {
        const frame = site.sealed(2, { kind: 'ready', agentVersion: '1' });
        frame[frame.length - 1] = (frame[frame.length - 1] ?? 0) ^ 1;
        site.sendRaw(frame);
      },
    ],
    ['sent twice', (site) => site.sendRaw(site.sentFrames[0] ?? new Uint8Array())],
    [
      'left out',
      (site) => {
        site.sealed(2, { kind: 'ready', agentVersion: '1' });
        site.sendRaw(site.sealed(3, { kind: 'ready', agentVersion: '1' }));
      },
    ],
    ['well sealed, but out of turn', (site) => site.sendRaw(site.sealed(7, { kind: 'ready', agentVersion: '1' }))],
    ['cut', (site) => site.sendRaw(site.sealed(2, { kind: 'ready', agentVersion: '1' }).subarray(0, 20))],
    ['empty', (site) => site.sendRaw(new Uint8Array())],
    ['over its cap', (site) => site.sendRaw(new Uint8Array(1.3 * 1024 * 1024))],
  ])('ends when a frame is %s, and the site can come back', async (_what, misbehave) => {
    const site = await ready(identity);
    expect(await isConnected()).toBe(true);
    misbehave(site);
    await site.closed;
    expect(await isConnected()).toBe(false);
    const again = await ready(identity);
    expect(await isConnected()).toBe(true);
    again.disconnect();
    await again.closed;
  });

  it.each<[string, unknown[]]>([
    ['a hello that is no bytes', ['hello', 'hello', () => undefined]],
    ['a hello that wants no answer', ['hello', new Uint8Array(10)]],
    ['a hello that is far too long', ['hello', new Uint8Array(5000), () => undefined]],
    ['a frame before its handshake', ['frame', new Uint8Array(100)]],
    ['an event that there is not', ['surprise', 1]],
  ])('ends when a client sends %s, and the coordinator goes on', async (_what, [event, ...args]) => {
    const socket = io(coordinator.url, { transports: ['websocket'], reconnection: false, forceNew: true });
    const closed = new Promise((resolve) => socket.on('disconnect', resolve));
    socket.emit(event as string, ...args);
    await closed;
    expect((await coordinator.admin('GET', 'sites')).status).toBe(200);
  });

  it('of the same site replaces the older one', async () => {
    const [older, newer] = [await ready(identity), await ready(identity)];
    await older.closed;
    expect(await newer.request({ kind: 'ready', agentVersion: '1' })).toMatchObject({ kind: 'welcome' });
    newer.disconnect();
  });

  it('works over long polling too, where a proxy lets no WebSocket through', async () => {
    const site = await FakeSite.ready(coordinator.url, coordinatorKey, identity, 'site', 'polling');
    expect(await site.request({ kind: 'ready', agentVersion: '1' })).toMatchObject({ siteName: 'epsilon' });
    site.disconnect();
  });

  it('begins with ready, and takes no message that a site does not send', async () => {
    const site = await FakeSite.connect(coordinator.url, coordinatorKey, identity, 'site');
    const sha256 = hashOfNothing();
    expect(await site.request({ kind: 'chunk-request', sha256, index: 0 })).toMatchObject({ code: 'not-ready' });
    await site.request({ kind: 'ready', agentVersion: '1' });
    expect(await site.request({ kind: 'enrolled', siteId: 'a' as never, siteName: 'a' })).toMatchObject({
      code: 'unexpected-message',
    });
    expect(await site.request({ kind: 'chunk-request', sha256, index: 0 })).toMatchObject({ code: 'unknown-model' });
    // Of a run that is not: nothing to answer, nothing kept.
    site.send({ ...PROGRESS, loss: null } as never);
    expect(await site.request({ kind: 'ready', agentVersion: '1' })).toMatchObject({ kind: 'welcome' });
    site.disconnect();
  });
});

describe('a run', () => {
  const identities: Identity[] = [];
  beforeAll(async () => {
    identities.push(await enrolled('north'), await enrolled('south'));
  });

  const sites = (): Promise<FakeSite[]> => Promise.all(identities.map(ready));
  const DELTAS = [change('north'), change('south')] as const;
  const COUNTS = [30, 70] as const;
  const updateOf = (site: 0 | 1, task: TrainTask): Uint8Array => quantized(task, DELTAS[site], COUNTS[site]);

  it('of two sites commits what plain federated averaging says, evaluates it and completes', async () => {
    const base = initialModel();
    const [north, south] = (await sites()) as [FakeSite, FakeSite];
    const runId = await coordinator.startRun(testRunConfig(), base);
    const [task, southTask] = await Promise.all([north.next('train-task', runId), south.next('train-task', runId)]);
    // Each has the log's head of the moment in which it was asked.
    expect(task).toEqual({ ...southTask, treeHead: task.treeHead });
    expect(hashOf(await north.download(task.baseModel))).toBe(hashOf(base));
    expect(await north.evaluate(runId, 0.1)).toEqual({ kind: 'evaluation-stored' });
    north.send({
      kind: 'progress',
      runId: task.runId,
      round: 1,
      attempt: 1,
      phase: 'training',
      step: 2,
      stepCount: 9,
      loss: 0.3,
    });
    const live = await coordinator.viewWhen('the progress', runId, ({ rounds }) => rounds[0]?.sites[0]?.step === 2);
    expect(live.rounds[0]?.sites[0]).toMatchObject({
      site: 'north',
      status: 'training',
      phase: 'training',
      stepCount: 9,
    });
    expect(live.rounds[0]?.sites[0]?.bytesDown).toBeGreaterThan(base.length);

    expect(await north.upload(task, updateOf(0, task))).toMatchObject({ complete: true });
    expect(await south.upload(task, updateOf(1, task))).toMatchObject({ complete: true });
    // The same again changes nothing.
    expect(await south.upload(task, updateOf(1, task))).toMatchObject({ complete: true });
    await Promise.all([north.evaluate(runId, 0.6), south.evaluate(runId, 0.5).then(() => south.evaluate(runId, 0.7))]);
    const view = await coordinator.viewWhen('the run to complete', runId, ({ state }) => state === 'completed');

    const committed = await coordinator.model(view.modelSha256);
    const contributions = DELTAS.map((delta, i) => ({ delta, exampleCount: COUNTS[i] ?? 0 }));
    expect(differenceFromAverage(committed, base, contributions)).toBeLessThan(ROUNDING);
    const run = hashOf(Buffer.from(task.configJson));
    expect(decodeModelFile(committed).metadata).toEqual({ model: 'fake', round: '1', run });
    expect(view).toMatchObject({ deterministic: true, note: null, modelBytes: committed.length });
    expect(view.rounds).toHaveLength(1);
    expect(view.rounds[0]?.sites.map(({ site, status, examples }) => [site, status, examples])).toEqual([
      ['north', 'uploaded', 10],
      ['south', 'uploaded', 10],
    ]);
    expect(view.rounds[0]?.sites.every(({ bytesUp }) => bytesUp > base.length)).toBe(true);
    expect(view.evaluations.map(({ round, site, dice }) => [round, site, dice.mean])).toEqual([
      [0, 'north', 0.1],
      [0, 'south', 0.5],
      [1, 'north', 0.6],
      [1, 'south', 0.7],
    ]);
    for (const site of [north, south]) site.disconnect();
  }, 180_000);

  it('refuses updates that are not what was asked for, and goes on', async () => {
    const base = initialModel('refused updates');
    const [north, south] = (await sites()) as [FakeSite, FakeSite];
    const runId = await coordinator.startRun(testRunConfig({ study: 'refused' }), base);
    const task = await north.next('train-task', runId);
    const update = updateOf(0, task);
    const open = uploadOpen(task, update);

    const refusals: [Parameters<FakeSite['request']>[0], string][] = [
      [{ ...open, byteLength: open.byteLength - 4 }, 'wrong-length'],
      [{ ...open, byteLength: open.byteLength + 4 }, 'wrong-length'],
      [{ ...open, round: 2 }, 'not-in-cohort'],
      [{ ...open, attempt: 4_000_000_000 }, 'not-in-cohort'],
      [{ ...open, runId: 'surprise' as TrainTask['runId'] }, 'unknown-run'],
    ];
    for (const [message, code] of refusals) {
      expect(await north.request(message)).toMatchObject({ kind: 'refused', code });
    }
    expect(await north.uploadChunk(task, update, 0)).toMatchObject({ code: 'upload-not-open' });
    expect(await north.request(open)).toMatchObject({ nextChunk: 0, complete: false });
    expect(await north.uploadChunk(task, update, 1)).toMatchObject({ code: 'wrong-chunk-order' });
    const altered = update.slice();
    altered[5] = (altered[5] ?? 0) ^ 1;
    const chunk = { ...task, kind: 'upload-chunk' as const, index: 0 };
    const data = altered.subarray(0, 1024 * 1024);
    expect(await north.request({ ...chunk, data, chunkSha256: open.sha256 })).toMatchObject({ code: 'bad-chunk' });
    expect(await north.request({ ...chunk, data: data.subarray(1), chunkSha256: open.sha256 })).toMatchObject({
      code: 'bad-chunk',
    });
    // Every chunk matches its own hash, the whole does not match the announced one.
    expect(await north.uploadChunk(task, altered, 0)).toMatchObject({ nextChunk: 1 });
    expect(await north.uploadChunk(task, altered, 1)).toMatchObject({ nextChunk: 2 });
    expect(await north.uploadChunk(task, altered, 2)).toMatchObject({ code: 'bad-payload' });

    const { rounds } = await coordinator.view(runId);
    expect(rounds[0]).toMatchObject({ state: 'training', attempt: 1 });
    expect(await north.upload(task, update)).toMatchObject({ complete: true });
    expect(await north.request(uploadOpen(task, altered))).toMatchObject({ code: 'conflicting-upload' });

    // The other one fails: the quorum of two is out of reach, and the round is tried again.
    await south.next('train-task', runId);
    const { runId: id, round, attempt } = task;
    south.send({ kind: 'task-failed', runId: id, round, attempt, code: 'too-few', message: 'too few test images' });
    const abandoned = await coordinator.viewWhen('the round to be abandoned', runId, (view) =>
      view.rounds[0]?.state === 'abandoned' ? true : view.rounds[0]?.attempt === 2,
    );
    expect(abandoned.note).toMatch(/too-few: too few test images/);
    const retry = await north.next('train-task', runId);
    expect(retry).toMatchObject({ round: 1, attempt: 2, baseModel: task.baseModel });
    expect(await north.request(open)).toMatchObject({ kind: 'upload-status', complete: true });
    for (const site of [north, south]) site.disconnect();
  }, 180_000);

  it('cuts off a site that asks for the model again and again and does not read it', async () => {
    const [north, south] = (await sites()) as [FakeSite, FakeSite];
    const runId = await coordinator.startRun(testRunConfig({ study: 'unread' }), initialModel('unread'));
    const { baseModel } = await north.next('train-task', runId);
    const readOn = north.stopReading();
    for (let i = 0; i < 300; i++) north.send({ kind: 'chunk-request', sha256: baseModel.sha256, index: 0 });
    await eventually('the site to be cut off', async () => {
      const { body } = await coordinator.admin('GET', 'sites');
      const listed = body['sites'] as Record<string, unknown>[];
      return listed.find(({ siteName }) => siteName === 'north')?.['isConnected'] === false ? true : undefined;
    });
    expect(coordinator.logLines.join('')).toContain('does not read what it is sent');
    readOn();
    await north.closed;
    south.disconnect();
  });

  it('takes an update that was broken off half-way from the acknowledged chunk on, in a new session', async () => {
    const base = initialModel('broken off');
    const [north, south] = (await sites()) as [FakeSite, FakeSite];
    const runId = await coordinator.startRun(testRunConfig({ study: 'broken-off' }), base);
    const task = await south.next('train-task', runId);
    const update = updateOf(1, task);
    expect(await south.upload(task, update, 2)).toMatchObject({ nextChunk: 2, complete: false });
    south.disconnect();
    await south.closed;

    const again = await ready(identities[1] as Identity);
    const retold = await again.next('train-task', runId);
    expect(retold).toEqual({ ...task, treeHead: retold.treeHead });
    expect(await again.request(uploadOpen(task, update))).toMatchObject({ nextChunk: 2, complete: false });
    expect(await again.uploadChunk(task, update, 0)).toMatchObject({ nextChunk: 2 });
    expect(await again.uploadChunk(task, update, 2)).toMatchObject({ complete: true });
    expect(await north.upload(task, updateOf(0, task))).toMatchObject({ complete: true });
    const view = await coordinator.viewWhen(
      'the round to commit',
      runId,
      ({ rounds }) => rounds[0]?.state === 'committed',
    );
    const contributions = DELTAS.map((delta, i) => ({ delta, exampleCount: COUNTS[i] ?? 0 }));
    const committed = await coordinator.model(view.modelSha256);
    expect(differenceFromAverage(committed, base, contributions)).toBeLessThan(ROUNDING);

    // One contributor cannot evaluate: that costs its figures and nothing else.
    const { runId: id, round, attempt } = task;
    north.send({ kind: 'task-failed', runId: id, round, attempt, code: 'out-of-memory', message: 'no memory left' });
    await again.evaluate(runId, 0.5);
    await again.evaluate(runId, 0.6);
    const completed = await coordinator.viewWhen('the run to complete', runId, ({ state }) => state === 'completed');
    expect(completed.evaluations.map((one) => [one.round, one.site])).toEqual([
      [0, 'south'],
      [1, 'south'],
    ]);
    for (const site of [north, again]) site.disconnect();
  }, 180_000);
});

function hashOfNothing() {
  return '0'.repeat(64) as TrainTask['baseModel']['sha256'];
}
