import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SECURE_PHASES, siteId, type SiteId } from '@mammofed/core';
import { sodiumReady } from '@mammofed/privacy';
import { RunBench } from '../rounds/run-engine.test-support.js';
import { FIVE, SecureBench } from './secure-bench.test-support.js';

let shared: Awaited<ReturnType<typeof SecureBench.world>>;
beforeAll(async () => {
  await sodiumReady();
  shared = await SecureBench.world();
}, 120_000);
afterAll(() => shared.world.end());
beforeEach(() => {
  shared.world.nowMs += 1_000_000;
});

const names = (sites: readonly SiteId[]): string[] => [...sites].sort();

async function tensor(bench: RunBench): Promise<Float32Array> {
  const [first] = (await bench.world.models.read((await bench.run()).modelSha256)).tensors;
  return first?.data ?? new Float32Array();
}

/** Base model plus the weighted mean of the sites' changes. */
function mean(secure: SecureBench, contributors: readonly string[]): number[] {
  const sites = contributors.map((name) => secure.site(name));
  const total = sites.reduce((sum, { exampleCount }) => sum + exampleCount, 0);
  return [0, 0.25, 0.5, -1].map(
    (base, k) =>
      base + sites.reduce((sum, { delta, exampleCount }) => sum + ((delta[k] ?? 0) * exampleCount) / total, 0),
  );
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Math.max(...Array.from(a, (value, i) => Math.abs(value - (b[i] ?? Number.NaN))));
}

describe('a round in secure mode', () => {
  it('goes through all five phases to the model that sealed mode gives of the same vectors, bit for bit', async () => {
    const secure = await SecureBench.create(shared, 3);
    await secure.play();
    expect((await secure.bench.attempt()).state).toBe('committed');
    for (const phase of SECURE_PHASES) expect(names(secure.asked(phase))).toEqual(['north', 'south', 'west']);

    const quorum = { minSites: 3, minExamples: 0, maxSites: 3, sites: FIVE.slice(0, 3) };
    const sealed = await RunBench.create(shared.world, { quorum }, [...secure.sites.keys()]);
    await sealed.look();
    for (const site of secure.sites.values()) await sealed.upload(site.id, site.plain(site.task));
    await sealed.look();
    expect((await sealed.attempt()).state).toBe('committed');
    expect(await tensor(secure.bench)).toEqual(await tensor(sealed));
  });

  it.each([
    [16, 3e-4],
    [24, 1e-6],
    [32, 1e-7],
  ] as const)('adds in a ring of %i bits, within its rounding', async (ringBits, bound) => {
    const secure = await SecureBench.create(shared, 4, { ringBits });
    await secure.play();
    expect((await secure.bench.attempt()).state).toBe('committed');
    expect(largestDifference(await tensor(secure.bench), mean(secure, FIVE.slice(0, 4)))).toBeLessThan(bound);
  });
});

