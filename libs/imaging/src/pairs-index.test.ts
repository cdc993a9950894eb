import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataFolder } from './data-folder.js';
import { ImagingError } from './errors.js';
import { listPairs, readPairsIndex } from './pairs-index.js';

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mammofed-index-'));
  await mkdir(join(dir, 'images'));
  await mkdir(join(dir, 'masks'));
  for (const name of ['b.png', 'a.JPG', 'c.pgm', 'notes.txt', '._b.png'])
    await writeFile(join(dir, 'images', name), 'x');
});

afterEach(() => rm(dir, { recursive: true, force: true }));

async function refusalWithIndex(index: string | Uint8Array): Promise<string> {
  await writeFile(join(dir, 'index.csv'), index);
  return refusal();
}

async function refusal(): Promise<string> {
  const outcome = await readPairsIndex(dir).catch((error: unknown) => error);
  return outcome instanceof ImagingError ? outcome.code : `nothing refused (${String(outcome)})`;
}

describe('readPairsIndex', () => {
  it('takes every image as its own patient where there is no index', async () => {
    const records = await readPairsIndex(dir);
    expect(records.map(({ file, patient }) => [file, patient])).toEqual([
      ['a.JPG', 'a'],
      ['b.png', 'b'],
      ['c.pgm', 'c'],
    ]);
    expect(basename(records[0].maskPath)).toBe('a.png');
  });

  it('reads patients and further columns, trims fields, and counts images that are not listed', async () => {
    await writeFile(join(dir, 'index.csv'), '\uFEFFpatient,site,file\r\n P1 ,"north, old",c.pgm\r\nP1,south,b.png\r\n');
    const { records, unlistedImages } = await listPairs(await DataFolder.open(dir));
    expect(records.map(({ file, patient, columns }) => [file, patient, columns.site])).toEqual([
      ['b.png', 'P1', 'south'],
      ['c.pgm', 'P1', 'north, old'],
    ]);
    expect(unlistedImages).toBe(1);
  });

  it.each([
    ['bad-index', 'a missing file column', 'name,patient\nb.png,1\n'],
    ['bad-index', 'a missing patient column', 'file,site\nb.png,1\n'],
    ['bad-index', 'a column that appears twice', 'file,patient,patient\nb.png,1,2\n'],
    ['bad-index', 'a row with too few fields', 'file,patient,site\nb.png,1\n'],
    ['bad-index', 'an empty patient', 'file,patient\nb.png, \n'],
    ['bad-index', 'an open quote', 'file,patient\n"b.png,1\n'],
    ['bad-index', 'an empty file', ''],
    ['bad-index', 'a name without an image extension', 'file,patient\nb,1\n'],
    ['duplicate-file', 'a file listed twice', 'file,patient\nb.png,1\nb.png,2\n'],
    ['missing-file', 'a listed file that is not there', 'file,patient\nz.png,1\n'],
    ['unsafe-path', 'a name that climbs out', 'file,patient\n../index.png,1\n'],
    ['unsafe-path', 'a name that climbs out the other way', 'file,patient\n..\\index.png,1\n'],
    ['unsafe-path', 'an absolute path', 'file,patient\n/etc/passwd.png,1\n'],
    ['unsafe-path', 'a drive', 'file,patient\nC:b.png,1\n'],
    ['unsafe-path', 'an empty name', 'file,patient\n,1\n'],
  ])('refuses with %s: %s', async (code, _, index) => {
    expect(await refusalWithIndex(index)).toBe(code);
  });

  it('refuses an index that is not UTF-8, and one that is a folder', async () => {
    expect(await refusalWithIndex(Uint8Array.from([0xff, 0xfe, 0x66, 0x00]))).toBe('bad-index');
    await rm(join(dir, 'index.csv'));
    await mkdir(join(dir, 'index.csv'));
    expect(await refusal()).toBe('bad-index');
  });

  it('refuses two images that would share one mask', async () => {
    await writeFile(join(dir, 'images', 'b.jpg'), 'x');
    expect(await refusal()).toBe('duplicate-file');
  });

  it('refuses a folder that is not there or lacks images/ or masks/', async () => {
    await rm(join(dir, 'masks'), { recursive: true });
    expect(await refusal()).toBe('missing-folder');
    await rm(dir, { recursive: true });
    expect(await refusal()).toBe('missing-folder');
    await writeFile(dir, 'x');
    await expect(DataFolder.open(dir)).rejects.toMatchObject({
      code: 'missing-folder',
      message: expect.stringContaining('is a file'),
    });
  });

  it('refuses links of images/ or index.csv that lead outside', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'mammofed-outside-'));
    try {
      await writeFile(join(outside, 'list.csv'), 'file,patient\nb.png,1\n');
      await symlink(join(outside, 'list.csv'), join(dir, 'index.csv'));
      expect(await refusal()).toBe('unsafe-path');
      await rm(join(dir, 'index.csv'));
      await rm(join(dir, 'images'), { recursive: true });
      await symlink(outside, join(dir, 'images'));
      expect(await refusal()).toBe('unsafe-path');
    } finally {
      await rm(outside, { recursive: true });
    }
  });
});
