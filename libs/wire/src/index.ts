export { Conversation, type ConversationParts } from './conversation.js';
export { decodeEnvelope, encodeEnvelope } from './envelope-codec.js';
/** @public What this package refuses: docs/errors.md is made from it. */
export { WIRE_ERRORS, WireError, type WireErrorCode } from './errors.js';
export {
  decodeClientFinish,
  decodeClientHello,
  decodeServerHello,
  encodeClientFinish,
  encodeClientHello,
  encodeServerHello,
  type ClientFinishFields,
  type ClientHelloFields,
  type ServerHelloFields,
} from './handshake-codec.js';
export { chunkCount, MAX_CHUNK_BYTES, MAX_FRAME_BYTES, MAX_HANDSHAKE_BYTES, MAX_MODEL_BYTES } from './limits.js';
export type { AttemptRef } from './attempt-ref.js';
export {
  type CancelTask,
  type ConsistencyProof,
  type ConsortiumStatistics,
  type DataCheckReport,
  type DataCheckStored,
  type ConsistencyRequest,
  type LogRecord,
  type TreeHeadAnswer,
  type LogRecordRequest,
  type TreeHead,
  type Chunk,
  type ChunkRequest,
  type Enrol,
  type Enrolled,
  type Envelope,
  type EvaluateTask,
  type EvaluationReport,
  type EvaluationStored,
  type Message,
  type MessageKind,
  type ModelRef,
  type Progress,
  type ProgressPhase,
  type Ready,
  type Refused,
  type RunOffer,
  type TaskAccepted,
  type TaskFailed,
  type TensorClip,
  type TrainTask,
  type UploadChunk,
  type UploadOpen,
  type UploadStatus,
  type Welcome,
} from './messages.js';
export { checkedRunConfig, dataContractShape } from './run-config.js';
export type {
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
export { MAX_PROBE_BYTES, MAX_PROBES } from './line-probe.js';
export { SOCKET_EVENTS } from './socket-events.js';
