/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import type { NamedTensor } from '@mammofed/core';
import type { ModelSpec } from '../model-spec.js';
import {
  distanceOfTrained,
  freshSeed,
  randomBatches,
  randomWeights,
  relativeDifference,
} from '../reference.test-support.js';
import { CompiledTrainer } from './compiled-trainer.js';
import type { TrainingOptions } from './training-options.js';

const seed = freshSeed();
const UNET: ModelSpec = { name: 'unet', width: 1 / 32, size: 16 };
const RESIDUAL: ModelSpec = { name: 'residual-unet', width: 1 / 32, size: 64 };
const OPTIONS: TrainingOptions = {
  spec: UNET,
  batchSize: 6,
  learningRate: 0.1,
  threads: 1,
  // Not Adam, which takes a tiny gradient's rounding error for a large step.
  optimizer: { kind: 'momentum', momentum: 0.9 },
};

async function trained(
  weights: readonly NamedTensor[],
  options: Partial<TrainingOptions>,
): Promise<{ losses: number[]; weights: NamedTensor[] }> {
  const all = { ...OPTIONS, ...options };
  const trainer = await CompiledTrainer.create(all);
  trainer.reset(weights);
  const losses: number[] = [];
  for (const { images, masks } of randomBatches(seed, 3, all.batchSize * all.spec.size ** 2))
    losses.push(await trainer.step(images, masks));
  const result = { losses, weights: await trainer.weights() };
  await trainer.dispose();
  return result;
}

describe(`micro-batches (seed ${seed})`, () => {
  it.each<[string, number, Partial<TrainingOptions>]>([
    ['two', 2, {}],
    ['three', 3, {}],
    ['six', 6, {}],
    ['two, of a network with several heads', 2, { spec: RESIDUAL, learningRate: 1e-3 }],
    [
      'two, with all that belongs to an update',
      2,
      {
        clip: { kind: 'norm', limit: 0.1 },
        weightDecay: 0.01,
        objective: { kind: 'fedprox', mu: 0.1 },
        frozenLayers: ['down1'],
        localOnlyLayers: ['up0'],
        schedule: { kind: 'cosine', totalSteps: 5 },
      },
    ],
  ])('%s, give the losses and weights of the whole batch', async (_, microBatches, options) => {
    const weights = await randomWeights(options.spec ?? UNET, seed);
    const whole = await trained(weights, options);
    const parts = await trained(weights, { ...options, microBatches });
    expect(relativeDifference(parts.losses, whole.losses)).toBeLessThan(1e-5);
    expect(distanceOfTrained(parts.weights, whole.weights, weights)).toBeLessThan(1e-3);
  });

  it.each<[string, Partial<TrainingOptions>, RegExp]>([
    ['that are not of one size', { microBatches: 4 }, /6 images cannot be split into 4/],
    ['that are none', { microBatches: 0 }, /whole number from 1/],
    ['that are half a one', { microBatches: 1.5 }, /whole number from 1/],
    [
      'of a model with batch statistics',
      { spec: { name: 'deconvnet', width: 1 / 64, size: 32 }, microBatches: 2 },
      /statistics of the whole batch/,
    ],
  ])('%s are refused', async (_, options, message) => {
    const create = CompiledTrainer.create({ ...OPTIONS, ...options });
    await expect(create).rejects.toMatchObject({
      code: 'bad-options',
      message: expect.stringMatching(message) as unknown,
    });
  });
});
