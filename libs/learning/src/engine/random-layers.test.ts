/** @jest-environment ./libs/learning/jest-environment.mjs */
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { initialTensors } from '../initial-tensors.js';
import type { ModelSpec } from '../model-spec.js';
import { Dropout } from '../models/layers/dropout.js';
import { buildUnet } from '../models/unet.js';
import type { RandomSeed } from '../random-inputs.js';
import { freshSeed, randomBatches, type Batch } from '../reference.test-support.js';
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

const open: Trainer[] = [];
afterEach(async () => {
  for (const trainer of open.splice(0)) await trainer.dispose();
});

async function newTrainer(microBatches = 1): Promise<Trainer> {
  // So small a rate that a step changes the loss by its draw alone.
  const options = { spec, batchSize: 2, microBatches, learningRate: 1e-12, threads: 1 };
  const trainer = await CompiledTrainer.create(options);
  open.push(trainer);
  return trainer;
}

/** The losses of three steps of the same batch. */
async function losses(trainer: Trainer, randomSeed: RandomSeed): Promise<number[]> {
  const [batch] = randomBatches(seed, 1, 2 * 256) as [Batch];
  trainer.reset(await initialTensors(spec, seed), { randomSeed });
  const step = (): Promise<number> => trainer.step(batch.images, batch.masks);
  return [await step(), await step(), await step()];
}

describe(`a trainer of a model with dropout (seed ${seed})`, () => {
  it('draws anew for each step, the same again after a reset with the same seed, and others with another one', async () => {
    const trainer = await newTrainer();
    const first = await losses(trainer, ['run', 1]);
    expect(new Set(first).size).toBe(3);
    expect(await losses(trainer, ['run', 1])).toEqual(first);
    expect(new Set([...first, ...(await losses(trainer, ['run', 2]))]).size).toBe(6);
  });

  it('draws for the whole batch, also where its images go through the model in parts', async () => {
    const whole = await losses(await newTrainer(), ['run', 1]);
    const inParts = await losses(await newTrainer(2), ['run', 1]);
    inParts.forEach((loss, step) => expect(loss / (whole[step] as number)).toBeCloseTo(1, 5));
  });

  it('refuses to start without a seed to draw from', async () => {
    const weights = await initialTensors(spec, 1);
    const trainer = await newTrainer();
    expect(() => trainer.reset(weights)).toThrow(expect.objectContaining({ code: 'bad-options' }));
  });
});
