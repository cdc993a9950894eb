import type { EvaluationFigures, MetricSummary } from '@mammofed/core';
import type { UploadOpen } from '@mammofed/wire';
import type { SitePolicy } from '../config.js';

type SharePolicy = Pick<SitePolicy, 'shareExtremes' | 'shareTrainingStats' | 'minCellSize'>;

/** Figures as they were measured: nothing is withheld yet. */
export interface MeasuredFigures extends EvaluationFigures {
  readonly n: number;
}

const WITHHELD: MetricSummary = { mean: null, min: null, max: null };

/**
 * What the site tells of an evaluation. Fewer images than the smallest cell: nothing at all. The smallest and largest
 * figure of a set are single images' figures, and leave only where the operator said so.
 */
export function figuresToShare(figures: MeasuredFigures, policy: SharePolicy): EvaluationFigures {
  if (figures.n < policy.minCellSize) {
    return {
      n: null,
      dice: WITHHELD,
      sensitivity: WITHHELD,
      specificity: WITHHELD,
      accuracy: WITHHELD,
      allLesionDice: null,
      meanMaskDice: null,
    };
  }
  const shared = ({ mean, min, max }: MetricSummary): MetricSummary =>
    policy.shareExtremes ? { mean, min, max } : { mean, min: null, max: null };
  return {
    n: figures.n,
    dice: shared(figures.dice),
    sensitivity: shared(figures.sensitivity),
    specificity: shared(figures.specificity),
    accuracy: shared(figures.accuracy),
    allLesionDice: figures.allLesionDice,
    meanMaskDice: figures.meanMaskDice,
  };
}

/** What the site tells of its training beside the update itself. */
export function statisticsToShare(
  statistics: { readonly exampleCount: number; readonly meanLoss: number },
  policy: SharePolicy,
): UploadOpen['statistics'] {
  const { exampleCount, meanLoss } = statistics;
  if (!policy.shareTrainingStats || exampleCount < policy.minCellSize) return { exampleCount: null, meanLoss: null };
  return { exampleCount, meanLoss };
}

/** The loss that goes with a progress message. */
export function lossToShare(loss: number | null, policy: SharePolicy): number | null {
  return policy.shareTrainingStats ? loss : null;
}
