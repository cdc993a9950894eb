import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import { seededRng, uniformInt, type RunView } from '@mammofed/core';
import { killAgent, killTrainer } from '../support/consortium.js';
import { describeRun, FaultBench, outcomeOf, type Reference } from '../support/fault-bench.js';
import { isAlive } from '../support/process-tree.js';
import { eventually, Workbench } from '../support/processes.js';

// Run by `npm run test:faults`, which sets these two and says the seed first.
const RUN_COUNT = Number(process.env.MAMMOFED_FAULT_RUNS ?? 10);
const SEED = Number(process.env.MAMMOFED_FAULT_SEED ?? 1);

const SITES = ['north', 'south'] as const;
const KINDS = ['coordinator', 'agent', 'trainer'] as const;
/** Runs take turns with these, so that no site finds the models of the run before the last in its store. */
const SEED_COUNT = 3;
const OPTIONS = { rounds: 2, width: '1/32', epochs: 2 };

interface Kill {
  readonly kind: (typeof KINDS)[number];
  /** Whose agent or trainer; of a coordinator it says nothing. */
  readonly site: (typeof SITES)[number];
  /** When, as a fraction of an undisturbed run. */
  readonly moment: number;
}

function drawnKill(run: number): Kill {
  const rng = seededRng('random-kills', SEED, run);
  const kind = KINDS[uniformInt(rng, KINDS.length)] as Kill['kind'];
  return { kind, site: SITES[uniformInt(rng, SITES.length)] as Kill['site'], moment: rng.next() };
}

function nameOf({ kind, site, moment }: Kill): string {
  const whose = kind === 'coordinator' ? 'the coordinator' : `the ${kind} of ${site}`;
  return `${whose} killed after ${(100 * moment).toFixed(0)} % of the time that it takes undisturbed`;
}

/** What a run was doing when somebody was killed; the victim's own phase tells a training site from a waiting one. */
function phaseOf(view: RunView | undefined, { kind, site }: Kill): string {
  const round = view?.rounds.at(-1);
  if (view === undefined || round === undefined) return 'before round 1';
  if (view.state === 'completed') return 'just completed';
  if (round.state === 'committed') return round.round < view.config.rounds ? 'between rounds' : 'last evaluation';
  if (round.state !== 'training') return round.state;
  const of = kind === 'coordinator' ? round.sites : round.sites.filter((one) => one.site === site);
  const pending = of.filter(({ status }) => status !== 'uploaded');
  const phases = [...new Set(pending.map(({ phase, status }) => phase ?? status))].sort();
  return pending.length === 0 ? 'training: uploaded' : `training: ${phases.join(' and ')}`;
}

/** What of a run a fault changed that it must not; null if it is as undisturbed. */
function damageOf(view: RunView, { view: expected }: Reference): string | null {
  for (const { round, sites } of view.rounds) {
    const contributed = sites.filter(({ status }) => status === 'uploaded').map(({ site }) => site);
    if (new Set(contributed).size < contributed.length) return `counted twice: a site in round ${round}`;
    if (contributed.length < SITES.length) return `lost: a site of round ${round}`;
  }
  if (view.rounds.length !== expected.rounds.length) return 'lost: an attempt of a round was abandoned';
  if (view.modelSha256 !== expected.modelSha256) return 'counted wrongly: the model is another one';
  if (view.evaluations.length !== expected.evaluations.length) return 'lost: an evaluation';
  return null;
}

class Tally {
  readonly #counts = new Map<string, number>();

