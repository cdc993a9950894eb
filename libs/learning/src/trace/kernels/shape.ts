import { tf } from '../../tfjs.js';
import { axisInMemory, inMemoryOrder, type Layout } from '../layout.js';
import { lowering, unsupported, type Lowering, type Tensors } from '../lowering.js';
import type { Recording } from '../recording.js';
import { isWholeBlocks } from './blocked-convolution.js';

/** Lowerings that move, repeat or cut elements without changing them. */
export const shapeLowerings: readonly Lowering[] = [
  lowering<Tensors<'x'>, tf.ReshapeAttrs>('Reshape', ({ x }, { shape }, recording) => {
    const explicit = tf.util.inferFromImplicitShape(shape, tf.util.sizeFromShape(x.shape));
    return reshape(x, explicit, recording);
  }),
  lowering<Tensors<'input'>, tf.ExpandDimsAttrs>('ExpandDims', ({ input }, { dim }, recording) => {
    const shape = [...input.shape];
    shape.splice(dim < 0 ? shape.length + dim + 1 : dim, 0, 1);
    return reshape(input, shape, recording);
  }),
  lowering<Tensors<'x'>, tf.TransposeAttrs>('Transpose', ({ x }, { perm }, recording) => {
    const shape = perm.map((axis) => x.shape[axis] as number);
    return recording.tensor(recording.op('Transpose', [recording.nameOf(x)], { perm }), shape, { dtype: x.dtype });
  }),
  lowering<tf.TensorInfo[], tf.ConcatAttrs>('Concat', (tensors, { axis }, recording) => {
    const shapes = tensors.map((tensor) => tensor.shape);
    const [concatAxis] = tf.util.parseAxisParam(axis, shapes[0] as number[]) as [number];
    const shape = tf.backend_util.computeOutShape(shapes, concatAxis);
    const layout = areBlocks(tensors, concatAxis, recording) ? 'nchwc' : commonLayout(tensors, recording);
    const names = tensors.map((tensor) => recording.nameOf(tensor, layout));
    const joined = joinAlong(names, axisInMemory(concatAxis, layout), recording);
    return recording.tensor(joined, shape, { layout, dtype: (tensors[0] as tf.TensorInfo).dtype });
  }),
  lowering<Tensors<'x'>, tf.SplitVAttrs>('SplitV', ({ x }, { numOrSizeSplits, axis }, recording) => {
    const [splitAxis] = tf.util.parseAxisParam(axis, x.shape) as [number];
    const sizes = tf.backend_util.prepareSplitSize(x as tf.Tensor, numOrSizeSplits, splitAxis);
    const parts = sizes.map((size) => ({ ...x, shape: [...x.shape.slice(0, 3), size] }));
    const layout = areBlocks(parts, splitAxis, recording) ? 'nchwc' : recording.axisLayoutOf(x);
    const names = splitAlong(recording.nameOf(x, layout), sizes, axisInMemory(splitAxis, layout), recording);
    return names.map((name, index) => {
      const shape = x.shape.map((extent, each) => (each === splitAxis ? (sizes[index] as number) : extent));
      return recording.tensor(name, shape, { layout, dtype: x.dtype });
    });
  }),
  lowering<Tensors<'x'>, tf.SliceAttrs>('Slice', ({ x }, { begin, size }, recording) => {
    const [starts, sizes] = tf.slice_util.parseSliceParams(x as tf.Tensor, begin, size) as [number[], number[]];
    const ends = starts.map((start, axis) => start + (sizes[axis] as number));
    const layout = recording.axisLayoutOf(x);
    const { graph } = recording;
    const sliced = recording.op('Slice', [
      recording.nameOf(x, layout),
      graph.int64(inMemoryOrder(starts, layout)),
      graph.int64(inMemoryOrder(ends, layout)),
      graph.int64(starts.map((_, axis) => axis)),
    ]);
    return recording.tensor(sliced, sizes, { layout, dtype: x.dtype });
  }),
  lowering<Tensors<'x'>, tf.PadV2Attrs>('PadV2', ({ x }, { paddings, constantValue }, recording) => {
    const layout = recording.axisLayoutOf(x);
    const before = paddings.map(([count]) => count);
    const after = paddings.map(([, count]) => count);
    const pads = recording.graph.int64([...inMemoryOrder(before, layout), ...inMemoryOrder(after, layout)]);
    const padded = recording.op('Pad', [recording.nameOf(x, layout), pads, recording.graph.scalar(constantValue)]);
    const shape = x.shape.map((extent, axis) => extent + (before[axis] as number) + (after[axis] as number));
    return recording.tensor(padded, shape, { layout, dtype: x.dtype });
  }),
  lowering<Tensors<'x' | 'indices'>, tf.GatherV2Attrs>('GatherV2', ({ x, indices }, { axis, batchDims }, recording) => {
    const places = recording.hostValues(indices);
    if (places === undefined || indices.shape.length !== 1 || batchDims !== 0)
      unsupported('GatherV2', 'takes its places from more than one known list', recording, [x, indices]);
    const [gatherAxis] = tf.util.parseAxisParam(axis, x.shape) as [number];
    const layout = recording.axisLayoutOf(x);
    const inputs = [recording.nameOf(x, layout), recording.graph.int64([...places])];
    const gathered = recording.op('Gather', inputs, { axis: axisInMemory(gatherAxis, layout) });
    const shape = x.shape.map((extent, each) => (each === gatherAxis ? places.length : extent));
    return recording.tensor(gathered, shape, { layout, dtype: x.dtype });
  }),
  lowering<Tensors<'x'>, tf.TileAttrs>('Tile', ({ x }, { reps }, recording) => {
    const layout = recording.axisLayoutOf(x);
    const repeats = recording.graph.int64(inMemoryOrder(reps, layout));
    const tiled = recording.op('Tile', [recording.nameOf(x, layout), repeats]);
    const shape = x.shape.map((extent, axis) => extent * (reps[axis] as number));
    return recording.tensor(tiled, shape, { layout, dtype: x.dtype });
  }),
];

