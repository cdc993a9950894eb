import { describe, expect, it } from '@jest/globals';
import { initialClips, nextClips } from './clipping.js';

describe('clips', () => {
  it('come from the learning rate and the steps in the first round', () => {
    expect(initialClips(2, 0.001, 50)).toEqual([Math.fround(0.05), Math.fround(0.05)]);
  });

  it('follow the last committed change tensor by tensor, and never reach 0', () => {
    expect(nextClips([new Float32Array([0.25, -0.5]), new Float32Array([0, 0])], 0.5, [9, 9])).toEqual([4, 0.5]);
  });

  it('never grow beyond those of the first round, however long a site pushes', () => {
    const first = initialClips(1, 0.001, 50);
    let clips = first;
    for (let round = 0; round < 100; round++) clips = nextClips([Float32Array.from(clips)], 0.001, first);
    expect(clips).toEqual(first);
  });
});
