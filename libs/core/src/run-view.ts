import type { DataCheckFigures } from './data-check-figures.js';
import type { DataFindingCode } from './data-findings.js';
import type { RunConfig } from './run-config.js';
import type { SegmentationSummary, SubsetFigures } from './segmentation-summary.js';
import type { ParticipantState, RoundState, RunState, SecurePhase } from './run-state.js';

/** What a trainer says of itself. */
export interface EngineReport {
  /** `compiled`: the traced ONNX step. `tensorflow`: the same model in TensorFlow. */
  readonly name: string;
  /** `cpu`, `webgpu`, `cuda`; `gpu` of TensorFlow. */
  readonly device: string;
  /** Optimizer steps that it ran for this report; null if the site's policy withholds them. */
  readonly steps: number | null;
}

/** Mean over a set, and its smallest and largest image. A null was withheld by the site's policy. */
export interface MetricSummary {
  readonly mean: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

/** Bounds of a 95 % confidence interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A model's figures on one site's own test split. Nulls were withheld by the site's policy. */
export interface EvaluationFigures {
  readonly n: number | null;
  readonly dice: MetricSummary;
  readonly sensitivity: MetricSummary;
  readonly specificity: MetricSummary;
  readonly accuracy: MetricSummary;
  /** Mean Dice of marking every pixel. */
  readonly allLesionDice: number | null;
  /** Mean Dice of the site's thresholded mean training mask, which never looks at the image. */
  readonly meanMaskDice: number | null;
  /** Of the mean Dice, by a bootstrap over patients. */
  readonly diceInterval: Interval | null;
  /** Lesions whose region is cut by the image's border; null if withheld or if there is none. */
  readonly edge: SubsetFigures | null;
  /** All other lesions; null if withheld or if there is none. */
  readonly central: SubsetFigures | null;
  /** Outlines, lesions and slices; null if withheld, or from a site whose version does not tell them. */
  readonly segmentation: SegmentationSummary | null;
}

export interface EvaluationView extends EvaluationFigures {
  readonly round: number;
  readonly site: string;
  readonly modelSha256: string;
}

export interface ParticipantView {
  readonly site: string;
  readonly siteIndex: number;
  readonly status: ParticipantState;
  /** Why it was dropped; null otherwise. */
  readonly reason: string | null;
  /** What it last said it was doing. */
  readonly phase: string | null;
  readonly step: number;
  readonly stepCount: number;
  readonly loss: number | null;
  readonly examples: number | null;
  readonly trainLoss: number | null;
  readonly bytesUp: number;
  readonly bytesDown: number;
  readonly engine: EngineReport | null;
}

/** What a round in secure mode waits for, and who was lost where. Sites by their names. */
export interface SecureRoundView {
  /** Shares that recover a site's secret. */
  readonly threshold: number;
  /** Sites that every phase needs. */
  readonly least: number;
  /** The phase that it is in; null once they are over. */
  readonly phase: {
    readonly answeredCount: number;
    readonly expectedCount: number;
    readonly waitingFor: readonly string[];
  } | null;
  readonly lost: readonly {
    readonly site: string;
    readonly phase: SecurePhase;
    readonly code: string;
    readonly reason: string;
  }[];
  /** Shares that were off, by who sent them and whose secret they are of; either of the two may be to blame. */
  readonly wrongShares: readonly { readonly holder: string; readonly owner: string }[];
}

export interface RoundView {
  readonly round: number;
  readonly attempt: number;
  readonly state: RoundState;
  readonly startedAtMs: number;
  readonly durationMs: number | null;
  /** The committed model; null before. */
  readonly modelSha256: string | null;
  readonly sites: readonly ParticipantView[];
  /** Null in sealed mode, and before the phases of secure mode began. */
  readonly secure: SecureRoundView | null;
}

/** A site that is connected and would not take part in a run. */
export interface WithheldSite {
  readonly site: string;
  /** The rule's name, `policy-…`, or what else the site does not take the run for. */
  readonly code: string;
  /** With the code, in the site's words. */
  readonly reason: string;
}

/** What a site reported of its dry run of the data contract. Nulls were withheld by the site's policy. */
export interface DataCheckView extends Pick<
  DataCheckFigures,
  'fits' | 'usableImages' | 'usablePatients' | 'imageCounts'
> {
  readonly site: string;
  /** Of all images together. `refused`: nothing is trained on them. */
  readonly findings: readonly {
    readonly code: DataFindingCode;
    readonly verdict: 'refused' | 'flagged';
    readonly meaning: string;
    /** What the site can do. */
    readonly next: string;
  }[];
  readonly reportedAtMs: number;
}

/** A run as the coordinator shows it to its administrator (`GET /admin/runs/:id`) and `run watch` draws it. */
export interface RunView {
  readonly runId: string;
  readonly state: RunState;
  readonly config: RunConfig;
  /** In words, where the run waits or why it failed; null otherwise. */
  readonly note: string | null;
  readonly initialModelSha256: string;
  /** The newest committed model (the initial one before round 1 commits). */
  readonly modelSha256: string;
  readonly modelBytes: number;
  /** False as soon as a selected site did not contribute to a committed round. */
  readonly deterministic: boolean;
  /** By their last word, in the order of the sites. */
  readonly withheld: readonly WithheldSite[];
  /** Of each site the newest, in the order of the sites; a site of an older version has none. */
  readonly dataChecks: readonly DataCheckView[];
  /** In the order of their numbers. */
  readonly rounds: readonly RoundView[];
  /** In the order of rounds and sites; round 0 is the initial model. */
  readonly evaluations: readonly EvaluationView[];
}
