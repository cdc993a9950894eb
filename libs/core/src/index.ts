export type { DataCheckFigures, FindingCount } from './data-check-figures.js';
export {
  ALL_IMAGES_FINDINGS,
  DATA_FINDINGS,
  IMAGE_FINDINGS,
  isFindingCode,
  isRefusal,
  type DataFindingCode,
} from './data-findings.js';
export {
  addedStatistics,
  countedStatistics,
  hasKnownBins,
  imagesIn,
  mapStatistics,
  STATISTIC_NAMES,
  STATISTICS,
  type CountedStatistics,
  type DataStatistics,
  type StatisticName,
} from './data-statistics.js';
export { dataContractProblems, OPEN_DATA_CONTRACT, type DataContract, type ValueRange } from './data-contract.js';
export { COARSE_PARTS, isCoarseProgress } from './coarse-progress.js';
export { augmentationName, AUGMENTATIONS, type Augmentation, type AugmentationName } from './augmentation.js';
export { BALANCE_NAMES, type Balance } from './balance.js';
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
export { MAX_TOPOLOGY_FILE_BYTES } from './own-model/limits.js';
export { readOwnModel, type OwnLayer, type OwnModel } from './own-model/own-model.js';
export type { ActivationName } from './own-model/setting.js';
export { runId, sha256Hex, siteId, type RunId, type Sha256Hex, type SiteId } from './ids.js';
export { isUnder } from './layer-names.js';
export { jsonLinesLogger, type LogFields, type Logger } from './logger.js';
export {
  FOCAL_GAMMA,
  LOSS_NAMES,
  lossProblems,
  SEGMENTATION_LOSS,
  type FocalParameters,
  type LossSpec,
  type LossTerm,
  type TverskyParameters,
} from './loss-spec.js';
export { median } from './median.js';
export { decodeModelFile, elementCount, encodeModelFile, type ModelFile, type NamedTensor } from './model-file.js';
export {
  ADADELTA,
  ADAGRAD,
  ADAM,
  OPTIMIZER_NAMES,
  optimizerProblems,
  RMSPROP,
  type AdadeltaSpec,
  type AdagradSpec,
  type AdamSpec,
  type MomentumSpec,
  type OptimizerSpec,
  type RmspropSpec,
} from './optimizer-spec.js';
export {
  EXTRA_WORDS,
  packedBlocks,
  packedByteLength,
  PackedCursor,
  RING_WIDTHS,
  type PackedLayout,
  type RingBits,
} from './packed-vector.js';
export { lotsOf, type PatientPrivacy } from './patient-privacy.js';
export { rotationBlock, type SitePrivacy } from './site-privacy.js';
export { bytesText, counted, textTable } from './plain-text.js';
export { quantile } from './quantile.js';
export { normal, seededRng, shuffled, uniformInt, type Rng } from './rng.js';
export {
  assertRunConfig,
  greyWindowProblems,
  MODEL_NAMES,
  MODES,
  OWN_MODEL,
  ringBitsOf,
  runConfigProblems,
  type GreyWindow,
  type Mode,
  type ModelName,
  type ModelSpec,
  type OwnModelSpec,
  type RunConfig,
} from './run-config.js';
export {
  isSecurePhase,
  PARTICIPANT_STATES,
  participantTransition,
  roundTransition,
  runTransition,
  SECURE_PHASES,
  type ParticipantState,
  type RoundState,
  type RunState,
  type SecurePhase,
} from './run-state.js';
export {
  DEFAULT_OPTIMIZER,
  frozenProblems,
  isMovedByGradientSize,
  SCHEDULE_NAMES,
  type RoundSchedule,
  type TrainingConfig,
} from './training-config.js';
export { ENGINE_NAMES, type EngineName } from './engine-names.js';
export type {
  DataCheckView,
  EngineReport,
  EvaluationFigures,
  EvaluationView,
  Interval,
  MetricSummary,
  ParticipantView,
  RoundView,
  RunView,
  SecureRoundView,
  WithheldSite,
} from './run-view.js';
export {
  DENSITY_PARTS,
  LENGTH_UNITS,
  PATHOLOGY_PARTS,
  SIZE_PARTS,
  type LengthUnit,
  type LesionMeans,
  type SegmentationSummary,
  type SliceMeans,
  type SubsetFigures,
  type SurfaceMeans,
} from './segmentation-summary.js';
