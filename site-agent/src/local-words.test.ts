import { mkdir, readFile, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { temporaryFolders } from './fixtures.test-support.js';
import { localWords } from './local-words.js';

const folder = temporaryFolders();
const CLOCK = { nowMs: () => Date.UTC(2026, 0, 2) };

describe('words that name files of the hospital', () => {
  const said: string[] = [];
  let path: string;
  const say = (line: string): number => said.push(line);
  beforeEach(async () => {
    said.length = 0;
    path = join(await folder(), 'notes.txt');
  });

  it('are said to a person at a terminal, and written nowhere', async () => {
    localWords(path, true, say, CLOCK)('Meyer_Anna.dcm is damaged', 'a file is damaged');
    expect(said).toEqual(['Meyer_Anna.dcm is damaged']);
    await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('are in a file for its owner alone where there is no terminal, and the place is said once', async () => {
    const words = localWords(path, false, say, CLOCK);
    words('Meyer_Anna.dcm is damaged', 'a file is damaged');
    words('Meyer_Anna.dcm has no mask');
    expect(said).toEqual(['a file is damaged', `words that name files of this site are in ${path}`]);
    expect(await readFile(path, 'utf8')).toBe(
      '2026-01-02T00:00:00.000Z Meyer_Anna.dcm is damaged\n2026-01-02T00:00:00.000Z Meyer_Anna.dcm has no mask\n',
    );
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('take no more than two files of a mebibyte', async () => {
    const words = localWords(path, false, say, CLOCK);
    words('one');
    await truncate(path, 1024 * 1024);
    words('two');
    expect((await stat(`${path}.1`)).size).toBe(1024 * 1024);
    expect(await readFile(path, 'utf8')).toMatch(/ two\n$/);
  });

  it('stop nothing where they cannot be written', async () => {
    await mkdir(path);
    localWords(path, false, say, CLOCK)('Meyer_Anna.dcm is damaged', 'a file is damaged');
    expect(said).toEqual(['a file is damaged', `words that name files could not be written to ${path} (EISDIR)`]);
  });
});
