/** @jest-environment ./libs/learning/jest-environment.mjs */
// Optimizers, losses and what a trainer takes along from step to step, on onnxruntime's WebGPU provider, over SwiftShader as
// in webgpu.test.ts.
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { NamedTensor } from '@mammofed/core';
import { CompiledTrainer } from '../engine/compiled-trainer.js';
import { floatTensor, GraphSession } from '../engine/graph-session.js';
import { limitMemory } from '../engine/memory-limit.test-support.js';
import type { BatchSplit, TrainingOptions } from '../engine/training-options.js';
import { GraphBuilder } from '../onnx/graph-builder.js';
import {
  distanceOfTrained,
  freshSeed,
  randomBatches,
  randomWeights,
  relativeDifference,
} from '../reference.test-support.js';
import { namedDriver, requireNamedDriver } from '../vulkan-driver.test-support.js';
import { TINY_NETWORKS, type TinyNetwork } from '../tiny-networks.test-support.js';
import { disagreement, LOSSES, UPDATES, type Update } from '../update-comparison.test-support.js';

const seed = freshSeed();

// The driver compiles some hundred shaders for every network.
jest.setTimeout(480_000);

requireNamedDriver();

afterEach(() => {
  jest.restoreAllMocks();
});

describe(`five steps on a WebGPU device against tfjs's own arithmetic (seed ${seed})`, () => {
  // Nothing in it jumps, so that no draw of numbers has to be looked at twice.
  const network = TINY_NETWORKS.find(({ what }) => what === 'two convolutions') as TinyNetwork;

  it.each(UPDATES)('with $what', async (update) => {
    const [loss] = LOSSES as [(typeof LOSSES)[number]];
    expect(await disagreement({ network, update, loss }, seed, 'webgpu')).toBeUndefined();
  });

  it.each(LOSSES)('with the loss $what', async (loss) => {
    const [update] = UPDATES as [Update];
    expect(await disagreement({ network, update, loss }, seed, 'webgpu')).toBeUndefined();
  });
});

const OPTIONS: TrainingOptions = {
  spec: { name: 'unet', width: 1 / 32, size: 16 },
  batchSize: 2,
  learningRate: 0.05,
  threads: 1,
};
const PIXELS = OPTIONS.batchSize * OPTIONS.spec.size ** 2;

describe(`a trainer on a WebGPU device (seed ${seed})`, () => {
  const options: TrainingOptions = {
    ...OPTIONS,
    optimizer: { kind: 'momentum', momentum: 0.9 },
    schedule: { kind: 'cosine', totalSteps: 4 },
    clip: { kind: 'norm', limit: 5 },
    averageDecay: 0.9,
    objective: { kind: 'fedprox', mu: 0.1 },
    frozenLayers: ['down1'],
    lossesEvery: 3,
  };

  /** @param device - without memory for a whole batch from the third step on, if it is a GPU. */
  async function trained(weights: readonly NamedTensor[], device: 'cpu' | 'webgpu') {
    const limit = limitMemory('Failed to create GPU buffer: size=4096');
    const splits: BatchSplit[] = [];
    const trainer = await CompiledTrainer.create({ ...options, device }, undefined, (split) => splits.push(split));
    trainer.reset(weights);
    const losses: number[] = [];
    for (const [step, { images, masks }] of randomBatches(seed, 4, PIXELS).entries()) {
      if (device === 'webgpu' && step === 2) limit.images = 1;
      losses.push(...(await trainer.advance(images, masks)));
    }
    losses.push(...(await trainer.readLosses()));
    const result = { losses, weights: await trainer.weights(), average: await trainer.averagedWeights(), splits };
    await trainer.dispose();
    jest.restoreAllMocks();
    return result;
  }

  it('takes momentum, average, frozen weights and waiting losses along when its batch has to be split, and ends as on the CPU', async () => {
    const weights = await randomWeights(OPTIONS.spec, seed);
    const [onCpu, onDevice] = [await trained(weights, 'cpu'), await trained(weights, 'webgpu')];
    expect(onDevice.splits).toEqual([{ batchSize: 2, microBatches: 2 }]);
    expect(onDevice.losses).toHaveLength(4);
    expect(relativeDifference(onDevice.losses, onCpu.losses)).toBeLessThan(1e-4);
    expect(distanceOfTrained(onDevice.weights, onCpu.weights, weights)).toBeLessThan(1e-3);
    expect(distanceOfTrained(onDevice.average, onCpu.average, weights)).toBeLessThan(1e-3);
  });

  it('clips each image’s gradient as on the CPU', async () => {
    const weights = await randomWeights(OPTIONS.spec, seed);
    const [{ images, masks }] = randomBatches(seed, 1, PIXELS) as [ReturnType<typeof randomBatches>[number]];
    const results = [];
    for (const device of ['cpu', 'webgpu'] as const) {
      const trainer = await CompiledTrainer.create({
        ...OPTIONS,
        device,
        optimizer: { kind: 'sgd' },
        perExample: { clipNorm: 0.1, lotSize: 2 },
      });
      trainer.reset(weights);
      const examples = { weights: Float32Array.of(1, 1), noise: new Float32Array(trainer.trainedCount) };
      results.push({ loss: await trainer.step(images, masks, examples), weights: await trainer.weights() });
      await trainer.dispose();
    }
    const [onCpu, onDevice] = results as [(typeof results)[number], (typeof results)[number]];
    expect(onDevice.loss).toBeCloseTo(onCpu.loss, 5);
    expect(distanceOfTrained(onDevice.weights, onCpu.weights, weights)).toBeLessThan(1e-3);
  });
});

describe('a WebGPU device without enough memory', () => {
  /** Adds up the ones of a value of so many MiB. */
  async function fill(mebibytes: number): Promise<number> {
    const graph = new GraphBuilder();
    const shape = [mebibytes, 2 ** 18];
    const filled = graph.node('Expand', [graph.input('x', [1, 1]), graph.int64(shape)], 1).outputs as [string];
    const sum = graph.node('ReduceSum', [...filled, graph.int64([0, 1])], 1, { attributes: { keepdims: 0 } });
    graph.output('y', sum.outputs[0] as string, []);
    const session = await GraphSession.create({ bytes: graph.encode(), threads: 1, device: 'webgpu' });
    try {
      const { y } = await session.run({ x: floatTensor([1, 1], Float32Array.of(1)) });
      return (y?.data as Float32Array)[0] as number;
    } finally {
      await session.release();
    }
  }

  it('says so, or else gives what is right, and runs what is smaller afterwards', async () => {
    const outcome = await fill(1100).catch((error: unknown) => error);
    // SwiftShader gives away 1 GiB at a time at most; a GPU may have as much as is asked for.
    const isTooMuch = namedDriver().includes('swiftshader');
    if (isTooMuch || outcome !== 1100 * 2 ** 18)
      expect(outcome).toMatchObject({ code: 'out-of-memory', context: { device: 'webgpu' } });
    expect(await fill(1)).toBe(2 ** 18);
  });
});