  add(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  get text(): string {
    const rows = [...this.#counts].sort(([, a], [, b]) => b - a).map(([name, count]) => `${count} × ${name}`);
    return rows.length === 0 ? 'none' : rows.join(', ');
  }
}

/** A consortium that is kept from run to run; after a run that went wrong, the next one has a fresh one. */
class Campaign {
  readonly kinds = new Tally();
  readonly phases = new Tally();
  readonly results = new Tally();
  #workbench: Workbench | null = null;
  #ready: Promise<{ readonly bench: FaultBench; readonly references: readonly Reference[] }> | null = null;

  ready(): Promise<{ readonly bench: FaultBench; readonly references: readonly Reference[] }> {
    this.#ready ??= this.#start();
    return this.#ready;
  }

  async #start(): Promise<{ readonly bench: FaultBench; readonly references: readonly Reference[] }> {
    this.#workbench = new Workbench();
    const bench = await FaultBench.start(this.#workbench, SITES);
    for (const name of SITES) bench.startSite(name);
    await bench.connected(...SITES);
    const references: Reference[] = [];
    // The first one is run twice: only the second time are the trainers there and their steps compiled.
    await bench.reference({ ...OPTIONS, seed: 1 });
    for (let seed = 1; seed <= SEED_COUNT; seed++) references.push(await bench.reference({ ...OPTIONS, seed }));
    return { bench, references };
  }

  async end(): Promise<void> {
    await this.#workbench?.end();
    this.#workbench = null;
    this.#ready = null;
  }
}

/** Kills and starts again. @returns what the run was doing, as far as anybody can tell from outside. */
async function strike(bench: FaultBench, runId: string, kill: Kill): Promise<string> {
  const view = await bench.admin.view(runId);
  switch (kill.kind) {
    case 'coordinator':
      await bench.consortium.killCoordinator();
      await bench.consortium.startCoordinator();
      break;
    case 'agent': {
      const trainers = await killAgent(bench.site(kill.site));
      bench.startSite(kill.site);
      // It ends by itself: nobody would ever stop it otherwise.
      await eventually('the trainer of the killed agent to end', 60_000, async () =>
        (await Promise.all(trainers.map(isAlive))).includes(true) ? undefined : true,
      );
      break;
    }
    case 'trainer': {
      // An agent that was killed in the run before has none until its first task.
      const struck = await eventually('a trainer', 60_000, async () => {
        if (await killTrainer(bench.site(kill.site))) return true;
        return (await bench.admin.view(runId))?.state === 'completed' ? false : undefined;
      });
      if (!struck) return 'no trainer was needed any more';
    }
  }
  return phaseOf(view, kill);
}

describe(`a run in which one process is killed at a random moment (seed ${SEED})`, () => {
  const campaign = new Campaign();
  let undisturbedMs: readonly number[] = [];

  afterAll(async () => {
    await campaign.end();
    process.stdout.write(
      [
        '',
        `faults: ${RUN_COUNT} runs of ${OPTIONS.rounds} rounds, seed ${SEED}`,
        `  undisturbed: ${undisturbedMs.map((ms) => `${(ms / 1000).toFixed(1)} s`).join(', ')}`,
        `  killed:      ${campaign.kinds.text}`,
        `  while:       ${campaign.phases.text}`,
        `  result:      ${campaign.results.text}`,
        '',
      ].join('\n'),
    );
  });

  it('ends undisturbed, if nobody is killed', async () => {
    const { references } = await campaign.ready();
    undisturbedMs = references.map(({ durationMs }) => durationMs);
    expect(new Set(references.map(({ view }) => view.modelSha256)).size).toBe(SEED_COUNT);
  }, 400_000);

  for (let run = 1; run <= RUN_COUNT; run++) {
    const kill = drawnKill(run);
    it(`run ${run}: ${nameOf(kill)}`, async () => {
      const { bench, references } = await campaign.ready();
      const reference = references[run % SEED_COUNT] as Reference;
      let result = 'stuck';
      try {
        await bench.connected(...SITES);
        const runId = await bench.repeat(reference);
        await delay(kill.moment * reference.durationMs);
        campaign.phases.add(await strike(bench, runId, kill));
        campaign.kinds.add(kill.kind);
        const view = await bench.completed(runId);
        const damage = damageOf(view, reference);
        result = damage ?? 'as undisturbed';
        if (damage !== null) throw new Error(`${damage}; ${describeRun(view)}`);
        result = 'another outcome';
        expect(outcomeOf(view)).toEqual(outcomeOf(reference.view));
        result = 'as undisturbed';
      } finally {
        campaign.results.add(result);
        if (result !== 'as undisturbed') await campaign.end();
      }
    }, 600_000);
  }
});
