import { tf, tfLayers } from '../../tfjs.js';

/** Windows of 2×2 that do not overlap; an odd last row or column belongs to none. */
const WINDOW = { filterSize: 2, strides: 2, pad: 'valid' } as const;

/**
 * Name of a kernel that a tfjs backend may have of its own: from `dy` (B, H, W, C) it picks, for each window of the max
 * pooling of `input` to `output`, the element at the place that won. Where a backend has none it is composed of public
 * operations.
 */
export const PICK_WINNERS = 'MammofedPickWinners';

/** The attributes of {@link PICK_WINNERS}; tfjs's own MaxPoolGrad has the same. */
export type PickWinnersAttributes = Pick<tf.MaxPoolGradAttrs, 'filterSize' | 'strides' | 'pad'>;

/**
 * Unpooling: puts each value back to the place from which max pooling took its window's largest, and zeros elsewhere. Its
 * inputs are the values (B, h, w, C), and of the 2×2 pooling that is undone the input (B, H, W, C) and the output
 * (B, h, w, C); the result has exactly the pooling's input shape. The gradient goes to the values alone.
 * @see Noh, Hong, Han (arXiv:1505.04366), section 3.2.1.
 */
export class Unpooling extends tfLayers.layers.Layer {
  static readonly className = 'MammofedUnpooling';

  constructor(name: string) {
    super({ name });
  }

  override computeOutputShape(inputShapes: tfLayers.Shape | tfLayers.Shape[]): tfLayers.Shape {
    return (inputShapes as tfLayers.Shape[])[1] as tfLayers.Shape;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const [values, input, output] = inputs as [tf.Tensor, tf.Tensor, tf.Tensor];
    return unpool(values, input, output);
  }
}

/** @see Unpooling */
export function unpool(values: tf.Tensor, input: tf.Tensor, output: tf.Tensor): tf.Tensor {
  const operation = tf.customGrad((...operands) => {
    const [given, save] = operands as unknown as [tf.Tensor, (tensors: tf.Tensor[]) => void];
    save([input, output]);
    return {
      value: toWinners(given, input, output),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => pickWinners(dy, ...(saved as [tf.Tensor, tf.Tensor])),
    };
  });
  return operation(values);
}

// The gradient of max pooling does just this with the gradient that it is given.
function toWinners(values: tf.Tensor, input: tf.Tensor, output: tf.Tensor): tf.Tensor {
  return runKernel(tf.MaxPoolGrad, { dy: values, input, output });
}

function pickWinners(dy: tf.Tensor, input: tf.Tensor, output: tf.Tensor): tf.Tensor {
  if (tf.getKernel(PICK_WINNERS, tf.getBackend()) !== undefined) return runKernel(PICK_WINNERS, { dy, input, output });
  return tf.tidy(() => {
    const isWinner = toWinners(tf.onesLike(output), input, output);
    // The mean of a window with one element that is not zero, times the size of the window.
    const { filterSize, strides, pad } = WINDOW;
    return tf.mul(tf.avgPool(tf.mul(dy, isWinner) as tf.Tensor4D, filterSize, strides, pad), filterSize ** 2);
  });
}

function runKernel(kernelName: string, inputs: tf.NamedTensorMap): tf.Tensor {
  return tf.engine().runKernel(kernelName, inputs, { ...WINDOW });
}
