import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { quantaFor, ringToBytes } from '@mammofed/aggregation';
import { hashOf } from '../fake-site.test-support.js';
import { BASE_MODEL, contribution, EngineWorld, QUORUM, RunBench, SITES } from './run-engine.test-support.js';

describe('the engine of a run', () => {
  let world: EngineWorld;
  beforeAll(async () => {
    world = await EngineWorld.create();
  }, 120_000);
  afterAll(() => world.end());
  beforeEach(() => {
    world.nowMs += 1_000_000;
  });

  it('leaves out a site that falls silent and commits with the others', async () => {
    const bench = await RunBench.create(world);
    await bench.look();
    expect(bench.tasks('train-task')).toEqual(SITES);
    expect(bench.tasks('evaluate-task')).toEqual(SITES);
    expect(await bench.upload(SITES[0], contribution(0.01))).toBe('counted');
    world.nowMs += 59_000;
    bench.registry.heardFrom(SITES[1]);
    await bench.look();
    expect(await bench.states()).toEqual({ north: 'uploaded', south: 'selected', west: 'selected' });
    world.nowMs += 1000;
    await bench.look();
    expect(await bench.states()).toEqual({ north: 'uploaded', south: 'selected', west: 'dropped' });
    expect(bench.tasks('cancel-task')).toEqual(['west']);
    expect(await bench.upload(SITES[1], contribution(0.02))).toBe('counted');
    await bench.look();
    expect((await bench.attempt()).state).toBe('committed');
    expect(await bench.weights()).toEqual([0.015, 0.265, 0.515, -0.985]);
    const west = (await bench.participants()).find(({ siteId }) => siteId === 'west');
    expect(west?.reason).toBe('stalled: connected, but silent for 60 s');
  });

  it('asks the contributors to evaluate in the very transaction that commits, and ends when their time is up', async () => {
    const bench = await RunBench.create(world, {}, SITES.slice(0, 2));
    await bench.look();
    // Two of three enrolled sites: the third gets its time to connect.
    world.nowMs += 100;
    await bench.look();
    await bench.upload(SITES[0], contribution(0.01));
    await bench.upload(SITES[1], contribution(0.01));
    await bench.look();
    const asked = (await world.evaluations.asked(bench.id)).filter(({ round }) => round === 1);
    expect(asked.map(({ siteId: site }) => site).sort()).toEqual(['north', 'south']);
    expect((await bench.run()).state).toBe('running');
    world.nowMs += 60_000;
    await bench.look();
    expect((await bench.run()).state).toBe('completed');
    expect(bench.engine.isOver).toBe(true);
  });

  it('leaves out, by name, a site that sends more than its share, and commits with the others', async () => {
    const bench = await RunBench.create(world);
    await bench.look();
    // Three sites' worth in every coordinate, with an honest weight: what a sum alone would let pass.
    const { quantumMax, weightMax } = quantaFor(QUORUM.maxSites, 32);
    const greedy = new Uint32Array(6).fill(2.9 * quantumMax);
    greedy[4] = weightMax;
    greedy[5] = 0;
    expect(await bench.upload(SITES[2], ringToBytes(greedy))).toBe('out-of-range');
    const west = (await bench.participants()).find(({ siteId }) => siteId === SITES[2]);
    expect(west).toMatchObject({ state: 'dropped' });
    expect(west?.reason).toMatch(/^out-of-range: /);
    for (const site of SITES.slice(0, 2)) expect(await bench.upload(site, contribution(0.01))).toBe('counted');
    await bench.look();
    expect((await bench.attempt()).state).toBe('committed');
    expect(await bench.weights()).toEqual([0.01, 0.26, 0.51, -0.99]);
  });

  it('keeps the base model when everybody sends garbage, tries again later, and fails after five attempts', async () => {
    const bench = await RunBench.create(world);
    const garbage = contribution(0.01);
    garbage.fill(0xff, 16, 20); // A weight of −1 quantum.
    for (let attempt = 1; attempt <= 5; attempt++) {
      await bench.look();
      expect(await bench.attempt()).toMatchObject({ attempt, state: 'training' });
      // The quorum is out of reach after two.
      for (const site of SITES.slice(0, 2)) await bench.upload(site, garbage);
      await bench.look();
      expect(await bench.attempt()).toMatchObject({ attempt, state: 'abandoned' });
      expect((await bench.attempt()).note).toMatch(/0 of at least 2 sites contributed.*north: out-of-range/);
      world.nowMs += 30_000;
      for (const site of SITES) bench.registry.heardFrom(site);
    }
    await bench.look();
    const run = await bench.run();
    expect(run).toMatchObject({ state: 'failed', modelSha256: hashOf(BASE_MODEL) });
    expect(run.note).toMatch(/abandoned 5 times.*out-of-range/);
  });

  it('abandons a round whose contributions stand for too few examples', async () => {
    const bench = await RunBench.create(world, { quorum: { ...QUORUM, minExamples: 200 } });
    await bench.look();
    for (const site of SITES) await bench.upload(site, contribution(0.01, 0.5));
    await bench.look();
    expect(await bench.attempt()).toMatchObject({
      state: 'abandoned',
      note: expect.stringMatching(/about 150 examples/),
    });
  });

  it('abandons a round as soon as the quorum is out of reach, and says what the sites said', async () => {
    const bench = await RunBench.create(world, { quorum: { ...QUORUM, minSites: 3 } });
    await bench.look();
    const west = bench.told.find(({ site, message }) => site === 'west' && message.kind === 'train-task');
    west?.answer({ kind: 'refused', code: 'too-few', message: 'too few test images' });
    await bench.look();
    expect((await bench.attempt()).state).toBe('abandoned');
    expect((await bench.run()).note).toMatch(/0 of at least 3 sites contributed \(west: too-few: too few test images/);
    // What a site says is for the administrator, not for the log.
    expect(world.logLines.join('')).not.toContain('too few test images');
  });

  it('leaves a site that failed for good out of every later attempt, and goes on with the others', async () => {
    const bench = await RunBench.create(world, { rounds: 2 });
    await bench.look();
    const ref = { runId: bench.id, round: 1, attempt: 1 };
    await bench.engine.sites.taskFailed(SITES[2], ref, { code: 'too-few-examples', reason: 'too-few-examples: 3' });
    for (const site of SITES.slice(0, 2)) await bench.upload(site, contribution(0.01));
    await bench.look();
    expect(await bench.attempt()).toMatchObject({ round: 2, state: 'training' });
    expect(await bench.states()).toEqual({ north: 'selected', south: 'selected' });
  });

  it('fails a run at once when those that failed for good leave too few for its quorum, and says who and why', async () => {
    const bench = await RunBench.create(world);
    await bench.look();
    const west = bench.told.find(({ site, message }) => site === 'west' && message.kind === 'train-task');
    west?.answer({ kind: 'refused', code: 'policy-modes', message: 'not in this mode' });
    const ref = { runId: bench.id, round: 1, attempt: 1 };
    await bench.engine.sites.taskFailed(SITES[0], ref, { code: 'too-few-examples', reason: 'too-few-examples: 3' });
    await bench.look();
    expect(await bench.attempt()).toMatchObject({ attempt: 1, state: 'abandoned' });
    const run = await bench.run();
    expect(run.state).toBe('failed');
    expect(run.note).toMatch(/quorum of 2 sites is out of reach, because only 1 can take part/);
    expect(run.note).toMatch(/north: too-few-examples: 3; west: policy-modes: not in this mode/);
    expect(bench.engine.isOver).toBe(true);
  });

  it('tries again with a site whose failure may pass', async () => {
    const bench = await RunBench.create(world, { quorum: { ...QUORUM, minSites: 3 } });
    await bench.look();
    const ref = { runId: bench.id, round: 1, attempt: 1 };
    await bench.engine.sites.taskFailed(SITES[0], ref, {
      code: 'trainer-crashed',
      reason: 'trainer-crashed: out of memory',
    });
    await bench.look();
    expect(await bench.attempt()).toMatchObject({ attempt: 1, state: 'abandoned' });
    world.nowMs += 1000;
    await bench.look();
    expect(await bench.states()).toEqual({ north: 'selected', south: 'selected', west: 'selected' });
  });

  it('keeps an attempt whose model cannot be stored for want of room, says so, and commits when there is room', async () => {
    const bench = await RunBench.create(world);
    await bench.look();
    for (const site of SITES) await bench.upload(site, contribution(0.01));
    const put = world.models.put.bind(world.models);
    world.models.put = () => Promise.reject(Object.assign(new Error('write'), { code: 'ENOSPC' }));
    try {
      await bench.look();
    } finally {
      world.models.put = put;
    }
    expect(await bench.attempt()).toMatchObject({ attempt: 1, state: 'aggregating' });
    expect(bench.live.troubleOf(bench.id)).toMatch(/round 1 waits for its model: the coordinator's disk is full/);
    world.nowMs += 5000;
    await bench.look();
    expect(await bench.attempt()).toMatchObject({ attempt: 1, state: 'committed' });
    expect(bench.live.troubleOf(bench.id)).toBeNull();
  });

  it('waits for a quorum without end, and says so', async () => {
    const bench = await RunBench.create(world, {}, [SITES[0]]);
    world.nowMs += 1e9;
    await bench.look();
    expect(await bench.run()).toMatchObject({
      state: 'waiting-for-cohort',
      note: 'round 1 waits for sites: 1 of at least 2 are connected',
    });
  });

  it('begins with nobody who would refuse, says whom it waits for, and takes them in once they say otherwise', async () => {
    const consent = { kind: 'refused', code: 'policy-consent', message: 'not approved yet' } as const;
    const bench = await RunBench.create(world, { quorum: { ...QUORUM, minSites: 3 } }, []);
    bench.refusesOffers.set(SITES[1], consent);
    for (const site of SITES) bench.connect(site);
    await bench.look();
    expect(await bench.run()).toMatchObject({
      state: 'waiting-for-cohort',
      note: 'round 1 waits for sites: 2 of at least 3 are connected and take part (not yet: south: policy-consent)',
    });
    expect(bench.tasks('train-task')).toEqual([]);
    // It would refuse to evaluate too: it is asked once it takes part.
    expect(bench.tasks('evaluate-task')).not.toContain('south');
    bench.refusesOffers.delete(SITES[1]);
    bench.offers.again(SITES[1]);
    await bench.look();
    expect(await bench.states()).toEqual({ north: 'selected', south: 'selected', west: 'selected' });
    expect(bench.tasks('evaluate-task')).toContain('south');
    expect((await bench.attempt()).attempt).toBe(1);
  });

  it('waits for a site that refuses its task for now, evaluates with one that only trains at other hours', async () => {
    const bench = await RunBench.create(world, { rounds: 2 });
    await bench.look();
    const ref = { runId: bench.id, round: 1, attempt: 1 };
    const hours = { code: 'policy-hours', reason: 'policy-hours: it is late' };
    await bench.engine.sites.taskFailed(SITES[0], ref, hours);
    await bench.look();
    expect((await bench.states())['north']).toBe('dropped');
    for (const site of SITES.slice(1)) await bench.upload(site, contribution(0.01));
    await bench.look();
    expect(await bench.attempt()).toMatchObject({ round: 2, state: 'selecting' });
    expect((await world.evaluations.asked(bench.id)).filter(({ round }) => round === 1)).toHaveLength(3);
    // Round 2 gives it time to come back, and does not begin with it.
    expect((await bench.run()).note).toMatch(/2 are connected and take part \(not yet: north: policy-hours\)/);
  });

  it('fails at once where the sites that are left say that they never will', async () => {
    const bench = await RunBench.create(world, {}, []);
    for (const site of SITES.slice(0, 2))
      bench.refusesOffers.set(site, { kind: 'refused', code: 'policy-max-epochs', message: 'too many' });
    for (const site of SITES) bench.connect(site);
    await bench.look();
    expect(await bench.run()).toMatchObject({
      state: 'failed',
      note: expect.stringMatching(/north: policy-max-epochs/),
    });
  });

  it('selects, waits for and asks for figures only the sites that its configuration names', async () => {
    const quorum = { ...QUORUM, minSites: 1, sites: ['south', 'west'] };
    const bench = await RunBench.create(world, { quorum }, [SITES[0], SITES[1]]);
    await bench.look();
    // West is named and not there: it gets its time to connect. North, which is there, does not stand in for it.
    expect((await bench.run()).note).toMatch(/for more sites: 1 are connected/);
    bench.connect(SITES[2]);
    await bench.look();
    expect(await bench.states()).toEqual({ south: 'selected', west: 'selected' });
    expect(bench.tasks('evaluate-task').sort()).toEqual(['south', 'west']);
    for (const site of SITES.slice(1)) await bench.upload(site, contribution(0.01));
    await bench.look();
    expect((await bench.attempt()).state).toBe('committed');
    expect((await world.evaluations.asked(bench.id)).map(({ siteId }) => siteId)).not.toContain('north');
  });

  it('tells a site its tasks once in each of its sessions', async () => {
    const bench = await RunBench.create(world, {}, SITES.slice(0, 2));
    const west = bench.connect(SITES[2]);
    await bench.look();
    await bench.look();
    expect(bench.tasks('train-task')).toEqual(SITES);
    bench.registry.remove(west);
    bench.connect(SITES[2]);
    await bench.look();
    expect(bench.tasks('train-task')).toEqual([...SITES, 'west']);
  });

  it('makes the same model of the same uploads after a crash in the middle of the aggregation', async () => {
    const uploadAll = async (bench: RunBench): Promise<void> => {
      for (const [i, site] of SITES.entries()) await bench.upload(site, contribution(0.001 * (i + 1)));
    };
    const undisturbed = await RunBench.create(world);
    await undisturbed.look();
    await uploadAll(undisturbed);
    await undisturbed.look();

    const crashed = await RunBench.create(world);
    await crashed.look();
    crashed.stop();
    await uploadAll(crashed);
    await crashed.lifecycle.beginAggregation(await crashed.attempt());
    const restarted = new RunBench(world, crashed.id);
    await restarted.look();
    expect(await restarted.attempt()).toMatchObject({ attempt: 1, state: 'committed' });
    expect((await restarted.run()).modelSha256).toBe((await undisturbed.run()).modelSha256);
    expect(await restarted.weights()).toEqual([0.002, 0.252, 0.502, -0.998]);
  });

  it('logs a failure that lasts once, and goes on when it is over', async () => {
    const bench = await RunBench.create(world);
    const before = world.logLines.length;
    const find = world.runs.find.bind(world.runs);
    world.runs.find = () => Promise.reject(new Error('no space left on device'));
    try {
      await bench.look();
      await bench.look();
    } finally {
      world.runs.find = find;
    }
    expect(world.logLines.slice(before).filter((line) => line.includes('no space left'))).toHaveLength(1);
    await bench.look();
    expect((await bench.attempt()).state).toBe('training');
  });

  it('counts an upload though a late word of its training came while it was under way', async () => {
    const bench = await RunBench.create(world);
    await bench.look();
    const ref = { runId: bench.id, round: 1, attempt: 1 };
    const open = await bench.announce(SITES[0], contribution(0.01));
    await bench.engine.sites.trainingBegan(SITES[0], ref);
    expect(await bench.states()).toMatchObject({ north: 'training' });
    await bench.store(SITES[0], open, contribution(0.01));
    expect(await bench.stored(SITES[0], ref)).toBe('counted');
    expect(await bench.states()).toMatchObject({ north: 'uploaded' });
  });

  it('never uses an upload twice or after its attempt', async () => {
    const bench = await RunBench.create(world);
    await bench.look();
    const ref = { runId: bench.id, round: 1, attempt: 1 };
    expect(await bench.upload(SITES[0], contribution(0.01))).toBe('counted');
    expect(await bench.stored(SITES[0], ref)).toBe('counted');
    expect(await bench.stored(SITES[1], ref)).toBe('late');
    await bench.upload(SITES[1], contribution(0.01));
    await bench.upload(SITES[2], contribution(0.01));
    await bench.look();
    expect(await bench.weights()).toEqual([0.01, 0.26, 0.51, -0.99]);
  });
});
