/** @jest-environment ./libs/learning/jest-environment.mjs */
import { tf } from '../../tfjs.js';
import { describeLowerings, inEveryLayout, type KernelCase } from './kernel-cases.test-support.js';
import { reductionLowerings } from './reduction.js';

type Reduce = (x: tf.Tensor, axes?: number[], keepDims?: boolean) => tf.Tensor;

const REDUCTIONS: readonly (readonly [string, Reduce])[] = [
  ['sum', tf.sum],
  ['mean', tf.mean],
  ['max', tf.max],
];

/** Every choice of axes, the empty one too. */
function axisSets(rank: number): number[][] {
  return Array.from({ length: 2 ** rank }, (_, choice) =>
    [...Array(rank).keys()].filter((axis) => (choice & (1 << axis)) !== 0),
  );
}

/** All axis sets in one graph, with and without keeping the reduced axes. */
function overEveryAxisSet(name: string, reduce: Reduce, shape: readonly number[]): KernelCase {
  return {
    name: `${name} of (${shape.join()}) over every set of axes`,
    compute: (x) =>
      axisSets(shape.length).flatMap((axes) => [true, false].map((keepDims) => reduce(x as tf.Tensor, axes, keepDims))),
    shapes: [shape],
  };
}

describeLowerings('reductions', reductionLowerings, [
  ...REDUCTIONS.flatMap(([name, reduce]) => [
    ...inEveryLayout(overEveryAxisSet(name, reduce, [2, 3, 4, 5])),
    // Axes of extent 1 need no moving in memory, which the lowering makes use of.
    ...inEveryLayout(overEveryAxisSet(name, reduce, [1, 3, 1, 5])),
    ...inEveryLayout(overEveryAxisSet(name, reduce, [2, 1, 4, 1])),
    ...inEveryLayout(overEveryAxisSet(name, reduce, [2, 3, 5, 16])),
    ...inEveryLayout(overEveryAxisSet(name, reduce, [1, 3, 1, 32])),
    overEveryAxisSet(name, reduce, [3, 4]),
    overEveryAxisSet(name, reduce, [5]),
    overEveryAxisSet(name, reduce, [2, 3, 2, 2, 3]),
    ...inEveryLayout({
      name: `${name} over everything`,
      compute: (x: tf.Tensor) => reduce(x),
      shapes: [[2, 3, 4, 5]],
    } as KernelCase),
    ...inEveryLayout({
      name: `${name} over axes counted from the end, in any order`,
      compute: (x) => [reduce(x as tf.Tensor, [-1, 1]), reduce(x as tf.Tensor, [3, 0, -2])],
      shapes: [[2, 3, 4, 5]],
    }),
  ]),
  ...inEveryLayout({
    name: 'a count of truths',
    compute: (x) => tf.sum(tf.greater(x as tf.Tensor, 0), [1, 2]),
    shapes: [[2, 3, 4, 5]],
  }),
  ...inEveryLayout({
    name: 'gradients of sum and mean',
    compute: (x) => [
      tf.grad((y) => tf.sum(tf.square(tf.sum(y, [1, 2]))))(x as tf.Tensor),
      tf.grad((y) => tf.sum(tf.square(tf.mean(y, [3]))))(x as tf.Tensor),
    ],
    shapes: [[2, 3, 4, 5]],
  }),
]);
