import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { encodeModelFile, isCodedError, sha256Hex, type Sha256Hex } from '@mammofed/core';
import { MAX_CHUNK_BYTES } from '@mammofed/wire';
import { ScratchFolder } from '../scratch-folder.test-support.js';
import { ModelStore } from './model.store.js';

const MODEL = encodeModelFile({
  tensors: [
    { name: 'kernel', shape: [2, 3], data: Float32Array.of(1, 2, 3, 4, 5, 6) },
    { name: 'bias', shape: [3], data: Float32Array.of(7, 8, 9) },
  ],
  metadata: { round: '0' },
});

const hashOf = (bytes: Uint8Array): Sha256Hex => sha256Hex(createHash('sha256').update(bytes).digest('hex'));

let scratch: ScratchFolder;
let dir: string;
let store: ModelStore;
let fileCount = 0;

beforeAll(async () => {
  scratch = await ScratchFolder.create();
});
beforeEach(async () => {
  dir = scratch.path(`models-${fileCount++}`);
  store = await ModelStore.open(dir);
});
afterAll(() => scratch.remove());

async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'nothing refused',
    (error: unknown) => (isCodedError(error) ? error.code : String(error)),
  );
}

describe('the model store', () => {
  it('keeps a model under its hash and gives its bytes, tensors and outline back', async () => {
    const stored = await store.put([MODEL.subarray(0, 10), MODEL.subarray(10)]);
    expect(stored).toEqual({ sha256: hashOf(MODEL), byteLength: MODEL.length });
    expect(await readdir(dir)).toEqual([stored.sha256]);
    const read = await store.read(stored.sha256);
    expect(read.tensors.map(({ data }) => [...data])).toEqual([
      [1, 2, 3, 4, 5, 6],
      [7, 8, 9],
    ]);
    expect(await store.outline(stored.sha256)).toEqual([
      { name: 'kernel', size: 6, largestWeight: 6 },
      { name: 'bias', size: 3, largestWeight: 9 },
    ]);
  });

  it('lists what every model says of itself, and bytes that are no model as such', async () => {
    const model = await store.put([MODEL]);
    const garbage = await store.put([Buffer.from('garbage, and long enough for a length')]);
    const cut = await store.put([MODEL.subarray(0, 20)]);
    await writeFile(`${dir}/1234.part`, MODEL);
    const { models, listed } = { models: await store.list(), listed: await (await ModelStore.open(dir)).list() };
    expect(models).toEqual(listed);
    expect(models).toEqual(
      [
        { ...model, metadata: { round: '0' } },
        { ...garbage, metadata: {} },
        { ...cut, metadata: {} },
      ].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1)),
    );
  });

  it('hands out chunks that make up the model, and none beyond its end', async () => {
    const bytes = new Uint8Array(MAX_CHUNK_BYTES + 5).fill(3);
    const { sha256 } = await store.put([bytes]);
    const chunks = [await store.readChunk(sha256, 0), await store.readChunk(sha256, 1)];
    expect(chunks.map(({ length }) => length)).toEqual([MAX_CHUNK_BYTES, 5]);
    expect(hashOf(Buffer.concat(chunks))).toBe(sha256);
    expect(await refusal(store.readChunk(sha256, 2))).toBe('not-found');
  });

  it('keeps nothing of a model that is over the cap or whose sender goes away', async () => {
    expect(await refusal(store.put([MODEL], MODEL.length - 1))).toBe('too-large');
    const cut = async function* () {
      yield MODEL.subarray(0, 10);
      throw new Error('the sender is gone');
    };
    expect(await refusal(store.put(cut()))).toContain('the sender is gone');
    expect(await readdir(dir)).toEqual([]);
  });

  it('reads nothing of what an interrupted write left, and removes it at the next start', async () => {
    await writeFile(`${dir}/1234.part`, MODEL.subarray(0, 20));
    const reopened = await ModelStore.open(dir);
    expect(await readdir(dir)).toEqual([]);
    expect(await refusal(reopened.verified(hashOf(MODEL)))).toBe('not-found');
  });

  it('hands out nothing that does not match its hash, until the right bytes are put back', async () => {
    const { sha256 } = await store.put([MODEL]);
    const path = `${dir}/${sha256}`;
    const changed = Uint8Array.from(await readFile(path));
    changed[changed.length - 1] = 0xff;
    await writeFile(path, changed);
    const reopened = await ModelStore.open(dir);
    for (const attempt of [
      () => reopened.verified(sha256),
      () => reopened.read(sha256),
      () => reopened.readChunk(sha256, 0),
      () => reopened.stream(sha256),
    ]) {
      expect(await refusal(attempt())).toBe('corrupt-content');
    }
    await reopened.put([MODEL]);
    expect(await refusal(reopened.read(sha256))).toBe('nothing refused');
  });
});
