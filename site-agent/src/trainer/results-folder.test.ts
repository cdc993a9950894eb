import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runId, sha256Hex } from '@mammofed/core';
import { decodeMask, PatientKeys, type RegionSample } from '@mammofed/imaging';
import { temporaryFolders, testRunConfig } from '../fixtures.test-support.js';
import type { ImageRow } from './measure.js';
import { bestFirst } from './ranking.js';
import { writeResults } from './results-folder.js';
import type { EvaluateJob } from './trainer-messages.js';

const SIZE = 16;
const IMAGES = 9;
const keys = new PatientKeys(new Uint8Array(32));
const box = { left: 0, top: 0, right: SIZE, bottom: SIZE };

/** The first `rows` rows marked. */
const marked = (rows: number): Uint8Array => new Uint8Array(SIZE * SIZE).map((_, i) => (i < rows * SIZE ? 1 : 0));

const samples = Array.from({ length: IMAGES }, (_, i): RegionSample => ({
  ...{ file: `../${i}.png`, patient: `P${i}`, touchesEdge: false, box, imageWidth: SIZE, imageHeight: SIZE },
  image: new Float32Array(SIZE * SIZE),
  display: new Uint8Array(SIZE * SIZE).fill(100),
  mask: marked(8),
}));

/** Image i's prediction has i + 1 rows; which one is best is told by `dices`. */
const predictions = samples.map((_, i) => marked(i + 1));
const rows = (dices: (index: number) => number): ImageRow[] =>
  bestFirst(
    samples.map(({ file, patient, touchesEdge }, index) => ({
      ...{ file, patient, touchesEdge, index, dice: dices(index) },
      ...{ sensitivity: 0, specificity: 0, accuracy: 0, referenceArea: 0.5, predictedArea: 0.5 },
    })),
  );

interface Written {
  readonly segmentation: { readonly all: { readonly surface: { readonly px: { readonly hausdorff: object } } } };
  readonly images: readonly {
    readonly file: string;
    readonly patientKey: string;
    readonly maskPng: string;
    readonly surface: { readonly hausdorff: number };
  }[];
  readonly overlays: readonly { readonly file: string; readonly referencePng: string }[];
}

describe('the results folder', () => {
  const folder = temporaryFolders();
  const job = (root: string, round: number): EvaluateJob => ({
    kind: 'evaluate',
    data: { dir: '/data', layout: null, permuteImagesSeed: null },
    engine: 'cpu',
    threads: 1,
    config: testRunConfig({ model: { name: 'unet', width: 1 / 32, size: SIZE } }),
    modelPath: '/model',
    round,
    runId: runId('run-1'),
    modelSha256: sha256Hex('0'.repeat(64)),
    resultsDir: join(root, 'run-1', `round-${round}`),
    patientSaltPath: '/salt',
  });
  const evaluation = async (dir: string): Promise<Written> =>
    JSON.parse(await readFile(join(dir, 'evaluation.json'), 'utf8')) as Written;
  const masksOf = (root: string, name: string): Promise<string[]> =>
    readdir(join(root, 'run-1', name, 'masks')).catch(() => []);

  it('has the predicted mask of every test image under its place in the list, and the references of the shown', async () => {
    const root = await folder();
    const { resultsDir } = job(root, 0);
    // An order that is not that of the set.
    const sorted = rows((index) => ((index * 4) % IMAGES) / 10);
    await writeResults(job(root, 0), samples, predictions, sorted, keys);
    const { images, overlays, segmentation } = await evaluation(resultsDir);
    // Image i has i + 1 rows of the reference's 8.
    expect(images.map(({ surface }) => surface.hausdorff)).toEqual(sorted.map(({ index }) => Math.abs(index - 7)));
    expect(segmentation.all.surface.px.hausdorff).toMatchObject({ n: IMAGES, min: 0, max: 7 });
    expect(images.map(({ maskPng }) => maskPng)).toEqual(sorted.map((_, place) => `masks/${place + 1}.png`));
    expect(await masksOf(root, 'round-0')).toHaveLength(IMAGES);
    for (const [place, { file, maskPng }] of images.entries()) {
      const { mask, width, height } = await decodeMask(await readFile(join(resultsDir, maskPng)));
      expect([width, height]).toEqual([SIZE, SIZE]);
      expect(file).toBe(sorted[place]?.file);
      expect(mask).toEqual(predictions[sorted[place]?.index ?? -1]);
    }
    for (const { referencePng } of overlays)
      expect((await decodeMask(await readFile(join(resultsDir, referencePng)))).mask).toEqual(marked(8));
    if (process.platform !== 'win32') expect((await stat(join(resultsDir, 'masks'))).mode & 0o077).toBe(0);
  });

  it('has the keys of patients in place of their identifiers, the same in every round', async () => {
    const root = await folder();
    const sorted = rows((index) => index / 10);
    for (const round of [0, 1]) {
      await writeResults(job(root, round), samples, predictions, sorted, keys);
      const { images } = await evaluation(job(root, round).resultsDir);
      expect(images.map(({ patientKey }) => patientKey)).toEqual(sorted.map(({ patient }) => keys.of(patient)));
      expect(await readFile(join(job(root, round).resultsDir, 'evaluation.json'), 'utf8')).not.toMatch(/"P\d"/);
    }
  });

  it('keeps masks of the newest round alone, the figures and overlays of all, and touches no other run', async () => {
    const root = await folder();
    const sorted = rows((index) => index / 10);
    const other = { ...job(root, 1), resultsDir: join(root, 'run-2', 'round-1') };
    await writeResults(other, samples, predictions, sorted, keys);
    for (const round of [0, 9, 10]) await writeResults(job(root, round), samples, predictions, sorted, keys);
    expect(await masksOf(root, 'round-0')).toEqual([]);
    expect(await masksOf(root, 'round-9')).toEqual([]);
    expect(await masksOf(root, 'round-10')).toHaveLength(IMAGES);
    expect(await readdir(join(other.resultsDir, 'masks'))).toHaveLength(IMAGES);
    expect((await evaluation(job(root, 9).resultsDir)).images).toHaveLength(IMAGES);
    expect(await readdir(join(job(root, 9).resultsDir, 'overlays'))).toHaveLength(6 * 4);
  });

  it('replaces what an earlier try of the round left', async () => {
    const root = await folder();
    const sorted = rows((index) => index / 10);
    await writeResults(job(root, 2), samples, predictions, sorted, keys);
    await writeResults(job(root, 2), samples, predictions, sorted.slice(0, 6), keys);
    expect(await masksOf(root, 'round-2')).toHaveLength(6);
  });
});
