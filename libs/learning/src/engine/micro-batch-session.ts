import type * as ort from 'onnxruntime-node';
import { nextState, STEP_PORTS, type CompiledGraph, type CompiledStep } from '../compile-step.js';
import { floatsOf, floatTensor, freeOnDevice, GraphSession, type Ports, type SessionOptions } from './graph-session.js';

/** Inputs of which a micro-batch gets its images' part. */
const PER_IMAGE = [STEP_PORTS.images, STEP_PORTS.masks, STEP_PORTS.exampleWeights];

/** What runs a step. */
export type StepSession = Pick<GraphSession, 'run' | 'release'>;

/** @throws LearningError `session-failed` if onnxruntime refuses a graph; `out-of-memory`. */
export function openStep(
  { bytes, gradient, randomInputs }: CompiledStep,
  microBatches: number,
  settings: Omit<SessionOptions, 'bytes'>,
): Promise<StepSession> {
  if (gradient === undefined) return GraphSession.create({ ...settings, bytes });
  const perImage = [...PER_IMAGE, ...randomInputs.map(({ name }) => name)];
  return MicroBatchSession.create({ ...settings, gradient, update: { bytes }, microBatches, perImage });
}

interface MicroBatchOptions extends Omit<SessionOptions, 'bytes'> {
  readonly gradient: NonNullable<CompiledStep['gradient']>;
  readonly update: Pick<CompiledGraph, 'bytes'>;
  readonly microBatches: number;
  /** Names of the inputs that have a part for each image; a step need not have all. */
  readonly perImage: readonly string[];
}

/** Runs a step that was compiled for micro-batches as {@link GraphSession} runs one in a single graph. */
class MicroBatchSession implements StepSession {
  readonly #options: MicroBatchOptions;
  readonly #gradient: GraphSession;
  readonly #update: GraphSession;

  private constructor(options: MicroBatchOptions, gradient: GraphSession, update: GraphSession) {
    this.#options = options;
    this.#gradient = gradient;
    this.#update = update;
  }

  /** @throws LearningError `session-failed` if onnxruntime refuses a graph; `out-of-memory`. */
  static async create(options: MicroBatchOptions): Promise<MicroBatchSession> {
    const { gradient, update, kept = [], ...settings } = options;
    const first = await GraphSession.create({
      ...settings,
      ...gradient,
      kept: gradient.states.map(({ name }) => nextState(name)),
    });
    try {
      // The loss is not its output.
      const ofUpdate = { ...settings, ...update, kept: kept.filter((name) => name !== STEP_PORTS.loss) };
      return new MicroBatchSession(options, first, await GraphSession.create(ofUpdate));
    } catch (error) {
      await first.release();
      throw error;
    }
  }

  /**
   * @param inputs - those of a step in one graph, images and masks of the whole batch; left unchanged.
   * @returns its outputs. The loss is the mean of the micro-batches'.
   * @throws LearningError `session-failed`, `out-of-memory`.
   */
  async run(inputs: Ports): Promise<Ports> {
    const { microBatches, gradient, perImage } = this.#options;
    let sums: Ports = Object.fromEntries(gradient.states.map(({ name, shape }) => [name, floatTensor(shape)]));
    let loss = 0;
    try {
      for (let index = 0; index < microBatches; index++) {
        const parts = perImage.flatMap((name) => {
          const batch = inputs[name];
          return batch === undefined ? [] : [[name, partOf(batch, index, microBatches)] as const];
        });
        if (isWithoutExamples(parts)) continue;
        const outputs = await this.#gradient.run({ ...inputs, ...Object.fromEntries(parts), ...sums });
        freeAll(sums);
        sums = Object.fromEntries(gradient.states.map(({ name }) => [name, outputs[nextState(name)] as ort.Tensor]));
        loss += (floatsOf(outputs[STEP_PORTS.loss] as ort.Tensor)[0] as number) / microBatches;
      }
      const updated = await this.#update.run({ ...inputs, ...sums });
      return { ...updated, [STEP_PORTS.loss]: floatTensor([], Float32Array.of(loss)) };
    } finally {
      freeAll(sums);
    }
  }

  /** Frees the native memory. */
  async release(): Promise<void> {
    await this.#gradient.release();
    await this.#update.release();
  }
}

/** A lot's places that stayed empty add nothing. */
function isWithoutExamples(parts: readonly (readonly [name: string, part: ort.Tensor])[]): boolean {
  const weights = parts.find(([name]) => name === STEP_PORTS.exampleWeights)?.[1];
  return weights !== undefined && floatsOf(weights).every((weight) => weight === 0);
}

function freeAll(tensors: Ports): void {
  for (const tensor of Object.values(tensors)) freeOnDevice(tensor);
}

/** Some of a batch's images; shares the batch's memory. */
function partOf(batch: ort.Tensor, index: number, count: number): ort.Tensor {
  const [images = 1, ...rest] = batch.dims;
  const values = floatsOf(batch);
  const size = values.length / count;
  return floatTensor([images / count, ...rest], values.subarray(index * size, (index + 1) * size));
}
