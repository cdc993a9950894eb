import { describe, expect, it } from '@jest/globals';
import { quantaFor, quantizeUpdate, quantizeWithinNorm, RingAccumulator, signsOfRound } from '@mammofed/aggregation';
import { seededRng, type RunConfig } from '@mammofed/core';
import { addDiscreteGaussian, siteNoiseOf, UniformWords, type SiteNoise } from '@mammofed/privacy';
import { testRunConfig } from '../run-config.test-support.js';
import { meanOfRound } from './round-mean.js';

const ROUND = 4;
const SIZES = [12, 4];
const P = 16;
const QUORUM = { minSites: 3, minExamples: 0, maxSites: 3, sites: null };
const PLAIN: RunConfig = { ...testRunConfig(), mode: 'secure', quorum: QUORUM };
const NOISY: RunConfig = { ...PLAIN, sitePrivacy: { clipNorm: 1, noiseMultiplier: 0.01, delta: 1e-5 } };
const QUANTA = quantaFor(3, 32);
const DELTA = [new Float32Array(12).fill(0.1), new Float32Array(4).fill(-0.2)];

function summed(vector: () => Uint32Array) {
  const accumulator = new RingAccumulator(P + 2);
  for (let site = 0; site < 3; site++) accumulator.add(vector());
  return { sum: accumulator.sum, tensorSizes: SIZES, clips: [0.5, 0.5], siteCount: 3, ...QUANTA };
}

describe('the mean of a round', () => {
  it('without privacy for sites is that of updates in their clips', () => {
    const vector = () =>
      quantizeUpdate({ delta: DELTA, clips: [0.5, 0.5], weight: 1, ...QUANTA, rng: seededRng('plain') });
    const { mean } = meanOfRound(PLAIN, ROUND, summed(vector));
    mean.forEach((tensor, t) => tensor.forEach((value, i) => expect(value).toBeCloseTo(DELTA[t][i], 6)));
  });

  it('with it is that of rotated updates with noise, by the signs of the round', () => {
    const noise = siteNoiseOf(NOISY, P) as SiteNoise;
    const { weightMax } = QUANTA;
    const signsOf = signsOfRound(NOISY.seed, ROUND);
    const vector = (): Uint32Array => {
      const words = quantizeWithinNorm({
        ...noise,
        delta: DELTA,
        clipNorm: 1,
        weightMax,
        signsOf,
        rng: seededRng('n'),
      });
      addDiscreteGaussian(new Int32Array(words.buffer, 0, P), noise.deviation, new UniformWords());
      return words;
    };
    const { mean, totalWeight, clippedCount } = meanOfRound(NOISY, ROUND, summed(vector));
    expect([totalWeight, clippedCount]).toEqual([3, 0]);
    // σ = 0.01 in the sum, a third of it in the mean: eight of those.
    const within = (8 * 0.01) / 3;
    mean.forEach((tensor, t) =>
      tensor.forEach((value, i) => expect(Math.abs(value - DELTA[t][i])).toBeLessThan(within)),
    );
    const other = meanOfRound(NOISY, ROUND + 1, summed(vector));
    expect(other.mean.some((tensor, t) => tensor.some((value, i) => Math.abs(value - DELTA[t][i]) > within))).toBe(
      true,
    );
  });
});
