// What the coordinator sees of one update says nothing of it: masked vectors look like noise, and two maskings of one
// update look unrelated. Five standard deviations: sound masks fail one of the tests about once in 100,000 runs.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { packedByteLength, RING_WIDTHS, type RingBits } from '@mammofed/core';
import { sodiumReady } from '@mammofed/privacy';
import { masked, SecureCohort } from '../support/secure-cohort.js';

const PARAMETERS = 360_000;
const SIGMAS = 5;

beforeAll(sodiumReady);

/** A site's masked vector in an attempt of its own; the update is zeros but for a few ones, the same each time. */
async function maskedVector(ringBits: RingBits): Promise<Uint8Array> {
  const cohort = new SecureCohort({ siteCount: 3, ringBits, parameterCount: PARAMETERS });
  cohort.advertise();
  await cohort.share();
  const vector = new Uint8Array(packedByteLength(cohort.layout)).map((_, i) => (i % 1000 === 0 ? 1 : 0));
  const [site] = cohort.sites;
  return masked(cohort.attempt(site).mask(cohort.coordinator.maskRequest(site)), vector, cohort.layout);
}

/** By how many standard deviations Pearson's statistic of equally likely cells is off its mean. */
function chiSquareDeviation(counts: Uint32Array): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const expected = total / counts.length;
  const statistic = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const freedom = counts.length - 1;
  return Math.abs(statistic - freedom) / Math.sqrt(2 * freedom);
}

describe.each(RING_WIDTHS)('a masked vector in a ring of %d bits', (ringBits) => {
  it('passes the chi-square test of its bytes, and the serial test of pairs of them', async () => {
    const bytes = await maskedVector(ringBits);
    const singles = new Uint32Array(2 ** 8);
    for (const byte of bytes) singles[byte]++;
    expect(chiSquareDeviation(singles)).toBeLessThan(SIGMAS);
    // Knuth, The Art of Computer Programming, volume 2, 3.3.2 B: pairs that do not overlap.
    const pairs = new Uint32Array(2 ** 16);
    for (let i = 0; i + 1 < bytes.length; i += 2) pairs[256 * bytes[i] + bytes[i + 1]]++;
    expect(chiSquareDeviation(pairs)).toBeLessThan(SIGMAS);
  });

  it('agrees with another masking of the same update in 1/256 of its bytes', async () => {
    const [one, other] = [await maskedVector(ringBits), await maskedVector(ringBits)];
    const agreeing = one.reduce((count, byte, i) => count + (byte === other[i] ? 1 : 0), 0);
    const mean = one.length / 256;
    expect(Math.abs(agreeing - mean)).toBeLessThan(SIGMAS * Math.sqrt(mean * (1 - 1 / 256)));
  });
});
