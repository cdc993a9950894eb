import type { NamedTensor } from '@mammofed/core';
import type * as ort from 'onnxruntime-node';
import { AVERAGE_STATE, nextState, STEP_PORTS, type CompiledStep } from '../compile-step.js';
import { LearningError } from '../errors.js';
import { tensorPlans, type TensorPlan } from '../model-spec.js';
import { assertNotNegativeInteger, assertPositive, assertPositiveInteger, refuseOptions } from '../option-checks.js';
import { assertSchedule, learningRateAt } from '../optimizers/learning-rate.js';
import { drawRandomInput, type RandomSeed } from '../random-inputs.js';
import type { Device } from '../trace/graph-target.js';
import { beside, trainedCountOf, trainedSizes, type WeightSlot } from '../weight-windows.js';
import type { EngineId, Trainer } from './engine.js';
import { examplePorts, meanExampleLoss, type ExampleInputs } from './example-inputs.js';
import type { GraphCache } from './graph-cache.js';
import { floatsOf, floatTensor, freeOnDevice, type Ports } from './graph-session.js';
import { LossQueue } from './loss-queue.js';
import { objectiveInputs, type RoundInputs } from './round-inputs.js';
import { TensorMover } from './tensor-mover.js';
import type { BatchSplit, TrainingOptions } from './training-options.js';
import { TrainingStep } from './training-step.js';
import { assertWeightsFit } from './weights-check.js';

const LOSSES_EVERY: Readonly<Record<Device, number>> = { cpu: 1, cuda: 1, webgpu: 8 };

/** By the names of the graph's inputs. */
type Tensors = Record<string, ort.Tensor>;

interface TrainerParts {
  readonly step: TrainingStep;
  /** Brings the states that hold weights to the host. */
  readonly toHost: TensorMover;
  /** Brings the fixed inputs to the device. */
  readonly toDevice: TensorMover;
  readonly losses: LossQueue;
}

/**
 * Trains a model with one compiled ONNX step: forward pass, tfjs's gradients and the update of the weights. With equal
 * options, weights and batches, it gives equal weights bit for bit on the CPU. Between steps, weights and optimizer slots
 * stay in the memory of a WebGPU device.
 */
export class CompiledTrainer implements Trainer {
  readonly engine: EngineId;
  readonly #options: TrainingOptions;
  readonly #plans: readonly TensorPlan[];
  readonly #opened: TrainingStep;
  readonly #slots: ReadonlyMap<string, WeightSlot>;
  readonly #trainedSizes: ReadonlyMap<string, number>;
  readonly #toHost: TensorMover;
  readonly #toDevice: TensorMover;
  readonly #losses: LossQueue;
  /** The states and fixed inputs of the step. */
  #tensors: Tensors | undefined;
  #areFixedOnDevice = false;
  #scheduleStep = 0;
  #randomSeed: RandomSeed = [];
  #stepsSinceReset = 0;
  #stepsRun = 0;
  #isRunning = false;
  #isDisposed = false;

  private constructor(options: TrainingOptions, { step, toHost, toDevice, losses }: TrainerParts) {
    this.engine = { name: 'compiled', device: options.device ?? 'cpu' };
    this.#options = options;
    this.#plans = tensorPlans(options.spec);
    this.#opened = step;
    this.#slots = new Map(step.compiled.weights.map((slot) => [slot.name, slot]));
    this.#trainedSizes = trainedSizes(step.compiled.weights);
    this.#toHost = toHost;
    this.#toDevice = toDevice;
    this.#losses = losses;
  }

