import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
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

/** Runs the file named on the command line on a ramp of grey values. */
const RUN_ONNX = `
import ort from 'onnxruntime-node';
const session = await ort.InferenceSession.create(process.argv.at(-1));
const ramp = Float32Array.from({ length: 32 * 32 }, (_, i) => (i % 32) / 16 - 1);
const images = new ort.Tensor('float32', ramp, [1, 32, 32, 1]);
const { probabilities } = await session.run({ images });
const [low, high] = [Math.min(...probabilities.data), Math.max(...probabilities.data)];
const { inputNames: inputs, outputNames: outputs } = session;
process.stdout.write(JSON.stringify({ inputs, outputs, dims: probabilities.dims, low, high }));
`;

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

  it('runs as ONNX wherever there is an ONNX runtime', async () => {
    const out = fresh('model.onnx');
    await workbench.must('model', 'export', '--model', file, '--format', 'onnx', '--out', out);
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', RUN_ONNX, out], {
      encoding: 'utf8',
      cwd: import.meta.dirname,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { inputs, outputs, dims, low, high } = JSON.parse(stdout) as Record<string, unknown>;
    expect({ inputs, outputs }).toEqual({ inputs: ['images'], outputs: ['probabilities'] });
    expect((dims as number[]).reduce((product, extent) => product * extent, 1)).toBe(32 * 32);
    expect(low).toBeGreaterThanOrEqual(0);
    expect(high).toBeLessThanOrEqual(1);
    expect(high).toBeGreaterThan(low as number);
  }, 60_000);

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
    for (const figure of ['bland-altman.svg', 'overlays.svg'])
      expect(await readFile(join(out, figure), 'utf8')).toMatch(/^<svg[^]*<\/svg>\s*$/);
    const { overlays } = JSON.parse(await readFile(join(out, 'evaluation.json'), 'utf8')) as {
      overlays: { png: string; rank: string; file: string }[];
    };
    // It is for a publication, and hospitals name files after patients.
    const figure = await readFile(join(out, 'overlays.svg'), 'utf8');
    expect(overlays.filter(({ file }) => figure.includes(basename(file)))).toEqual([]);
    expect(overlays.filter(({ rank }) => rank !== 'edge')).toHaveLength(6);
    for (const { png } of overlays) expect(pngHeader(await readFile(join(out, png)))).toMatchObject({ width: 128 });

    const report = fresh('report.html');
    expect(await evaluate('--model', file, '--report', report)).toMatchObject({ out: null, report, pdf: null });
    const page = await readFile(report, 'utf8');
    expect(page.match(/<img src="data:image\/png;base64,/g)?.length).toBe(overlays.length);
    expect(page).toContain('HD95 (px)');
    const again = await workbench.run('evaluate', '--data', data, '--model', file, '--report', report);
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('--report')]);

    const refused = await workbench.run('evaluate', '--data', data, '--model', file, '--out', out);
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

  it('marks images at their own size, in a region from the mask, --box, index.csv or of the whole image', async () => {
    const inFolder = fresh('predictions');
    const marked = await json<Predicted>('predict', '--model', file, '--in', data, '--out', inFolder);
    const names = (await readdir(join(data, 'images'))).sort();
    expect(marked.images.map((image) => image.file)).toEqual(names);
    expect(marked.failed).toEqual([]);
    const rows = (await readFile(join(fresh('evaluation'), 'images.csv'), 'utf8')).trimEnd().split('\r\n').slice(1);
    for (const { regionSource } of marked.images) expect(regionSource).toBe('mask');
    for (const row of rows) {
      const [name, , , , , , , , predictedArea] = row.split(',');
      const image = marked.images.find((one) => one.file === name) as Predicted['images'][number];
      // The nearest pixel's value need not give the area of 32 × 32 pixels to the last one.
      const area = image.markedPixels / (image.box.width * image.box.height);
      expect(Math.abs(area - Number(predictedArea))).toBeLessThan(0.05);
    }
    const [first] = marked.images.filter(({ markedPixels }) => markedPixels > 0) as [Predicted['images'][number]];
    const image = await readFile(join(data, 'images', first.file));
    const { width, height } = pngHeader(image);
    const maskBytes = await readFile(join(inFolder, first.mask));
    expect(pngHeader(maskBytes)).toMatchObject({ width, height, colorType: 0 });
    const { pixels } = pngPixels(maskBytes);
    expect(pixels.filter((value) => value === 255)).toHaveLength(first.markedPixels);
    expect(pixels.filter((value) => value === 0)).toHaveLength(width * height - first.markedPixels);
    const { x, y, width: boxWidth, height: boxHeight } = first.box;
    const isInBox = (at: number): boolean => {
      const [column, row] = [at % width, Math.floor(at / width)];
      return column >= x && column < x + boxWidth && row >= y && row < y + boxHeight;
    };
    expect(pixels.every((value, at) => value === 0 || isInBox(at))).toBe(true);
    expect(boxWidth * boxHeight).toBeLessThan(width * height);

    const overlayBytes = await readFile(join(inFolder, first.overlay));
    expect(pngHeader(overlayBytes)).toMatchObject({ width, height, colorType: 2 });
    const overlay = pngPixels(overlayBytes).pixels;
    const has = (red: number, green: number, blue: number): boolean =>
      overlay.some(
        (value, at) => at % 3 === 0 && value === red && overlay[at + 1] === green && overlay[at + 2] === blue,
      );
    expect([has(0, 158, 115), has(230, 159, 0)]).toEqual([true, true]);

    // The same region said by hand, and by an index, gives the same mask without a reference in reach.
    const bare = fresh('bare');
    await mkdir(join(bare, 'images'), { recursive: true });
    await copyFile(join(data, 'images', first.file), join(bare, 'images', first.file));
    const box = [x, y, boxWidth, boxHeight].join(',');
    const one = join(bare, 'images', first.file);
    const byBox = await json<Predicted>(
      'predict',
      '--model',
      file,
      '--in',
      one,
      '--box',
      box,
      '--out',
      fresh('by-box'),
    );
    expect(byBox.images).toMatchObject([{ regionSource: 'box', box: first.box, markedPixels: first.markedPixels }]);
    expect(await readFile(join(fresh('by-box'), first.mask))).toEqual(maskBytes);
    const whole = await json<Predicted>('predict', '--model', file, '--in', bare, '--out', fresh('whole'));
    expect(whole.images).toMatchObject([{ regionSource: 'whole-image', box: { x: 0, y: 0, width, height } }]);
    const said = await workbench.must('predict', '--model', file, '--in', bare, '--out', fresh('whole'), '--force');
    expect(said.stdout).toMatch(/the whole image, for want of a mask or box/);
    await writeFile(join(bare, 'index.csv'), `file,patient,box_x,box_y,box_w,box_h\n${first.file},p,${box}\n`);
    const byIndex = await json<Predicted>('predict', '--model', file, '--in', bare, '--out', fresh('by-index'));
    expect(byIndex.images).toMatchObject([{ regionSource: 'index', box: first.box }]);
    expect(await readFile(join(fresh('by-index'), first.mask))).toEqual(maskBytes);
  }, 120_000);

  it('goes on past a broken image, and replaces neither an input nor, unasked, an earlier result', async () => {
    const images = fresh('scans');
    await mkdir(images);
    const [first = '', second = ''] = await readdir(join(data, 'images'));
    await copyFile(join(data, 'images', first), join(images, 'a.png'));
    await writeFile(join(images, 'b.png'), (await readFile(join(data, 'images', second))).subarray(0, 200));
    await copyFile(join(data, 'images', first), join(images, 'c.png'));
    const words = ['predict', '--model', file, '--in', images];
    const past = await workbench.run(...words, '--out', fresh('past'), '--json');
    expect(past.code).toBe(1);
    const { images: done, failed } = JSON.parse(past.stdout) as Predicted;
    expect(done.map((image) => image.file)).toEqual(['a.png', 'c.png']);
    expect(failed).toMatchObject([{ file: 'b.png', code: 'unreadable-image' }]);
    const again = await workbench.run(...words, '--out', fresh('past'));
    expect(again.code).toBe(2);
    expect(again.stderr).toMatch(/a-mask\.png and 3 more of what would be written already.*--force/);

    await copyFile(join(data, 'images', second), join(images, 'a-mask.png'));
    const input = await readFile(join(images, 'a-mask.png'));
    const over = await workbench.run(...words, '--out', images, '--force');
    expect(over.code).toBe(2);
    expect(over.stderr).toMatch(/a-mask\.png would replace an input/);
    expect(await readFile(join(images, 'a-mask.png'))).toEqual(input);
    expect((await readdir(images)).sort()).toEqual(['a-mask.png', 'a.png', 'b.png', 'c.png']);
  }, 60_000);
});

/** The same tensors without a word about them. */
function withoutMetadata(bytes: Uint8Array): Uint8Array {
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as Record<string, unknown>;
  delete header['__metadata__'];
  const text = new TextEncoder().encode(JSON.stringify(header).padEnd(length));
  return Buffer.concat([bytes.subarray(0, 8), text, bytes.subarray(8 + length)]);
}
