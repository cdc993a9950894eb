import { RING_WIDTHS, seededRng, uniformInt } from '@mammofed/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  AggregationError,
  dequantizeMean,
  exampleWeight,
  meanErrorBound,
  quantaFor,
  quantizeUpdate,
  RingAccumulator,
  ringToBytes,
  type Quanta,
} from './index.js';

interface Cohort {
  readonly deltas: Float32Array[][];
  readonly weights: number[];
  readonly clips: number[];
}

const TENSOR_SIZES = [7, 1, 12];

function cohort(seed: number, siteCount: number): Cohort {
  const rng = seededRng(seed, 'cohort');
  const clips = TENSOR_SIZES.map(() => Math.fround(10 ** (-4 + 4 * rng.next())));
  return {
    clips,
    deltas: Array.from({ length: siteCount }, () =>
      TENSOR_SIZES.map((size, t) => Float32Array.from({ length: size }, () => (2 * rng.next() - 1) * clips[t])),
    ),
    weights: Array.from({ length: siteCount }, () => exampleWeight(1 + uniformInt(rng, 200), 150)),
  };
}

function vectors({ deltas, weights, clips }: Cohort, quanta: Quanta): Uint32Array[] {
  return deltas.map((delta, site) =>
    quantizeUpdate({ delta, clips, weight: weights[site], ...quanta, rng: seededRng('rounding', site) }),
  );
}

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof AggregationError) return error.code;
    throw error;
  }
  return 'nothing refused';
}

