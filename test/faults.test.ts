import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Consortium } from './support/consortium.js';
import { eventually, Workbench } from './support/processes.js';

const OPTIONS = [
  '--study',
  'faults',
  '--rounds',
  '3',
  '--width',
  '1/32',
  '--size',
  '16',
  '--seed',
  '3',
  '--max-sites',
  '3',
  '--min-sites',
  '2',
  '--select-ms',
  '15000',
  '--stall-ms',
  '3000',
];

describe('a site killed while it trains', () => {
  const workbench = new Workbench();
  let consortium: Consortium;

  beforeAll(async () => {
    consortium = await Consortium.start(workbench);
    for (const [index, name] of ['north', 'south', 'west'].entries()) await consortium.enrol(name, index);
  }, 120_000);
  afterAll(() => workbench.end());

  it('is left out of the round, which commits by quorum, and takes part in the next one when started again', async () => {
    consortium.startSite('north');
    consortium.startSite('south');
    const west = consortium.startSite('west');
    // Enough epochs that the kill falls into the training.
    const runId = await consortium.createRun(...OPTIONS, '--epochs', '300');

    await eventually('west to train in round 1', 60_000, async () => {
      const site = (await consortium.show(runId)).rounds[0]?.sites.find(({ site }) => site === 'west');
      return site?.phase === 'training' && site.step > 0 ? true : undefined;
    });
    west.signalGroup('SIGKILL');
    await west.finished;

    const afterKill = await eventually('round 1 to commit', 120_000, async () => {
      const view = await consortium.show(runId);
      return view.rounds[0]?.state === 'committed' ? view : undefined;
    });
    const statuses = Object.fromEntries(afterKill.rounds[0]?.sites.map(({ site, status }) => [site, status]) ?? []);
    expect(statuses).toEqual({ north: 'uploaded', south: 'uploaded', west: 'dropped' });
    expect(afterKill.deterministic).toBe(false);

    consortium.startSite('west');
    const completed = await eventually('the run to complete', 240_000, async () => {
      const view = await consortium.show(runId);
      return view.state === 'completed' ? view : undefined;
    });
    // The next round that begins after west is back has it; with 15 s to select, that is round 2 or at the latest 3.
    const again = completed.rounds
      .slice(1)
      .flatMap(({ round, sites }) =>
        sites.filter(({ site, status }) => site === 'west' && status === 'uploaded').map(() => round),
      );
    expect(again.length).toBeGreaterThan(0);
    expect(completed.evaluations.some(({ site, round }) => site === 'west' && round === 3)).toBe(true);
  }, 480_000);
});
