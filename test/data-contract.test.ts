import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunView } from '@mammofed/core';
import { decodeMask, maskPng, writePhantomDataset } from '@mammofed/imaging';
import { Consortium } from './support/consortium.js';
import { eventually, Workbench, type MammofedProcess } from './support/processes.js';

/** A machine that tests on all its cores is slow. */
const WITHIN_MS = 180_000;
const STUDY = 'masses';
const PATIENTS = 48;
const OPTIONS = [
  ...['--study', STUDY, '--rounds', '1', '--epochs', '1', '--width', '1/32', '--size', '16'],
  ...['--min-sites', '2', '--max-sites', '3'],
];
const NAMES = ['north', 'south', 'west'];

/** Three hospitals, of which one has exported its masks mirrored, and has a scanner whose images are darker. */
describe('the dry run of a data contract before a run begins', () => {
  const workbench = new Workbench();
  let consortium: Consortium;
  let west: MammofedProcess;

  beforeAll(async () => {
    consortium = await Consortium.start(workbench);
    for (const [index, name] of NAMES.entries()) await consortium.enrol(name, index, PATIENTS, STUDY);
    await mirrorMasks();
    for (const name of ['north', 'south']) consortium.startSite(name);
    west = consortium.startSite('west');
  }, 480_000);
  afterAll(() => workbench.end());

  const westData = (): string => join(dirname(consortium.siteDir('west')), 'west-data');
  const mirrorMasks = async (): Promise<void> => {
    const dir = join(westData(), 'masks');
    for (const name of await readdir(dir)) {
      const path = join(dir, name);
      const { width, height, mask } = await decodeMask(await readFile(path));
      const mirrored = mask.map((_, i) => mask[i - 2 * (i % width) + width - 1] ?? 0);
      await writeFile(path, await maskPng(mirrored, width, height));
    }
  };
  const shown = (runId: string, what: string, holds: (view: RunView) => boolean): Promise<RunView> =>
    eventually(what, WITHIN_MS, async () => {
      const view = await consortium.show(runId);
      return holds(view) ? view : undefined;
    });

  it('names the site whose masks are mirrored, and the others train without it', async () => {
    const runId = await consortium.describeRun(...OPTIONS, '--seed', '3');
    await consortium.approve(NAMES, runId);
    const dry = await shown(runId, 'three dry runs', ({ dataChecks }) => dataChecks.length === 3);
    expect(dry).toMatchObject({ state: 'draft', rounds: [] });
    expect(dry.dataChecks.map(({ site, fits }) => [site, fits])).toEqual([
      ['north', true],
      ['south', true],
      ['west', false],
    ]);
    expect(dry.dataChecks[0]).toMatchObject({ usableImages: PATIENTS, usablePatients: PATIENTS, findings: [] });
    expect(dry.dataChecks[2]?.findings.map(({ code }) => code)).toContain('masks-turned');
    const inAir = dry.dataChecks[2]?.imageCounts.find(({ code }) => code === 'mask-in-air');
    expect(inAir?.images).toBeGreaterThanOrEqual(5);
    expect(dry.withheld).toMatchObject([{ site: 'west', code: 'data-does-not-fit' }]);
    const text = (await workbench.must('run', 'show', runId, '--dir', consortium.coordinatorDir)).stdout;
    expect(text).toContain('data fit: north, south');
    expect(text).toContain('data of west do not fit: masks-turned: The masks fit the images better mirrored');
    expect(west.stdout).toMatch(/the data do not fit the study.*better mirrored.*masks-turned/);

    await workbench.must('run', 'start', runId, '--dir', consortium.coordinatorDir);
    const done = await shown(runId, 'the run to complete', ({ state }) => state === 'completed');
    expect(done.rounds.map(({ attempt, sites }) => [attempt, sites.map(({ site }) => site)])).toEqual([
      [1, ['north', 'south']],
    ]);
    const ledger = await readFile(join(consortium.siteDir('west'), 'ledger.jsonl'), 'utf8');
    expect(ledger).toMatch(/"kind":"data-check-report",[^\n]*"runId":"/);
  }, 600_000);

  it('compares the sites with each other once all fit, at each site and at the coordinator', async () => {
    // The masks as they were drawn.
    await writePhantomDataset({
      ...{ dir: westData(), patients: PATIENTS, imagesPerPatient: 1, size: 96, seed: 1, siteIndex: 2, study: STUDY },
    });
    west.signalGroup('SIGINT');
    await west.finished;
    west = consortium.startSite('west');
    const runId = await consortium.describeRun(...OPTIONS, '--seed', '4');
    await consortium.approve(NAMES, runId);
    const fits = await shown(runId, 'a drift of west', ({ dataChecks }) =>
      dataChecks.some(({ site, findings }) => site === 'west' && findings.length > 0),
    );
    expect(fits.dataChecks.map(({ fits: fit }) => fit)).toEqual([true, true, true]);
    expect(fits.dataChecks[2]?.findings.map(({ code }) => code)).toEqual(['drifts-from-consortium']);
    expect(fits.withheld).toEqual([]);
    expect(west.stdout).toMatch(/compared with 2 other sites: .*median shade differs/);

    const dir = ['--dir', consortium.siteDir('west'), '--study', STUDY];
    const { stdout } = await workbench.must('site', 'data', 'check', ...dir);
    expect(stdout).toMatch(/Compared with the counts of 2 other sites of this study/);
    expect(stdout).toContain("the breast's median shade differs from the consortium's");
  }, 600_000);
});
