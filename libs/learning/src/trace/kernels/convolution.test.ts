/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { seededRng, uniformInt, type Rng } from '@mammofed/core';
import { LearningError } from '../../errors.js';
import { freshSeed, runFunctionBothWays } from '../../reference.test-support.js';
import { tf } from '../../tfjs.js';
import { convolutionLowerings } from './convolution.js';
import { channelsFirst, describeLowerings, inEveryLayout, type KernelCase } from './kernel-cases.test-support.js';

type Padding = 'same' | 'valid' | number | tf.backend_util.ExplicitPadding;

interface Geometry {
  readonly image: readonly [number, number, number, number];
  readonly kernel: readonly [number, number];
  readonly outputs: number;
  readonly strides: number | [number, number];
  readonly pad: Padding;
}

/** Odd sizes, even kernels, places that no window reaches, kernels larger than their stride and smaller. */
const GEOMETRIES: readonly Geometry[] = [
  { image: [2, 8, 8, 3], kernel: [3, 3], outputs: 4, strides: 1, pad: 'same' },
  { image: [2, 8, 8, 3], kernel: [3, 3], outputs: 4, strides: 1, pad: 'valid' },
  { image: [1, 7, 5, 2], kernel: [3, 3], outputs: 3, strides: 1, pad: 'same' },
  { image: [2, 5, 7, 2], kernel: [2, 2], outputs: 3, strides: 1, pad: 'same' },
  { image: [2, 5, 7, 2], kernel: [2, 2], outputs: 3, strides: 1, pad: 'valid' },
  { image: [1, 6, 5, 2], kernel: [4, 2], outputs: 2, strides: 1, pad: 'same' },
  { image: [2, 5, 6, 3], kernel: [1, 1], outputs: 2, strides: 1, pad: 'same' },
  { image: [2, 5, 6, 3], kernel: [1, 1], outputs: 2, strides: 2, pad: 'valid' },
  { image: [2, 8, 8, 3], kernel: [3, 3], outputs: 4, strides: 2, pad: 'same' },
  { image: [2, 8, 8, 3], kernel: [3, 3], outputs: 4, strides: 2, pad: 'valid' },
  { image: [1, 7, 9, 2], kernel: [3, 3], outputs: 2, strides: 2, pad: 'same' },
  { image: [1, 7, 9, 2], kernel: [3, 3], outputs: 2, strides: 2, pad: 'valid' },
  { image: [1, 9, 8, 2], kernel: [2, 2], outputs: 2, strides: 2, pad: 'valid' },
  { image: [1, 11, 8, 2], kernel: [2, 3], outputs: 2, strides: 3, pad: 'valid' },
  { image: [1, 9, 10, 2], kernel: [3, 2], outputs: 2, strides: [2, 1], pad: 'same' },
  { image: [1, 10, 9, 1], kernel: [5, 3], outputs: 1, strides: [1, 3], pad: 'valid' },
  { image: [2, 6, 6, 2], kernel: [3, 3], outputs: 2, strides: 1, pad: 1 },
  // More padding than the turned kernel of the gradient can have.
  { image: [2, 5, 6, 2], kernel: [2, 2], outputs: 2, strides: 1, pad: 2 },
  {
    image: [2, 5, 6, 2],
    kernel: [3, 3],
    outputs: 2,
    strides: 1,
    pad: [
      [0, 0],
      [0, 1],
      [2, 0],
      [0, 0],
    ],
  },
  { image: [1, 3, 3, 4], kernel: [3, 3], outputs: 2, strides: 1, pad: 'valid' },
  // Channels that make whole blocks, fewer than a block, and more that do not.
  { image: [2, 7, 5, 16], kernel: [3, 3], outputs: 32, strides: 1, pad: 'same' },
  { image: [1, 9, 11, 32], kernel: [3, 3], outputs: 16, strides: 1, pad: 'same' },
  { image: [2, 6, 5, 16], kernel: [3, 3], outputs: 16, strides: 1, pad: 'valid' },
  { image: [2, 5, 6, 32], kernel: [1, 1], outputs: 32, strides: 1, pad: 'same' },
  { image: [1, 6, 5, 16], kernel: [4, 2], outputs: 16, strides: 1, pad: 'same' },
  { image: [2, 7, 6, 16], kernel: [3, 3], outputs: 16, strides: 2, pad: 'same' },
  { image: [2, 6, 7, 3], kernel: [3, 3], outputs: 16, strides: 1, pad: 'same' },
  { image: [1, 5, 4, 20], kernel: [3, 3], outputs: 16, strides: 1, pad: 'same' },
  { image: [1, 5, 4, 16], kernel: [3, 3], outputs: 20, strides: 1, pad: 'same' },
  { image: [2, 1, 1, 16], kernel: [3, 3], outputs: 16, strides: 1, pad: 'same' },
  { image: [2, 1, 5, 16], kernel: [5, 3], outputs: 16, strides: 1, pad: 'same' },
  // Large against its channels, so that its kernel's gradient is summed over the images.
  { image: [2, 13, 11, 16], kernel: [3, 3], outputs: 16, strides: 1, pad: 'same' },
  // Fewer channels out than in, so that the output's gradient is what is joined.
  { image: [2, 13, 11, 32], kernel: [3, 3], outputs: 16, strides: 1, pad: 'same' },
  { image: [2, 6, 5, 32], kernel: [4, 2], outputs: 16, strides: 1, pad: 'same' },
];

