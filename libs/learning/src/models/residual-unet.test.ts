/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { seededRng, type NamedTensor } from '@mammofed/core';
import { CompiledPredictor } from '../engine/compiled-predictor.js';
import { CompiledTrainer } from '../engine/compiled-trainer.js';
import { initialTensors } from '../initial-tensors.js';
import type { ModelSpec } from '../model-spec.js';
import {
  freshSeed,
  giveWeights,
  normals,
  randomBatches,
  randomWeights,
  type Batch,
} from '../reference.test-support.js';
import { tf, tfLayers } from '../tfjs.js';
import { buildModel } from './build-model.js';

const seed = freshSeed();
const spec: ModelSpec = { name: 'residual-unet', width: 1 / 32, size: 64 };
const BATCH = 2;
const [batch] = randomBatches(seed, 1, BATCH * spec.size ** 2) as [Batch];

async function predicted(weights: readonly NamedTensor[]): Promise<Float32Array> {
  const predictor = await CompiledPredictor.create({ spec, batchSize: BATCH, threads: 1 });
  predictor.load(weights);
  const probabilities = await predictor.predict(batch.images);
  await predictor.dispose();
  return probabilities;
}

async function trained(weights: readonly NamedTensor[]): Promise<{ losses: number[]; weights: NamedTensor[] }> {
  const trainer = await CompiledTrainer.create({ spec, batchSize: BATCH, learningRate: 1e-3, threads: 2 });
  trainer.reset(weights);
  const losses: number[] = [];
  for (let step = 0; step < 3; step++) losses.push(await trainer.step(batch.images, batch.masks));
  const outcome = { losses, weights: await trainer.weights() };
  await trainer.dispose();
  return outcome;
}

describe(`the residual U-Net (seed ${seed})`, () => {
  it('has a head for each level of the decoder but the deepest', async () => {
    await tf.setBackend('cpu');
    const model = buildModel(spec);
    expect(model.outputs.map(({ shape }) => shape)).toEqual([64, 32, 16, 8].map((side) => [null, side, side, 1]));
    model.dispose();
  });

  it('predicts by its first head alone, and trains every one', async () => {
    const weights = await randomWeights(spec, seed);
    const isLower = ({ name }: NamedTensor): boolean => /^up\d\/logits\//.test(name);
    expect(weights.filter(isLower)).toHaveLength(6);
    const others = weights.map((tensor) =>
      isLower(tensor) ? { ...tensor, data: tensor.data.map((value) => value + 1) } : tensor,
    );
    expect(await predicted(others)).toEqual(await predicted(weights));
    const outcome = await trained(weights);
    expect((await trained(others)).losses[0]).not.toBe(outcome.losses[0]);
    const still = outcome.weights.filter(({ name, data }) =>
      weights.some((before) => before.name === name && before.data.every((value, i) => value === data[i])),
    );
    // By a single channel a normalization leaves no gradient, of what is around the second stage's first block.
    expect(still.map(({ name }) => name).filter((name) => name !== 'down1/block0/skip/kernel')).toEqual([]);
  });

  it('gives the same losses and weights bit for bit', async () => {
    const weights = await initialTensors(spec, seed);
    expect(await trained(weights)).toEqual(await trained(weights));
  });

  it('lays the windows that halve around every other pixel from the first, as padding by one pixel on each side does', async () => {
    await tf.setBackend('cpu');
    const model = buildModel(spec);
    giveWeights(model, await randomWeights(spec, seed));
    const halving = model.getLayer('down1/block0/conv0');
    const before = model.getLayer('down0/block0/relu');
    const inner = tfLayers.model({
      inputs: model.inputs,
      outputs: [before.output, halving.output] as tfLayers.SymbolicTensor[],
    });
    tf.tidy(() => {
      const image = tf.tensor4d(normals(seededRng('image', seed), 64 * 64), [1, 64, 64, 1]);
      const [x, actual] = inner.predict(image) as [tf.Tensor4D, tf.Tensor4D];
      const kernel = (halving.weights[0] as tfLayers.LayerVariable).read() as tf.Tensor4D;
      const padded = tf.pad4d(x, [
        [0, 0],
        [1, 1],
        [1, 1],
        [0, 0],
      ]);
      const expected = tf.conv2d(padded, kernel, 2, 'valid');
      expect(actual.shape).toEqual(expected.shape);
      expect(tf.max(tf.abs(tf.sub(actual, expected))).dataSync()[0]).toBeLessThan(1e-5);
    });
    model.dispose();
  });
});
