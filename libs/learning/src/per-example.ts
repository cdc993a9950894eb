import { LearningError } from './errors.js';
import { assertPositive } from './option-checks.js';
import { tf } from './tfjs.js';
import type { ImageSum, Recording } from './trace/recording.js';
import type { WeightWindow } from './weight-windows.js';
import { graphTensor } from './trace/graph-tensor.js';

/**
 * How the gradient of a step is taken for differential privacy: g = (Σ_n c_n · g_n + noise) / L with g_n the gradient of
 * example n's loss by all trained weights, and c_n = min(1, C / ‖g_n‖₂).
 * @see Abadi et al., Deep Learning with Differential Privacy (arXiv:1607.00133), algorithm 1.
 */
export interface PerExampleClip {
  /** C > 0, the largest L2 norm that an example's gradient keeps, up to the rounding of float32. */
  readonly clipNorm: number;
  /**
   * L > 0, the lot size: how many examples are expected in a step, whatever their number turns out to be. A batch that may hold
   * more of them than that leaves room for lots above the average.
   */
  readonly lotSize: number;
}

/** @throws LearningError `bad-options`. */
export function assertPerExampleClip({ clipNorm, lotSize }: PerExampleClip): void {
  assertPositive("the clip norm of an example's gradient", clipNorm);
  assertPositive('the lot size', lotSize);
}

/**
 * (1/L) Σ_n c_n · g_n.
 * @param gradients - of the sum of the examples' losses, by each trained tensor; sums over images in a recording that keeps
 * these apart, or anything if there is only one image.
 * @throws LearningError `dp-batch-statistics` if images of the batch had to do with each other; `unsupported-op` if a tensor's
 * gradient cannot be told apart by image.
 * @returns one vector for each trained tensor.
 */
export function clippedGradient(
  windows: readonly WeightWindow[],
  gradients: Readonly<Record<string, tf.Tensor>>,
  { clipNorm, lotSize }: PerExampleClip,
  recording: Recording,
): tf.Tensor[] {
  const layer = recording.mixesImagesAt;
  if (layer !== undefined)
    throw new LearningError(
      'dp-batch-statistics',
      `the gradients of single images cannot be clipped: something is summed over the images of the batch at ${layer}`,
      { layer },
    );
  const imageCount = recording.imageCount ?? 1;
  const sums = windows.map((window) => imageSumOf(window, gradients[window.variable.name] as tf.Tensor, recording));
  const tensor = (name: string, size: number): tf.Tensor => graphTensor(recording, name, [size]);
  const squaredNorms = tf.addN(sums.map((sum) => tensor(sum.squaredNorms(), imageCount)));
  // C / max(‖g‖, C): of a gradient of norm 0 too.
  const factors = tf.div(clipNorm, tf.maximum(tf.sqrt(squaredNorms), clipNorm));
  const shares = recording.nameOf(tf.mul(factors, 1 / lotSize));
  return windows.map(({ slot }, index) => {
    const sum = (sums[index] as ImageSum).weighted(shares);
    return tensor(recording.reshaped(sum, [slot.size]), slot.size);
  });
}

function imageSumOf({ slot }: WeightWindow, gradient: tf.Tensor, recording: Recording): ImageSum {
  const sum = recording.graphEntry(gradient)?.imageSum;
  if (sum !== undefined) return sum;
  if (recording.imageCount === undefined) return ofOneImage(gradient, recording);
  throw new LearningError(
    'unsupported-op',
    `the gradients of single images cannot be clipped: that of ${slot.name} is not a sum over images`,
    { tensor: slot.name },
  );
}

/** The batch is one image, and its gradient the image's. */
function ofOneImage(gradient: tf.Tensor, recording: Recording): ImageSum {
  const name = recording.nameOf(tf.reshape(gradient, [1, gradient.size]));
  return {
    squaredNorms: () => recording.op('ReduceSumSquare', [name], { axes: [1], keepdims: 0 }),
    weighted: (factors) => recording.op('Mul', [name, factors]),
  };
}
