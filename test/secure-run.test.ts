import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeModelFile, type RunView } from '@mammofed/core';
import { AdminApi } from './support/admin-api.js';
import { Consortium } from './support/consortium.js';
import { eventually, Workbench, type MammofedProcess } from './support/processes.js';

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
  let secureRun: string;
  const agents = new Map<string, MammofedProcess>();

  beforeAll(async () => {
    consortium = await Consortium.start(workbench);
    admin = await AdminApi.of(consortium.coordinatorDir);
    for (const [i, name] of NAMES.entries()) {
      await consortium.enrol(name, i, 24, 'secure');
      agents.set(name, consortium.startSite(name));
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
    secureRun = runId;
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

  it('says that it waits for the cohort while one is gone, and goes on to its end when it is back', async () => {
    const west = agents.get('west') as MammofedProcess;
    west.signalGroup('SIGKILL');
    await west.finished;
    const waitingRun = await consortium.describeRun('--mode', 'secure', ...RUN, '--seed', '6');
    await consortium.approve(['north', 'south'], waitingRun);
    await workbench.must('run', 'start', waitingRun, '--dir', consortium.coordinatorDir);
    const waiting = await viewWhen('the run to wait', waitingRun, ({ state }) => state === 'waiting-for-cohort');
    expect(waiting.note).toContain('2 of at least 3 are connected');
    agents.set('west', consortium.startSite('west'));
    await consortium.approve(['west'], waitingRun);
    const view = await ended(waitingRun);
    expect(view.rounds.map(({ state }) => state)).toEqual(['committed', 'committed']);
  }, 1_200_000);

  it('leaves a model whose rounds, cohorts and confirmations are proved from files alone', async () => {
    const [model, receipts] = [join(consortium.rootDir, 'm.safetensors'), join(consortium.rootDir, 'm.receipts.json')];
    const dir = ['--dir', consortium.coordinatorDir];
    await workbench.must('model', 'export', '--model', secureRun, ...dir, '--format', 'safetensors', '--out', model);
    await workbench.must('model', 'receipts', secureRun, ...dir, '--out', receipts);
    const { rootFingerprint } = (await consortium.administer('roster')) as { rootFingerprint: string };
    const verify = ['model', 'verify', model, '--receipts', receipts, '--fingerprint', rootFingerprint, '--json'];
    const { stdout } = await workbench.must(...verify);
    expect(JSON.parse(stdout)).toMatchObject({
      rounds: [
        { round: 1, cohort: NAMES, contributors: NAMES, confirmedBy: NAMES },
        { round: 2, cohort: NAMES, contributors: NAMES, confirmedBy: NAMES },
      ],
    });
    const bytes = await readFile(model);
    await writeFile(model, bytes.fill(bytes.at(-1) === 0 ? 1 : 0, bytes.length - 1));
    expect((await workbench.run(...verify)).code).toBe(1);
  }, 240_000);
});
