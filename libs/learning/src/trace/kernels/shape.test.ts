/** @jest-environment ./libs/learning/jest-environment.mjs */
import { tf } from '../../tfjs.js';
import { channelsFirst, describeLowerings, inEveryLayout, type KernelCase } from './kernel-cases.test-support.js';
import { shapeLowerings } from './shape.js';

const IMAGE = [2, 3, 4, 5];

/** Every order of the axes 0 to rank - 1. */
function permutations(rank: number): number[][] {
  if (rank === 0) return [[]];
  return permutations(rank - 1).flatMap((order) =>
    Array.from({ length: rank }, (_, at) => [...order.slice(0, at), rank - 1, ...order.slice(at)]),
  );
}

function ofImage(name: string, compute: (x: tf.Tensor) => tf.Tensor | tf.Tensor[]): KernelCase[] {
  return inEveryLayout({ name, compute: (x) => compute(x as tf.Tensor), shapes: [IMAGE] });
}

describeLowerings('operations that only move elements', shapeLowerings, [
  ...[1, 2, -1].flatMap((axis) =>
    inEveryLayout({
      name: `gather by known places along axis ${axis}`,
      compute: (x) => tf.gather(x as tf.Tensor, tf.tensor1d([1, 0, 0, 2, 1], 'int32'), axis),
      shapes: [[2, 4, 3, 3]],
    }),
  ),
  ...ofImage('reshapes', (x) => [
    tf.reshape(x, [2, 60]),
    tf.reshape(x, [-1]),
    tf.reshape(x, [5, 4, 3, 2]),
    tf.reshape(x, IMAGE),
    tf.reshape(channelsFirst(tf.reshape(x, [3, 2, 5, 4])), [120]),
  ]),
  ...ofImage('new axes', (x) => [
    tf.expandDims(x, 0),
    tf.expandDims(x, 2),
    tf.expandDims(x, -1),
    tf.expandDims(tf.sum(x, 1), 1),
  ]),
  ...ofImage('every order of the axes', (x) => permutations(4).map((order) => tf.transpose(x, order))),
  ...ofImage('reversed axes', (x) => tf.transpose(x)),
  {
    name: 'matrices and lists of matrices turned',
    compute: (x, y) => [
      tf.transpose(x as tf.Tensor),
      ...permutations(3).map((order) => tf.transpose(y as tf.Tensor, order)),
    ],
    shapes: [
      [3, 4],
      [2, 3, 4],
    ],
  },
  ...[0, 1, 2, 3, -1].flatMap((axis) =>
    inEveryLayout({
      name: `images joined along axis ${axis}`,
      compute: (...inputs) => tf.concat(inputs, axis),
      shapes: [IMAGE, IMAGE.map((extent, each) => (each === (axis + 4) % 4 ? 2 : extent))],
    }),
  ),
  {
    name: 'vectors joined, a constant among them',
    compute: (x, y) => tf.concat([x as tf.Tensor, tf.tensor1d([1, 2]), y as tf.Tensor]),
    shapes: [[3], [4]],
  },
  ...ofImage('an image joined with a constant image', (x) => tf.concat([channelsFirst(x), tf.ones([2, 3, 4, 1])], 3)),
  ...ofImage('images split', (x) => [
    ...tf.split(x, 2, 0),
    ...tf.split(x, [1, 2], 1),
    ...tf.split(x, 2, 2),
    ...tf.split(x, [2, -1, 1], 3),
    ...tf.split(x, [4, 1], -1),
  ]),
  ...ofImage('gradients of joining and splitting', (x) => [
    tf.grad((y) => tf.sum(tf.square(tf.concat([y, tf.mul(y, 2)], 3))))(x),
    tf.grad((y) => tf.sum(tf.square(tf.split(y, [2, 3], 3)[1] as tf.Tensor)))(x),
  ]),
  ...ofImage('parts cut out', (x) => [
    tf.slice(x, [0, 1, 2, 3], [2, 1, 2, 2]),
    tf.slice(x, [1], [1]),
    tf.slice(x, [0, 0, 1], [-1, 2, -1]),
    tf.slice(x, [1, 2, 3, 4], [1, 1, 1, 1]),
  ]),
  { name: 'part of a vector', compute: (x) => tf.slice(x as tf.Tensor, 2, 3), shapes: [[7]] },
  ...ofImage('borders added', (x) => [
    tf.pad(x, [
      [0, 0],
      [1, 2],
      [3, 0],
      [0, 0],
    ]),
    tf.pad(
      x,
      [
        [1, 0],
        [0, 0],
        [0, 1],
        [2, 1],
      ],
      0.5,
    ),
    tf.pad(x, [
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]),
  ]),
  ...inEveryLayout({
    name: 'images whose channels make whole blocks',
    compute: (...inputs) => {
      const [x, y] = inputs as [tf.Tensor, tf.Tensor];
      return [
        tf.concat([x, y], 3),
        tf.concat([y, tf.ones([2, 3, 3, 3]), x], 3),
        tf.concat([x, x], 1),
        ...tf.split(x, [16, 12, 4], 3),
        ...tf.split(x, 3, 2),
        tf.slice(x, [0, 1, 0, 3], [2, 2, 3, 20]),
        tf.reshape(x, [2, 288]),
        ...tf.split(x, 2, 3),
        tf.pad(x, [
          [0, 0],
          [1, 0],
          [0, 2],
          [0, 1],
        ]),
        tf.gather(x, tf.tensor1d([31, 2], 'int32'), 3),
        tf.tile(y, [1, 1, 1, 2]),
        tf.transpose(x, [3, 0, 2, 1]),
      ];
    },
    shapes: [
      [2, 3, 3, 32],
      [2, 3, 3, 16],
    ],
  }),
  ...ofImage('repeats', (x) => [tf.tile(x, [1, 2, 3, 1]), tf.tile(x, [2, 1, 1, 2]), tf.tile(x, [1, 1, 1, 1])]),
  {
    name: 'constants moved',
    compute: (x) => [
      tf.mul(x as tf.Tensor, tf.reshape(tf.tensor1d([1, 2, 3, 4, 5, 6]), [2, 3])),
      tf.mul(x as tf.Tensor, tf.transpose(tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]))),
      tf.mul(x as tf.Tensor, tf.tile(tf.tensor2d([1, 2], [2, 1]), [1, 3])),
    ],
    shapes: [[2, 3]],
  },
]);
