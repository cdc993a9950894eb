/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { seededRng, uniformInt } from '@mammofed/core';
import { unpool } from '../../models/layers/unpooling.js';
import { freshSeed, runFunctionBothWays } from '../../reference.test-support.js';
import { tf } from '../../tfjs.js';
import { describeLowerings, inEveryLayout, type KernelCase } from './kernel-cases.test-support.js';
import { poolingLowerings } from './pooling.js';

type Pair = number | [number, number];
type Pad = 'same' | 'valid';

function pool(x: tf.Tensor, window: Pair, strides: Pair, pad: Pad): tf.Tensor {
  return tf.maxPool(x as tf.Tensor4D, window, strides, pad);
}

function averagePool(x: tf.Tensor, window: Pair, strides: Pair, pad: Pad): tf.Tensor {
  return tf.avgPool(x as tf.Tensor4D, window, strides, pad);
}

/** Max and average pooling, with their gradients. */
function cases(image: readonly number[], window: Pair, strides: Pair, pad: Pad): KernelCase[] {
  const geometry = `(${image.join()}), window ${String(window)}, stride ${String(strides)}, pad ${pad}`;
  const { outShape } = tf.backend_util.computePool2DInfo(
    image as [number, number, number, number],
    window,
    strides,
    1,
    pad,
  );
  const of = (kind: string, operation: typeof pool): KernelCase => ({
    name: `${kind} of ${geometry}, and its gradient`,
    compute: (x, dy) => [
      operation(x as tf.Tensor, window, strides, pad),
      tf.grad((y) => operation(y, window, strides, pad))(x as tf.Tensor, dy as tf.Tensor),
    ],
    shapes: [image, outShape],
  });
  const ofMaximum = of('maximum', pool);
  return [
    ...inEveryLayout(ofMaximum),
    // A window's gradient must go to one element, the one tfjs chooses.
    { ...ofMaximum, name: `${ofMaximum.name}, many equal numbers in a window`, numbers: 'wholes' },
    ...inEveryLayout(of('mean', averagePool)),
  ];
}

const randomSeed = freshSeed();

/** A random window, stride and padding of a random image. */
function randomCases(index: number): KernelCase[] {
  const rng = seededRng('pooling', randomSeed, index);
  const from = (least: number, count: number): number => least + uniformInt(rng, count);
  const window: [number, number] = [from(1, 4), from(1, 4)];
  const image = [from(1, 2), from(window[0], 6), from(window[1], 6), from(1, 3)];
  return cases(image, window, [from(1, 3), from(1, 3)], rng.next() < 0.5 ? 'same' : 'valid');
}

/** Unpooling values, and the gradient of it, of a 2×2 pooling of an image. */
function unpoolingCases(image: readonly [number, number, number, number]): KernelCase[] {
  const [batch, height, width, channels] = image;
  const pooled = [batch, Math.floor(height / 2), Math.floor(width / 2), channels];
  const undo = (values: tf.Tensor, x: tf.Tensor): tf.Tensor => unpool(values, x, pool(x, 2, 2, 'valid'));
  const forward: KernelCase = {
    name: `unpooling to (${image.join()})`,
    compute: (x, values) => undo(values as tf.Tensor, x as tf.Tensor),
    shapes: [image, pooled],
  };
  const gradient: KernelCase = {
    name: `gradient of unpooling to (${image.join()})`,
    compute: (x, values, dy) => tf.grad((v) => undo(v, x as tf.Tensor))(values as tf.Tensor, dy as tf.Tensor),
    shapes: [image, pooled, image],
  };
  const withTies = [forward, gradient].map((each): KernelCase => ({
    ...each,
    name: `${each.name}, many equal numbers in a window`,
    numbers: 'wholes',
  }));
  return [...inEveryLayout(forward), ...inEveryLayout(gradient), ...withTies];
}

