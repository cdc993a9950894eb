import { describe, expect, it } from '@jest/globals';
import { mirroredPlaces } from './mirroring.js';

describe('mirrored places', () => {
  it('leave the middle as it is and mirror at the first and last place, which are not repeated', () => {
    expect(mirroredPlaces(4, 8)).toEqual([2, 1, 0, 1, 2, 3, 2, 1]);
    expect(mirroredPlaces(4, 4)).toEqual([0, 1, 2, 3]);
  });

  it('mirror again where the border is wider than the image', () => {
    expect(mirroredPlaces(3, 13)).toEqual([1, 0, 1, 2, 1, 0, 1, 2, 1, 0, 1, 2, 1]);
  });

  it('step by one and stay inside the image, for every even size', () => {
    for (let size = 16; size <= 64; size += 2) {
      const places = mirroredPlaces(size, 16 * Math.ceil((size + 124) / 16) + 60);
      places.forEach((place, i) => {
        expect(place >= 0 && place < size).toBe(true);
        if (i > 0) expect(Math.abs(place - (places[i - 1] as number))).toBe(1);
      });
    }
  });
});
