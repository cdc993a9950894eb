import { describe, expect, it } from '@jest/globals';
import { seededRng } from '@mammofed/core';
import fc from 'fast-check';
import { ContributionCheck, quantizeUpdate, ringToBytes } from './index.js';

const P = 5;
const QUANTUM_MAX = 1000;
const QUANTA = { quantumMax: QUANTUM_MAX, weightMax: QUANTUM_MAX };

function problemOf(words: Uint32Array, pieceBytes = 4096): string | null {
  const check = new ContributionCheck({ parameterCount: P, ...QUANTA });
  const bytes = ringToBytes(words);
  for (let at = 0; at < bytes.length; at += pieceBytes) check.addBytes(bytes.subarray(at, at + pieceBytes));
  return check.problem();
}

/** P coordinates, weight, clipped count. */
const words = (...values: number[]): Uint32Array => new Uint32Array(Int32Array.from(values).buffer);

describe('the check of a single contribution', () => {
  it('passes whatever an honest site can send, in any pieces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ noNaN: true, min: -10, max: 10 }), { minLength: P, maxLength: P }),
        fc.double({ min: 1e-6, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 8 }),
        (delta, weight, pieceWords) => {
          const vector = quantizeUpdate({
            delta: [Float32Array.from(delta)],
            clips: [0.5],
            weight,
            ...QUANTA,
            rng: seededRng('check', weight),
          });
          expect(problemOf(vector, 4 * pieceWords)).toBeNull();
        },
      ),
    );
  });

  it.each([
    ['a coordinate beyond its weight', words(0, 0, 502, 0, 0, 500, 0), 'coordinate'],
    ['a negative coordinate beyond its weight', words(0, 0, 0, 0, -502, 500, 0), 'coordinate'],
    ['the largest negative word', words(-(2 ** 31), 0, 0, 0, 0, 1000, 0), 'coordinate'],
    ['no weight', words(0, 0, 0, 0, 0, 0, 0), 'weight'],
    ['a negative weight', words(0, 0, 0, 0, 0, -500, 0), 'weight'],
    ['a weight above 1', words(0, 0, 0, 0, 0, 1001, 0), 'weight'],
    ['more clipped coordinates than there are', words(0, 0, 0, 0, 0, 500, P + 1), 'clipped'],
    ['a missing word', words(0, 0, 0, 0, 0, 500), 'cut off'],
  ])('finds %s', (_what, vector, problem) => expect(problemOf(vector)).toContain(problem));

  it('takes no more words than a contribution has', () => {
    expect(() => problemOf(words(0, 0, 0, 0, 0, 500, 0, 0))).toThrow('7 words');
  });
});
