import { tf, tfLayers } from '../../tfjs.js';

/**
 * Enlarges images of one channel, (B, H, W, 1) to (B, factor · H, factor · W, 1), by bilinear interpolation between the
 * centres of pixels; beyond the outermost centres the image goes on as it is there. It has no weights.
 *
 * tfjs's own resizing interpolates between corners of pixels, which moves the image by up to half a pixel.
 */
export class BilinearUpsampling extends tfLayers.layers.Layer {
  static readonly className = 'MammofedBilinearUpsampling';
  readonly #factor: number;

  /** @param factor - a whole number from 1. */
  constructor(name: string, factor: number) {
    super({ name });
    this.#factor = factor;
  }

  override computeOutputShape(inputShape: tfLayers.Shape | tfLayers.Shape[]): tfLayers.Shape {
    const [batch = null, height, width] = inputShape as [number | null, number, number];
    return [batch, height * this.#factor, width * this.#factor, 1];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const x = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor4D;
    const [batch, height, width] = x.shape;
    return tf.tidy(() => {
      const turned = this.#withWiderRows(tf.reshape(x, [batch, height, width]));
      const enlarged = this.#withWiderRows(turned);
      return tf.reshape(enlarged, [...enlarged.shape, 1]);
    });
  }

  /** From (B, H, W) to (B, factor · W, H). */
  #withWiderRows(x: tf.Tensor3D): tf.Tensor3D {
    const [batch, height, width] = x.shape;
    const shares = tf.tensor2d(interpolationShares(width, this.#factor), [width, width * this.#factor]);
    const widened = tf.matMul(tf.reshape(x, [batch * height, width]), shares);
    return tf.transpose(tf.reshape(widened, [batch, height, width * this.#factor]), [0, 2, 1]);
  }
}

/** How much of each of `length` pixels is in each of the enlarged row's: (length, factor · length), row by row. */
export function interpolationShares(length: number, factor: number): Float32Array {
  const shares = new Float32Array(length * length * factor);
  for (let target = 0; target < length * factor; target++) {
    // The target's centre, in pixels of the source counted from its first centre.
    const place = Math.min(Math.max((target + 0.5) / factor - 0.5, 0), length - 1);
    const before = Math.min(Math.floor(place), Math.max(length - 2, 0));
    const share = place - before;
    const put = (source: number, value: number): void => {
      if (value > 0) shares[source * length * factor + target] = value;
    };
    put(before, 1 - share);
    put(before + 1, share);
  }
  return shares;
}
