import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { writePhantomDataset } from '@mammofed/imaging';
import { temporaryFolders, testSiteConfig } from '../fixtures.test-support.js';
import { DEFAULT_POLICY } from '../policy/site-policy.js';
import { policyFileText } from '../policy/policy-text.js';
import { sitePaths } from '../site-paths.js';
import { checkSiteData } from './check-data.js';
import type { CheckDataJob } from './jobs.js';

const folder = temporaryFolders();
const LISTENER = { progress: () => undefined, notice: () => undefined };
const JOB: Omit<CheckDataJob, 'siteDir' | 'data'> = {
  kind: 'check-data',
  ...{ layout: null, study: 'check', contract: null, others: null, isShared: true, hasFigures: false },
};

describe('what a site may hand to others of its data check', () => {
  let siteDir: string;
  let data: string;

  beforeEach(async () => {
    const root = await folder();
    siteDir = join(root, 'site');
    data = join(root, 'data');
    await writePhantomDataset({
      dir: data,
      patients: 24,
      imagesPerPatient: 1,
      size: 96,
      seed: 2,
      siteIndex: 0,
      study: 'check',
    });
    await mkdir(siteDir, { mode: 0o700 });
    const config = { ...testSiteConfig(), data: { dir: data } };
    await writeFile(sitePaths(siteDir).config, JSON.stringify(config));
  }, 60_000);

  const withPolicy = async (changes: Partial<typeof DEFAULT_POLICY>): Promise<void> =>
    writeFile(sitePaths(siteDir).policy, policyFileText({ ...DEFAULT_POLICY, ...changes }));

  it('is nothing unless its policy says so', async () => {
    await withPolicy({});
    await expect(checkSiteData({ ...JOB, siteDir, data: null }, LISTENER)).rejects.toMatchObject({
      code: 'statistics-kept',
    });
    await expect(checkSiteData({ ...JOB, siteDir: null, data }, LISTENER)).rejects.toMatchObject({ code: 'bad-usage' });
  }, 60_000);

  it('is counts without the small ones', async () => {
    await withPolicy({ shareTrainingStats: true, minCellSize: 6 });
    const { shared, statistics, counts } = await checkSiteData({ ...JOB, siteDir, data: null }, LISTENER);
    expect(counts).toMatchObject({ usableImages: 24 });
    const left = Object.values(shared as Record<string, number[]>).flat();
    expect(left.filter((count) => count > 0 && count < 6)).toEqual([]);
    const all = Object.values(statistics as Record<string, number[]>).flat();
    expect(all.filter((count) => count > 0 && count < 6).length).toBeGreaterThan(0);
    expect(left.some((count) => count >= 6)).toBe(true);
  }, 60_000);
});
