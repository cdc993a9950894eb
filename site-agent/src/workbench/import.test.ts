import { mkdir, readdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { decodeModelFile, encodeModelFile, isCodedError } from '@mammofed/core';
import { initialTensors } from '@mammofed/learning';
import { sha256Of } from '@mammofed/storage';
import { temporaryFolders } from '../fixtures.test-support.js';
import { exportModel } from './export.js';
import { importModel } from './import.js';

const folder = temporaryFolders();
const METADATA = {
  ...{ model: 'unet', width: '0.03125', size: '16', seed: '1', round: '3', study: 'masses' },
  ...{ marginFraction: '0.1', window: '{"kind":"percentiles"}', batchSize: '4', run: 'f'.repeat(64) },
};

interface Exported {
  readonly dir: string;
  readonly modelPath: string;
  readonly sha256: string;
  /** The ONNX file, and the folder for tfjs. */
  readonly onnx: string;
  readonly tfjs: string;
}

/** A model and its exports. */
async function exported(metadata: Readonly<Record<string, string>> = METADATA): Promise<Exported> {
  const dir = await folder();
  const tensors = await initialTensors({ name: 'unet', width: 1 / 32, size: 16 }, 7);
  const bytes = encodeModelFile({ tensors, metadata });
  const [modelPath, onnx, tfjs] = [join(dir, 'model.safetensors'), join(dir, 'model.onnx'), join(dir, 'tfjs')];
  await writeFile(modelPath, bytes);
  const described = { name: 'unet', width: 1 / 32, size: 16 } as const;
  await exportModel({ kind: 'export', modelPath, described, format: 'onnx', out: onnx, force: false });
  await exportModel({ kind: 'export', modelPath, described, format: 'tfjs', out: tfjs, force: false });
  return { dir, modelPath, sha256: sha256Of(bytes), onnx, tfjs };
}

async function refusal(path: string, dir: string): Promise<{ code: string; message: string }> {
  try {
    await importModel({ kind: 'import', path, described: {}, out: join(dir, 'refused.safetensors') });
  } catch (error) {
    if (!isCodedError(error)) throw error;
    expect(await readdir(dir)).not.toContain('refused.safetensors');
    return { code: error.code, message: error.message };
  }
  throw new Error('nothing was refused');
}

describe('an export that is imported', () => {
  it.each(['onnx', 'tfjs', 'tfjs/model.json'])('from %s is the same model file, byte for byte', async (from) => {
    const { dir, modelPath, sha256, onnx, tfjs } = await exported();
    const path = from === 'onnx' ? onnx : join(tfjs, from.slice('tfjs'.length));
    const out = join(dir, 'again.safetensors');
    const result = await importModel({ kind: 'import', path, described: {}, out });
    const original = await readFile(modelPath);
    expect(result).toEqual({ sha256, byteLength: original.length, exportedFrom: sha256, isUnchanged: true });
    expect((await readFile(out)).equals(original)).toBe(true);
  });

  it('with other weights than were exported no longer says which run made it, but what it was made from', async () => {
    const { dir, sha256, tfjs } = await exported();
    const [shard = ''] = (await readdir(tfjs)).filter((name) => name.endsWith('.bin'));
    const bytes = await readFile(join(tfjs, shard));
    bytes.writeFloatLE(0.5, 0);
    await writeFile(join(tfjs, shard), bytes);
    const out = join(dir, 'changed.safetensors');
    const result = await importModel({ kind: 'import', path: tfjs, described: {}, out });
    const written = await readFile(out);
    expect(result).toMatchObject({ sha256: sha256Of(written), exportedFrom: sha256, isUnchanged: false });
    const { metadata, tensors } = decodeModelFile(written);
    const { model, width, size, study, marginFraction, window, batchSize } = METADATA;
    expect(metadata).toEqual({ model, width, size, study, marginFraction, window, batchSize, derivedFrom: sha256 });
    expect(tensors[0]?.data[0]).toBe(0.5);
  });

  it('of a model that did not say what it is says so by then', async () => {
    const { dir, onnx } = await exported({ seed: '7' });
    const out = join(dir, 'again.safetensors');
    await importModel({ kind: 'import', path: onnx, described: {}, out });
    expect(decodeModelFile(await readFile(out)).metadata).toMatchObject({
      model: 'unet',
      width: '0.03125',
      size: '16',
    });
  });

  it('replaces an earlier export for tfjs only if asked to, and leaves none of its weights', async () => {
    const { modelPath, tfjs } = await exported();
    await rename(join(tfjs, 'group1-shard1of1.bin'), join(tfjs, 'group1-shard1of2.bin'));
    await writeFile(join(tfjs, 'notes.txt'), 'mine');
    const job = { ...({ kind: 'export', format: 'tfjs' } as const), modelPath, described: {}, out: tfjs };
    await expect(exportModel({ ...job, force: false })).rejects.toMatchObject({ code: 'output-exists' });
    await exportModel({ ...job, force: true });
    expect((await readdir(tfjs)).sort()).toEqual(['group1-shard1of1.bin', 'model.json', 'notes.txt']);
  });
});

describe('an import is refused', () => {
  it('of what is not there, no plain file, or called otherwise', async () => {
    const { dir, tfjs, modelPath } = await exported();
    const shard = join(tfjs, 'group1-shard1of1.bin');
    for (const path of [join(dir, 'nothing.onnx'), dir, modelPath])
      expect((await refusal(path, dir)).code).toBe('unreadable-import');
    await rm(shard);
    expect(await refusal(tfjs, dir)).toEqual({
      code: 'unreadable-import',
      message: expect.stringMatching(/shard1of1.*there is no such file/),
    });
    await mkdir(shard);
    expect((await refusal(tfjs, dir)).message).toMatch(/not a plain file/);
  });

  it('of weights that are a link, wherever it leads', async () => {
    const { dir, tfjs } = await exported();
    const shard = join(tfjs, 'group1-shard1of1.bin');
    await rename(shard, join(dir, 'weights.bin'));
    await symlink(join(dir, 'weights.bin'), shard);
    const { code, message } = await refusal(tfjs, dir);
    expect(message).toMatch(/not a plain file/);
    expect(code).toBe('unreadable-import');
  });

  it('of weights that are cut off, or of a file larger than they are, which is not read', async () => {
    const { dir, tfjs } = await exported();
    const shard = join(tfjs, 'group1-shard1of1.bin');
    const { length } = await readFile(shard);
    await truncate(shard, length - 1);
    expect((await refusal(tfjs, dir)).code).toBe('bad-exchange-file');
    // Sparse: it would not fit into memory.
    await truncate(shard, 2 ** 40);
    const { code, message } = await refusal(tfjs, dir);
    expect(message).toMatch(`at most ${length} are expected`);
    expect(code).toBe('unreadable-import');
  });

  it('of an ONNX file larger than any model, which is not read', async () => {
    const { dir, onnx } = await exported();
    await truncate(onnx, 2 ** 30 + 1);
    expect(await refusal(onnx, dir)).toEqual({
      code: 'unreadable-import',
      message: expect.stringMatching(/has 1073741825 bytes/),
    });
  });

  it('of what does not say which network it is', async () => {
    const { dir, tfjs } = await exported();
    const json = JSON.parse(await readFile(join(tfjs, 'model.json'), 'utf8')) as Record<string, unknown>;
    await writeFile(join(tfjs, 'model.json'), JSON.stringify({ ...json, userDefinedMetadata: {} }));
    const { code, message } = await refusal(tfjs, dir);
    expect(message).toMatch(/--network NAME --width W --size S/);
    expect(code).toBe('missing-model-metadata');
  });
});
