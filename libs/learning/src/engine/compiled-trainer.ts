import type { NamedTensor } from '@mammofed/core';
import type * as ort from 'onnxruntime-node';
import { compileStep, nextState, STEP_PORTS, type CompiledStep } from '../compile-step.js';
import { LearningError } from '../errors.js';
import { segmentationLoss } from '../losses.js';
import { buildModel } from '../models/build-model.js';
import { tensorPlans, type ModelSpec, type TensorPlan } from '../model-spec.js';
import { tf } from '../tfjs.js';
import type { WeightSlot } from '../weight-windows.js';
import { channelBlock } from './channel-block.js';
import { ENGINE, floatsOf, floatTensor, GraphSession, type Ports } from './graph-session.js';
import { assertWeightsFit } from './weights-check.js';

/** Adam's published decay rates (Kingma, Ba, Adam, arXiv:1412.6980, algorithm 1) and tfjs's default epsilon. */
export const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7 } as const;

export interface TrainingOptions {
  readonly spec: ModelSpec;
  /** Images in every step. */
  readonly batchSize: number;
  readonly learningRate: number;
  /** Threads that work on one operation of a step. */
  readonly threads: number;
  /** Adam's epsilon; 1e-7 if not given. */
  readonly epsilon?: number;
}

type State = Record<string, ort.Tensor>;

/**
 * Trains a model with one compiled ONNX step: forward pass, tfjs's gradients and Adam's update. With equal options,
 * weights and batches, it gives equal weights bit for bit.
 */
export class CompiledTrainer {
  readonly engine = ENGINE;
  readonly #options: TrainingOptions;
  readonly #plans: readonly TensorPlan[];
  readonly #step: CompiledStep;
  readonly #slots: ReadonlyMap<string, WeightSlot>;
  readonly #session: GraphSession;
  #state: State | undefined;
  #stepsRun = 0;
  #isRunning = false;
  #isDisposed = false;

  private constructor(options: TrainingOptions, step: CompiledStep, session: GraphSession) {
    this.#options = options;
    this.#plans = tensorPlans(options.spec);
    this.#step = step;
    this.#slots = new Map(step.weights.map((slot) => [slot.name, slot]));
    this.#session = session;
  }

  /**
   * Compiles the step. Give it weights with {@link reset} before the first step.
   * @throws LearningError `bad-model-spec`, `bad-options`, `unsupported-op`, `compile-failed`, `session-failed`.
   */
  static async create(options: TrainingOptions): Promise<CompiledTrainer> {
    const { spec, batchSize, learningRate, threads, epsilon = ADAM.epsilon } = options;
    assertPositiveInteger('the batch size', batchSize);
    assertPositiveInteger('the number of threads', threads);
    if (!(learningRate > 0 && Number.isFinite(learningRate)))
      throw new LearningError('bad-options', `the learning rate must be above 0, not ${learningRate}`);
    if (!(epsilon > 0 && Number.isFinite(epsilon)))
      throw new LearningError('bad-options', `Adam's epsilon must be above 0, not ${epsilon}`);
    const batchShape = [batchSize, spec.size, spec.size, 1];
    const step = compileStep({
      buildModel: () => buildModel(spec),
      buildOptimizer: () => tf.train.adam(learningRate, ADAM.beta1, ADAM.beta2, epsilon),
      loss: segmentationLoss,
      imageShape: batchShape,
      maskShape: batchShape,
      channelBlock: await channelBlock(),
    });
    return new CompiledTrainer(options, step, await GraphSession.create({ bytes: step.bytes, threads }));
  }

  /** Steps since the trainer was made; {@link reset} does not set it back. */
  get stepsRun(): number {
    return this.#stepsRun;
  }

