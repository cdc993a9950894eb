/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import type { NamedTensor } from '@mammofed/core';
import type { StepDefinition } from './compile-step.js';
import { CompiledPredictor } from './engine/compiled-predictor.js';
import { CompiledTrainer } from './engine/compiled-trainer.js';
import { initialTensors } from './initial-tensors.js';
import { segmentationLoss } from './losses.js';
import { buildModel } from './models/build-model.js';
import type { ModelSpec } from './model-spec.js';
import {
  freshSeed,
  giveWeights,
  openCompiled,
  randomBatches,
  relativeDifference,
  runCompiled,
  runReference,
  worstTensor,
} from './reference.test-support.js';
import { tf } from './tfjs.js';

const seed = freshSeed();
const spec: ModelSpec = { name: 'unet', width: 1 / 32, size: 16 };
const batchSize = 2;
const pixels = batchSize * spec.size * spec.size;
const shape = [batchSize, spec.size, spec.size, 1];

// With the usual tiny epsilon, Adam turns a gradient that is zero up to rounding into plus or minus the learning rate.
const EPSILON = 1e-4;
const LEARNING_RATE = 1e-3;
const TOLERANCE = 1e-4;

function unetStep(buildOptimizer: () => tf.Optimizer): StepDefinition {
  return { buildModel: () => buildModel(spec), buildOptimizer, loss: segmentationLoss, imageShape: shape, maskShape: shape };
}

describe(`the compiled U-Net step against tfjs's own arithmetic (seed ${seed})`, () => {
  it('has the same losses and weights after five Adam steps', async () => {
    const weights = await initialTensors(spec, seed);
    const batches = randomBatches(seed, 5, pixels);
    const trainer = await CompiledTrainer.create({ spec, batchSize, learningRate: LEARNING_RATE, threads: 1, epsilon: EPSILON });
    trainer.reset(weights);
    const losses: number[] = [];
    for (const { images, masks } of batches) losses.push(await trainer.step(images, masks));
    const reference = await runReference(
      unetStep(() => tf.train.adam(LEARNING_RATE, 0.9, 0.999, EPSILON)),
      weights,
      batches,
    );

    expect(trainer.stepsRun).toBe(5);
    losses.forEach((loss, index) => expect(relativeDifference([loss], [reference.losses[index] as number])).toBeLessThan(TOLERANCE));
    const worst = worstTensor(trainer.weights(), reference.weights);
    expect({ ...worst, isClose: worst.difference <= TOLERANCE }).toEqual({ ...worst, isClose: true });
    await trainer.dispose();
  });

  it('has the same gradients: one step of plain SGD at rate 1 moves every tensor alike', async () => {
    const weights = await initialTensors(spec, seed);
    const batches = randomBatches(seed + 1, 1, pixels);
    const definition = unetStep(() => tf.train.sgd(1));
    const compiled = await runCompiled(definition, weights, batches);
    const reference = await runReference(definition, weights, batches);

    expect(relativeDifference(compiled.losses, reference.losses)).toBeLessThan(TOLERANCE);
    const worst = worstTensor(moves(weights, compiled.weights), moves(weights, reference.weights));
    // A move is a difference of weights about as large as itself: their rounding counts against it.
    expect({ ...worst, isClose: worst.difference <= 10 * TOLERANCE }).toEqual({ ...worst, isClose: true });
    expect(moves(weights, reference.weights).every(({ data }) => data.some((move) => move !== 0))).toBe(true);
  });

  it('has gradients whose length is the slope of the loss along them, for every tensor', async () => {
    const weights = await initialTensors(spec, seed);
    const batches = randomBatches(seed + 2, 1, pixels);
    const runner = await openCompiled(unetStep(() => tf.train.sgd(1)));
    const gradients = moves(weights, (await runner.run(weights, batches)).weights);
    const lossAt = async (moved: readonly NamedTensor[]) => (await runner.run(moved, batches)).losses[0] as number;
    for (const { name, data } of gradients) {
      const length = Math.hypot(...data);
      const distance = 1e-2;
      const along = (sign: number) =>
        weights.map((tensor) =>
          tensor.name === name
            ? { ...tensor, data: tensor.data.map((value, i) => value + (sign * distance * (data[i] as number)) / length) }
            : tensor,
        );
      // The moves go downhill: the loss falls along them.
      const slope = ((await lossAt(along(-1))) - (await lossAt(along(1)))) / (2 * distance);
      // Float32 losses and the kinks of Relu and pooling allow no more.
      expect({ name, slope: Math.abs(slope / length - 1) < 0.1 ? 'right' : slope / length }).toEqual({ name, slope: 'right' });
    }
    await runner.close();
  });

  it('predicts the same probabilities', async () => {
    const weights = await initialTensors(spec, seed);
    const [batch] = randomBatches(seed + 3, 1, pixels);
    const images = (batch as { images: Float32Array }).images;
    const predictor = await CompiledPredictor.create({ spec, batchSize, threads: 1 });
    predictor.load(weights);
    const probabilities = await predictor.predict(images);
    await predictor.dispose();

    await tf.setBackend('cpu');
    const model = buildModel(spec);
    giveWeights(model, weights);
    const reference = tf.tidy(() => tf.sigmoid(model.predict(tf.tensor(images, shape)) as tf.Tensor).dataSync());
    model.dispose();
    expect(relativeDifference(probabilities, reference)).toBeLessThan(1e-5);
  });
});

function moves(before: readonly NamedTensor[], after: readonly NamedTensor[]): NamedTensor[] {
  const byName = new Map(after.map((tensor) => [tensor.name, tensor.data]));
  return before.map(({ name, shape: tensorShape, data }) => ({
    name,
    shape: tensorShape,
    data: data.map((value, i) => ((byName.get(name) as Float32Array)[i] as number) - value),
  }));
}
