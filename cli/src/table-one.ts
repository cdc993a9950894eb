import type { EvaluationView, MetricSummary, RunView } from '@mammofed/core';

export const METRICS = ['sensitivity', 'specificity', 'accuracy', 'dice'] as const;
export type Metric = (typeof METRICS)[number];

/** One line of Table 1 of the paper: a model on one site's test images, or on all sites'. Nulls are withheld. */
export interface TableOneRow extends Readonly<Record<Metric, MetricSummary>> {
  readonly site: string;
  /** Test images. */
  readonly n: number | null;
  /** Mean Dice of the better of the two masks that never look at the image: all lesion, and the mean training mask. */
  readonly imageBlindDice: number | null;
}

export interface TableOne {
  /** Whose model: 0 is the initial one. */
  readonly round: number;
  /** In the order of the run's evaluations. */
  readonly sites: readonly TableOneRow[];
  /** Over every test image; null where no site evaluated. */
  readonly overall: TableOneRow | null;
  /** Sites that took part in the run and have no figures of this model. */
  readonly missing: readonly string[];
}

/** Table 1 for the model of one round. */
export function tableOne(view: RunView, round: number): TableOne {
  const rows = view.evaluations.filter((evaluation) => evaluation.round === round).map(rowOf);
  const seen = new Set(rows.map(({ site }) => site));
  return {
    round,
    sites: rows,
    overall: rows.length === 0 ? null : overAll(rows),
    missing: siteNames(view).filter((site) => !seen.has(site)),
  };
}

/** Sites of a run in the order of their indices, then any that only evaluated. */
export function siteNames(view: RunView): string[] {
  const participants = view.rounds.flatMap(({ sites }) => sites);
  const ordered = [...participants].sort((a, b) => a.siteIndex - b.siteIndex).map(({ site }) => site);
  return [...new Set([...ordered, ...view.evaluations.map(({ site }) => site)])];
}

/** The newest round with a committed model; 0 before the first. */
export function lastCommittedRound(view: RunView): number {
  return view.rounds.reduce((last, { round, state }) => (state === 'committed' ? Math.max(last, round) : last), 0);
}

/** Whether everybody who is to evaluate a round's model, those who took part in it, has done so. */
export function isEvaluated(view: RunView, round: number): boolean {
  // The initial model is evaluated by those who then train on it.
  const taking = view.rounds.find(
    (one) => one.round === Math.max(1, round) && (round === 0 || one.state === 'committed'),
  );
  const sites = (taking?.sites ?? []).filter(({ status }) => status !== 'dropped');
  const reported = view.evaluations.filter((evaluation) => evaluation.round === round).map(({ site }) => site);
  return sites.length > 0 && sites.every(({ site }) => reported.includes(site));
}

/** Mean Dice over every test image after each round, in order; null until everybody has evaluated, or withheld. */
export function diceByRound(view: RunView): { readonly round: number; readonly dice: number | null }[] {
  return Array.from({ length: lastCommittedRound(view) + 1 }, (_, round) => ({
    round,
    dice: isEvaluated(view, round) ? (tableOne(view, round).overall?.dice.mean ?? null) : null,
  }));
}

/** The better image-blind mask of a site; null where either figure is withheld. */
export function imageBlindDice(evaluation: Pick<EvaluationView, 'allLesionDice' | 'meanMaskDice'>): number | null {
  const { allLesionDice, meanMaskDice } = evaluation;
  return allLesionDice === null || meanMaskDice === null ? null : Math.max(allLesionDice, meanMaskDice);
}

function rowOf(evaluation: EvaluationView): TableOneRow {
  const { site, n, sensitivity, specificity, accuracy, dice } = evaluation;
  return { site, n, sensitivity, specificity, accuracy, dice, imageBlindDice: imageBlindDice(evaluation) };
}

/**
 * Averages are weighted by the sites' counts of images, which is the average over all images. One site's withheld figure
 * withholds the total: a total over the others would pass for one over all.
 */
function overAll(rows: readonly TableOneRow[]): TableOneRow {
  const counts = rows.map(({ n }) => n);
  const summary = (metric: Metric): MetricSummary => ({
    mean: weightedMean(
      rows.map((row) => row[metric].mean),
      counts,
    ),
    min: extreme(
      rows.map((row) => row[metric].min),
      Math.min,
    ),
    max: extreme(
      rows.map((row) => row[metric].max),
      Math.max,
    ),
  });
  return {
    site: 'all sites',
    n: total(counts),
    sensitivity: summary('sensitivity'),
    specificity: summary('specificity'),
    accuracy: summary('accuracy'),
    dice: summary('dice'),
    imageBlindDice: weightedMean(
      rows.map((row) => row.imageBlindDice),
      counts,
    ),
  };
}

/** @returns the average over all images; null if a part of it is withheld. */
export function weightedMean(values: readonly (number | null)[], counts: readonly (number | null)[]): number | null {
  const sum = total(values.map((value, i) => (value === null ? null : value * (counts[i] ?? 0))));
  const count = total(counts);
  return sum === null || count === null || count === 0 ? null : sum / count;
}

/** The sum; null if a part of it is withheld. */
function total(values: readonly (number | null)[]): number | null {
  return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0);
}

function extreme(values: readonly (number | null)[], choose: (...values: number[]) => number): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === values.length && known.length > 0 ? choose(...known) : null;
}
