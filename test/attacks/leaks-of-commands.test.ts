import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writePhantomDataset } from '@mammofed/imaging';
import { MarkSearch } from '../support/mark-search.js';
import { writeMarkedDicom, type MarkedSite } from '../support/marked-dicom.js';
import { MarkedPacs, type PacsMood } from '../support/marked-pacs.js';
import { Workbench, type Finished } from '../support/processes.js';

const STUDY = 'leaks';
/** Marks that the PACS's answers have to hold for a search of what is made of them to mean anything. */
const IDENTITY = ['a patient name', 'a patient id', 'a birth date', 'a UID'];

/**
 * What a hospital's people call themselves, where what is printed may end in a journal: of a hospital whose files and PACS name
 * the patient wherever they can.
 */
describe('what commands at a site print and write that others may see', () => {
  const workbench = new Workbench();
  let site: MarkedSite;
  let search: MarkSearch;
  let pacs: MarkedPacs;
  let dir: string;
  let root: string;

  beforeAll(async () => {
    root = await workbench.dir();
    const drawn = join(root, 'drawn');
    const archive = join(root, 'archive');
    await writePhantomDataset({
      ...{ dir: drawn, patients: 24, imagesPerPatient: 1, size: 96, seed: 2, siteIndex: 1, study: STUDY },
    });
    site = await writeMarkedDicom(drawn, archive, STUDY);
    search = new MarkSearch(site.marks);
    const objects = await Promise.all(site.images.slice(0, 4).map((image) => readFile(join(archive, image))));
    pacs = await MarkedPacs.start(objects);
    dir = join(root, 'site');
    await mkdir(dir, { mode: 0o700 });
    const key = '0'.repeat(64);
    const config = {
      coordinator: { url: 'http://127.0.0.1:1', key },
      consortium: { root: key },
      site: { id: 'north', name: 'North' },
      data: { dir: archive, layout: 'dicom' },
      engine: { name: 'cpu', threads: 1 },
    };
    await writeFile(join(dir, 'site.json'), JSON.stringify(config));
    await writeFile(join(dir, 'policy.yaml'), 'shareTrainingStats: true\n');
    await writeFile(join(dir, 'pacs.yaml'), JSON.stringify(pacs.settings));
  }, 120_000);
  afterAll(async () => {
    await workbench.end();
    await pacs?.close();
  });

  const run = (...words: string[]): Promise<Finished> => workbench.run(...words, '--dir', dir);
  const marksIn = (...contents: readonly (string | Uint8Array)[]): string[] =>
    contents.flatMap((content) => search.in('there', content).map(({ what }) => what));

  it('are counts of images in a file to share, where the same check names files on its own terminal', async () => {
    const share = join(root, 'share.json');
    const { code, stdout } = await run('site', 'data', 'check', '--study', STUDY, '--share', share);
    expect(code).toBe(0);
    expect(marksIn(stdout)).toEqual(expect.arrayContaining(['a patient name', 'a file name']));
    const shared = await readFile(share, 'utf8');
    const { statistics } = JSON.parse(shared) as { statistics: Record<string, number[]> };
    const counts = Object.values(statistics).map((bins) => bins.reduce((sum, count) => sum + count, 0));
    expect(Math.max(...counts)).toBe(site.images.length);
    expect(marksIn(shared)).toEqual([]);
    expect(marksIn(`${shared}${site.patients[0]}`)).toContain('a patient id');
  }, 120_000);

  it('are counts of what the doctor finds in the data folder', async () => {
    const { stdout, stderr } = await run('site', 'doctor');
    expect(stdout).toContain(`${site.images.length + 1} images of ${site.patients.length} patients`);
    expect(marksIn(stdout, stderr)).toEqual([]);
    const json = await run('site', 'doctor', '--json');
    expect(json.stdout).toContain(`of ${site.patients.length} patients`);
    expect(marksIn(json.stdout, json.stderr)).toEqual([]);
  }, 120_000);

  it.each<[PacsMood, string, RegExp]>([
    ['sound', 'echo', /answers/],
    ['sound', 'find', /4 images in 4 series of 4 studies[^]*another side another view: 2[^]*1 malignant/],
    ['sound', 'fetch', /4 images of 4 studies/],
    ['failing', 'find', /HTTP 500/],
    ['chatty', 'find', /not JSON/],
    ['chatty', 'fetch', /not JSON/],
  ])('are counts and codes of a %s PACS that %s asks', async (mood, action, expected) => {
    pacs.mood = mood;
    pacs.answered.length = 0;
    const { stdout, stderr } = await run('site', 'pacs', action);
    expect(stdout + stderr).toMatch(expected);
    expect(marksIn(stdout, stderr)).toEqual([]);
    expect(marksIn(...pacs.answered)).toEqual(expect.arrayContaining(IDENTITY));
    const json = await run('site', 'pacs', action, '--json');
    expect(json.stdout + json.stderr).not.toBe('');
    expect(marksIn(json.stdout, json.stderr)).toEqual([]);
  });

  it('are codes of a PACS that sends another object, or does not store one', async () => {
    pacs.mood = 'confused';
    const empty = join(root, 'another');
    await mkdir(empty, { mode: 0o700 });
    for (const name of ['site.json', 'pacs.yaml']) await writeFile(join(empty, name), await readFile(join(dir, name)));
    const fetched = await workbench.run('site', 'pacs', 'fetch', '--dir', empty);
    expect(fetched).toMatchObject({ code: 1, stderr: expect.stringContaining('another object') });
    const prediction = join(root, 'prediction.dcm');
    await writeFile(prediction, await readFile(join(root, 'archive', site.images[0] ?? '')));
    const store = ['site', 'pacs', 'store', prediction, '--to', `${pacs.url}/pacs`, '--confirm', '--dir', dir];
    const stored = await workbench.run(...store);
    expect(stored).toMatchObject({ code: 1, stderr: expect.stringContaining('did not store') });
    pacs.mood = 'sound';
    const done = await workbench.run(...store);
    expect(done).toMatchObject({ code: 0, stdout: expect.stringContaining('1 objects are stored') });
    for (const { stdout, stderr } of [fetched, stored, done]) expect(marksIn(stdout, stderr)).toEqual([]);
  });

  it('say nothing, while the images themselves are in the cache', async () => {
    const { found, files } = await search.inFolder(join(dir, 'pacs'));
    expect(files).toBeGreaterThan(4);
    expect(found.map(({ what }) => what)).toEqual(expect.arrayContaining(IDENTITY));
  });
});
