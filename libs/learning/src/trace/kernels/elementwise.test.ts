/** @jest-environment ./libs/learning/jest-environment.mjs */
import { seededRng, shuffled, uniformInt } from '@mammofed/core';
import { freshSeed } from '../../reference.test-support.js';
import { tf } from '../../tfjs.js';
import { elementwiseLowerings } from './elementwise.js';
import {
  channelsFirst,
  describeLowerings,
  inEveryLayout,
  type KernelCase,
  type Numbers,
} from './kernel-cases.test-support.js';

const IMAGE = [2, 3, 4, 5];
/** Its channels make a whole block. */
const BLOCK = [2, 3, 1, 16];

type Unary = (x: tf.Tensor) => tf.Tensor;
type Binary = (a: tf.Tensor, b: tf.Tensor) => tf.Tensor;

const UNARY: readonly (readonly [string, Unary, Numbers?])[] = [
  ['neg', tf.neg],
  ['exp', tf.exp],
  ['log', tf.log, 'positives'],
  ['sqrt', tf.sqrt, 'positives'],
  ['abs', tf.abs],
  ['sign', tf.sign, 'wholes'],
  ['sigmoid', tf.sigmoid],
  ['sigmoid far out', (x) => tf.sigmoid(tf.mul(x, 40))],
  ['tanh', tf.tanh],
  ['softplus', tf.softplus],
  ['softplus far out', (x) => tf.softplus(tf.mul(x, 40))],
  ['reciprocal', tf.reciprocal, 'positives'],
  ['the error function', tf.erf],
  ['not', (x) => tf.logicalNot(tf.cast(x, 'bool')), 'wholes'],
  ['the gradient of clip', (x) => tf.grad((y) => tf.sum(tf.square(tf.clipByValue(y, -1, 1))))(x), 'wholes'],
  [
    'the gradient of more than',
    (x) => tf.grad((y) => tf.sum(tf.mul(y, tf.cast(tf.greater(y, 1), 'float32'))))(x),
    'wholes',
  ],
  ['square', tf.square],
  ['rsqrt', tf.rsqrt, 'positives'],
  ['log1p', tf.log1p, 'positives'],
  ['relu', tf.relu, 'wholes'],
  ['step', (x) => tf.step(x), 'wholes'],
  ['step with another value below zero', (x) => tf.step(x, -1), 'wholes'],
  ['the gradient of relu', (x) => tf.grad((y) => tf.sum(tf.square(tf.relu(y))))(x), 'wholes'],
  ['the step of something whose relu was taken', (x) => tf.add(tf.relu(x), tf.step(x, 0.25)), 'wholes'],
  ['the gradient of abs, which is -1 at zero', (x) => tf.grad((y) => tf.sum(tf.mul(tf.abs(y), y)))(x), 'wholes'],
  ['clip', (x) => tf.clipByValue(x, -0.5, 0.25)],
  ['clone', (x) => tf.clone(x)],
  ['truncation to whole numbers', (x) => tf.cast(tf.cast(tf.mul(x, 3), 'int32'), 'float32')],
  ['truth', (x) => tf.cast(tf.cast(x, 'bool'), 'int32'), 'wholes'],
  ['fill', (x) => tf.add(x, tf.fill(x.shape, 2.5))],
  ['zeros', (x) => tf.add(x, tf.zerosLike(x))],
  ['ones', (x) => tf.add(x, tf.onesLike(x))],
];

const BINARY: readonly (readonly [string, Binary, Numbers?])[] = [
  ['add', tf.add],
  ['sub', tf.sub],
  ['mul', tf.mul],
  ['div', tf.div, 'positives'],
  ['maximum', tf.maximum, 'wholes'],
  ['minimum', tf.minimum, 'wholes'],
  ['pow', tf.pow, 'positives'],
  ['squared difference', tf.squaredDifference],
  ['greater', tf.greater, 'wholes'],
  ['greater or equal', tf.greaterEqual, 'wholes'],
  ['less', tf.less, 'wholes'],
  ['less or equal', tf.lessEqual, 'wholes'],
  ['equal', tf.equal, 'wholes'],
  ['and', (a, b) => tf.logicalAnd(tf.cast(a, 'bool'), tf.cast(b, 'bool')), 'wholes'],
  ['or', (a, b) => tf.logicalOr(tf.cast(a, 'bool'), tf.cast(b, 'bool')), 'wholes'],
];

