import { elementCount, type NamedTensor } from '@mammofed/core';
import type * as ort from 'onnxruntime-node';
import { compilePrediction, PREDICTION_PORTS, type CompiledPrediction } from '../compile-prediction.js';
import { LearningError } from '../errors.js';
import { buildModel } from '../models/build-model.js';
import { tensorPlans, type ModelSpec, type TensorPlan } from '../model-spec.js';
import { assertPositiveInteger } from '../option-checks.js';
import { cachedGraph, type GraphCache } from './graph-cache.js';
import { ENGINE, floatsOf, floatTensor, GraphSession } from './graph-session.js';
import { assertWeightsFit } from './weights-check.js';

export interface PredictionOptions {
  readonly spec: ModelSpec;
  /** Images in one run of the graph. */
  readonly batchSize: number;
  /** Threads that work on one operation. */
  readonly threads: number;
}

/** Predicts masks with a model compiled to ONNX. */
export class CompiledPredictor {
  readonly engine = ENGINE;
  readonly #options: PredictionOptions;
  readonly #plans: readonly TensorPlan[];
  readonly #prediction: CompiledPrediction;
  readonly #session: GraphSession;
  #weights: Record<string, ort.Tensor> | undefined;
  #isRunning = false;
  #isDisposed = false;

  private constructor(options: PredictionOptions, prediction: CompiledPrediction, session: GraphSession) {
    this.#options = options;
    this.#plans = tensorPlans(options.spec);
    this.#prediction = prediction;
    this.#session = session;
  }

  /**
   * Compiles the model, or takes it from the cache. Give it weights with {@link load} before the first prediction.
   * @param cache - where compiled models are kept, if anywhere.
   * @throws LearningError `bad-model-spec`, `bad-options`, `unsupported-op`, `compile-failed`, `session-failed`.
   */
  static async create(options: PredictionOptions, cache?: GraphCache): Promise<CompiledPredictor> {
    const { spec, batchSize, threads } = options;
    assertPositiveInteger('the batch size', batchSize);
    assertPositiveInteger('the number of threads', threads);
    // Every option but the threads: one that comes later is part of the key, too.
    const prediction = await cachedGraph(cache, { ...options, threads: undefined, graph: 'prediction' }, () =>
      compilePrediction(() => buildModel(spec), [batchSize, spec.size, spec.size, 1]),
    );
    return new CompiledPredictor(options, prediction, await GraphSession.create({ bytes: prediction.bytes, threads }));
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
    const sizes = new Map<string, number>();
    for (const { state, size } of this.#prediction.weights) sizes.set(state, (sizes.get(state) ?? 0) + size);
    const vectors = new Map([...sizes].map(([state, size]) => [state, new Float32Array(size)]));
    for (const { name, state, offset } of this.#prediction.weights)
      vectors.get(state)?.set(dataByName.get(name) as Float32Array, offset);
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
    const weights = this.#weights;
    if (weights === undefined)
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
    this.#weights = undefined;
    await this.#session.release();
  }

  #assertIdle(): void {
    if (this.#isDisposed) throw new LearningError('disposed', 'the predictor was disposed of');
    if (this.#isRunning) throw new LearningError('busy', 'the predictor is at work; await it first');
  }
}
