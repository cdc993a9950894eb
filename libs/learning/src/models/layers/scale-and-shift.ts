import { tf } from '../../tfjs.js';

/**
 * Name of a kernel that a tfjs backend may have of its own: x · scale + shift + addend, with a scale and a shift for each
 * channel or for each channel of each image, in one pass over the images. Where a backend has none it is composed of public operations.
 */
export const SCALE_AND_SHIFT = 'MammofedScaleAndShift';

/** The inputs of {@link SCALE_AND_SHIFT}: images (B, H, W, C), and numbers of shape (C,) or, all of them, (B, 1, 1, C). */
export interface ScaleAndShift {
  readonly x: tf.Tensor;
  /** 1 if not given. */
  readonly scale?: tf.Tensor;
  /** 0 if not given. */
  readonly shift?: tf.Tensor;
  /** 0 if not given. */
  readonly addend?: tf.Tensor;
}

/** Computes x · scale + shift + addend. It has no gradient of its own. */
export function scaleAndShift(inputs: ScaleAndShift): tf.Tensor {
  if (tf.getKernel(SCALE_AND_SHIFT, tf.getBackend()) !== undefined)
    return tf.engine().runKernel(SCALE_AND_SHIFT, { ...inputs });
  return tf.tidy(() => {
    const { x, scale, shift, addend } = inputs;
    const scaled = scale === undefined ? x : tf.mul(x, scale);
    const shifted = shift === undefined ? scaled : tf.add(scaled, shift);
    return addend === undefined ? tf.clone(shifted) : tf.add(shifted, addend);
  });
}
