import { describe, expect, it } from '@jest/globals';
import { intervalText, signed } from './comparison-text.js';

describe('a difference as text', () => {
  it('has its sign, and none that rounding made meaningless', () => {
    expect([0.0124, -0.0036, 0.0001, -0.0004, 0].map(signed)).toEqual([
      '+0.012',
      '−0.004',
      '+0.000',
      '+0.000',
      '+0.000',
    ]);
  });
});

describe('an interval as text', () => {
  it('is a dash where nothing can be said', () => {
    expect([intervalText({ low: 0.1, high: 0.25 }), intervalText(null)]).toEqual(['0.100–0.250', '–']);
  });
});
