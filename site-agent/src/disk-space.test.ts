import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runId } from '@mammofed/core';
import { sha256Of, writeDurably } from '@mammofed/storage';
import { chunkCount, MAX_CHUNK_BYTES, type Message } from '@mammofed/wire';
import { isDiskFull, requireSpace, untilSpace } from './disk-space.js';
import { SiteError } from './errors.js';
import { temporaryFolders } from './fixtures.test-support.js';
import { Ledger } from './ledger/ledger.js';
import { FakeAsker } from './transfers/fake-asker.test-support.js';
import { ModelStore } from './transfers/model-store.js';
import { UpdateStore } from './transfers/update-store.js';

const folder = temporaryFolders();
const forever = new AbortController().signal;
const MIB = 1024 * 1024;

describe('a full disk', () => {
  it('is told from other failures by its code', () => {
    expect(isDiskFull(Object.assign(new Error('write'), { code: 'ENOSPC' }))).toBe(true);
    expect(isDiskFull(Object.assign(new Error('write'), { code: 'EDQUOT' }))).toBe(true);
    expect(isDiskFull(new SiteError('disk-full', 'full'))).toBe(true);
    expect(isDiskFull(Object.assign(new Error('open'), { code: 'EACCES' }))).toBe(false);
    expect(isDiskFull(new SiteError('obsolete', 'over'))).toBe(false);
    expect(isDiskFull(null)).toBe(false);
  });

  it('is waited out, and nothing else is', async () => {
    let tries = 0;
    let pauses = 0;
    const wait = { onFull: () => undefined, pause: async () => void pauses++ };
    const work = async (): Promise<string> => {
      if (++tries < 4) throw Object.assign(new Error('write'), { code: 'ENOSPC' });
      return 'written';
    };
    expect(await untilSpace(work, wait)).toBe('written');
    expect(pauses).toBe(3);
    await expect(untilSpace(() => Promise.reject(new Error('another')), wait)).rejects.toThrow('another');
    expect(pauses).toBe(3);
  });

  it('is found before the work begins that would fill it', async () => {
    const dir = await folder();
    await requireSpace(dir, 1);
    await expect(requireSpace(dir, Number.MAX_SAFE_INTEGER)).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringContaining('make room'),
    });
  });
});

const DISK_BYTES = 16 * MIB;
const mountable = process.platform === 'linux' && process.getuid?.() === 0 && isMountable();

/** Whether this process may mount a file system of its own; a container's root often may not. */
function isMountable(): boolean {
  return spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
}

(mountable ? describe : describe.skip)('a real disk of 16 MiB that is full', () => {
  let disk: string;
  let ballast: string;

  /** Runs a test on a new disk, which is gone afterwards however it ends. */
  const onDisk = (test: () => Promise<void>) => async (): Promise<void> => {
    disk = join(await folder(), 'disk');
    ballast = join(disk, 'ballast');
    await mkdir(disk);
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', disk]).status).toBe(0);
    try {
      await test();
    } finally {
      // Lazily: a test that failed may have files open.
      expect(spawnSync('umount', ['--lazy', disk]).status).toBe(0);
    }
  };

  /** Takes all of the room but `freeBytes`. */
  const fill = (freeBytes: number): Promise<void> => writeFile(ballast, new Uint8Array(DISK_BYTES - freeBytes));
  /** Takes the rest, to the last byte. */
  const fillUp = async (): Promise<void> => {
    await expect(writeFile(join(disk, 'rest'), new Uint8Array(DISK_BYTES))).rejects.toMatchObject({ code: 'ENOSPC' });
  };

  it(
    'takes no model, and takes it from the last chunk on when there is room',
    onDisk(async () => {
      const model = new Uint8Array(randomBytes(4 * MIB + 5));
      const ref = { sha256: sha256Of(model), byteLength: model.length };
      const asked: number[] = [];
      const filling: Promise<void>[] = [];
      const asker = new FakeAsker((message): Message => {
        const { index } = message as Extract<Message, { kind: 'chunk-request' }>;
        asked.push(index);
        const data = model.subarray(index * MAX_CHUNK_BYTES, (index + 1) * MAX_CHUNK_BYTES);
        return { kind: 'chunk', sha256: ref.sha256, index, data, chunkSha256: sha256Of(data) };
      });
      const models = new ModelStore(join(disk, 'models'), asker);
      await fill(6 * MIB);
      await expect(models.obtain(ref, forever, () => undefined)).rejects.toMatchObject({ code: 'disk-full' });
      expect(asked).toEqual([]);

      await rm(ballast);
      // Another program takes the room while the model is on its way.
      const attempt = models.obtain(ref, forever, (chunk) => {
        if (chunk === 2 && filling.length === 0) filling.push(fillUp());
      });
      // Who comes first gets the room.
      await attempt.catch((error: unknown) => expect(isDiskFull(error)).toBe(true));
      await Promise.all(filling);
      await rm(join(disk, 'rest'), { force: true });
      const path = await models.obtain(ref, forever, () => undefined);
      expect(sha256Of(await readFile(path))).toBe(ref.sha256);
      expect(asked.filter((index) => index === 0)).toHaveLength(1);
      expect(asked.length).toBeLessThanOrEqual(chunkCount(ref.byteLength) + 2);
    }),
  );

  it(
    'takes no update, before hours of training and after, and leaves no half of it',
    onDisk(async () => {
      const updates = new UpdateStore(join(disk, 'work'));
      const ref = { runId: runId('run-1'), round: 1, attempt: 1 };
      await fill(6 * MIB);
      await expect(updates.prepare(ref, 3 * MIB)).rejects.toMatchObject({ code: 'disk-full' });
      const path = await updates.prepare(ref, MIB);
      await fillUp();
      await expect(writeDurably(path, new Uint8Array(3 * MIB))).rejects.toMatchObject({ code: 'ENOSPC' });
      expect(await readdir(join(path, '..'))).toEqual([]);
    }),
  );

  it(
    'stops what is sent while the ledger cannot be written, and leaves the ledger sound',
    onDisk(async () => {
      const path = join(disk, 'ledger.jsonl');
      const ledger = new Ledger(path, 'http://c', { nowMs: () => 0 });
      ledger.sentHandshake('hello', new Uint8Array(3));
      await fillUp();
      const write = (): void => {
        // What is left of the ledger's last page takes some lines.
        for (let i = 0; i < 1000; i++) ledger.sentHandshake('finish', new Uint8Array(3));
      };
      expect(write).toThrow(expect.objectContaining({ code: 'disk-full' }));
      const before = (await stat(path)).size;
      const lines = (await readFile(path, 'utf8')).split('\n');
      expect(lines.pop()).toBe('');
      for (const line of lines) expect(JSON.parse(line)).toMatchObject({ bytes: 3 });
      await rm(join(disk, 'rest'));
      ledger.sentEnd();
      expect((await stat(path)).size).toBeGreaterThan(before);
      ledger.close();
    }),
  );
});
