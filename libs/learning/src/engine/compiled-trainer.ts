import type { NamedTensor } from '@mammofed/core';
import type * as ort from 'onnxruntime-node';
import { AVERAGE_STATE, compileStep, nextState, STEP_PORTS, type CompiledStep } from '../compile-step.js';
import { LearningError } from '../errors.js';
import { imageLossFunction, lossFunction, SEGMENTATION_LOSS, type LossSpec } from '../losses.js';
import { buildModel } from '../models/build-model.js';
import { tensorPlans, type ModelSpec, type TensorPlan } from '../model-spec.js';
import { assertNotNegativeInteger, assertPositive, assertPositiveInteger, refuseOptions } from '../option-checks.js';
import { assertSchedule, learningRateAt, type LearningRateSchedule } from '../optimizers/learning-rate.js';
import type { OptimizerSpec } from '../optimizers/optimizer-spec.js';
import type { GradientClip, LocalObjective } from '../optimizers/update-rule.js';
import type { PerExampleClip } from '../per-example.js';
import { drawRandomInput, type RandomSeed } from '../random-inputs.js';
import { trainedSize, WEIGHTS_STATE, type WeightSlot } from '../weight-windows.js';
import { channelBlock } from './channel-block.js';
import { examplePorts, meanExampleLoss, type ExampleInputs } from './example-inputs.js';
import { cachedGraph, type GraphCache } from './graph-cache.js';
import { ENGINE, floatsOf, floatTensor, type Ports } from './graph-session.js';
import { openStep, type StepSession } from './micro-batch-session.js';
import { objectiveInputs, type RoundInputs } from './round-inputs.js';
import { assertWeightsFit } from './weights-check.js';

export interface TrainingOptions {
  readonly spec: ModelSpec;
  /** Images in every step. */
  readonly batchSize: number;
  /**
   * In how many equal parts a batch goes through the model, one after the other, for want of memory; 1 if not given. The update
   * is that of the whole batch, but for rounding. Not for models with batch normalization.
   */
  readonly microBatches?: number;
  /** The highest of the schedule. */
  readonly learningRate: number;
  /** Constant if not given. */
  readonly schedule?: LearningRateSchedule;
  /** Threads that work on one operation of a step. */
  readonly threads: number;
  /** Adam if not given. */
  readonly optimizer?: OptimizerSpec;
  /** Cross-entropy plus soft Dice if not given. */
  readonly loss?: LossSpec;
  /** As in {@link UpdateRule}; 0 if not given. */
  readonly weightDecay?: number;
  /** Gradients are not clipped if not given. */
  readonly clip?: GradientClip;
  /** For differential privacy: each image's gradient is clipped by itself, and every step is given its noise. */
  readonly perExample?: PerExampleClip;
  /** As in {@link UpdateRule}; without it there are no averaged weights. */
  readonly averageDecay?: number;
  /** What is minimized in place of the loss alone. */
  readonly objective?: LocalObjective;
  /** Layers, by the beginnings of their names, that keep their weights and statistics. */
  readonly frozenLayers?: readonly string[];
  /** Layers, by the beginnings of their names, that are trained, but belong to the site alone. */
  readonly localOnlyLayers?: readonly string[];
}

/** By the names of the graph's inputs. */
type Tensors = Record<string, ort.Tensor>;

/**
 * Trains a model with one compiled ONNX step: forward pass, tfjs's gradients and the update of the weights. With equal
 * options, weights and batches, it gives equal weights bit for bit.
 */
export class CompiledTrainer {
  readonly engine = ENGINE;
  readonly #options: TrainingOptions;
  readonly #plans: readonly TensorPlan[];
  readonly #step: CompiledStep;
  readonly #slots: ReadonlyMap<string, WeightSlot>;
  readonly #session: StepSession;
  /** The states and fixed inputs of the step. */
  #tensors: Tensors | undefined;
  #scheduleStep = 0;
  #randomSeed: RandomSeed = [];
  #stepsSinceReset = 0;
  #stepsRun = 0;
  #isRunning = false;
  #isDisposed = false;

  private constructor(options: TrainingOptions, step: CompiledStep, session: StepSession) {
    this.#options = options;
    this.#plans = tensorPlans(options.spec);
    this.#step = step;
    this.#slots = new Map(step.weights.map((slot) => [slot.name, slot]));
    this.#session = session;
  }