describe('a site that drops out', () => {
  it.each([
    ['keying', ['north', 'south', 'west', 'east'], 'refuses'],
    ['sharing', ['north', 'south', 'west', 'east'], 'refuses'],
    ['collecting', ['north', 'south', 'west', 'east'], 'refuses'],
    ['confirming', FIVE, 'refuses'],
    ['unmasking', FIVE, 'refuses'],
    ['keying', ['north', 'south', 'west', 'east'], 'is silent'],
    ['sharing', ['north', 'south', 'west', 'east'], 'is silent'],
    ['collecting', ['north', 'south', 'west', 'east'], 'is silent'],
    ['confirming', FIVE, 'is silent'],
    ['unmasking', FIVE, 'is silent'],
  ] as const)('in %s: the sum is that of %j (it %s)', async (phase, contributors, how) => {
    const secure = await SecureBench.create(shared, 5);
    const lost = secure.site('middle');
    lost.behaviour = how === 'refuses' ? { refusesIn: [phase] } : { silentIn: [phase] };
    await secure.play();
    if (how === 'is silent') {
      expect(await secure.state()).toBe(phase);
      shared.world.nowMs += 59_999;
      for (const site of secure.sites.keys()) if (site !== lost.id) secure.bench.registry.heardFrom(site);
      await secure.play();
      expect(await secure.state()).toBe(phase);
      shared.world.nowMs += 1;
      await secure.play();
    }
    expect(await secure.bench.attempt()).toMatchObject({ state: 'committed', attempt: 1 });
    expect(largestDifference(await tensor(secure.bench), mean(secure, contributors))).toBeLessThan(1e-7);
    const isIn = (contributors as readonly string[]).includes('middle');
    expect((await secure.bench.states())['middle']).toBe(isIn ? 'uploaded' : 'dropped');
    const entries = await secure.bench.journal.entries(await secure.bench.attempt());
    const code = how === 'refuses' ? 'policy-test' : phase === 'collecting' ? 'silent' : 'no-answer';
    expect(entries.filter(({ kind }) => kind === 'lost')).toMatchObject([{ site: 'middle', phase, code }]);
  });

  it('leaves too few: the attempt is abandoned, its note says who was missing, and a refusal by policy lasts', async () => {
    const secure = await SecureBench.create(shared, 4);
    for (const name of ['west', 'east']) secure.site(name).behaviour = { refusesIn: ['sharing'] };
    await secure.play();
    const attempt = await secure.bench.attempt();
    expect(attempt.state).toBe('abandoned');
    expect(attempt.note).toMatch(
      /^sharing: \d of at least 3 sites took part .*east: policy-test: .*west: policy-test: /,
    );
    expect(await tensor(secure.bench)).toEqual(Float32Array.of(0, 0.25, 0.5, -1));
    for (const name of ['north', 'south']) expect(secure.bench.tasks('cancel-task')).toContain(name);
    for (const site of secure.sites.values()) site.behaviour = {};
    // A refusal by a site's policy lasts; the two that are left cannot be a cohort.
    shared.world.nowMs += 1000;
    await secure.play();
    expect(await secure.bench.run()).toMatchObject({ state: 'failed' });
  });

  it('in a phase is asked again in the next attempt, which has keys of its own', async () => {
    const secure = await SecureBench.create(shared, 3);
    secure.site('west').behaviour = { silentIn: ['sharing'] };
    await secure.play('sharing');
    await secure.play();
    shared.world.nowMs += 60_000;
    await secure.play();
    expect((await secure.bench.attempt()).note).toContain('west: no answer in phase sharing within 60 s');
    secure.site('west').behaviour = {};
    shared.world.nowMs += 1000;
    await secure.play();
    expect(await secure.bench.attempt()).toMatchObject({ state: 'committed', attempt: 2 });
    expect(largestDifference(await tensor(secure.bench), mean(secure, FIVE.slice(0, 3)))).toBeLessThan(1e-7);
  });
});

describe('an attempt that cannot be finished once unmasking began', () => {
  it('ends the run, with the reason and what to do; until the deadline it waits for the shares', async () => {
    const secure = await SecureBench.create(shared, 3);
    secure.site('west').behaviour = { silentIn: ['unmasking'] };
    await secure.play();
    shared.world.nowMs += 100_000;
    await secure.play();
    expect(await secure.state()).toBe('unmasking');
    shared.world.nowMs += 30_000;
    await secure.play();
    const run = await secure.bench.run();
    expect(run.state).toBe('failed');
    expect(run.note).toMatch(
      /unmasking: 2 of at least 3 .*west: no answer.* No other attempt at it is possible.*another seed/,
    );
    expect(await tensor(secure.bench)).toEqual(Float32Array.of(0, 0.25, 0.5, -1));
  });

  it('is finished by a site that comes back in time', async () => {
    const secure = await SecureBench.create(shared, 3);
    secure.site('west').behaviour = { silentIn: ['unmasking'] };
    await secure.play();
    shared.world.nowMs += 61_000;
    secure.site('west').behaviour = {};
    secure.connect(siteId('west'));
    await secure.play();
    expect((await secure.bench.attempt()).state).toBe('committed');
  });
});

describe('a coordinator that is killed', () => {
  it.each(['training', ...SECURE_PHASES, 'aggregating'])(
    'in %s goes on in the same attempt, to the same model',
    async (state) => {
      const secure = await SecureBench.create(shared, 3);
      await secure.play(state);
      await secure.restart();
      await secure.play();
      expect(await secure.bench.attempt()).toMatchObject({ state: 'committed', attempt: 1 });
      expect(largestDifference(await tensor(secure.bench), mean(secure, FIVE.slice(0, 3)))).toBeLessThan(1e-7);
    },
  );

  it('after every single answer goes on in the same attempt, and asks nobody again who has answered', async () => {
    const secure = await SecureBench.create(shared, 3);
    // Three sites in five phases.
    for (let i = 0; i < 15; i++) {
      await secure.step();
      await secure.restart();
    }
    await secure.bench.look();
    expect(await secure.bench.attempt()).toMatchObject({ state: 'committed', attempt: 1 });
    expect(largestDifference(await tensor(secure.bench), mean(secure, FIVE.slice(0, 3)))).toBeLessThan(1e-7);
  });
});