  /**
   * Compiles the step, or takes it from the cache. Give it weights with {@link reset} before the first step.
   * @param cache - where compiled steps are kept, if anywhere.
   * @param onSplit - told when a GPU has not enough memory for a batch, and it goes through the model in parts from then on.
   * @throws LearningError `bad-model-spec`, `bad-options`, `dp-batch-statistics`, `unsupported-op`, `compile-failed`,
   * `session-failed`, `out-of-memory`.
   */
  static async create(
    options: TrainingOptions,
    cache?: GraphCache,
    onSplit: (split: BatchSplit) => void = () => undefined,
  ): Promise<CompiledTrainer> {
    const { batchSize, learningRate, schedule, threads, device = 'cpu' } = options;
    const { lossesEvery = LOSSES_EVERY[device] } = options;
    assertPositiveInteger('the batch size', batchSize);
    assertPositiveInteger('the number of threads', threads);
    assertPositiveInteger('the number of steps between two readings of the losses', lossesEvery);
    assertPositive('the learning rate', learningRate);
    if (schedule !== undefined) assertSchedule(schedule);
    const step = await TrainingStep.open(options, cache, onSplit);
    const { states, fixed } = step.compiled;
    const ofWeights = weightStates(step.compiled);
    return new CompiledTrainer(options, {
      step,
      toHost: await TensorMover.create(
        [...states, ...fixed].filter(({ name }) => ofWeights.has(name)),
        device,
        'host',
      ),
      toDevice: await TensorMover.create(fixed, device, 'device'),
      losses: await LossQueue.create(lossesEvery, device),
    });
  }

