import { LearningError } from '../../errors.js';
import { tf, tfLayers } from '../../tfjs.js';

/**
 * Name of a kernel without inputs that gives the factors of a dropout for one step, {@link DropoutFactors}. They come from
 * the host's seeded generator: compiled steps take them as an input of the graph. A backend without it cannot train a model
 * with dropout.
 */
export const DROPOUT_FACTORS = 'MammofedDropoutFactors';

/** What is drawn before a step: each element is 1 / keepProbability with that probability, and 0 otherwise. */
export interface DropoutFactors {
  /** The layer that asks for them. */
  readonly layer: string;
  /** That of the layer's input. */
  readonly shape: readonly number[];
  readonly keepProbability: number;
}

/**
 * Dropout: in training it sets each number of its input to zero with probability `rate`, and divides the others by
 * 1 − rate, so that their mean stays; elsewhere it changes nothing. Its gradient passes the same numbers by the same factors.
 * tfjs's own layer is of no use in a compiled step: it would draw once, while compiling.
 * @see Srivastava, Hinton, Krizhevsky, Sutskever, Salakhutdinov, Dropout (Journal of Machine Learning Research 15, 2014),
 * section 10 for the division.
 */
export class Dropout extends tfLayers.layers.Layer {
  static readonly className: string = 'MammofedDropout';
  readonly #rate: number;

  /** @throws LearningError `bad-options` if the rate is not in [0, 1). */
  constructor(name: string, rate: number) {
    super({ name });
    if (!(rate >= 0 && rate < 1))
      throw new LearningError('bad-options', `the rate of dropout ${name} must be from 0 to below 1, not ${rate}`);
    this.#rate = rate;
  }

  override call(inputs: tf.Tensor | tf.Tensor[], kwargs: { readonly training?: boolean }): tf.Tensor {
    const x = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor;
    if (kwargs.training !== true || this.#rate === 0) return x;
    const wanted: DropoutFactors = { layer: this.name, shape: x.shape, keepProbability: 1 - this.#rate };
    return tf.tidy(() => tf.mul(x, tf.engine().runKernel<tf.Tensor>(DROPOUT_FACTORS, {}, { ...wanted })));
  }
}
