import { LearningError } from '../../errors.js';
import { tf, tfLayers } from '../../tfjs.js';
import { scaleAndShift } from './scale-and-shift.js';

/** Added to a variance before its root, in both papers' code, if nothing else is said. */
export const GROUP_EPSILON = 1e-5;

/** The rows and columns of images (B, H, W, C). */
const PLACES = [1, 2];

/**
 * Group normalization of images (B, H, W, C), with the weights `gamma` and `beta`, shape (C,): the channels are parted into
 * groups of neighbours, and of each image each group is brought to mean 0 and variance 1, then scaled and shifted by channel.
 * It needs no other images, in training and elsewhere. One group is layer normalization over rows, columns and channels.
 * @see Wu, He, Group Normalization (arXiv:1803.08494), equations 1, 2, 6 and 7.
 */
export class GroupNormalization extends tfLayers.layers.Layer {
  static readonly className: string = 'MammofedGroupNormalization';
  readonly #groups: number | 'channels';
  readonly #epsilon: number;
  #gamma: tfLayers.LayerVariable | undefined;
  #beta: tfLayers.LayerVariable | undefined;

  /**
   * @param groups - how many; `channels`: every channel is one of its own.
   * @param epsilon - added to a variance before its root.
   */
  constructor(name: string, groups: number | 'channels', epsilon = GROUP_EPSILON) {
    super({ name });
    this.#groups = groups;
    this.#epsilon = epsilon;
  }

  /** @throws LearningError `bad-options` if the channels cannot be parted into so many groups. */
  override build(inputShape: tfLayers.Shape | tfLayers.Shape[]): void {
    const shape = (inputShape as tfLayers.Shape).slice(-1);
    const [channels] = shape as [number];
    const groups = this.#groups === 'channels' ? channels : this.#groups;
    if (!Number.isInteger(groups) || groups < 1 || channels % groups !== 0)
      throw new LearningError('bad-options', `${this.name} cannot part ${channels} channels into ${groups} groups`);
    const { ones, zeros } = tfLayers.initializers;
    this.#gamma = this.addWeight('gamma', shape, 'float32', ones());
    this.#beta = this.addWeight('beta', shape, 'float32', zeros());
    this.built = true;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const x = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor4D;
    const [gamma, beta] = [this.#gamma, this.#beta].map((weight) => (weight as tfLayers.LayerVariable).read());
    const groups = this.#groups === 'channels' ? x.shape[3] : this.#groups;
    const settings = { groups, epsilon: this.#epsilon };
    return tf.tidy(() => normalize(x, gamma as tf.Tensor1D, beta as tf.Tensor1D, settings));
  }
}

/**
 * Instance normalization: each channel of each image is brought to mean 0 and variance 1, then scaled and shifted.
 * @see Ulyanov, Vedaldi, Lempitsky, Instance Normalization (arXiv:1607.08022), equation 3.
 */
export class InstanceNormalization extends GroupNormalization {
  static override readonly className = 'MammofedInstanceNormalization';

  constructor(name: string) {
    super(name, 'channels');
  }
}

/**
 * gamma · x̂ + beta with x̂ = (x − mean) / √(variance + ε), with its gradient in few passes over the image. Numbers for each
 * channel of each image have the shape (B, 1, 1, C), so that nothing but them is regrouped.
 */
function normalize(
  image: tf.Tensor4D,
  gamma: tf.Tensor1D,
  beta: tf.Tensor1D,
  { groups, epsilon }: { readonly groups: number; readonly epsilon: number },
): tf.Tensor {
  const operation = tf.customGrad((...operands) => {
    const [x, factor, shift, save] = operands as unknown as [
      tf.Tensor4D,
      tf.Tensor1D,
      tf.Tensor1D,
      (tensors: tf.Tensor[]) => void,
    ];
    const centred = scaleAndShift({ x, shift: tf.neg(groupMeans(tf.mean(x, PLACES, true), groups)) });
    const variance = groupMeans(tf.mean(tf.square(centred), PLACES, true), groups);
    const inverse = tf.rsqrt(tf.add(variance, epsilon));
    save([centred, inverse, factor]);
    const shifts = tf.tile(tf.reshape(shift, [1, 1, 1, -1]), [x.shape[0], 1, 1, 1]);
    return {
      value: scaleAndShift({ x: centred, scale: tf.mul(inverse, factor), shift: shifts }),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => gradients(dy, saved, groups),
    };
  });
  return operation(image, gamma, beta);
}

/**
 * With means taken over a group's places, the gradients are Σ dy for beta, Σ dy · x̂ for gamma, and for x
 * (gamma · dy − mean of gamma · dy − x̂ · mean of gamma · dy · x̂) / √(variance + ε).
 */
function gradients(dy: tf.Tensor, saved: readonly tf.Tensor[], groups: number): tf.Tensor[] {
  const [centred, inverse, gamma] = saved as [tf.Tensor4D, tf.Tensor4D, tf.Tensor1D];
  const places = centred.shape[1] * centred.shape[2];
  const sums = tf.sum(dy, PLACES, true);
  const products = tf.mul(tf.sum(tf.mul(dy, centred), PLACES, true), inverse);
  const mean = (ofChannels: tf.Tensor): tf.Tensor => groupMeans(tf.div(tf.mul(ofChannels, gamma), places), groups);
  const slope = tf.neg(tf.mul(mean(products), tf.square(inverse)));
  const rest = tf.neg(tf.mul(mean(sums), inverse));
  const addend = scaleAndShift({ x: centred, scale: slope, shift: rest });
  const xGradient = scaleAndShift({ x: dy, scale: tf.mul(inverse, gamma), addend });
  return [xGradient, tf.sum(products, [0, 1, 2]), tf.sum(sums, [0, 1, 2])];
}

/** Gives each channel the mean of its group's, shape (B, 1, 1, C) in and out. */
function groupMeans(ofChannels: tf.Tensor, groups: number): tf.Tensor {
  const [batch, , , channels] = ofChannels.shape as [number, number, number, number];
  if (groups === channels) return ofChannels;
  const grouped = tf.reshape(ofChannels, [batch, groups, channels / groups]);
  const repeated = tf.tile(tf.mean(grouped, 2, true), [1, 1, channels / groups]);
  return tf.reshape(repeated, ofChannels.shape);
}
