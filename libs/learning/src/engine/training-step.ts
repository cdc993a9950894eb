import { SEGMENTATION_LOSS } from '@mammofed/core';
import { compileStep, nextState, STEP_PORTS, type CompiledStep } from '../compile-step.js';
import { LearningError } from '../errors.js';
import { imageLossFunction, lossFunction } from '../losses.js';
import { buildModel } from '../models/build-model.js';
import { statisticsOf } from '../weight-windows.js';
import { targetHere } from './channel-block.js';
import { cachedGraph, type GraphCache } from './graph-cache.js';
import type { Ports } from './graph-session.js';
import { openStep, type StepSession } from './micro-batch-session.js';
import type { BatchSplit, TrainingOptions } from './training-options.js';

/** A step that is open for a number of micro-batches. */
interface OpenedStep {
  readonly compiled: CompiledStep;
  readonly session: StepSession;
  readonly microBatches: number;
}

/**
 * A trainer's step, compiled and open on its device. Where a GPU has not enough memory for a batch, it goes through the model in
 * parts, and the update is that of the whole batch; the states and inputs are the same then.
 */
export class TrainingStep {
  readonly #options: TrainingOptions;
  readonly #cache: GraphCache | undefined;
  readonly #onSplit: (split: BatchSplit) => void;
  #opened: OpenedStep;
  #isOpen = true;

  private constructor(
    options: TrainingOptions,
    cache: GraphCache | undefined,
    onSplit: (split: BatchSplit) => void,
    opened: OpenedStep,
  ) {
    this.#options = options;
    this.#cache = cache;
    this.#onSplit = onSplit;
    this.#opened = opened;
  }

  /**
   * Compiles the step, or takes it from the cache, and opens it.
   * @param onSplit - told when the batch is split, or split further.
   * @throws LearningError as {@link compileStep}; `session-failed`; `out-of-memory` if the batch cannot be split.
   */
  static async open(
    options: TrainingOptions,
    cache: GraphCache | undefined,
    onSplit: (split: BatchSplit) => void,
  ): Promise<TrainingStep> {
    const asked = options.microBatches ?? 1;
    const opened = await openParts(options, cache, asked);
    const step = new TrainingStep(options, cache, onSplit, opened);
    if (opened.microBatches !== asked) step.#tellSplit();
    return step;
  }

  get compiled(): CompiledStep {
    return this.#opened.compiled;
  }

  /**
   * @throws LearningError `session-failed`; `out-of-memory`: {@link split} may help. The inputs are left as they were.
   */
  async run(inputs: Ports): Promise<Ports> {
    // A split that found no memory left it closed; there may be some again.
    if (!this.#isOpen) await this.#reopen(this.#opened.microBatches);
    return this.#opened.session.run(inputs);
  }

  /**
   * Opens the step again for at least twice as many micro-batches.
   * @param error - why. @param save - brings to the host what outputs of the step are still wanted: they are lost then.
   * @throws the error, if it is not for want of a GPU's memory; LearningError `out-of-memory` with the reason, if the batch cannot be
   * split; what `save` throws; as {@link open}.
   */
  async split(error: unknown, save: () => Promise<void>): Promise<void> {
    const parts = smallerParts(this.#options, this.#opened, error);
    await save();
    // First, for what it keeps of the device's memory.
    await this.release();
    await this.#reopen(parts);
  }

  /** Frees the native memory. */
  async release(): Promise<void> {
    if (this.#isOpen) await this.#opened.session.release();
    this.#isOpen = false;
  }

  async #reopen(parts: number): Promise<void> {
    const before = this.#opened.microBatches;
    this.#opened = await openParts(this.#options, this.#cache, parts);
    this.#isOpen = true;
    if (this.#opened.microBatches !== before) this.#tellSplit();
  }

  #tellSplit(): void {
    this.#onSplit({ batchSize: this.#options.batchSize, microBatches: this.#opened.microBatches });
  }
}

async function openParts(
  options: TrainingOptions,
  cache: GraphCache | undefined,
  microBatches: number,
): Promise<OpenedStep> {
  const { threads, device = 'cpu' } = options;
  const compiled = await compiledStep({ ...options, microBatches }, cache);
  const kept = [STEP_PORTS.loss, ...compiled.states.map(({ name }) => nextState(name))];
  try {
    return { compiled, session: await openStep(compiled, microBatches, { threads, device, kept }), microBatches };
  } catch (error) {
    return openParts(options, cache, smallerParts(options, { compiled, microBatches }, error));
  }
}

async function compiledStep(options: TrainingOptions, cache: GraphCache | undefined): Promise<CompiledStep> {
  const { spec, batchSize, device = 'cpu', microBatches } = options;
  const { optimizer = { kind: 'adam' }, weightDecay, clip, averageDecay, objective } = options;
  const { loss = SEGMENTATION_LOSS, perExample } = options;
  const batchShape = [batchSize, spec.size, spec.size, 1];
  const target = await targetHere(device);
  // All options but those that the steps are told when they run: one that comes later is part of the key, too.
  const toldLater = { threads: undefined, learningRate: undefined, schedule: undefined, lossesEvery: undefined };
  return cachedGraph(cache, { ...options, ...toldLater, graph: 'step', target }, () =>
    compileStep({
      buildModel: () => buildModel(spec),
      update: { optimizer, weightDecay, clip, averageDecay, objective },
      roles: { frozen: options.frozenLayers, localOnly: options.localOnlyLayers },
      loss: lossFunction(loss),
      perExample: perExample && { ...perExample, losses: imageLossFunction(loss) },
      imageShape: batchShape,
      maskShape: batchShape,
      microBatches,
      target,
    }),
  );
}

/** The next number of equal micro-batches that are half as large at most. @throws as {@link TrainingStep.split}. */
function smallerParts(
  { batchSize, device = 'cpu' }: TrainingOptions,
  { compiled, microBatches }: Pick<OpenedStep, 'compiled' | 'microBatches'>,
  error: unknown,
): number {
  // On a processor one seed gives the same bits everywhere, whatever memory there is.
  if (device === 'cpu' || !(error instanceof LearningError && error.code === 'out-of-memory')) throw error;
  const images = batchSize / microBatches;
  const refuse = (why: string): never => {
    const advice = 'take smaller batches, a smaller model or another engine';
    const what = `${device} has not enough memory for ${images} ${images === 1 ? 'image' : 'images'} at a time`;
    throw new LearningError(
      'out-of-memory',
      `${what}, ${why}: ${advice}`,
      { device, batchSize, microBatches },
      error.cause,
    );
  };
  const [statistic] = statisticsOf(compiled.weights);
  if (statistic !== undefined)
    return refuse(
      `and the batch cannot be split: the model normalizes by statistics of the whole batch (${statistic.name}), so that it would not learn the same`,
    );
  for (let parts = 2 * microBatches; parts <= batchSize; parts++) if (batchSize % parts === 0) return parts;
  return refuse('and a batch cannot be split further');
}