describe('a member that lies', () => {
  it('about its signature is left out with the code of what it did', async () => {
    const secure = await SecureBench.create(shared, 4);
    secure.site('east').behaviour = {
      alter: (answer) => (answer.kind === 'advertisement' ? { ...answer, maskingKey: answer.sealingKey } : answer),
    };
    await secure.play();
    const east = (await secure.bench.participants()).find(({ siteId: id }) => id === 'east');
    expect(east).toMatchObject({ state: 'dropped', failureCode: 'bad-member-signature' });
    expect((await secure.bench.attempt()).state).toBe('committed');
  });

  it('in another one’s name is left out', async () => {
    const secure = await SecureBench.create(shared, 4);
    secure.site('east').behaviour = {
      alter: (answer) => (answer.kind === 'advertisement' ? { ...answer, site: siteId('north') } : answer),
    };
    await secure.play();
    const east = (await secure.bench.participants()).find(({ siteId: id }) => id === 'east');
    expect(east).toMatchObject({ state: 'dropped', failureCode: 'unexpected-answer' });
  });

  it('about a share is named, and the sum is right', async () => {
    const secure = await SecureBench.create(shared, 5);
    secure.site('middle').behaviour = { alter: (answer) => secure.site('middle').withWrongShares(answer) };
    await secure.play();
    expect((await secure.bench.attempt()).state).toBe('committed');
    expect(largestDifference(await tensor(secure.bench), mean(secure, FIVE))).toBeLessThan(1e-7);
    const entries = await secure.bench.journal.entries(await secure.bench.attempt());
    expect(entries.filter(({ kind }) => kind === 'wrong-share')).toMatchObject([{ holder: 'middle' }]);
  });

  it('about its update ruins the sum, which is thrown away with the run', async () => {
    const secure = await SecureBench.create(shared, 3);
    const north = secure.site('north');
    north.plain = () => new Uint8Array(24).fill(0x7f);
    await secure.play();
    const run = await secure.bench.run();
    expect(run).toMatchObject({ state: 'failed' });
    expect(run.note).toMatch(/weight-out-of-range|mean-exceeds-clip/);
  });
});

describe('an answer', () => {
  /** What a site was asked in a phase, by the coordinator that runs now. */
  const requestTo = (secure: SecureBench, name: string, kind: string) => {
    const found = secure.bench.told.find(({ site, message }) => site === name && message.kind === kind);
    if (found === undefined) throw new Error(`${name} was not asked`);
    return found;
  };

  it('that comes again over a newer session counts once; a different one does not, and costs the site nothing', async () => {
    const secure = await SecureBench.create(shared, 3);
    await secure.play('sharing');
    const north = secure.site('north');
    const first = requestTo(secure, 'north', 'roll');
    const second = await secure.askedAgain('north', 'roll');
    const third = await secure.askedAgain('north', 'roll');
    const dealt = await north.answer(first.message);
    if (dealt === null) throw new Error('no shares');
    for (const [asked, answer] of [
      [first, dealt],
      [second, dealt],
      [third, north.withOtherSeed(dealt)],
    ] as const) {
      asked.answer(answer);
      await secure.settle();
    }
    const entries = await secure.bench.journal.entries(await secure.bench.attempt());
    expect(entries.filter((entry) => entry.kind === 'dealt' && entry.message.site === 'north')).toHaveLength(1);
    expect(shared.world.logLines.filter((line) => line.includes('site answered twice'))).toHaveLength(1);
    await secure.play();
    expect(await secure.bench.attempt()).toMatchObject({ state: 'committed', attempt: 1 });
    expect((await secure.bench.states())['north']).toBe('uploaded');
  });

  it('that comes after its phase changes nothing', async () => {
    const secure = await SecureBench.create(shared, 4);
    await secure.play('keying');
    secure.site('east').behaviour = { silentIn: ['keying'] };
    await secure.play();
    shared.world.nowMs += 60_000;
    for (const site of secure.sites.keys()) secure.bench.registry.heardFrom(site);
    const late = requestTo(secure, 'east', 'advertise-request');
    secure.site('east').behaviour = {};
    await secure.play('sharing');
    late.answer((await secure.site('east').answer(late.message)) ?? { kind: 'task-accepted' });
    await secure.play();
    expect((await secure.bench.states())['east']).toBe('dropped');
    expect(await secure.bench.attempt()).toMatchObject({ state: 'committed', attempt: 1 });
    expect(largestDifference(await tensor(secure.bench), mean(secure, ['north', 'south', 'west']))).toBeLessThan(1e-7);
  });
});