/** The parts of a value along an axis of its memory. */
function splitAlong(name: string, sizes: readonly number[], axis: number, recording: Recording): readonly string[] {
  const { graph } = recording;
  if (recording.target.device === 'cpu')
    return recording.ops('Split', [name, graph.int64(sizes)], sizes.length, { axis }).outputs;
  // A WebGPU shader can write to a few buffers only: one for each part is too many.
  let start = 0;
  return sizes.map((size) =>
    recording.op('Slice', [name, graph.int64([start]), graph.int64([(start += size)]), graph.int64([axis])]),
  );
}

/** A WebGPU shader can read from a few buffers only; every device has 8. */
const MAX_JOINED = 7;

/** Values one after the other along an axis of their memory. */
export function joinAlong(names: readonly string[], axis: number, recording: Recording): string {
  if (recording.target.device === 'cpu') return recording.op('Concat', names, { axis });
  if (names.length === 1) return names[0] as string;
  if (names.length <= MAX_JOINED) return recording.op('Concat', names, { axis });
  const groups = Array.from({ length: Math.ceil(names.length / MAX_JOINED) }, (_, group) =>
    names.slice(group * MAX_JOINED, (group + 1) * MAX_JOINED),
  );
  const joined = groups.map((group) => joinAlong(group, axis, recording));
  return joinAlong(joined, axis, recording);
}

function reshape(x: tf.TensorInfo, shape: number[], recording: Recording): tf.TensorInfo {
  if (tf.util.arraysEqual(shape, x.shape)) return recording.share(x);
  const values = recording.hostValues(x);
  if (values !== undefined) return recording.hostTensor(values, shape, x.dtype);
  const imageSum = recording.graphEntry(x)?.imageSum;
  if (imageSum === undefined)
    return recording.tensor(recording.reshaped(recording.nameOf(x), shape), shape, { dtype: x.dtype });
  const sum = recording.kept(x);
  return recording.tensor(() => recording.reshaped(recording.nameOf(sum), shape), shape, { imageSum });
}

/** Whether images are joined or parted between whole blocks of their channels. */
function areBlocks(tensors: readonly tf.TensorInfo[], axis: number, recording: Recording): boolean {
  return (
    axis === 3 &&
    tensors.some((tensor) => recording.layoutOf(tensor) === 'nchwc') &&
    tensors.every(({ shape }) => shape.length === 4 && isWholeBlocks(shape[3] as number, recording))
  );
}

/** The layout in which most of the tensors already lie without a Transpose: that of the first one that is not plain. */
function commonLayout(tensors: readonly tf.TensorInfo[], recording: Recording): Layout {
  return tensors.map((tensor) => recording.axisLayoutOf(tensor)).find((layout) => layout !== 'plain') ?? 'plain';
}
