import { tf } from '../../tfjs.js';
import { axisInMemory, type Layout } from '../layout.js';
import { lowering, type Lowering, type Tensors } from '../lowering.js';
import type { ImageSum, Recording } from '../recording.js';
import { sumInRows, sumOfRows } from './gpu-sum.js';
import { imageSumOf } from './per-image-gradient.js';

/** Sums and means over axes. */
export const reductionLowerings: readonly Lowering[] = [
  // Operator set 17 takes the axes of ReduceSum as an input and those of the other reductions as an attribute.
  reduction(
    'Sum',
    (name, axes, keepdims, recording) => recording.op('ReduceSum', [name, recording.graph.int64(axes)], { keepdims }),
    (x, isOfEach, recording) => {
      const [batch, height, width] = x.shape as [number, number, number];
      const count = isOfEach ? height * width : batch * height * width;
      return recording.op('Mul', [blockedMeans(x, isOfEach, recording), recording.graph.scalar(count)]);
    },
  ),
  reduction(
    'Mean',
    (name, axes, keepdims, recording) => recording.op('ReduceMean', [name], { axes, keepdims }),
    blockedMeans,
  ),
  reduction('Max', (name, axes, keepdims, recording) => recording.op('ReduceMax', [name], { axes, keepdims })),
];

/** tfjs calls the axes `axis`, but those of Max `reductionIndices`. */
type ReductionAttributes = (
  | { readonly axis: number | number[]; readonly reductionIndices?: undefined }
  | { readonly axis?: undefined; readonly reductionIndices: number | number[] }
) & { readonly keepDims: boolean };

type Reduce = (name: string, axes: readonly number[], keepdims: 0 | 1, recording: Recording) => string;

/** @param reduceBlocked - as {@link blockedMeans}. */
function reduction(kernelName: string, reduce: Reduce, reduceBlocked?: typeof blockedMeans): Lowering {
  return lowering<Tensors<'x'>, ReductionAttributes>(kernelName, ({ x }, attributes, recording) => {
    const { keepDims } = attributes;
    const axes = tf.util.parseAxisParam(attributes.axis ?? attributes.reductionIndices, x.shape);
    if (axes.length === 0) return recording.share(x);
    const [reducedShape] = tf.backend_util.computeOutAndReduceShapes(x.shape, axes);
    const keptShape = tf.backend_util.expandShapeToKeepDim(reducedShape, axes);
    const layout = keepDims ? recording.axisLayoutOf(x) : 'plain';
    const shape = keepDims ? keptShape : reducedShape;
    const write = (of: tf.TensorInfo): string => {
      if (recording.layoutOf(of) === 'nchwc' && reduceBlocked !== undefined) {
        if (!keepDims && tf.util.arraysEqual(axes, [0, 1, 2])) return reduceBlocked(of, false, recording);
        if (keepDims && tf.util.arraysEqual(axes, [1, 2])) return reduceBlocked(of, true, recording);
      }
      const from = recording.axisLayoutOf(of);
      const inStages = kernelName === 'Max' ? undefined : sumInStages(of, axes, recording);
      if (inStages !== undefined) {
        const count = tf.util.sizeFromShape(x.shape) / tf.util.sizeFromShape(reducedShape);
        const scale = recording.graph.scalar(1 / count);
        const total = kernelName === 'Mean' ? recording.op('Mul', [inStages, scale]) : inStages;
        return keepDims
          ? recording.rearranged(recording.reshaped(total, keptShape), keptShape, 'plain', layout)
          : recording.reshaped(total, reducedShape);
      }
      const name = recording.nameOf(of, from);
      const memoryAxes = inMemory(axes, from);
      if (keepDims) return reduce(name, memoryAxes, 1, recording);
      if (from === 'plain') return reduce(name, memoryAxes, 0, recording);
      // With at most one axis left, its place in memory does not matter.
      if (isVector(keptShape)) return recording.reshaped(reduce(name, memoryAxes, 0, recording), reducedShape);
      const kept = recording.rearranged(reduce(name, memoryAxes, 1, recording), keptShape, from, 'plain');
      return recording.reshaped(kept, reducedShape);
    };
    // tfjs puts an axis of length 1 before the images of a dense layer.
    const imageAxis = x.shape.findIndex((extent) => extent > 1);
    const isOverImages = axes.includes(imageAxis) && x.shape[imageAxis] === recording.imageCount;
    if (!isOverImages) return recording.tensor(write(x), shape, { layout });
    const all = recording.kept(x);
    const isSum = kernelName === 'Sum' && !keepDims;
    const imageSum = isSum ? sumOfImages(all, { axes, imageAxis, keptShape }, recording) : undefined;
    return recording.sumOverImages(x, () => write(all), shape, { layout, imageSum });
  });
}

