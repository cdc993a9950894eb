import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { packedByteLength, PackedCursor, runId, siteId } from '@mammofed/core';
import { chunkCount, MAX_CHUNK_BYTES } from '@mammofed/wire';
import { ScratchFolder } from '../scratch-folder.test-support.js';
import { UploadStore, type UploadKey } from './upload.store.js';

const PAYLOAD = new Uint8Array(randomBytes(2 * MAX_CHUNK_BYTES + 400));
const LAYOUT = { parameterCount: PAYLOAD.length / 4 - 2, ringBits: 32 } as const;
const CHUNKS = chunkCount(PAYLOAD.length);
const CLAIM = { sha256: createHash('sha256').update(PAYLOAD).digest('hex'), byteLength: PAYLOAD.length };

const chunk = (index: number): Uint8Array => PAYLOAD.subarray(index * MAX_CHUNK_BYTES, (index + 1) * MAX_CHUNK_BYTES);

let scratch: ScratchFolder;
let store: UploadStore;
let siteCount = 0;

beforeAll(async () => {
  scratch = await ScratchFolder.create();
  store = await UploadStore.open(scratch.path('uploads'));
});
afterAll(() => scratch.remove());

function newKey(round = 1): UploadKey {
  return { runId: runId('run'), round, attempt: 1, siteId: siteId(`site-${siteCount++}`) };
}

function partialOf({ runId: run, round, attempt, siteId: site }: UploadKey): string {
  return join(scratch.path('uploads'), run, `${round}-${attempt}`, site, 'payload.part');
}

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

async function writeAll(key: UploadKey, from = 0): Promise<void> {
  for (let index = from; index < CHUNKS; index++) await store.writeChunk(key, index, chunk(index));
}

describe('uploads on disk', () => {
  it('are whole once every chunk is there and the hash matches', async () => {
    const key = newKey();
    expect(await store.begin(key, CLAIM)).toEqual({ nextChunk: 0, isComplete: false });
    await writeAll(key);
    expect(await store.finish(key, CLAIM)).toBe(true);
    expect((await collect(store.pieces(key, LAYOUT))).equals(PAYLOAD)).toBe(true);
    expect(await store.begin(key, CLAIM)).toEqual({ nextChunk: CHUNKS, isComplete: true });
  });

  it.each([16, 24, 32] as const)('are read in pieces that split no word of a ring of %i bits', async (ringBits) => {
    const key = newKey();
    const layout = { parameterCount: 700_001, ringBits };
    const payload = new Uint8Array(randomBytes(packedByteLength(layout)));
    const claim = { sha256: createHash('sha256').update(payload).digest('hex'), byteLength: payload.length };
    await store.begin(key, claim);
    for (let index = 0; index < chunkCount(payload.length); index++) {
      await store.writeChunk(key, index, payload.subarray(index * MAX_CHUNK_BYTES, (index + 1) * MAX_CHUNK_BYTES));
    }
    await store.finish(key, claim);
    const cursor = new PackedCursor(layout);
    for await (const piece of store.pieces(key, layout)) expect(cursor.advance(piece.length)).not.toBeNull();
    expect(cursor.isAtEnd).toBe(true);
    expect((await collect(store.pieces(key, layout))).equals(payload)).toBe(true);
  });

  it('go on after a restart at the first chunk that is not wholly on disk', async () => {
    const key = newKey();
    await store.begin(key, CLAIM);
    await store.writeChunk(key, 0, chunk(0));
    await store.writeChunk(key, 1, chunk(1));
    // The crash came in the middle of the second chunk.
    await truncate(partialOf(key), MAX_CHUNK_BYTES + 7);
    const reopened = await UploadStore.open(scratch.path('uploads'));
    expect(await reopened.begin(key, CLAIM)).toEqual({ nextChunk: 1, isComplete: false });
    await writeAll(key, 1);
    expect(await reopened.finish(key, CLAIM)).toBe(true);
  });

  it('write the last chunk again if the crash came before the hash was checked', async () => {
    const key = newKey();
    await store.begin(key, CLAIM);
    await writeAll(key);
    expect(await store.begin(key, CLAIM)).toEqual({ nextChunk: CHUNKS - 1, isComplete: false });
  });

  it('cannot be read before they are whole', async () => {
    const key = newKey();
    await store.begin(key, CLAIM);
    await store.writeChunk(key, 0, chunk(0));
    await expect(collect(store.pieces(key, LAYOUT))).rejects.toThrow('ENOENT');
  });

  it.each([
    ['hash', { ...CLAIM, sha256: '0'.repeat(64) }],
    ['length', { ...CLAIM, byteLength: CLAIM.byteLength + 4 }],
  ])('are thrown away if their %s is another', async (_what, claim) => {
    const key = newKey();
    await store.begin(key, claim);
    await writeAll(key);
    expect(await store.finish(key, claim)).toBe(false);
    expect(existsSync(partialOf(key))).toBe(false);
    expect(await store.begin(key, claim)).toEqual({ nextChunk: 0, isComplete: false });
  });

  it('end with their attempt; at a start only those of open attempts are kept', async () => {
    const [over, open, discarded] = [newKey(7), newKey(8), newKey(9)];
    for (const key of [over, open, discarded]) await store.begin(key, CLAIM);
    await writeFile(join(scratch.path('uploads'), 'notes.txt'), 'put there by a person');
    await store.discardAttempt(discarded);
    await store.discardAllBut([open]);
    expect([over, open, discarded].map((key) => existsSync(partialOf(key)))).toEqual([false, true, false]);
  });
});
