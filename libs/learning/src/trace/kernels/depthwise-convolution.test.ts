/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { seededRng, uniformInt } from '@mammofed/core';
import { freshSeed, runFunctionBothWays } from '../../reference.test-support.js';
import { tf } from '../../tfjs.js';
import { depthwiseLowerings } from './depthwise-convolution.js';
import { describeLowerings, inEveryLayout, type KernelCase } from './kernel-cases.test-support.js';

interface Geometry {
  readonly image: readonly [number, number, number, number];
  readonly kernel: readonly [number, number];
  readonly multiplier: number;
  readonly stride: number;
  readonly pad: 'same' | 'valid';
}

const GEOMETRIES: readonly Geometry[] = [
  { image: [2, 8, 8, 3], kernel: [3, 3], multiplier: 1, stride: 1, pad: 'same' },
  { image: [2, 8, 8, 3], kernel: [3, 3], multiplier: 2, stride: 1, pad: 'valid' },
  { image: [2, 7, 5, 2], kernel: [2, 3], multiplier: 3, stride: 1, pad: 'same' },
  { image: [2, 7, 6, 3], kernel: [3, 3], multiplier: 2, stride: 2, pad: 'same' },
  { image: [1, 8, 9, 2], kernel: [3, 2], multiplier: 1, stride: 2, pad: 'valid' },
  { image: [2, 9, 8, 1], kernel: [2, 2], multiplier: 2, stride: 3, pad: 'valid' },
  { image: [2, 5, 6, 4], kernel: [1, 1], multiplier: 2, stride: 2, pad: 'same' },
  { image: [1, 5, 6, 4], kernel: [2, 2], multiplier: 5, stride: 1, pad: 'same' },
  { image: [2, 6, 5, 16], kernel: [3, 3], multiplier: 1, stride: 1, pad: 'same' },
];

const randomSeed = freshSeed();

function randomGeometry(index: number): Geometry {
  const rng = seededRng('depthwise', randomSeed, index);
  const from = (least: number, count: number): number => least + uniformInt(rng, count);
  const kernel: [number, number] = [from(1, 4), from(1, 4)];
  return {
    image: [from(1, 2), from(kernel[0], 6), from(kernel[1], 6), from(1, 3)],
    kernel,
    multiplier: from(1, 3),
    stride: from(1, 3),
    pad: rng.next() < 0.5 ? 'same' : 'valid',
  };
}

function cases({ image, kernel, multiplier, stride, pad }: Geometry): KernelCase[] {
  const filter: [number, number, number, number] = [...kernel, image[3], multiplier];
  const { outShape } = tf.backend_util.computeConv2DInfo([...image], filter, stride, 1, pad, undefined, true);
  const compute = (x: tf.Tensor, taps: tf.Tensor): tf.Tensor =>
    tf.depthwiseConv2d(x as tf.Tensor4D, taps as tf.Tensor4D, stride, pad);
  return inEveryLayout({
    name: `(${image.join()}), kernels (${filter.join()}), stride ${stride}, pad ${pad}, with its gradients`,
    compute: (x, taps, dy) => [
      compute(x as tf.Tensor, taps as tf.Tensor),
      ...tf.grads(compute)([x as tf.Tensor, taps as tf.Tensor], dy as tf.Tensor),
    ],
    shapes: [image, filter, outShape],
  });
}

describeLowerings('depthwise convolution', depthwiseLowerings, [
  ...GEOMETRIES.flatMap(cases),
  ...[...Array(10).keys()].flatMap((index) => cases(randomGeometry(index))),
  {
    name: 'with holes between the taps',
    compute: (x, taps) => tf.depthwiseConv2d(x as tf.Tensor4D, taps as tf.Tensor4D, 1, 'same', 'NHWC', 2),
    shapes: [
      [2, 8, 7, 2],
      [3, 3, 2, 2],
    ],
  },
]);

describe('the gradient of a depthwise convolution with holes between its taps', () => {
  it('is refused: tfjs has none', async () => {
    const operands = [
      [1, 8, 8, 2],
      [3, 3, 2, 1],
    ].map((shape) => ({ shape, values: new Float32Array(tf.util.sizeFromShape(shape)) }));
    const run = runFunctionBothWays(
      (x, taps) => [
        tf.grad((y) => tf.depthwiseConv2d(y as tf.Tensor4D, taps as tf.Tensor4D, 1, 'same', 'NHWC', 2))(x as tf.Tensor),
      ],
      operands,
    );
    const context = { kernelName: 'DepthwiseConv2dNative' };
    await expect(run).rejects.toMatchObject({ code: 'unsupported-op', context });
  });
});
