import { randomBytes } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { packedBlocks, packedByteLength, RING_WIDTHS, type PackedLayout } from '@mammofed/core';
import { MaskStream, Secret, sodiumReady, type SignedMask } from '@mammofed/privacy';
import { sha256Of } from '@mammofed/storage';
import { temporaryFolders } from '../fixtures.test-support.js';
import type { MaskJob } from './mask-messages.js';
import { maskInThread } from './mask-thread.js';

// The thread runs compiled code: `node scripts/setup.mjs` has built it before the tests run.
const ENTRY = pathToFileURL(join(import.meta.dirname, '..', '..', 'dist', 'secure', 'mask-worker.js'));
const folder = temporaryFolders();
const forever = new AbortController().signal;

beforeAll(sodiumReady);

const KEYS = [1, 2, 3].map((fill) => new Uint8Array(32).fill(fill));
const masks = (): SignedMask[] => KEYS.map((key, i) => ({ key: new Secret(key.slice()), sign: i === 1 ? -1 : 1 }));

async function jobOf(layout: PackedLayout): Promise<{ job: Omit<MaskJob, 'masks'>; vector: Uint8Array; dir: string }> {
  const dir = await folder();
  const vector = Uint8Array.from(randomBytes(packedByteLength(layout)));
  const vectorPath = join(dir, 'update.bin');
  await writeFile(vectorPath, vector);
  const job = { layout, vectorPath, vectorSha256: sha256Of(vector), maskedPath: join(dir, 'masked.bin') };
  return { job, vector, dir };
}

describe('the thread that masks', () => {
  it.each(RING_WIDTHS)('writes the vector with the masks added, whole: ring of %d bits', async (ringBits) => {
    // Several pieces, of which the last is short.
    const layout = { parameterCount: 900_001, ringBits };
    const { job, vector, dir } = await jobOf(layout);
    const given = masks();
    const done = await maskInThread(ENTRY, job, given, forever);
    const stream = new MaskStream(layout, masks());
    let at = 0;
    for (const length of packedBlocks(layout)) {
      stream.addTo(vector.subarray(at, at + length));
      at += length;
    }
    const masked = await readFile(job.maskedPath);
    expect(Buffer.compare(masked, vector)).toBe(0);
    expect(done).toEqual({ sha256: sha256Of(masked), byteLength: vector.length });
    expect((await readdir(dir)).sort()).toEqual(['masked.bin', 'update.bin']);
    for (const { key } of given) expect(() => key.reveal()).toThrow('wiped');
  });

  it('leaves nothing behind when the vector is not the one that was trained, or is cut off', async () => {
    const layout = { parameterCount: 1000, ringBits: 32 } as const;
    for (const spoil of [(bytes: Uint8Array) => bytes.fill(0, 0, 9), (bytes: Uint8Array) => bytes.slice(0, -1)]) {
      const { job, vector, dir } = await jobOf(layout);
      await writeFile(job.vectorPath, spoil(vector));
      await expect(maskInThread(ENTRY, job, masks(), forever)).rejects.toMatchObject({ code: 'masking-failed' });
      expect(await readdir(dir)).toEqual(['update.bin']);
    }
  });

  it('ends when nobody wants the vector any more', async () => {
    const { job } = await jobOf({ parameterCount: 1_000_000, ringBits: 32 });
    const abort = new AbortController();
    const reason = new Error('cancelled');
    const work = maskInThread(ENTRY, job, masks(), abort.signal);
    abort.abort(reason);
    await expect(work).rejects.toBe(reason);
  });
});
