/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { seededRng, type NamedTensor } from '@mammofed/core';
import type { ModelSpec } from '../model-spec.js';
import {
  freshSeed,
  moves,
  normals,
  randomBatches,
  randomWeights,
  relativeDifference,
  worstTensor,
} from '../reference.test-support.js';
import { CompiledTrainer } from './compiled-trainer.js';
import type { TrainingOptions } from './training-options.js';
import type { ExampleInputs } from './example-inputs.js';

const seed = freshSeed();
const spec: ModelSpec = { name: 'unet', width: 1 / 32, size: 16 };
const OPTIONS: TrainingOptions = {
  spec,
  batchSize: 4,
  learningRate: 0.5,
  threads: 1,
  optimizer: { kind: 'sgd' },
  perExample: { clipNorm: 0.3, lotSize: 3 },
};
const EXAMPLE_WEIGHTS = Float32Array.of(1, 1, 0, 1);

async function withTrainer<T>(
  options: Partial<TrainingOptions>,
  use: (trainer: CompiledTrainer) => Promise<T>,
): Promise<T> {
  const trainer = await CompiledTrainer.create({ ...OPTIONS, ...options });
  try {
    trainer.reset(await randomWeights(spec, seed));
    return await use(trainer);
  } finally {
    await trainer.dispose();
  }
}

function noiseFor({ trainedCount }: CompiledTrainer, step: number, deviation: number): Float32Array {
  return normals(seededRng('noise', seed, step), trainedCount).map((value) => deviation * value);
}

async function trained(options: Partial<TrainingOptions>): Promise<{ losses: number[]; weights: NamedTensor[] }> {
  return withTrainer(options, async (trainer) => {
    const losses: number[] = [];
    for (const [step, { images, masks }] of randomBatches(seed, 3, 4 * spec.size ** 2).entries()) {
      const noise = noiseFor(trainer, step, 1e-3);
      losses.push(await trainer.step(images, masks, { weights: EXAMPLE_WEIGHTS, noise }));
    }
    return { losses, weights: await trainer.weights() };
  });
}

describe(`a trainer that clips each example (seed ${seed})`, () => {
  it.each([2, 4])('does the same in %d micro-batches, with the noise added once', async (microBatches) => {
    const whole = await trained({});
    const parts = await trained({ microBatches });
    expect(relativeDifference(parts.losses, whole.losses)).toBeLessThan(1e-5);
    const start = await randomWeights(spec, seed);
    const worst = worstTensor(moves(start, parts.weights), moves(start, whole.weights));
    expect({ ...worst, isClose: worst.difference <= 1e-3 }).toEqual({ ...worst, isClose: true });
  });

  it('moves by the noise alone in a step without examples, whose loss is 0', async () => {
    await withTrainer({ learningRate: 1 }, async (trainer) => {
      const before = (await trainer.weights()).flatMap(({ data }) => [...data]);
      const { images, masks } = randomBatches(seed, 1, 4 * spec.size ** 2)[0] as {
        images: Float32Array;
        masks: Float32Array;
      };
      const noise = noiseFor(trainer, 0, 1);
      expect(await trainer.step(images, masks, { weights: new Float32Array(4), noise })).toBe(0);
      const after = (await trainer.weights()).flatMap(({ data }) => [...data]);
      expect(after).toEqual(before.map((value, i) => Math.fround(value - (noise[i] as number))));
    });
  });

  it('reports the mean loss of its examples, as the same images have it without clipping', async () => {
    const { images, masks } = randomBatches(seed, 1, 4 * spec.size ** 2)[0] as {
      images: Float32Array;
      masks: Float32Array;
    };
    const pixels = spec.size ** 2;
    const inLot = (values: Float32Array): Float32Array =>
      values.filter((_, i) => EXAMPLE_WEIGHTS[Math.floor(i / pixels)] === 1);
    const clipped = await withTrainer({}, (trainer) =>
      trainer.step(images, masks, { weights: EXAMPLE_WEIGHTS, noise: noiseFor(trainer, 0, 0) }),
    );
    const plain = await CompiledTrainer.create({ ...OPTIONS, batchSize: 3, perExample: undefined as never });
    plain.reset(await randomWeights(spec, seed));
    const loss = await plain.step(inLot(images), inLot(masks));
    await plain.dispose();
    expect(Math.abs(clipped - loss)).toBeLessThan(1e-5 * loss);
  });

  it.each<[string, string, Partial<TrainingOptions>, (count: number) => ExampleInputs | undefined]>([
    ['without weights and noise', 'bad-options', {}, () => undefined],
    [
      'with half an example',
      'bad-options',
      {},
      (count) => ({ weights: Float32Array.of(1, 0.5, 1, 1), noise: new Float32Array(count) }),
    ],
    [
      'with a weight too few',
      'wrong-shape',
      {},
      (count) => ({ weights: new Float32Array(3), noise: new Float32Array(count) }),
    ],
    [
      'with the noise of another model',
      'wrong-shape',
      {},
      (count) => ({ weights: EXAMPLE_WEIGHTS, noise: new Float32Array(count - 1) }),
    ],
    [
      'with weights and noise, but no clipping',
      'bad-options',
      { perExample: undefined as never },
      (count) => ({ weights: EXAMPLE_WEIGHTS, noise: new Float32Array(count) }),
    ],
  ])('refuses a step %s, and can go on', async (_, code, options, inputs) => {
    await withTrainer(options, async (trainer) => {
      const { images, masks } = randomBatches(seed, 1, 4 * spec.size ** 2)[0] as {
        images: Float32Array;
        masks: Float32Array;
      };
      const given = inputs(trainer.trainedCount);
      await expect(trainer.step(images, masks, given)).rejects.toMatchObject({ code });
      expect(trainer.stepsRun).toBe(0);
    });
  });

  it.each<[string, Partial<TrainingOptions>]>([
    ['in one batch', {}],
    ['in micro-batches', { microBatches: 2 }],
  ])('refuses a model with batch statistics, %s', async (_, options) => {
    const deconvnet: ModelSpec = { name: 'deconvnet', width: 1 / 64, size: 32 };
    await expect(CompiledTrainer.create({ ...OPTIONS, spec: deconvnet, ...options })).rejects.toMatchObject({
      code: 'dp-batch-statistics',
    });
  });
});
