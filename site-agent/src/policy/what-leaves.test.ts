import { describe, expect, it } from '@jest/globals';
import { isCoarseProgress, type SubsetFigures } from '@mammofed/core';
import { evaluatedImages } from '../evaluation/evaluated.test-support.js';
import { segmentationToShare } from './segmentation-to-share.js';
import { DEFAULT_POLICY, type SitePolicy } from './site-policy.js';
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
  patientCount: 6,
  diceInterval: { low: 0.3, high: 0.7 },
  edge: null,
  central: { n: 8, dice: 0.5 },
  segmentation: evaluatedImages(8),
};

describe('figures that leave the site', () => {
  it('are means alone unless the operator shares extremes', () => {
    const shared = figuresToShare(FIGURES, DEFAULT_POLICY);
    const meanOnly = { mean: 0.5, min: null, max: null };
    const { n, sensitivity, specificity, accuracy, allLesionDice, meanMaskDice, diceInterval, edge, central } = FIGURES;
    const told = {
      n,
      dice: SUMMARY,
      sensitivity,
      specificity,
      accuracy,
      allLesionDice,
      meanMaskDice,
      diceInterval,
      edge,
      central,
    };
    expect(shared).toMatchObject({
      ...told,
      dice: meanOnly,
      sensitivity: meanOnly,
      specificity: meanOnly,
      accuracy: meanOnly,
    });
    expect(figuresToShare(FIGURES, { ...DEFAULT_POLICY, shareExtremes: true })).toMatchObject(told);
  });

  it('have outlines, lesions and slices with the rules of their own, also with privacy: nobody in the test is trained on', () => {
    const segmentation = segmentationToShare(FIGURES.segmentation, DEFAULT_POLICY);
    expect(segmentation.iou).not.toBeNull();
    expect(figuresToShare(FIGURES, DEFAULT_POLICY)).toMatchObject({ segmentation });
    const privacy = { clipNorm: 1, noiseMultiplier: 1, lotSize: 8, delta: 1e-5 };
    expect(figuresToShare(FIGURES, { ...DEFAULT_POLICY, shareExtremes: true }, privacy)).toMatchObject({
      segmentation,
    });
  });

  it('say nothing of the training masks in a run with privacy, nor at a site with a budget whatever the run says', () => {
    const privacy = { clipNorm: 1, noiseMultiplier: 1, lotSize: 8, delta: 1e-5 };
    const withBudget = { ...DEFAULT_POLICY, privacyBudget: { epsilon: 8, delta: 1e-5 } };
    expect(figuresToShare(FIGURES, DEFAULT_POLICY).meanMaskDice).toBe(0.45);
    expect(figuresToShare(FIGURES, DEFAULT_POLICY, privacy).meanMaskDice).toBeNull();
    expect(figuresToShare(FIGURES, withBudget)).toMatchObject({ meanMaskDice: null, allLesionDice: 0.4 });
  });

  it('are all withheld, the count included, below the smallest cell', () => {
    const policy = { ...DEFAULT_POLICY, shareExtremes: true, minCellSize: 9 };
    const numbers = JSON.stringify(figuresToShare(FIGURES, policy)).match(/\d/);
    expect(numbers).toBeNull();
    expect(figuresToShare(FIGURES, { ...policy, minCellSize: 8 }).n).toBe(8);
  });

  it('hold nothing but their own fields', () => {
    const worstFile = 'P1.png';
    const withMore = {
      ...FIGURES,
      files: [worstFile],
      dice: { ...SUMMARY, worstFile },
      diceInterval: { low: 0.3, high: 0.7, worstFile },
      central: { n: 8, dice: 0.5, worstFile },
      segmentation: { ...FIGURES.segmentation, files: [worstFile] },
    };
    const shared = figuresToShare(withMore, { ...DEFAULT_POLICY, shareExtremes: true });
    expect(JSON.stringify(shared)).not.toContain('P1.png');
  });
});

describe('the confidence interval', () => {
  const shared = (figures: Partial<MeasuredFigures>, policy: Partial<SitePolicy> = {}) =>
    figuresToShare({ ...FIGURES, ...figures }, { ...DEFAULT_POLICY, ...policy }).diceInterval;

  it('leaves with enough images and patients, and is withheld below the smallest cell', () => {
    expect(shared({})).toEqual({ low: 0.3, high: 0.7 });
    expect(shared({ n: 4 })).toBeNull();
    expect(shared({ patientCount: 4 })).toBeNull();
    expect(shared({ diceInterval: null })).toBeNull();
  });

  it('is told in hundredths, rounded outward: exact bounds of many seeds would be equations in single patients’ figures', () => {
    expect(shared({ diceInterval: { low: 0.3499, high: 0.7001 } })).toEqual({ low: 0.34, high: 0.71 });
    expect(shared({ diceInterval: { low: 0.004, high: 0.996 } })).toEqual({ low: 0, high: 1 });
    expect(shared({ diceInterval: { low: 0, high: 1 } })).toEqual({ low: 0, high: 1 });
  });

  it('is withheld of so few patients that a bound would be one of them, however small a cell the operator allows', () => {
    expect(shared({ patientCount: 3 }, { minCellSize: 1 })).toBeNull();
    expect(shared({ patientCount: 4 }, { minCellSize: 1 })).not.toBeNull();
  });
});

describe('the figures of lesions at the edge and of the others', () => {
  const shared = (edge: SubsetFigures | null, central: SubsetFigures | null, minCellSize = 5) => {
    const figures = { ...FIGURES, n: (edge?.n ?? 0) + (central?.n ?? 0), edge, central };
    const told = figuresToShare(figures, { ...DEFAULT_POLICY, minCellSize });
    return { edge: told.edge, central: told.central };
  };
  const part = (n: number): SubsetFigures => ({ n, dice: n / 100 });

  it('leave when both parts have enough images', () => {
    expect(shared(part(5), part(6))).toEqual({ edge: part(5), central: part(6) });
  });

  it('are both withheld when one part is small: it could be computed from the other and the set', () => {
    expect(shared(part(4), part(60))).toEqual({ edge: null, central: null });
    expect(shared(part(60), part(4))).toEqual({ edge: null, central: null });
    expect(shared(part(4), part(60), 4)).toEqual({ edge: part(4), central: part(60) });
  });

  it('are null for a part without images; the other one is the set', () => {
    expect(shared(null, part(9))).toEqual({ edge: null, central: part(9) });
    expect(shared(part(9), null)).toEqual({ edge: part(9), central: null });
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
    const privacy = { clipNorm: 1, noiseMultiplier: 1, lotSize: 8, delta: 1e-5 };
    expect(trainingToShare(trained, sharing, privacy)).toEqual(withheld);
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

  it('is marked as a share where it is one, so that nobody takes tenths for steps', () => {
    expect(isCoarseProgress(progressToShare(training, DEFAULT_POLICY))).toBe(true);
    const sharing = { ...DEFAULT_POLICY, shareTrainingStats: true };
    expect(isCoarseProgress(progressToShare({ ...training, step: 7, stepCount: 10 }, sharing))).toBe(false);
    expect(isCoarseProgress(progressToShare({ ...training, phase: 'uploading' }, DEFAULT_POLICY))).toBe(false);
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
