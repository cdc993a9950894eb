/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { seededRng, type NamedTensor } from '@mammofed/core';
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
  normals,
  openCompiled,
  randomBatches,
  randomWeights,
  relativeDifference,
  runCompiled,
  runReference,
  worstTensor,
  type CompiledRunner,
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

/**
 * How far along a direction the slope of the loss is measured, how far off it may be (of the gradient's length), and how
 * many independent draws of weights and batch the median is taken of. The loss is piecewise smooth in float32: a kink of
 * a Relu or of a pooling within the distance, or the rounding of a tiny gradient's losses, spoils a single measurement.
 * Over 400 draws of all 46 tensors (width 1/16) the deviation was 1.8e-3 in the median, 3e-2 at 99 %, 5.8e-2 at 99.9 %
 * and 0.11 at most, and above 0.05 in at most 1.5 % of the draws of any one tensor. A median of seven is above 0.05 only
 * if four of seven are: about twice in a million runs of this test. At half the distance, and at one and a half times it,
 * twice as many draws of the worst tensor are above it.
 */
const SLOPE_DISTANCE = 2e-3;
const SLOPE_TOLERANCE = 0.05;
const SLOPE_DRAWS = 7;

function unetStep(buildOptimizer: () => tf.Optimizer, modelSpec = spec): StepDefinition {
  return {
    buildModel: () => buildModel(modelSpec),
    buildOptimizer,
    loss: segmentationLoss,
    imageShape: shape,
    maskShape: shape,
  };
}

describe(`the compiled U-Net step against tfjs's own arithmetic (seed ${seed})`, () => {
  it('has the same losses and weights after five Adam steps', async () => {
    const weights = await randomWeights(spec, seed);
    const batches = randomBatches(seed, 5, pixels);
    const trainer = await CompiledTrainer.create({
      spec,
      batchSize,
      learningRate: LEARNING_RATE,
      threads: 1,
      epsilon: EPSILON,
    });
    trainer.reset(weights);
    const losses: number[] = [];
    for (const { images, masks } of batches) losses.push(await trainer.step(images, masks));
    const reference = await runReference(
      unetStep(() => tf.train.adam(LEARNING_RATE, 0.9, 0.999, EPSILON)),
      weights,
      batches,
    );

    expect(trainer.stepsRun).toBe(5);
    losses.forEach((loss, index) =>
      expect(relativeDifference([loss], [reference.losses[index] as number])).toBeLessThan(TOLERANCE),
    );
    const worst = worstTensor(trainer.weights(), reference.weights);
    expect({ ...worst, isClose: worst.difference <= TOLERANCE }).toEqual({ ...worst, isClose: true });
    await trainer.dispose();
  });

  it('has the same gradients: one step of plain SGD at rate 1 moves every tensor alike', async () => {
    const weights = await randomWeights(spec, seed);
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

  it('has gradients that are the slope of the loss, for every tensor', async () => {
    const slopeSpec: ModelSpec = { ...spec, width: 1 / 16 };
    const runner = await openCompiled(unetStep(() => tf.train.sgd(1), slopeSpec));
    const draws: Map<string, Slope>[] = [];
    for (let draw = 0; draw < SLOPE_DRAWS; draw++) draws.push(await slopes(runner, slopeSpec, seed + draw));
    await runner.close();

    for (const name of (draws[0] as Map<string, Slope>).keys()) {
      const ofTensor = draws.map((draw) => draw.get(name) as Slope);
      const deviation = median(
        ofTensor.map(({ measured, expected, length }) => Math.abs(measured - expected) / length),
      );
      expect({ name, deviation, isRight: deviation < SLOPE_TOLERANCE }).toEqual({ name, deviation, isRight: true });
      // The same eye sees a gradient that is a quarter too long, in this tensor too.
      const tooLong = median(
        ofTensor.map(({ measured, expected, length }) => Math.abs(measured - 1.25 * expected) / (1.25 * length)),
      );
      expect({ name, tooLong, isSeen: tooLong > SLOPE_TOLERANCE }).toEqual({ name, tooLong, isSeen: true });
    }
  });

  it('predicts the same probabilities', async () => {
    const weights = await randomWeights(spec, seed);
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

/** The slope of the loss along one direction in one tensor. */
interface Slope {
  readonly measured: number;
  /** What the gradient says it is. */
  readonly expected: number;
  /** Of the tensor's gradient. */
  readonly length: number;
}

/**
 * Measures every tensor's slope along its gradient mixed with a random direction: along the gradient alone, parts of it
 * that are wrongly zero would not be noticed.
 */
async function slopes(runner: CompiledRunner, modelSpec: ModelSpec, drawSeed: number): Promise<Map<string, Slope>> {
  const weights = await initialTensors(modelSpec, drawSeed);
  const batches = randomBatches(drawSeed, 1, pixels);
  const rng = seededRng('directions', drawSeed);
  // One step of plain SGD at rate 1 moves the weights down the gradient.
  const descents = moves(weights, (await runner.run(weights, batches)).weights);
  const lossAt = async (moved: readonly NamedTensor[]) => (await runner.run(moved, batches)).losses[0] as number;
  const result = new Map<string, Slope>();
  for (const { name, data: descent } of descents) {
    const length = norm(descent);
    const other = normals(rng, descent.length);
    const scale = (dot(other, descent) < 0 ? -1 : 1) / norm(other);
    const mixed = descent.map((value, i) => value / length + scale * (other[i] as number));
    const mixedLength = norm(mixed);
    const direction = mixed.map((value) => value / mixedLength);
    const along = (distance: number): NamedTensor[] =>
      weights.map((tensor) =>
        tensor.name === name
          ? { ...tensor, data: tensor.data.map((value, i) => value + distance * (direction[i] as number)) }
          : tensor,
      );
    const fall = (await lossAt(along(-SLOPE_DISTANCE))) - (await lossAt(along(SLOPE_DISTANCE)));
    result.set(name, { measured: fall / (2 * SLOPE_DISTANCE), expected: dot(descent, direction), length });
  }
  return result;
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
}

function norm(a: Float32Array): number {
  return Math.sqrt(dot(a, a));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}
