import type { EngineReport, EvaluationFigures, MetricSummary, RunView } from '@mammofed/core';
import { lastCommittedRound, siteNames } from '../table-one.js';
import type { Comparison } from './comparison.js';
import type { DiceDifference, ExperimentRow } from './figures.js';

export interface DemoEvaluation extends Pick<
  EvaluationFigures,
  'n' | 'dice' | 'sensitivity' | 'specificity' | 'accuracy'
> {
  readonly site: string;
}

/** The line that `demo --json` ends with. What is not in `experiments` is of the first network's federated run. */
export interface DemoResult {
  readonly seed: number;
  readonly deterministic: boolean;
  readonly mode: string;
  /** As the trainers reported it; steps are summed over sites and rounds, null if a site withholds its own. */
  readonly engine: EngineReport;
  /** Committed rounds, in order. */
  readonly rounds: readonly {
    readonly round: number;
    readonly durationMs: number | null;
    readonly sites: readonly {
      readonly site: string;
      readonly status: string;
      readonly examples: number | null;
      readonly trainLoss: number | null;
      readonly bytesUp: number;
      readonly bytesDown: number;
    }[];
  }[];
  readonly evaluation: { readonly initial: readonly DemoEvaluation[]; readonly final: readonly DemoEvaluation[] };
  readonly baseline: readonly {
    readonly site: string;
    readonly allLesion: number | null;
    readonly meanMask: number | null;
  }[];
  readonly modelSha256: string;
  readonly reportPath: string;
  /** Every model of the demo on the same test images. */
  readonly experiments: readonly ExperimentRow[];
  /** How federated training compares with the others, image by image; empty without `--baselines`. */
  readonly differences: readonly DiceDifference[];
}

export function demoResult(
  view: RunView,
  { rows, differences }: Pick<Comparison, 'rows' | 'differences'>,
  reportPath: string,
): DemoResult {
  const evaluations = (round: number): DemoEvaluation[] =>
    view.evaluations
      .filter((evaluation) => evaluation.round === round)
      .map(({ site, n, dice, sensitivity, specificity, accuracy }) => ({
        site,
        n,
        dice: inOrder(dice),
        sensitivity: inOrder(sensitivity),
        specificity: inOrder(specificity),
        accuracy: inOrder(accuracy),
      }));
  return {
    seed: view.config.seed,
    deterministic: view.deterministic,
    mode: view.config.mode,
    engine: engineOf(view),
    rounds: view.rounds
      .filter(({ state }) => state === 'committed')
      .map(({ round, durationMs, sites }) => ({
        round,
        durationMs,
        sites: sites.map(({ site, status, examples, trainLoss, bytesUp, bytesDown }) => ({
          site,
          status,
          examples,
          trainLoss,
          bytesUp,
          bytesDown,
        })),
      })),
    evaluation: { initial: evaluations(0), final: evaluations(lastCommittedRound(view)) },
    baseline: baselines(view),
    modelSha256: view.modelSha256,
    reportPath,
    experiments: rows,
    differences,
  };
}

/** A database may give an object's fields in any order; a line that people read too has them in one. */
function inOrder({ mean, min, max }: MetricSummary): MetricSummary {
  return { mean, min, max };
}

/** What the trainers said that they ran on; several kinds are named side by side. */
export function engineOf(view: RunView): DemoResult['engine'] {
  const reports = view.rounds.flatMap(({ sites }) => sites).flatMap(({ engine }) => (engine === null ? [] : [engine]));
  const kinds = (values: readonly string[]): string => [...new Set(values)].sort().join('+') || 'not reported';
  return {
    name: kinds(reports.map(({ name }) => name)),
    device: kinds(reports.map(({ device }) => device)),
    steps: reports.reduce<number | null>((sum, { steps }) => (sum === null || steps === null ? null : sum + steps), 0),
  };
}

/** The masks that never look at an image do not depend on the model: any evaluation of a site has them. */
function baselines(view: RunView): DemoResult['baseline'] {
  return siteNames(view).flatMap((site) => {
    const evaluation = view.evaluations.findLast((candidate) => candidate.site === site);
    return evaluation === undefined
      ? []
      : [{ site, allLesion: evaluation.allLesionDice, meanMask: evaluation.meanMaskDice }];
  });
}
