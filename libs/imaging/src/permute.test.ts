import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RegionSample } from './region.js';
import { permuteImages } from './permute.js';

/** One sample per entry; the crop's only pixel is the sample's number. */
function samplesOf(patients: readonly string[]): RegionSample[] {
  return patients.map((patient, i) => ({
    file: `${i}.png`,
    patient,
    image: Float32Array.of(i),
    display: Uint8Array.of(i),
    mask: Uint8Array.of(1),
    box: { left: 0, top: 0, right: 1, bottom: 1 },
    imageWidth: 1,
    imageHeight: 1,
    touchesEdge: true,
  }));
}

describe('permuteImages', () => {
  it('uses every crop once and gives as few as possible back to their own patient', () => {
    const patients = fc.array(fc.constantFrom('A', 'B', 'C', 'D', 'E'), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(patients, fc.integer(), (names, seed) => {
        const samples = samplesOf(names);
        const permuted = permuteImages(samples, seed);
        expect(permuted.map(({ image }) => image[0]).sort((a, b) => a - b)).toEqual(names.map((_, i) => i));
        const largest = Math.max(...names.map((name) => names.filter((other) => other === name).length));
        const kept = permuted.filter(({ patient, image }) => names[image[0]] === patient).length;
        expect(kept).toBe(Math.max(0, 2 * largest - names.length));
      }),
    );
  });

  it('leaves file, patient and mask in place, moves both forms of the crop, and repeats with the seed', () => {
    const samples = samplesOf(['A', 'A', 'B', 'C']);
    const permuted = permuteImages(samples, 5);
    permuted.forEach((sample, i) => {
      expect([sample.file, sample.patient, sample.mask]).toEqual([
        samples[i].file,
        samples[i].patient,
        samples[i].mask,
      ]);
      expect(sample.display[0]).toBe(sample.image[0]);
    });
    expect(permuteImages(samples, 5)).toEqual(permuted);
    expect(permuteImages([], 5)).toEqual([]);
  });
});
