import type { NamedTensor } from '@mammofed/core';
import type { ExampleInputs } from './example-inputs.js';
import type { RoundInputs } from './round-inputs.js';

/** What computes, as it is reported with its results. */
export interface EngineId {
  /** `compiled`: the recorded ONNX step; `tensorflow`: the same model run by TensorFlow. */
  readonly name: 'compiled' | 'tensorflow';
  readonly device: 'cpu' | 'webgpu' | 'cuda' | 'gpu';
}

/** Trains one model, batch by batch. One call at a time. */
export interface Trainer {
  readonly engine: EngineId;
  /** How many weights are trained: the length of a step's noise. */
  readonly trainedCount: number;
  /** Sets the weights (the model's tensors in its order; copied) and starts the optimizer afresh. */
  reset(weights: readonly NamedTensor[], inputs?: RoundInputs): void;
  /**
   * Runs one step on images and masks, (B, S, S) each. @returns the losses that were read, in the order of the steps: those
   * since the last ones that were returned, or none if they are left for a later call.
   * @param examples - given if and only if each image's gradient is clipped by itself.
   */
  advance(images: Float32Array, masks: Float32Array, examples?: ExampleInputs): Promise<readonly number[]>;
  /** @returns the losses that no call has returned yet. */
  readLosses(): Promise<readonly number[]>;
  /** @returns copies of the model's tensors, in its order. */
  weights(): Promise<NamedTensor[]>;
  dispose(): Promise<void>;
}

/** Predicts masks with one model. One call at a time. */
export interface Predictor {
  readonly engine: EngineId;
  /** Sets the weights (the model's tensors in its order; copied). */
  load(weights: readonly NamedTensor[]): void;
  /** @returns probabilities of foreground for images (n, S, S), n from 1: a new array. */
  predict(images: Float32Array): Promise<Float32Array>;
  dispose(): Promise<void>;
}
