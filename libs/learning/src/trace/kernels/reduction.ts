import { tf } from '../../tfjs.js';
import { axisInMemory } from '../layout.js';
import { lowering, type Lowering, type Tensors } from '../lowering.js';
import type { Recording } from '../recording.js';

/** Sums and means over axes. */
export const reductionLowerings: readonly Lowering[] = [
  // Operator set 17 takes the axes of ReduceSum as an input and those of the other reductions as an attribute.
  reduction(
    'Sum',
    (name, axes, keepdims, recording) => recording.op('ReduceSum', [name, recording.graph.int64(axes)], { keepdims }),
    (x, recording) => {
      const count = tf.util.sizeFromShape(x.shape) / (x.shape[3] as number);
      return recording.op('Mul', [blockedMeans(x, recording), recording.graph.scalar(count)]);
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

/** @param reduceBlocked - reduces an image with its channels in blocks to one number for each channel. */
function reduction(
  kernelName: string,
  reduce: Reduce,
  reduceBlocked?: (x: tf.TensorInfo, recording: Recording) => string,
): Lowering {
  return lowering<Tensors<'x'>, ReductionAttributes>(kernelName, ({ x }, attributes, recording) => {
    const { keepDims } = attributes;
    const axes = tf.util.parseAxisParam(attributes.axis ?? attributes.reductionIndices, x.shape);
    if (axes.length === 0) return recording.share(x);
    const [reducedShape] = tf.backend_util.computeOutAndReduceShapes(x.shape, axes);
    const keptShape = tf.backend_util.expandShapeToKeepDim(reducedShape, axes);
    const isByChannel = recording.layoutOf(x) === 'nchwc' && tf.util.arraysEqual(axes, [0, 1, 2]);
    if (isByChannel && !keepDims && reduceBlocked !== undefined)
      return recording.tensor(reduceBlocked(x, recording), reducedShape);
    const layout = recording.axisLayoutOf(x);
    const name = recording.nameOf(x, layout);
    const memoryAxes = axes.map((each) => axisInMemory(each, layout)).sort((a, b) => a - b);
    if (keepDims) return recording.tensor(reduce(name, memoryAxes, 1, recording), keptShape, { layout });
    const isOneAxisLeft = keptShape.filter((extent) => extent > 1).length <= 1;
    if (layout === 'plain' || isOneAxisLeft) {
      // With at most one axis left, its place in memory does not matter.
      const reduced = reduce(name, memoryAxes, 0, recording);
      const name1 = layout === 'plain' ? reduced : recording.reshaped(reduced, reducedShape);
      return recording.tensor(name1, reducedShape);
    }
    const kept = recording.rearranged(reduce(name, memoryAxes, 1, recording), keptShape, layout, 'plain');
    return recording.tensor(recording.reshaped(kept, reducedShape), reducedShape);
  });
}

/** The mean of each channel, shape (C,). */
function blockedMeans(x: tf.TensorInfo, recording: Recording): string {
  const domain = 'com.microsoft.nchwc';
  const perImage = recording.op('GlobalAveragePool', [recording.nameOf(x, 'nchwc')], {}, { domain });
  return recording.op('ReduceMean', [perImage], { axes: [0, 2, 3], keepdims: 0 });
}
