import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StorageError } from './errors.js';
import { FolderLock } from './folder-lock.js';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'mammofed-lock-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof StorageError) return error.code;
    throw error;
  }
  return 'nothing refused';
}

describe('the lock of a folder', () => {
  it('keeps a second process out while the first one lives, and is taken over when it is dead', async () => {
    const path = join(root, 'lock-1');
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    await once(other, 'spawn');
    await writeFile(path, `${other.pid}\n\n`);
    expect(await refusal(FolderLock.take(path))).toBe('folder-in-use');
    other.kill('SIGKILL');
    await once(other, 'exit');
    const lock = await FolderLock.take(path);
    expect(await readFile(path, 'utf8')).toMatch(new RegExp(`^${process.pid}\n`));
    await lock.release();
    await expect(stat(path)).rejects.toThrow('ENOENT');
  });

  (process.platform === 'linux' ? it : it.skip)(
    'is taken over from a dead process that nobody has reaped',
    async () => {
      const path = join(root, 'lock-zombie');
      // The shell becomes a sleep, which never asks after its child; the child ends only then, or the shell would reap it.
      const child = 'while [ "$(cat /proc/$PPID/comm)" != sleep ]; do :; done';
      const parent = spawn('sh', ['-c', 'sh -c "$0" & echo $!; exec sleep 30', child], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      try {
        const [line] = (await once(parent.stdout, 'data')) as [Buffer];
        const pid = line.toString().trim();
        for (;;) {
          const text = await readFile(`/proc/${pid}/stat`, 'utf8');
          if (text.includes(') Z ')) break;
        }
        const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
        const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
        const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
        await writeFile(path, `${pid}\n${boot} ${ticks}\n`);
        await (await FolderLock.take(path)).release();
      } finally {
        parent.kill('SIGKILL');
      }
    },
  );

  it('is taken over when its number belongs to another process by now', async () => {
    const path = join(root, 'lock-2');
    await writeFile(path, `${process.ppid}\nanother-boot 1\n`);
    await (await FolderLock.take(path)).release();
  });

  it('is taken over when a crash left it empty, but not while it may still be written', async () => {
    const path = join(root, 'lock-3');
    await writeFile(path, '');
    expect(await refusal(FolderLock.take(path))).toBe('folder-in-use');
    await utimes(path, 1, 1);
    await (await FolderLock.take(path)).release();
    await rm(path, { force: true });
  });
});
