/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { runFunctionBothWays } from '../../reference.test-support.js';
import { tf } from '../../tfjs.js';
import { describeLowerings, inEveryLayout, type KernelCase } from './kernel-cases.test-support.js';
import { resizeLowerings } from './resize.js';

type Resize = typeof tf.image.resizeBilinear;

const RESIZES: readonly (readonly [string, Resize])[] = [
  ['nearest', tf.image.resizeNearestNeighbor],
  ['bilinear', tf.image.resizeBilinear],
];

/** From height and width to others: whole multiples, fractions, smaller ones, single pixels. */
const SIZES: readonly (readonly [from: [number, number], to: [number, number]])[] = [
  [
    [4, 4],
    [8, 8],
  ],
  [
    [3, 5],
    [6, 15],
  ],
  [
    [3, 4],
    [3, 4],
  ],
  [
    [4, 6],
    [7, 5],
  ],
  [
    [7, 8],
    [3, 4],
  ],
  [
    [1, 2],
    [5, 3],
  ],
  [
    [5, 3],
    [1, 1],
  ],
];

function cases(name: string, resize: Resize): KernelCase[] {
  return SIZES.flatMap(([from, to], index) =>
    (index === 0 ? [2, 16] : [2]).flatMap((channels) =>
      // tfjs never ends with the gradient of a single row that is put corner on corner.
      (from.includes(1) ? [false] : [false, true]).flatMap((alignCorners) => {
        const compute = (x: tf.Tensor): tf.Tensor => resize(x as tf.Tensor4D, to, alignCorners);
        return inEveryLayout({
          name: `${name} from ${from.join('×')} to ${to.join('×')}, ${channels} channels${alignCorners ? ', corner on corner' : ''}`,
          compute: (x, dy) => [compute(x as tf.Tensor), tf.grad(compute)(x as tf.Tensor, dy as tf.Tensor)],
          shapes: [
            [2, ...from, channels],
            [2, ...to, channels],
          ],
        });
      }),
    ),
  );
}

describeLowerings('resizing', resizeLowerings, [
  ...RESIZES.flatMap(([name, resize]) => cases(name, resize)),
  {
    // In numbers of JavaScript 1/49 · 49 is less than 1: the first of the second pixel's repeats shows the first pixel.
    name: 'nearest where whole multiples are not met by rounding',
    compute: (x) => tf.image.resizeNearestNeighbor(x as tf.Tensor4D, [98, 2]),
    shapes: [[1, 2, 2, 1]],
  },
]);

describe('a resizing from pixels’ centers', () => {
  it.each(RESIZES)('is refused: %s', async (_, resize) => {
    const image = { shape: [1, 4, 4, 1], values: new Float32Array(16) };
    const run = runFunctionBothWays((x) => [resize(x as tf.Tensor4D, [8, 8], false, true)], [image]);
    await expect(run).rejects.toMatchObject({ code: 'unsupported-op' });
  });
});
