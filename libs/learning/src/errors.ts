import { CodedError } from '@mammofed/core';

/**
 * - `bad-model-spec`: no such model, or a width or size it cannot have.
 * - `bad-options`: a batch size, learning rate or thread count that makes no sense.
 * - `unsupported-op`: the step uses an operation that has no translation to ONNX; found while compiling.
 * - `compile-failed`: the step could not be recorded for another reason.
 * - `session-failed`: onnxruntime refused to load or to run a compiled graph; its own error is the cause.
 * - `wrong-weights`: the tensors are not the model's (a name, an order or a shape differs).
 * - `wrong-shape`: an image, mask or batch has not the size that was compiled for.
 * - `no-weights`: a step or a prediction was asked for before any weights were given.
 * - `busy`: a second call while one is running; the caller forgot to await.
 * - `disposed`: used after dispose().
 * - `diverged`: the loss is no longer a finite number.
 * - `no-values`: a summary or a baseline of nothing.
 */
export type LearningErrorCode =
  | 'bad-model-spec'
  | 'bad-options'
  | 'unsupported-op'
  | 'compile-failed'
  | 'session-failed'
  | 'wrong-weights'
  | 'wrong-shape'
  | 'no-weights'
  | 'busy'
  | 'disposed'
  | 'diverged'
  | 'no-values';

/** What this package refuses, and why. Neither message nor context carries pixel values or weights. */
export class LearningError extends CodedError<LearningErrorCode> {}
