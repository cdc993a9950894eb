import { describe, expect, it } from '@jest/globals';
import { RING_WIDTHS, rotationBlock, type RingBits } from '@mammofed/core';
import fc from 'fast-check';
import { honestSites, smallestThreshold } from '../secure-aggregation/cohort.js';
import { honestSitesOf, siteNoise, type NoisySum } from './site-noise.js';

function sum(changes: Partial<NoisySum> = {}, noiseMultiplier = 1): NoisySum {
  return {
    privacy: { clipNorm: 1, noiseMultiplier, delta: 1e-5 },
    quorum: { minSites: 5, maxSites: 5 },
    ringBits: 32,
    parameterCount: 31_030_593,
    ...changes,
  };
}

const sums = fc
  .record({
    minSites: fc.integer({ min: 3, max: 64 }),
    more: fc.nat(61),
    ringBits: fc.constantFrom(...RING_WIDTHS),
    parameterCount: fc.integer({ min: 1, max: 40_000_000 }),
    noise: fc.double({ min: 0.01, max: 1000, noNaN: true }),
  })
  .map(({ minSites, more, noise, ...rest }) =>
    sum({ ...rest, quorum: { minSites, maxSites: Math.min(64, minSites + more) } }, noise),
  );

/** @returns null if the ring is too small. */
function planned(one: NoisySum): ReturnType<typeof siteNoise> | null {
  try {
    return siteNoise(one);
  } catch (error) {
    expect(error).toMatchObject({ code: 'noise-exceeds-ring' });
    return null;
  }
}

describe('the noise of a run', () => {
  it('fits into the ring with the largest cohort, and into the whole numbers of a double', () => {
    let fitting = 0;
    fc.assert(
      fc.property(sums, (one) => {
        const noise = planned(one);
        if (noise === null) return;
        fitting++;
        const { maxSites } = one.quorum;
        const total = Math.sqrt(maxSites) * noise.deviation;
        expect(maxSites * noise.quantumMax + 8 * total).toBeLessThan(2 ** (one.ringBits - 1));
        expect(noise.squaredNormMax).toBeLessThanOrEqual(2 ** 53);
        expect(Number.isInteger(noise.squaredNormMax)).toBe(true);
        expect(Number.isInteger(noise.deviation) && noise.deviation >= 4 && noise.deviation <= 2 ** 28).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(fitting).toBeGreaterThan(100);
  });

  it('is together what was asked for, whatever number of sites is honest', () => {
    fc.assert(
      fc.property(sums, (one) => {
        const noise = planned(one);
        if (noise === null) return;
        const together = (Math.sqrt(noise.honestSites) * noise.deviation) / noise.normInQuanta;
        expect(together / one.privacy.noiseMultiplier).toBeCloseTo(1, 9);
      }),
    );
  });

  it('costs what Gaussian noise of that multiplier costs, and at most a quarter of it more for the rounding', () => {
    fc.assert(
      fc.property(sums, (one) => {
        const noise = planned(one);
        if (noise === null) return;
        const { noiseMultiplier } = one.privacy;
        expect(noise.use.noiseMultiplier).toBeLessThanOrEqual(noiseMultiplier * (1 + 1e-9));
        expect(noise.use.noiseMultiplier).toBeGreaterThanOrEqual(noiseMultiplier / 1.2501);
      }),
    );
    expect(siteNoise(sum()).use.noiseMultiplier).toBeGreaterThan(0.999);
  });

  it.each<[RingBits, number, number]>([
    [16, 31_030_593, 64],
    [16, 31_030_593, 5],
  ])('does not fit into %d bits for %d weights of %d sites', (ringBits, parameterCount, sites) => {
    const one = sum({ ringBits, parameterCount, quorum: { minSites: sites, maxSites: sites } });
    expect(() => siteNoise(one)).toThrow(expect.objectContaining({ code: 'noise-exceeds-ring' }));
  });

  it.each<[RingBits, number, number]>([
    [16, 5_000_000, 64],
    [16, 500_000, 5],
    [24, 31_030_593, 64],
    [32, 31_030_593, 64],
  ])('fits into %d bits for %d weights of %d sites', (ringBits, parameterCount, sites) => {
    const one = sum({ ringBits, parameterCount, quorum: { minSites: sites, maxSites: sites } });
    expect(siteNoise(one).normInQuanta).toBeGreaterThan(Math.sqrt(parameterCount) / 2);
  });

  it('is made for the cohort in which the fewest are sure to be honest', () => {
    const of = (minSites: number, maxSites: number, threshold?: number): number =>
      honestSitesOf({ minSites, maxSites, threshold });
    expect([of(3, 3), of(4, 4), of(5, 5), of(7, 7), of(10, 10)]).toEqual([3, 2, 3, 3, 4]);
    expect(of(3, 64)).toBe(2);
    expect(of(20, 64)).toBe(8);
    expect(of(7, 7, 6)).toBe(5);
    expect(of(5, 12, 7)).toBe(4);
    for (let n = 3; n <= 64; n++) expect(honestSites(n, smallestThreshold(n))).toBeGreaterThan(n / 3);
  });

  it('is flat in blocks: a random sum of a block has room for eight deviations', () => {
    const { quantumMax, normInQuanta } = siteNoise(sum());
    expect(quantumMax).toBe(Math.ceil((8 / 256) * normInQuanta));
    expect([1, 2, 3, 65_535, 65_536, 31_030_593].map(rotationBlock)).toEqual([1, 2, 2, 32_768, 65_536, 65_536]);
  });
});
