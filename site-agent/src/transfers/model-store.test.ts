import { randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { MAX_CHUNK_BYTES, type Message, type ModelRef } from '@mammofed/wire';
import { sha256Of } from '@mammofed/storage';
import { temporaryFolders } from '../fixtures.test-support.js';
import { FakeAsker } from './fake-asker.test-support.js';
import { ModelStore } from './model-store.js';

const folder = temporaryFolders();
const forever = new AbortController().signal;
const MODEL = new Uint8Array(randomBytes(3 * MAX_CHUNK_BYTES + 100));
const refOf = (bytes: Uint8Array): ModelRef => ({ sha256: sha256Of(bytes), byteLength: bytes.length });
const REF = refOf(MODEL);

function chunkOf(bytes: Uint8Array, index: number): Message {
  const data = bytes.subarray(index * MAX_CHUNK_BYTES, (index + 1) * MAX_CHUNK_BYTES);
  return { kind: 'chunk', sha256: sha256Of(bytes), index, data, chunkSha256: sha256Of(data) };
}

/** A coordinator that has `models`. */
function serving(models: readonly Uint8Array[]): (message: Message) => Message {
  return (message) => {
    const bytes = models.find((model) => message.kind === 'chunk-request' && sha256Of(model) === message.sha256);
    if (message.kind !== 'chunk-request' || bytes === undefined) {
      return { kind: 'refused', code: 'unknown-model', message: 'this site was given no task on this model' };
    }
    return chunkOf(bytes, message.index);
  };
}

const indicesOf = (asker: FakeAsker): number[] =>
  asker.asked.map((message) => (message.kind === 'chunk-request' ? message.index : -1));

describe('fetching a model', () => {
  it('writes the whole model, checked, and says how far it is', async () => {
    const dir = await folder();
    const asker = new FakeAsker(serving([MODEL]));
    const progress: string[] = [];
    const path = await new ModelStore(dir, asker).obtain(REF, forever, (chunk, total) =>
      progress.push(`${chunk}/${total}`),
    );
    expect(path).toBe(join(dir, REF.sha256));
    expect(sha256Of(await readFile(path))).toBe(REF.sha256);
    expect(progress).toEqual(['1/4', '2/4', '3/4', '4/4']);
    expect(await readdir(dir)).toEqual([REF.sha256]);
  });

  it('asks for nothing that is on disk, and fetches a damaged copy anew', async () => {
    const dir = await folder();
    const asker = new FakeAsker(serving([MODEL]));
    const store = new ModelStore(dir, asker);
    const path = await store.obtain(REF, forever, () => undefined);
    await store.obtain(REF, forever, () => undefined);
    expect(asker.asked).toHaveLength(4);
    const damaged = MODEL.slice();
    damaged[5]! ^= 1;
    await writeFile(path, damaged);
    await store.obtain(REF, forever, () => undefined);
    expect(asker.asked).toHaveLength(8);
    expect(sha256Of(await readFile(path))).toBe(REF.sha256);
  });

  it('goes on after the last whole chunk that an interrupted agent left on disk', async () => {
    const dir = await folder();
    await writeFile(join(dir, `${REF.sha256}.part`), MODEL.subarray(0, 2 * MAX_CHUNK_BYTES + 17));
    const asker = new FakeAsker(serving([MODEL]));
    const path = await new ModelStore(dir, asker).obtain(REF, forever, () => undefined);
    expect(indicesOf(asker)).toEqual([2, 3]);
    expect(sha256Of(await readFile(path))).toBe(REF.sha256);
  });

  it('asks for nothing more when an agent was killed between the last chunk and the name', async () => {
    const dir = await folder();
    await writeFile(join(dir, `${REF.sha256}.part`), MODEL);
    const asker = new FakeAsker(serving([MODEL]));
    const path = await new ModelStore(dir, asker).obtain(REF, forever, () => undefined);
    expect(indicesOf(asker)).toEqual([]);
    expect(sha256Of(await readFile(path))).toBe(REF.sha256);
  });

  it('begins anew when what was left on disk turns out to be damaged', async () => {
    const dir = await folder();
    await writeFile(join(dir, `${REF.sha256}.part`), new Uint8Array(2 * MAX_CHUNK_BYTES));
    const asker = new FakeAsker(serving([MODEL]));
    const path = await new ModelStore(dir, asker).obtain(REF, forever, () => undefined);
    expect(indicesOf(asker)).toEqual([2, 3, 0, 1, 2, 3]);
    expect(sha256Of(await readFile(path))).toBe(REF.sha256);
  });

  it('asks again over the next connection when one breaks off', async () => {
    let count = 0;
    const serve = serving([MODEL]);
    const asker = new FakeAsker((message) => (++count % 3 === 0 ? null : serve(message)));
    const path = await new ModelStore(await folder(), asker).obtain(REF, forever, () => undefined);
    expect(sha256Of(await readFile(path))).toBe(REF.sha256);
  });

  it('keeps no model whose hash is wrong, though every chunk matches its own', async () => {
    const dir = await folder();
    const other = MODEL.slice();
    other[5]! ^= 1;
    const asker = new FakeAsker((message) => {
      const chunk = chunkOf(other, message.kind === 'chunk-request' ? message.index : 0);
      return { ...chunk, sha256: REF.sha256 } as Message;
    });
    const attempt = new ModelStore(dir, asker).obtain(REF, forever, () => undefined);
    await expect(attempt).rejects.toMatchObject({ code: 'corrupt-model' });
    expect(await readdir(dir)).toEqual([]);
  });

  it('gives up on a chunk that never matches its hash', async () => {
    const serve = serving([MODEL]);
    const asker = new FakeAsker((message) => ({ ...serve(message), chunkSha256: sha256Of('another') }) as Message);
    const attempt = new ModelStore(await folder(), asker).obtain(REF, forever, () => undefined);
    await expect(attempt).rejects.toMatchObject({ code: 'corrupt-model' });
  });

  it('says why when the coordinator refuses, and fetches nothing above its limit', async () => {
    const store = new ModelStore(await folder(), new FakeAsker(serving([])));
    const refused = store.obtain(REF, forever, () => undefined);
    await expect(refused).rejects.toMatchObject({
      code: 'refused-transfer',
      message: expect.stringContaining('unknown-model'),
    });
    const huge = store.obtain({ ...REF, byteLength: 2 * 1024 ** 3 }, forever, () => undefined);
    await expect(huge).rejects.toMatchObject({ code: 'refused-transfer' });
  });

  it('stops when it is aborted, and leaves what it has for the next time', async () => {
    const dir = await folder();
    const abort = new AbortController();
    const asker = new FakeAsker(serving([MODEL]));
    const attempt = new ModelStore(dir, asker).obtain(REF, abort.signal, () => abort.abort(new Error('enough')));
    await expect(attempt).rejects.toThrow('enough');
    expect(await readdir(dir)).toEqual([`${REF.sha256}.part`]);
  });

  it('removes models that nobody uses any more', async () => {
    const dir = await folder();
    const models = [1, 2, 3].map((fill) => new Uint8Array(100).fill(fill));
    const store = new ModelStore(dir, new FakeAsker(serving(models)));
    for (const model of models) {
      await store.obtain(refOf(model), forever, () => undefined);
      // Times of use must differ.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect((await readdir(dir)).sort()).toEqual(
      models
        .slice(1)
        .map((model) => refOf(model).sha256)
        .sort(),
    );
  });
});
