import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeModelFile } from '@mammofed/core';
import { demoResult, type DemoResult } from './support/demo-result.js';
import { pngHeader, pngPixels } from './support/grey-png.js';
import { eventually, readJson, Workbench } from './support/processes.js';

const TINY = ['--sites', '2', '--rounds', '2', '--epochs', '2', '--width', '1/32', '--size', '32', '--seed', '5'];

interface Listed {
  readonly sha256: string;
  readonly byteLength: number;
  readonly runs: readonly string[];
}

interface Evaluated {
  readonly n: number;
  readonly dice: { readonly mean: number; readonly min: number; readonly max: number };
  readonly diceInterval: { readonly low: number; readonly high: number };
  readonly meanMaskDice: number | null;
  readonly allLesionDice: number;
  readonly edge: { readonly n: number } | null;
  readonly central: { readonly n: number } | null;
}

interface Predicted {
  readonly images: readonly {
    readonly file: string;
    readonly regionSource: string;
    readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
    readonly markedPixels: number;
    readonly mask: string;
    readonly overlay: string;
  }[];
  readonly failed: readonly { readonly file: string; readonly code: string }[];
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('a trained model', () => {
  const workbench = new Workbench();
  let root: string;
  let result: DemoResult;
  let store: string[];
  let data: string;
  /** The newest model as a file. */
  let file: string;

  beforeAll(async () => {
    root = await workbench.dir();
    const out = join(root, 'demo');
    const { stdout } = await workbench.must('demo', '--out', out, '--json', ...TINY);
    result = demoResult(stdout);
    data = join(out, 'sites', 'site-1-data');
    const dir = join(out, 'coordinator');
    store = ['--dir', dir];
    const coordinator = workbench.start('coordinator', 'start', '--dir', dir);
    await eventually('the coordinator to listen', 60_000, () => {
      if (coordinator.child.exitCode !== null) throw new Error(`it ended: ${coordinator.stderr}`);
      return readJson(join(dir, 'address.json'));
    });
    file = join(root, 'newest.safetensors');
    await workbench.must(
      ...['model', 'export', '--model', result.modelSha256, '--format', 'safetensors', '--out', file, ...store],
    );
  }, 240_000);
  afterAll(() => workbench.end());

  const json = async <T>(...words: string[]): Promise<T> => {
    const { stdout } = await workbench.must(...words, '--json');
    expect(stdout.trimEnd()).not.toContain('\n');
    return JSON.parse(stdout) as T;
  };
  const fresh = (name: string): string => join(root, name);
  const evaluate = (...words: string[]): Promise<Evaluated> => json('evaluate', '--data', data, ...words);

  it('is listed with its run and rounds, shown with its tensors, and exported byte for byte', async () => {
    const { models } = await json<{ models: Listed[] }>('model', 'list', ...store);
    expect(models).toHaveLength(3);
    const newest = models.at(-1) as Listed;
    expect(newest.sha256).toBe(result.modelSha256);
    const [name = ''] = newest.runs;
    expect(name).toMatch(/:2$/);

    const shown = await json<{ sha256: string; parameterCount: number; metadata: Record<string, string> }>(
      'model',
      'show',
      name.replace(/:2$/, ''),
      ...store,
    );
    expect(shown.sha256).toBe(result.modelSha256);
    expect(shown.metadata).toMatchObject({ model: 'unet', size: '32', study: 'demo', round: '2', batchSize: '8' });

    const bytes = new Uint8Array(await readFile(file));
    expect(sha256Of(bytes)).toBe(result.modelSha256);
    const { tensors } = decodeModelFile(bytes);
    expect(tensors.reduce((sum, { data: values }) => sum + values.length, 0)).toBe(shown.parameterCount);
  }, 60_000);

  it('scores on a site’s data what the run’s own evaluation of that site says', async () => {
    const own = result.evaluation.final.find(({ site }) => site === 'site-1');
    const baseline = result.baseline.find(({ site }) => site === 'site-1');
    const out = fresh('evaluation');
    const measured = await evaluate('--model', result.modelSha256.slice(0, 8), ...store, '--out', out);
    expect(measured.n).toBe(own?.n);
    for (const key of ['mean', 'min', 'max'] as const) expect(measured.dice[key]).toBeCloseTo(own?.dice[key] ?? NaN, 9);
    expect(measured.allLesionDice).toBeCloseTo(baseline?.allLesion ?? NaN, 9);
    expect(measured.meanMaskDice).toBeCloseTo(baseline?.meanMask ?? NaN, 9);
    expect(measured.diceInterval.low).toBeLessThanOrEqual(measured.dice.mean);
    expect(measured.diceInterval.high).toBeGreaterThanOrEqual(measured.dice.mean);
    expect((measured.edge?.n ?? 0) + (measured.central?.n ?? 0)).toBe(measured.n);

    const [header = '', ...lines] = (await readFile(join(out, 'images.csv'), 'utf8')).trimEnd().split('\r\n');
    const column = header.split(',').indexOf('dice');
    const dice = lines.map((line) => Number(line.split(',')[column]));
    expect(dice).toHaveLength(measured.n);
    expect(dice.reduce((sum, value) => sum + value, 0) / measured.n).toBeCloseTo(measured.dice.mean, 9);
    expect(await readFile(join(out, 'bland-altman.svg'), 'utf8')).toMatch(/^<svg[^]*<\/svg>\s*$/);
    const { overlays } = JSON.parse(await readFile(join(out, 'evaluation.json'), 'utf8')) as {
      overlays: { png: string }[];
    };
    expect(overlays).toHaveLength(6);
    for (const { png } of overlays) expect(pngHeader(await readFile(join(out, png)))).toMatchObject({ width: 128 });

    const refused = await workbench.run(
      'evaluate',
      '--data',
      data,
      '--model',
      fresh('model.safetensors'),
      '--out',
      out,
    );
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/has evaluation\.json.*--force/);
  }, 90_000);

  it('is measured on every part of a folder, also one too small to train on; without metadata only with options', async () => {
    const all = await evaluate('--model', file, '--part', 'all');
    const parts = await Promise.all(
      ['train', 'validation', 'test'].map((part) => evaluate('--model', file, '--part', part)),
    );
    expect(all.n).toBe(parts.reduce((sum, { n }) => sum + n, 0));

    const small = fresh('small');
    await mkdir(join(small, 'images'), { recursive: true });
    await mkdir(join(small, 'masks'));
    for (const name of (await readdir(join(data, 'images'))).slice(0, 2)) {
      await copyFile(join(data, 'images', name), join(small, 'images', name));
      await copyFile(join(data, 'masks', name), join(small, 'masks', name));
    }
    expect(await json<Evaluated>('evaluate', '--data', small, '--model', file, '--part', 'all')).toMatchObject({
      n: 2,
    });

    const bare = fresh('bare.safetensors');
    await writeFile(bare, withoutMetadata(await readFile(file)));
    const refused = await workbench.run('evaluate', '--data', data, '--model', bare);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/--network NAME --width W --size S --study NAME --margin F --window/);
    const told = await evaluate(
      ...['--model', bare, '--network', 'unet', '--width', '1/32', '--size', '32', '--study', 'demo'],
      ...['--margin', '0.1', '--window', 'percentiles', '--batch-size', '8'],
    );
    expect(told.dice).toEqual(parts[2]?.dice);
  }, 120_000);
});

/** The same tensors without a word about them. */
function withoutMetadata(bytes: Uint8Array): Uint8Array {
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as Record<string, unknown>;
  delete header['__metadata__'];
  const text = new TextEncoder().encode(JSON.stringify(header).padEnd(length));
  return Buffer.concat([bytes.subarray(0, 8), text, bytes.subarray(8 + length)]);
}
