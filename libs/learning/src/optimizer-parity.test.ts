/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { seededRng, type Rng } from '@mammofed/core';
import { freshSeed } from './reference.test-support.js';
import { TINY_NETWORKS } from './tiny-networks.test-support.js';
import { disagreement, LOSSES, UPDATES, type Combination } from './update-comparison.test-support.js';

const seed = freshSeed();

function drawn<T>(rng: Rng, from: readonly T[]): T {
  return from[Math.floor(rng.next() * from.length)] as T;
}

describe(`compiled steps against tfjs's own arithmetic after five steps (seed ${seed})`, () => {
  const [network] = TINY_NETWORKS.filter(({ what }) => what === 'batch normalization and pooling');
  const [loss] = LOSSES;

  it.each(UPDATES)('with $what', async (update) => {
    expect(await disagreement({ network, update, loss } as Combination, seed)).toBeUndefined();
  });

  it.each(LOSSES)('with the loss $what', async (each) => {
    const [update] = UPDATES;
    expect(await disagreement({ network, update, loss: each } as Combination, seed)).toBeUndefined();
  });

  const rng = seededRng('combinations', seed);
  const combinations = Array.from({ length: 50 }, (_, index) => ({
    index,
    network: drawn(rng, TINY_NETWORKS),
    update: drawn(rng, UPDATES),
    loss: drawn(rng, LOSSES),
  }));
  it.each(combinations)('$index: $network.what, $update.what, $loss.what', async ({ index, ...combination }) => {
    expect(await disagreement(combination, seed + index)).toBeUndefined();
  });
});
