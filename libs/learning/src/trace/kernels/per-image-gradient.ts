import type { tf } from '../../tfjs.js';
import type { ImageSum, Recording } from '../recording.js';
import { filterGradient, perImageProducts } from './filter-gradient.js';
import { sumOf } from './sum.js';

interface FilterGradient {
  readonly x: tf.TensorInfo;
  readonly dy: tf.TensorInfo;
  readonly geometry: tf.backend_util.Conv2DInfo;
}

/**
 * The gradient of a convolution by its kernel, shape `filterShape`, in a recording that keeps images apart. Of each image's
 * own gradient only the norm is taken; then the images' parts of `dy` are scaled, in which the gradient is linear, and the
 * ordinary one is computed. So never more than one part of one kernel's gradient is in memory for every image.
 * @see Lee, Kifer, Scaling up Differentially Private Deep Learning with Fast Per-Example Gradient Clipping
 * (arXiv:2009.03106), section 5; here with the norm from the gradient itself.
 */
export function summedFilterGradient(
  { geometry, ...operands }: FilterGradient,
  filterShape: readonly number[],
  recording: Recording,
): tf.TensorInfo {
  const [x, dy] = [recording.kept(operands.x), recording.kept(operands.dy)];
  const imageSum: ImageSum = {
    squaredNorms: () => {
      const parts = perImageProducts(x, dy, geometry, recording).map((part) =>
        recording.op('ReduceSumSquare', [part()], { axes: [1, 2], keepdims: 0 }),
      );
      return sumOf(parts, recording);
    },
    weighted: (factors) => filterGradient(x, scaled(dy, factors, recording), geometry, recording),
  };
  const write = (): string => filterGradient(x, dy, geometry, recording);
  return recording.sumOverImages(operands.x, write, filterShape, { imageSum });
}

/** Images times a factor for each, in the layout they are in: in all of them an image's numbers lie together. */
function scaled(images: tf.TensorInfo, factors: string, recording: Recording): tf.TensorInfo {
  const layout = recording.layoutOf(images);
  const factor = recording.reshaped(factors, [images.shape[0] as number, 1, 1, 1]);
  return recording.tensor(recording.op('Mul', [recording.nameOf(images, layout), factor]), images.shape, { layout });
}

/**
 * What the images of a batch add to a sum.
 * @param perImage - appends it: a name, shape (B, size).
 * @param arranged - appends what brings the elements of a sum, shape (1, size), into its order; absent if they are in it.
 */
export function imageSumOf(
  perImage: () => string,
  imageCount: number,
  recording: Recording,
  arranged = (sum: string): string => sum,
): ImageSum {
  let name: string | undefined;
  const parts = (): string => (name ??= perImage());
  return {
    squaredNorms: () => recording.op('ReduceSumSquare', [parts()], { axes: [1], keepdims: 0 }),
    weighted: (factors) => arranged(recording.op('MatMul', [recording.reshaped(factors, [1, imageCount]), parts()])),
  };
}
