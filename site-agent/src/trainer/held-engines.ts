import { canonicalJson, type RunConfig } from '@mammofed/core';
import { CompiledPredictor, CompiledTrainer, type GraphCache } from '@mammofed/learning';

interface Disposable {
  dispose(): Promise<void>;
}

/** One compiled graph, kept until another one is wanted. */
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

/** Keeps the compiled steps of the last run: compiling takes as long as many steps of a small model. */
export class EngineHolder {
  readonly #trainer = new Slot<CompiledTrainer>();
  readonly #predictor = new Slot<CompiledPredictor>();
  readonly #cache: GraphCache | undefined;

  /** @param cache - keeps what was compiled for the next process. */
  constructor(cache: GraphCache | undefined) {
    this.#cache = cache;
  }

  /** @throws LearningError as `CompiledTrainer.create`. */
  trainer({ model, training }: RunConfig, threads: number): Promise<CompiledTrainer> {
    const { batchSize, learningRate } = training;
    return this.#trainer.get(canonicalJson({ model, batchSize, learningRate, threads }), () =>
      CompiledTrainer.create({ spec: model, batchSize, learningRate, threads }, this.#cache),
    );
  }

  /** Predicts in batches of the training's size: what fits for training fits for this. @throws LearningError. */
  predictor({ model, training }: RunConfig, threads: number): Promise<CompiledPredictor> {
    const { batchSize } = training;
    return this.#predictor.get(canonicalJson({ model, batchSize, threads }), () =>
      CompiledPredictor.create({ spec: model, batchSize, threads }, this.#cache),
    );
  }
}
