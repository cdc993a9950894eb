import type { NamedTensor } from '@mammofed/core';
import type * as ort from 'onnxruntime-node';
import { compileStep, nextState, STEP_PORTS, type CompiledStep } from '../compile-step.js';
import { LearningError } from '../errors.js';
import { segmentationLoss } from '../losses.js';
import { buildModel } from '../models/build-model.js';
import { tensorPlans, type ModelSpec, type TensorPlan } from '../model-spec.js';
import { tf } from '../tfjs.js';
import type { Device } from '../trace/graph-target.js';
import type { WeightSlot } from '../weight-windows.js';
import { targetHere } from './channel-block.js';
import type { EngineId, Trainer } from './engine.js';
import { floatsOf, floatTensor, freeOnDevice, GraphSession, type Ports } from './graph-session.js';
import { LossQueue } from './loss-queue.js';
import { TensorMover } from './tensor-mover.js';
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
  /** Where the steps run; the CPU if not given. */
  readonly device?: Device;
  /**
   * In which of so many steps {@link CompiledTrainer.advance} waits for the device and reads the losses; if not given, every
   * one, and every eighth on a WebGPU device.
   */
  readonly lossesEvery?: number;
}

const LOSSES_EVERY: Readonly<Record<Device, number>> = { cpu: 1, cuda: 1, webgpu: 8 };

type State = Record<string, ort.Tensor>;

interface TrainerParts {
  readonly step: CompiledStep;
  readonly session: GraphSession;
  readonly reader: TensorMover;
  readonly losses: LossQueue;
}

/**
 * Trains a model with one compiled ONNX step: forward pass, tfjs's gradients and Adam's update. With equal options,
 * weights and batches, it gives equal weights bit for bit on the CPU. Weights and optimizer slots stay in the memory of a
 * WebGPU device between steps.
 */
export class CompiledTrainer implements Trainer {
  readonly engine: EngineId;
  readonly #options: TrainingOptions;
  readonly #plans: readonly TensorPlan[];
  readonly #step: CompiledStep;
  readonly #slots: ReadonlyMap<string, WeightSlot>;
  readonly #session: GraphSession;
  readonly #reader: TensorMover;
  readonly #losses: LossQueue;
  #state: State | undefined;
  #stepsRun = 0;
  #isRunning = false;
  #isDisposed = false;

  private constructor(options: TrainingOptions, { step, session, reader, losses }: TrainerParts) {
    this.engine = { name: 'compiled', device: options.device ?? 'cpu' };
    this.#options = options;
    this.#plans = tensorPlans(options.spec);
    this.#step = step;
    this.#slots = new Map(step.weights.map((slot) => [slot.name, slot]));
    this.#session = session;
    this.#reader = reader;
    this.#losses = losses;
  }

