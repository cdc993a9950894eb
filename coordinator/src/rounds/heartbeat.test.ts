import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FactStore } from '../database/fact.store.js';
import { BEAT_EVERY_MS, Heartbeat } from './heartbeat.js';
import { contribution, EngineWorld, RunBench, SITES } from './run-engine.test-support.js';

const MAX_ROUND_MS = 120_000;

let world: EngineWorld;
beforeAll(async () => {
  world = await EngineWorld.create();
}, 120_000);
afterAll(() => world.end());

/** That of a process: each test's coordinator is started anew by another. */
const newHeartbeat = (): Heartbeat => {
  const { database, rounds, evaluations, clock, log } = world;
  return new Heartbeat(database, new FactStore(database), rounds, evaluations, clock, log);
};

describe('after a time in which the coordinator was down', () => {
  it('the same attempt of a round whose deadline passed goes on, with as much time as it had left', async () => {
    const before = await RunBench.create(world);
    const beating = newHeartbeat();
    await beating.beatIfDue();
    await before.look();
    const { deadlineMs } = await before.attempt();
    expect(deadlineMs).toBe(world.nowMs + MAX_ROUND_MS);
    world.nowMs += BEAT_EVERY_MS;
    await beating.beatIfDue();
    await before.upload(SITES[0], contribution(0.01));
    // Nothing of the old process is under way any more when the clock jumps.
    await before.look();
    before.stop();

    // Killed half a beat after its last one; a day later it is started again.
    world.nowMs += BEAT_EVERY_MS / 2 + 86_400_000;
    const after = new RunBench(world, before.id, newHeartbeat());
    for (const site of SITES) after.connect(site);
    await after.look();
    const attempt = await after.attempt();
    expect(attempt).toMatchObject({ round: 1, attempt: 1, state: 'training' });
    expect((attempt.deadlineMs ?? 0) - world.nowMs).toBe(MAX_ROUND_MS - BEAT_EVERY_MS);
    for (const site of SITES.slice(1)) await after.upload(site, contribution(0.01));
    await after.look();
    expect(await after.attempt()).toMatchObject({ attempt: 1, state: 'committed' });
    // What the contributors were asked for moves too.
    const [asked] = (await world.evaluations.asked(before.id)).filter(({ round }) => round === 1);
    after.stop();
    world.nowMs += 3_600_000;
    await newHeartbeat().beatIfDue();
    const [moved] = (await world.evaluations.asked(before.id)).filter(({ round }) => round === 1);
    expect((moved?.deadlineMs ?? 0) - (asked?.deadlineMs ?? 0)).toBe(3_600_000);
  });

  it('a deadline moves by that time once, however often the coordinator is killed at its start', async () => {
    const bench = await RunBench.create(world);
    await newHeartbeat().beatIfDue();
    await bench.look();
    const { deadlineMs } = await bench.attempt();
    world.nowMs += 1_000_000;
    for (let start = 0; start < 3; start++) await newHeartbeat().beatIfDue();
    expect((await bench.attempt()).deadlineMs).toBe((deadlineMs ?? 0) + 1_000_000);
  });

  it('a deadline that had passed before stays passed, and a coordinator that runs moves none', async () => {
    const bench = await RunBench.create(world);
    const heartbeat = newHeartbeat();
    await heartbeat.beatIfDue();
    await bench.look();
    const { deadlineMs } = await bench.attempt();
    for (let beats = 0; beats < 20; beats++) {
      world.nowMs += BEAT_EVERY_MS;
      await heartbeat.beatIfDue();
    }
    expect((await bench.attempt()).deadlineMs).toBe(deadlineMs);
    world.nowMs += 1_000_000;
    await newHeartbeat().beatIfDue();
    expect((await bench.attempt()).deadlineMs).toBe(deadlineMs);
  });
});
