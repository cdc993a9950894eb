import { describe, expect, it } from '@jest/globals';
import { initialClips, nextClips, STATISTIC_CLIP } from './clipping.js';

const NORMALIZED = ['conv/kernel', 'bn/gamma', 'bn/beta', 'bn/moving_mean', 'bn/moving_variance'];

function initial(names: readonly string[], learningRate: number, steps: number): number[] {
  return initialClips(
    names.map((name) => ({ name, largestWeight: 3 })),
    { learningRate },
    steps,
  );
}

describe('clips', () => {
  it('come from the learning rate and the steps in the first round', () => {
    expect(initial(['a', 'b'], 0.001, 50)).toEqual([Math.fround(0.05), Math.fround(0.05)]);
  });

  it('follow the last committed change tensor by tensor, and never reach 0', () => {
    const change = [new Float32Array([0.25, -0.5]), new Float32Array([0, 0])];
    expect(nextClips(['a', 'b'], change, 0.5, [9, 9])).toEqual([4, 0.5]);
  });

  it('never grow beyond those of the first round, however long a site pushes', () => {
    const first = initial(['a'], 0.001, 50);
    let clips = first;
    for (let round = 0; round < 100; round++) clips = nextClips(['a'], [Float32Array.from(clips)], 0.001, first);
    expect(clips).toEqual(first);
  });

  it('give batch-norm statistics their own range, the same in every round, whatever the optimizer does', () => {
    const weight = Math.fround(1e-5 * 2);
    const first = initial(NORMALIZED, 1e-5, 2);
    expect(first).toEqual([weight, weight, weight, STATISTIC_CLIP, STATISTIC_CLIP]);
    const still = NORMALIZED.map(() => new Float32Array(3));
    const wild = NORMALIZED.map(() => new Float32Array(3).fill(1e6));
    for (const change of [still, wild]) {
      expect(nextClips(NORMALIZED, change, 1e-5, first).slice(3)).toEqual([STATISTIC_CLIP, STATISTIC_CLIP]);
    }
  });
});
