import type { EvaluationFigures, Interval, MetricSummary, SubsetFigures } from '@mammofed/core';
import { segmentationOf, segmentationProblem } from './segmentation-summary.js';

const NOTHING: MetricSummary = { mean: null, min: null, max: null };

/**
 * @returns what is wrong with a site's figures, in words; null if they are sound. None is given of a set whose size is
 * withheld.
 */
export function figuresProblem(figures: EvaluationFigures): string | null {
  const { n, dice, sensitivity, specificity, accuracy, allLesionDice, meanMaskDice, diceInterval } = figures;
  const summaries = { dice, sensitivity, specificity, accuracy };
  const values: [string, number | null][] = [
    ['allLesionDice', allLesionDice],
    ['meanMaskDice', meanMaskDice],
    ['diceInterval.low', diceInterval?.low ?? null],
    ['diceInterval.high', diceInterval?.high ?? null],
    ['edge.dice', figures.edge?.dice ?? null],
    ['central.dice', figures.central?.dice ?? null],
  ];
  for (const [name, { mean, min, max }] of Object.entries(summaries)) {
    values.push([`${name}.mean`, mean], [`${name}.min`, min], [`${name}.max`, max]);
  }
  for (const [name, value] of values) {
    if (value !== null && !(value >= 0 && value <= 1)) return `${name} is not a fraction`;
    if (value !== null && n === null) return `${name} is given for a set whose size is withheld`;
  }
  if (n !== null && !isCount(n)) return 'n is not a count';
  if (diceInterval !== null && diceInterval.low > diceInterval.high) return 'diceInterval ends below its beginning';
  return subsetsProblem(figures) ?? segmentationProblem(figures.segmentation, n);
}

/** Their sizes: parts of the set that do not overlap. */
function subsetsProblem({ n, edge, central }: EvaluationFigures): string | null {
  for (const [name, subset] of Object.entries({ edge, central })) {
    if (subset !== null && !isCount(subset.n)) return `${name}.n is not a count`;
  }
  const parts = (edge?.n ?? 0) + (central?.n ?? 0);
  return n !== null && parts > n ? 'edge.n and central.n are more than n' : null;
}

function isCount(n: number): boolean {
  return Number.isInteger(n) && n >= 1;
}

/** The figures alone, field by field: nothing else that a message carries gets into the database. */
export function figuresOf(source: EvaluationFigures): EvaluationFigures {
  const summary = ({ mean, min, max }: MetricSummary = NOTHING): MetricSummary => ({ mean, min, max });
  const interval = ({ low, high }: Interval): Interval => ({ low, high });
  const subset = ({ n, dice }: SubsetFigures): SubsetFigures => ({ n, dice });
  return {
    n: source.n,
    dice: summary(source.dice),
    sensitivity: summary(source.sensitivity),
    specificity: summary(source.specificity),
    accuracy: summary(source.accuracy),
    allLesionDice: source.allLesionDice,
    meanMaskDice: source.meanMaskDice,
    diceInterval: source.diceInterval && interval(source.diceInterval),
    edge: source.edge && subset(source.edge),
    central: source.central && subset(source.central),
    segmentation: source.segmentation && segmentationOf(source.segmentation),
  };
}
