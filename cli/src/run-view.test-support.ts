import {
  AUGMENTATIONS,
  type EvaluationView,
  type MetricSummary,
  type ParticipantView,
  type RoundView,
  type RunView,
  type SegmentationSummary,
} from '@mammofed/core';
import type { Screen } from './screen.js';

/** A summary around `mean`. */
function around(mean: number): MetricSummary {
  return { mean, min: mean - 0.1, max: mean + 0.1 };
}

export const NONE: MetricSummary = { mean: null, min: null, max: null };

export function evaluation(
  site: string,
  round: number,
  dice: number,
  changes: Partial<EvaluationView> = {},
): EvaluationView {
  return {
    site,
    round,
    modelSha256: 'f'.repeat(64),
    n: 10,
    dice: around(dice),
    sensitivity: around(0.8),
    specificity: around(0.7),
    accuracy: around(0.75),
    allLesionDice: 0.5,
    meanMaskDice: 0.6,
    diceInterval: null,
    edge: null,
    central: null,
    segmentation: null,
    ...changes,
  };
}

/** What a site of `n` images tells of outlines, of some facts and of no others. */
export function outlines(n: number): SegmentationSummary {
  return {
    ...{ iou: n / 100, density: null },
    surface: {
      ...{ unit: 'mm', tolerance: 2, hausdorff95: 4.125, averageSurfaceDistance: 1.5 },
      normalizedSurfaceDice: 0.875,
    },
    lesions: { step: 0.1, sensitivity: 0.9, falsePositivesPerImage: 0.5 },
    size: { small: { n: n / 2, dice: 0.25 }, medium: null, large: { n: n / 2, dice: 0.75 } },
    pathology: { benign: { n: n - 5, dice: n / 100 }, malignant: { n: 5, dice: 0.5 }, unknown: null },
  };
}

export function participant(site: string, siteIndex: number, changes: Partial<ParticipantView> = {}): ParticipantView {
  return {
    site,
    siteIndex,
    status: 'uploaded',
    reason: null,
    phase: null,
    step: 40,
    stepCount: 40,
    loss: null,
    examples: 92,
    trainLoss: 0.75,
    bytesUp: 300_000,
    bytesDown: 250_000,
    engine: { name: 'compiled', device: 'cpu', steps: 12 },
    ...changes,
  };
}

export function round(number: number, sites: readonly ParticipantView[], changes: Partial<RoundView> = {}): RoundView {
  return {
    round: number,
    attempt: 1,
    state: 'committed',
    startedAtMs: 1_000_000,
    durationMs: 12_300,
    modelSha256: 'f'.repeat(64),
    sites,
    secure: null,
    ...changes,
  };
}

/** A round in secure mode that waits for one confirmation, after it lost a site. */
export function confirming(): Partial<RoundView> {
  return {
    state: 'confirming',
    durationMs: null,
    secure: {
      threshold: 3,
      least: 3,
      phase: { answeredCount: 3, expectedCount: 4, waitingFor: ['east'] },
      lost: [{ site: 'west', phase: 'sharing', code: 'equal-keys', reason: 'equal-keys: of another' }],
      wrongShares: [{ holder: 'north', owner: 'south' }],
    },
  };
}

/** A run of two sites and two rounds that is over. */
export function completedRun(changes: Partial<RunView> = {}): RunView {
  const sites = [participant('north', 0), participant('south', 1)];
  return {
    runId: 'run-1',
    state: 'completed',
    config: {
      study: 'demo',
      seed: 5,
      rounds: 2,
      mode: 'sealed',
      strategy: 'fedavg',
      model: { name: 'unet', width: 0.125, size: 80 },
      training: { epochs: 2, batchSize: 8, learningRate: 0.001, augmentation: AUGMENTATIONS.symmetries },
      preprocessing: { mode: 'region', marginFraction: 0.1, window: { kind: 'percentiles' } },
      quorum: { minSites: 1, minExamples: 0, maxSites: 2, sites: null },
      timing: { selectMs: 1000, stallMs: 1000, maxRoundMs: 100_000, evaluationMs: 1000 },
      wMax: 1000,
    },
    note: null,
    initialModelSha256: '0'.repeat(64),
    modelSha256: 'f'.repeat(64),
    modelBytes: 500_000,
    deterministic: true,
    withheld: [],
    dataChecks: [],
    rounds: [round(1, sites), round(2, sites)],
    evaluations: [0, 1, 2].flatMap((number) => [
      evaluation('north', number, 0.4 + number / 10, { n: 30 }),
      evaluation('south', number, 0.2 + number / 10, { n: 10 }),
    ]),
    ...changes,
  };
}

/** A screen that remembers. */
export class RecordedScreen implements Screen {
  readonly printed: string[] = [];
  readonly noted: string[] = [];
  drawn = '';
  constructor(
    readonly isTerminal = false,
    readonly columns = 100,
    readonly rows = 40,
  ) {}
  readonly print = (line: string): void => void this.printed.push(line);
  readonly note = (line: string): void => void this.noted.push(line);
  readonly draw = (text: string): void => void (this.drawn += text);
  readonly size = (): { readonly columns: number; readonly rows: number } => ({
    columns: this.columns,
    rows: this.rows,
  });
}
