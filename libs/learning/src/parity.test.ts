/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { CompiledPredictor } from './engine/compiled-predictor.js';
import { CompiledTrainer } from './engine/compiled-trainer.js';
import { buildModel } from './models/build-model.js';
import type { ModelSpec } from './model-spec.js';
import {
  freshSeed,
  giveWeights,
  moves,
  randomBatches,
  randomWeights,
  relativeDifference,
  runCompiled,
  runReference,
  segmentationStep,
  worstTensor,
} from './reference.test-support.js';
import { tf } from './tfjs.js';

const seed = freshSeed();

// With the usual tiny epsilon, Adam turns a gradient that is zero up to rounding into plus or minus the learning rate.
const EPSILON = 1e-4;
const LEARNING_RATE = 1e-3;
const TOLERANCE = 1e-4;

interface ParityCase {
  readonly spec: ModelSpec;
  readonly batchSize: number;
}

const CASES: readonly ParityCase[] = [
  { spec: { name: 'unet', width: 1 / 32, size: 16 }, batchSize: 2 },
  // An odd size: 33, 16, 8, 4, 2, 1.
  { spec: { name: 'deconvnet', width: 1 / 64, size: 33 }, batchSize: 2 },
];

/**
 * Draws of weights and batches that must agree, of at most so many. Two ways to compute the same network differ by rounding,
 * which now and then decides another way which of two nearly equal numbers is the larger one: a ReLU or a pooling then has
 * another gradient, and an unpooling puts a number somewhere else. Of the DeconvNet's draws of this size about one in ten
 * is such (the others agree within 1e-5); of draws twice as large, one in three. A wrong gradient is wrong in every draw.
 * At one in ten, eight draws without two that agree are less than one in a million runs.
 */
const AGREEING_DRAWS = 2;
const MAX_DRAWS = 8;

/** How far two results are apart, relative to the tolerance: above 1 is too far. */
interface Distance {
  readonly what: string;
  readonly excess: number;
}

describe.each(CASES)(`the compiled step of $spec.name against tfjs's own arithmetic (seed ${seed})`, (parityCase) => {
  it.each([
    ['has the same losses and weights after five Adam steps', afterAdam],
    ['has the same gradients: one step of plain SGD at rate 1 moves every tensor alike', afterSgd],
    ['predicts the same probabilities', ofPredictions],
  ])('%s', async (_, measure) => {
    const distances: Distance[] = [];
    const agreeing = (): number => distances.filter(({ excess }) => excess <= 1).length;
    for (let draw = 0; draw < MAX_DRAWS && agreeing() < AGREEING_DRAWS; draw++)
      distances.push(await measure(parityCase, seed + draw));
    expect({ distances, agreeing: agreeing() }).toEqual({ distances, agreeing: AGREEING_DRAWS });
  });
});

async function afterAdam({ spec, batchSize }: ParityCase, drawSeed: number): Promise<Distance> {
  const weights = await randomWeights(spec, drawSeed);
  const batches = randomBatches(drawSeed, 5, batchSize * spec.size ** 2);
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
  expect(trainer.stepsRun).toBe(5);
  const trained = trainer.weights();
  await trainer.dispose();
  const definition = segmentationStep(spec, batchSize, () => tf.train.adam(LEARNING_RATE, 0.9, 0.999, EPSILON));
  const reference = await runReference(definition, weights, batches);

  const worstLoss = losses.map((loss, step) => ({
    what: `loss of step ${step}`,
    excess: relativeDifference([loss], [reference.losses[step] as number]) / TOLERANCE,
  }));
  const { name, difference } = worstTensor(trained, reference.weights);
  return furthest([...worstLoss, { what: name, excess: difference / TOLERANCE }]);
}

async function afterSgd({ spec, batchSize }: ParityCase, drawSeed: number): Promise<Distance> {
  const weights = await randomWeights(spec, drawSeed);
  const batches = randomBatches(drawSeed, 1, batchSize * spec.size ** 2);
  const definition = segmentationStep(spec, batchSize, () => tf.train.sgd(1));
  const compiled = await runCompiled(definition, weights, batches);
  const reference = await runReference(definition, weights, batches);
  const expected = moves(weights, reference.weights);
  expect(expected.every(({ data }) => data.some((move) => move !== 0))).toBe(true);
  const { name, difference } = worstTensor(moves(weights, compiled.weights), expected);
  return furthest([
    { what: 'loss', excess: relativeDifference(compiled.losses, reference.losses) / TOLERANCE },
    // A move is a difference of weights about as large as itself: their rounding counts against it.
    { what: name, excess: difference / (10 * TOLERANCE) },
  ]);
}

async function ofPredictions({ spec, batchSize }: ParityCase, drawSeed: number): Promise<Distance> {
  const weights = await randomWeights(spec, drawSeed);
  const [batch] = randomBatches(drawSeed, 1, batchSize * spec.size ** 2);
  const images = (batch as { images: Float32Array }).images;
  const predictor = await CompiledPredictor.create({ spec, batchSize, threads: 1 });
  predictor.load(weights);
  const probabilities = await predictor.predict(images);
  await predictor.dispose();

  await tf.setBackend('cpu');
  const model = buildModel(spec);
  giveWeights(model, weights);
  const shape = [batchSize, spec.size, spec.size, 1];
  const reference = tf.tidy(() => tf.sigmoid(model.predict(tf.tensor(images, shape)) as tf.Tensor).dataSync());
  model.dispose();
  return { what: 'probabilities', excess: relativeDifference(probabilities, reference) / 1e-5 };
}

// NaN is the furthest.
function furthest(distances: readonly Distance[]): Distance {
  return distances.reduce((worst, each) => (each.excess <= worst.excess ? worst : each));
}
