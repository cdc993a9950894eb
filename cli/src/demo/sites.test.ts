import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readPairsIndex } from '@mammofed/imaging';
import { makeOutFolder } from './out-folder.js';
import { planData, type DataRequest } from './sites.js';

const PATIENTS = 180;
const FINDINGS = ['Mass', 'asymmetry', 'calcification; MASSES'];

describe('--findings', () => {
  let root: string;
  let data: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'mammofed-sites-'));
    data = join(root, 'views');
    for (const name of ['images', 'masks']) await mkdir(join(data, name), { recursive: true });
    const files = Array.from({ length: PATIENTS }, (_, i) => `p${i}.png`);
    for (const file of files)
      for (const name of ['images', 'masks']) await writeFile(join(data, name, file), 'not looked at');
    const rows = files.map((file, i) => `${file},P${i},${FINDINGS[i % 3] as string}\n`);
    await writeFile(join(data, 'index.csv'), `file,patient,findings\n${rows.join('')}`);
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  const request = (findings: string | undefined): DataRequest => ({
    ...{ data, by: undefined, siteCount: 1, findings, hasPooledSite: false, seed: 5 },
  });

  it('keeps the images whose column has the word in it, whatever the case, and says so', async () => {
    const planned = await planData(request('mass'));
    const out = await makeOutFolder(join(root, 'out'), data, false);
    const { description, sites } = await planned.write(out, new AbortController().signal, () => undefined);
    expect(description).toContain("whose findings have 'mass' in them");
    expect(sites.map(({ imageCount }) => imageCount)).toEqual([(PATIENTS * 2) / 3]);
    const kept = await readPairsIndex(out.siteData(planned.sites[0] as string));
    expect(new Set(kept.map(({ columns }) => columns['findings']))).toEqual(new Set([FINDINGS[0], FINDINGS[2]]));
    expect(kept).toHaveLength((PATIENTS * 2) / 3);
  });

  it('keeps all without it', async () => {
    const planned = await planData(request(undefined));
    const out = await makeOutFolder(join(root, 'out'), data, false);
    const { description, sites } = await planned.write(out, new AbortController().signal, () => undefined);
    expect(description).not.toContain('findings');
    expect(sites.map(({ imageCount }) => imageCount)).toEqual([PATIENTS]);
  });

  it('refuses a word that no image has, a folder without the column, and one without an index', async () => {
    await expect(planData(request('fibroadenoma'))).rejects.toMatchObject({ code: 'bad-usage' });
    await writeFile(join(data, 'index.csv'), 'file,patient\np0.png,P0\n');
    await expect(planData(request('mass'))).rejects.toThrow(
      /needs a column 'findings' \(index.csv has: file, patient\)/,
    );
    await rm(join(data, 'index.csv'));
    await expect(planData(request('mass'))).rejects.toThrow(/there is no index.csv/);
  });
});
