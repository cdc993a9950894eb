export { CompiledPredictor, type PredictionOptions } from './engine/compiled-predictor.js';
export { CompiledTrainer, type TrainingOptions } from './engine/compiled-trainer.js';
export type { Predictor, Trainer } from './engine/engine.js';
export { createPredictor, createTrainer } from './engine/engines.js';
export { ENGINE_VERSIONS } from './engine/graph-session.js';
export { runSelfTest, SELF_TEST } from './engine/self-test.js';
/** @public What this package refuses: docs/errors.md is made from it. */
export { LEARNING_ERRORS, LearningError, type LearningErrorCode } from './errors.js';
export { exportPrediction } from './export-prediction.js';
export { initialTensors } from './initial-tensors.js';
export { maskMetrics, summarize, type MaskMetrics, type Summary } from './mask-metrics.js';
export { meanMaskBaseline } from './mean-mask.js';
export { parameterCount, type ModelSpec } from './model-spec.js';
export { ADAM } from './optimizers/optimizer-spec.js';
