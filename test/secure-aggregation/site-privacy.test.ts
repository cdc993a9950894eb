// Random cohorts and drop-outs with privacy for sites: the mean is that of the clipped updates but for the noise, whose size
// is what was said, and which is never less than the accountant counts on.
import { randomInt } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { dequantizeRotatedMean, quantaFor, quantizeWithinNorm, ringToBytes, signsOfRound } from '@mammofed/aggregation';
import { RING_WIDTHS, seededRng, shuffled, uniformInt, type Rng, type RunConfig } from '@mammofed/core';
import {
  addDiscreteGaussian,
  honestSitesOf,
  siteNoiseOf,
  smallestThreshold,
  sodiumReady,
  UniformWords,
  type SiteNoise,
} from '@mammofed/privacy';
import { SecureCohort } from '../support/secure-cohort.js';

const RUNS = 6;
const TENSOR_SIZES = [300, 1, 99];
const P = 400;
const CLIP = 0.25;
const ROUND = 3;

/** Chosen anew each time; the message of a failure has it. */
const SEED = randomInt(2 ** 32);

beforeAll(sodiumReady);

describe(`secure aggregation with privacy for sites (seed ${SEED})`, () => {
  it.each(Array.from({ length: RUNS }, (_, i) => i))('adds the noise that was said: cohort %d', async (i) => {
    const rng = seededRng('site privacy', SEED, i);
    const siteCount = i === 0 ? 20 : 3 + uniformInt(rng, 8);
    const threshold = smallestThreshold(siteCount);
    const ringBits = RING_WIDTHS[i % 3];
    const noiseMultiplier = [0.1, 1, 4][uniformInt(rng, 3)];
    const quorum = { minSites: siteCount, maxSites: siteCount };
    const config = {
      ...{ mode: 'secure', quorum, ringBits, seed: SEED },
      sitePrivacy: { clipNorm: CLIP, noiseMultiplier, delta: 1e-5 },
    } as unknown as RunConfig;
    const noise = siteNoiseOf(config, P) as SiteNoise;
    const { weightMax } = quantaFor(siteCount, ringBits);
    const policy = { minCohort: 3, thresholdFloor: 0, leastHonest: honestSitesOf(quorum) };
    const cohort = new SecureCohort({ siteCount, threshold, ringBits, parameterCount: P, policy });
    const contributors = shuffled(rng, cohort.sites).slice(uniformInt(rng, siteCount - threshold + 1));
    const uploaders = cohort.sites.filter((site) => contributors.includes(site));
    const deltas = new Map(cohort.sites.map((site) => [site, update(rng)]));

    cohort.advertise();
    await cohort.share();
    cohort.collect(uploaders, (site) => noisyVector(deltas.get(site) as Float32Array[]));
    cohort.confirm(uploaders);
    cohort.unmask(uploaders);
    const { mean, totalWeight } = dequantizeRotatedMean({
      ...noise,
      sum: await cohort.sum(),
      tensorSizes: TENSOR_SIZES,
      clipNorm: CLIP,
      weightMax,
      siteCount: uploaders.length,
      signsOf: signsOfRound(SEED, ROUND),
    });

    expect(totalWeight).toBe(uploaders.length);
    const plain = meanOfClipped(uploaders.map((site) => deltas.get(site) as Float32Array[]));
    const error = normOf(mean.flatMap((tensor) => [...tensor]).map((value, k) => value - plain[k]));
    // Each coordinate of the sum has the noise of so many sites; norms of normal vectors are √P ± a few.
    const quantum = CLIP / noise.normInQuanta;
    const deviation = (Math.sqrt(uploaders.length) * noise.deviation * quantum) / uploaders.length;
    expect(error).toBeGreaterThan(deviation * (Math.sqrt(P) - 8));
    expect(error).toBeLessThan(deviation * (Math.sqrt(P) + 8) + quantum * Math.sqrt(P));
    // Without those that may collude it is what was asked for, or more.
    const honest = uploaders.length - (siteCount - threshold);
    const sure = (Math.sqrt(honest) * noise.deviation) / noise.normInQuanta;
    expect(sure).toBeGreaterThanOrEqual(noiseMultiplier * (1 - 1e-9));

    function noisyVector(delta: readonly Float32Array[]): Uint8Array {
      const words = quantizeWithinNorm({
        ...{ ...noise, delta, clipNorm: CLIP, weightMax, rng },
        signsOf: signsOfRound(SEED, ROUND),
      });
      addDiscreteGaussian(new Int32Array(words.buffer, 0, P), noise.deviation, new UniformWords());
      return ringToBytes(words, ringBits);
    }
  });
});

function update(rng: Rng): Float32Array[] {
  const size = rng.next() * 0.05;
  return TENSOR_SIZES.map((length) => Float32Array.from({ length }, () => (2 * rng.next() - 1) * size));
}

function normOf(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}

function meanOfClipped(updates: readonly Float32Array[][]): number[] {
  const clipped = updates.map((tensors) => {
    const flat = tensors.flatMap((tensor) => [...tensor]);
    const factor = Math.min(1, CLIP / normOf(flat));
    return flat.map((value) => value * factor);
  });
  return Array.from({ length: P }, (_, k) => clipped.reduce((sum, flat) => sum + flat[k], 0) / updates.length);
}
