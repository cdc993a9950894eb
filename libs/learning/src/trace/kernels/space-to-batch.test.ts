/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { runFunctionBothWays } from '../../reference.test-support.js';
import { tf } from '../../tfjs.js';
import { describeLowerings, inEveryLayout, type KernelCase } from './kernel-cases.test-support.js';
import { spaceToBatchLowerings } from './space-to-batch.js';

type Margins = [[number, number], [number, number]];

/** Taking images apart and putting them together, with the gradients of both. */
function cases(block: [number, number], margins: Margins, image: readonly number[]): KernelCase[] {
  const [[top, bottom], [left, right]] = margins;
  const [batch, height, width, channels] = image as [number, number, number, number];
  const apart = [
    batch * block[0] * block[1],
    (height + top + bottom) / block[0],
    (width + left + right) / block[1],
    channels,
  ];
  const take = (x: tf.Tensor): tf.Tensor => tf.spaceToBatchND(x, block, margins);
  const put = (x: tf.Tensor): tf.Tensor => tf.batchToSpaceND(x, block, margins);
  return inEveryLayout({
    name: `(${image.join()}) by blocks of ${block.join('×')} with margins ${JSON.stringify(margins)}`,
    compute: (x, y) => [
      take(x as tf.Tensor),
      put(y as tf.Tensor),
      tf.grad(take)(x as tf.Tensor, y as tf.Tensor),
      tf.grad(put)(y as tf.Tensor, x as tf.Tensor),
    ],
    shapes: [image, apart],
  });
}

const NONE: Margins = [
  [0, 0],
  [0, 0],
];

describeLowerings('space to batch', spaceToBatchLowerings, [
  ...cases([2, 2], NONE, [2, 6, 4, 3]),
  ...cases([2, 3], NONE, [1, 4, 6, 2]),
  ...cases([1, 1], NONE, [2, 3, 4, 1]),
  ...cases(
    [2, 3],
    [
      [1, 2],
      [0, 1],
    ],
    [2, 5, 5, 2],
  ),
  ...cases([2, 2], NONE, [1, 4, 4, 16]),
]);

describe('space to batch of what is no image', () => {
  it('is refused', async () => {
    const list = { shape: [2, 4, 3], values: new Float32Array(24) };
    const run = runFunctionBothWays((x) => [tf.spaceToBatchND(x as tf.Tensor, [2], [[0, 0]])], [list]);
    await expect(run).rejects.toMatchObject({ code: 'unsupported-op', context: { kernelName: 'SpaceToBatchND' } });
  });
});
