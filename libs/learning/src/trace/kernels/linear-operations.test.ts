/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { normal, seededRng } from '@mammofed/core';
import { freshSeed, runFunctionBothWays } from '../../reference.test-support.js';
import { tf } from '../../tfjs.js';

const seed = freshSeed();

/** Operations whose results are sums of their inputs' numbers, and some of whose gradients tfjs's own kernels get wrong. */
const OPERATIONS: readonly (readonly [string, readonly number[], (x: tf.Tensor4D) => tf.Tensor])[] = [
  ['average pooling with padding', [2, 5, 6, 2], (x) => tf.avgPool(x, 3, 2, 'same')],
  ['average pooling of windows that overlap', [2, 7, 6, 2], (x) => tf.avgPool(x, [3, 2], 1, 'valid')],
  ['nearest resizing by whole multiples', [3, 3, 5, 2], (x) => tf.image.resizeNearestNeighbor(x, [6, 15])],
  ['nearest resizing by fractions', [3, 4, 5, 2], (x) => tf.image.resizeNearestNeighbor(x, [7, 3])],
  ['bilinear resizing', [3, 4, 5, 2], (x) => tf.image.resizeBilinear(x, [8, 10])],
  ['bilinear resizing by fractions', [3, 4, 5, 2], (x) => tf.image.resizeBilinear(x, [7, 12])],
  ['bilinear resizing, corner on corner', [3, 4, 5, 2], (x) => tf.image.resizeBilinear(x, [7, 12], true)],
  ['repeats', [2, 3, 4, 2], (x) => tf.tile(x, [1, 2, 3, 2])],
  ['repeats of single rows', [2, 1, 4, 2], (x) => tf.tile(x, [1, 5, 1, 1])],
  ['depthwise convolution', [2, 7, 6, 2], (x) => tf.depthwiseConv2d(x, tf.ones([3, 3, 2, 2]), 2, 'same')],
];

describe(`the compiled gradient of a linear operation is its transpose (seed ${seed})`, () => {
  it.each(OPERATIONS)('%s', async (_, shape, compute) => {
    const rng = seededRng('linear', seed);
    const image = {
      shape,
      values: Float32Array.from({ length: tf.util.sizeFromShape([...shape]) }, () => normal(rng)),
    };
    // For every x and y, the products ⟨A x, y⟩ and ⟨x, Aᵀ y⟩ are the same. With y = A z for another image z.
    const results = await runFunctionBothWays(
      (x) => {
        const image4d = x as tf.Tensor4D;
        const other = tf.add(tf.square(image4d), 0.5) as tf.Tensor4D;
        const y = compute(other);
        const gradient = tf.grad((at: tf.Tensor) => compute(at as tf.Tensor4D))(image4d, y);
        return [
          tf.sum(tf.mul(compute(image4d), y)),
          tf.sum(tf.mul(image4d, gradient)),
          tf.sum(tf.abs(tf.mul(image4d, gradient))),
        ];
      },
      [image],
    );
    const [forward, backward, scale] = results.map(({ compiled }) => compiled[0] as number) as [number, number, number];
    expect(Math.abs(forward - backward)).toBeLessThan(1e-5 * scale);
  });
});
