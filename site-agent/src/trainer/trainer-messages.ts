import type { Quanta } from '@mammofed/aggregation';
import type {
  DataContract,
  DataStatistics,
  EngineName,
  EngineReport,
  ErrorContext,
  FindingCount,
  RunConfig,
  RunId,
  Sha256Hex,
} from '@mammofed/core';
import type { DataFinding, Layout } from '@mammofed/imaging';
import type { BatchSplit } from '@mammofed/learning';
import type { MechanismUse } from '@mammofed/privacy';
import type { TensorClip } from '@mammofed/wire';
import type { SitePolicy } from '../policy/site-policy.js';
import type { MeasuredFigures } from '../policy/what-leaves.js';
import type { TrainedUpdate } from '../transfers/update-store.js';

/** Where the images are and how they are used; two equal ones give the same data set. */
export interface DataSource {
  readonly dir: string;
  /** Null: recognised. */
  readonly layout: Layout | null;
  /** Null unless images are exchanged between patients, as a control. */
  readonly permuteImagesSeed: number | null;
}

interface JobBase {
  readonly data: DataSource;
  readonly engine: EngineName;
  readonly threads: number;
  readonly config: RunConfig;
  readonly round: number;
  /** A safetensors file whose hash was checked. */
  readonly modelPath: string;
}

export interface TrainJob extends JobBase {
  readonly kind: 'train';
  readonly siteIndex: number;
  readonly clips: readonly TensorClip[];
  readonly quanta: Quanta;
  /** Where the update is to be written. */
  readonly updatePath: string;
  /** What the site's images were used for under differential privacy, and what its policy allows. */
  readonly privacy: { readonly spent: readonly MechanismUse[]; readonly budget: SitePolicy['privacyBudget'] };
  /** The same for the site as a whole. */
  readonly sitePrivacy: { readonly spent: readonly MechanismUse[]; readonly budget: SitePolicy['sitePrivacyBudget'] };
}

export interface EvaluateJob extends JobBase {
  readonly kind: 'evaluate';
  readonly runId: RunId;
  readonly modelSha256: Sha256Hex;
  /** Folder that receives evaluation.json, overlays/ and masks/. */
  readonly resultsDir: string;
  /** The site's file of what keys of patients are made with; it is made if it is not there. */
  readonly patientSaltPath: string;
}

/** What a run needs an engine for. */
export type EngineJob = TrainJob | EvaluateJob;

/** The dry run of a data contract: every image is read, nothing is trained. */
export interface CheckJob {
  readonly kind: 'check';
  readonly data: DataSource;
  readonly study: string;
  readonly contract: DataContract;
}

export type TrainerJob = EngineJob | CheckJob;

/** Agent → trainer. One job at a time. */
export type ToTrainer =
  | { readonly kind: 'job'; readonly id: number; readonly job: TrainerJob }
  /** Stop the job at the next step; the trainer stays. */
  | { readonly kind: 'cancel'; readonly id: number };

/** The update is on disk. */
export interface TrainedResult extends TrainedUpdate {
  readonly kind: 'trained';
  /** Of the training's time, how much went by waiting for the next batch; from 0 to 1. */
  readonly waitingShare: number;
  /** What the training is charged for before its update may leave; null without privacy for patients. */
  readonly privacyUse: MechanismUse | null;
  /** The same without privacy for sites. */
  readonly sitePrivacyUse: MechanismUse | null;
}

/** The results folder is written. */
export interface EvaluatedResult {
  readonly kind: 'evaluated';
  readonly figures: MeasuredFigures;
  readonly engine: EngineReport;
}

/** Every count as it is: nothing is withheld yet. It names no file. */
export interface CheckedResult {
  readonly kind: 'checked';
  /** About all images together. */
  readonly findings: readonly DataFinding[];
  readonly usableImages: number;
  readonly usablePatients: number;
  /** By code of findings about one image. */
  readonly imageCounts: readonly FindingCount[];
  readonly statistics: DataStatistics;
}

export type TrainerResult = TrainedResult | EvaluatedResult | CheckedResult;

export interface TrainerProgress {
  /** `disk-full`: the update is kept in memory until there is room for it. */
  readonly phase: 'preparing' | 'checking' | 'training' | 'evaluating' | 'disk-full';
  readonly step: number;
  readonly stepCount: number;
  readonly loss: number | null;
}

/** Trainer → agent. */
export type FromTrainer =
  | ({ readonly kind: 'progress'; readonly id: number } & TrainerProgress)
  /** For people at this site alone. */
  | { readonly kind: 'notice'; readonly id: number; readonly text: string; readonly mayNameFiles: boolean }
  /** The engine has too little memory for a whole batch at a time. */
  | { readonly kind: 'batch-split'; readonly id: number; readonly split: BatchSplit }
  | { readonly kind: 'done'; readonly id: number; readonly result: TrainerResult }
  | { readonly kind: 'cancelled'; readonly id: number }
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly code: string;
      readonly message: string;
      readonly isMessageSafe: boolean;
      readonly context: ErrorContext;
    };
