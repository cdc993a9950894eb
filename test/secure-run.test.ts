import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Consortium } from './support/consortium.js';
import { eventually, Workbench, type MammofedProcess } from './support/processes.js';

const OPTIONS = [
  ...['--study', 'secure', '--rounds', '2', '--width', '1/32', '--size', '16', '--seed', '3'],
  ...['--min-sites', '3', '--max-sites', '3', '--stall-ms', '10000', '--epochs', '2'],
];
const NAMES = ['north', 'south', 'west'];

/** Real processes: a coordinator and three sites, in the mode that runs have unless they say otherwise. */
describe('a run in secure mode', () => {
  const workbench = new Workbench();
  let consortium: Consortium;
  const agents = new Map<string, MammofedProcess>();

  beforeAll(async () => {
    consortium = await Consortium.start(workbench);
    for (const [i, name] of NAMES.entries()) await consortium.enrol(name, i);
    for (const name of NAMES) agents.set(name, consortium.startSite(name));
  }, 240_000);
  afterAll(() => workbench.end());

  it('sums masked updates of three sites and goes on to its end', async () => {
    const runId = await consortium.createRun(...OPTIONS);
    const view = await eventually('the run to end', 180_000, async () => {
      const now = await consortium.show(runId);
      return now.state === 'completed' || now.state === 'failed' ? now : undefined;
    }).catch(async (error: unknown) => {
      const said = [...agents.values()].map((one) => one.stdout.slice(-1500) + one.stderr.slice(-1500)).join('\n---\n');
      throw new Error(
        `${String(error)}\n${JSON.stringify(await consortium.show(runId), null, 1).slice(0, 4000)}\n${said}\n${consortium.coordinatorLog.slice(-3000)}`,
      );
    });
    expect(view).toMatchObject({ state: 'completed', note: null });
  }, 240_000);
});
