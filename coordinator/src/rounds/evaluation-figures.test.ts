import { describe, expect, it } from '@jest/globals';
import type { EvaluationFigures } from '@mammofed/core';
import { figuresOf, figuresProblem } from './evaluation-figures.js';

const SUMMARY = { mean: 0.5, min: 0, max: 1 };
const WITHHELD = { mean: null, min: null, max: null };
const FIGURES: EvaluationFigures = {
  n: 8,
  dice: SUMMARY,
  sensitivity: SUMMARY,
  specificity: SUMMARY,
  accuracy: SUMMARY,
  allLesionDice: 0.4,
  meanMaskDice: null,
  diceInterval: { low: 0.4, high: 0.6 },
  edge: { n: 3, dice: 0.3 },
  central: { n: 5, dice: 0.6 },
  segmentation: null,
};
const OUTLINES = { iou: 0.5, surface: null, lesions: null, size: null, density: null, pathology: null };
const NONE_OF_THEM = { diceInterval: null, edge: null, central: null };
const NOTHING_ELSE = {
  ...NONE_OF_THEM,
  ...{ dice: WITHHELD, sensitivity: WITHHELD, specificity: WITHHELD, accuracy: WITHHELD },
  ...{ n: null, allLesionDice: null },
};

describe('figures of a site', () => {
  it('are sound as fractions over a set of at least one image, or withheld', () => {
    expect(figuresProblem(FIGURES)).toBeNull();
    expect(figuresProblem({ ...FIGURES, ...NOTHING_ELSE })).toBeNull();
    expect(figuresProblem({ ...FIGURES, edge: null })).toBeNull();
  });

  it.each([
    ['a Dice above 1', { dice: { ...SUMMARY, max: 1.01 } }, /^dice\.max/],
    ['a negative accuracy', { accuracy: { ...SUMMARY, min: -1 } }, /^accuracy\.min/],
    ['what is not a number', { meanMaskDice: Number.NaN }, /^meanMaskDice/],
    ['an empty set', { n: 0 }, /^n /],
    ['half an image', { n: 1.5 }, /^n /],
    ['figures of a set whose size is withheld', { n: null }, /withheld/],
    ['an interval that ends before it begins', { diceInterval: { low: 0.6, high: 0.5 } }, /^diceInterval ends/],
    ['an interval beyond 1', { diceInterval: { low: 0.6, high: 1.2 } }, /^diceInterval\.high/],
    ['an interval that is not a number', { diceInterval: { low: Number.NaN, high: 1 } }, /^diceInterval\.low/],
    ['a part of no images', { edge: { n: 0, dice: 0.5 } }, /^edge\.n/],
    ['a part with half an image', { central: { n: 1.5, dice: 0.5 } }, /^central\.n/],
    ['a part larger than the set', { edge: null, central: { n: 9, dice: 0.5 } }, /more than n/],
    ['parts that overlap', { edge: { n: 4, dice: 0.5 } }, /more than n/],
    ['outlines that are not sound', { segmentation: { ...OUTLINES, iou: 2 } }, /^segmentation\.iou/],
    ['a part whose Dice is no fraction', { edge: { n: 1, dice: -0.1 } }, /^edge\.dice/],
    ...(['diceInterval', 'edge', 'central'] as const).map(
      (name) =>
        [`${name} of a set whose size is withheld`, { ...NOTHING_ELSE, [name]: FIGURES[name] }, /withheld/] as const,
    ),
  ] as const)('are not sound with %s', (_what, change, problem) => {
    expect(figuresProblem({ ...FIGURES, ...change })).toMatch(problem);
  });

  it('are stored field by field: what else a report carries is left out', () => {
    const report = {
      ...FIGURES,
      kind: 'evaluation-report',
      dice: { ...SUMMARY, file: 'x.png' },
      edge: { n: 3, dice: 0.3, patient: 'p' },
    };
    expect(figuresOf(report)).toEqual(FIGURES);
    const withOutlines = { ...FIGURES, segmentation: OUTLINES };
    const more = { ...OUTLINES, patient: 'p' };
    expect(figuresOf({ ...withOutlines, segmentation: more })).toEqual(withOutlines);
  });
});