describe('the deadline of a phase', () => {
  it('moves by as long as the coordinator was down', async () => {
    const secure = await SecureBench.create(shared, 3);
    await secure.play('keying');
    const { phaseDeadlineMs } = await secure.bench.attempt();
    await shared.world.rounds.extendDeadlines(shared.world.database.orm, shared.world.nowMs, 5000);
    expect((await secure.bench.attempt()).phaseDeadlineMs).toBe((phaseDeadlineMs ?? 0) + 5000);
    await secure.play();
  });
});

describe('a member that the root revokes', () => {
  it.each(['keying', 'sharing', 'collecting', 'confirming'])('in %s ends the attempt', async (state) => {
    const own = await SecureBench.world(['north', 'south', 'west', 'east', 'middle']);
    try {
      const secure = await SecureBench.create(own, 4);
      await secure.play(state);
      own.world.roster.held = own.consortium.revoke(siteId('east'), 1);
      await secure.bench.look();
      const attempt = await secure.bench.attempt();
      expect(attempt).toMatchObject({ state: 'abandoned', attempt: 1 });
      expect(attempt.note).toContain('does not list east any more');
    } finally {
      await own.world.end();
    }
  });
});

describe('a second run from one initial model', () => {
  it('is refused by the sites, and the run says to take another', async () => {
    const first = await SecureBench.create(shared, 3);
    await first.play();
    expect((await first.bench.attempt()).state).toBe('committed');
    const second = await SecureBench.create(shared, 3);
    for (const [id, site] of first.sites) second.site(id).remember(site);
    await second.play();
    shared.world.nowMs += 1000;
    await second.play();
    const run = await second.bench.run();
    expect(run.state).toBe('failed');
    expect(run.note).toMatch(/round-already-unmasked.*another seed, or from another initial model/);
  });
});

describe('what is kept of a committed round', () => {
  it('are the terms, U1, U2, U3 and the confirmations, and no share', async () => {
    const secure = await SecureBench.create(shared, 3);
    await secure.play();
    const entries = await secure.bench.journal.entries(await secure.bench.attempt());
    const kinds = entries.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'dealt' || kind === 'unmasked')).toEqual([]);
    expect(kinds.filter((kind) => kind === 'confirmed')).toHaveLength(3);
    const sites = (kind: string): string[] =>
      entries.flatMap((entry) => (entry.kind === kind && 'message' in entry ? [entry.message.site] : [])).sort();
    expect(sites('advertised')).toEqual(FIVE.slice(0, 3).sort());
    const [confirmed] = entries.filter((entry) => entry.kind === 'confirmed');
    expect(confirmed?.message).toMatchObject({ sharers: FIVE.slice(0, 3).sort(), uploaders: FIVE.slice(0, 3).sort() });
  });
});

describe('a site whose program is too old for masks', () => {
  it('is not selected, and the run says so', async () => {
    const secure = await SecureBench.create(shared, 3);
    secure.bench.connect(siteId('west'), 0);
    await secure.bench.look();
    expect(await secure.state()).toBe('selecting');
    expect((await secure.bench.run()).note).toBe(
      'round 1 waits for sites: 2 of at least 3 are connected; version too old for mode secure: west',
    );
  });

  it('and comes back in the middle of a round is left out of it', async () => {
    const secure = await SecureBench.create(shared, 4);
    await secure.play('keying');
    secure.bench.connect(siteId('east'), 0);
    await secure.bench.look();
    await secure.play();
    const east = (await secure.bench.participants()).find(({ siteId: id }) => id === 'east');
    expect(east).toMatchObject({ state: 'dropped', failureCode: 'version-too-old' });
    expect((await secure.bench.attempt()).state).toBe('committed');
  });
});
