import { applyModel, graphInput } from './compile-step.js';
import { LearningError } from './errors.js';
import { tf, type tfLayers } from './tfjs.js';
import { withTraceBackend } from './trace/with-trace-backend.js';
import { bindWindows, statisticWindows, WEIGHTS_STATE, weightWindows, type WeightSlot } from './weight-windows.js';

/** Names of the graph's inputs and outputs besides the weights. */
export const PREDICTION_PORTS = { images: 'images', probabilities: 'probabilities' } as const;

/** A model's inference as one ONNX graph; the weights are inputs, so that a new global model needs no new session. */
export interface CompiledPrediction {
  /** An ONNX file. */
  readonly bytes: Uint8Array;
  readonly weights: readonly WeightSlot[];
}

/**
 * Records the sigmoid of a model's logits as an ONNX graph.
 * @param buildModel - builds the model; it is disposed of after compiling.
 * @param imageShape - shape of a batch, (B, H, W, channels).
 * @throws LearningError `unsupported-op` if an operation has no lowering; `compile-failed` if tfjs refuses the model.
 */
export function compilePrediction(
  buildModel: () => tfLayers.LayersModel,
  imageShape: readonly number[],
): CompiledPrediction {
  return withTraceBackend((backend) => {
    const model = buildModel();
    try {
      const trainable = weightWindows(model);
      const statistics = statisticWindows(model);
      const size = trainable.reduce((sum, { slot }) => sum + slot.size, 0);
      return backend.record((recording) => {
        const probabilities = tf.tidy(() => {
          bindWindows(trainable, graphInput(recording, WEIGHTS_STATE, [size]));
          for (const { variable, slot } of statistics) variable.assign(graphInput(recording, slot.state, slot.shape));
          const images = graphInput(recording, PREDICTION_PORTS.images, imageShape);
          return tf.sigmoid(applyModel(model, images, { training: false }, recording));
        });
        recording.graph.output(PREDICTION_PORTS.probabilities, recording.nameOf(probabilities), probabilities.shape);
        probabilities.dispose();
        return {
          bytes: recording.graph.encode(),
          weights: [...trainable, ...statistics].map(({ slot }) => slot),
        };
      });
    } catch (error) {
      if (error instanceof LearningError) throw error;
      throw new LearningError('compile-failed', `the model cannot be compiled: ${String(error)}`, {}, error);
    } finally {
      model.dispose();
    }
  });
}
