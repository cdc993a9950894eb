export { COARSE_PARTS, isCoarseProgress } from './coarse-progress.js';
export { augmentationName, AUGMENTATIONS, type Augmentation, type AugmentationName } from './augmentation.js';
export { bootstrapInterval, type BootstrapOptions } from './bootstrap.js';
export { isBatchStatistic, isBatchVariance } from './batch-statistics.js';
export { canonicalJson } from './canonical-json.js';
export type { Clock } from './clock.js';
export {
  CodedError,
  /** @public */
  CORE_ERRORS,
  CoreError,
  isCodedError,
  type CoreErrorCode,
  type ErrorCatalogue,
  type ErrorContext,
  type ErrorNote,
} from './errors.js';
export { runId, sha256Hex, siteId, type RunId, type Sha256Hex, type SiteId } from './ids.js';
export { jsonLinesLogger, type LogFields, type Logger } from './logger.js';
export { decodeModelFile, elementCount, encodeModelFile, type ModelFile, type NamedTensor } from './model-file.js';
export {
  coordinateBytes,
  packedBlocks,
  packedByteLength,
  RING_WIDTHS,
  type PackedLayout,
  type RingBits,
} from './packed-vector.js';
export { normal, seededRng, shuffled, uniformInt, type Rng } from './rng.js';
export {
  assertRunConfig,
  greyWindowProblems,
  MODEL_NAMES,
  MODES,
  runConfigProblems,
  type GreyWindow,
  type Mode,
  type ModelName,
  type RunConfig,
} from './run-config.js';
export {
  PARTICIPANT_STATES,
  participantTransition,
  roundTransition,
  runTransition,
  type ParticipantState,
  type RoundState,
  type RunState,
} from './run-state.js';
export { ENGINE_NAMES, type EngineName } from './engine-names.js';
export type {
  EngineReport,
  EvaluationFigures,
  EvaluationView,
  Interval,
  MetricSummary,
  ParticipantView,
  RoundView,
  RunView,
  SubsetFigures,
} from './run-view.js';
