/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { runFunctionBothWays } from '../../reference.test-support.js';
import { tf } from '../../tfjs.js';
import { describeLowerings, type KernelCase } from './kernel-cases.test-support.js';
import { matrixLowerings } from './matrix.js';

const BOTH = [false, true];

/** The product of lists of matrices, each as it is and turned, with its gradients. */
function products(lists: readonly number[]): KernelCase[] {
  return BOTH.flatMap((turnA) =>
    BOTH.map((turnB): KernelCase => {
      const compute = (a: tf.Tensor, b: tf.Tensor): tf.Tensor => tf.matMul(a, b, turnA, turnB);
      return {
        name: `product in lists (${lists.join()})${turnA ? ', the first turned' : ''}${turnB ? ', the second turned' : ''}`,
        compute: (a, b, dy) => [
          compute(a as tf.Tensor, b as tf.Tensor),
          ...tf.grads(compute)([a as tf.Tensor, b as tf.Tensor], dy as tf.Tensor),
        ],
        shapes: [
          [...lists, ...(turnA ? [4, 3] : [3, 4])],
          [...lists, ...(turnB ? [5, 4] : [4, 5])],
          [...lists, 3, 5],
        ],
      };
    }),
  );
}

function fused(activation: tf.fused.Activation | undefined, a: readonly number[], b: readonly number[]): KernelCase {
  return {
    name: `(${a.join()}) · (${b.join()}) with bias and ${activation ?? 'no'} activation in one operation`,
    compute: (x, kernel, bias) =>
      tf.fused.matMul({
        a: x as tf.Tensor,
        b: kernel as tf.Tensor,
        bias: bias as tf.Tensor,
        ...(activation === undefined ? {} : { activation }),
      }),
    shapes: [a, b, [5]],
  };
}

describeLowerings('products of matrices', matrixLowerings, [
  ...products([]),
  ...products([2]),
  ...products([2, 3]),
  {
    name: 'one matrix with each of a list',
    compute: (a, b) => tf.matMul(a as tf.Tensor, b as tf.Tensor),
    shapes: [
      [2, 3, 4],
      [1, 4, 5],
    ],
  },
  ...([undefined, 'linear', 'relu', 'sigmoid', 'elu'] as const).map((activation) => fused(activation, [3, 4], [4, 5])),
  fused('relu', [2, 3, 4], [2, 4, 5]),
  {
    name: 'without bias, both turned',
    compute: (a, b) => tf.fused.matMul({ a: a as tf.Tensor, b: b as tf.Tensor, transposeA: true, transposeB: true }),
    shapes: [
      [4, 3],
      [5, 4],
    ],
  },
  {
    name: 'gradients of a product with bias',
    compute: (x, kernel, channels, dy) =>
      tf.grads((a, b, bias) => tf.fused.matMul({ a, b, bias }))(
        [x as tf.Tensor, kernel as tf.Tensor, channels as tf.Tensor],
        dy as tf.Tensor,
      ),
    shapes: [[3, 4], [4, 5], [5], [3, 5]],
  },
]);

describe('a product with an activation that cannot be written as ONNX', () => {
  it('is refused by name', async () => {
    const matrix = { shape: [2, 2], values: new Float32Array(4) };
    const run = runFunctionBothWays(
      (a, b) => [tf.fused.matMul({ a: a as tf.Tensor, b: b as tf.Tensor, activation: 'relu6' })],
      [matrix, matrix],
    );
    await expect(run).rejects.toMatchObject({ code: 'unsupported-op', context: { kernelName: '_FusedMatMul' } });
  });
});
