import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateIdentity, sodiumReady, type Identity } from '@mammofed/privacy';
import { FakeSite, quantized, uploadOpen } from './fake-site.test-support.js';
import { testRunConfig } from './run-config.test-support.js';
import { ScratchFolder } from './scratch-folder.test-support.js';
import { TestCoordinator } from './test-coordinator.test-support.js';
import { change, differenceFromAverage, initialModel } from './training.test-support.js';

const ROUNDING = 1.3e-7;

let scratch: ScratchFolder;
let dir: string;
let coordinator: TestCoordinator;
let coordinatorKey: Uint8Array;
let identities: readonly [Identity, Identity];

beforeAll(async () => {
  await sodiumReady();
  identities = [generateIdentity(), generateIdentity()];
  scratch = await ScratchFolder.create();
  dir = scratch.path('coordinator');
  await TestCoordinator.initialise(dir);
  coordinator = await TestCoordinator.start(dir);
  for (const [i, name] of ['north', 'south'].entries()) {
    const code = await coordinator.invite(name);
    coordinatorKey = code.coordinatorKey;
    await FakeSite.enrol(code, identities[i] as Identity);
  }
}, 180_000);
afterAll(async () => {
  await coordinator.stop();
  await scratch.remove();
});

const sites = async (): Promise<[FakeSite, FakeSite]> => {
  const [north, south] = identities.map((identity) =>
    FakeSite.ready(coordinator.url, coordinatorKey, identity, 'site'),
  ) as [Promise<FakeSite>, Promise<FakeSite>];
  return [await north, await south];
};

async function restart(): Promise<void> {
  await coordinator.stop();
  coordinator = await TestCoordinator.start(dir);
}

describe('a coordinator that is stopped in the middle of a round', () => {
  it('goes on with the same attempt, with what was on its disk, over as many starts as it takes', async () => {
    const base = initialModel();
    const deltas = [change('north'), change('south')] as const;
    let [north, south] = await sites();
    const runId = await coordinator.startRun(testRunConfig({ rounds: 2 }), base);
    const task = await north.next('train-task', runId);
    const updates = [quantized(task, deltas[0], 30), quantized(task, deltas[1], 70)] as const;
    expect(await north.upload(task, updates[0])).toMatchObject({ complete: true });
    expect(await south.upload(task, updates[1], 1)).toMatchObject({ nextChunk: 1 });
    await restart();
    await Promise.all([north.closed, south.closed]);

    const between = await coordinator.view(runId);
    expect(between).toMatchObject({ state: 'running', rounds: [{ round: 1, attempt: 1, state: 'training' }] });
    expect(between.rounds[0]?.sites.map(({ status }) => status)).toEqual(['uploaded', 'uploading']);
    [north, south] = await sites();
    // The site that has uploaded asks whether it has; the other one is told its task again.
    expect(await north.request(uploadOpen(task, updates[0]))).toMatchObject({ complete: true });
    // The head is of now. The deadline moves by the time that the coordinator was down.
    const again = await south.next('train-task', runId);
    expect(again.deadlineUnixMs).toBeGreaterThanOrEqual(task.deadlineUnixMs);
    expect(again).toEqual({ ...task, deadlineUnixMs: again.deadlineUnixMs, treeHead: again.treeHead });
    expect(await south.request(uploadOpen(task, updates[1]))).toMatchObject({ nextChunk: 1, complete: false });
    expect(await south.upload(task, updates[1])).toMatchObject({ complete: true });
    const first = await coordinator.viewWhen(
      'round 1 to commit',
      runId,
      ({ rounds }) => rounds[0]?.state === 'committed',
    );
    const contributions = [
      { delta: deltas[0], exampleCount: 30 },
      { delta: deltas[1], exampleCount: 70 },
    ];
    const model = await coordinator.model(first.modelSha256);
    expect(differenceFromAverage(model, base, contributions)).toBeLessThan(ROUNDING);

    // Round 2 begins from that model, before or after another restart, with clips from the committed change.
    const before = await south.next('train-task', runId);
    await restart();
    [north, south] = await sites();
    const second = await south.next('train-task', runId);
    expect(second).toEqual({ ...before, deadlineUnixMs: second.deadlineUnixMs, treeHead: second.treeHead });
    expect(second).toMatchObject({ round: 2, attempt: 1, baseModel: { sha256: first.modelSha256 } });
    expect(second.clips.every(({ clip }, t) => clip !== task.clips[t]?.clip)).toBe(true);
    expect(await north.upload(second, quantized(second, deltas[0], 30))).toMatchObject({ complete: true });
    expect(await south.upload(second, quantized(second, deltas[1], 70))).toMatchObject({ complete: true });
    await coordinator.viewWhen('round 2 to commit', runId, ({ rounds }) => rounds[1]?.state === 'committed');

    // All but the last evaluations may be missing; those are waited for over a restart too.
    await restart();
    [north, south] = await sites();
    const evaluateTwo = async (site: FakeSite): Promise<void> => {
      let round = -1;
      while (round !== 2) {
        const next = await site.next('evaluate-task', runId);
        round = next.round;
        await site.reportEvaluation(next, 0.5);
      }
    };
    await Promise.all([evaluateTwo(north), evaluateTwo(south)]);
    const completed = await coordinator.viewWhen('the run to complete', runId, ({ state }) => state === 'completed');
    expect(completed).toMatchObject({ deterministic: true, rounds: [{ attempt: 1 }, { attempt: 1 }] });
    expect(completed.evaluations.filter(({ round }) => round === 2).map(({ site }) => site)).toEqual([
      'north',
      'south',
    ]);
    for (const site of [north, south]) site.disconnect();
  }, 180_000);
});
