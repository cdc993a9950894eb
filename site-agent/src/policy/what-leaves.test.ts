import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY } from '../config.js';
import { figuresToShare, progressToShare, trainingToShare, type MeasuredFigures } from './what-leaves.js';

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

describe('what leaves of a training', () => {
  const ENGINE = { name: 'compiled', device: 'cpu', steps: 60 };
  const trained = { exampleCount: 20, meanLoss: 0.3, engine: ENGINE };
  const sharing = { ...DEFAULT_POLICY, shareTrainingStats: true };
  const withheld = {
    statistics: { exampleCount: null, meanLoss: null },
    engine: { name: 'compiled', device: 'cpu', steps: null },
  };

  it('is no count, loss or number of steps unless the operator shares them', () => {
    expect(trainingToShare(trained, DEFAULT_POLICY)).toEqual(withheld);
    expect(trainingToShare(trained, sharing)).toEqual({
      statistics: { exampleCount: 20, meanLoss: 0.3 },
      engine: ENGINE,
    });
  });

  it('is none of them below the smallest cell', () => {
    expect(trainingToShare({ ...trained, exampleCount: 4 }, sharing)).toEqual(withheld);
  });
});

describe('progress that leaves the site', () => {
  const training = { phase: 'training', step: 137, stepCount: 276, loss: 0.5 } as const;

  it('tells neither steps nor loss of a training unless the operator shares them: tenths alone', () => {
    expect(progressToShare(training, { ...DEFAULT_POLICY, shareTrainingStats: true })).toEqual(training);
    expect(progressToShare(training, DEFAULT_POLICY)).toEqual({
      phase: 'training',
      step: 4,
      stepCount: 10,
      loss: null,
    });
  });

  it('tells nothing of the size of a test set', () => {
    expect(progressToShare({ phase: 'evaluating', step: 8, stepCount: 17, loss: null }, DEFAULT_POLICY)).toEqual({
      phase: 'evaluating',
      step: 0,
      stepCount: 0,
      loss: null,
    });
  });

  it('tells the chunks of a transfer, which are the model’s', () => {
    const uploading = { phase: 'uploading', step: 3, stepCount: 9, loss: null } as const;
    expect(progressToShare(uploading, DEFAULT_POLICY)).toEqual(uploading);
  });
});
