import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isCodedError, sha256Hex, siteId, type SiteId } from '@mammofed/core';
import { hashOf } from '../fake-site.test-support.js';
import { BASE_MODEL, EngineWorld, RunBench, SITES } from '../rounds/run-engine.test-support.js';
import type { RoundRow, SiteRow } from './schema.js';

const [NORTH, SOUTH, WEST] = SITES;
const NEXT_MODEL = sha256Hex('2'.repeat(64));

let world: EngineWorld;
beforeAll(async () => {
  world = await EngineWorld.create();
}, 120_000);
afterAll(() => world.end());

/** A run whose first attempt is at its training, with two sites in its cohort. */
async function training(): Promise<{ readonly bench: RunBench; readonly attempt: RoundRow }> {
  const bench = await RunBench.create(world, {}, []);
  await bench.lifecycle.openAttempt(await bench.run(), 1, 1);
  await bench.lifecycle.beginTraining(await bench.run(), await bench.attempt(), [NORTH, SOUTH], [0.5]);
  return { bench, attempt: await bench.attempt() };
}

async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'nothing refused',
    (error: unknown) => (isCodedError(error) ? error.code : 'refused by the database'),
  );
}

describe('sites in the database', () => {
  it('cannot share a name, a key or an index', async () => {
    const fresh: SiteRow = {
      ...{ id: siteId('fresh'), name: 'fresh', siteIndex: 9, publicKey: 'fresh', enrolledAtMs: 0 },
      ...{ standing: 'waiting', request: null },
    };
    for (const taken of [{ name: 'north' }, { siteIndex: 0 }, { publicKey: '0'.repeat(64) }]) {
      const work = world.enrolment.addSite(world.database.orm, { ...fresh, ...taken });
      expect(await refusal(work)).toBe('refused by the database');
    }
    expect(await world.enrolment.siteCount()).toBe(SITES.length);
  });

  it('are invited once at a time: a newer invite of a name makes an unused one worthless', async () => {
    const inviteOf = (word: string, usedBySiteId: SiteId | null = null) => ({
      ...{ secretSha256: hashOf(Buffer.from(word)), siteName: 'x', createdAtMs: 1, expiresAtMs: 2, usedBySiteId },
    });
    const invites = [inviteOf('used', NORTH), inviteOf('unused'), inviteOf('new')];
    for (const invite of invites) await world.enrolment.addInvite(invite);
    const found = await Promise.all(
      invites.map(({ secretSha256 }) => world.enrolment.invite(world.database.orm, secretSha256)),
    );
    expect(found).toEqual([invites[0], null, invites[2]]);
  });
});