  /** How many weights are trained: the length of a step's noise. */
  get trainedCount(): number {
    return trainedCountOf(this.#trainedSizes);
  }

  /** Steps since the trainer was made; {@link reset} does not set it back. */
  get stepsRun(): number {
    return this.#stepsRun;
  }

  /** Names of the tensors of local-only layers, in the model's order: an update leaves them out. */
  get localOnlyTensors(): readonly string[] {
    return this.#step.localOnly;
  }

  /** The trained tensors that sites share, in the model's order: control variates have one for each. */
  get sharedTensors(): readonly Pick<NamedTensor, 'name' | 'shape'>[] {
    return this.#step.shared;
  }

  /**
   * Sets the weights and starts the optimizer, the learning rate's schedule and the weights' average afresh.
   * @param weights - the model's tensors in the model's order; copied.
   * @throws LearningError `wrong-weights`, `busy`, `disposed`; `bad-options` if the objective lacks an input or has no use for
   * one, or a model with dropout lacks a seed.
   */
  reset(weights: readonly NamedTensor[], inputs: RoundInputs = {}): void {
    this.#assertIdle();
    const { firstStep = 0, anchor = weights, randomSeed } = inputs;
    assertNotNegativeInteger('the first step', firstStep);
    assertWeightsFit(this.#plans, weights);
    assertWeightsFit(this.#plans, anchor, 'the anchor');
    if (this.#step.randomInputs.length > 0 && randomSeed === undefined)
      refuseOptions('the model has dropout: give reset a randomSeed to draw it from');
    const ofObjective = objectiveInputs(this.#step, this.#options.objective, inputs, anchor);
    const tensors: Tensors = {};
    for (const { name, shape, initialValue = 0 } of this.#step.states) {
      tensors[name] = floatTensor(shape);
      floatsOf(tensors[name]).fill(initialValue);
    }
    for (const { name, shape } of this.#step.fixed) tensors[name] = floatTensor(shape, ofObjective.get(name));
    for (const { name, data } of weights) {
      const { state, offset } = this.#slots.get(name) as WeightSlot;
      floatsOf(tensors[state] as ort.Tensor).set(data, offset);
    }
    for (const state of this.#trainedSizes.keys()) {
      const average = tensors[beside(state, AVERAGE_STATE)];
      if (average !== undefined) floatsOf(average).set(floatsOf(tensors[state] as ort.Tensor));
    }
    this.#free();
    this.#losses.clear();
    this.#tensors = tensors;
    this.#scheduleStep = firstStep;
    this.#randomSeed = randomSeed ?? [];
    this.#stepsSinceReset = 0;
  }

  /**
   * Runs one step and waits for its loss.
   * @param images - (B, S, S), row-major, as the model wants them; left unchanged.
   * @param masks - (B, S, S), 0 or 1; left unchanged.
   * @param examples - given if and only if each image's gradient is clipped by itself.
   * @returns the loss of this batch before the update: with `examples` the mean of those of weight 1, not protected by the noise.
   * @throws LearningError as {@link advance}; `bad-options` if examples are missing, or of no use.
   */
  async step(images: Float32Array, masks: Float32Array, examples?: ExampleInputs): Promise<number> {
    await this.#run(images, masks, examples);
    const loss = (await this.readLosses()).at(-1) as number;
    const { perExample } = this.#options;
    return perExample && examples ? meanExampleLoss(loss, perExample, examples) : loss;
  }

  /**
   * Runs one step, and reads the losses only if it is time for that: a device that need not be waited for goes on working
   * while the next batch is made.
   * @param images - (B, S, S), row-major, as the model wants them; left unchanged.
   * @param masks - (B, S, S), 0 or 1; left unchanged.
   * @param examples - as for {@link step}; a loss is then the sum of the examples' divided by the lot size.
   * @returns the losses, before their updates, of the steps since the last ones that were returned, in the order of the
   * steps; none if it is not time yet.
   * @throws LearningError `wrong-shape`, `no-weights`, `busy`, `disposed`; `session-failed`, `out-of-memory` (the weights stay
   * as they were); `diverged` if a loss that is read is not finite (the weights are then of no use).
   */
  async advance(images: Float32Array, masks: Float32Array, examples?: ExampleInputs): Promise<readonly number[]> {
    await this.#run(images, masks, examples);
    return this.#losses.isFull ? this.readLosses() : [];
  }

  async #run(images: Float32Array, masks: Float32Array, examples?: ExampleInputs): Promise<void> {
    this.#assertIdle();
    const { spec, batchSize, perExample } = this.#options;
    const tensors = this.#assertWeights();
    const shape = [batchSize, spec.size, spec.size, 1];
    const pixels = batchSize * spec.size * spec.size;
    if (images.length !== pixels || masks.length !== pixels)
      throw new LearningError(
        'wrong-shape',
        `a step takes ${batchSize} images and masks of ${spec.size} × ${spec.size} pixels`,
        { expected: pixels, images: images.length, masks: masks.length },
      );
    const batch = {
      ...examplePorts(perExample, { batchSize, trainedSizes: this.#trainedSizes }, examples),
      [STEP_PORTS.images]: floatTensor(shape, images),
      [STEP_PORTS.masks]: floatTensor(shape, masks),
      [STEP_PORTS.learningRate]: floatTensor([], Float32Array.of(this.#learningRate())),
    };
    const outputs = await this.#working(async () => {
      await this.#moveFixed(tensors);
      return this.#runStep(tensors, { ...batch, ...this.#drawn() });
    });
    // Outputs become the next inputs as they are: the state never leaves onnxruntime's tensors.
    for (const { name } of this.#step.states) {
      freeOnDevice(tensors[name] as ort.Tensor);
      tensors[name] = outputs[nextState(name)] as ort.Tensor;
    }
    this.#stepsRun++;
    this.#scheduleStep++;
    this.#stepsSinceReset++;
    this.#losses.add(outputs[STEP_PORTS.loss] as ort.Tensor);
  }

  /** Runs the step; where a GPU's memory is too small for it, again in smaller parts, from the same state. */
  async #runStep(tensors: Tensors, batch: Ports): Promise<Ports> {
    for (;;) {
      try {
        return await this.#opened.run({ ...tensors, ...batch });
      } catch (error) {
        await this.#opened.split(error, async () => {
          await this.#toHostAlone(tensors);
        });
      }
    }
  }

  /**
   * Brings everything to the host and leaves nothing open but the step: the device's memory is free when that is released, and
   * not before, for a session keeps all buffers that there are.
   */
  async #toHostAlone(tensors: Tensors): Promise<void> {
    const { states, fixed } = this.#step;
    const ports = [...states, ...fixed];
    const mover = await TensorMover.create(ports, this.#options.device ?? 'cpu', 'host');
    const held = ports.map(({ name }) => [name, tensors[name] as ort.Tensor] as const);
    try {
      const onHost = await mover.move(Object.fromEntries(held));
      for (const [, tensor] of held) freeOnDevice(tensor);
      Object.assign(tensors, onHost);
      this.#areFixedOnDevice = false;
    } finally {
      await mover.release();
    }
    await this.#losses.toHost();
    await this.#toHost.release();
    await this.#toDevice.release();
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
    return this.#copies(this.#assertWeights(), (state) => state);
  }

  /**
   * @returns as {@link weights}, but every trained tensor's exponential moving average since the reset. Moving statistics of
   * normalizations are averages already and stay as they are.
   * @throws LearningError `bad-options` if the trainer keeps no average; else as {@link weights}.
   */
  async averagedWeights(): Promise<NamedTensor[]> {
    this.#assertIdle();
    const tensors = this.#assertWeights();
    if (this.#options.averageDecay === undefined)
      refuseOptions('the trainer keeps no average of its weights: it was given no averageDecay');
    const trained = this.#trainedSizes;
    return this.#copies(tensors, (state) => (trained.has(state) ? beside(state, AVERAGE_STATE) : state));
  }

  /** Frees the memory; every later call but this one throws `disposed`. */
  async dispose(): Promise<void> {
    if (this.#isDisposed) return;
    this.#assertIdle();
    this.#isDisposed = true;
    this.#free();
    this.#tensors = undefined;
    await this.#losses.release();
    await this.#toHost.release();
    await this.#toDevice.release();
    await this.#opened.release();
  }

  get #step(): CompiledStep {
    return this.#opened.compiled;
  }

  #learningRate(): number {
    const { learningRate, schedule = { kind: 'constant' } } = this.#options;
    return learningRateAt(learningRate, schedule, this.#scheduleStep);
  }

  /** The random inputs of the next step. */
  #drawn(): Ports {
    return Object.fromEntries(
      this.#step.randomInputs.map((input) => [
        input.name,
        floatTensor(input.shape, drawRandomInput(input, this.#randomSeed, this.#stepsSinceReset)),
      ]),
    );
  }

  /** @param from - says from which state the tensors of a state are taken. */
  async #copies(tensors: Tensors, from: (state: string) => string): Promise<NamedTensor[]> {
    const names = weightStates(this.#step);
    const held = Object.entries(tensors).filter(([name]) => names.has(name));
    const values = await this.#working(() => this.#toHost.read(Object.fromEntries(held)));
    // A loss need not show it: what a ReLU makes of NaN is left to the device.
    if (!Object.values(values).every((vector) => vector.every((value) => Number.isFinite(value))))
      throw this.#diverged('the weights are no longer finite numbers');
    return this.#plans.map(({ name, shape }) => {
      const { state, offset, size } = this.#slots.get(name) as WeightSlot;
      const whole = values[from(state)] as Float32Array;
      return { name, shape, data: whole.slice(offset, offset + size) };
    });
  }

  /** They are the same in every step of a round. */
  async #moveFixed(tensors: Tensors): Promise<void> {
    if (this.#areFixedOnDevice || this.#step.fixed.length === 0) return;
    const onHost = this.#step.fixed.map(({ name }) => [name, tensors[name] as ort.Tensor]);
    Object.assign(tensors, await this.#toDevice.move(Object.fromEntries(onHost) as Ports));
    this.#areFixedOnDevice = true;
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
    for (const tensor of Object.values(this.#tensors ?? {})) freeOnDevice(tensor);
    this.#areFixedOnDevice = false;
  }

  #diverged(what: string): LearningError {
    const advice = 'lower the learning rate or look for images that are not as the others';
    const { learningRate } = this.#options;
    return new LearningError('diverged', `${what}; ${advice}`, { stepsRun: this.#stepsRun, learningRate });
  }

  #assertWeights(): Tensors {
    if (this.#tensors === undefined)
      throw new LearningError('no-weights', 'the trainer has no weights yet; call reset first');
    return this.#tensors;
  }

  #assertIdle(): void {
    if (this.#isDisposed) throw new LearningError('disposed', 'the trainer was disposed of');
    if (this.#isRunning) throw new LearningError('busy', 'the trainer is in the middle of a step; await it first');
  }
}

/** Names of the states and fixed inputs that hold weights or averages of them. */
function weightStates({ weights }: CompiledStep): Set<string> {
  return new Set(weights.flatMap(({ state }) => [state, beside(state, AVERAGE_STATE)]));
}