  /**
   * Sets the weights and starts the optimizer afresh.
   * @param weights - the model's tensors in the model's order; copied.
   * @throws LearningError `wrong-weights`, `busy`, `disposed`.
   */
  reset(weights: readonly NamedTensor[]): void {
    this.#assertIdle();
    assertWeightsFit(this.#plans, weights);
    const state: State = {};
    for (const { name, shape, initialValue = 0 } of this.#step.states) {
      state[name] = floatTensor(shape);
      floatsOf(state[name]).fill(initialValue);
    }
    for (const { name, data } of weights) this.#window(state, name).set(data);
    this.#state = state;
  }

  /**
   * Runs one step.
   * @param images - (B, S, S), row-major, as the model wants them; left unchanged.
   * @param masks - (B, S, S), 0 or 1; left unchanged.
   * @returns the loss of this batch before the update.
   * @throws LearningError `wrong-shape`, `no-weights`, `busy`, `disposed`; `session-failed` (the weights stay as they
   * were); `diverged` if the loss is not finite (the weights are then of no use).
   */
  async step(images: Float32Array, masks: Float32Array): Promise<number> {
    this.#assertIdle();
    const { spec, batchSize } = this.#options;
    const state = this.#state;
    if (state === undefined) throw new LearningError('no-weights', 'the trainer has no weights yet; call reset first');
    const shape = [batchSize, spec.size, spec.size, 1];
    const pixels = batchSize * spec.size * spec.size;
    if (images.length !== pixels || masks.length !== pixels)
      throw new LearningError(
        'wrong-shape',
        `a step takes ${batchSize} images and masks of ${spec.size} × ${spec.size} pixels`,
        { expected: pixels, images: images.length, masks: masks.length },
      );
    const batch = { [STEP_PORTS.images]: floatTensor(shape, images), [STEP_PORTS.masks]: floatTensor(shape, masks) };
    this.#isRunning = true;
    let outputs: Ports;
    try {
      outputs = await this.#session.run({ ...state, ...batch });
    } finally {
      this.#isRunning = false;
    }
    // Outputs become the next inputs as they are: the state never leaves onnxruntime's tensors.
    this.#state = Object.fromEntries(
      this.#step.states.map(({ name }) => [name, outputs[nextState(name)] as ort.Tensor]),
    );
    this.#stepsRun++;
    const loss = floatsOf(outputs[STEP_PORTS.loss] as ort.Tensor)[0] as number;
    if (!Number.isFinite(loss))
      throw new LearningError(
        'diverged',
        'the loss is no longer a finite number; lower the learning rate or look for images that are not as the others',
        { stepsRun: this.#stepsRun, learningRate: this.#options.learningRate },
      );
    return loss;
  }

  /**
   * @returns copies of the model's tensors, in the model's order.
   * @throws LearningError `no-weights`, `busy`, `disposed`.
   */
  weights(): NamedTensor[] {
    this.#assertIdle();
    const state = this.#state;
    if (state === undefined) throw new LearningError('no-weights', 'the trainer has no weights yet; call reset first');
    return this.#plans.map(({ name, shape }) => ({ name, shape, data: this.#window(state, name).slice() }));
  }

  /** Frees the memory; every later call but this one throws `disposed`. */
  async dispose(): Promise<void> {
    if (this.#isDisposed) return;
    this.#assertIdle();
    this.#isDisposed = true;
    this.#state = undefined;
    await this.#session.release();
  }

  /** A model's tensor inside the state. */
  #window(state: State, tensorName: string): Float32Array {
    const { state: name, offset, size } = this.#slots.get(tensorName) as WeightSlot;
    return floatsOf(state[name] as ort.Tensor).subarray(offset, offset + size);
  }

  #assertIdle(): void {
    if (this.#isDisposed) throw new LearningError('disposed', 'the trainer was disposed of');
    if (this.#isRunning) throw new LearningError('busy', 'the trainer is in the middle of a step; await it first');
  }
}

/** @throws LearningError `bad-options`. */
export function assertPositiveInteger(what: string, value: number): void {
  if (!Number.isInteger(value) || value < 1)
    throw new LearningError('bad-options', `${what} must be a whole number from 1, not ${value}`);
}
