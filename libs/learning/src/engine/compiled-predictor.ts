import { elementCount, type NamedTensor } from '@mammofed/core';
import type * as ort from 'onnxruntime-node';
import { compilePrediction, PREDICTION_PORTS, type CompiledPrediction } from '../compile-prediction.js';
import { LearningError } from '../errors.js';
import { buildModel } from '../models/build-model.js';
import { tensorPlans, type ModelSpec, type TensorPlan } from '../model-spec.js';
import type { Device, GraphTarget } from '../trace/graph-target.js';
import { assertPositiveInteger } from '../option-checks.js';
import type { EngineId, Predictor } from './engine.js';
import { cachedGraph, type GraphCache } from './graph-cache.js';
import { floatsOf, floatTensor, freeOnDevice, GraphSession, type Ports } from './graph-session.js';
import { TensorMover } from './tensor-mover.js';
import { assertWeightsFit } from './weights-check.js';

export interface PredictionOptions {
  readonly spec: ModelSpec;
  /** Images in one run of the graph. */
  readonly batchSize: number;
  /** Threads that work on one operation. */
  readonly threads: number;
  /** Where it predicts; the CPU if not given. */
  readonly device?: Device;
}

interface PredictorParts {
  readonly prediction: CompiledPrediction;
  readonly session: GraphSession;
  readonly toDevice: TensorMover;
}

/** Predicts masks with a model compiled to ONNX. Its weights stay in the memory of a WebGPU device. */
export class CompiledPredictor implements Predictor {
  readonly engine: EngineId;
  readonly #options: PredictionOptions;
  readonly #plans: readonly TensorPlan[];
  readonly #prediction: CompiledPrediction;
  readonly #session: GraphSession;
  readonly #toDevice: TensorMover;
  #weights: Ports | undefined;
  #areWeightsOnDevice = false;
  #isRunning = false;
  #isDisposed = false;

  private constructor(options: PredictionOptions, { prediction, session, toDevice }: PredictorParts) {
    this.engine = { name: 'compiled', device: options.device ?? 'cpu' };
    this.#options = options;
    this.#plans = tensorPlans(options.spec);
    this.#prediction = prediction;
    this.#session = session;
    this.#toDevice = toDevice;
  }

  /**
   * Compiles the model, or takes it from the cache. Give it weights with {@link load} before the first prediction.
   * @param cache - where compiled models are kept, if anywhere.
   * @throws LearningError `bad-model-spec`, `bad-options`, `unsupported-op`, `compile-failed`, `session-failed`.
   */
  static async create(options: PredictionOptions, cache?: GraphCache): Promise<CompiledPredictor> {
    const { spec, batchSize, threads, device = 'cpu' } = options;
    assertPositiveInteger('the batch size', batchSize);
    assertPositiveInteger('the number of threads', threads);
    const shape = [batchSize, spec.size, spec.size, 1];
    // Predictions keep no channels in blocks.
    const target: GraphTarget = { device };
    // Every option but the threads: one that comes later is part of the key, too.
    const prediction = await cachedGraph(cache, { ...options, threads: undefined, graph: 'prediction' }, () =>
      compilePrediction(() => buildModel(spec), shape, undefined, target),
    );
    return new CompiledPredictor(options, {
      prediction,
      session: await GraphSession.create({ bytes: prediction.bytes, threads, device }),
      toDevice: await TensorMover.create(
        [...stateSizes(prediction)].map(([name, size]) => ({ name, shape: [size] })),
        device,
        'device',
      ),
    });
  }

  /**
   * Sets the weights.
   * @param weights - the model's tensors in the model's order; copied.
   * @throws LearningError `wrong-weights`, `busy`, `disposed`.
   */
  load(weights: readonly NamedTensor[]): void {
    this.#assertIdle();
    assertWeightsFit(this.#plans, weights);
    const dataByName = new Map(weights.map(({ name, data }) => [name, data]));
    const vectors = new Map([...stateSizes(this.#prediction)].map(([state, size]) => [state, new Float32Array(size)]));
    for (const { name, state, offset } of this.#prediction.weights)
      vectors.get(state)?.set(dataByName.get(name) as Float32Array, offset);
    this.#free();
    this.#weights = Object.fromEntries([...vectors].map(([state, data]) => [state, floatTensor([data.length], data)]));
  }

  /**
   * Predicts masks.
   * @param images - (n, S, S) with any n from 1, row-major, as the model wants them; left unchanged.
   * @returns probabilities of foreground, (n, S, S); a new array.
   * @throws LearningError `wrong-shape`, `no-weights`, `busy`, `disposed`, `session-failed`.
   */
  async predict(images: Float32Array): Promise<Float32Array> {
    this.#assertIdle();
    const { spec, batchSize } = this.#options;
    if (this.#weights === undefined)
      throw new LearningError('no-weights', 'the predictor has no weights yet; call load first');
    const imagePixels = spec.size * spec.size;
    if (images.length === 0 || images.length % imagePixels !== 0)
      throw new LearningError('wrong-shape', `a prediction takes whole images of ${spec.size} × ${spec.size} pixels`, {
        imagePixels,
        images: images.length,
      });
    const shape = [batchSize, spec.size, spec.size, 1];
    const input = floatTensor(shape);
    const probabilities = new Float32Array(images.length);
    const batchPixels = elementCount(shape);
    this.#isRunning = true;
    try {
      const weights = await this.#weightsOnDevice(this.#weights);
      for (let start = 0; start < images.length; start += batchPixels) {
        // The last batch may be short: what is left of the one before fills it up, and is not read.
        floatsOf(input).set(images.subarray(start, start + batchPixels));
        const outputs = await this.#session.run({ ...weights, [PREDICTION_PORTS.images]: input });
        const batch = floatsOf(outputs[PREDICTION_PORTS.probabilities] as ort.Tensor);
        probabilities.set(batch.subarray(0, Math.min(batchPixels, images.length - start)), start);
      }
    } finally {
      this.#isRunning = false;
    }
    return probabilities;
  }

  /** Frees the memory; every later call but this one throws `disposed`. */
  async dispose(): Promise<void> {
    if (this.#isDisposed) return;
    this.#assertIdle();
    this.#isDisposed = true;
    this.#free();
    await this.#toDevice.release();
    await this.#session.release();
  }

  async #weightsOnDevice(weights: Ports): Promise<Ports> {
    if (this.#areWeightsOnDevice) return weights;
    const moved = await this.#toDevice.move(weights);
    this.#weights = moved;
    this.#areWeightsOnDevice = true;
    return moved;
  }

  #free(): void {
    for (const tensor of Object.values(this.#weights ?? {})) freeOnDevice(tensor);
    this.#weights = undefined;
    this.#areWeightsOnDevice = false;
  }

  #assertIdle(): void {
    if (this.#isDisposed) throw new LearningError('disposed', 'the predictor was disposed of');
    if (this.#isRunning) throw new LearningError('busy', 'the predictor is at work; await it first');
  }
}

/** How many numbers each of the graph's inputs for weights takes. */
function stateSizes({ weights }: CompiledPrediction): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { state, size } of weights) sizes.set(state, (sizes.get(state) ?? 0) + size);
  return sizes;
}