const randomSeed = freshSeed();

function randomGeometry(index: number): Geometry {
  const rng: Rng = seededRng('geometry', randomSeed, index);
  const from = (least: number, count: number): number => least + uniformInt(rng, count);
  const kernel: [number, number] = [from(1, 4), from(1, 4)];
  return {
    image: [from(1, 2), from(kernel[0], 7), from(kernel[1], 7), from(1, 3)],
    kernel,
    outputs: from(1, 3),
    strides: [from(1, 3), from(1, 3)],
    pad: rng.next() < 0.5 ? 'same' : 'valid',
  };
}

function filterShape({ image, kernel, outputs }: Geometry): [number, number, number, number] {
  return [...kernel, image[3], outputs];
}

function nameOf({ image, kernel, outputs, strides, pad }: Geometry): string {
  return `(${image.join()}), kernel ${kernel.join('×')} to ${outputs} channels, stride ${String(strides)}, pad ${JSON.stringify(pad)}`;
}

function convolve({ strides, pad }: Geometry, x: tf.Tensor, filter: tf.Tensor): tf.Tensor {
  return tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, strides, pad);
}

function outputShape(geometry: Geometry): number[] {
  const { image, strides, pad } = geometry;
  return tf.backend_util.computeConv2DInfo([...image], filterShape(geometry), strides, 1, pad).outShape;
}

function cases(geometry: Geometry): KernelCase[] {
  const { image } = geometry;
  return [
    ...inEveryLayout({
      name: `forward ${nameOf(geometry)}`,
      compute: (x, filter) => convolve(geometry, x as tf.Tensor, filter as tf.Tensor),
      shapes: [image, filterShape(geometry)],
    }),
    {
      name: `gradients ${nameOf(geometry)}`,
      compute: (x, filter, dy) =>
        tf.grads((image_, filter_) => convolve(geometry, channelsFirst(image_), filter_))(
          [x as tf.Tensor, filter as tf.Tensor],
          dy as tf.Tensor,
        ),
      shapes: [image, filterShape(geometry), outputShape(geometry)],
    },
  ];
}

function fused(
  activation: tf.fused.Activation | undefined,
  [channels, outputs]: readonly [number, number] = [3, 2],
): KernelCase {
  return {
    name: `with bias and ${activation ?? 'no'} activation in one operation, ${channels} to ${outputs} channels`,
    compute: (x, filter, bias) =>
      tf.fused.conv2d({
        x: x as tf.Tensor4D,
        filter: filter as tf.Tensor4D,
        strides: 1,
        pad: 'same',
        bias: bias as tf.Tensor1D,
        ...(activation === undefined ? {} : { activation }),
      }),
    shapes: [[2, 5, 4, channels], [3, 3, channels, outputs], [outputs]],
  };
}

