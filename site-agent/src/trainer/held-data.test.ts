import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { writePhantomDataset } from '@mammofed/imaging';
import { temporaryFolders, testRunConfig } from '../fixtures.test-support.js';
import { DataHolder } from './held-data.js';

const folder = temporaryFolders();

describe("a site's data set in memory", () => {
  it('is read in the layout of the site, once, with words on what is noteworthy of it', async () => {
    const dir = await folder();
    const config = testRunConfig({ study: 'layouts' });
    await writePhantomDataset({
      dir,
      patients: 40,
      imagesPerPatient: 2,
      size: 96,
      seed: 1,
      siteIndex: 0,
      study: 'layouts',
    });
    const files = (await readdir(join(dir, 'images'))).sort();
    const rows = files.map((file, i) => `images/${file},${i < 2 ? '' : `masks/${file}`},${file.slice(0, -6)}`);
    await writeFile(join(dir, 'manifest.csv'), ['image,mask,patient', ...rows].join('\n'));

    const holder = new DataHolder();
    const said: string[] = [];
    const get = (layout: 'pairs' | 'manifest' | null) =>
      holder.get({ dir, layout, permuteImagesSeed: null }, config, (text) => said.push(text));
    await expect(get(null)).rejects.toMatchObject({ code: 'unknown-layout' });
    const held = await get('manifest');
    expect(held.refused.map(({ code }) => code)).toEqual(['missing-mask', 'missing-mask']);
    expect(said.filter((line) => line.includes('has no mask'))).toHaveLength(2);
    expect(await get('manifest')).toBe(held);
    expect((await get('pairs')).refused).toEqual([]);
  });
});
