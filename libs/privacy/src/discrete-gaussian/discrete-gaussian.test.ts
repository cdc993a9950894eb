import { describe, expect, it } from '@jest/globals';
import { seededRng } from '@mammofed/core';
import {
  bernoulliExpOfFraction,
  bernoulliExpOfHalf,
  bernoulliExpOfHalfSquare,
  bernoulliExpOfOne,
} from './bernoulli-exp.js';
import { addDiscreteGaussian, discreteGaussian } from './discrete-gaussian.js';
import { UniformWords, type FillWords, type UniformIntegers } from './uniform-integers.js';

const SEED = 20261127;

/** Words that can be had again; the product's come from the system. */
function seededWords(...parts: readonly (string | number)[]): FillWords {
  const rng = seededRng('discrete Gaussian', SEED, ...parts);
  return (words) => {
    for (let i = 0; i < words.length; i++) words[i] = rng.next() * 2 ** 32;
  };
}

/** A fraction of whole numbers, so that a probability is had exactly. */
interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/**
 * The exact probability of true, between two fractions: every sequence of numbers that the coin can draw is played, each
 * with the product of 1/bound, until what is left is rarer than `cutoff`.
 */
function probabilityOfTrue(coin: (uniform: UniformIntegers) => boolean, cutoff: number): readonly [Fraction, Fraction] {
  const undecided = new Error('the next number is not decided');
  let low: Fraction = { over: 0n, under: 1n };
  let left: Fraction = { over: 0n, under: 1n };
  const plus = (a: Fraction, under: bigint): Fraction => ({ over: a.over * under + a.under, under: a.under * under });
  const open: { readonly drawn: readonly number[]; readonly under: bigint }[] = [{ drawn: [], under: 1n }];
  for (let branch = open.pop(); branch !== undefined; branch = open.pop()) {
    const { drawn, under } = branch;
    let at = 0;
    let choices = 0;
    const below = (bound: number): number => {
      if (at < drawn.length) return drawn[at++] as number;
      choices = bound;
      throw undecided;
    };
    try {
      if (coin({ below })) low = plus(low, under);
    } catch (error) {
      if (error !== undecided) throw error;
      if (1 / Number(under) < cutoff) left = plus(left, under);
      else for (let i = 0; i < choices; i++) open.push({ drawn: [...drawn, i], under: under * BigInt(choices) });
    }
  }
  return [low, { over: low.over * left.under + left.over * low.under, under: low.under * left.under }];
}

function asNumber({ over, under }: Fraction): number {
  return Number((over * 10n ** 18n) / under) / 1e18;
}

describe('a coin of probability exp(−x)', () => {
  it.each([
    ['1', (u: UniformIntegers) => bernoulliExpOfOne(u), 1],
    ['1/2', (u: UniformIntegers) => bernoulliExpOfHalf(u), 1 / 2],
    ['0/3', (u: UniformIntegers) => bernoulliExpOfFraction(0, 3, u), 0],
    ['1/3', (u: UniformIntegers) => bernoulliExpOfFraction(1, 3, u), 1 / 3],
    ['4/5', (u: UniformIntegers) => bernoulliExpOfFraction(4, 5, u), 4 / 5],
    ['2/2', (u: UniformIntegers) => bernoulliExpOfFraction(2, 2, u), 1],
    ['(2/3)²/2', (u: UniformIntegers) => bernoulliExpOfHalfSquare(2, 3, u), 2 / 9],
    ['(1/4)²/2', (u: UniformIntegers) => bernoulliExpOfHalfSquare(1, 4, u), 1 / 32],
  ])('is exactly that for x = %s, over everything that it can draw', (_, coin, x) => {
    const [low, high] = probabilityOfTrue(coin, 1e-5).map(asNumber);
    expect(low).toBeLessThanOrEqual(Math.exp(-x) + 1e-15);
    expect(high).toBeGreaterThanOrEqual(Math.exp(-x) - 1e-15);
    expect(high - low).toBeLessThan(3e-3);
  });
});

describe(`the discrete Gaussian (seed ${SEED})`, () => {
  it.each([1, 3, 40])('of deviation %d has the probabilities exp(−y²/2s²)', (deviation) => {
    const uniform = new UniformWords(seededWords('chi square', deviation));
    const count = 30_000;
    const counts = new Map<number, number>();
    for (let i = 0; i < count; i++) {
      const y = discreteGaussian(deviation, uniform);
      counts.set(y, (counts.get(y) ?? 0) + 1);
    }
    const weight = (y: number): number => Math.exp(-(y * y) / (2 * deviation ** 2));
    const range = Array.from({ length: 24 * deviation + 1 }, (_, i) => i - 12 * deviation);
    const total = range.reduce((sum, y) => sum + weight(y), 0);
    let statistic = 0;
    let cells = 0;
    let [restCount, restExpected] = [0, 0];
    for (const y of range) {
      const expected = (count * weight(y)) / total;
      const seen = counts.get(y) ?? 0;
      if (expected < 10) {
        restCount += seen;
        restExpected += expected;
        continue;
      }
      statistic += (seen - expected) ** 2 / expected;
      cells++;
    }
    statistic += (restCount - restExpected) ** 2 / restExpected;
    // A chi-square of `cells` degrees of freedom: five of its standard deviations above its mean.
    expect(statistic).toBeLessThan(cells + 5 * Math.sqrt(2 * cells) + 5);
  });

  it.each([100, 4096, 2 ** 28])('of deviation %d has mean 0 and that deviation', (deviation) => {
    const values = new Int32Array(10_000);
    addDiscreteGaussian(values, deviation, new UniformWords(seededWords('moments', deviation)));
    let [sum, squares] = [0, 0];
    for (const value of values) {
      sum += value / deviation;
      squares += (value / deviation) ** 2;
    }
    // Five standard errors.
    expect(Math.abs(sum / values.length)).toBeLessThan(5 / Math.sqrt(values.length));
    expect(Math.abs(squares / values.length - 1)).toBeLessThan(5 * Math.sqrt(2 / values.length));
  });

  it('is added modulo 2³²', () => {
    const values = new Int32Array(64).fill(2 ** 31 - 1);
    addDiscreteGaussian(values, 1000, new UniformWords(seededWords('wrap')));
    expect(values.some((value) => value < 0)).toBe(true);
  });

  it('asks for nothing but uniform whole numbers, and keeps to whole numbers', () => {
    const words = new UniformWords(seededWords('whole'));
    const bounds = new Set<number>();
    const below = (bound: number): number => {
      bounds.add(bound);
      return words.below(bound);
    };
    const drawn = Array.from({ length: 500 }, () => discreteGaussian(12_345, { below }));
    expect(drawn.every((value) => Number.isInteger(value))).toBe(true);
    for (const bound of bounds) expect(Number.isInteger(bound) && bound >= 1 && bound <= 2 ** 31).toBe(true);
  });
});

describe('uniform whole numbers', () => {
  it('are as likely as each other below a bound that is no power of two, and reach its ends', () => {
    const uniform = new UniformWords(seededWords('uniform'));
    const counts = new Array<number>(5).fill(0);
    for (let i = 0; i < 20_000; i++) counts[uniform.below(5)]++;
    // Five standard deviations of a binomial with probability 1/5.
    for (const count of counts) expect(Math.abs(count - 4000)).toBeLessThan(5 * Math.sqrt(3200));
  });

  it('come from the system unless a test says otherwise: two sources differ', () => {
    const draws = (): number[] => {
      const uniform = new UniformWords();
      return Array.from({ length: 8 }, () => uniform.below(2 ** 31));
    };
    expect(draws()).not.toEqual(draws());
  });
});
