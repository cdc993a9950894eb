// Random cohorts, weights, rings and drop-outs in every phase: either the sum is right, or there is none.
import { randomInt } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  dequantizeMean,
  exampleWeight,
  meanErrorBound,
  quantaFor,
  quantizeUpdate,
  ringToBytes,
} from '@mammofed/aggregation';
import { RING_WIDTHS, seededRng, shuffled, uniformInt, type Rng, type SiteId } from '@mammofed/core';
import { ATTEMPT_PHASES, smallestThreshold, sodiumReady } from '@mammofed/privacy';
import { SecureCohort } from '../support/secure-cohort.js';

const RUNS = 40;
const TENSOR_SIZES = [5, 1, 8];
const CLIPS = [0.5, Math.fround(1e-4), 64];
const WEIGHT_MAX = 150;

/** Chosen anew each time; the message of a failure has it. */
const SEED = randomInt(2 ** 32);

beforeAll(sodiumReady);

describe(`secure aggregation (seed ${SEED})`, () => {
  it.each(Array.from({ length: RUNS }, (_, i) => i))(
    'gives the plain weighted mean whenever enough sites remain, and no sum otherwise: cohort %d',
    async (i) => {
      const rng = seededRng('drop-outs', SEED, i);
      // Two of the forty are as large as cohorts get.
      const siteCount = i === 0 ? 64 : i === 1 ? 41 : 3 + uniformInt(rng, i % 4 === 0 ? 14 : 6);
      const least = smallestThreshold(siteCount);
      const threshold = least + uniformInt(rng, siteCount - least + 1);
      const ringBits = RING_WIDTHS[uniformInt(rng, 3)];
      const cohort = new SecureCohort({ siteCount, threshold, ringBits, parameterCount: 14 });
      const left = dropOuts(rng, cohort.sites, siteCount - threshold);
      const updates = new Map(cohort.sites.map((site) => [site, update(rng)]));
      const quanta = quantaFor(siteCount, ringBits);
      const vectorOf = (site: SiteId): Uint8Array => {
        const { delta, weight } = updates.get(site) as Update;
        return ringToBytes(quantizeUpdate({ delta, clips: CLIPS, weight, ...quanta, rng }), ringBits);
      };

      const steps: (() => void | Promise<void>)[] = [
        () => cohort.advertise(left[0]),
        () => cohort.share(left[1]),
        () => cohort.collect(left[2], vectorOf),
        () => cohort.confirm(left[3]),
        () => cohort.unmask(left[4]),
      ];
      for (const [phase, step] of steps.entries()) {
        await step();
        if (left[phase].length >= threshold) continue;
        expect(cohort.coordinator.phase).toBe('abandoned');
        await expect(cohort.sum()).rejects.toMatchObject({ code: 'out-of-phase' });
        return;
      }

      const contributors = left[2].map((site) => updates.get(site) as Update);
      const average = dequantizeMean({
        sum: await cohort.sum(),
        tensorSizes: TENSOR_SIZES,
        clips: CLIPS,
        ...quanta,
        siteCount: contributors.length,
      });
      const totalWeight = contributors.reduce((sum, { weight }) => sum + weight, 0);
      expect(average.totalWeight).toBeCloseTo(totalWeight, 5);
      expect(average.clippedCount).toBe(0);
      const bound = meanErrorBound({ siteCount: contributors.length, totalWeight, ...quanta });
      TENSOR_SIZES.forEach((size, t) => {
        for (let k = 0; k < size; k++) {
          const plain = contributors.reduce((sum, { delta, weight }) => sum + weight * delta[t][k], 0) / totalWeight;
          expect(Math.abs(average.mean[t][k] - plain)).toBeLessThanOrEqual((bound + 2 ** -24) * CLIPS[t]);
        }
      });
    },
  );
});

interface Update {
  readonly delta: Float32Array[];
  readonly weight: number;
}

function update(rng: Rng): Update {
  return {
    delta: TENSOR_SIZES.map((size, t) => Float32Array.from({ length: size }, () => (2 * rng.next() - 1) * CLIPS[t])),
    weight: exampleWeight(1 + uniformInt(rng, 200), WEIGHT_MAX),
  };
}

/**
 * The sites that are left in each phase. In one cohort of five, more are lost than may be.
 * @param tolerated - how many may be lost in all.
 */
function dropOuts(rng: Rng, sites: readonly SiteId[], tolerated: number): SiteId[][] {
  const lost = uniformInt(rng, 5) === 0 ? tolerated + 1 : uniformInt(rng, tolerated + 1);
  const phaseOf = new Map(
    shuffled(rng, sites)
      .slice(0, lost)
      .map((site) => [site, uniformInt(rng, ATTEMPT_PHASES.length)]),
  );
  return ATTEMPT_PHASES.map((_, phase) => sites.filter((site) => (phaseOf.get(site) ?? Infinity) > phase));
}
