import type { NamedTensor } from '@mammofed/core';
import { compilePrediction } from '../compile-prediction.js';
import { assertWeightsFit } from '../engine/weights-check.js';
import { tensorPlans, type ModelSpec } from '../model-spec.js';
import { buildModel } from '../models/build-model.js';

/**
 * Writes a trained model as one ONNX file that any ONNX runtime can run: input `images`, float32 (1, S, S, 1), a region as
 * the model wants it; output `probabilities` of foreground, float32 (1, S, S, 1). The weights are inside, each an initializer
 * of the tensor's name and shape, and only operators of the ONNX standard are used.
 * @param tensors - the model's tensors in the model's order; copied.
 * @param metadata - texts about the model; they become the file's metadata_props.
 * @returns the file's bytes. Equal arguments give equal bytes.
 * @throws LearningError `bad-model-spec`, `wrong-weights`, `compile-failed`.
 */
export function onnxFile(
  spec: ModelSpec,
  tensors: readonly NamedTensor[],
  metadata: Readonly<Record<string, string>>,
): Uint8Array {
  assertWeightsFit(tensorPlans(spec), tensors);
  return compilePrediction(() => buildModel(spec), [1, spec.size, spec.size, 1], { tensors, metadata }).bytes;
}
