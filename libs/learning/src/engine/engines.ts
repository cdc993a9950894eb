import type { EngineName } from '@mammofed/core';
import { CompiledPredictor, type PredictionOptions } from './compiled-predictor.js';
import { CompiledTrainer } from './compiled-trainer.js';
import type { Predictor, Trainer } from './engine.js';
import { assertPositiveInteger } from '../option-checks.js';
import type { GraphCache } from './graph-cache.js';
import { NativePredictor } from './native-predictor.js';
import { NativeTrainer, type NativeBackend } from './native-trainer.js';
import { loadTensorflow, type TensorflowEngine } from './tensorflow.js';
import type { BatchSplit, TrainingOptions } from './training-options.js';

/**
 * @param cache - where compiled steps are kept, if anywhere.
 * @param onSplit - told when a compiled step's GPU has not enough memory for a batch, and it goes through the model in parts
 * from then on.
 * @throws LearningError `bad-model-spec`, `bad-options`, `unsupported-op`, `compile-failed`, `out-of-memory`; `session-failed`
 * or `engine-missing` if the engine cannot be used on this machine.
 */
export async function createTrainer(
  engine: EngineName,
  options: Omit<TrainingOptions, 'device'>,
  cache?: GraphCache,
  onSplit?: (split: BatchSplit) => void,
): Promise<Trainer> {
  switch (engine) {
    case 'cpu':
    case 'webgpu':
    case 'cuda':
      return CompiledTrainer.create({ ...options, device: engine }, cache, onSplit);
    case 'tfjs-node':
    case 'tfjs-node-gpu':
      return new NativeTrainer(options, await nativeBackend(engine));
  }
}

/** @throws LearningError as {@link createTrainer}. */
export async function createPredictor(
  engine: EngineName,
  options: Omit<PredictionOptions, 'device'>,
  cache?: GraphCache,
): Promise<Predictor> {
  switch (engine) {
    case 'cpu':
    case 'webgpu':
    case 'cuda':
      return CompiledPredictor.create({ ...options, device: engine }, cache);
    case 'tfjs-node':
    case 'tfjs-node-gpu':
      assertPositiveInteger('the batch size', options.batchSize);
      return new NativePredictor(options, await nativeBackend(engine));
  }
}

async function nativeBackend(engine: TensorflowEngine): Promise<NativeBackend> {
  const device = engine === 'tfjs-node' ? 'cpu' : 'gpu';
  return { backend: await loadTensorflow(engine), engine: { name: 'tensorflow', device } };
}
