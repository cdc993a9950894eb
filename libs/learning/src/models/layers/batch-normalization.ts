import { tf, tfLayers } from '../../tfjs.js';
import { scaleAndShift } from './scale-and-shift.js';

/** What the moving statistics keep of themselves in a step, if nothing else is said; the rest comes from the batch. */
const MOMENTUM = 0.9;

/** Added to a variance before its root, so that a channel that is the same everywhere is not divided by zero. */
const EPSILON = 1e-3;

const PLACES = [0, 1, 2];

/**
 * Batch normalization of images (B, H, W, C) over all but the channels, with the weights `gamma`, `beta`, `moving_mean` and
 * `moving_variance`, shape (C,). In training it normalizes by the batch's own mean and variance (that of the batch, not the
 * unbiased estimate) and moves the moving statistics some of the way to them; elsewhere it normalizes by these. The same
 * function as tfjs's layer, with a gradient in fewer passes over the images.
 * @see Ioffe, Szegedy, Batch Normalization (arXiv:1502.03167), algorithms 1 and 2.
 */
export class BatchNormalization extends tfLayers.layers.Layer {
  static readonly className = 'MammofedBatchNormalization';
  #gamma: tfLayers.LayerVariable | undefined;
  #beta: tfLayers.LayerVariable | undefined;
  #movingMean: tfLayers.LayerVariable | undefined;
  #movingVariance: tfLayers.LayerVariable | undefined;

  readonly #momentum: number;
  /** Added to a variance before its root. */
  readonly epsilon: number;

  /** @param settings - as tfjs names them; a tenth of the way, and 0.001, if not given. */
  constructor(name: string, { momentum = MOMENTUM, epsilon = EPSILON }: { momentum?: number; epsilon?: number } = {}) {
    super({ name });
    this.#momentum = momentum;
    this.epsilon = epsilon;
  }

  override build(inputShape: tfLayers.Shape | tfLayers.Shape[]): void {
    const shape = (inputShape as tfLayers.Shape).slice(-1);
    const { ones, zeros } = tfLayers.initializers;
    this.#gamma = this.addWeight('gamma', shape, 'float32', ones());
    this.#beta = this.addWeight('beta', shape, 'float32', zeros());
    this.#movingMean = this.addWeight('moving_mean', shape, 'float32', zeros(), undefined, false);
    this.#movingVariance = this.addWeight('moving_variance', shape, 'float32', ones(), undefined, false);
    this.built = true;
  }

  override call(inputs: tf.Tensor | tf.Tensor[], kwargs: { readonly training?: boolean }): tf.Tensor {
    const x = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor4D;
    const [gamma, beta] = [read(this.#gamma), read(this.#beta)];
    if (kwargs.training !== true)
      return tf.batchNorm(x, read(this.#movingMean), read(this.#movingVariance), beta, gamma, this.epsilon);
    return tf.tidy(() => {
      const mean = tf.mean<tf.Tensor1D>(x, PLACES);
      const centred = scaleAndShift({ x, shift: tf.neg(mean) });
      const variance = tf.mean<tf.Tensor1D>(tf.square(centred), PLACES);
      move(this.#movingMean, mean, this.#momentum);
      move(this.#movingVariance, variance, this.#momentum);
      return normalizeByBatch({ x, gamma, beta, centred, variance, epsilon: this.epsilon });
    });
  }
}

interface BatchOperands {
  readonly x: tf.Tensor4D;
  readonly gamma: tf.Tensor1D;
  readonly beta: tf.Tensor1D;
  /** `x` less its mean in each channel. */
  readonly centred: tf.Tensor;
  readonly variance: tf.Tensor1D;
  readonly epsilon: number;
}

/**
 * gamma · (x − mean) / √(variance + ε) + beta. `centred` and `variance` must be those of `x`: the gradient goes through them
 * too.
 */
function normalizeByBatch({ x, gamma, beta, centred, variance, epsilon }: BatchOperands): tf.Tensor4D {
  const places = x.size / variance.size;
  const normalize = tf.customGrad((...operands) => {
    const [, factor, shift, save] = operands as unknown as [
      tf.Tensor4D,
      tf.Tensor1D,
      tf.Tensor1D,
      (tensors: tf.Tensor[]) => void,
    ];
    const inverse = tf.rsqrt(tf.add(variance, epsilon));
    const scale = tf.mul(factor, inverse);
    save([centred, inverse, scale]);
    return {
      value: scaleAndShift({ x: centred, scale, shift }),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => batchGradients(dy, saved, places),
    };
  });
  return normalize(x, gamma, beta) as tf.Tensor4D;
}

/**
 * With x̂ the normalized image, the gradients are Σ dy for beta, Σ dy · x̂ for gamma, and for x
 * scale · (dy − mean of dy − x̂ · mean of dy · x̂), which is dy · scale + centred · slope + rest with two numbers for each
 * channel.
 */
function batchGradients(dy: tf.Tensor, saved: readonly tf.Tensor[], places: number): tf.Tensor[] {
  const [centred, inverse, scale] = saved as [tf.Tensor, tf.Tensor1D, tf.Tensor1D];
  const betaGradient = tf.sum(dy, PLACES);
  const gammaGradient = tf.mul(tf.sum(tf.mul(dy, centred), PLACES), inverse);
  const slope = tf.mul(tf.mul(scale, inverse), tf.div(gammaGradient, -places));
  const rest = tf.mul(scale, tf.div(betaGradient, -places));
  const addend = scaleAndShift({ x: centred, scale: slope, shift: rest });
  return [scaleAndShift({ x: dy, scale, addend }), gammaGradient, betaGradient];
}

function read(variable: tfLayers.LayerVariable | undefined): tf.Tensor1D {
  return (variable as tfLayers.LayerVariable).read() as tf.Tensor1D;
}

function move(variable: tfLayers.LayerVariable | undefined, batchValue: tf.Tensor, momentum: number): void {
  const moved = tf.add(tf.mul(read(variable), momentum), tf.mul(batchValue, 1 - momentum));
  (variable as tfLayers.LayerVariable).write(moved);
}