describe('federated averaging in the ring', () => {
  it('equals the plain weighted mean within the bound, in a ring of any width', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 64 }),
        fc.constantFrom(...RING_WIDTHS),
        (seed, siteCount, ringBits) => {
          const sites = cohort(seed, siteCount);
          const quanta = quantaFor(siteCount, ringBits);
          const accumulator = new RingAccumulator(22, ringBits);
          for (const vector of vectors(sites, quanta)) accumulator.addBytes(ringToBytes(vector, ringBits));
          const average = dequantizeMean({
            sum: accumulator.sum,
            tensorSizes: TENSOR_SIZES,
            clips: sites.clips,
            ...quanta,
            siteCount,
          });
          const totalWeight = sites.weights.reduce((a, b) => a + b, 0);
          expect(average.totalWeight).toBeCloseTo(totalWeight, 5);
          expect(average.clippedCount).toBe(0);
          const bound = meanErrorBound({ siteCount, totalWeight, ...quanta });
          average.mean.forEach((tensor, t) =>
            tensor.forEach((value, i) => {
              const plain =
                sites.deltas.reduce((sum, delta, s) => sum + sites.weights[s] * delta[t][i], 0) / totalWeight;
              expect(Math.abs(value - plain)).toBeLessThanOrEqual((bound + 2 ** -24) * sites.clips[t]);
            }),
          );
        },
      ),
      { numRuns: 50 },
    );
  });

  it('gives the same sum in any order, whole or in chunks', () => {
    const all = vectors(cohort(3, 5), quantaFor(5, 32));
    const forward = new RingAccumulator(22);
    all.forEach((vector) => forward.add(vector));
    const backward = new RingAccumulator(22);
    for (const vector of [...all].reverse()) {
      const bytes = ringToBytes(vector);
      for (let at = 0; at < bytes.length; at += 12) backward.addBytes(bytes.subarray(at, at + 12));
    }
    expect(backward.sum).toEqual(forward.sum);
    expect(backward.contributionCount).toBe(5);
  });

  it.each(RING_WIDTHS)('of %d bits never wraps when every site pushes every coordinate to its clip', (ringBits) => {
    const siteCount = 64;
    const quanta = quantaFor(siteCount, ringBits);
    const accumulator = new RingAccumulator(4, ringBits);
    for (let site = 0; site < siteCount; site++) {
      const vector = quantizeUpdate({
        delta: [new Float32Array([5, -5])],
        clips: [0.1],
        weight: 1,
        ...quanta,
        rng: { next: () => 0.999999 },
      });
      accumulator.addBytes(ringToBytes(vector, ringBits));
    }
    const { mean, clippedCount } = dequantizeMean({
      sum: accumulator.sum,
      tensorSizes: [2],
      clips: [0.1],
      ...quanta,
      siteCount,
    });
    expect(mean[0][0]).toBeCloseTo(0.1, 5);
    expect(mean[0][1]).toBeCloseTo(-0.1, 5);
    expect(clippedCount).toBe(128);
  });

  it('leaves room for the noise, or says that the ring is too small', () => {
    for (const [sites, ringBits, noise] of [
      [3, 16, 0],
      [64, 24, 1000.5],
      [64, 16, 4000],
      [10, 32, 2 ** 20],
    ] as const) {
      const { quantumMax, weightMax } = quantaFor(sites, ringBits, noise);
      expect(weightMax).toBe(quantaFor(sites, 32).quantumMax);
      expect(sites * quantumMax + 8 * noise).toBeLessThan(2 ** (ringBits - 1));
      expect(sites * (quantumMax + 1) + 8 * noise).toBeGreaterThanOrEqual(2 ** (ringBits - 1));
    }
    expect(refusal(() => quantaFor(64, 16, 4090))).toBe('ring-too-small');
    expect(refusal(() => quantaFor(3, 32, -1))).toBe('bad-argument');
  });

  it('packs coordinates in the width of the ring and the last two words in 32 bits', () => {
    const vector = new Uint32Array(Int32Array.of(-2, 0x123456, 0x7654321, 0x89abcde).buffer);
    expect([...ringToBytes(vector, 16)]).toEqual([0xfe, 0xff, 0x56, 0x34, 0x21, 0x43, 0x65, 7, 0xde, 0xbc, 0x9a, 8]);
    expect([...ringToBytes(vector, 24).subarray(0, 6)]).toEqual([0xfe, 0xff, 0xff, 0x56, 0x34, 0x12]);
    const accumulator = new RingAccumulator(4, 24);
    for (const piece of [ringToBytes(vector, 24).subarray(0, 3), ringToBytes(vector, 24).subarray(3)]) {
      accumulator.addBytes(piece);
    }
    expect(accumulator.sum).toEqual(vector);
    expect(refusal(() => accumulator.addBytes(new Uint8Array(4)))).toBe('length-mismatch');
  });

  it('rounds without bias', () => {
    const rng = seededRng('bias');
    let sum = 0;
    for (let i = 0; i < 4000; i++) {
      sum += quantizeUpdate({
        delta: [new Float32Array([0.3])],
        clips: [1],
        weight: 1,
        quantumMax: 1,
        weightMax: 1,
        rng,
      })[0];
    }
    // 4000 draws of a coin of probability 0.3: five standard deviations are 145.
    expect(Math.abs(sum - 1200)).toBeLessThan(145);
  });

  it('refuses an update that is not finite, of the wrong length or with a wrong weight', () => {
    const rng = seededRng(1);
    const base = { delta: [new Float32Array([1])], clips: [1], weight: 1, quantumMax: 10, weightMax: 10, rng };
    expect(refusal(() => quantizeUpdate({ ...base, delta: [new Float32Array([NaN])] }))).toBe('non-finite');
    expect(refusal(() => quantizeUpdate({ ...base, delta: [new Float32Array([Infinity])] }))).toBe('non-finite');
    expect(refusal(() => quantizeUpdate({ ...base, clips: [1, 1] }))).toBe('length-mismatch');
    expect(refusal(() => quantizeUpdate({ ...base, clips: [0] }))).toBe('bad-argument');
    expect(refusal(() => quantizeUpdate({ ...base, weight: 0 }))).toBe('bad-argument');
    expect(refusal(() => quantizeUpdate({ ...base, weight: 1.1 }))).toBe('bad-argument');
    expect(refusal(() => new RingAccumulator(3).add(new Uint32Array(4)))).toBe('length-mismatch');
    expect(refusal(() => new RingAccumulator(3).addBytes(new Uint8Array(16)))).toBe('length-mismatch');
    expect(
      refusal(() => {
        const half = new RingAccumulator(3);
        half.addBytes(new Uint8Array(4));
        return half.sum;
      }),
    ).toBe('length-mismatch');
  });

  it('keeps the base model when the sum cannot come from honest sites', () => {
    const honest = { tensorSizes: [1], clips: [1], quantumMax: 100, weightMax: 100, siteCount: 2 };
    const sum = (...words: number[]): Uint32Array => new Uint32Array(Int32Array.from(words).buffer);
    expect(refusal(() => dequantizeMean({ ...honest, sum: sum(0, 0, 0) }))).toBe('weight-out-of-range');
    expect(refusal(() => dequantizeMean({ ...honest, sum: sum(0, -5, 0) }))).toBe('weight-out-of-range');
    expect(refusal(() => dequantizeMean({ ...honest, sum: sum(0, 201, 0) }))).toBe('weight-out-of-range');
    expect(refusal(() => dequantizeMean({ ...honest, sum: sum(150, 100, 0) }))).toBe('mean-exceeds-clip');
    expect(refusal(() => dequantizeMean({ ...honest, sum: sum(1, 100) }))).toBe('length-mismatch');
  });
});
