import type { EvaluationFigures, MetricSummary } from '@mammofed/core';

const NOTHING: MetricSummary = { mean: null, min: null, max: null };

/** @returns what is wrong with a site's figures, in words; null if they are sound. All of them are fractions. */
export function figuresProblem(figures: EvaluationFigures): string | null {
  const { n, dice, sensitivity, specificity, accuracy, allLesionDice, meanMaskDice } = figures;
  const summaries = { dice, sensitivity, specificity, accuracy };
  const values: [string, number | null][] = [
    ['allLesionDice', allLesionDice],
    ['meanMaskDice', meanMaskDice],
  ];
  for (const [name, { mean, min, max }] of Object.entries(summaries)) {
    values.push([`${name}.mean`, mean], [`${name}.min`, min], [`${name}.max`, max]);
  }
  for (const [name, value] of values) {
    if (value !== null && !(value >= 0 && value <= 1)) return `${name} is not a fraction`;
    if (value !== null && n === null) return `${name} is given for a set whose size is withheld`;
  }
  if (n !== null && !(Number.isInteger(n) && n >= 1)) return 'n is not a count';
  return null;
}

/** The figures alone, field by field: nothing else that a message carries gets into the database. */
export function figuresOf(source: EvaluationFigures): EvaluationFigures {
  const summary = ({ mean, min, max }: MetricSummary = NOTHING): MetricSummary => ({ mean, min, max });
  return {
    n: source.n,
    dice: summary(source.dice),
    sensitivity: summary(source.sensitivity),
    specificity: summary(source.specificity),
    accuracy: summary(source.accuracy),
    allLesionDice: source.allLesionDice,
    meanMaskDice: source.meanMaskDice,
    diceInterval: source.diceInterval,
    edge: source.edge,
    central: source.central,
  };
}
