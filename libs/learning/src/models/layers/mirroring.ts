import { tf, tfLayers } from '../../tfjs.js';

/**
 * Continues a square image (B, S, S, C) evenly on all sides to (B, side, side, C) by mirroring at its first and last row and
 * column, which are not repeated; where the border is wider than the image, the mirror image is mirrored again.
 */
export class Mirroring extends tfLayers.layers.Layer {
  static readonly className = 'MammofedMirroring';
  readonly #side: number;

  /** @param side - at least S, and even or odd as S is. */
  constructor(name: string, side: number) {
    super({ name });
    this.#side = side;
  }

  override computeOutputShape(inputShape: tfLayers.Shape | tfLayers.Shape[]): tfLayers.Shape {
    const [batch = null, , , channels = null] = inputShape as tfLayers.Shape;
    return [batch, this.#side, this.#side, channels];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const x = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor;
    return tf.tidy(() => {
      const places = tf.tensor1d(mirroredPlaces(x.shape[1] as number, this.#side), 'int32');
      return tf.gather(tf.gather(x, places, 1), places, 2);
    });
  }
}

/** For each of `side` places, of which the middle `size` are the image: the place in the image that is shown there. */
export function mirroredPlaces(size: number, side: number): number[] {
  const period = 2 * (size - 1);
  const margin = (side - size) / 2;
  return Array.from({ length: side }, (_, i) => {
    const place = (((i - margin) % period) + period) % period;
    return Math.min(place, period - place);
  });
}
