import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { coordinatorPaths } from '../coordinator-paths.js';
import { CoordinatorError } from '../errors.js';
import { ScratchFolder } from '../scratch-folder.test-support.js';
import { DirectoryLock } from './directory-lock.js';
import { initialise } from './initialise.js';
import { readAdminToken, readIdentity } from './key-files.js';

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

describe('key files', () => {
  let identity: string;
  beforeAll(async () => {
    const dir = scratch.path('keys');
    await initialise(dir, CONFIG);
    identity = coordinatorPaths(dir).identity;
  });

  it.each([0o640, 0o604, 0o660])('are refused when others have rights to them (%o)', async (mode) => {
    await chmod(identity, mode);
    expect(await refusal(readIdentity(identity))).toBe('unsafe-key-file');
    await chmod(identity, 0o600);
    expect(await refusal(readIdentity(identity))).toBe('nothing refused');
  });

  it('are refused when they are missing, cut or put together from two keys', async () => {
    const whole = await readFile(identity, 'utf8');
    expect(await refusal(readIdentity(scratch.path('nowhere')))).toBe('not-initialised');
    await writeFile(identity, whole.slice(0, 100));
    expect(await refusal(readIdentity(identity))).toBe('corrupt-content');
    await writeFile(identity, `${'0'.repeat(64)}${whole.slice(64)}`);
    expect(await refusal(readIdentity(identity))).toBe('corrupt-content');
    await writeFile(identity, whole);
    expect(await refusal(readIdentity(identity))).toBe('nothing refused');
  });

  it('hold no empty token', async () => {
    const path = scratch.path('token');
    await writeFile(path, '\n', { mode: 0o600 });
    expect(await refusal(readAdminToken(path))).toBe('corrupt-content');
  });
});

describe('the lock of a folder', () => {
  it('keeps a second process out while the first one lives, and is taken over when it is dead', async () => {
    const path = scratch.path('lock-1');
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    await once(other, 'spawn');
    await writeFile(path, `${other.pid}\n\n`);
    expect(await refusal(DirectoryLock.take(path))).toBe('directory-in-use');
    other.kill('SIGKILL');
    await once(other, 'exit');
    const lock = await DirectoryLock.take(path);
    expect(await readFile(path, 'utf8')).toMatch(new RegExp(`^${process.pid}\n`));
    await lock.release();
    await expect(stat(path)).rejects.toThrow('ENOENT');
  });

  it('is taken over when its number belongs to another process by now', async () => {
    const path = scratch.path('lock-2');
    await writeFile(path, `${process.ppid}\nanother-boot 1\n`);
    await (await DirectoryLock.take(path)).release();
  });

  it('is taken over when a crash left it empty, but not while it may still be written', async () => {
    const path = scratch.path('lock-3');
    await writeFile(path, '');
    expect(await refusal(DirectoryLock.take(path))).toBe('directory-in-use');
    await utimes(path, 1, 1);
    await (await DirectoryLock.take(path)).release();
    await rm(path, { force: true });
  });
});
