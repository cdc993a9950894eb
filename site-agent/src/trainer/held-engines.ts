import { canonicalJson, type EngineName, type RunConfig } from '@mammofed/core';
import {
  createPredictor,
  createTrainer,
  type BatchSplit,
  type GraphCache,
  type Predictor,
  type Trainer,
} from '@mammofed/learning';
import { trainingOptions } from './training-options.js';

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

/** Keeps the compiled steps of the last run: compiling takes as long as many steps of a small model. */
export class EngineHolder {
  readonly #trainer = new Slot<Trainer>();
  readonly #predictor = new Slot<Predictor>();
  readonly #cache: GraphCache | undefined;
  /** Of the job for which the trainer was last asked for. */
  #onSplit: (split: BatchSplit) => void = () => undefined;

  /** @param cache - keeps what was compiled for the next process. */
  constructor(cache: GraphCache | undefined) {
    this.#cache = cache;
  }

  /**
   * @param stepsPerRound - of the run at this site.
   * @param onSplit - told when a batch has to go through the model in parts, until the trainer is asked for again.
   * @throws LearningError as `createTrainer`.
   */
  trainer(
    engine: EngineName,
    config: RunConfig,
    { threads, stepsPerRound }: { readonly threads: number; readonly stepsPerRound: number },
    onSplit: (split: BatchSplit) => void,
  ): Promise<Trainer> {
    const options = trainingOptions(config, { stepsPerRound, threads });
    this.#onSplit = onSplit;
    return this.#trainer.get(canonicalJson({ engine, options }), () =>
      createTrainer(engine, options, this.#cache, (split) => this.#onSplit(split)),
    );
  }

  /** Predicts in batches of the training's size, whole even where training has to split them: no layer's results are kept for a gradient. @throws LearningError. */
  predictor(engine: EngineName, { model, training }: RunConfig, threads: number): Promise<Predictor> {
    const { batchSize } = training;
    return this.#predictor.get(canonicalJson({ engine, model, batchSize, threads }), () =>
      createPredictor(engine, { spec: model, batchSize, threads }, this.#cache),
    );
  }
}
