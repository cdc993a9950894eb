import type { Attributes } from '../../onnx/graph-builder.js';
import { tf } from '../../tfjs.js';
import { inMemoryOrder, type Layout } from '../layout.js';
import { PICK_WINNERS, type PickWinnersAttributes } from '../../models/layers/unpooling.js';
import { lowering, unsupported, type Lowering, type Tensors } from '../lowering.js';
import type { Recording } from '../recording.js';
import { leftOver, padsOf, type WindowGeometry } from './window-geometry.js';
import { ofWinners, toWinners } from './window-winners.js';

/** Max and average pooling, their gradients, and the gradient of unpooling to the winners of a max pooling. */
export const poolingLowerings: readonly Lowering[] = [
  lowering<Tensors<'x'>, tf.MaxPoolAttrs>('MaxPool', ({ x }, attributes, recording) =>
    pool('MaxPool', x, attributes, {}, recording),
  ),
  // The mean of the places of a window that lie in the image.
  lowering<Tensors<'x'>, tf.AvgPoolAttrs>('AvgPool', ({ x }, attributes, recording) =>
    pool('AvgPool', x, attributes, { count_include_pad: 0 }, recording),
  ),
  lowering<Tensors<'dy' | 'input' | 'output'>, tf.MaxPoolGradAttrs>(
    'MaxPoolGrad',
    ({ dy, input, output }, attributes, recording) => {
      const geometry = poolGeometry('MaxPoolGrad', input, attributes, recording);
      if (recording.target.device !== 'cpu') {
        const gradient = toWinners(dy, { input, output }, geometry, recording);
        return recording.tensor(gradient, input.shape);
      }
      const winners = winnersOf('MaxPoolGrad', { input, output }, recording);
      const layout = recording.layoutOf(output);
      const name = recording.nameOf(dy, layout);
      if (hasOverlaps(geometry)) {
        const gradient = addedToWinners(name, winners, { input, output }, recording);
        return recording.tensor(recording.reshaped(gradient, inMemoryOrder(input.shape, layout)), input.shape, {
          layout,
        });
      }
      // Unpooling to the winners gives one element of each window all of the gradient.
      const places = inPlaces(name, dy.shape, layout, recording);
      const shape = recording.graph.int64(extentsInPlaces(input.shape, layout, recording));
      const gradient = recording.op('MaxUnpool', [places, winners, shape], poolAttributes(geometry, layout));
      return recording.tensor(fromPlaces(gradient, input.shape, layout, recording), input.shape, { layout });
    },
  ),
  lowering<Tensors<'dy' | 'input'>, tf.AvgPoolGradAttrs>('AvgPoolGrad', ({ dy, input }, attributes, recording) => {
    const geometry = poolGeometry('AvgPoolGrad', input, attributes, recording);
    return recording.tensor(averageGradient(dy, geometry, recording), input.shape, { layout: 'nchw' });
  }),
  lowering<Tensors<'dy' | 'input' | 'output'>, PickWinnersAttributes>(
    PICK_WINNERS,
    ({ dy, input, output }, attributes, recording) => {
      if (recording.target.device !== 'cpu') {
        const geometry = poolGeometry(PICK_WINNERS, input, attributes, recording);
        const picked = ofWinners(dy, { input, output }, geometry, recording);
        return recording.tensor(picked, output.shape);
      }
      const winners = winnersOf(PICK_WINNERS, { input, output }, recording);
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

function poolGeometry(
  kernelName: string,
  x: tf.TensorInfo,
  { filterSize, strides, pad, dimRoundingMode }: PickWinnersAttributes & Partial<tf.MaxPoolAttrs>,
  recording: Recording,
): WindowGeometry {
  const shape = x.shape as [number, number, number, number];
  const geometry = tf.backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
  if (leftOver(geometry).some((extent) => extent < 0))
    unsupported(kernelName, 'has windows that reach beyond the padded image', recording, [x]);
  return geometry;
}

function hasOverlaps({ filterHeight, filterWidth, strideHeight, strideWidth }: WindowGeometry): boolean {
  return strideHeight < filterHeight || strideWidth < filterWidth;
}

function pool(
  kernelName: 'MaxPool' | 'AvgPool',
  x: tf.TensorInfo,
  attributes: tf.MaxPoolAttrs,
  ownAttributes: Attributes,
  recording: Recording,
): tf.TensorInfo {
  const geometry = poolGeometry(kernelName, x, attributes, recording);
  const layout = recording.layoutOf(x) === 'nchwc' ? 'nchwc' : 'nchw';
  const places = inPlaces(recording.nameOf(x, layout), x.shape, layout, recording);
  const opType = kernelName === 'MaxPool' ? 'MaxPool' : 'AveragePool';
  const node = recording.ops(opType, [places], 1, { ...poolAttributes(geometry, layout), ...ownAttributes });
  const name = fromPlaces(node.outputs[0] as string, geometry.outShape, layout, recording);
  return recording.tensor(name, geometry.outShape, { layout, node });
}

/**
 * MaxPool's second output, which says which element of each window won: the first of equal ones, as in tfjs, counted in
 * the whole tensor as it lies in memory, in the layout of the pooling.
 */
function winnersOf(kernelName: string, { input, output }: Tensors<'input' | 'output'>, recording: Recording): string {
  const pooling = recording.graphEntry(output)?.node;
  if (pooling === undefined)
    unsupported(kernelName, 'is not of a pooling in the same step', recording, [output, input]);
  return pooling.outputs[1] ?? recording.graph.addOutput(pooling);
}

/** Adds each window's gradient to its winner; where windows overlap, one element may win more than one. Shape (size). */
function addedToWinners(
  dy: string,
  winners: string,
  { input, output }: Tensors<'input' | 'output'>,
  recording: Recording,
): string {
  const [size, windows] = [tf.util.sizeFromShape(input.shape), tf.util.sizeFromShape(output.shape)];
  const zeros = recording.op('ConstantOfShape', [recording.graph.int64([size])]);
  const operands = [zeros, recording.reshaped(winners, [windows]), recording.reshaped(dy, [windows])];
  return recording.op('ScatterElements', operands, { axis: 0, reduction: 'add' });
}

/**
 * Gives each place of a window its share of the window's gradient, and adds where windows overlap: a transposed
 * convolution of each channel for itself with a kernel of ones. @returns a name in layout `nchw`.
 */
function averageGradient(dy: tf.TensorInfo, geometry: WindowGeometry, recording: Recording): string {
  const { batchSize, inChannels, inHeight, inWidth, outHeight, outWidth, filterHeight, filterWidth } = geometry;
  const { graph } = recording;
  const shares = graph.float32(
    windowCounts(geometry).map((count) => 1 / count),
    [1, 1, outHeight, outWidth],
  );
  const shared = recording.op('Mul', [recording.nameOf(dy, 'nchw'), shares]);
  const each = recording.reshaped(shared, [batchSize * inChannels, 1, outHeight, outWidth]);
  const taps = filterHeight * filterWidth;
  const ones = graph.float32(new Float32Array(taps).fill(1), [1, 1, filterHeight, filterWidth]);
  const attributes = { ...poolAttributes(geometry, 'nchw'), output_padding: leftOver(geometry) };
  const spread = recording.op('ConvTranspose', [each, ones], attributes);
  return recording.reshaped(spread, [batchSize, inChannels, inHeight, inWidth]);
}

/** How many places of each window lie in the image, row by row. */
function windowCounts(geometry: WindowGeometry): number[] {
  const { inHeight, inWidth, outHeight, outWidth, filterHeight, filterWidth, strideHeight, strideWidth, padInfo } =
    geometry;
  const along = (windows: number, size: number, window: number, stride: number, padding: number): number[] =>
    Array.from({ length: windows }, (_, index) => {
      const start = index * stride - padding;
      return Math.min(start + window, size) - Math.max(start, 0);
    });
  const columns = along(outWidth, inWidth, filterWidth, strideWidth, padInfo.left);
  return along(outHeight, inHeight, filterHeight, strideHeight, padInfo.top).flatMap((rows) =>
    columns.map((count) => rows * count),
  );
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

function poolAttributes(geometry: WindowGeometry, layout: Layout): Attributes {
  const { filterHeight, filterWidth, strideHeight, strideWidth } = geometry;
  const [top, left, bottom, right] = padsOf(geometry);
  const blockAxis = layout === 'nchwc' ? { window: [1], pad: [0] } : { window: [], pad: [] };
  return {
    kernel_shape: [filterHeight, filterWidth, ...blockAxis.window],
    strides: [strideHeight, strideWidth, ...blockAxis.window],
    pads: [top, left, ...blockAxis.pad, bottom, right, ...blockAxis.pad],
  };
}
