import type {
  CountedStatistics,
  DataCheckFigures,
  EngineReport,
  EvaluationFigures,
  RingBits,
  RunId,
  Sha256Hex,
  SiteId,
} from '@mammofed/core';
import type { AttemptRef } from './attempt-ref.js';
import type {
  Advertisement,
  AdvertiseRequest,
  Confirmation,
  ConfirmRequest,
  DealtShares,
  MaskAccepted,
  MaskRequest,
  Roll,
  Trained,
  TrainedNoted,
  UnmaskRequest,
  UnmaskShares,
} from './secure-messages.js';

export interface ModelRef {
  readonly sha256: Sha256Hex;
  readonly byteLength: number;
}

/** A head of the coordinator's log, with its signature, which nobody has checked yet. */
export interface TreeHead {
  /** Number of entries. */
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
  /** When it was signed, milliseconds since 1970. */
  readonly atMs: number;
  /** Ed25519, 64 bytes. */
  readonly signature: Uint8Array;
}

export interface TensorClip {
  readonly tensor: string;
  /** > 0, in the unit of the weights; a float32, so that both ends compute with the same bits. */
  readonly clip: number;
}

export const PROGRESS_PHASES = [
  'downloading',
  'preparing',
  'training',
  'uploading',
  'evaluating',
  /** The site's disk is full: it waits for room and goes on then. */
  'disk-full',
  /** Its update is ready, and the phases of secure aggregation have not begun, or wait for other sites. */
  'waiting-for-cohort',
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
  /** The newest. */
  readonly treeHead: TreeHead;
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

/** Site → coordinator, after `run-agreed`; answered by `data-check-stored` or `refused`. */
export interface DataCheckReport extends DataCheckFigures {
  readonly kind: 'data-check-report';
  readonly runId: RunId;
}

/** Sum over all other sites that shared their counts. */
export interface ConsortiumStatistics extends CountedStatistics {
  readonly sites: number;
}

export interface DataCheckStored {
  readonly kind: 'data-check-stored';
  /** Null while too few sites have shared theirs. */
  readonly others: ConsortiumStatistics | null;
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
  readonly ringBits: RingBits;
  /** q_max: the largest magnitude of one site's quantized coordinate. */
  readonly quantumMax: number;
  readonly deadlineUnixMs: number;
  /** Of a log that has the attempt's cohort. */
  readonly treeHead: TreeHead;
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
  /** Of a log that has the model. */
  readonly treeHead: TreeHead;
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

/** Site → coordinator; answered by `tree-head-answer`. */
export interface TreeHeadRequest {
  readonly kind: 'tree-head-request';
}

export interface TreeHeadAnswer {
  readonly kind: 'tree-head-answer';
  readonly treeHead: TreeHead;
}

/** Site → coordinator; answered by `consistency-proof` or `refused`. */
export interface ConsistencyRequest {
  readonly kind: 'consistency-request';
  readonly fromSize: number;
  readonly toSize: number;
}

export interface ConsistencyProof {
  readonly kind: 'consistency-proof';
  /** 32 bytes each. */
  readonly nodes: readonly Uint8Array[];
}

/** Entries that a site asks for: a run's configuration, the cohort of an attempt, the model of a round. */
export const LOG_RECORDS = ['run', 'cohort', 'committed'] as const;

/** Site → coordinator; answered by `log-record` or `refused`. */
export interface LogRecordRequest {
  readonly kind: 'log-record-request';
  readonly record: (typeof LOG_RECORDS)[number];
  readonly runId: RunId;
  /** 0 for `run`. */
  readonly round: number;
  /** 0 but for `cohort`. */
  readonly attempt: number;
  /** Number of entries of the head that the proof is to lead to. */
  readonly treeSize: number;
}

export interface LogRecord {
  readonly kind: 'log-record';
  /** 0-based. */
  readonly index: number;
  /** Canonical JSON. */
  readonly entry: Uint8Array;
  /** 32 bytes each. */
  readonly nodes: readonly Uint8Array[];
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
  | OfferAgain
  | DataCheckReport
  | DataCheckStored
  | Trained
  | TrainedNoted
  | AdvertiseRequest
  | Advertisement
  | Roll
  | DealtShares
  | MaskRequest
  | MaskAccepted
  | ConfirmRequest
  | Confirmation
  | UnmaskRequest
  | UnmaskShares
  | TreeHeadRequest
  | TreeHeadAnswer
  | ConsistencyRequest
  | ConsistencyProof
  | LogRecordRequest
  | LogRecord;

export type MessageKind = Message['kind'];

/** One sealed frame's content. */
export interface Envelope {
  /** Counts up from 1 within a session and direction. */
  readonly id: number;
  /** The id of the envelope that this one answers; 0 when it answers none. */
  readonly replyTo: number;
  readonly message: Message;
}
