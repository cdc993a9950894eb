import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { temporaryFolders } from '../fixtures.test-support.js';
import { traceInto } from './wire-trace.js';

const folder = temporaryFolders();

describe('a trace of the wire', () => {
  it('has a file for every frame, in the order of sending, for its owner alone, and goes on after a new start', async () => {
    const dir = join(await folder(), 'a', 'trace');
    const first = traceInto(dir);
    first.sent('ready', Uint8Array.of(1, 2));
    first.sent('progress', Uint8Array.of(3));
    traceInto(dir).sent('ready', Uint8Array.of(4));
    const names = (await readdir(dir)).sort();
    expect(names).toEqual(['00000001-ready.bin', '00000002-progress.bin', '00000003-ready.bin']);
    const contents = await Promise.all(names.map(async (name) => [...(await readFile(join(dir, name)))]));
    expect(contents).toEqual([[1, 2], [3], [4]]);
    if (process.platform === 'win32') return;
    for (const name of names) expect((await stat(join(dir, name))).mode & 0o777).toBe(0o600);
    expect((await stat(dir)).mode & 0o777).toBe(0o700);
  });

  it('refuses a folder that cannot be one', async () => {
    const file = join(await folder(), 'file');
    await writeFile(file, '');
    expect(() => traceInto(file)).toThrow(expect.objectContaining({ code: 'bad-usage' }));
  });
});
