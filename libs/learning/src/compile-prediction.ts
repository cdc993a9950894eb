import type { NamedTensor } from '@mammofed/core';
import { applyModel } from './apply-model.js';
import { mainLogits } from './deep-supervision.js';
import { graphInput } from './trace/graph-tensor.js';
import { LearningError } from './errors.js';
import { tf, type tfLayers } from './tfjs.js';
import type { GraphTarget } from './trace/graph-target.js';
import type { Recording } from './trace/recording.js';
import { withTraceBackend } from './trace/with-trace-backend.js';
import { bindWindows, stepWindows, type StepWindows, type WeightSlot, type WeightWindow } from './weight-windows.js';

/** Names of the graph's inputs and outputs besides the weights. */
export const PREDICTION_PORTS = { images: 'images', probabilities: 'probabilities' } as const;

/**
 * A model's inference as one ONNX graph. Its weights are inputs, so that a new global model needs no new session, unless they
 * were given while compiling.
 */
export interface CompiledPrediction {
  /** An ONNX file. */
  readonly bytes: Uint8Array;
  /** Where the model's tensors go in the graph's inputs; none if they are inside. */
  readonly weights: readonly WeightSlot[];
}

/** What is written into a graph that runs by itself. */
export interface PredictionContent {
  /** Every tensor of the model; each becomes a constant of its own name and shape. */
  readonly tensors: readonly NamedTensor[];
  /** Texts about the model. */
  readonly metadata: Readonly<Record<string, string>>;
}

/**
 * Records the sigmoid of a model's logits as an ONNX graph.
 * @param buildModel - builds the model; it is disposed of after compiling.
 * @param imageShape - shape of a batch, (B, H, W, channels).
 * @param inside - the weights, to be written into the graph instead of being its inputs.
 * @param target - what will run the graph; any processor if not given.
 * @throws LearningError `unsupported-op` if an operation has no lowering; `compile-failed` if tfjs refuses the model.
 */
export function compilePrediction(
  buildModel: () => tfLayers.LayersModel,
  imageShape: readonly number[],
  inside?: PredictionContent,
  target?: GraphTarget,
): CompiledPrediction {
  return withTraceBackend((backend) => {
    const model = buildModel();
    try {
      const { groups, trained, statistics } = stepWindows(model);
      return backend.record((recording) => {
        const probabilities = tf.tidy(() => {
          if (inside === undefined) bindInputs({ groups, statistics }, recording);
          else bindConstants([...trained, ...statistics], inside.tensors, recording);
          const images = graphInput(recording, PREDICTION_PORTS.images, imageShape);
          return tf.sigmoid(mainLogits(applyModel(model, images, { training: false }, recording)));
        });
        recording.graph.output(PREDICTION_PORTS.probabilities, recording.nameOf(probabilities), probabilities.shape);
        probabilities.dispose();
        return {
          bytes: recording.graph.encode(inside?.metadata),
          weights: inside === undefined ? [...trained, ...statistics].map(({ slot }) => slot) : [],
        };
      }, target);
    } catch (error) {
      if (error instanceof LearningError) throw error;
      throw new LearningError('compile-failed', `the model cannot be compiled: ${String(error)}`, {}, error);
    } finally {
      model.dispose();
    }
  });
}

function bindInputs({ groups, statistics }: Pick<StepWindows, 'groups' | 'statistics'>, recording: Recording): void {
  for (const { state, size, windows } of groups) bindWindows(windows, graphInput(recording, state, [size]));
  for (const { variable, slot } of statistics) variable.assign(graphInput(recording, slot.state, slot.shape));
}

function bindConstants(windows: readonly WeightWindow[], tensors: readonly NamedTensor[], recording: Recording): void {
  const dataByName = new Map(tensors.map(({ name, data }) => [name, data]));
  for (const { variable, slot } of windows) {
    variable.assign(tf.tensor(dataByName.get(slot.name) as Float32Array, [...slot.shape]));
    recording.nameConstant(variable, slot.name);
  }
}
