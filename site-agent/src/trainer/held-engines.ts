import { canonicalJson, type EngineName, type PatientPrivacy, type RunConfig } from '@mammofed/core';
import { createPredictor, createTrainer, type GraphCache, type Predictor, type Trainer } from '@mammofed/learning';
import { lotCapacity } from './private-lots.js';

interface Disposable {
  dispose(): Promise<void>;
}

/** One trainer or predictor, kept until another one is wanted. */
class Slot<Engine extends Disposable> {
  #held: { readonly key: string; readonly engine: Engine } | null = null;

  async get(key: string, create: () => Promise<Engine>): Promise<Engine> {
    if (this.#held?.key === key) return this.#held.engine;
    await this.#held?.engine.dispose();
    this.#held = null;
    const engine = await create();
    this.#held = { key, engine };
    return engine;
  }
}

/** A lot has places for more patients than it has on average, and goes through the model a batch at a time. */
function lotOptions({ clipNorm, lotSize }: PatientPrivacy, batchSize: number) {
  const capacity = lotCapacity(lotSize, batchSize);
  return { batchSize: capacity, microBatches: capacity / batchSize, perExample: { clipNorm, lotSize } };
}

/** Keeps the compiled steps of the last run: compiling takes as long as many steps of a small model. */
export class EngineHolder {
  readonly #trainer = new Slot<Trainer>();
  readonly #predictor = new Slot<Predictor>();
  readonly #cache: GraphCache | undefined;

  /** @param cache - keeps what was compiled for the next process. */
  constructor(cache: GraphCache | undefined) {
    this.#cache = cache;
  }

  /** @throws LearningError as `createTrainer`. */
  trainer(engine: EngineName, { model, training, privacy }: RunConfig, threads: number): Promise<Trainer> {
    const { batchSize, learningRate } = training;
    const options = { spec: model, batchSize, learningRate, threads, ...(privacy && lotOptions(privacy, batchSize)) };
    return this.#trainer.get(canonicalJson({ engine, ...options }), () => createTrainer(engine, options, this.#cache));
  }

  /** Predicts in batches of the training's size: what fits for training fits for this. @throws LearningError. */
  predictor(engine: EngineName, { model, training }: RunConfig, threads: number): Promise<Predictor> {
    const { batchSize } = training;
    return this.#predictor.get(canonicalJson({ engine, model, batchSize, threads }), () =>
      createPredictor(engine, { spec: model, batchSize, threads }, this.#cache),
    );
  }
}
