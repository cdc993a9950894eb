/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { seededRng, SEGMENTATION_LOSS } from '@mammofed/core';
import { lossOfHeads, mainLogits } from './deep-supervision.js';
import { imageLossFunction, lossFunction } from './losses.js';
import { freshSeed, normals, relativeDifference, runFunctionBothWays } from './reference.test-support.js';
import { tf } from './tfjs.js';

const seed = freshSeed();
const rng = seededRng('heads', seed);
const MASKS = normals(rng, 2 * 8 * 8).map((value) => (value > 0.4 ? 1 : 0));
const LOGITS = [8, 4, 2].map((side) => normals(rng, 2 * side * side));

function images(values: Float32Array, side: number): tf.Tensor4D {
  return tf.tensor4d(values, [2, side, side, 1]);
}

/** Of an image of 8×8 pixels, those at the given rows and columns. */
function picked(places: readonly number[]): Float32Array {
  return Float32Array.from(
    [0, 1].flatMap((image) =>
      places.flatMap((row) => places.map((column) => MASKS[64 * image + 8 * row + column] as number)),
    ),
  );
}

describe(`the loss of several heads (seed ${seed})`, () => {
  it('is their losses by 4/7, 2/7 and 1/7, with the pixel of the masks from the middle of each smaller one', async () => {
    await tf.setBackend('cpu');
    const loss = lossFunction(SEGMENTATION_LOSS);
    const [first, second, third] = LOGITS as [Float32Array, Float32Array, Float32Array];
    const { actual, expected } = tf.tidy(() => {
      const ofHead = (masks: Float32Array, logits: Float32Array, side: number): number =>
        loss(images(masks, side), images(logits, side)).dataSync()[0] as number;
      const heads = [images(first, 8), images(second, 4), images(third, 2)];
      return {
        actual: lossOfHeads(loss, images(MASKS, 8), heads).dataSync(),
        expected:
          (4 * ofHead(MASKS, first, 8) +
            2 * ofHead(picked([1, 3, 5, 7]), second, 4) +
            ofHead(picked([2, 6]), third, 2)) /
          7,
      };
    });
    expect(actual).toHaveLength(1);
    expect(Math.abs((actual[0] as number) - expected)).toBeLessThan(1e-6);
  });

  it('is of each image by itself if the loss is, and the same in a graph, with its gradients', async () => {
    const losses = imageLossFunction(SEGMENTATION_LOSS);
    const operands = [MASKS, ...LOGITS].map((values) => {
      const side = Math.sqrt(values.length / 2);
      return { shape: [2, side, side, 1], values };
    });
    const results = await runFunctionBothWays((masks, ...heads) => {
      const ofHeads = (...each: tf.Tensor[]): tf.Tensor => lossOfHeads(losses, masks as tf.Tensor, each);
      return [ofHeads(...heads), ...tf.grads((...each) => tf.sum(ofHeads(...each)))(heads)];
    }, operands);
    expect(results.map(({ shape }) => shape)).toEqual([[2], [2, 8, 8, 1], [2, 4, 4, 1], [2, 2, 2, 1]]);
    for (const { compiled, reference } of results) expect(relativeDifference(compiled, reference)).toBeLessThan(1e-5);
  });

  it('of one is that head’s own, and the first one’s logits are those that count', async () => {
    await tf.setBackend('cpu');
    tf.tidy(() => {
      const [masks, logits] = [images(MASKS, 8), images(LOGITS[0] as Float32Array, 8)];
      const loss = lossFunction(SEGMENTATION_LOSS);
      const expected = loss(masks, logits).dataSync();
      expect(lossOfHeads(loss, masks, logits).dataSync()).toEqual(expected);
      expect(lossOfHeads(loss, masks, [logits]).dataSync()).toEqual(expected);
      expect(mainLogits(logits)).toBe(logits);
      expect(mainLogits([logits, masks])).toBe(logits);
    });
  });
});