  /**
   * Compiles the step, or takes it from the cache. Give it weights with {@link reset} before the first step.
   * @param cache - where compiled steps are kept, if anywhere.
   * @throws LearningError `bad-model-spec`, `bad-options`, `dp-batch-statistics`, `unsupported-op`, `compile-failed`,
   * `session-failed`.
   */
  static async create(options: TrainingOptions, cache?: GraphCache): Promise<CompiledTrainer> {
    const { spec, batchSize, learningRate, schedule, threads } = options;
    assertPositiveInteger('the batch size', batchSize);
    assertPositiveInteger('the number of threads', threads);
    assertPositive('the learning rate', learningRate);
    if (schedule !== undefined) assertSchedule(schedule);
    const batchShape = [batchSize, spec.size, spec.size, 1];
    const { optimizer = { kind: 'adam' }, weightDecay, clip, averageDecay, objective, microBatches } = options;
    const { loss = SEGMENTATION_LOSS, perExample } = options;
    const block = await channelBlock();
    // All options but those that the steps are told when they run: one that comes later is part of the key, too.
    const toldLater = { threads: undefined, learningRate: undefined, schedule: undefined };
    const decides = { ...options, ...toldLater, graph: 'step', channelBlock: block };
    const step = await cachedGraph(cache, decides, () =>
      compileStep({
        buildModel: () => buildModel(spec),
        update: { optimizer, weightDecay, clip, averageDecay, objective },
        roles: { frozen: options.frozenLayers, localOnly: options.localOnlyLayers },
        loss: lossFunction(loss),
        perExample: perExample && { ...perExample, losses: imageLossFunction(loss) },
        imageShape: batchShape,
        maskShape: batchShape,
        microBatches,
        channelBlock: block,
      }),
    );
    return new CompiledTrainer(options, step, await openStep(step, microBatches ?? 1, { threads }));
  }

  /** How many weights are trained: the length of a step's noise. */
  get trainedCount(): number {
    return trainedSize(this.#step.weights);
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
    for (const { name, data } of weights) this.#window(tensors, name).set(data);
    const average = tensors[AVERAGE_STATE];
    if (average !== undefined) floatsOf(average).set(floatsOf(tensors[WEIGHTS_STATE] as ort.Tensor));
    this.#tensors = tensors;
    this.#scheduleStep = firstStep;
    this.#randomSeed = randomSeed ?? [];
    this.#stepsSinceReset = 0;
  }

  /**
   * Runs one step.
   * @param images - (B, S, S), row-major, as the model wants them; left unchanged.
   * @param masks - (B, S, S), 0 or 1; left unchanged.
   * @param examples - given if and only if each image's gradient is clipped by itself.
   * @returns the loss of this batch before the update: with `examples` the mean of those of weight 1, not protected by the noise.
   * @throws LearningError `wrong-shape`, `bad-options`, `no-weights`, `busy`, `disposed`; `session-failed` (the weights stay as they
   * were); `diverged` if the loss is not finite (the weights are then of no use).
   */
  async step(images: Float32Array, masks: Float32Array, examples?: ExampleInputs): Promise<number> {
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
      ...examplePorts(perExample, { batchSize, trainedCount: this.trainedCount }, examples),
      [STEP_PORTS.images]: floatTensor(shape, images),
      [STEP_PORTS.masks]: floatTensor(shape, masks),
      [STEP_PORTS.learningRate]: floatTensor([], Float32Array.of(this.#learningRate())),
    };
    this.#isRunning = true;
    let outputs: Ports;
    try {
      outputs = await this.#session.run({ ...tensors, ...batch, ...this.#drawn() });
    } finally {
      this.#isRunning = false;
    }
    // Outputs become the next inputs as they are: the state never leaves onnxruntime's tensors.
    for (const { name } of this.#step.states) tensors[name] = outputs[nextState(name)] as ort.Tensor;
    this.#stepsRun++;
    this.#scheduleStep++;
    this.#stepsSinceReset++;
    const loss = floatsOf(outputs[STEP_PORTS.loss] as ort.Tensor)[0] as number;
    if (!Number.isFinite(loss))
      throw new LearningError(
        'diverged',
        'the loss is no longer a finite number; lower the learning rate or look for images that are not as the others',
        { stepsRun: this.#stepsRun, learningRate: this.#options.learningRate },
      );
    return perExample && examples ? meanExampleLoss(loss, perExample, examples) : loss;
  }

  /**
   * @returns copies of the model's tensors, in the model's order.
   * @throws LearningError `no-weights`, `busy`, `disposed`.
   */
  weights(): NamedTensor[] {
    this.#assertIdle();
    return this.#copies(this.#assertWeights());
  }

  /**
   * @returns as {@link weights}, but every trained tensor's exponential moving average since the reset. Moving statistics of
   * normalizations are averages already and stay as they are.
   * @throws LearningError `bad-options` if the trainer keeps no average; `no-weights`, `busy`, `disposed`.
   */
  averagedWeights(): NamedTensor[] {
    this.#assertIdle();
    const tensors = this.#assertWeights();
    const average = tensors[AVERAGE_STATE];
    if (average === undefined)
      refuseOptions('the trainer keeps no average of its weights: it was given no averageDecay');
    return this.#copies({ ...tensors, [WEIGHTS_STATE]: average });
  }

  /** Frees the memory; every later call but this one throws `disposed`. */
  async dispose(): Promise<void> {
    if (this.#isDisposed) return;
    this.#assertIdle();
    this.#isDisposed = true;
    this.#tensors = undefined;
    await this.#session.release();
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

  #copies(tensors: Tensors): NamedTensor[] {
    return this.#plans.map(({ name, shape }) => ({ name, shape, data: this.#window(tensors, name).slice() }));
  }

  /** A model's tensor inside the graph's. */
  #window(tensors: Tensors, name: string): Float32Array {
    const { state, offset, size } = this.#slots.get(name) as WeightSlot;
    return floatsOf(tensors[state] as ort.Tensor).subarray(offset, offset + size);
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
