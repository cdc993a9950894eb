import { seededRng, uniformInt } from '@mammofed/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  AggregationError,
  dequantizeMean,
  exampleWeight,
  quantizeUpdate,
  quantumMaxFor,
  RingAccumulator,
  ringToBytes,
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

function vectors({ deltas, weights, clips }: Cohort, quantumMax: number): Uint32Array[] {
  return deltas.map((delta, site) =>
    quantizeUpdate({ delta, clips, weight: weights[site], quantumMax, rng: seededRng('rounding', site) }),
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
  it('equals the plain weighted mean within one quantum for each site', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 64 }), (seed, siteCount) => {
        const sites = cohort(seed, siteCount);
        const quantumMax = quantumMaxFor(64, 32);
        const accumulator = new RingAccumulator(22);
        for (const vector of vectors(sites, quantumMax)) accumulator.add(vector);
        const average = dequantizeMean({
          sum: accumulator.sum,
          tensorSizes: TENSOR_SIZES,
          clips: sites.clips,
          quantumMax,
          siteCount,
        });
        const totalWeight = sites.weights.reduce((a, b) => a + b, 0);
        expect(average.totalWeight).toBeCloseTo(totalWeight, 5);
        expect(average.clippedCount).toBe(0);
        average.mean.forEach((tensor, t) =>
          tensor.forEach((value, i) => {
            const plain = sites.deltas.reduce((sum, delta, s) => sum + sites.weights[s] * delta[t][i], 0) / totalWeight;
            const quantum = (sites.clips[t] / quantumMax) * (siteCount / totalWeight);
            expect(Math.abs(value - plain)).toBeLessThanOrEqual(2 * quantum + 1e-6 * sites.clips[t]);
          }),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('gives the same sum in any order, whole or in chunks', () => {
    const all = vectors(cohort(3, 5), quantumMaxFor(5, 32));
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

  it('never wraps when every site pushes every coordinate to its clip', () => {
    const siteCount = 64;
    const quantumMax = quantumMaxFor(siteCount, 32);
    const accumulator = new RingAccumulator(3);
    for (let site = 0; site < siteCount; site++) {
      accumulator.add(
        quantizeUpdate({
          delta: [new Float32Array([5])],
          clips: [0.1],
          weight: 1,
          quantumMax,
          rng: { next: () => 0.999999 },
        }),
      );
    }
    const { mean, clippedCount } = dequantizeMean({
      sum: accumulator.sum,
      tensorSizes: [1],
      clips: [0.1],
      quantumMax,
      siteCount,
    });
    expect(mean[0][0]).toBeCloseTo(0.1, 6);
    expect(clippedCount).toBe(siteCount);
  });

  it('rounds without bias', () => {
    const rng = seededRng('bias');
    let sum = 0;
    for (let i = 0; i < 4000; i++) {
      sum += quantizeUpdate({ delta: [new Float32Array([0.3])], clips: [1], weight: 1, quantumMax: 1, rng })[0];
    }
    // 4000 draws of a coin of probability 0.3: five standard deviations are 145.
    expect(Math.abs(sum - 1200)).toBeLessThan(145);
  });

  it('refuses an update that is not finite, of the wrong length or with a wrong weight', () => {
    const rng = seededRng(1);
    const base = { delta: [new Float32Array([1])], clips: [1], weight: 1, quantumMax: 10, rng };
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
    const honest = { tensorSizes: [1], clips: [1], quantumMax: 100, siteCount: 2 };
    const sum = (...words: number[]): Uint32Array => new Uint32Array(Int32Array.from(words).buffer);
    expect(refusal(() => dequantizeMean({ ...honest, sum: sum(0, 0, 0) }))).toBe('weight-out-of-range');
    expect(refusal(() => dequantizeMean({ ...honest, sum: sum(0, -5, 0) }))).toBe('weight-out-of-range');
    expect(refusal(() => dequantizeMean({ ...honest, sum: sum(0, 201, 0) }))).toBe('weight-out-of-range');
    expect(refusal(() => dequantizeMean({ ...honest, sum: sum(150, 100, 0) }))).toBe('mean-exceeds-clip');
    expect(refusal(() => dequantizeMean({ ...honest, sum: sum(1, 100) }))).toBe('length-mismatch');
  });
});
