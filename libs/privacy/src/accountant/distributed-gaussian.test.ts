import { describe, expect, it } from '@jest/globals';
import { concentratedEpsilon, distributedGaussianUse, squaredRoundedNorm } from './distributed-gaussian.js';
import { epsilonOf } from './privacy-loss.js';

/** √(2 ln(1/β)) for β = e^(−1/2), which the paper's experiments have. */
const TAIL_OF_PAPER = 1;

describe('the privacy that a noisy sum loses', () => {
  // google-research/federated, distributed_dp/accounting_utils.py (commit 5e27a86): ddgauss_epsilon with q = 1, gamma = 1 and
  // RDP_ORDERS, and get_privacy_spent of tensorflow_privacy 0.6 (proposition 12 of arXiv:2004.00010). The second and third have
  // so little noise that τ counts; the others are as runs have them.
  it.each([
    {
      deviation: 4,
      noisySites: 100,
      norm: 10,
      tail: TAIL_OF_PAPER,
      dimension: 1024,
      times: 1,
      delta: 1e-5,
      epsilon: 2.11176064,
    },
    {
      deviation: 0.9,
      noisySites: 400,
      norm: 10,
      tail: TAIL_OF_PAPER,
      dimension: 1024,
      times: 1,
      delta: 1e-5,
      epsilon: 5.70063127,
    },
    {
      deviation: 0.8,
      noisySites: 2500,
      norm: 10,
      tail: TAIL_OF_PAPER,
      dimension: 64,
      times: 2,
      delta: 1e-5,
      epsilon: 8.23050976,
    },
    {
      deviation: 4e4,
      noisySites: 22,
      norm: 1e5,
      tail: 4,
      dimension: 31_030_593,
      times: 6,
      delta: 1e-5,
      epsilon: 6.49973735,
    },
    {
      deviation: 1500,
      noisySites: 10,
      norm: 2000,
      tail: 4,
      dimension: 2 ** 20,
      times: 10,
      delta: 1e-6,
      epsilon: 7.57525461,
    },
    {
      deviation: 400,
      noisySites: 64,
      norm: 400,
      tail: Infinity,
      dimension: 65_536,
      times: 20,
      delta: 1e-5,
      epsilon: 4.28341164,
    },
  ])('is what the published accountant finds: $epsilon', ({ norm, tail, times, delta, epsilon, ...mechanism }) => {
    const squaredNorm = squaredRoundedNorm(norm, mechanism.dimension, tail);
    const use = { ...distributedGaussianUse({ ...mechanism, squaredNorm }), times };
    expect(Math.abs(epsilonOf([use], delta) / epsilon - 1)).toBeLessThan(0.01);
  });

  it('is that of Gaussian noise for one noisy site: there is no sum of discrete Gaussians, and no τ', () => {
    const use = distributedGaussianUse({ squaredNorm: 49, deviation: 14, noisySites: 1, dimension: 1000 });
    expect(use).toEqual({ samplingRate: 1, noiseMultiplier: 2, times: 1 });
  });

  it('falls with noise and noisy sites, and grows with the norm and, where there is little noise, with the dimension', () => {
    const usual = { squaredNorm: 1e4, deviation: 30, noisySites: 5, dimension: 1000 };
    const epsilon = concentratedEpsilon(usual);
    expect(concentratedEpsilon({ ...usual, deviation: 31 })).toBeLessThan(epsilon);
    expect(concentratedEpsilon({ ...usual, noisySites: 6 })).toBeLessThan(epsilon);
    expect(concentratedEpsilon({ ...usual, squaredNorm: 1.1e4 })).toBeGreaterThan(epsilon);
    expect(concentratedEpsilon({ ...usual, dimension: 1e8 })).toBe(epsilon);
    const loud = { ...usual, deviation: 0.8 };
    expect(concentratedEpsilon({ ...loud, dimension: 2000 })).toBeGreaterThan(concentratedEpsilon(loud));
  });
});
