/** @jest-environment ./libs/learning/jest-environment.mjs */
// The GPU is the CPU's provider under CUDA's name, with as little memory as a test likes.
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { NamedTensor } from '@mammofed/core';
import type { ModelSpec } from '../model-spec.js';
import { Dropout } from '../models/layers/dropout.js';
import { buildDeconvnet } from '../models/deconvnet.js';
import { buildUnet } from '../models/unet.js';
import {
  distanceOfTrained,
  freshSeed,
  randomBatches,
  randomWeights,
  relativeDifference,
} from '../reference.test-support.js';
import { tfLayers } from '../tfjs.js';
import type { CompiledTrainer as Trainer } from './compiled-trainer.js';
import { limitMemory, type MemoryLimit } from './memory-limit.test-support.js';
import type { BatchSplit, TrainingOptions } from './training-options.js';

// A random layer, so that a step that is repeated has to take the same draw.
jest.unstable_mockModule('../models/build-model.js', () => ({
  buildModel: (spec: ModelSpec) => {
    if (spec.name === 'deconvnet') return buildDeconvnet(spec);
    const { inputs, outputs } = buildUnet(spec);
    return tfLayers.model({ inputs, outputs: new Dropout('drop', 0.2).apply(outputs) as tfLayers.SymbolicTensor });
  },
}));
const { CompiledTrainer } = await import('./compiled-trainer.js');

const seed = freshSeed();
const spec: ModelSpec = { name: 'unet', width: 1 / 32, size: 16 };
const STEPS = 4;
const NO_MEMORY = 'Failed to allocate memory for requested buffer of size 4096';

/** All that a step takes along from the one before it. */
const OPTIONS: TrainingOptions = {
  spec,
  batchSize: 6,
  learningRate: 0.1,
  threads: 1,
  device: 'cuda',
  // Not Adam, which takes a tiny gradient's rounding error for a large step.
  optimizer: { kind: 'momentum', momentum: 0.9 },
  schedule: { kind: 'cosine', totalSteps: STEPS },
  averageDecay: 0.9,
  objective: { kind: 'fedprox', mu: 0.1 },
  lossesEvery: 3,
};

interface Trained {
  readonly losses: number[];
  readonly weights: NamedTensor[];
  readonly average: NamedTensor[];
  readonly splits: BatchSplit[];
}

/** @param beforeStep - may change how much memory there is. */
async function trained(
  weights: readonly NamedTensor[],
  beforeStep: (step: number, limit: MemoryLimit) => void,
): Promise<Trained> {
  const limit = limitMemory(NO_MEMORY, 'cpu');
  beforeStep(-1, limit);
  const splits: BatchSplit[] = [];
  const trainer = await CompiledTrainer.create(OPTIONS, undefined, (split) => splits.push(split));
  trainer.reset(weights, { randomSeed: ['run', 1] });
  const losses: number[] = [];
  for (const [step, { images, masks }] of randomBatches(seed, STEPS, OPTIONS.batchSize * spec.size ** 2).entries()) {
    beforeStep(step, limit);
    losses.push(...(await trainer.advance(images, masks)));
  }
  losses.push(...(await trainer.readLosses()));
  const result = { losses, weights: await trainer.weights(), average: await trainer.averagedWeights(), splits };
  expect(trainer.stepsRun).toBe(STEPS);
  await trainer.dispose();
  jest.restoreAllMocks();
  return result;
}

afterEach(() => {
  jest.restoreAllMocks();
});

