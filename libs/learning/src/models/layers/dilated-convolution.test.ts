/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, it } from '@jest/globals';
import { seededRng } from '@mammofed/core';
import { freshSeed } from '../../reference.test-support.js';
import { tf } from '../../tfjs.js';
import { DilatedConvolution } from './dilated-convolution.js';
import { expectSameBehaviour, normalOperand, ofFunction, ofLayer } from './layer-behaviour.test-support.js';

const seed = freshSeed();

/** A convolution with the kernel written out: zeros between its taps. */
function written(rate: number): ReturnType<typeof ofFunction> {
  return ofFunction((x, kernel, bias) => {
    const [size, , channels, filters] = (kernel as tf.Tensor).shape as [number, number, number, number];
    const apart = tf.reshape(kernel as tf.Tensor, [size, 1, size, channels * filters]);
    const between = tf.pad(apart, [
      [0, 0],
      [0, rate - 1],
      [0, 0],
      [0, 0],
    ]);
    const rows = tf.reshape(between, [size * rate, size, 1, channels * filters]);
    const withZeros = tf.reshape(
      tf.pad(rows, [
        [0, 0],
        [0, 0],
        [0, rate - 1],
        [0, 0],
      ]),
      [size * rate, size * rate, channels, filters],
    );
    const extent = rate * (size - 1) + 1;
    const taps = tf.slice(withZeros, [0, 0, 0, 0], [extent, extent, channels, filters]) as tf.Tensor4D;
    const convolved = tf.conv2d(x as tf.Tensor4D, taps, 1, 'same');
    return bias === undefined ? convolved : tf.add(convolved, bias);
  });
}

describe(`a dilated convolution (seed ${seed})`, () => {
  it.each([
    { image: [2, 8, 8, 3], kernelSize: 3, filters: 2, rate: 2 },
    { image: [2, 7, 9, 2], kernelSize: 3, filters: 4, rate: 3 },
    { image: [1, 6, 5, 2], kernelSize: 2, filters: 1, rate: 2 },
    { image: [1, 5, 4, 1], kernelSize: 3, filters: 2, rate: 4 },
    { image: [2, 6, 6, 2], kernelSize: 3, filters: 2, rate: 1 },
    { image: [1, 8, 9, 16], kernelSize: 3, filters: 16, rate: 2 },
  ])(
    'of ($image) with $kernelSize×$kernelSize taps $rate apart is one with zeros between its taps',
    async (example) => {
      const { image, kernelSize, filters, rate } = example;
      const rng = seededRng('dilated', seed);
      const shapes = [
        image,
        [...image.slice(0, 3), filters],
        [kernelSize, kernelSize, image[3] as number, filters],
        [filters],
      ];
      const layer = ofLayer(() => new DilatedConvolution({ name: 'dilated', filters, kernelSize, rate }));
      await expectSameBehaviour(
        layer,
        written(rate),
        shapes.map((shape) => normalOperand(rng, shape)),
      );
    },
  );

  it('may have no bias', async () => {
    const rng = seededRng('dilated', seed);
    const operands = [
      [2, 7, 6, 2],
      [2, 7, 6, 3],
      [3, 3, 2, 3],
    ].map((shape) => normalOperand(rng, shape));
    const settings = { name: 'dilated', filters: 3, kernelSize: 3, rate: 2, useBias: false };
    const layer = ofLayer(() => new DilatedConvolution(settings));
    await expectSameBehaviour(layer, written(2), operands);
  });
});
