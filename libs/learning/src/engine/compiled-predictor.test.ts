/** @jest-environment ./libs/learning/jest-environment.mjs */
import { afterEach, describe, expect, it } from '@jest/globals';
import { seededRng, type NamedTensor } from '@mammofed/core';
import { initialTensors } from '../initial-tensors.js';
import type { ModelSpec } from '../model-spec.js';
import { freshSeed, normals } from '../reference.test-support.js';
import { CompiledPredictor, type PredictionOptions } from './compiled-predictor.js';

const spec: ModelSpec = { name: 'unet', width: 1 / 32, size: 16 };
const OPTIONS: PredictionOptions = { spec, batchSize: 2, threads: 1 };
const IMAGE = 16 * 16;
const seed = freshSeed();

const open: CompiledPredictor[] = [];
afterEach(async () => {
  for (const predictor of open.splice(0)) await predictor.dispose();
});

async function newPredictor(changes: Partial<PredictionOptions> = {}): Promise<CompiledPredictor> {
  const predictor = await CompiledPredictor.create({ ...OPTIONS, ...changes });
  open.push(predictor);
  return predictor;
}

describe(`predicting (seed ${seed})`, () => {
  it('gives a probability for every pixel of any number of images, each image’s whatever its company', async () => {
    const predictor = await newPredictor();
    predictor.load(await initialTensors(spec, seed));
    const images = normals(seededRng(seed), 5 * IMAGE);
    const before = images.slice();
    const together = await predictor.predict(images);
    expect(images).toEqual(before);
    expect(together).toHaveLength(5 * IMAGE);
    // A float32 sigmoid reaches 0 and 1 themselves.
    expect(together.every((probability) => probability >= 0 && probability <= 1)).toBe(true);
    for (let n = 0; n < 5; n++) {
      const alone = await predictor.predict(images.subarray(n * IMAGE, (n + 1) * IMAGE));
      // The same sums, whichever place of the batch the image has.
      expect(alone).toEqual(together.slice(n * IMAGE, (n + 1) * IMAGE));
    }
  });

  it('follows the weights that were loaded last, and keeps copies of them', async () => {
    const predictor = await newPredictor();
    const images = normals(seededRng(seed), IMAGE);
    const [one, other] = [await initialTensors(spec, 1), await initialTensors(spec, 2)];
    predictor.load(one);
    const first = await predictor.predict(images);
    predictor.load(other);
    const second = await predictor.predict(images);
    expect(second).not.toEqual(first);
    for (const { data } of other) data.fill(0);
    expect(await predictor.predict(images)).toEqual(second);
    predictor.load(one);
    expect(await predictor.predict(images)).toEqual(first);
  });
});

describe('a predictor refuses', () => {
  it.each<[string, Partial<PredictionOptions>, string]>([
    ['a batch of no image', { batchSize: 0 }, 'bad-options'],
    ['half a thread', { threads: 0.5 }, 'bad-options'],
    ['a model that cannot be built', { spec: { ...spec, width: 0 } }, 'bad-model-spec'],
  ])('%s', async (_, changes, code) => {
    await expect(CompiledPredictor.create({ ...OPTIONS, ...changes })).rejects.toMatchObject({ code });
  });

  it('to predict before it has weights', async () => {
    const predictor = await newPredictor();
    await expect(predictor.predict(new Float32Array(IMAGE))).rejects.toMatchObject({ code: 'no-weights' });
  });

  it('weights of another model', async () => {
    const predictor = await newPredictor();
    const [first, ...rest] = (await initialTensors(spec, 1)) as [NamedTensor, ...NamedTensor[]];
    for (const wrong of [rest, [...rest, first], [{ ...first, name: 'other' }, ...rest]])
      expect(() => predictor.load(wrong)).toThrow(expect.objectContaining({ code: 'wrong-weights' }));
  });

  it('no image, and part of one', async () => {
    const predictor = await newPredictor();
    predictor.load(await initialTensors(spec, 1));
    for (const length of [0, 1, IMAGE - 1, IMAGE + 1])
      await expect(predictor.predict(new Float32Array(length))).rejects.toMatchObject({ code: 'wrong-shape' });
  });

  it('everything else while it predicts', async () => {
    const predictor = await newPredictor();
    const weights = await initialTensors(spec, 1);
    predictor.load(weights);
    const running = predictor.predict(new Float32Array(3 * IMAGE));
    await expect(predictor.predict(new Float32Array(IMAGE))).rejects.toMatchObject({ code: 'busy' });
    expect(() => predictor.load(weights)).toThrow(expect.objectContaining({ code: 'busy' }));
    await expect(predictor.dispose()).rejects.toMatchObject({ code: 'busy' });
    expect(await running).toHaveLength(3 * IMAGE);
  });

  it('everything after it was disposed of, but to be disposed of again', async () => {
    const predictor = await newPredictor();
    const weights = await initialTensors(spec, 1);
    await predictor.dispose();
    await predictor.dispose();
    expect(() => predictor.load(weights)).toThrow(expect.objectContaining({ code: 'disposed' }));
    await expect(predictor.predict(new Float32Array(IMAGE))).rejects.toMatchObject({ code: 'disposed' });
  });
});
