import { expect, it } from '@jest/globals';
import { median } from './median.js';

it.each([
  [[3], 3],
  [[10, 9, 1], 9],
  [[4, 1, 3, 2], 2.5],
  [[], NaN],
])('the median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected);
});

it('leaves the numbers in their order', () => {
  const values = [2, 1];
  median(values);
  expect(values).toEqual([2, 1]);
});
