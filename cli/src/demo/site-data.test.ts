import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readPairsIndex } from '@mammofed/imaging';
import { CliError } from '../errors.js';
import { indexCsv, writeSiteData } from './site-data.js';

const onWindows = process.platform === 'win32';
let root: string;
let source: string;
const signal = new AbortController().signal;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'mammofed-site-data-'));
  source = join(root, 'source');
  await mkdir(join(source, 'images'), { recursive: true });
  await mkdir(join(source, 'masks'));
  for (const name of ['a', 'b', 'c']) {
    await writeFile(join(source, 'images', `${name}.png`), `image ${name}`, { mode: 0o400 });
    await writeFile(join(source, 'masks', `${name}.png`), `mask ${name}`);
  }
  await writeFile(join(source, 'index.csv'), 'file,patient,note\na.png,1,"rim, ""thick"""\nb.png,1,\nc.png,2,x\n');
});

afterEach(() => rm(root, { recursive: true, force: true }));

describe('writeSiteData', () => {
  it('copies the site’s images, masks and index rows and nothing else, into folders that only the owner opens', async () => {
    const records = (await readPairsIndex(source)).slice(0, 2);
    const dir = join(root, 'site');
    await writeSiteData(source, dir, records, signal);
    expect(await readdir(join(dir, 'images'))).toEqual(['a.png', 'b.png']);
    expect(await readFile(join(dir, 'masks', 'b.png'), 'utf8')).toBe('mask b');
    const copied = await readPairsIndex(dir);
    expect(copied.map(({ file, patient, columns }) => [file, patient, columns['note']])).toEqual([
      ['a.png', '1', 'rim, "thick"'],
      ['b.png', '1', ''],
    ]);
    if (!onWindows) {
      expect((await stat(dir)).mode & 0o777).toBe(0o700);
      expect((await stat(join(dir, 'images', 'a.png'))).mode & 0o777).toBe(0o600);
    }
  });

  it('leaves a missing mask to the site agent', async () => {
    await rm(join(source, 'masks', 'c.png'));
    await writeSiteData(source, join(root, 'site'), await readPairsIndex(source), signal);
    expect(await readdir(join(root, 'site', 'masks'))).toEqual(['a.png', 'b.png']);
  });

  it('follows no link out of the data folder', async () => {
    await writeFile(join(root, 'secret'), 'secret');
    await rm(join(source, 'images', 'a.png'), { force: true });
    await symlink(join(root, 'secret'), join(source, 'images', 'a.png'));
    const error = await writeSiteData(source, join(root, 'site'), await readPairsIndex(source), signal).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(CliError);
    expect((error as CliError).code).toBe('bad-data');
    expect((error as CliError).message).toMatch(/leads out of the data folder/);
  });

  it('stops when asked to', async () => {
    const stopped = AbortSignal.abort(new CliError('interrupted', 'stopped'));
    const work = writeSiteData(source, join(root, 'site'), await readPairsIndex(source), stopped);
    await expect(work).rejects.toMatchObject({ code: 'interrupted' });
  });
});

describe('indexCsv', () => {
  it('writes file and patient where there was no index', () => {
    const record = { file: 'a.png', patient: 'a', columns: {}, imagePath: '', maskPath: '' };
    expect(indexCsv([record])).toBe('file,patient\na.png,a\n');
  });
});
