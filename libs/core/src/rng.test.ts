import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normal, seededRng, shuffled, uniformInt, type Rng } from './rng.js';

// Every seed here is fixed, so a test of chance cannot fail by chance: its bounds hold for these sequences.

function words(rng: Rng, count: number): number[] {
  return Array.from({ length: count }, () => rng.next() * 2 ** 32);
}

const part = fc.oneof(fc.string(), fc.integer());

describe('seededRng', () => {
  it('gives these numbers for ever: what a run drew must come out again after an update', () => {
    expect(words(seededRng('vector', 7), 4)).toEqual([3765572155, 95269356, 1598257954, 4099673147]);
    expect(words(seededRng(), 4)).toEqual([2420727049, 3315390910, 31621017, 4095259433]);
  });

  it('gives the same sequence for equal parts', () => {
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        expect(words(seededRng(...parts), 8)).toEqual(words(seededRng(...parts), 8));
      }),
    );
  });

  it('gives another sequence for other parts, another split into parts, and a number in place of its digits', () => {
    const sequences = [
      seededRng('a', 'b'),
      seededRng('b', 'a'),
      seededRng('ab'),
      seededRng('a', 'b', ''),
      seededRng('', 'a', 'b'),
      seededRng(1),
      seededRng('1'),
      seededRng(1, 1),
      seededRng(11),
      seededRng(-1),
    ].map((rng) => words(rng, 4).join());
    expect(new Set(sequences).size).toBe(sequences.length);
  });

  it('gives multiples of 2^-32 from 0 up to but not including 1', () => {
    const isWord = (word: number): boolean => Number.isInteger(word) && word >= 0 && word < 2 ** 32;
    expect(words(seededRng('range'), 100_000).every(isWord)).toBe(true);
  });

  it.each([...Array(8).keys()])('is uniform in single numbers and in pairs of neighbours (sequence %i)', (sequence) => {
    const rng = seededRng('uniform', sequence);
    const counts = new Array<number>(256).fill(0);
    const draws = 256 * 500;
    for (let i = 0; i < draws; i++) counts[uniformInt(rng, 16) * 16 + uniformInt(rng, 16)]! += 1;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 500) ** 2 / 500, 0);
    // 255 degrees of freedom: mean 255, standard deviation 22.6; five of them to either side.
    expect(chiSquare).toBeGreaterThan(142);
    expect(chiSquare).toBeLessThan(368);
  });

  it('starts unrelated sequences from neighbouring seeds', () => {
    // The first numbers of seeds 0, 1, 2, … are as uniform as those of one sequence.
    const counts = new Array<number>(64).fill(0);
    for (let seed = 0; seed < 64 * 100; seed++) counts[uniformInt(seededRng('site', seed), 64)]! += 1;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0);
    // 63 degrees of freedom: mean 63, standard deviation 11.2.
    expect(chiSquare).toBeGreaterThan(7);
    expect(chiSquare).toBeLessThan(119);
  });
});

describe('uniformInt', () => {
  it('gives every whole number below the bound about as often, and no other', () => {
    const rng = seededRng('die');
    const counts = new Map<number, number>();
    for (let i = 0; i < 60_000; i++) {
      const value = uniformInt(rng, 6);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    // Binomial: standard deviation 91.
    for (const count of counts.values()) expect(Math.abs(count - 10_000)).toBeLessThan(5 * 91);
  });

  it('gives 0 for bound 1', () => {
    expect(uniformInt(seededRng('one'), 1)).toBe(0);
  });
});

describe('normal', () => {
  it('has the moments of the standard normal distribution', () => {
    const rng = seededRng('moments');
    const count = 200_000;
    const values = Array.from({ length: count }, () => normal(rng));
    const moment = (order: number): number => values.reduce((sum, value) => sum + value ** order, 0) / count;
    // Five standard errors each: sqrt(1, 2, 15, 96) / sqrt(count).
    expect(Math.abs(moment(1))).toBeLessThan(0.0112);
    expect(Math.abs(moment(2) - 1)).toBeLessThan(0.0159);
    expect(Math.abs(moment(3))).toBeLessThan(0.0434);
    expect(Math.abs(moment(4) - 3)).toBeLessThan(0.11);
  });

  it('is finite even where the generator gives 0', () => {
    expect(Number.isFinite(normal({ next: () => 0 }))).toBe(true);
  });
});

describe('shuffled', () => {
  it('keeps every item, leaves its argument as it is, and repeats for an equal generator', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const before = [...items];
        const result = shuffled(seededRng(seed), items);
        expect(items).toEqual(before);
        expect([...result].sort((a, b) => a - b)).toEqual([...items].sort((a, b) => a - b));
        expect(shuffled(seededRng(seed), items)).toEqual(result);
      }),
    );
  });

  it('gives every order about as often', () => {
    const rng = seededRng('orders');
    const counts = new Map<string, number>();
    for (let i = 0; i < 24_000; i++) {
      const order = shuffled(rng, ['a', 'b', 'c', 'd']).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    // Binomial: standard deviation 31.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(5 * 31);
  });
});
