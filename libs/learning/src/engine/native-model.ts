import type { NamedTensor } from '@mammofed/core';
import { tensorPlans, type ModelSpec } from '../model-spec.js';
import { buildModel } from '../models/build-model.js';
import { tf, type tfLayers } from '../tfjs.js';
import { assertWeightsFit } from './weights-check.js';

/** A model whose tensors live in a tfjs backend that computes itself. */
export class NativeModel {
  readonly layers: tfLayers.LayersModel;
  readonly #spec: ModelSpec;
  readonly #backend: string;

  /**
   * @param backend - tfjs's name of the backend; it must be registered.
   * @throws LearningError `bad-model-spec`.
   */
  constructor(spec: ModelSpec, backend: string) {
    this.#spec = spec;
    this.#backend = backend;
    this.layers = this.run(() => buildModel(spec));
  }

  /** Runs tfjs code on the model's backend. @param work - must be synchronous. */
  run<T>(work: () => T): T {
    // Returns a promise, but has switched when it returns: a backend that is loaded needs no further preparation.
    void tf.setBackend(this.#backend);
    return work();
  }

  /** @throws LearningError `wrong-weights`. */
  setWeights(weights: readonly NamedTensor[]): void {
    assertWeightsFit(tensorPlans(this.#spec), weights);
    const byName = new Map(weights.map((tensor) => [tensor.name, tensor]));
    this.run(() =>
      tf.tidy(() => {
        for (const variable of this.layers.weights) {
          const { data, shape } = byName.get(variable.originalName) as NamedTensor;
          variable.write(tf.tensor(data, [...shape], 'float32'));
        }
      }),
    );
  }

  /** @returns copies of the model's tensors, in the model's order. */
  getWeights(): NamedTensor[] {
    const variables = new Map(this.layers.weights.map((variable) => [variable.originalName, variable]));
    return this.run(() =>
      tensorPlans(this.#spec).map(({ name, shape }) => {
        const values = (variables.get(name) as tfLayers.LayerVariable).read().dataSync<'float32'>();
        return { name, shape, data: Float32Array.from(values) };
      }),
    );
  }

  dispose(): void {
    this.run(() => this.layers.dispose());
  }
}
