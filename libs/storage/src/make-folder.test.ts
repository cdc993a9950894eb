import { mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeFolder } from './make-folder.js';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'mammofed-folder-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;

// That it ends where the system allows no folder is tested with the commands, in test/folders.test.ts: a process that goes
// on for ever can be ended from outside alone.
describe('a folder', () => {
  it('is made with those above it, all with the mode asked for', async () => {
    const path = join(root, 'a', 'b', 'c');
    await makeFolder(path, 0o700);
    expect((await stat(path)).isDirectory()).toBe(true);
    if (process.platform === 'win32') return;
    for (const made of [path, join(root, 'a', 'b'), join(root, 'a')]) expect(await modeOf(made)).toBe(0o700);
  });

  it('keeps its mode if it is there, also behind a link', async () => {
    await mkdir(join(root, 'there'));
    const before = await modeOf(join(root, 'there'));
    await symlink(join(root, 'there'), join(root, 'link'));
    for (const name of ['there', 'link']) await makeFolder(join(root, name), 0o700);
    expect(await modeOf(join(root, 'there'))).toBe(before);
  });

  it('may be made by several at once', async () => {
    const path = join(root, 'a', 'b', 'c');
    await Promise.all(Array.from({ length: 8 }, () => makeFolder(path)));
    expect((await stat(path)).isDirectory()).toBe(true);
  });

  it('is not made in place of a file, or below one, and a path of nothing is none', async () => {
    const file = join(root, 'file');
    await writeFile(file, '');
    await expect(makeFolder(file)).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(makeFolder(join(file, 'below'))).rejects.toThrow(/EEXIST|ENOTDIR/);
    await expect(makeFolder('')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