function transposed(
  height: number,
  width: number,
  stride: number,
  kernel: number,
  pad: 'same' | 'valid',
  [channels, outputs]: readonly [number, number] = [2, 3],
): KernelCase[] {
  const shape: [number, number, number, number] =
    pad === 'same'
      ? [2, height * stride, width * stride, outputs]
      : [2, (height - 1) * stride + kernel, (width - 1) * stride + kernel, outputs];
  const compute = (x: tf.Tensor, filter: tf.Tensor): tf.Tensor =>
    tf.conv2dTranspose(x as tf.Tensor4D, filter as tf.Tensor4D, shape, stride, pad);
  const name = `up-convolution of ${height}×${width}, kernel ${kernel}, stride ${stride}, pad ${pad}, ${channels} to ${outputs} channels`;
  const shapes = [
    [2, height, width, channels],
    [kernel, kernel, outputs, channels],
  ];
  return [
    ...inEveryLayout({ name, compute: (x, filter) => compute(x as tf.Tensor, filter as tf.Tensor), shapes }),
    {
      name: `gradients of the ${name}`,
      compute: (x, filter, dy) => tf.grads(compute)([x as tf.Tensor, filter as tf.Tensor], dy as tf.Tensor),
      shapes: [...shapes, shape],
    },
  ];
}

describeLowerings('convolution', convolutionLowerings, [
  ...GEOMETRIES.flatMap(cases),
  ...[...Array(12).keys()].flatMap((index) => cases(randomGeometry(index))),
  ...[1, 2, 3].map((dilation): KernelCase => ({
    name: `holes of ${dilation} between the taps`,
    compute: (x, filter) => tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 1, 'same', 'NHWC', dilation),
    shapes: [
      [1, 9, 8, 2],
      [3, 3, 2, 2],
    ],
  })),
  ...[
    fused(undefined),
    fused('linear'),
    fused('relu'),
    fused('sigmoid'),
    fused('elu'),
    fused('relu', [16, 32]),
  ].flatMap(inEveryLayout),
  ...[[3, 2] as const, [32, 16] as const].map(([channels, outputs]): KernelCase => ({
    name: `gradients of a convolution with bias, ${channels} to ${outputs} channels`,
    compute: (x, filter, bias, dy) =>
      tf.grads((image, kernel, channels) =>
        tf.fused.conv2d({
          x: image as tf.Tensor4D,
          filter: kernel as tf.Tensor4D,
          strides: 1,
          pad: 'same',
          bias: channels as tf.Tensor1D,
        }),
      )([x as tf.Tensor, filter as tf.Tensor, bias as tf.Tensor], dy as tf.Tensor),
    shapes: [[2, 5, 4, channels], [3, 3, channels, outputs], [outputs], [2, 5, 4, outputs]],
  })),
  ...transposed(3, 4, 2, 2, 'valid'),
  ...transposed(3, 5, 2, 3, 'same'),
  ...transposed(4, 3, 1, 3, 'same'),
  ...transposed(2, 3, 3, 2, 'same'),
  ...transposed(5, 4, 1, 3, 'same', [16, 32]),
  ...transposed(4, 5, 1, 3, 'same', [32, 3]),
  ...transposed(4, 5, 1, 3, 'same', [3, 16]),
  ...transposed(3, 4, 2, 2, 'valid', [32, 16]),
]);

describe('a convolution that cannot be written as ONNX is refused by name', () => {
  const image = { shape: [1, 4, 4, 2], values: new Float32Array(32) };
  const filter = { shape: [3, 3, 2, 2], values: new Float32Array(36) };

  it.each<[string, string, (x: tf.Tensor4D, filter: tf.Tensor4D) => tf.Tensor]>([
    [
      'channels before rows',
      'Conv2D',
      (x, kernel) => tf.conv2d(tf.transpose(x, [0, 3, 1, 2]), kernel, 1, 'same', 'NCHW'),
    ],
    [
      'an activation without translation',
      'FusedConv2D',
      (x, kernel) => tf.fused.conv2d({ x, filter: kernel, strides: 1, pad: 'same', activation: 'relu6' }),
    ],
    [
      'holes between the taps where a gradient is wanted, which tfjs does not have',
      'Conv2D',
      (x, kernel) => tf.grad((image) => tf.conv2d(image as tf.Tensor4D, kernel, 1, 'same', 'NHWC', 2))(x),
    ],
  ])('%s', async (_, kernelName, compute) => {
    const run = runFunctionBothWays((x, kernel) => [compute(x as tf.Tensor4D, kernel as tf.Tensor4D)], [image, filter]);
    const error: unknown = await run.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(LearningError);
    expect(error).toMatchObject({ code: 'unsupported-op', context: { kernelName } });
  });
});
