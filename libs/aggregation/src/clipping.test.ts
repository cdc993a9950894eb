import { describe, expect, it } from '@jest/globals';
import { initialClips, nextClips } from './clipping.js';

describe('clips', () => {
  it('come from the learning rate and the steps in the first round', () => {
    expect(initialClips(2, 0.001, 50)).toEqual([Math.fround(0.05), Math.fround(0.05)]);
  });

  it('follow the last committed change tensor by tensor, and never reach 0', () => {
    expect(nextClips([new Float32Array([0.25, -0.5]), new Float32Array([0, 0])], 0.5)).toEqual([4, 0.5]);
  });
});
