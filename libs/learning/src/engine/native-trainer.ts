import { elementCount, type NamedTensor, SEGMENTATION_LOSS } from '@mammofed/core';
import { lossOfHeads, type Outputs } from '../deep-supervision.js';
import { LearningError } from '../errors.js';
import { lossFunction } from '../losses.js';
import { assertPositive, assertPositiveInteger, refuseOptions } from '../option-checks.js';
import { algorithmOf } from '../optimizers/algorithms.js';
import { assertSchedule, learningRateAt } from '../optimizers/learning-rate.js';
import { assertUpdateRule, updatedWeights, type UpdateResult, type UpdateRule } from '../optimizers/update-rule.js';
import { tf } from '../tfjs.js';
import type { TrainingOptions } from './training-options.js';
import type { EngineId, Trainer } from './engine.js';
import { NativeModel } from './native-model.js';
import type { RoundInputs } from './round-inputs.js';

/** Where the arithmetic of tfjs itself runs. */
export interface NativeBackend {
  /** tfjs's name of it; it must be registered. */
  readonly backend: string;
  readonly engine: EngineId;
}

/** Options of a trainer that only the compiled step has. */
const COMPILED_ONLY = ['averageDecay', 'objective', 'frozenLayers', 'localOnlyLayers'] as const;

/** Trains a model by tfjs's own operations: the same code that the compiled step is recorded from. */
export class NativeTrainer implements Trainer {
  readonly engine: EngineId;
  readonly #options: TrainingOptions;
  readonly #rule: UpdateRule;
  readonly #model: NativeModel;
  readonly #trainable: readonly tf.Variable[];
  /** The optimizer's; undefined before the first weights. */
  #slots: Readonly<Record<string, tf.Tensor>> | undefined;
  #scheduleStep = 0;
  #stepsRun = 0;

  /** @throws LearningError `bad-model-spec`; `bad-options`, also for what only the compiled step has. */
  constructor(options: TrainingOptions, { backend, engine }: NativeBackend) {
    const { spec, batchSize, microBatches = 1, learningRate, schedule, optimizer = { kind: 'adam' } } = options;
    assertPositiveInteger('the batch size', batchSize);
    assertPositive('the learning rate', learningRate);
    if (schedule !== undefined) assertSchedule(schedule);
    const foreign = COMPILED_ONLY.find((name) => options[name] !== undefined);
    if (foreign !== undefined || microBatches !== 1)
      refuseOptions(
        `the engine ${engine.name} has no ${foreign ?? 'microBatches'}: choose one that runs the compiled step`,
      );
    this.#rule = { optimizer, weightDecay: options.weightDecay, clip: options.clip };
    assertUpdateRule(this.#rule);
    this.engine = engine;
    this.#options = options;
    this.#model = new NativeModel(spec, backend);
    this.#trainable = this.#model.layers.trainableWeights.map(
      (weight) => tf.engine().registeredVariables[weight.name] as tf.Variable,
    );
  }

  get trainedCount(): number {
    return this.#trainable.reduce((sum, variable) => sum + variable.size, 0);
  }

  /** @throws LearningError `wrong-weights`. */
  reset(weights: readonly NamedTensor[], { firstStep = 0 }: RoundInputs = {}): void {
    this.#model.setWeights(weights);
    const size = this.trainedCount;
    const { slots } = algorithmOf(this.#rule.optimizer);
    this.#model.run(() => {
      if (this.#slots !== undefined) tf.dispose(this.#slots);
      this.#slots = Object.fromEntries(
        slots.map(({ name, isPerWeight, initialValue }) => [name, tf.fill(isPerWeight ? [size] : [], initialValue)]),
      );
    });
    this.#scheduleStep = firstStep;
  }

  /** @throws LearningError `no-weights`, `wrong-shape`, `diverged`. */
  async advance(images: Float32Array, masks: Float32Array): Promise<readonly number[]> {
    this.#assertWeights();
    const { spec, batchSize, learningRate } = this.#options;
    const shape = [batchSize, spec.size, spec.size, 1];
    const expected = elementCount(shape);
    if (images.length !== expected || masks.length !== expected)
      throw new LearningError(
        'wrong-shape',
        `a step takes ${batchSize} images and masks of ${spec.size} × ${spec.size} pixels`,
        { expected, images: images.length, masks: masks.length },
      );
    const loss = this.#model.run(() => tf.tidy(() => this.#step(tf.tensor(images, shape), tf.tensor(masks, shape))));
    this.#stepsRun++;
    this.#scheduleStep++;
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

  /** @throws LearningError `no-weights`. */
  async weights(): Promise<NamedTensor[]> {
    this.#assertWeights();
    return this.#model.getWeights();
  }

  dispose(): Promise<void> {
    if (this.#slots !== undefined) tf.dispose(this.#slots);
    this.#slots = undefined;
    this.#model.dispose();
    return Promise.resolve();
  }

  #step(images: tf.Tensor, masks: tf.Tensor): number {
    const { loss = SEGMENTATION_LOSS, learningRate, schedule = { kind: 'constant' } } = this.#options;
    const variables = [...this.#trainable];
    const { value, grads } = tf.variableGrads(
      () => lossOfHeads(lossFunction(loss), masks, this.#model.layers.apply(images, { training: true }) as Outputs),
      variables,
    );
    const before = this.#slots ?? {};
    const [next] = updatedWeights(this.#rule, [
      {
        weights: inOneVector(variables),
        gradient: inOneVector(variables.map(({ name }) => grads[name] as tf.Tensor)),
        rate: tf.scalar(learningRateAt(learningRate, schedule, this.#scheduleStep)),
        slots: before,
        average: undefined,
        anchor: undefined,
        gradientOffset: undefined,
      },
    ]) as [UpdateResult];
    const parts = tf.split(
      next.weights,
      variables.map(({ size }) => size),
    );
    variables.forEach((variable, index) => variable.assign(tf.reshape(parts[index] as tf.Tensor, variable.shape)));
    this.#slots = Object.fromEntries(Object.entries(next.slots).map(([name, slot]) => [name, tf.keep(tf.clone(slot))]));
    tf.dispose(before);
    return value.dataSync<'float32'>()[0] as number;
  }

  #assertWeights(): void {
    if (this.#slots === undefined)
      throw new LearningError('no-weights', 'the trainer has no weights yet; call reset first');
  }
}

function inOneVector(tensors: readonly tf.Tensor[]): tf.Tensor {
  return tf.concat(tensors.map((tensor) => tf.reshape(tensor, [tensor.size])));
}
