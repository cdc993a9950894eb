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
};

describe('figures of a site', () => {
  it('are sound as fractions over a set of at least one image, or withheld', () => {
    expect(figuresProblem(FIGURES)).toBeNull();
    const nothing = { dice: WITHHELD, sensitivity: WITHHELD, specificity: WITHHELD, accuracy: WITHHELD };
    expect(figuresProblem({ ...FIGURES, ...nothing, n: null, allLesionDice: null })).toBeNull();
  });

  it.each([
    ['a Dice above 1', { dice: { ...SUMMARY, max: 1.01 } }, /^dice\.max/],
    ['a negative accuracy', { accuracy: { ...SUMMARY, min: -1 } }, /^accuracy\.min/],
    ['what is not a number', { meanMaskDice: Number.NaN }, /^meanMaskDice/],
    ['an empty set', { n: 0 }, /^n /],
    ['half an image', { n: 1.5 }, /^n /],
    ['figures of a set whose size is withheld', { n: null }, /withheld/],
  ] as const)('are not sound with %s', (_what, change, problem) => {
    expect(figuresProblem({ ...FIGURES, ...change })).toMatch(problem);
  });

  it('are stored field by field: what else a report carries is left out', () => {
    const report = { ...FIGURES, kind: 'evaluation-report', dice: { ...SUMMARY, file: 'x.png' } };
    expect(figuresOf(report)).toEqual(FIGURES);
  });
});
