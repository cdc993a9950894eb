export { bootstrapInterval, type BootstrapOptions } from './bootstrap.js';
export { CompiledPredictor, type PredictionOptions } from './engine/compiled-predictor.js';
export { CompiledTrainer, type TrainingOptions } from './engine/compiled-trainer.js';
export { LEARNING_ERRORS, LearningError, type LearningErrorCode } from './errors.js';
export { exportPrediction } from './export-prediction.js';
export { initialTensors } from './initial-tensors.js';
export { maskMetrics, summarize, type MaskMetrics, type Summary } from './mask-metrics.js';
export { meanMaskBaseline } from './mean-mask.js';
export { parameterCount, type ModelSpec } from './model-spec.js';
