import { elementCount, type NamedTensor } from '@mammofed/core';
import { LearningError } from '../errors.js';
import { segmentationLoss } from '../losses.js';
import { tf } from '../tfjs.js';
import { ADAM, type TrainingOptions } from './compiled-trainer.js';
import type { EngineId, Trainer } from './engine.js';
import { NativeModel } from './native-model.js';

/** Where the arithmetic of tfjs itself runs. */
export interface NativeBackend {
  /** tfjs's name of it; it must be registered. */
  readonly backend: string;
  readonly engine: EngineId;
}

/** Trains a model by tfjs's own operations: the same code that the compiled step is recorded from. */
export class NativeTrainer implements Trainer {
  readonly engine: EngineId;
  readonly #options: TrainingOptions;
  readonly #model: NativeModel;
  readonly #trainable: readonly tf.Variable[];
  #optimizer: tf.Optimizer | undefined;
  #stepsRun = 0;

  /** @throws LearningError `bad-model-spec`. */
  constructor(options: TrainingOptions, { backend, engine }: NativeBackend) {
    this.engine = engine;
    this.#options = options;
    this.#model = new NativeModel(options.spec, backend);
    this.#trainable = this.#model.layers.trainableWeights.map(
      (weight) => tf.engine().registeredVariables[weight.name] as tf.Variable,
    );
  }

  /** @throws LearningError `wrong-weights`. */
  reset(weights: readonly NamedTensor[]): void {
    this.#model.setWeights(weights);
    const { learningRate, epsilon = ADAM.epsilon } = this.#options;
    this.#model.run(() => {
      this.#optimizer?.dispose();
      this.#optimizer = tf.train.adam(learningRate, ADAM.beta1, ADAM.beta2, epsilon);
    });
  }

  /** @throws LearningError `no-weights`, `wrong-shape`, `diverged`. */
  async advance(images: Float32Array, masks: Float32Array): Promise<readonly number[]> {
    const optimizer = this.#optimizer;
    if (optimizer === undefined)
      throw new LearningError('no-weights', 'the trainer has no weights yet; call reset first');
    const { spec, batchSize, learningRate } = this.#options;
    const shape = [batchSize, spec.size, spec.size, 1];
    const expected = elementCount(shape);
    if (images.length !== expected || masks.length !== expected)
      throw new LearningError(
        'wrong-shape',
        `a step takes ${batchSize} images and masks of ${spec.size} × ${spec.size} pixels`,
        { expected, images: images.length, masks: masks.length },
      );
    const loss = this.#model.run(() => this.#step(optimizer, tf.tensor(images, shape), tf.tensor(masks, shape)));
    this.#stepsRun++;
    if (!Number.isFinite(loss))
      throw new LearningError(
        'diverged',
        'the loss is no longer a finite number; lower the learning rate or look for images that are not as the others',
        { stepsRun: this.#stepsRun, learningRate },
      );
    return [loss];
  }

  /** None: every step returns its own. */
  readLosses(): Promise<readonly number[]> {
    return Promise.resolve([]);
  }

  async weights(): Promise<NamedTensor[]> {
    if (this.#optimizer === undefined)
      throw new LearningError('no-weights', 'the trainer has no weights yet; call reset first');
    return this.#model.getWeights();
  }

  dispose(): Promise<void> {
    this.#optimizer?.dispose();
    this.#optimizer = undefined;
    this.#model.dispose();
    return Promise.resolve();
  }

  #step(optimizer: tf.Optimizer, images: tf.Tensor, masks: tf.Tensor): number {
    const { layers } = this.#model;
    const loss = optimizer.minimize(
      () => segmentationLoss(masks, layers.apply(images, { training: true }) as tf.Tensor),
      true,
      [...this.#trainable],
    ) as tf.Scalar;
    const [value] = loss.dataSync<'float32'>();
    tf.dispose([loss, images, masks]);
    return value as number;
  }
}
