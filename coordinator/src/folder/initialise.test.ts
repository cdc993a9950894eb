import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readIdentity } from '@mammofed/storage';
import { coordinatorPaths } from '../coordinator-paths.js';
import { CoordinatorError } from '../errors.js';
import { ScratchFolder } from '../scratch-folder.test-support.js';
import { readAdminToken } from './admin-token.js';
import { initialise } from './initialise.js';

const CONFIG = { name: 'test', host: '127.0.0.1', port: 0, publicUrl: null };

let scratch: ScratchFolder;
beforeAll(async () => {
  scratch = await ScratchFolder.create();
});
afterAll(() => scratch.remove());

async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof CoordinatorError) return error.code;
    throw error;
  }
  return 'nothing refused';
}

const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;

describe('init', () => {
  it('makes a private folder whose keys only the owner can read', async () => {
    const dir = scratch.path('made');
    const { fingerprint } = await initialise(dir, CONFIG);
    const paths = coordinatorPaths(dir);
    expect(fingerprint).toMatch(/^([A-Z2-7]{4}-){4}[A-Z2-7]{4}$/);
    expect(await modeOf(dir)).toBe(0o700);
    expect([await modeOf(paths.identity), await modeOf(paths.adminToken)]).toEqual([0o600, 0o600]);
    const { publicKey, secretKey } = await readIdentity(paths.identity);
    expect([publicKey.length, secretKey.reveal().length]).toEqual([32, 64]);
    expect(await readAdminToken(paths.adminToken)).toMatch(/^[\w-]{43}$/);
  });

  it('makes an empty folder that was there before private', async () => {
    const dir = scratch.path('was-there');
    await mkdir(dir, { mode: 0o755 });
    await initialise(dir, CONFIG);
    expect(await modeOf(dir)).toBe(0o700);
  });

  it('never touches a coordinator that is there', async () => {
    const dir = scratch.path('twice');
    await initialise(dir, CONFIG);
    const before = await readFile(coordinatorPaths(dir).identity, 'utf8');
    expect(await refusal(initialise(dir, CONFIG))).toBe('already-initialised');
    expect(await readFile(coordinatorPaths(dir).identity, 'utf8')).toBe(before);
  });

  it('leaves a folder alone that holds something else, and its rights', async () => {
    const dir = scratch.path('others');
    await mkdir(dir, { mode: 0o755 });
    await writeFile(join(dir, 'thesis.txt'), 'x');
    expect(await refusal(initialise(dir, CONFIG))).toBe('bad-usage');
    expect(await modeOf(dir)).toBe(0o755);
  });

  it('makes nothing from a configuration that is not sound', async () => {
    const dir = scratch.path('unsound');
    expect(await refusal(initialise(dir, { ...CONFIG, port: -1 }))).toBe('bad-configuration');
    await expect(stat(dir)).rejects.toThrow('ENOENT');
  });
});

describe('the admin token', () => {
  it('is never empty', async () => {
    const path = scratch.path('token');
    await writeFile(path, '\n', { mode: 0o600 });
    expect(await refusal(readAdminToken(path))).toBe('corrupt-content');
  });
});