describe(`a batch that a GPU has not enough memory for (seed ${seed})`, () => {
  it.each<[string, (step: number, limit: MemoryLimit) => void, number[]]>([
    ['from the first step on', (_, limit) => (limit.images = 3), [2]],
    ['from the first step on, nor its halves', (_, limit) => (limit.images = 2), [2, 6]],
    ['after two steps', (step, limit) => (limit.images = step < 2 ? 6 : 3), [2]],
    [
      'after one step, and then for its halves',
      (step, limit) => (limit.images = step < 1 ? 6 : step < 3 ? 3 : 1),
      [2, 6],
    ],
    ['when the step is loaded', (step, limit) => step < 0 && (limit.refusedGraphs = 1), [2]],
  ])('%s, is trained in parts with the same losses, weights and averages', async (_, beforeStep, microBatches) => {
    const weights = await randomWeights(spec, seed);
    const whole = await trained(weights, () => undefined);
    const parts = await trained(weights, beforeStep);
    expect(whole.splits).toEqual([]);
    expect(parts.splits).toEqual(microBatches.map((count) => ({ batchSize: 6, microBatches: count })));
    expect(parts.losses).toHaveLength(STEPS);
    expect(relativeDifference(parts.losses, whole.losses)).toBeLessThan(1e-5);
    expect(distanceOfTrained(parts.weights, whole.weights, weights)).toBeLessThan(1e-3);
    expect(distanceOfTrained(parts.average, whole.average, weights)).toBeLessThan(1e-3);
  });

  /** Tries a step that does not fit. */
  async function refused(
    changes: Partial<TrainingOptions>,
    message = NO_MEMORY,
  ): Promise<{ trainer: Trainer; error: unknown; again: () => Promise<number> }> {
    const limit = limitMemory(message, 'cpu');
    const trainer = await CompiledTrainer.create({ ...OPTIONS, batchSize: 2, ...changes });
    const of = changes.spec ?? spec;
    trainer.reset(await randomWeights(of, seed), { randomSeed: ['run', 1] });
    const [batch] = randomBatches(seed, 1, 2 * of.size ** 2);
    const again = (): Promise<number> => trainer.step(batch?.images as Float32Array, batch?.masks as Float32Array);
    limit.images = 0;
    const error: unknown = await again().then(
      () => 'no error',
      (reason: unknown) => reason,
    );
    limit.images = Infinity;
    return { trainer, error, again };
  }

  it('is refused with the reason if the model has batch statistics; the trainer goes on if there is memory later', async () => {
    const { trainer, error, again } = await refused({ spec: { name: 'deconvnet', width: 1 / 64, size: 32 } });
    expect(error).toMatchObject({
      code: 'out-of-memory',
      message: expect.stringMatching(/^cuda .* 2 images .* statistics of the whole batch/) as unknown,
      context: { device: 'cuda', batchSize: 2, microBatches: 1 },
      cause: { message: NO_MEMORY },
    });
    expect(trainer.stepsRun).toBe(0);
    expect(await again()).toBeGreaterThan(0);
    await trainer.dispose();
  });

  it('is refused if not one image fits', async () => {
    const { trainer, error, again } = await refused({});
    expect(error).toMatchObject({
      code: 'out-of-memory',
      message: expect.stringContaining('1 image at a time') as unknown,
      context: { batchSize: 2, microBatches: 2 },
    });
    expect(await again()).toBeGreaterThan(0);
    await trainer.dispose();
  });

  it('is trained after a try in which nothing smaller could be loaded, once there is memory', async () => {
    const limit = limitMemory(NO_MEMORY, 'cpu');
    const trainer = await CompiledTrainer.create({ ...OPTIONS, batchSize: 2 });
    const weights = await randomWeights(spec, seed);
    const [batch] = randomBatches(seed, 1, 2 * spec.size ** 2);
    const step = (): Promise<number> => {
      trainer.reset(weights, { randomSeed: ['run', 1] });
      return trainer.step(batch?.images as Float32Array, batch?.masks as Float32Array);
    };
    const whole = await step();
    limit.images = 1;
    limit.refusedGraphs = Infinity;
    for (let time = 0; time < 2; time++) await expect(step()).rejects.toMatchObject({ code: 'out-of-memory' });
    limit.refusedGraphs = 0;
    expect(Math.abs((await step()) / whole - 1)).toBeLessThan(1e-5);
    limit.images = Infinity;
    expect(Math.abs((await step()) / whole - 1)).toBeLessThan(1e-5);
    await trainer.dispose();
  });

  it('is not split on the CPU, whose bits it would change, nor for another failure', async () => {
    const onCpu = await refused({ device: 'cpu' });
    expect(onCpu.error).toMatchObject({ code: 'out-of-memory', context: { device: 'cpu' } });
    await onCpu.trainer.dispose();
    jest.restoreAllMocks();
    const other = await refused({}, 'CUDA failure 700: an illegal memory access was encountered');
    expect(other.error).toMatchObject({ code: 'session-failed', context: { device: 'cuda' } });
    await other.trainer.dispose();
  });
});
