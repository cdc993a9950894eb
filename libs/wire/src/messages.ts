import type { EngineReport, EvaluationFigures, RunId, Sha256Hex, SiteId } from '@mammofed/core';

export interface ModelRef {
  readonly sha256: Sha256Hex;
  readonly byteLength: number;
}

export interface TensorClip {
  readonly tensor: string;
  /** > 0, in the unit of the weights; a float32, so that both ends compute with the same bits. */
  readonly clip: number;
}

/** Which try of which round of which run a message speaks of. */
export interface AttemptRef {
  readonly runId: RunId;
  /** 1-based; 0 stands for the initial model in evaluations. */
  readonly round: number;
  /** 1-based. */
  readonly attempt: number;
}

export const PROGRESS_PHASES = [
  'downloading',
  'preparing',
  'training',
  'uploading',
  'evaluating',
  /** The site's disk is full: it waits for room and goes on then. */
  'disk-full',
] as const;
export type ProgressPhase = (typeof PROGRESS_PHASES)[number];

/** The answer to anything that is not taken; the receiver's state is as it was. */
export interface Refused {
  readonly kind: 'refused';
  readonly code: string;
  readonly message: string;
}

/** Site → coordinator, once, in an enrolling session. */
export interface Enrol {
  readonly kind: 'enrol';
  /** 16 bytes, secret, from the join code. */
  readonly joinSecret: Uint8Array;
  readonly siteName: string;
  /** Ed25519 of the site over its request, 64 bytes. */
  readonly signature: Uint8Array;
}

/** The request is noted under this name. The machine is a site once the root has signed a roster that lists its key. */
export interface Enrolled {
  readonly kind: 'enrolled';
  readonly siteId: SiteId;
  readonly siteName: string;
}

/** Site → coordinator, the first message of every session. */
export interface Ready {
  readonly kind: 'ready';
  readonly agentVersion: string;
}

export interface Welcome {
  readonly kind: 'welcome';
  readonly siteId: SiteId;
  readonly siteName: string;
  /** 0-based and stable: a site's generators derive from it. */
  readonly siteIndex: number;
  /** The roster that counts at the coordinator, with the root's signature. */
  readonly roster: Uint8Array;
}

/** Coordinator → site, when the root has signed a new roster; answered by `roster-taken` or `refused`. */
export interface RosterUpdate {
  readonly kind: 'roster-update';
  readonly roster: Uint8Array;
}

export interface RosterTaken {
  readonly kind: 'roster-taken';
  /** Of the roster that the site holds now. */
  readonly version: number;
}

/** Who vouches for a run's configuration, in hexadecimal; see libs/privacy. */
export interface RunSignature {
  /** Ed25519 public key, 64 digits. */
  readonly signer: string;
  /** Ed25519, 128 digits. */
  readonly signature: string;
}

/** Coordinator → site: what a run would ask of it; answered by `run-agreed` or `refused`. Nothing is done yet. */
export interface RunOffer {
  readonly kind: 'run-offer';
  readonly runId: RunId;
  readonly configJson: string;
  readonly configSha256: Sha256Hex;
  /** Null: nobody signed the run. */
  readonly signature: RunSignature | null;
}

export interface RunAgreed {
  readonly kind: 'run-agreed';
  readonly runId: RunId;
}

/** Site → coordinator, unanswered: what it says to runs may be another by now, so that they are to be offered again. */
export interface OfferAgain {
  readonly kind: 'offer-again';
}

/** Coordinator → site; answered by `task-accepted` or `refused`. The same one may come again after a reconnect. */
export interface TrainTask extends AttemptRef {
  readonly kind: 'train-task';
  readonly mode: string;
  /** The RunConfig as canonical JSON; checked against `configSha256` by whoever parses it. */
  readonly configJson: string;
  readonly configSha256: Sha256Hex;
  readonly baseModel: ModelRef;
  /** One for each tensor, in the model's order. */
  readonly clips: readonly TensorClip[];
  readonly ringBits: number;
  /** q_max: the largest magnitude of one site's quantized coordinate. */
  readonly quantumMax: number;
  readonly deadlineUnixMs: number;
  /** Null: nobody signed the run. */
  readonly signature: RunSignature | null;
}

