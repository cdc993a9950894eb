import { describe, expect, it } from '@jest/globals';
import { seededRng } from '@mammofed/core';
import fc from 'fast-check';
import { balancedOrders, balanceText, type ExampleClasses } from './balanced-order.js';

/** So many examples of the classes a, b, … in turn, as long as there are any. */
function classed(counts: readonly number[], strength = 1): ExampleClasses {
  const left = [...counts];
  const classOf: string[] = [];
  while (left.some((count) => count > 0))
    left.forEach((count, c) => {
      if (count === 0) return;
      classOf.push('abcdefgh'.charAt(c));
      left[c] = count - 1;
    });
  return { kind: 'density', classOf, strength };
}

/** How often each example stands in orders. */
function usesOf(orders: readonly (readonly number[])[], exampleCount: number): number[] {
  const uses = new Array<number>(exampleCount).fill(0);
  for (const order of orders) for (const i of order) uses[i]! += 1;
  return uses;
}

/** How many places of an order each class has, by name. */
function placesOf(order: readonly number[], { classOf }: ExampleClasses): Readonly<Record<string, number>> {
  const places: Record<string, number> = {};
  for (const i of order) {
    const name = classOf[i] as string;
    places[name] = (places[name] ?? 0) + 1;
  }
  return places;
}

const counts = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 });
const strengths = fc.constantFrom(0.01, 0.25, 0.5, 0.9, 1);

describe('a balanced order', () => {
  it('gives each class its share of every epoch, but for rounding, and all places to some example', () => {
    fc.assert(
      fc.property(counts, strengths, fc.integer({ min: 1, max: 300 }), fc.nat(), (sizes, strength, places, seed) => {
        const classes = classed(sizes, strength);
        const next = balancedOrders(seededRng(seed), classes, places);
        const parts = sizes.map((size) => size ** (1 - strength));
        const whole = parts.reduce((sum, part) => sum + part, 0);
        for (let epoch = 0; epoch < 3; epoch++) {
          const order = next();
          expect(order).toHaveLength(places);
          const had = placesOf(order, classes);
          parts.forEach((part, c) => {
            const due = (places * part) / whole;
            expect(Math.abs((had['abcdefgh'.charAt(c)] ?? 0) - due)).toBeLessThan(1 + 1e-9);
          });
        }
      }),
    );
  });

  it('takes none of a class more than once more often than another, in one epoch or in several', () => {
    fc.assert(
      fc.property(counts, strengths, fc.integer({ min: 1, max: 300 }), fc.nat(), (sizes, strength, places, seed) => {
        const classes = classed(sizes, strength);
        const next = balancedOrders(seededRng(seed), classes, places);
        const orders = [next()];
        for (let epoch = 1; epoch <= 4; epoch++) {
          const uses = usesOf(orders, classes.classOf.length);
          for (const name of new Set(classes.classOf)) {
            const own = uses.filter((_, i) => classes.classOf[i] === name);
            expect(Math.max(...own) - Math.min(...own)).toBeLessThanOrEqual(1);
          }
          orders.push(next());
        }
      }),
    );
  });

  it('has equal shares at strength 1, the square roots’ at a half, and next to the images’ own at next to nothing', () => {
    const placesAt = (strength: number, places: number) => {
      const classes = classed([100, 25], strength);
      return placesOf(balancedOrders(seededRng('shares'), classes, places)(), classes);
    };
    expect(placesAt(1, 128)).toEqual({ a: 64, b: 64 });
    expect(placesAt(0.5, 120)).toEqual({ a: 80, b: 40 });
    expect(placesAt(1e-9, 125)).toEqual({ a: 100, b: 25 });
  });

  it('rounds shares up as often as they are above a whole number', () => {
    const classes = classed([10, 10, 10]);
    const next = balancedOrders(seededRng('rounding'), classes, 10);
    const epochs = 3000;
    const sums = { a: 0, b: 0, c: 0 };
    for (let epoch = 0; epoch < epochs; epoch++) {
      const had = placesOf(next(), classes);
      for (const name of ['a', 'b', 'c'] as const) sums[name] += had[name] ?? 0;
    }
    // A third of the epochs has 4: standard deviation of the mean 0.47 / √3000, five of them.
    for (const sum of Object.values(sums)) expect(Math.abs(sum / epochs - 10 / 3)).toBeLessThan(0.043);
  });

  it('mixes the classes over the epoch, and anew in the next', () => {
    const classes = classed([30, 30]);
    const next = balancedOrders(seededRng('mixed'), classes, 60);
    const [first, second] = [next(), next()];
    const inFirstHalf = placesOf(first.slice(0, 30), classes);
    // Hypergeometric: mean 15, standard deviation 1.95.
    expect(Math.abs((inFirstHalf['a'] ?? 0) - 15)).toBeLessThan(10);
    expect(second).not.toEqual(first);
  });

  it('is the same for an equal generator, and gives these orders for ever', () => {
    const orders = (seed: string): number[][] => {
      const next = balancedOrders(seededRng(seed), classed([4, 2]), 6);
      return [next(), next()];
    };
    expect(orders('vector')).toEqual(orders('vector'));
    expect(orders('vector')).not.toEqual(orders('other'));
    expect(orders('vector')).toEqual([
      [1, 4, 3, 2, 0, 3],
      [1, 1, 2, 3, 5, 0],
    ]);
  });
});

describe('what a balance makes of a site’s images', () => {
  it('is said in words', () => {
    expect(balanceText(classed([90, 10]), 104)).toBe(
      'balance by density, training images: 90 a, each 0.58 times an epoch; 10 b, each 5.2 times an epoch',
    );
    expect(balanceText(classed([499, 1]), 500)).toMatch(
      /499 a, each 0\.50 times an epoch; 1 b, each 250 times an epoch$/,
    );
    expect(balanceText(classed([5]), 8)).toBe('balance by density: every image is a, so that all are taken alike');
  });
});
