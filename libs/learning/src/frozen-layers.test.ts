/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { type NamedTensor, SEGMENTATION_LOSS } from '@mammofed/core';
import { compileStep } from './compile-step.js';
import { lossFunction } from './losses.js';
import { BatchNormalization } from './models/layers/batch-normalization.js';
import { apply } from './models/network-layers.js';
import {
  distanceOfTrained,
  freshSeed,
  randomBatches,
  relativeDifference,
  runCompiled,
  runReference,
  type ReferenceUpdate,
  type TestStep,
} from './reference.test-support.js';
import { tf, tfLayers } from './tfjs.js';
import { TINY_PIXELS, TINY_SHAPE, weightsOf } from './tiny-networks.test-support.js';

const { layers } = tfLayers;
const seed = freshSeed();

/** Normalizes by its moving statistics in training too. */
class FixedNormalization extends BatchNormalization {
  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return super.call(inputs, { training: false });
  }
}

/** Two convolutions with a normalization after each, and one more to the logits. */
function network(Second: typeof BatchNormalization = BatchNormalization): tfLayers.LayersModel {
  const image = tfLayers.input({ shape: TINY_SHAPE.slice(1) });
  const conv = (name: string) => layers.conv2d({ name, filters: 3, kernelSize: 3, padding: 'same', useBias: false });
  const first = apply(new BatchNormalization('first/norm'), apply(conv('first/conv'), image));
  const middle = apply(layers.activation({ activation: 'tanh' }), first);
  const second = apply(new Second('second/norm'), apply(conv('second/conv'), middle));
  const end = apply(layers.activation({ activation: 'relu' }), second);
  return tfLayers.model({
    inputs: image,
    outputs: apply(layers.conv2d({ name: 'logits', filters: 1, kernelSize: 1 }), end),
  });
}

const STEP: TestStep = {
  buildModel: () => network(),
  update: { optimizer: { kind: 'momentum', momentum: 0.9 } },
  learningRate: 0.1,
  loss: lossFunction(SEGMENTATION_LOSS),
  imageShape: TINY_SHAPE,
  maskShape: TINY_SHAPE,
};
const weights = weightsOf(network, seed);
const batches = randomBatches(seed, 5, TINY_PIXELS);

function isIn(layer: string): (tensor: NamedTensor) => boolean {
  return ({ name }) => name.startsWith(`${layer}/`);
}

describe(`a frozen layer (seed ${seed})`, () => {
  it('normalizes by its moving statistics, which stay as they are; the layers before it still learn', async () => {
    const frozen = await runCompiled({ ...STEP, roles: { frozen: ['second'] } }, weights, batches);
    expect(frozen.weights.filter(isIn('second'))).toEqual(weights.filter(isIn('second')));
    const reference = await runReference(
      { ...STEP, buildModel: () => network(FixedNormalization), plainUpdate: momentumBut(isIn('second')) },
      weights,
      batches,
    );
    expect(relativeDifference(frozen.losses, reference.losses)).toBeLessThan(1e-4);
    expect(distanceOfTrained(frozen.weights, reference.weights, weights)).toBeLessThan(1e-4);
    const free = await runCompiled(STEP, weights, batches);
    expect(relativeDifference(frozen.losses, free.losses)).toBeGreaterThan(1e-3);
  });

  it('has no state in the graph: no slot, no statistic', () => {
    const trained = (layer: string): number =>
      weights
        .filter((tensor) => isIn(layer)(tensor) && !tensor.name.includes('moving'))
        .flatMap(({ data }) => [...data]).length;
    const { states, fixed } = compileStep({ ...STEP, roles: { frozen: ['second'] } });
    const size = trained('first') + trained('logits');
    expect(states.map(({ name, shape }) => [name, ...shape])).toEqual([
      ['weights', size],
      ['statistic0', 3],
      ['statistic1', 3],
      ['slot/sum', size],
    ]);
    expect(fixed).toEqual([{ name: 'frozen', shape: [trained('second') + 2 * 3] }]);
  });
});

/** Momentum 0.9 at rate 0.1, in plain numbers, but for some tensors. */
function momentumBut(isKept: (tensor: NamedTensor) => boolean): ReferenceUpdate {
  const kept = new Set(weights.filter(isKept).map(({ name }) => name));
  const sums = new Map<string, Float64Array>();
  return {
    step: (trained) => {
      for (const { variable, gradient } of trained) {
        // tfjs makes a name unique by a number at its end.
        if (kept.has(variable.name.replace(/_\d+$/, ''))) continue;
        const gradients = gradient.dataSync();
        const before = sums.get(variable.name) ?? new Float64Array(gradients.length);
        const sum = before.map((value, i) => 0.9 * value + (gradients[i] as number));
        sums.set(variable.name, sum);
        const next = variable.dataSync().map((value, i) => value - 0.1 * (sum[i] as number));
        variable.assign(tf.tensor(next, variable.shape));
      }
    },
  };
}
