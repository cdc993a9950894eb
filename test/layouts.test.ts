import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Consortium } from './support/consortium.js';
import { eventually, Workbench } from './support/processes.js';

/** Lists the pairs of a folder in a manifest, and one file that has no mask. */
async function writeManifest(dir: string): Promise<void> {
  const files = (await readdir(join(dir, 'images'))).sort();
  const rows = files.map((file) => `images/${file},masks/${file},${file}`);
  await writeFile(join(dir, 'manifest.csv'), ['image,mask,patient', ...rows, 'index.csv,,P'].join('\n'));
}

describe('a site whose data folder has another layout', () => {
  const workbench = new Workbench();
  afterAll(() => workbench.end());

  it('is enrolled with its layout, sees its data and trains on them, by the window of their headers', async () => {
    const consortium = await Consortium.start(workbench);
    await consortium.enrol('north', 0, 80, 'layouts', { name: 'manifest', make: writeManifest });
    const dir = consortium.siteDir('north');
    const doctor = await workbench.run('site', 'doctor', '--dir', dir, '--engine', 'cpu');
    expect(doctor.stdout).toContain('81 images of 81 patients');
    expect(doctor.stdout).toContain('(manifest); 1 of them without a mask');

    const site = consortium.startSite('north');
    const size = ['--width', '1/32', '--size', '32', '--rounds', '1', '--epochs', '1', '--batch-size', '8'];
    const sites = ['--min-sites', '1', '--max-sites', '1', '--min-examples', '1'];
    const runId = await consortium.createRun('--study', 'layouts', '--window', 'header', ...size, ...sites);
    await eventually('the run to be done', 240_000, async () => {
      const { state, config } = await consortium.show(runId);
      expect(config.preprocessing.window).toEqual({ kind: 'header' });
      return state === 'completed' ? true : undefined;
    });
    // No person sits at this terminal: what names files is kept beside it.
    expect(site.stdout).not.toContain('index.csv');
    expect(await readFile(join(dir, 'local-words.txt'), 'utf8')).toMatch(/left out: index\.csv has no mask/);
    // Two layouts fit, and nothing says which.
    const evaluated = await workbench.run(
      ...['evaluate', '--model', `${runId}:1`, '--dir', consortium.coordinatorDir, '--part', 'test'],
      ...['--data', `${dir}-data`],
    );
    expect(evaluated.code).not.toBe(0);
    expect(evaluated.stderr).toContain('more than one layout: pairs, manifest');
  }, 600_000);
});
