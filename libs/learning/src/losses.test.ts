/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { seededRng } from '@mammofed/core';
import { segmentationLoss, softDiceLoss } from './losses.js';
import { freshSeed, normals, runFunctionBothWays } from './reference.test-support.js';
import { tf } from './tfjs.js';

const SHAPE = [3, 4, 5, 1] as const;
const [BATCH] = SHAPE;
const PIXELS = 4 * 5;
const seed = freshSeed();

/** Masks of 0 and 1, the last image's without foreground; logits of normals. */
function example(): { masks: Float32Array; logits: Float32Array } {
  const rng = seededRng('losses', seed);
  const logits = normals(rng, BATCH * PIXELS);
  const masks = logits.map((_, i) => (i < 2 * PIXELS && rng.next() < 0.4 ? 1 : 0));
  return { masks, logits };
}

/** The loss as its documentation says it, in double precision. */
function plainLoss(masks: ArrayLike<number>, logits: ArrayLike<number>): { crossEntropy: number; dice: number } {
  let crossEntropy = 0;
  let dice = 0;
  for (let image = 0; image < BATCH; image++) {
    let overlap = 0;
    let total = 0;
    for (let i = image * PIXELS; i < (image + 1) * PIXELS; i++) {
      const mask = masks[i] as number;
      const probability = 1 / (1 + Math.exp(-(logits[i] as number)));
      crossEntropy -= mask * Math.log(probability) + (1 - mask) * Math.log(1 - probability);
      overlap += probability * mask;
      total += probability + mask;
    }
    dice += 1 - (2 * overlap + 1) / (total + 1);
  }
  return { crossEntropy: crossEntropy / (BATCH * PIXELS), dice: dice / BATCH };
}

const total = (loss: { crossEntropy: number; dice: number }): number => loss.crossEntropy + loss.dice;

/** Derivative by each logit, from the plain loss: it is smooth, so the error is of the order of the square of 1e-5. */
function plainGradient(masks: Float32Array, logits: Float32Array): number[] {
  return Array.from(logits, (_, i) => {
    const at = (shift: number): number => {
      const moved = Float64Array.from(logits);
      moved[i] = (moved[i] as number) + shift;
      return total(plainLoss(masks, moved));
    };
    return (at(1e-5) - at(-1e-5)) / 2e-5;
  });
}

/** The loss of these logits by tfjs. */
function lossOf(masks: ArrayLike<number>, logits: ArrayLike<number>, loss = segmentationLoss): number {
  void tf.setBackend('cpu');
  const [target, prediction] = [masks, logits].map((values) => tf.tensor(Float32Array.from(values), [...SHAPE]));
  return loss(target as tf.Tensor, prediction as tf.Tensor).dataSync()[0] as number;
}

describe(`the loss of a segmentation (seed ${seed})`, () => {
  it('is cross-entropy plus soft Dice as plain arithmetic has it, compiled and by tfjs', async () => {
    const { masks, logits } = example();
    const [both, dice] = await runFunctionBothWays(
      (m, l) => [segmentationLoss(m as tf.Tensor, l as tf.Tensor), softDiceLoss(m as tf.Tensor, l as tf.Tensor)],
      [
        { shape: SHAPE, values: masks },
        { shape: SHAPE, values: logits },
      ],
    );
    const plain = plainLoss(masks, logits);
    expect(both?.shape).toEqual([]);
    for (const way of ['compiled', 'reference'] as const) {
      expect(both?.[way][0]).toBeCloseTo(total(plain), 5);
      expect(dice?.[way][0]).toBeCloseTo(plain.dice, 5);
    }
  });

  it('has the gradient that finite differences of the plain loss have, for every logit', async () => {
    const { masks, logits } = example();
    const [gradient] = await runFunctionBothWays(
      (m, l) => [tf.grad((y) => segmentationLoss(m as tf.Tensor, y))(l as tf.Tensor)],
      [
        { shape: SHAPE, values: masks },
        { shape: SHAPE, values: logits },
      ],
    );
    plainGradient(masks, logits).forEach((slope, i) => {
      for (const way of ['compiled', 'reference'] as const) {
        const found = gradient?.[way][i] as number;
        expect({ i, way, isClose: Math.abs(found - slope) < 1e-6 }).toEqual({ i, way, isClose: true });
      }
    });
  });

  it('is near 0 for a sure and right prediction, of an empty mask too, and large for a sure and wrong one', () => {
    const { masks } = example();
    const right = masks.map((mask) => (mask === 1 ? 30 : -30));
    expect(lossOf(masks, right)).toBeLessThan(1e-5);
    expect(
      lossOf(
        masks,
        right.map((logit) => -logit),
      ),
    ).toBeGreaterThan(30);
  });

  it('stays finite, with a finite gradient, however sure the network is', () => {
    const { masks } = example();
    const extreme = masks.map((_, i) => (i % 2 === 0 ? 1e4 : -1e4));
    expect(Number.isFinite(lossOf(masks, extreme))).toBe(true);
    void tf.setBackend('cpu');
    const target = tf.tensor(masks, [...SHAPE]);
    const gradient = tf
      .grad((y) => segmentationLoss(target, y))(tf.tensor(extreme, [...SHAPE]))
      .dataSync();
    expect(gradient.every((value) => Number.isFinite(value))).toBe(true);
  });

  it('counts every image the same in its Dice part: a large mass does not outweigh a small one', () => {
    const masks = new Float32Array(BATCH * PIXELS);
    masks.fill(1, 0, PIXELS);
    masks[PIXELS] = 1;
    masks[2 * PIXELS] = 1;
    const logits = masks.map((mask) => (mask === 1 ? 30 : -30));
    const missing = (image: number): number =>
      lossOf(
        masks,
        logits.map((logit, i) => (Math.floor(i / PIXELS) === image ? -30 : logit)),
        softDiceLoss,
      );
    // A missed mass of n pixels leaves (0 + 1) / (n + 1) of its image's Dice.
    expect(missing(0)).toBeCloseTo((1 - 1 / 21) / BATCH, 5);
    expect(missing(1)).toBeCloseTo((1 - 1 / 2) / BATCH, 5);
  });
});