describeLowerings('pooling', poolingLowerings, [
  ...unpoolingCases([2, 8, 6, 3]),
  ...unpoolingCases([2, 7, 5, 2]),
  ...unpoolingCases([1, 2, 3, 1]),
  ...unpoolingCases([3, 9, 4, 1]),
  ...unpoolingCases([2, 7, 6, 16]),
  ...unpoolingCases([1, 4, 5, 32]),
  {
    // The values unpooled come from the same image, as in the network: both paths of the gradient must be there.
    name: 'a pooling undone: the gradient by the image goes through the values alone',
    compute: (x) =>
      tf.grad((y) => {
        const pooled = pool(y, 2, 2, 'valid');
        return tf.sum(tf.mul(unpool(tf.square(pooled), y, pooled), x as tf.Tensor));
      })(x as tf.Tensor),
    shapes: [[2, 7, 6, 3]],
  },
  ...cases([2, 8, 8, 3], 2, 2, 'valid'),
  ...cases([2, 8, 6, 3], 2, 2, 'same'),
  ...cases([2, 7, 5, 2], 2, 2, 'valid'),
  ...cases([2, 7, 5, 2], 2, 2, 'same'),
  ...cases([1, 9, 10, 2], 3, 3, 'valid'),
  ...cases([1, 9, 10, 2], 3, 3, 'same'),
  ...cases([1, 8, 9, 2], 2, 3, 'valid'),
  ...cases([1, 6, 9, 2], [2, 3], [2, 3], 'valid'),
  ...cases([2, 4, 5, 2], 1, 1, 'valid'),
  ...cases([2, 7, 6, 16], 2, 2, 'valid'),
  ...cases([1, 8, 9, 32], 2, 2, 'same'),
  ...cases([2, 9, 7, 16], 3, 3, 'valid'),
  // Windows that overlap.
  ...cases([2, 7, 8, 3], 3, 2, 'same'),
  ...cases([2, 7, 8, 3], 3, 2, 'valid'),
  ...cases([1, 6, 7, 2], 3, 1, 'same'),
  ...cases([2, 6, 5, 1], 2, 1, 'valid'),
  ...cases([1, 9, 8, 2], [3, 2], [1, 2], 'same'),
  ...cases([2, 5, 5, 1], 5, 2, 'same'),
  ...cases([2, 7, 6, 16], 3, 2, 'same'),
  ...cases([1, 5, 6, 32], 3, 1, 'valid'),
  ...[...Array(6).keys()].flatMap(randomCases),
  {
    name: 'the gradient of a pooling whose windows are all equal',
    compute: (x, dy) => tf.grad((y) => pool(tf.mul(y, 0), 2, 2, 'valid'))(x as tf.Tensor, dy as tf.Tensor),
    shapes: [
      [1, 4, 4, 2],
      [1, 2, 2, 2],
    ],
  },
  {
    name: 'two poolings of the same image, each with its gradient',
    compute: (x) =>
      tf.grad((y) => tf.add(tf.sum(tf.square(pool(y, 2, 2, 'valid'))), tf.sum(pool(tf.relu(y), 2, 2, 'valid'))))(
        x as tf.Tensor,
      ),
    shapes: [[1, 4, 6, 2]],
  },
]);

describe('unpooling', () => {
  it('puts each value to the place that won, the first of equal ones, and leaves out the odd last row and column', async () => {
    const image = { shape: [1, 3, 5, 1], values: Float32Array.of(5, 5, 1, 2, 9, 5, 5, 2, 2, 9, 9, 9, 9, 9, 9) };
    const [unpooled] = await runFunctionBothWays(
      (x) => [unpool(tf.tensor4d([3, 7], [1, 1, 2, 1]), x as tf.Tensor, pool(x as tf.Tensor, 2, 2, 'valid'))],
      [image],
    );
    expect([...(unpooled?.compiled ?? [])]).toEqual([3, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('is refused if its pooling was not part of the step', async () => {
    const operands = [
      [1, 4, 4, 1],
      [1, 2, 2, 1],
    ].map((shape) => ({ shape, values: new Float32Array(tf.util.sizeFromShape(shape)) }));
    const error: unknown = await runFunctionBothWays(
      (x, pooled) => [unpool(pooled as tf.Tensor, x as tf.Tensor, pooled as tf.Tensor)],
      operands,
    ).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'unsupported-op', context: { kernelName: 'MaxPoolGrad' } });
  });
});

describe('the gradient of max pooling', () => {
  it('gives each window’s gradient to the first of its equal elements', async () => {
    const image = { shape: [1, 2, 4, 1], values: Float32Array.of(5, 5, 1, 2, 5, 5, 2, 2) };
    const [gradient] = await runFunctionBothWays(
      (x) => [tf.grad((y) => pool(y, 2, 2, 'valid'))(x as tf.Tensor, tf.tensor4d([3, 7], [1, 1, 2, 1]))],
      [image],
    );
    expect([...(gradient?.compiled ?? [])]).toEqual([3, 0, 0, 7, 0, 0, 0, 0]);
  });

  it('adds up in an element what it wins in several windows', async () => {
    const image = { shape: [1, 1, 4, 1], values: Float32Array.of(5, 5, 9, 2) };
    const [gradient] = await runFunctionBothWays(
      (x) => [tf.grad((y) => pool(y, [1, 2], 1, 'valid'))(x as tf.Tensor, tf.tensor4d([1, 20, 300], [1, 1, 3, 1]))],
      [image],
    );
    expect([...(gradient?.compiled ?? [])]).toEqual([1, 0, 320, 0]);
  });
});

describe('a pooling whose windows reach beyond the padded image', () => {
  it('is refused', async () => {
    const image = { shape: [1, 5, 5, 1], values: new Float32Array(25) };
    const run = runFunctionBothWays((x) => [tf.maxPool(x as tf.Tensor4D, 2, 2, 0, 'ceil')], [image]);
    await expect(run).rejects.toMatchObject({ code: 'unsupported-op', context: { kernelName: 'MaxPool' } });
  });
});
