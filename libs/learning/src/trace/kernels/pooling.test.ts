/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { LearningError } from '../../errors.js';
import { runFunctionBothWays } from '../../reference.test-support.js';
import { tf } from '../../tfjs.js';
import { describeLowerings, inEveryLayout, type KernelCase } from './kernel-cases.test-support.js';
import { poolingLowerings } from './pooling.js';

type Pair = number | [number, number];
type Pad = 'same' | 'valid';

function pool(x: tf.Tensor, window: Pair, strides: Pair, pad: Pad): tf.Tensor {
  return tf.maxPool(x as tf.Tensor4D, window, strides, pad);
}

function cases(image: readonly number[], window: Pair, strides: Pair, pad: Pad): KernelCase[] {
  const name = `(${image.join()}), window ${String(window)}, stride ${String(strides)}, pad ${pad}`;
  const { outShape } = tf.backend_util.computePool2DInfo(
    image as [number, number, number, number],
    window,
    strides,
    1,
    pad,
  );
  const gradient = (x: tf.Tensor, dy: tf.Tensor): tf.Tensor => tf.grad((y) => pool(y, window, strides, pad))(x, dy);
  return [
    ...inEveryLayout({ name, compute: (x) => pool(x as tf.Tensor, window, strides, pad), shapes: [image] }),
    ...inEveryLayout({
      name: `gradient of ${name}`,
      compute: (x, dy) => gradient(x as tf.Tensor, dy as tf.Tensor),
      shapes: [image, outShape],
    }),
    {
      // A window's gradient must go to one element, the one tfjs chooses.
      name: `gradient of ${name}, many equal numbers in a window`,
      compute: (x, dy) => gradient(x as tf.Tensor, dy as tf.Tensor),
      shapes: [image, outShape],
      numbers: 'wholes',
    },
  ];
}

describeLowerings('max pooling', poolingLowerings, [
  ...cases([2, 8, 8, 3], 2, 2, 'valid'),
  ...cases([2, 8, 6, 3], 2, 2, 'same'),
  ...cases([2, 7, 5, 2], 2, 2, 'valid'),
  ...cases([2, 7, 5, 2], 2, 2, 'same'),
  ...cases([1, 9, 10, 2], 3, 3, 'valid'),
  ...cases([1, 9, 10, 2], 3, 3, 'same'),
  ...cases([1, 8, 9, 2], 2, 3, 'valid'),
  ...cases([1, 6, 9, 2], [2, 3], [2, 3], 'valid'),
  ...cases([2, 4, 5, 2], 1, 1, 'valid'),
  {
    name: 'windows that overlap, forward',
    compute: (x) => pool(x as tf.Tensor, 3, 2, 'same'),
    shapes: [[2, 7, 8, 3]],
  },
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

describe('the gradient of max pooling', () => {
  it('gives each window’s gradient to the first of its equal elements', async () => {
    const image = { shape: [1, 2, 4, 1], values: Float32Array.of(5, 5, 1, 2, 5, 5, 2, 2) };
    const [gradient] = await runFunctionBothWays(
      (x) => [tf.grad((y) => pool(y, 2, 2, 'valid'))(x as tf.Tensor, tf.tensor4d([3, 7], [1, 1, 2, 1]))],
      [image],
    );
    expect([...(gradient?.compiled ?? [])]).toEqual([3, 0, 0, 7, 0, 0, 0, 0]);
  });

  it('is refused where windows overlap', async () => {
    const image = { shape: [1, 5, 5, 1], values: new Float32Array(25) };
    const error: unknown = await runFunctionBothWays(
      (x) => [tf.grad((y) => pool(y, 3, 2, 'valid'))(x as tf.Tensor)],
      [image],
    ).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(LearningError);
    expect(error).toMatchObject({ code: 'unsupported-op', context: { kernelName: 'MaxPoolGrad' } });
  });
});
