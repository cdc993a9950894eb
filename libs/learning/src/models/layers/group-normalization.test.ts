/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { seededRng } from '@mammofed/core';
import { freshSeed, type Operand } from '../../reference.test-support.js';
import { tf } from '../../tfjs.js';
import { channelsFirst } from '../../trace/kernels/kernel-cases.test-support.js';
import { GroupNormalization, InstanceNormalization } from './group-normalization.js';
import { expectSameBehaviour, normalOperand, ofFunction, ofLayer } from './layer-behaviour.test-support.js';

const seed = freshSeed();

/** An image, its result's gradient, gamma and beta. */
function operands(shape: readonly number[]): Operand[] {
  const rng = seededRng('group-normalization', seed);
  return [shape, shape, shape.slice(3), shape.slice(3)].map((each) => normalOperand(rng, each));
}

/** The definition, as the papers write it: means over the places of a group, or of a channel. */
function composed(groups: number, epsilon = 1e-5): ReturnType<typeof ofFunction> {
  return ofFunction((x, gamma, beta) => {
    const [batch, height, width, channels] = x.shape as [number, number, number, number];
    const apart = tf.reshape(x, [batch, height, width, groups, channels / groups]);
    const { mean, variance } = tf.moments(apart, [1, 2, 4], true);
    const normalized = tf.div(tf.sub(apart, mean), tf.sqrt(tf.add(variance, epsilon)));
    return tf.add(tf.mul(tf.reshape(normalized, x.shape), gamma as tf.Tensor), beta as tf.Tensor);
  });
}

describe(`group normalization (seed ${seed})`, () => {
  it.each([
    { shape: [2, 5, 4, 6], groups: 1 },
    { shape: [2, 5, 4, 6], groups: 2 },
    { shape: [2, 5, 4, 6], groups: 3 },
    { shape: [3, 4, 4, 6], groups: 6 },
    { shape: [2, 3, 5, 16], groups: 4 },
    { shape: [1, 4, 3, 8], groups: 8 },
  ])(
    'of images ($shape) in $groups groups is what the paper defines, with its gradients',
    async ({ shape, groups }) => {
      const layer = ofLayer(() => new GroupNormalization('norm', groups));
      await expectSameBehaviour(layer, composed(groups), operands(shape));
      if (groups === shape[3])
        await expectSameBehaviour(
          ofLayer(() => new InstanceNormalization('norm')),
          composed(groups),
          operands(shape),
        );
    },
  );

  it('adds the number it is given to a variance before its root', async () => {
    const layer = ofLayer(() => new GroupNormalization('norm', 2, 0.1));
    await expectSameBehaviour(layer, composed(2, 0.1), operands([2, 5, 4, 6]));
  });

  it('is the same of an image whose channels lie first', async () => {
    const layer = ofLayer(() => new GroupNormalization('norm', 2));
    await expectSameBehaviour(
      (x, ...others) => layer(channelsFirst(x), ...others),
      composed(2),
      operands([2, 4, 5, 16]),
    );
  });

  it.each([0, 4, 2.5, -1, NaN])('refuses to part 6 channels into %d groups', (groups) => {
    expect(() => new GroupNormalization('norm', groups).build([null, 4, 4, 6])).toThrow(
      expect.objectContaining({ code: 'bad-options' }),
    );
  });
});
