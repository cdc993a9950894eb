import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeModelFile, type RunView } from '@mammofed/core';
import { AdminApi } from './support/admin-api.js';
import { Consortium } from './support/consortium.js';
import { eventually, Workbench } from './support/processes.js';

/** A machine that tests on all its cores is slow. */
const WITHIN_MS = 420_000;
const NAMES = ['north', 'south', 'west'];
const RUN = [
  ...['--study', 'secure', '--seed', '5', '--rounds', '2', '--epochs', '1', '--width', '1/32', '--size', '16'],
  ...['--min-sites', '3', '--max-sites', '3', '--only', NAMES.join(',')],
];

describe('a run in secure mode, with real agents', () => {
  const workbench = new Workbench();
  let consortium: Consortium;
  let admin: AdminApi;

  beforeAll(async () => {
    consortium = await Consortium.start(workbench);
    admin = await AdminApi.of(consortium.coordinatorDir);
    for (const [i, name] of NAMES.entries()) {
      await consortium.enrol(name, i, 24, 'secure');
      consortium.startSite(name);
    }
  }, 360_000);
  afterAll(() => workbench.end());

  const viewWhen = (what: string, runId: string, holds: (view: RunView) => boolean): Promise<RunView> =>
    eventually(what, WITHIN_MS, async () => {
      const view = await admin.view(runId);
      if (view?.state === 'failed') throw new Error(`the run failed: ${view.note}`);
      return view !== undefined && holds(view) ? view : undefined;
    });
  const ended = (runId: string): Promise<RunView> =>
    viewWhen('the run to end', runId, ({ state }) => state === 'completed');
  const tensors = async ({ modelSha256 }: RunView) => {
    const dir = join(consortium.coordinatorDir, 'models');
    return decodeModelFile(await readFile(join(dir, modelSha256))).tensors;
  };

  it('ends with the model of sealed mode, bit for bit, and the coordinator killed between', async () => {
    const runId = await consortium.createRun('--mode', 'secure', ...RUN);
    await viewWhen('round 1 to commit', runId, ({ rounds }) => rounds[0]?.state === 'committed');
    await consortium.killCoordinator();
    await consortium.startCoordinator();
    const secure = await ended(runId);
    expect(secure.rounds.map(({ attempt, secure: phases }) => [attempt, phases?.lost])).toEqual([
      [1, []],
      [1, []],
    ]);
    const sealed = await ended(await consortium.createRun('--mode', 'sealed', ...RUN));
    expect(await tensors(secure)).toEqual(await tensors(sealed));
  }, 1_200_000);
});
