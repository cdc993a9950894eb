import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY } from '../config.js';
import { figuresToShare, lossToShare, statisticsToShare, type MeasuredFigures } from './what-leaves.js';

const SUMMARY = { mean: 0.5, min: 0.1, max: 0.9 };
const FIGURES: MeasuredFigures = {
  n: 8,
  dice: SUMMARY,
  sensitivity: SUMMARY,
  specificity: SUMMARY,
  accuracy: SUMMARY,
  allLesionDice: 0.4,
  meanMaskDice: 0.45,
};

describe('figures that leave the site', () => {
  it('are means alone unless the operator shares extremes', () => {
    const shared = figuresToShare(FIGURES, DEFAULT_POLICY);
    const meanOnly = { mean: 0.5, min: null, max: null };
    expect(shared).toEqual({
      ...FIGURES,
      dice: meanOnly,
      sensitivity: meanOnly,
      specificity: meanOnly,
      accuracy: meanOnly,
    });
    expect(figuresToShare(FIGURES, { ...DEFAULT_POLICY, shareExtremes: true })).toEqual(FIGURES);
  });

  it('are all withheld, the count included, below the smallest cell', () => {
    const policy = { ...DEFAULT_POLICY, shareExtremes: true, minCellSize: 9 };
    const numbers = JSON.stringify(figuresToShare(FIGURES, policy)).match(/\d/);
    expect(numbers).toBeNull();
    expect(figuresToShare(FIGURES, { ...policy, minCellSize: 8 }).n).toBe(8);
  });

  it('hold nothing but their own fields', () => {
    const withMore = { ...FIGURES, files: ['P1.png'], dice: { ...SUMMARY, worstFile: 'P1.png' } };
    const shared = figuresToShare(withMore, { ...DEFAULT_POLICY, shareExtremes: true });
    expect(JSON.stringify(shared)).not.toContain('P1.png');
  });
});

describe('training statistics that leave the site', () => {
  const statistics = { exampleCount: 20, meanLoss: 0.3 };
  const sharing = { ...DEFAULT_POLICY, shareTrainingStats: true };

  it('are withheld unless the operator shares them', () => {
    expect(statisticsToShare(statistics, DEFAULT_POLICY)).toEqual({ exampleCount: null, meanLoss: null });
    expect(lossToShare(0.3, DEFAULT_POLICY)).toBeNull();
    expect(statisticsToShare(statistics, sharing)).toEqual(statistics);
    expect(lossToShare(0.3, sharing)).toBe(0.3);
  });

  it('are withheld below the smallest cell', () => {
    expect(statisticsToShare({ exampleCount: 4, meanLoss: 0.3 }, sharing)).toEqual({
      exampleCount: null,
      meanLoss: null,
    });
  });
});
