import { seededRng, shuffled } from '@mammofed/core';
import type { RegionSample } from './region.js';

/**
 * The control of an honest result: every mask keeps its place, file and patient, but gets the crop of another
 * patient's sample. A network can then learn only where masses tend to lie, so that a score above this control's shows
 * that it looks at the pixels.
 *
 * Samples are lined up patient by patient in a seeded order and the crops moved on by the largest patient's count:
 * every crop is used once, and no sample keeps a crop of its own patient unless that patient owns more than half of
 * all samples (then as few as possible do).
 * @param samples - one split part: crops never cross from one part to another.
 * @returns new samples in the given order; the arrays are shared with the given ones.
 */
export function permuteImages(samples: readonly RegionSample[], seed: number): RegionSample[] {
  const rng = seededRng('permute-images', seed);
  const byPatient = new Map<string, number[]>();
  samples.forEach(({ patient }, i) => byPatient.set(patient, [...(byPatient.get(patient) ?? []), i]));
  const groups = shuffled(rng, [...byPatient.values()]).map((group) => shuffled(rng, group));
  const line = groups.flat();
  const shift = Math.max(0, ...groups.map((group) => group.length));
  const result = [...samples];
  line.forEach((target, at) => {
    const { image, display } = samples[line[(at + shift) % line.length]];
    result[target] = { ...samples[target], image, display };
  });
  return result;
}
