import { describe, expect, it } from '@jest/globals';
import { isBatchStatistic, isBatchVariance } from './batch-statistics.js';

describe('batch-norm statistics', () => {
  it('are known by the ends of their names alone', () => {
    expect(['a/moving_mean', 'a/b/moving_variance'].map(isBatchStatistic)).toEqual([true, true]);
    expect(['a/gamma', 'moving_mean/kernel', 'a/not_moving_mean', 'moving_variance'].map(isBatchStatistic)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(['a/moving_mean', 'a/moving_variance'].map(isBatchVariance)).toEqual([false, true]);
  });
});
