import type { NamedTensor } from '@mammofed/core';
import { mainLogits, type Outputs } from '../deep-supervision.js';
import { LearningError } from '../errors.js';
import { tf } from '../tfjs.js';
import type { PredictionOptions } from './compiled-predictor.js';
import type { EngineId, Predictor } from './engine.js';
import { NativeModel } from './native-model.js';
import type { NativeBackend } from './native-trainer.js';

/** Predicts masks by tfjs's own operations. */
export class NativePredictor implements Predictor {
  readonly engine: EngineId;
  readonly #options: PredictionOptions;
  readonly #model: NativeModel;
  #isLoaded = false;

  /** @throws LearningError `bad-model-spec`. */
  constructor(options: PredictionOptions, { backend, engine }: NativeBackend) {
    this.engine = engine;
    this.#options = options;
    this.#model = new NativeModel(options.spec, backend);
  }

  /** @throws LearningError `wrong-weights`. */
  load(weights: readonly NamedTensor[]): void {
    this.#model.setWeights(weights);
    this.#isLoaded = true;
  }

  /** @throws LearningError `no-weights`, `wrong-shape`. */
  async predict(images: Float32Array): Promise<Float32Array> {
    if (!this.#isLoaded) throw new LearningError('no-weights', 'the predictor has no weights yet; call load first');
    const { spec, batchSize } = this.#options;
    const pixels = spec.size * spec.size;
    if (images.length === 0 || images.length % pixels !== 0)
      throw new LearningError('wrong-shape', `a prediction takes whole images of ${spec.size} × ${spec.size} pixels`, {
        imagePixels: pixels,
        images: images.length,
      });
    const probabilities = new Float32Array(images.length);
    for (let start = 0; start < images.length; start += batchSize * pixels) {
      const batch = images.subarray(start, start + batchSize * pixels);
      const values = this.#model.run(() =>
        tf.tidy(() => {
          const input = tf.tensor(batch, [batch.length / pixels, spec.size, spec.size, 1]);
          const outputs = this.#model.layers.apply(input, { training: false }) as Outputs;
          return tf.sigmoid(mainLogits(outputs)).dataSync<'float32'>();
        }),
      );
      probabilities.set(values, start);
    }
    return probabilities;
  }

  dispose(): Promise<void> {
    this.#model.dispose();
    return Promise.resolve();
  }
}
