import {
  COARSE_PARTS,
  type EvaluationFigures,
  type MetricSummary,
  type PatientPrivacy,
  type SitePrivacy,
  type SubsetFigures,
} from '@mammofed/core';
import type { ProgressPhase, UploadOpen } from '@mammofed/wire';
import type { EvaluatedSegmentation } from '../evaluation/evaluated-segmentation.js';
import { segmentationToShare } from './segmentation-to-share.js';
import type { SitePolicy } from './site-policy.js';
import type { TrainedUpdate } from '../transfers/update-store.js';

export type SharePolicy = Pick<
  SitePolicy,
  'shareExtremes' | 'shareTrainingStats' | 'minCellSize' | 'privacyBudget' | 'sitePrivacyBudget'
>;

/** Figures as they were measured: nothing is withheld yet. */
export interface MeasuredFigures extends Omit<EvaluationFigures, 'segmentation'> {
  readonly n: number;
  /** In full. */
  readonly segmentation: EvaluatedSegmentation;
  /** Patients whose images they are; never told. */
  readonly patientCount: number;
}

/**
 * Fewest patients whose interval is told. A bootstrap over k patients draws one of them alone with probability k^-k: up to
 * k = 3 that is more than the 2.5 % below the interval's lower bound, which then is a single patient's figure.
 */
const MIN_INTERVAL_PATIENTS = 4;

/** To how much of a Dice the bounds of an interval are told. */
const INTERVAL_STEPS = 100;

const WITHHELD: MetricSummary = { mean: null, min: null, max: null };

/**
 * What the site tells of an evaluation. Fewer images than the smallest cell: nothing at all. The smallest and largest
 * figure of a set are single images' figures, and leave only where the operator said so. The interval leaves with enough
 * patients, the parts at the edge and elsewhere with enough images in both.
 * @param privacy - of the run. With it, or with a privacy budget whatever the run says, the figure of the mean training mask
 * stays: it is made of the patients who are trained on, and no noise protects it.
 */
export function figuresToShare(
  figures: MeasuredFigures,
  policy: SharePolicy,
  privacy?: PatientPrivacy | SitePrivacy,
): EvaluationFigures {
  if (figures.n < policy.minCellSize) {
    return {
      n: null,
      dice: WITHHELD,
      sensitivity: WITHHELD,
      specificity: WITHHELD,
      accuracy: WITHHELD,
      allLesionDice: null,
      meanMaskDice: null,
      diceInterval: null,
      edge: null,
      central: null,
      segmentation: null,
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
    meanMaskDice: hasNoPrivacy(policy, privacy) ? figures.meanMaskDice : null,
    diceInterval: intervalToShare(figures, policy),
    ...partsToShare(figures, policy),
    segmentation: segmentationToShare(figures.segmentation, policy),
  };
}

/** Whether nothing that no noise protects has to stay: neither the run nor the site's policy speaks of differential privacy. */
export function hasNoPrivacy({ privacyBudget, sitePrivacyBudget }: SharePolicy, privacy: unknown): boolean {
  return privacy === undefined && privacyBudget === null && sitePrivacyBudget === null;
}

/**
 * Rounded outward, so that it covers no less than it says. Which patients a resample draws follows from the run's seed, which
 * is the coordinator's choice: an exact bound is an equation in single patients' figures, and many runs would be enough to
 * solve them.
 */
function intervalToShare(
  { diceInterval, patientCount }: MeasuredFigures,
  { minCellSize }: SharePolicy,
): EvaluationFigures['diceInterval'] {
  if (diceInterval === null || patientCount < Math.max(minCellSize, MIN_INTERVAL_PATIENTS)) return null;
  const { low, high } = diceInterval;
  return {
    low: Math.floor(low * INTERVAL_STEPS) / INTERVAL_STEPS,
    high: Math.ceil(high * INTERVAL_STEPS) / INTERVAL_STEPS,
  };
}

/**
 * Both parts or none: the set's own figures less one part's are the other part's. A part without images is null, and the
 * other one is then the set.
 */
function partsToShare(
  { edge, central }: MeasuredFigures,
  { minCellSize }: SharePolicy,
): Pick<EvaluationFigures, 'edge' | 'central'> {
  const isSmall = (part: SubsetFigures | null): boolean => part !== null && part.n < minCellSize;
  if (isSmall(edge) || isSmall(central)) return { edge: null, central: null };
  const shared = (part: SubsetFigures | null): SubsetFigures | null =>
    part === null ? null : { n: part.n, dice: part.dice };
  return { edge: shared(edge), central: shared(central) };
}

/**
 * What the site tells of its training beside the update itself. The steps tell the example count, so they go with it.
 * @param privacy - of the run. With it nothing is told: noise protects the update and no loss.
 */
export function trainingToShare(
  { exampleCount, meanLoss, engine }: Pick<TrainedUpdate, 'exampleCount' | 'meanLoss' | 'engine'>,
  policy: SharePolicy,
  privacy?: PatientPrivacy | SitePrivacy,
): Pick<UploadOpen, 'statistics' | 'engine'> {
  if (privacy !== undefined || !policy.shareTrainingStats || exampleCount < policy.minCellSize) {
    return { statistics: { exampleCount: null, meanLoss: null }, engine: { ...engine, steps: null } };
  }
  return { statistics: { exampleCount, meanLoss }, engine };
}

/** How far a task is, as the trainer or a transfer counts it. */
export interface TaskProgress {
  readonly phase: ProgressPhase;
  readonly step: number;
  readonly stepCount: number;
  readonly loss: number | null;
}

/**
 * What the site tells of a task under way. Steps of a training tell its example count, those of an evaluation the size of
 * the test set: without the operator's word only a coarse share is told, and of an evaluation that it is under way. The
 * chunks of a transfer are the model's and no secret.
 */
export function progressToShare(progress: TaskProgress, policy: SharePolicy): TaskProgress {
  const { phase, step, stepCount } = progress;
  if (policy.shareTrainingStats) return progress;
  switch (phase) {
    case 'downloading':
    case 'uploading':
    case 'disk-full':
      return { ...progress, loss: null };
    case 'evaluating':
    case 'waiting-for-cohort':
      return { phase, step: 0, stepCount: 0, loss: null };
    case 'preparing':
    case 'training': {
      const parts = stepCount > 0 ? Math.floor((COARSE_PARTS * step) / stepCount) : 0;
      return { phase, step: parts, stepCount: stepCount > 0 ? COARSE_PARTS : 0, loss: null };
    }
  }
}