  /**
   * Compiles the step. Give it weights with {@link reset} before the first step.
   * @throws LearningError `bad-model-spec`, `bad-options`, `unsupported-op`, `compile-failed`, `session-failed`.
   */
  static async create(options: TrainingOptions): Promise<CompiledTrainer> {
    const { spec, batchSize, learningRate, threads, epsilon = ADAM.epsilon, device = 'cpu' } = options;
    const { lossesEvery = LOSSES_EVERY[device] } = options;
    assertPositiveInteger('the batch size', batchSize);
    assertPositiveInteger('the number of threads', threads);
    assertPositiveInteger('the number of steps between two readings of the losses', lossesEvery);
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
      target: await targetHere(device),
    });
    const kept = [STEP_PORTS.loss, ...step.states.map(({ name }) => nextState(name))];
    const weightStates = new Set(step.weights.map(({ state }) => state));
    return new CompiledTrainer(options, {
      step,
      session: await GraphSession.create({
        bytes: step.bytes,
        threads,
        device,
        kept,
      }),
      reader: await TensorMover.create(
        step.states.filter(({ name }) => weightStates.has(name)),
        device,
        'host',
      ),
      losses: await LossQueue.create(lossesEvery, device),
    });
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
    for (const { name, data } of weights) {
      const { state: whole, offset } = this.#slots.get(name) as WeightSlot;
      floatsOf(state[whole] as ort.Tensor).set(data, offset);
    }
    this.#free();
    this.#losses.clear();
    this.#state = state;
  }

  /**
   * Runs one step and waits for its loss.
   * @param images - (B, S, S), row-major, as the model wants them; left unchanged.
   * @param masks - (B, S, S), 0 or 1; left unchanged.
   * @returns the loss of this batch before the update.
   * @throws LearningError as {@link advance}.
   */
  async step(images: Float32Array, masks: Float32Array): Promise<number> {
    const losses = [...(await this.advance(images, masks)), ...(await this.readLosses())];
    return losses.at(-1) as number;
  }

  /**
   * Runs one step, and reads the losses only if it is time for that: a device that need not be waited for goes on working
   * while the next batch is made.
   * @param images - (B, S, S), row-major, as the model wants them; left unchanged.
   * @param masks - (B, S, S), 0 or 1; left unchanged.
   * @returns the losses, before their updates, of the steps since the last ones that were returned, in the order of the
   * steps; none if it is not time yet.
   * @throws LearningError `wrong-shape`, `no-weights`, `busy`, `disposed`; `session-failed` (the weights stay as they
   * were); `diverged` if a loss that is read is not finite (the weights are then of no use).
   */
  async advance(images: Float32Array, masks: Float32Array): Promise<readonly number[]> {
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
    const outputs: Ports = await this.#working(() => this.#session.run({ ...state, ...batch }));
    // Outputs become the next inputs as they are: the state never leaves onnxruntime's tensors.
    this.#free();
    this.#state = Object.fromEntries(
      this.#step.states.map(({ name }) => [name, outputs[nextState(name)] as ort.Tensor]),
    );
    this.#stepsRun++;
    this.#losses.add(outputs[STEP_PORTS.loss] as ort.Tensor);
    return this.#losses.isFull ? this.readLosses() : [];
  }

  /**
   * Waits for the steps that are under way.
   * @returns the losses that no call has returned yet, in the order of the steps.
   * @throws LearningError `busy`, `disposed`, `session-failed`, `diverged`.
   */
  async readLosses(): Promise<readonly number[]> {
    this.#assertIdle();
    const losses = await this.#working(() => this.#losses.drain());
    if (!losses.every((loss) => Number.isFinite(loss))) throw this.#diverged('the loss is no longer a finite number');
    return losses;
  }

  /**
   * @returns copies of the model's tensors, in the model's order.
   * @throws LearningError `no-weights`, `busy`, `disposed`, `session-failed`; `diverged` if a number of them is not finite.
   */
  async weights(): Promise<NamedTensor[]> {
    this.#assertIdle();
    const state = this.#state;
    if (state === undefined) throw new LearningError('no-weights', 'the trainer has no weights yet; call reset first');
    const names = new Set(this.#step.weights.map((slot) => slot.state));
    const tensors = Object.fromEntries([...names].map((name) => [name, state[name] as ort.Tensor]));
    const values = await this.#working(() => this.#reader.read(tensors));
    // A loss need not show it: what a ReLU makes of NaN is left to the device.
    if (!Object.values(values).every((vector) => vector.every((value) => Number.isFinite(value))))
      throw this.#diverged('the weights are no longer finite numbers');
    return this.#plans.map(({ name, shape }) => {
      const slot = this.#slots.get(name) as WeightSlot;
      const whole = values[slot.state] as Float32Array;
      return { name, shape, data: whole.slice(slot.offset, slot.offset + slot.size) };
    });
  }

  /** Frees the memory; every later call but this one throws `disposed`. */
  async dispose(): Promise<void> {
    if (this.#isDisposed) return;
    this.#assertIdle();
    this.#isDisposed = true;
    this.#free();
    this.#state = undefined;
    await this.#losses.release();
    await this.#reader.release();
    await this.#session.release();
  }

  #diverged(what: string): LearningError {
    const advice = 'lower the learning rate or look for images that are not as the others';
    const { learningRate } = this.#options;
    return new LearningError('diverged', `${what}; ${advice}`, { stepsRun: this.#stepsRun, learningRate });
  }

  async #working<T>(work: () => Promise<T>): Promise<T> {
    this.#isRunning = true;
    try {
      return await work();
    } finally {
      this.#isRunning = false;
    }
  }

  #free(): void {
    for (const tensor of Object.values(this.#state ?? {})) freeOnDevice(tensor);
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