/** Pairs of shapes that tfjs broadcasts against each other. */
const BROADCASTS: readonly (readonly [readonly number[], readonly number[]])[] = [
  [IMAGE, IMAGE],
  [IMAGE, []],
  [[], IMAGE],
  [IMAGE, [1]],
  [IMAGE, [5]],
  [[5], IMAGE],
  [IMAGE, [4, 1]],
  [IMAGE, [4, 5]],
  [IMAGE, [3, 1, 5]],
  [IMAGE, [3, 4, 5]],
  [IMAGE, [1, 1, 1, 5]],
  [BLOCK, []],
  [BLOCK, [1]],
  [[16], BLOCK],
  [BLOCK, [3, 1, 16]],
  [BLOCK, [2, 1, 4, 16]],
  [IMAGE, [2, 1, 1, 1]],
  [
    [2, 1, 4, 1],
    [1, 3, 1, 5],
  ],
  [
    [2, 3],
    [4, 1, 3],
  ],
  [
    [2, 1, 3, 2, 2],
    [3, 1, 2],
  ],
];

const shapeSeed = freshSeed();

/** A random shape and one that broadcasts with it: axes left out at the front, others of extent 1, on either side. */
function randomBroadcast(index: number): [number[], number[]] {
  const rng = seededRng('broadcast', shapeSeed, index);
  const full = Array.from({ length: 4 }, () => 1 + uniformInt(rng, 4));
  const thinned = full.map((extent) => (rng.next() < 0.4 ? 1 : extent)).slice(uniformInt(rng, 5));
  const [a, b] = shuffled(rng, [full, thinned]);
  return [a as number[], b as number[]];
}

describeLowerings('element-wise operations', elementwiseLowerings, [
  ...UNARY.flatMap(([name, compute, numbers = 'normals']) => [
    ...[IMAGE, BLOCK].flatMap((shape) =>
      inEveryLayout({ name: `${name} of (${shape.join()})`, compute, shapes: [shape], numbers }),
    ),
    { name: `${name}, of a vector`, compute, shapes: [[7]], numbers },
    { name: `${name}, of a number`, compute, shapes: [[]], numbers },
  ]),
  ...BINARY.flatMap(([name, compute, numbers = 'normals']) =>
    [IMAGE, BLOCK].flatMap((shape) =>
      inEveryLayout({ name: `${name} of (${shape.join()})`, compute, shapes: [shape, shape], numbers }),
    ),
  ),
  ...BROADCASTS.flatMap(([a, b]) =>
    inEveryLayout({
      name: `(${a.join()}) with (${b.join()})`,
      compute: (x, y) => BINARY.map(([, compute]) => compute(x as tf.Tensor, y as tf.Tensor)),
      shapes: [a, b],
      numbers: 'positives',
    }),
  ),
  ...[...Array(10).keys()].map((index): KernelCase => {
    const [a, b] = randomBroadcast(index);
    return {
      name: `(${a.join()}) with (${b.join()}), both channels first where they are images`,
      compute: (x, y) => {
        const [p, q] = [x, y].map((each) => ((each as tf.Tensor).rank === 4 ? channelsFirst(each as tf.Tensor) : each));
        return [tf.sub(p as tf.Tensor, q as tf.Tensor), tf.div(q as tf.Tensor, p as tf.Tensor)];
      },
      shapes: [a, b],
      numbers: 'positives',
    };
  }),
  ...inEveryLayout({
    name: 'a choice by a condition',
    compute: (x, y) => tf.where(tf.greater(x as tf.Tensor, 0), x as tf.Tensor, y as tf.Tensor),
    shapes: [IMAGE, IMAGE],
  }),
  ...inEveryLayout({
    name: 'the gradients of a choice by a condition',
    compute: (x, y) =>
      tf.grads((a, b) => tf.sum(tf.square(tf.where(tf.greater(a, b), a, tf.mul(b, 3)))))([
        x as tf.Tensor,
        y as tf.Tensor,
      ]),
    shapes: [IMAGE, IMAGE],
  }),
  ...[IMAGE, BLOCK].flatMap((shape) =>
    inEveryLayout({
      name: `a sum of several (${shape.join()})`,
      compute: (x, y) => tf.addN([x as tf.Tensor, y as tf.Tensor, x as tf.Tensor]),
      shapes: [shape, shape],
    }),
  ),
  {
    name: 'constants: a number, a vector and an image',
    compute: (x) => [
      tf.mul(channelsFirst(x as tf.Tensor), 3),
      tf.mul(channelsFirst(x as tf.Tensor), tf.tensor1d([1, -2, 3, 4, 0])),
      tf.sub(
        channelsFirst(x as tf.Tensor),
        tf.tensor(
          Array.from({ length: 120 }, (_, i) => i),
          IMAGE,
        ),
      ),
      tf.add(tf.scalar(1), tf.scalar(2)),
    ],
    shapes: [IMAGE],
  },
]);
