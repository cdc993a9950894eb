import type { Attributes } from '../../onnx/graph-builder.js';
import { tf } from '../../tfjs.js';
import { inMemoryOrder, type Layout } from '../layout.js';
import { PICK_WINNERS, type PickWinnersAttributes } from '../../models/layers/unpooling.js';
import { lowering, unsupported, type Lowering, type Tensors } from '../lowering.js';
import type { Recording } from '../recording.js';
import { ofWinners, toWinners } from './window-winners.js';

/** Max pooling, its gradient, and the gradient of unpooling to its winners. */
export const poolingLowerings: readonly Lowering[] = [
  lowering<Tensors<'x'>, tf.MaxPoolAttrs>('MaxPool', ({ x }, attributes, recording) => {
    const geometry = poolGeometry(x, attributes);
    const layout = recording.layoutOf(x) === 'nchwc' ? 'nchwc' : 'nchw';
    const places = inPlaces(recording.nameOf(x, layout), x.shape, layout, recording);
    const node = recording.ops('MaxPool', [places], 1, poolAttributes(geometry, layout));
    const name = fromPlaces(node.outputs[0] as string, geometry.outShape, layout, recording);
    return recording.tensor(name, geometry.outShape, { layout, node });
  }),
  lowering<Tensors<'dy' | 'input' | 'output'>, tf.MaxPoolGradAttrs>(
    'MaxPoolGrad',
    ({ dy, input, output }, attributes, recording) => {
      const geometry = poolGeometry(input, attributes);
      if (recording.target.device !== 'cpu') {
        const gradient = toWinners('MaxPoolGrad', dy, { input, output }, geometry, recording);
        return recording.tensor(gradient, input.shape, { layout: 'nchw' });
      }
      const winners = winnersOf('MaxPoolGrad', geometry, { input, output }, recording);
      // Unpooling to the winners gives one element of each window all of the gradient.
      const layout = recording.layoutOf(output);
      const places = inPlaces(recording.nameOf(dy, layout), dy.shape, layout, recording);
      const shape = recording.graph.int64(extentsInPlaces(input.shape, layout, recording));
      const gradient = recording.op('MaxUnpool', [places, winners, shape], poolAttributes(geometry, layout));
      return recording.tensor(fromPlaces(gradient, input.shape, layout, recording), input.shape, { layout });
    },
  ),
  lowering<Tensors<'dy' | 'input' | 'output'>, PickWinnersAttributes>(
    PICK_WINNERS,
    ({ dy, input, output }, attributes, recording) => {
      const geometry = poolGeometry(input, attributes);
      if (recording.target.device !== 'cpu') {
        const picked = ofWinners(PICK_WINNERS, dy, { input, output }, geometry, recording);
        return recording.tensor(picked, output.shape, { layout: 'nchw' });
      }
      const winners = winnersOf(PICK_WINNERS, geometry, { input, output }, recording);
      const layout = recording.layoutOf(output);
      const flat = recording.reshaped(recording.nameOf(dy, layout), [tf.util.sizeFromShape(dy.shape)]);
      // Of a flat vector the same as Gather, in a quarter of its time.
      const places = recording.reshaped(winners, [tf.util.sizeFromShape(output.shape)]);
      const picked = recording.op('GatherElements', [flat, places], { axis: 0 });
      const name = recording.reshaped(picked, inMemoryOrder(output.shape, layout));
      return recording.tensor(name, output.shape, { layout });
    },
  ),
];

type PoolGeometry = ReturnType<typeof tf.backend_util.computePool2DInfo>;

function poolGeometry(
  x: tf.TensorInfo,
  { filterSize, strides, pad, dimRoundingMode }: PickWinnersAttributes & Partial<tf.MaxPoolAttrs>,
): PoolGeometry {
  const shape = x.shape as [number, number, number, number];
  return tf.backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
}

/**
 * MaxPool's second output, which says which element of each window won: the first of equal ones, as in tfjs, counted in
 * the whole tensor as it lies in memory, in the layout of the pooling.
 */
function winnersOf(
  kernelName: string,
  { filterHeight, filterWidth, strideHeight, strideWidth }: PoolGeometry,
  { input, output }: Tensors<'input' | 'output'>,
  recording: Recording,
): string {
  if (strideHeight < filterHeight || strideWidth < filterWidth)
    unsupported(kernelName, 'has windows that overlap', recording, [output, input]);
  const pool = recording.graphEntry(output)?.node;
  if (pool === undefined) unsupported(kernelName, 'is not of a pooling in the same step', recording, [output, input]);
  return pool.outputs[1] ?? recording.graph.addOutput(pool);
}

/** An image's shape in memory; with blocked channels they are an axis of their own after the columns. */
function extentsInPlaces(shape: readonly number[], layout: Layout, { channelBlock }: Recording): number[] {
  const extents = inMemoryOrder(shape, layout);
  if (layout !== 'nchwc' || channelBlock === undefined) return extents;
  const [batch, channels, height, width] = extents as [number, number, number, number];
  return [batch, channels / channelBlock, height, width, channelBlock];
}

function inPlaces(name: string, shape: readonly number[], layout: Layout, recording: Recording): string {
  return layout === 'nchwc' ? recording.reshaped(name, extentsInPlaces(shape, layout, recording)) : name;
}

function fromPlaces(name: string, shape: readonly number[], layout: Layout, recording: Recording): string {
  return layout === 'nchwc' ? recording.reshaped(name, inMemoryOrder(shape, layout)) : name;
}

function poolAttributes(
  { filterHeight, filterWidth, strideHeight, strideWidth, padInfo }: PoolGeometry,
  layout: Layout,
): Attributes {
  const blockAxis = layout === 'nchwc' ? { window: [1], pad: [0] } : { window: [], pad: [] };
  return {
    kernel_shape: [filterHeight, filterWidth, ...blockAxis.window],
    strides: [strideHeight, strideWidth, ...blockAxis.window],
    pads: [padInfo.top, padInfo.left, ...blockAxis.pad, padInfo.bottom, padInfo.right, ...blockAxis.pad],
  };
}
