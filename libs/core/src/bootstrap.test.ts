import { describe, expect, it } from '@jest/globals';
import { randomInt } from 'node:crypto';
import { bootstrapInterval, type BootstrapOptions } from './bootstrap.js';
import { normal, seededRng } from './rng.js';
import type { Interval } from './run-view.js';

const seed = randomInt(2 ** 31);

/** Of several patients. */
function intervalOf(options: BootstrapOptions): Interval {
  return bootstrapInterval(options) as Interval;
}

/** Patients with `images` images each, all alike but for `spread`. */
function cohort(patients: number, images: number, spread: number): { values: number[]; groups: string[] } {
  const rng = seededRng('cohort', seed);
  const values: number[] = [];
  const groups: string[] = [];
  for (let patient = 0; patient < patients; patient++) {
    const own = normal(rng);
    for (let image = 0; image < images; image++) {
      values.push(own + spread * normal(rng));
      groups.push(`patient-${patient}`);
    }
  }
  return { values, groups };
}

describe(`the bootstrap interval of a mean (seed ${seed})`, () => {
  it('repeats with a seed, and does not depend on the order of the images', () => {
    const { values, groups } = cohort(12, 3, 0.5);
    const first = bootstrapInterval({ values, groups, seed });
    expect(bootstrapInterval({ values, groups, seed })).toEqual(first);
    expect(bootstrapInterval({ values: [...values].reverse(), groups: [...groups].reverse(), seed })).toEqual(first);
    expect(bootstrapInterval({ values, groups, seed: seed + 1 })).not.toEqual(first);
  });

  it('lies around the mean, within the values', () => {
    const { values, groups } = cohort(20, 2, 0.3);
    const { low, high } = intervalOf({ values, groups, seed });
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(low).toBeLessThan(mean);
    expect(high).toBeGreaterThan(mean);
    expect(low).toBeGreaterThanOrEqual(Math.min(...values));
    expect(high).toBeLessThanOrEqual(Math.max(...values));
  });

  it('has the width of theory for many patients with one image: 2 · 1.96 standard errors', () => {
    const { values, groups } = cohort(200, 1, 0);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    const { low, high } = intervalOf({ values, groups, seed });
    // The ends of 2000 resamples are off by some 5 % of half the width at worst.
    const expected = (2 * 1.96 * deviation) / Math.sqrt(values.length);
    expect(Math.abs((high - low) / expected - 1)).toBeLessThan(0.15);
  });

  it('draws patients, not images: ten images alike of each say no more than one', () => {
    const one = cohort(15, 1, 0);
    const ten = {
      values: one.values.flatMap((value) => Array<number>(10).fill(value)),
      groups: one.groups.flatMap((group) => Array<string>(10).fill(group)),
    };
    const expected = intervalOf({ ...one, seed });
    const { low, high } = intervalOf({ ...ten, seed });
    expect(low).toBeCloseTo(expected.low, 10);
    expect(high).toBeCloseTo(expected.high, 10);
    const asImages = intervalOf({ values: ten.values, groups: ten.values.map((_, i) => String(i)), seed });
    expect(asImages.high - asImages.low).toBeLessThan(0.6 * (high - low));
  });

  it('is none of one patient, and of equal values that value', () => {
    expect(bootstrapInterval({ values: [0.25, 0.75], groups: ['a', 'a'], seed })).toBeNull();
    expect(bootstrapInterval({ values: [0.5, 0.5, 0.5], groups: ['a', 'b', 'c'], seed })).toEqual({
      low: 0.5,
      high: 0.5,
    });
  });

  it('of the same images is the same in every version: reports are compared by it', () => {
    expect(
      bootstrapInterval({ values: [0.1, 0.4, 0.6, 0.9, 0.7], groups: ['a', 'a', 'b', 'c', 'd'], seed: 7 }),
    ).toEqual({
      low: 0.31428571428571433,
      high: 0.8250000000000001,
    });
  });

  it.each<[string, Partial<BootstrapOptions>]>([
    ['nothing', { values: [], groups: [] }],
    ['a group too few', { groups: ['a'] }],
    ['a value that is not a number', { values: [1, NaN] }],
    ['no resample', { resamples: 0 }],
    ['half a resample', { resamples: 1.5 }],
  ])('refuses %s', (_, change) => {
    expect(() => bootstrapInterval({ values: [1, 2], groups: ['a', 'b'], seed, ...change })).toThrow(
      expect.objectContaining({ code: 'no-interval' }),
    );
  });

  it('of a ratio of counts: with counts of 1 it is that of the mean, and who has nothing to count changes nothing', () => {
    const { values, groups } = cohort(12, 2, 0.5);
    const ones = values.map(() => 1);
    expect(bootstrapInterval({ values, groups, counts: ones, seed })).toEqual(
      bootstrapInterval({ values, groups, seed }),
    );
    const found = { values: [1, 3, 0, 2], groups: ['a', 'b', 'c', 'd'], counts: [2, 4, 1, 2], seed };
    const { low, high } = intervalOf(found);
    expect(low).toBeGreaterThanOrEqual(0);
    expect(low).toBeLessThanOrEqual(6 / 9);
    expect(high).toBeGreaterThanOrEqual(6 / 9);
    expect(high).toBeLessThanOrEqual(1);
    expect(bootstrapInterval({ ...found, counts: [2, 0, 0, 0], values: [1, 0, 0, 0] })).toBeNull();
    const sparse = intervalOf({ ...found, counts: [2, 4, 0, 0], values: [1, 3, 0, 0] });
    expect(sparse).toEqual({ low: 0.5, high: 0.75 });
  });

  it.each([[[1]], [[1, -1]], [[0, 0]], [[1, NaN]]])('refuses the counts %j of two values', (counts) => {
    const attempt = (): unknown => bootstrapInterval({ values: [1, 1], groups: ['a', 'b'], counts, seed });
    expect(attempt).toThrow(expect.objectContaining({ code: 'no-interval' }));
  });
});
