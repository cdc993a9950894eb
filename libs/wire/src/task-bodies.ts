import {
  LENGTH_UNITS,
  RING_WIDTHS,
  type Interval,
  type LesionMeans,
  type MetricSummary,
  type RunId,
  type SegmentationSummary,
  type SubsetFigures,
  type SurfaceMeans,
} from '@mammofed/core';
import {
  anyAttempt,
  body,
  engineReport,
  evaluatedRound,
  modelRef,
  runSignature,
  trainingAttempt,
  treeHead,
} from './bodies.js';
import {
  finite,
  hash,
  integer,
  list,
  name,
  oneOf,
  oneOfNumbers,
  optional,
  positiveFloat32,
  prose,
  struct,
  text,
} from './fields.js';
import { MAX_CONFIG_CHARACTERS, MAX_TENSOR_NAME_CHARACTERS, MAX_TENSORS, MAX_UINT32 } from './limits.js';
import { PROGRESS_PHASES, type TensorClip } from './messages.js';

/** Largest ring; q_max must be below half of it. */
const MAX_RING_BITS = 32;

const runConfig = { configJson: text(MAX_CONFIG_CHARACTERS), configSha256: hash, signature: optional(runSignature) };
const deadline = { deadlineUnixMs: integer(0, Number.MAX_SAFE_INTEGER) };

export const trainTask = body('train-task', 'trainTask', {
  ...trainingAttempt,
  mode: name(),
  ...runConfig,
  baseModel: modelRef,
  clips: list(struct<TensorClip>({ tensor: text(MAX_TENSOR_NAME_CHARACTERS), clip: positiveFloat32 }), MAX_TENSORS),
  ringBits: oneOfNumbers(RING_WIDTHS),
  quantumMax: integer(1, 2 ** (MAX_RING_BITS - 1) - 1),
  ...deadline,
  treeHead,
});

export const evaluateTask = body('evaluate-task', 'evaluateTask', {
  runId: name<RunId>(),
  round: evaluatedRound,
  ...runConfig,
  model: modelRef,
  ...deadline,
  treeHead,
});

export const cancelTask = body('cancel-task', 'cancelTask', { ...anyAttempt, reason: prose });

export const taskAccepted = body('task-accepted', 'taskAccepted', {});

export const progress = body('progress', 'progress', {
  ...anyAttempt,
  phase: oneOf(PROGRESS_PHASES),
  step: integer(0, MAX_UINT32),
  stepCount: integer(0, MAX_UINT32),
  loss: optional(finite),
});

export const taskFailed = body('task-failed', 'taskFailed', { ...anyAttempt, code: name(), message: prose });

const metricSummary = struct<MetricSummary>({ mean: optional(finite), min: optional(finite), max: optional(finite) });
const interval = struct<Interval>({ low: finite, high: finite });
const subsetFigures = struct<SubsetFigures>({ n: integer(1, MAX_UINT32), dice: finite });
const part = optional(subsetFigures);
const segmentationSummary = struct<SegmentationSummary>({
  iou: optional(finite),
  surface: optional(
    struct<SurfaceMeans>({
      unit: oneOf(LENGTH_UNITS),
      tolerance: finite,
      hausdorff95: finite,
      averageSurfaceDistance: finite,
      normalizedSurfaceDice: finite,
    }),
  ),
  lesions: optional(struct<LesionMeans>({ step: finite, sensitivity: finite, falsePositivesPerImage: finite })),
  size: optional(struct({ small: part, medium: part, large: part })),
  density: optional(struct({ a: part, b: part, c: part, d: part, unknown: part })),
  pathology: optional(struct({ benign: part, malignant: part, unknown: part })),
});

export const evaluationReport = body('evaluation-report', 'evaluationReport', {
  runId: name<RunId>(),
  round: evaluatedRound,
  modelSha256: hash,
  n: optional(integer(0, MAX_UINT32)),
  dice: metricSummary,
  sensitivity: metricSummary,
  specificity: metricSummary,
  accuracy: metricSummary,
  allLesionDice: optional(finite),
  meanMaskDice: optional(finite),
  diceInterval: optional(interval),
  edge: optional(subsetFigures),
  central: optional(subsetFigures),
  segmentation: optional(segmentationSummary),
  engine: engineReport,
});

export const evaluationStored = body('evaluation-stored', 'evaluationStored', {});