describe('runs in the database', () => {
  it('are started once, however many ask at a time', async () => {
    const { id } = await RunBench.create(world, {}, []);
    const draft = { ...(await world.runs.find(id)), id, state: 'draft' } as NonNullable<
      Awaited<ReturnType<typeof world.runs.find>>
    >;
    await world.database.orm.execute(`UPDATE runs SET state = 'draft' WHERE id = '${id}'`);
    const started = await Promise.all([world.runs.start(draft, 1), world.runs.start(draft, 2)]);
    // On a server, either may be first.
    expect([...started].sort()).toEqual([false, true]);
    expect(await world.runs.find(id)).toMatchObject({ state: 'running', startedAtMs: started.indexOf(true) + 1 });
  });

  it('do not take a step that their table does not have', async () => {
    const { bench, attempt } = await training();
    const { database, runs, rounds } = world;
    const run = await bench.run();
    const [participant] = await bench.participants();
    if (participant === undefined) throw new Error('no participant');
    const steps = [
      runs.advance(database.orm, { ...run, state: 'completed' }, 'running', {}),
      rounds.advance(database.orm, attempt, 'committed'),
      rounds.moveParticipant(database.orm, participant, 'uploaded'),
    ];
    for (const step of steps) expect(await refusal(step)).toBe('illegal-transition');
    expect(await bench.attempt()).toEqual(attempt);
    expect(await bench.states()).toEqual({ north: 'selected', south: 'selected' });
  });

  it('commit a round, their model and the evaluations that it is due, or nothing of it', async () => {
    const { bench, attempt } = await training();
    for (const participant of await bench.participants()) {
      await world.rounds.describeUpload(participant, { uploadSha256: hashOf(Buffer.from(participant.siteId)) });
    }
    await bench.lifecycle.beginAggregation(attempt);
    const aggregating = await bench.attempt();
    const model = { sha256: NEXT_MODEL, byteLength: 7 };
    const outcome = { kind: 'model', model, nextClips: [0.1], totalWeight: 2, clippedCount: 3 } as const;
    const broken = bench.lifecycle.commit(await bench.run(), aggregating, outcome, [NORTH, siteId('nobody')]);
    expect(await refusal(broken)).toBe('refused by the database');
    expect(await bench.attempt()).toEqual(aggregating);
    expect(await bench.run()).toMatchObject({ modelSha256: hashOf(BASE_MODEL) });
    expect(await world.evaluations.asked(bench.id)).toEqual([]);

    await bench.lifecycle.commit(await bench.run(), aggregating, outcome, [NORTH, SOUTH]);
    expect(await world.rounds.committed(bench.id, 1)).toMatchObject({ modelSha256: NEXT_MODEL, nextClips: [0.1] });
    expect(await bench.run()).toMatchObject({ modelSha256: NEXT_MODEL, modelBytes: 7 });
    expect((await world.evaluations.asked(bench.id)).map(({ siteId: site }) => site)).toEqual([NORTH, SOUTH]);
  });

  it('drop whoever is pending when an attempt is abandoned, and say why', async () => {
    const { bench, attempt } = await training();
    const participants = await bench.participants();
    await bench.lifecycle.abandon({ run: await bench.run(), attempt, participants }, attempt, 'a test');
    expect(await bench.attempt()).toMatchObject({ state: 'abandoned', note: 'a test' });
    expect((await bench.participants()).map(({ state, reason }) => [state, reason])).toEqual([
      ['dropped', 'abandoned: a test'],
      ['dropped', 'abandoned: a test'],
    ]);
    expect((await bench.run()).note).toMatch(/round 1, attempt 1 was abandoned: a test/);
  });

  it('know their newest attempt, the open ones, and who was given which model', async () => {
    const { bench, attempt } = await training();
    await world.rounds.add({ ...attempt, attempt: 2 });
    await world.rounds.add({ ...attempt, attempt: 10 });
    expect((await world.rounds.newest(bench.id))?.attempt).toBe(10);
    expect((await world.rounds.ofRun(bench.id)).map(({ attempt: number }) => number)).toEqual([1, 2, 10]);
    expect((await world.rounds.open()).filter(({ runId }) => runId === bench.id)).toHaveLength(3);
    expect((await world.rounds.newestRounds()).get(bench.id)).toBe(1);
    expect(await world.rounds.hasTrainedOn(NORTH, attempt.baseModelSha256)).toBe(true);
    expect(await world.rounds.hasTrainedOn(WEST, attempt.baseModelSha256)).toBe(false);
  });

  it('add up what each site sent and was sent', async () => {
    const { bench, attempt } = await training();
    await world.rounds.addTraffic(attempt, NORTH, { up: 3_000_000_000, down: 2 });
    await world.rounds.addTraffic(attempt, NORTH, { up: 3_000_000_000, down: 3 });
    const north = (await bench.participants()).find(({ siteId: site }) => site === NORTH);
    expect([north?.bytesUp, north?.bytesDown]).toEqual([6_000_000_000, 5]);
  });
});

describe('a snapshot of the database', () => {
  it('is of one moment: what is written while it is read is not in it', async () => {
    const { bench, attempt } = await training();
    let writing: Promise<void> | undefined;
    const [before, after] = await world.database.snapshot(async (snapshot) => {
      const seen = await world.rounds.ofRun(bench.id, snapshot);
      writing = bench.lifecycle.beginAggregation(attempt);
      // The embedded database writes once the snapshot is read, a server at once.
      await Promise.race([writing, sleep(500)]);
      return [seen, await world.rounds.ofRun(bench.id, snapshot)];
    });
    expect(after).toEqual(before);
    await writing;
    expect(await bench.attempt()).toMatchObject({ state: 'aggregating' });
  });
});

describe('evaluations in the database', () => {
  it('are asked for once, and keep a report that came before or after a failure', async () => {
    const { bench } = await training();
    const { evaluations } = world;
    const asked = { runId: bench.id, round: 0, siteId: WEST, modelSha256: NEXT_MODEL, deadlineMs: 5 };
    expect(await evaluations.wasAskedFor(WEST, NEXT_MODEL)).toBe(false);
    await evaluations.ask(asked);
    await evaluations.ask({ ...asked, deadlineMs: 6 });
    expect(await evaluations.wasAskedFor(WEST, NEXT_MODEL)).toBe(true);
    await evaluations.fail(bench.id, 0, WEST, 'a test');
    expect(await evaluations.find(bench.id, 0, WEST)).toMatchObject({
      state: 'failed',
      reason: 'a test',
      deadlineMs: 5,
    });
    const summary = { mean: 0.5, min: null, max: null };
    const figures = {
      n: 5,
      dice: summary,
      sensitivity: summary,
      specificity: summary,
      accuracy: summary,
      allLesionDice: null,
      meanMaskDice: 0.25,
      diceInterval: { low: 0.25, high: 0.75 },
      edge: { n: 2, dice: 0.5 },
      central: null,
      segmentation: null,
    };
    const engine = { name: 'fake', device: 'cpu', steps: 1 };
    await evaluations.report({ ...asked, state: 'failed', figures: null, engine: null, reason: null }, figures, engine);
    await evaluations.fail(bench.id, 0, WEST, 'too late');
    expect(await evaluations.find(bench.id, 0, WEST)).toMatchObject({
      state: 'reported',
      figures,
      engine,
      reason: null,
    });
  });
});
