import { describe, expect, it } from '@jest/globals';
import { AUGMENTATIONS, lotsOf } from '@mammofed/core';
import { batchArrays } from './batches.js';
import { lotCapacity, patientCountOf, privateLots, type Lot, type PatientExample } from './private-lots.js';
import { fillNormal, secretRng } from './secret-random.js';

const SIZE = 8;

/** Patient i has i % 3 + 1 images, each all of one value that names it. */
function examplesOf(patientCount: number): PatientExample[] {
  return Array.from({ length: patientCount }, (_, p) =>
    Array.from({ length: (p % 3) + 1 }, (_unused, i) => ({
      patient: `p${p}`,
      image: new Float32Array(SIZE * SIZE).fill(p + i / 4),
      mask: new Uint8Array(SIZE * SIZE).fill(1),
    })),
  ).flat();
}

function drawnLots(patientCount: number, lotSize: number, lotCount: number): Iterable<Lot> {
  const capacity = lotCapacity(lotSize, 4);
  const lot = { ...batchArrays(capacity, SIZE), examples: { weights: new Float32Array(capacity) } };
  return privateLots(
    {
      examples: examplesOf(patientCount),
      lotSize,
      capacity,
      lotCount,
      size: SIZE,
      augmentation: AUGMENTATIONS.none,
      rng: secretRng(),
    },
    () => lot,
  );
}

describe('lots of patients', () => {
  it('take each patient by a coin of its own, at most once, and one of its images at random', () => {
    const [patientCount, lotSize, lotCount] = [30, 6, 2000];
    const taken = new Map<number, number>();
    let total = 0;
    let totalSquared = 0;
    for (const { images, examples } of drawnLots(patientCount, lotSize, lotCount)) {
      const values = [...examples.weights].flatMap((weight, i) =>
        weight === 1 ? [images[i * SIZE * SIZE] as number] : [],
      );
      const patients = values.map((value) => Math.floor(value));
      expect(new Set(patients).size).toBe(patients.length);
      for (const value of values) taken.set(value, (taken.get(value) ?? 0) + 1);
      total += values.length;
      totalSquared += values.length ** 2;
    }
    const { samplingRate: rate } = lotsOf(lotSize, patientCount);
    expect(rate).toBe(0.2);
    const within = (count: number, trials: number, probability: number): void =>
      expect(Math.abs(count - trials * probability)).toBeLessThan(
        6 * Math.sqrt(trials * probability * (1 - probability)),
      );
    within(total, patientCount * lotCount, rate);
    for (let p = 0; p < patientCount; p++) {
      const imageCount = (p % 3) + 1;
      for (let i = 0; i < imageCount; i++) within(taken.get(p + i / 4) ?? 0, lotCount, rate / imageCount);
    }
    // Their sizes vary as those of coins do: n q (1 − q) = 4.8; a batch of fixed size would not.
    const mean = total / lotCount;
    expect(totalSquared / lotCount - mean ** 2).toBeGreaterThan(3.5);
    expect(totalSquared / lotCount - mean ** 2).toBeLessThan(6.5);
  });

  it('take everybody where there are fewer patients than a lot has', () => {
    expect(lotsOf(8, 5)).toEqual({ samplingRate: 1, perEpoch: 1 });
    for (const { examples } of drawnLots(5, 8, 3)) expect(examples.weights.reduce((a, b) => a + b, 0)).toBe(5);
    expect(patientCountOf(examplesOf(5))).toBe(5);
  });

  it('have room in whole batches for more than any lot will have', () => {
    for (const lotSize of [1, 2, 16, 100, 4096]) {
      const capacity = lotCapacity(lotSize, 8);
      expect(capacity % 8).toBe(0);
      const more = capacity - lotSize;
      // Bernstein's inequality for a sum of coins of mean L.
      expect(Math.exp(-(more ** 2) / 2 / (lotSize + more / 3))).toBeLessThan(1e-16);
    }
  });
});

describe('numbers from the system', () => {
  it('are normal with the deviation that was asked for, never the same twice', () => {
    const rng = secretRng();
    const values = new Float32Array(200_001);
    fillNormal(values, 3, rng);
    const moment = (power: number): number => values.reduce((sum, x) => sum + (x / 3) ** power, 0) / values.length;
    // Six deviations of each moment's mean.
    const limit = (variance: number): number => 6 * Math.sqrt(variance / values.length);
    expect(Math.abs(moment(1))).toBeLessThan(limit(1));
    expect(Math.abs(moment(2) - 1)).toBeLessThan(limit(2));
    expect(Math.abs(moment(3))).toBeLessThan(limit(15));
    expect(Math.abs(moment(4) - 3)).toBeLessThan(limit(96));
    const again = new Float32Array(16);
    fillNormal(again, 3, secretRng());
    expect([...again]).not.toEqual([...values.subarray(0, 16)]);
    const neighbours = values.reduce((sum, x, i) => sum + (x / 3) * ((values[i + 1] ?? 0) / 3), 0) / values.length;
    expect(Math.abs(neighbours)).toBeLessThan(limit(1));
  });

  it('are uniform to 53 bits', () => {
    const rng = secretRng();
    const values = Array.from({ length: 20_000 }, () => rng.next());
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    // Some have bits that 32 do not reach.
    expect(values.some((value) => !Number.isInteger(value * 2 ** 32))).toBe(true);
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(6 / Math.sqrt(12 * values.length));
  });
});