/** Coordinator → site, when a model of the run was committed (or is its initial model, round 0). */
export interface EvaluateTask {
  readonly kind: 'evaluate-task';
  readonly runId: RunId;
  readonly round: number;
  readonly configJson: string;
  readonly configSha256: Sha256Hex;
  readonly model: ModelRef;
  readonly deadlineUnixMs: number;
  readonly signature: RunSignature | null;
}

export interface CancelTask extends AttemptRef {
  readonly kind: 'cancel-task';
  readonly reason: string;
}

export interface TaskAccepted {
  readonly kind: 'task-accepted';
}

/** Site → coordinator, unanswered. */
export interface Progress extends AttemptRef {
  readonly kind: 'progress';
  readonly phase: ProgressPhase;
  readonly step: number;
  readonly stepCount: number;
  /** Null unless the site's policy shares training statistics. */
  readonly loss: number | null;
}

export interface TaskFailed extends AttemptRef {
  readonly kind: 'task-failed';
  readonly code: string;
  readonly message: string;
}

/** Site → coordinator; answered by `chunk` or `refused`. */
export interface ChunkRequest {
  readonly kind: 'chunk-request';
  readonly sha256: Sha256Hex;
  readonly index: number;
}

export interface Chunk {
  readonly kind: 'chunk';
  readonly sha256: Sha256Hex;
  readonly index: number;
  readonly data: Uint8Array;
  readonly chunkSha256: Sha256Hex;
}

/** Site → coordinator; answered by `upload-status`. Idempotent by (run, round, attempt, site). */
export interface UploadOpen extends AttemptRef {
  readonly kind: 'upload-open';
  readonly sha256: Sha256Hex;
  readonly byteLength: number;
  readonly statistics: { readonly exampleCount: number | null; readonly meanLoss: number | null };
  readonly engine: EngineReport;
}

export interface UploadStatus {
  readonly kind: 'upload-status';
  /** The first chunk that is not on the coordinator's disk. */
  readonly nextChunk: number;
  /** The whole payload is on disk and its hash was checked. */
  readonly complete: boolean;
}

/** Site → coordinator; answered by `upload-status` once the chunk is on disk. */
export interface UploadChunk extends AttemptRef {
  readonly kind: 'upload-chunk';
  readonly index: number;
  readonly data: Uint8Array;
  readonly chunkSha256: Sha256Hex;
}

/** Site → coordinator; answered by `evaluation-stored`. Figures of a set, never of an image. */
export interface EvaluationReport extends EvaluationFigures {
  readonly kind: 'evaluation-report';
  readonly runId: RunId;
  readonly round: number;
  readonly modelSha256: Sha256Hex;
  readonly engine: EngineReport;
}

export interface EvaluationStored {
  readonly kind: 'evaluation-stored';
}

export type Message =
  | Refused
  | Enrol
  | Enrolled
  | Ready
  | Welcome
  | RosterUpdate
  | RosterTaken
  | TrainTask
  | EvaluateTask
  | CancelTask
  | TaskAccepted
  | Progress
  | TaskFailed
  | ChunkRequest
  | Chunk
  | UploadOpen
  | UploadStatus
  | UploadChunk
  | EvaluationReport
  | EvaluationStored
  | RunOffer
  | RunAgreed
  | OfferAgain;

export type MessageKind = Message['kind'];

/** One sealed frame's content. */
export interface Envelope {
  /** Counts up from 1 within a session and direction. */
  readonly id: number;
  /** The id of the envelope that this one answers; 0 when it answers none. */
  readonly replyTo: number;
  readonly message: Message;
}
