/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { seededRng } from '@mammofed/core';
import { freshSeed } from '../../reference.test-support.js';
import { tf } from '../../tfjs.js';
import { BilinearUpsampling, interpolationShares } from './bilinear-upsampling.js';
import { expectSameBehaviour, normalOperand, ofFunction } from './layer-behaviour.test-support.js';

const seed = freshSeed();

/** Between the centres of pixels and going on beyond the outermost: tfjs has it forward only, so as a sum of pixels. */
function enlarged(x: tf.Tensor, factor: number): tf.Tensor {
  const axis = (image: tf.Tensor, which: 1 | 2): tf.Tensor => {
    const length = image.shape[which] as number;
    const rows = Array.from({ length: length * factor }, (_, target) => {
      const place = Math.min(Math.max((target + 0.5) / factor - 0.5, 0), length - 1);
      const share = place % 1;
      const pixels = (index: number): tf.Tensor => {
        const [begin, size] = [[0, 0, 0, 0], [...image.shape]];
        [begin[which], size[which]] = [index, 1];
        return tf.slice(image, begin, size);
      };
      return tf.add(tf.mul(pixels(Math.floor(place)), 1 - share), tf.mul(pixels(Math.ceil(place)), share));
    });
    return tf.concat(rows, which);
  };
  return axis(axis(x, 1), 2);
}

describe('bilinear up-sampling', () => {
  it('gives each pixel’s share by the distance of the centres', () => {
    expect([...interpolationShares(3, 2)]).toEqual(
      [
        [1, 0.75, 0.25, 0, 0, 0],
        [0, 0.25, 0.75, 0.75, 0.25, 0],
        [0, 0, 0, 0.25, 0.75, 1],
      ].flat(),
    );
    expect([...interpolationShares(1, 4)]).toEqual([1, 1, 1, 1]);
  });

  it.each([
    { size: [3, 5], factor: 2 },
    { size: [1, 2], factor: 8 },
    { size: [4, 1], factor: 3 },
  ])(`enlarges $size by $factor, and so does its gradient (seed ${seed})`, async ({ size, factor }) => {
    const [height, width] = size as [number, number];
    const rng = seededRng('bilinear', seed);
    await expectSameBehaviour(
      ofFunction((x) => new BilinearUpsampling('up', factor).call(x)),
      ofFunction((x) => enlarged(x, factor)),
      [normalOperand(rng, [2, height, width, 1]), normalOperand(rng, [2, height * factor, width * factor, 1])],
    );
  });
});
