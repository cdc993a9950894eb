/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { type NamedTensor, normal, type OptimizerSpec, seededRng } from '@mammofed/core';
import { compilePrediction, PREDICTION_PORTS } from './compile-prediction.js';
import { floatsOf, floatTensor, GraphSession, type Ports } from './engine/graph-session.js';
import { LAYER_CASES, layerStep, type LayerCase, type LayerStep } from './layer-cases.test-support.js';
import {
  disturbed,
  freshSeed,
  giveWeights,
  openCompiled,
  relativeDifference,
  runReference,
  worstTensor,
  type Batch,
  type CompiledRunner,
  type Outcome,
} from './reference.test-support.js';
import { tf } from './tfjs.js';

const seed = freshSeed();
const STEPS = 5;
const TOLERANCE = 1e-4;

const OPTIMIZERS: readonly (readonly [string, OptimizerSpec, number])[] = [
  // With the usual tiny epsilon, Adam turns a gradient that is zero up to rounding into plus or minus the learning rate.
  ['Adam', { kind: 'adam', epsilon: 1e-4 }, 1e-3],
  ['SGD', { kind: 'sgd' }, 0.1],
];

/** As in parity.test.ts: a draw whose reference parts from itself by more than this part of the tolerance says nothing. */
const CLEAR = 0.5;
const DISTURBANCE = 1e-6;
const MAX_DRAWS = 20;

describe.each(OPTIMIZERS)(
  `five compiled steps of %s against tfjs's own arithmetic (seed ${seed})`,
  (_, optimizer, learningRate) => {
    it.each(LAYER_CASES)('$name', async (layerCase) => {
      await tf.setBackend('cpu');
      const step = layerStep(layerCase, optimizer, learningRate);
      const compiled = await openCompiled(step.definition);
      let distance: Distance | undefined;
      let draws = 0;
      while (distance === undefined && draws < MAX_DRAWS)
        distance = await compare(layerCase, step, compiled, seed + draws++);
      await compiled.close();
      expect({ distance, draws, agrees: (distance?.excess ?? NaN) <= 1 }).toEqual({ distance, draws, agrees: true });
    });
  },
);

describe(`the compiled prediction against tfjs's own arithmetic (seed ${seed})`, () => {
  // In training tfjs records convolution, bias and activation one by one, elsewhere as one operation.
  it.each(LAYER_CASES)('$name', async (layerCase) => {
    await tf.setBackend('cpu');
    const { definition, drawWeights } = layerStep(layerCase, { kind: 'sgd' }, 0.1);
    const { buildModel, imageShape, maskShape } = definition;
    const tensors = drawWeights(seed);
    const { images } = randomBatches(seed, imageShape, maskShape)[0] as Batch;
    const { bytes } = compilePrediction(buildModel, imageShape, { tensors, metadata: {} });
    const session = await GraphSession.create({ bytes, threads: 1 });
    const outputs = await session.run({ [PREDICTION_PORTS.images]: floatTensor(imageShape, images) });
    await session.release();
    await tf.setBackend('cpu');
    const model = buildModel();
    giveWeights(model, tensors);
    const expected = tf.tidy(() =>
      tf.sigmoid(model.predict(tf.tensor(images, [...imageShape])) as tf.Tensor).dataSync<'float32'>(),
    );
    model.dispose();
    const compiled = floatsOf(outputs[PREDICTION_PORTS.probabilities] as Ports[string]);
    expect(relativeDifference(compiled, expected)).toBeLessThan(1e-5);
  });
});

/** How far two results are apart, relative to the tolerance. */
interface Distance {
  readonly what: string;
  readonly excess: number;
}

/** @returns how far the compiled result is from the reference; undefined if another draw is needed to tell. */
async function compare(
  { hasKinks }: LayerCase,
  { definition, drawWeights }: LayerStep,
  compiled: CompiledRunner,
  drawSeed: number,
): Promise<Distance | undefined> {
  const weights = drawWeights(drawSeed);
  const batches = randomBatches(drawSeed, definition.imageShape, definition.maskShape);
  const expected = await runReference(definition, weights, batches);
  assertMoved(weights, expected.weights);
  for (const others of hasKinks ? disturbed(weights, DISTURBANCE, drawSeed) : [])
    if (!(distanceOf(await runReference(definition, others, batches), expected).excess <= CLEAR)) return undefined;
  return distanceOf(await compiled.run(weights, batches), expected);
}

function distanceOf(actual: Outcome, expected: Outcome): Distance {
  const losses = expected.losses.map((loss, step) => ({
    name: `loss of step ${step}`,
    difference: relativeDifference([actual.losses[step] as number], [loss]),
  }));
  const worst = [...losses, worstTensor(actual.weights, expected.weights)].reduce((most, each) =>
    Number.isNaN(most.difference) || each.difference <= most.difference ? most : each,
  );
  return { what: worst.name, excess: worst.difference / TOLERANCE };
}

/** Weights that the steps leave as they are would agree whatever the graph does. */
function assertMoved(before: readonly NamedTensor[], after: readonly NamedTensor[]): void {
  const still = before.filter(({ data }, index) => data.every((value, i) => value === after[index]?.data[i]));
  expect(still.map(({ name }) => name)).toEqual([]);
}

function randomBatches(drawSeed: number, imageShape: readonly number[], maskShape: readonly number[]): Batch[] {
  const rng = seededRng('layer-batches', drawSeed);
  const [pixels, marks] = [imageShape, maskShape].map((shape) => tf.util.sizeFromShape([...shape])) as [number, number];
  return Array.from({ length: STEPS }, () => ({
    images: Float32Array.from({ length: pixels }, () => normal(rng)),
    masks: Float32Array.from({ length: marks }, () => (rng.next() < 1 / 3 ? 1 : 0)),
  }));
}
