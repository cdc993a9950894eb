import { describe, expect, it } from '@jest/globals';
import { seededRng } from '@mammofed/core';
import fc from 'fast-check';
import { rotate, unrotate, type SignsOfBlock } from './index.js';

/** Whole blocks, blocks that overlap, one block that is smaller than any. */
const LENGTHS = [1, 2, 3, 7, 64, 100, 4096, 65_537];

function signs(seed: number): SignsOfBlock {
  return (block) => seededRng('signs', seed, block);
}

function normal(seed: number, length: number): Float32Array {
  const rng = seededRng('vector', seed, length);
  return Float32Array.from({ length }, () => rng.next() - 0.5);
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}

describe('the rotation', () => {
  it.each(LENGTHS)('of %d coordinates is orthogonal, and undone by its inverse', (length) => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const [a, b] = [normal(seed, length), normal(seed + 1, length)];
        const [turnedA, turnedB] = [a.slice(), b.slice()];
        rotate(turnedA, signs(seed));
        rotate(turnedB, signs(seed));
        const size = Math.sqrt(dot(a, a) * dot(b, b));
        expect(Math.abs(dot(turnedA, turnedB) - dot(a, b))).toBeLessThan(1e-6 * size);
        expect(Math.abs(dot(turnedA, turnedA) / dot(a, a) - 1)).toBeLessThan(1e-6);
        unrotate(turnedA, signs(seed));
        const error = turnedA.map((value, i) => value - a[i]);
        expect(Math.sqrt(dot(error, error))).toBeLessThan(1e-6 * Math.sqrt(dot(a, a)));
      }),
      { numRuns: length > 10_000 ? 1 : 10 },
    );
  });

  it.each([100_000])('spreads one coordinate of %d over its block', (length) => {
    const vector = new Float32Array(length);
    vector[length - 1] = 1;
    rotate(vector, signs(1));
    // A block has 65,536 coordinates: 1/256 each, and more where two blocks overlap.
    const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    expect(largest).toBeLessThan(8 / 256);
    expect(vector.filter((value) => value !== 0).length).toBe(65_536);
  });

  it('is another one with other signs', () => {
    const [a, b] = [normal(1, 64), normal(1, 64)];
    rotate(a, signs(1));
    rotate(b, signs(2));
    expect([...a]).not.toEqual([...b]);
  });
});
