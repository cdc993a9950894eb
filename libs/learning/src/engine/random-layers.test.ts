/** @jest-environment ./libs/learning/jest-environment.mjs */
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { initialTensors } from '../initial-tensors.js';
import type { ModelSpec } from '../model-spec.js';
import { Dropout } from '../models/layers/dropout.js';
import { buildUnet } from '../models/unet.js';
import type { RandomSeed } from '../random-inputs.js';
import { freshSeed, randomBatches } from '../reference.test-support.js';
import { tfLayers } from '../tfjs.js';
import type { CompiledTrainer as Trainer } from './compiled-trainer.js';

// None of the models has a random layer: here a trainer finds the U-Net with its logits dropped out.
jest.unstable_mockModule('../models/build-model.js', () => ({
  buildModel: (spec: ModelSpec) => {
    const { inputs, outputs } = buildUnet(spec);
    return tfLayers.model({ inputs, outputs: new Dropout('drop', 0.5).apply(outputs) as tfLayers.SymbolicTensor });
  },
}));
const { CompiledTrainer } = await import('./compiled-trainer.js');

const spec: ModelSpec = { name: 'unet', width: 1 / 32, size: 16 };
const seed = freshSeed();
let trainer: Trainer | undefined;
afterEach(() => trainer?.dispose());

async function newTrainer(): Promise<Trainer> {
  // So small a rate that a step changes the loss by its draw alone.
  return (trainer = await CompiledTrainer.create({ spec, batchSize: 2, learningRate: 1e-12, threads: 1 }));
}

describe(`a trainer of a model with dropout (seed ${seed})`, () => {
  it('draws anew for each step, the same again after a reset with the same seed, and others with another one', async () => {
    const { step, reset } = await bound();
    const losses = async (randomSeed: RandomSeed): Promise<number[]> => {
      await reset(randomSeed);
      return [await step(), await step(), await step()];
    };
    const first = await losses(['run', 1]);
    expect(new Set(first).size).toBe(3);
    expect(await losses(['run', 1])).toEqual(first);
    expect(new Set([...first, ...(await losses(['run', 2]))]).size).toBe(6);
  });

  it('refuses to start without a seed to draw from', async () => {
    const weights = await initialTensors(spec, 1);
    const made = await newTrainer();
    expect(() => made.reset(weights)).toThrow(expect.objectContaining({ code: 'bad-options' }));
  });
});

async function bound(): Promise<{ step: () => Promise<number>; reset: (randomSeed: RandomSeed) => Promise<void> }> {
  const made = await newTrainer();
  const [batch] = randomBatches(seed, 1, 2 * 256);
  const { images, masks } = batch as NonNullable<typeof batch>;
  return {
    step: () => made.step(images, masks),
    reset: async (randomSeed) => made.reset(await initialTensors(spec, seed), { randomSeed }),
  };
}
