import { chmod, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { temporaryFolders } from '../fixtures.test-support.js';
import { passingPatientKeys, sitePatientKeys } from './patient-keys.js';

const folder = temporaryFolders();
const saltPath = async (): Promise<string> => join(await folder(), 'patient-salt.key');

describe('the keys of a site’s patients', () => {
  it('are the same every time, from a file that its owner alone reads', async () => {
    const path = await saltPath();
    const first = await sitePatientKeys(path);
    expect(await readFile(path, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await sitePatientKeys(path)).of('P1')).toBe(first.of('P1'));
  });

  it('are others at another site, and where the file was removed', async () => {
    const path = await saltPath();
    const first = (await sitePatientKeys(path)).of('P1');
    expect((await sitePatientKeys(await saltPath())).of('P1')).not.toBe(first);
    await rm(path);
    expect((await sitePatientKeys(path)).of('P1')).not.toBe(first);
  });

  it('are not made with a file that others read, or that holds something else, which stays as it is', async () => {
    const path = await saltPath();
    await writeFile(path, `${'0'.repeat(63)}\n`, { mode: 0o600 });
    await expect(sitePatientKeys(path)).rejects.toMatchObject({ code: 'corrupt-key-file' });
    expect(await readFile(path, 'utf8')).toBe(`${'0'.repeat(63)}\n`);
    if (process.platform === 'win32') return;
    await chmod(path, 0o640);
    await expect(sitePatientKeys(path)).rejects.toMatchObject({ code: 'unsafe-key-file' });
  });
});

it('without a site, keys hold for one evaluation alone', () => {
  const keys = passingPatientKeys();
  expect(keys.of('P1')).toBe(keys.of('P1'));
  expect(passingPatientKeys().of('P1')).not.toBe(keys.of('P1'));
});
