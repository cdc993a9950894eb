import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { temporaryFolders } from '../fixtures.test-support.js';
import { codeHash, GraphFolder } from './graph-folder.js';

const folder = temporaryFolders();
const [A, B, C] = ['a', 'b', 'c'].map((digit) => digit.repeat(64)) as [string, string, string];
const OPTIONS = { compiler: 'this code', maxBytes: 100 };

/** Makes an entry look as if it was last used so many seconds ago. */
async function age(dir: string, key: string, seconds: number): Promise<void> {
  const then = new Date(Date.now() - seconds * 1000);
  await utimes(join(dir, key), then, then);
}

describe('the folder of compiled steps', () => {
  it('gives back what was put, to another process too, and keeps it from others', async () => {
    const dir = join(await folder(), 'graphs');
    const entry = Uint8Array.of(1, 2, 3);
    const first = new GraphFolder(dir, OPTIONS);
    expect(await first.get(A)).toBeUndefined();
    await first.put(A, entry);
    const second = new GraphFolder(dir, OPTIONS);
    expect([...((await second.get(A)) ?? [])]).toEqual([1, 2, 3]);
    expect(await second.get(B)).toBeUndefined();
    await second.put(A, Uint8Array.of(4));
    expect([...((await first.get(A)) ?? [])]).toEqual([4]);
    if (process.platform !== 'win32') expect((await stat(dir)).mode & 0o777).toBe(0o700);
  });

  it('holds no more than its limit: what was longest not used goes first, and a use counts', async () => {
    const dir = await folder();
    const graphs = new GraphFolder(dir, OPTIONS);
    await graphs.put(A, new Uint8Array(40));
    await graphs.put(B, new Uint8Array(40));
    await age(dir, A, 20);
    await age(dir, B, 10);
    await graphs.get(A);
    await graphs.put(C, new Uint8Array(40));
    expect((await readdir(dir)).sort()).toEqual([A, C]);
    await graphs.put(B, new Uint8Array(100));
    expect(await readdir(dir)).toEqual([B]);
    await graphs.put(C, new Uint8Array(101));
    expect(await readdir(dir)).toEqual([B]);
  });

  it('removes what a crash left half-written, and no file that is not its own', async () => {
    const dir = await folder();
    for (const name of [`${B}.new`, 'notes.txt']) await writeFile(join(dir, name), 'half');
    await mkdir(join(dir, 'folder'));
    await new GraphFolder(dir, OPTIONS).put(A, new Uint8Array(100));
    expect((await readdir(dir)).sort()).toEqual([A, 'folder', 'notes.txt']);
  });

  it('does not read an entry longer than its limit', async () => {
    const dir = await folder();
    await writeFile(join(dir, A), new Uint8Array(101));
    expect(await new GraphFolder(dir, OPTIONS).get(A)).toBeUndefined();
  });

  it('fails no task where nothing can be kept', async () => {
    const dir = join(await folder(), 'graphs');
    await writeFile(dir, 'a file');
    const graphs = new GraphFolder(dir, OPTIONS);
    await graphs.put(A, new Uint8Array(1));
    expect(await graphs.get(A)).toBeUndefined();
    expect(await readFile(dir, 'utf8')).toBe('a file');
  });
});

describe('the code that compiles', () => {
  it('is known by every byte of every file of it, and by the names', async () => {
    const dir = await folder();
    const hashes = [codeHash([dir])];
    const write = async (name: string, text: string): Promise<void> => {
      await mkdir(join(dir, name, '..'), { recursive: true });
      await writeFile(join(dir, name), text);
      hashes.push(codeHash([dir]));
    };
    await write('index.js', 'export {};');
    await write('deep/down/lowering.js', 'a');
    await write('deep/down/lowering.js', 'b');
    await write('deep/down/other.js', 'b');
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(codeHash([dir])).toBe(hashes.at(-1));
    await writeFile(join(dir, 'index.js.map'), 'no code');
    expect(codeHash([dir])).toBe(hashes.at(-1));
  });

  it('is found where this program runs', async () => {
    const { compiler } = new GraphFolder(await folder());
    expect(compiler).toMatch(/^[0-9a-f]{64}$/);
    expect(compiler).not.toBe(codeHash([]));
  });
});
