import { describe, expect, it } from '@jest/globals';
import { RING_WIDTHS, seededRng, type Rng } from '@mammofed/core';
import fc from 'fast-check';
import {
  dequantizeRotatedMean,
  quantizeWithinNorm,
  RingAccumulator,
  ringToBytes,
  type NormQuanta,
  type SignsOfBlock,
} from './index.js';

const signsOf: SignsOfBlock = (block) => seededRng('signs', block);
const SIZES = [60, 1, 39];
const P = 100;

function quanta(normInQuanta: number, changes: Partial<NormQuanta> = {}): NormQuanta {
  return {
    clipNorm: 0.5,
    normInQuanta,
    // Kairouz, Liu, Steinke, theorem 1, with √(2 ln(1/β)) = 4.
    squaredNormMax: Math.floor(normInQuanta ** 2 + P / 4 + 4 * (normInQuanta + Math.sqrt(P) / 2)),
    quantumMax: Math.ceil(normInQuanta),
    weightMax: 1000,
    ...changes,
  };
}

function updateOf(rng: Rng, size: number): Float32Array[] {
  return SIZES.map((length) => Float32Array.from({ length }, () => (rng.next() - 0.5) * size));
}

function normOf(values: Iterable<number>): number {
  return Math.sqrt([...values].reduce((sum, value) => sum + value ** 2, 0));
}

function refusal(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return undefined;
}

describe('an update that is quantized within a norm', () => {
  it('never has a larger one, whatever the update, the scale and the draws are', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        fc.double({ min: -8, max: 8, noNaN: true }),
        (seed, s, e) => {
          const rng = seededRng('within', seed);
          const bounds = quanta(s);
          const words = quantizeWithinNorm({ ...bounds, delta: updateOf(rng, 10 ** e), signsOf, rng });
          const coordinates = [...new Int32Array(words.buffer, 0, P)];
          expect(coordinates.reduce((sum, value) => sum + value * value, 0)).toBeLessThanOrEqual(bounds.squaredNormMax);
          expect(Math.max(...coordinates.map(Math.abs))).toBeLessThanOrEqual(bounds.quantumMax);
          expect([words.length, words[P], words[P + 1]]).toEqual([P + 2, 1000, 0]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is rounded again, by new draws, until it is', () => {
    // In the first try every coordinate that is no whole number is rounded up, which makes the norm too large.
    const random = seededRng('again');
    let draws = 0;
    const rng = { next: () => (draws++ < P ? 1 - 2 ** -32 : random.next()) };
    const delta = [new Float32Array(P).fill(1)];
    const bounds = quanta(4, { squaredNormMax: 42 });
    const words = quantizeWithinNorm({ ...bounds, delta, signsOf, rng });
    expect(draws).toBeGreaterThan(P);
    expect(normOf(new Int32Array(words.buffer, 0, P)) ** 2).toBeLessThanOrEqual(bounds.squaredNormMax);
  });

  it('keeps its direction when it is clipped, and itself when it is small', () => {
    const rng = seededRng('direction');
    for (const size of [100, 0.001]) {
      const delta = updateOf(rng, size);
      const before = normOf(delta.flatMap((tensor) => [...tensor]));
      const words = quantizeWithinNorm({ ...quanta(1e6), delta, signsOf, rng });
      const { mean } = dequantizeRotatedMean({
        ...quanta(1e6),
        sum: words,
        tensorSizes: SIZES,
        siteCount: 1,
        deviation: 0,
        signsOf,
      });
      const factor = Math.min(1, 0.5 / before);
      mean.forEach((tensor, t) =>
        tensor.forEach((value, i) => expect(Math.abs(value - delta[t][i] * factor)).toBeLessThan(1e-5)),
      );
    }
  });

  it('is refused if it is not finite', () => {
    const delta = [Float32Array.of(1, NaN)];
    expect(refusal(() => quantizeWithinNorm({ ...quanta(10), delta, signsOf, rng: seededRng(1) }))).toBe('non-finite');
  });
});

describe('the mean of a noisy sum', () => {
  it.each(RING_WIDTHS)(
    'is that of the clipped updates but for noise and rounding, in a ring of %d bits',
    (ringBits) => {
      fc.assert(
        fc.property(fc.nat(), fc.integer({ min: 1, max: 20 }), (seed, siteCount) => {
          const rng = seededRng('mean', seed);
          const bounds = quanta(1000);
          const deviation = 50;
          const accumulator = new RingAccumulator(P + 2, ringBits);
          const plain = new Float64Array(P);
          for (let site = 0; site < siteCount; site++) {
            const delta = updateOf(rng, 2 * rng.next());
            const flat = delta.flatMap((tensor) => [...tensor]);
            const factor = Math.min(1, bounds.clipNorm / normOf(flat)) / siteCount;
            flat.forEach((value, i) => (plain[i] += value * factor));
            const words = quantizeWithinNorm({ ...bounds, delta, signsOf, rng });
            // Noise of that deviation, if not of that shape: uniform.
            for (let i = 0; i < P; i++) words[i] += Math.round((rng.next() - 0.5) * Math.sqrt(12) * deviation);
            accumulator.addBytes(ringToBytes(words, ringBits));
          }
          const { mean, totalWeight, clippedCount } = dequantizeRotatedMean({
            ...bounds,
            sum: accumulator.sum,
            tensorSizes: SIZES,
            siteCount,
            deviation,
            signsOf,
          });
          expect([totalWeight, clippedCount]).toEqual([siteCount, 0]);
          const error = normOf(mean.flatMap((tensor) => [...tensor]).map((value, i) => value - plain[i]));
          const unit = bounds.clipNorm / bounds.normInQuanta / siteCount;
          expect(error).toBeLessThan(unit * (Math.sqrt(siteCount) * (deviation + 1) * (Math.sqrt(P) + 8)));
          expect(error).toBeGreaterThan(unit * Math.sqrt(siteCount) * deviation * (Math.sqrt(P) - 8));
        }),
      );
    },
  );

  it('is refused where the sum cannot come from honest sites', () => {
    const honest = { ...quanta(100), tensorSizes: [2], siteCount: 2, deviation: 3, signsOf };
    const sum = (...words: number[]): Uint32Array => new Uint32Array(Int32Array.from(words).buffer);
    const code = (...words: number[]): unknown =>
      refusal(() => dequantizeRotatedMean({ ...honest, sum: sum(...words) }));
    expect(code(1, 1, 2000, 0)).toBeUndefined();
    expect(code(1, 1, 1999, 0)).toBe('weight-out-of-range');
    expect(code(1, 1, 2001, 0)).toBe('weight-out-of-range');
    expect(code(400, 0, 2000, 0)).toBe('mean-exceeds-clip');
    expect(code(1, 2000, 0)).toBe('length-mismatch');
  });
});
