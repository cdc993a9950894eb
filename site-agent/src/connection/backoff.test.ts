import { describe, expect, it } from '@jest/globals';
import { Backoff } from './backoff.js';

const delays = (random: number, count: number): number[] => {
  const backoff = new Backoff({ firstMs: 1000, longestMs: 8000, random: () => random });
  return Array.from({ length: count }, () => backoff.nextDelayMs());
};

describe('waiting before the next try', () => {
  it('doubles up to its limit, and at least half of it is always waited', () => {
    expect(delays(1, 6)).toEqual([1000, 2000, 4000, 8000, 8000, 8000]);
    expect(delays(0, 6)).toEqual([500, 1000, 2000, 4000, 4000, 4000]);
  });

  it('begins anew after a success', () => {
    const backoff = new Backoff({ firstMs: 1000, longestMs: 8000, random: () => 1 });
    backoff.nextDelayMs();
    backoff.nextDelayMs();
    backoff.reset();
    expect(backoff.nextDelayMs()).toBe(1000);
  });
});
