import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeModelFile } from '@mammofed/core';
import { maskPng, writePhantomDataset } from '@mammofed/imaging';
import { initialTensors } from '@mammofed/learning';
import type { FromWorkbench } from './messages.js';

const MAIN = join(import.meta.dirname, '..', '..', 'dist', 'workbench', 'main.js');
const STUDY = 'workbench';

let root: string;
let modelPath: string;
let data: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'mammofed-workbench-'));
  modelPath = join(root, 'model.safetensors');
  data = join(root, 'data');
  const tensors = await initialTensors({ name: 'unet', width: 1 / 32, size: 16 }, 1);
  const metadata = { model: 'unet', width: '0.03125', size: '16', study: STUDY, marginFraction: '0.1' };
  await writeFile(
    modelPath,
    encodeModelFile({ tensors, metadata: { ...metadata, window: '{"kind":"percentiles"}', seed: '1' } }),
  );
  await writePhantomDataset({ dir: data, patients: 2, imagesPerPatient: 1, size: 96, seed: 1, siteIndex: 0 });
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Runs a job in a process of its own. @returns its exit code and the last line. */
function done(job: object): { status: number | null; last: FromWorkbench } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN], {
    input: JSON.stringify(job),
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  const lines = stdout.trimEnd().split('\n');
  return { status, last: JSON.parse(lines.at(-1) as string) as FromWorkbench };
}

const evaluate = (changes: object = {}): object => ({
  kind: 'evaluate',
  ...{ modelPath, modelSha256: 'a', described: {}, data, part: 'all', out: null, force: false, threads: 1 },
  tolerances: { mm: 2, px: 2 },
  ...changes,
});

describe('the workbench', () => {
  it('measures a folder of two images, and says which part of it is empty', () => {
    const { status, last } = done(evaluate());
    expect(status).toBe(0);
    expect(last).toMatchObject({ kind: 'done', exitCode: 0, result: { n: 2, patients: 2, study: STUDY, out: null } });
    const parts = ['train', 'validation', 'test'].map((part) => done(evaluate({ part })));
    const empty = parts.filter((one) => one.last.kind === 'failed');
    expect(empty.length).toBeGreaterThan(0);
    for (const one of empty) expect(one).toMatchObject({ status: 2, last: { code: 'nothing-to-measure' } });
  }, 180_000);

  it('ends with exit code 2 and a sentence for what cannot be used as it is', async () => {
    const damaged = join(root, 'damaged.safetensors');
    await writeFile(damaged, (await readFile(modelPath)).subarray(0, 500));
    const refusals = {
      'bad-model-file': evaluate({ modelPath: damaged }),
      'wrong-weights': evaluate({ described: { name: 'deconvnet', size: 32 } }),
      'missing-folder': evaluate({ data: join(root, 'nowhere') }),
      'bad-usage': evaluate({ part: 'half' }),
    };
    for (const [code, job] of Object.entries(refusals)) {
      const { status, last } = done(job);
      expect({ status, last }).toMatchObject({ status: 2, last: { kind: 'failed', code, exitCode: 2 } });
      expect((last as { message: string }).message).not.toMatch(/\bat .*\.js:\d+/);
    }
  }, 180_000);

  it('writes the network and its weights for other programs, and takes them back as they were', async () => {
    for (const format of ['onnx', 'tfjs']) {
      const out = join(root, `model.${format}`);
      const job = { kind: 'export', modelPath, described: {}, format, force: false };
      const { status, last } = done({ ...job, out });
      expect(status).toBe(0);
      const files = format === 'onnx' ? [out] : (await readdir(out)).map((name) => join(out, name));
      const stats = await Promise.all(files.map((file) => stat(file)));
      const sizes = stats.map(({ size }) => size);
      // As the export to safetensors: a person asked for these files, and no patient is in them.
      if (process.platform !== 'win32')
        for (const { mode } of stats) expect(mode & 0o777).toBe(0o644 & ~process.umask());
      expect(last).toMatchObject({ kind: 'done', result: { byteLength: sizes.reduce((sum, size) => sum + size, 0) } });
      const nowhere = done({ ...job, out: join(modelPath, 'nowhere') });
      expect(nowhere).toMatchObject({ status: 1, last: { code: 'output-unwritable' } });
      const again = join(root, `${format}.safetensors`);
      const taken = done({ kind: 'import', path: out, described: {}, out: again });
      expect(taken).toMatchObject({ status: 0, last: { result: { isUnchanged: true } } });
      expect((await readFile(again)).equals(await readFile(modelPath))).toBe(true);
      const other = done({ kind: 'import', path: out, described: { size: 32 }, out: join(root, 'other.safetensors') });
      expect(other).toMatchObject({ status: 2, last: { kind: 'failed', code: 'foreign-model' } });
    }
    expect((await readdir(root)).filter((name) => name.startsWith('other'))).toEqual([]);
  }, 180_000);

  it('searches whole images; one without a lesion is a negative, and has no Dice', async () => {
    const folder = join(root, 'whole');
    await cp(data, folder, { recursive: true });
    const [mask = ''] = await readdir(join(folder, 'masks'));
    await writeFile(join(folder, 'masks', mask), await maskPng(new Uint8Array(96 * 96), 96, 96));
    const whole = { threshold: 0.5, tileFraction: 0.5 };
    // It writes no files.
    const { status, last } = done(evaluate({ kind: 'evaluate-whole', data: folder, whole, out: undefined }));
    expect(status).toBe(0);
    expect(last).toMatchObject({
      result: { segmentation: { all: { images: 2, dice: { n: 1 }, negatives: { images: 1 } } }, refused: [] },
    });
  }, 180_000);

  it('leaves no earlier result of an image that it can no longer use', async () => {
    const images = join(root, 'images-alone');
    const out = join(root, 'predictions');
    await mkdir(images);
    for (const name of ['a.pgm', 'b.pgm']) await writeFile(join(images, name), 'P2 2 2 255 1 2 3 4');
    const options = { described: {}, box: null, whole: null, version: '0.1.0', threads: 1 };
    const job = { kind: 'predict', modelPath, modelSha256: 'a', in: images, out, ...options };
    expect(done({ ...job, force: false }).status).toBe(0);
    await writeFile(join(images, 'a.pgm'), 'P2 2 2 255 1 2 3');
    const { status, last } = done({ ...job, force: true });
    expect({ status, last }).toMatchObject({ status: 1, last: { result: { failed: [{ file: 'a.pgm' }] } } });
    expect((await readdir(out)).sort()).toEqual(['b-mask.png', 'b-overlay.png']);
  }, 180_000);
});
