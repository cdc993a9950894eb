import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunView } from '@mammofed/core';
import { Consortium } from './support/consortium.js';
import { eventually, Workbench, type MammofedProcess } from './support/processes.js';

const NAMES = ['north', 'south', 'west'];
const OPTIONS = [
  ...['--study', 'secure', '--rounds', '2', '--epochs', '2', '--width', '1/32', '--size', '16', '--seed', '3'],
  ...['--min-sites', '3', '--max-sites', '3', '--stall-ms', '10000'],
];

/** Real processes in the mode that runs have unless they say otherwise. Of three sites none may be missing. */
describe('a secure run of three sites', () => {
  const workbench = new Workbench();
  const agents = new Map<string, MammofedProcess>();
  let consortium: Consortium;
  let runId: string;

  beforeAll(async () => {
    consortium = await Consortium.start(workbench);
    for (const [i, name] of NAMES.entries()) await consortium.enrol(name, i);
    for (const name of NAMES) agents.set(name, consortium.startSite(name));
  }, 240_000);
  afterAll(() => workbench.end());

  const viewWhen = (what: string, runId: string, holds: (view: RunView) => boolean): Promise<RunView> =>
    eventually(what, 240_000, async () => {
      const view = await consortium.show(runId);
      if (view.state === 'failed') throw new Error(`the run failed: ${view.note}`);
      return holds(view) ? view : undefined;
    });

  it('says that it waits for the cohort while one is gone, and goes on to its end when it is back', async () => {
    const west = agents.get('west') as MammofedProcess;
    await eventually('west to be connected', 120_000, () => (/connected/.test(west.stdout) ? true : undefined));
    west.signalGroup('SIGKILL');
    await west.finished;
    runId = await consortium.createRun(...OPTIONS);
    const waiting = await viewWhen('the run to wait', runId, ({ state }) => state === 'waiting-for-cohort');
    expect(waiting.note).toContain('2 of at least 3 are connected');
    agents.set('west', consortium.startSite('west'));
    const view = await viewWhen('the run to end', runId, ({ state }) => state === 'completed');
    expect(view.rounds.map(({ state }) => state)).toEqual(['committed', 'committed']);
  }, 400_000);

  it('leaves a model whose rounds, cohorts and confirmations are proved from files alone', async () => {
    const [model, receipts] = [join(consortium.rootDir, 'm.safetensors'), join(consortium.rootDir, 'm.receipts.json')];
    const dir = ['--dir', consortium.coordinatorDir];
    await workbench.must('model', 'export', '--model', runId, ...dir, '--format', 'safetensors', '--out', model);
    await workbench.must('model', 'receipts', runId, ...dir, '--out', receipts);
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
    const swapped = await workbench.run(...verify);
    expect(swapped.code).toBe(1);
    expect(swapped.stdout + swapped.stderr).toContain('model');
  }, 120_000);
});
