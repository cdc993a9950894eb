/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import type { OptimizerSpec } from '@mammofed/core';
import { compilePrediction, PREDICTION_PORTS } from './compile-prediction.js';
import { floatsOf, floatTensor, GraphSession, type Ports } from './engine/graph-session.js';
import { LAYER_CASES, layerStep } from './layer-cases.test-support.js';
import { expectAgreement, lossDifferences, randomBatches, type Distance } from './layer-comparison.test-support.js';
import {
  freshSeed,
  giveWeights,
  relativeDifference,
  worstOf,
  worstTensor,
  type Batch,
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

describe.each(OPTIMIZERS)(
  `five compiled steps of %s against tfjs's own arithmetic (seed ${seed})`,
  (_, optimizer, learningRate) => {
    it.each(LAYER_CASES)('$name', async (layerCase) => {
      await expectAgreement({ layerCase, optimizer, learningRate, steps: STEPS, seed, distanceOf });
    });
  },
);

describe(`the compiled prediction against tfjs's own arithmetic (seed ${seed})`, () => {
  // In training tfjs records convolution, bias and activation one by one, elsewhere as one operation.
  it.each(LAYER_CASES)('$name', async (layerCase) => {
    await tf.setBackend('cpu');
    const { definition, drawWeights } = layerStep(layerCase, { kind: 'sgd' }, 0.1);
    const { buildModel, imageShape } = definition;
    const tensors = drawWeights(seed);
    const { images } = randomBatches(definition, seed, 1)[0] as Batch;
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

function distanceOf(actual: Outcome, expected: Outcome): Distance {
  const { name, difference } = worstOf([
    ...lossDifferences(actual, expected),
    worstTensor(actual.weights, expected.weights),
  ]);
  return { what: name, excess: difference / TOLERANCE };
}
