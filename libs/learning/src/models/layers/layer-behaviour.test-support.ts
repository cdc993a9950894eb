// What a layer makes of images, and its gradients, to be compared with another way to say the same.
import { expect } from '@jest/globals';
import { normal, type Rng } from '@mammofed/core';
import { relativeDifference, runFunctionBothWays, type Operand } from '../../reference.test-support.js';
import { tf, type tfLayers } from '../../tfjs.js';

/** A result, and its gradients by the image and by each weight. */
type Behaviour = (x: tf.Tensor, dy: tf.Tensor, ...weights: tf.Tensor[]) => tf.Tensor[];

export function normalOperand(rng: Rng, shape: readonly number[]): Operand {
  return { shape, values: Float32Array.from({ length: tf.util.sizeFromShape([...shape]) }, () => normal(rng)) };
}

/** Of a layer, with the given weights in its order. */
export function ofLayer(buildLayer: () => tfLayers.layers.Layer): Behaviour {
  return (x, dy, ...weights) => {
    const layer = buildLayer();
    layer.build(x.shape);
    layer.weights.forEach((variable, index) => variable.write(weights[index] as tf.Tensor));
    const variables = layer.weights.map(({ name }) => tf.engine().registeredVariables[name] as tf.Variable);
    const apply = (image: tf.Tensor): tf.Tensor => layer.call(image, { training: true }) as tf.Tensor;
    const { grads } = tf.variableGrads(() => tf.sum(tf.mul(apply(x), dy)), variables);
    const results = [apply(x), tf.grad(apply)(x, dy), ...variables.map(({ name }) => grads[name] as tf.Tensor)];
    const kept = results.map((each) => tf.add(each, 0));
    for (const variable of layer.weights) variable.dispose();
    return kept;
  };
}

/** Of a composition of tfjs's operations, with tfjs's own gradients. */
export function ofFunction(compute: (x: tf.Tensor, ...weights: tf.Tensor[]) => tf.Tensor): Behaviour {
  return (x, dy, ...weights) => [
    compute(x, ...weights),
    ...tf.grads((...operands) => compute(...(operands as [tf.Tensor])))([x, ...weights], dy),
  ];
}

/** Expects a layer, compiled and not, to be within 1e-5 of what is expected in each result, or of 1 where that is small. */
export async function expectSameBehaviour(
  layer: Behaviour,
  expected: Behaviour,
  operands: readonly Operand[],
): Promise<void> {
  const run = (behaviour: Behaviour): ReturnType<typeof runFunctionBothWays> =>
    runFunctionBothWays((x, dy, ...weights) => behaviour(x as tf.Tensor, dy as tf.Tensor, ...weights), operands);
  const [own, published] = [await run(layer), await run(expected)];
  const scaled = (values: Float32Array): number[] => [...values, 1];
  const differences = published.flatMap(({ reference }, index) => {
    const { compiled, reference: plain } = own[index] as (typeof own)[number];
    return [compiled, plain].map((values) => relativeDifference(scaled(values), scaled(reference)));
  });
  expect(own).toHaveLength(published.length);
  expect(differences.filter((difference) => !(difference < 1e-5))).toEqual([]);
}
