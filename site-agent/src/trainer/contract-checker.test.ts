import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { OPEN_DATA_CONTRACT } from '@mammofed/core';
import { writePhantomDataset } from '@mammofed/imaging';
import { temporaryFolders } from '../fixtures.test-support.js';
import { ContractChecker } from './contract-checker.js';
import type { CheckJob } from './trainer-messages.js';

const folder = temporaryFolders();
const forever = new AbortController().signal;

describe('a check of a folder in the trainer', () => {
  it('counts what is found, and goes on where it was broken off, under another contract too', async () => {
    const dir = await folder();
    await writePhantomDataset({
      ...{ dir, patients: 16, imagesPerPatient: 1, size: 96, seed: 3, siteIndex: 0, study: 'check' },
    });
    const data = { dir, layout: null, permuteImagesSeed: null };
    const contract = { ...OPEN_DATA_CONTRACT, views: ['MLO'], minImages: 5 };
    const job: CheckJob = { kind: 'check', data, study: 'check', contract };
    const checker = new ContractChecker();
    const stop = new AbortController();
    const hurried = checker.check(job, AbortSignal.abort(new Error('not even listed')), () => undefined);
    await expect(hurried).rejects.toThrow('not even listed');
    const broken = checker.check(job, stop.signal, (done) => done === 10 && stop.abort(new Error('a task has come')));
    await expect(broken).rejects.toThrow('a task has come');
    // What was measured is not read again: no matter what lies there now.
    const images = (await readdir(join(dir, 'images'))).sort();
    for (const name of images.slice(0, 10)) await writeFile(join(dir, 'images', name), 'not an image');
    const open = await checker.check({ ...job, contract: OPEN_DATA_CONTRACT }, forever, () => undefined);
    expect(open).toMatchObject({ usableImages: 16, usablePatients: 16, imageCounts: [] });
    // That one was through: from here on the folder is read anew.
    const narrow = await checker.check(job, forever, () => undefined);
    expect(narrow).toMatchObject({ usableImages: 0, imageCounts: [{ code: 'other-view', images: 6 }] });
    expect(narrow.findings.map(({ code }) => code)).toContain('too-few-images');
  }, 60_000);
});