/**
 * A sum for a GPU over axes that follow one another: a name; the sums lie as the shape says.
 * @returns undefined on a processor, and where the axes do not follow one another.
 */
function sumInStages(x: tf.TensorInfo, axes: readonly number[], recording: Recording): string | undefined {
  if (recording.target.device === 'cpu') return undefined;
  const isSummed = x.shape.map((extent, axis) => axes.includes(axis) && extent > 1);
  const [first, last] = [isSummed.indexOf(true), isSummed.lastIndexOf(true)];
  if (first < 0 || !x.shape.every((extent, axis) => axis < first || axis > last || isSummed[axis] || extent === 1))
    return undefined;
  const extentOf = (from: number, to: number): number => tf.util.sizeFromShape(x.shape.slice(from, to));
  const [lists, rows, width] = [extentOf(0, first), extentOf(first, last + 1), extentOf(last + 1, x.shape.length)];
  if (width > 1) return sumOfRows(recording.nameOf(x), { lists, rows, width }, recording);
  // Where all of it is one sum, its order does not matter.
  return sumInRows(recording.nameOf(x, lists === 1 ? recording.layoutOf(x) : 'plain'), lists, rows, recording);
}

function inMemory(axes: readonly number[], layout: Layout): number[] {
  return axes.map((each) => axisInMemory(each, layout)).sort((a, b) => a - b);
}

function isVector(shape: readonly number[]): boolean {
  return shape.filter((extent) => extent > 1).length <= 1;
}

/** A sum over images, and over other axes, by what each image adds; undefined where these lie in another order than the sum. */
function sumOfImages(
  x: tf.TensorInfo,
  {
    axes,
    imageAxis,
    keptShape,
  }: { readonly axes: readonly number[]; readonly imageAxis: number; readonly keptShape: readonly number[] },
  recording: Recording,
): ImageSum | undefined {
  const layout = recording.axisLayoutOf(x);
  if (layout !== 'plain' && !(imageAxis === 0 && isVector(keptShape))) return undefined;
  const imageCount = x.shape[imageAxis] as number;
  const others = inMemory(
    axes.filter((axis) => axis !== imageAxis),
    layout,
  );
  const perImage = (): string => {
    const name = recording.nameOf(x, layout);
    const reduced =
      others.length === 0 ? name : recording.op('ReduceSum', [name, recording.graph.int64(others)], { keepdims: 0 });
    return recording.reshaped(reduced, [imageCount, tf.util.sizeFromShape([...keptShape])]);
  };
  return imageSumOf(perImage, imageCount, recording);
}

/**
 * The mean of each channel of an image with its channels in blocks.
 * @param isOfEach - of each image by itself, in layout `nchw`, shape (B, C, 1, 1); else of all, shape (C,).
 */
function blockedMeans(x: tf.TensorInfo, isOfEach: boolean, recording: Recording): string {
  const domain = 'com.microsoft.nchwc';
  const perImage = recording.op('GlobalAveragePool', [recording.nameOf(x, 'nchwc')], {}, { domain });
  // One number for each channel lies in blocks as without.
  return isOfEach ? perImage : recording.op('ReduceMean', [perImage], { axes: [0, 2, 3], keepdims: 0 });
}
