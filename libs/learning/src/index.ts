export type { ExampleInputs } from './engine/example-inputs.js';
export { CompiledPredictor, type PredictionOptions } from './engine/compiled-predictor.js';
export { CompiledTrainer, type TrainingOptions } from './engine/compiled-trainer.js';
export type { Predictor, Trainer } from './engine/engine.js';
export { createPredictor, createTrainer } from './engine/engines.js';
export type { GraphCache } from './engine/graph-cache.js';
export { ENGINE_VERSIONS } from './engine/graph-session.js';
export { runSelfTest, SELF_TEST } from './engine/self-test.js';
/** @public What this package refuses: docs/errors.md is made from it. */
export { LEARNING_ERRORS, LearningError, type LearningErrorCode } from './errors.js';
export type { ExchangeFile } from './interchange/exchange-file.js';
export { onnxFile } from './interchange/onnx-file.js';
export { readOnnx } from './interchange/read-onnx.js';
export { readTfjs } from './interchange/read-tfjs.js';
export { TFJS_MODEL_FILE, tfjsFiles, type WrittenFile } from './interchange/tfjs-files.js';
export { initialTensors } from './initial-tensors.js';
export { maskMetrics, summarize, type MaskMetrics, type Summary } from './mask-metrics.js';
export { meanMaskBaseline } from './mean-mask.js';
export { parameterCount, type ModelSpec } from './model-spec.js';
