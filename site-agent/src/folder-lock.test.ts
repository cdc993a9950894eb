import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { temporaryFolders } from './fixtures.test-support.js';
import { FolderLock } from './folder-lock.js';

const folder = temporaryFolders();

describe('the lock of a site folder', () => {
  it('is refused while another process lives that holds it', async () => {
    const path = join(await folder(), 'agent.lock');
    const other = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
    try {
      await writeFile(path, JSON.stringify({ pid: other.pid, startedAt: null }));
      await expect(FolderLock.take(path)).rejects.toMatchObject({
        code: 'folder-in-use',
        message: expect.stringContaining(String(other.pid)),
      });
    } finally {
      other.kill('SIGKILL');
    }
  });

  it.each([
    ['of a process that is dead', JSON.stringify({ pid: 2 ** 22 + 1, startedAt: null })],
    ['of an earlier process with the number of this one', JSON.stringify({ pid: process.pid, startedAt: '1 boot' })],
    ['that was written in part', '{"pid":'],
  ])('is taken over if it is one %s', async (_what, content) => {
    const path = join(await folder(), 'agent.lock');
    await writeFile(path, content);
    const lock = await FolderLock.take(path);
    await lock.release();
    expect(existsSync(path)).toBe(false);
  });

  (process.platform === 'linux' ? it : it.skip)('is taken over if another process has its number now', async () => {
    const path = join(await folder(), 'agent.lock');
    await writeFile(path, JSON.stringify({ pid: process.ppid, startedAt: '1 an-earlier-boot' }));
    await (await FolderLock.take(path)).release();
  });
});
