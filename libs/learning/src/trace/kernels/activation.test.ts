/** @jest-environment ./libs/learning/jest-environment.mjs */
import { tf } from '../../tfjs.js';
import { activationLowerings } from './activation.js';
import { describeLowerings, inEveryLayout, type KernelCase, type Numbers } from './kernel-cases.test-support.js';

const SHAPES = [[2, 3, 4, 5], [2, 3, 1, 16], [3, 4], [7]];

const ACTIVATIONS: readonly (readonly [string, (x: tf.Tensor) => tf.Tensor])[] = [
  ['elu', tf.elu],
  ['selu', tf.selu],
  ['leaky relu', (x) => tf.leakyRelu(x, 0.1)],
  ['relu6', tf.relu6],
  ['softmax', (x) => tf.softmax(x)],
];

/** An activation, and its gradient by a weighted sum of its results; `wholes` have many zeros. */
function cases(name: string, compute: (x: tf.Tensor) => tf.Tensor, shape: readonly number[]): KernelCase[] {
  return (['normals', 'wholes'] satisfies Numbers[]).flatMap((numbers) =>
    inEveryLayout({
      name: `${name} of (${shape.join()}), ${numbers}`,
      compute: (x, dy) => {
        const wide = (y: tf.Tensor): tf.Tensor => compute(tf.mul(y, 4));
        return [wide(x as tf.Tensor), tf.grad(wide)(x as tf.Tensor, dy as tf.Tensor)];
      },
      shapes: [shape, shape],
      numbers,
    }),
  );
}

/** A parametric ReLU with slopes of a shape that broadcasts with its input's, with the gradients by both. */
function parametric(shape: readonly number[], slopes: readonly number[]): KernelCase[] {
  return inEveryLayout({
    name: `parametric relu of (${shape.join()}) with slopes (${slopes.join()})`,
    compute: (x, alpha, dy) => [
      tf.prelu(x as tf.Tensor, alpha as tf.Tensor),
      ...tf.grads(tf.prelu)([x as tf.Tensor, alpha as tf.Tensor], dy as tf.Tensor),
    ],
    shapes: [shape, slopes, shape],
  });
}

describeLowerings('activations', activationLowerings, [
  ...ACTIVATIONS.flatMap(([name, compute]) => SHAPES.flatMap((shape) => cases(name, compute, shape))),
  ...parametric([2, 3, 4, 5], [5]),
  ...parametric([2, 3, 4, 5], [1, 1, 5]),
  ...parametric([2, 3, 4, 5], [3, 4, 5]),
  ...parametric([2, 3, 1, 16], [1, 1, 16]),
  ...parametric([3, 4], [4]),
]);
