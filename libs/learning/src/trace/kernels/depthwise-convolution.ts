import type { Attributes } from '../../onnx/graph-builder.js';
import { tf } from '../../tfjs.js';
import { lowering, type Lowering, type Tensors } from '../lowering.js';
import type { Recording } from '../recording.js';
import { requireNoHoles } from './convolution.js';
import { imageSumOf } from './per-image-gradient.js';
import { joinAlong } from './shape.js';
import { sumOf } from './sum.js';
import { leftOver, padsOf, type WindowGeometry } from './window-geometry.js';

type Rank4 = [number, number, number, number];

/**
 * Depthwise convolution: each of C channels is convolved for itself with M kernels, (kH, kW, C, M) in all, and channel
 * c · M + m of the result is that of channel c with its kernel m. Forward and both gradients.
 */
export const depthwiseLowerings: readonly Lowering[] = [
  lowering<Tensors<'x' | 'filter'>, tf.DepthwiseConv2dNativeAttrs>(
    'DepthwiseConv2dNative',
    ({ x, filter }, attributes, recording) => {
      requireNoHoles('DepthwiseConv2dNative', attributes.dilations, recording, [x]);
      const geometry = depthwiseGeometry(x.shape, filter.shape, attributes);
      const [image, kernel] = [recording.nameOf(x, 'nchw'), recording.nameOf(filter)];
      return recording.tensor(convolution(image, kernel, geometry, recording), geometry.outShape, { layout: 'nchw' });
    },
  ),
  lowering<Tensors<'dy' | 'filter'>, tf.DepthwiseConv2dNativeBackpropInputAttrs>(
    'DepthwiseConv2dNativeBackpropInput',
    ({ dy, filter }, attributes, recording) => {
      const geometry = depthwiseGeometry(attributes.inputShape, filter.shape, attributes);
      const [gradient, kernel] = [recording.nameOf(dy, 'nchw'), recording.nameOf(filter)];
      // Written only if it is read: see the gradient of the other convolutions.
      const write = (): string => inputGradient(gradient, kernel, geometry, recording);
      return recording.tensor(write, geometry.inShape, { layout: 'nchw' });
    },
  ),
  lowering<Tensors<'x' | 'dy'>, tf.DepthwiseConv2dNativeBackpropFilterAttrs>(
    'DepthwiseConv2dNativeBackpropFilter',
    ({ x, dy }, attributes, recording) => {
      const geometry = depthwiseGeometry(x.shape, attributes.filterShape, attributes);
      if (recording.imageCount !== undefined) return summedFilterGradient(x, dy, geometry, recording);
      return recording.tensor(filterGradient(x, dy, geometry, recording), attributes.filterShape);
    },
  ),
];

/** tfjs's layer gives null for its dilations, against the type. */
type DepthwiseAttributes = Pick<tf.DepthwiseConv2dNativeAttrs, 'strides' | 'pad' | 'dimRoundingMode'> & {
  readonly dilations: tf.DepthwiseConv2dNativeAttrs['dilations'] | null;
};

function depthwiseGeometry(
  imageShape: readonly number[],
  kernelShape: readonly number[],
  attributes: DepthwiseAttributes,
): WindowGeometry {
  const { strides, dilations, pad, dimRoundingMode } = attributes;
  const [image, kernel] = [imageShape as Rank4, kernelShape as Rank4];
  return tf.backend_util.computeConv2DInfo(image, kernel, strides, dilations ?? 1, pad, dimRoundingMode, true);
}

function groupAttributes(geometry: WindowGeometry): Attributes {
  const { filterHeight, filterWidth, strideHeight, strideWidth, dilationHeight, dilationWidth } = geometry;
  return {
    kernel_shape: [filterHeight, filterWidth],
    pads: padsOf(geometry),
    strides: [strideHeight, strideWidth],
    dilations: [dilationHeight, dilationWidth],
  };
}

/** Some kernels of every channel that one operator takes. */
interface KernelSet {
  /** Of a depthwise convolution with these kernels alone. */
  readonly geometry: WindowGeometry;
  /** Takes what belongs to them from an axis on which C · M kernels or channels lie, or of one channel M. */
  readonly of: (name: string, axis: number) => string;
}

/**
 * All kernels at a time; for a GPU one of every channel. onnxruntime 1.30's WebGPU provider computes something else where a
 * group has several: a ConvTranspose whose groups make one channel out of an even number takes the wrong weights, and a Conv
 * whose groups make five writes four at a time, over a group's end.
 */
function kernelSets(geometry: WindowGeometry, recording: Recording): readonly KernelSet[] {
  const { inChannels, outChannels } = geometry;
  const multiplier = outChannels / inChannels;
  if (recording.target.device === 'cpu' || multiplier === 1) return [{ geometry, of: (name) => name }];
  const { graph } = recording;
  return Array.from({ length: multiplier }, (_, m) => ({
    geometry: { ...geometry, outChannels: inChannels },
    of: (name, axis) =>
      recording.op('Slice', [name, ...[m, outChannels, axis, multiplier].map((number) => graph.int64([number]))]),
  }));
}

/** (kH, kW, C, M) as the kernels of C groups, (C · M, 1, kH, kW). */
function groupedKernel(kernel: string, geometry: WindowGeometry, recording: Recording): string {
  const moved = recording.op('Transpose', [kernel], { perm: [2, 3, 0, 1] });
  return recording.reshaped(moved, [geometry.outChannels, 1, geometry.filterHeight, geometry.filterWidth]);
}

function convolution(image: string, kernel: string, geometry: WindowGeometry, recording: Recording): string {
  const { batchSize, inChannels, outChannels, outHeight, outWidth } = geometry;
  const attributes = { ...groupAttributes(geometry), group: inChannels };
  const results = kernelSets(geometry, recording).map((set) =>
    recording.op('Conv', [image, groupedKernel(set.of(kernel, 3), set.geometry, recording)], attributes),
  );
  if (results.length === 1) return results[0] as string;
  const parts = results.map((part) => recording.reshaped(part, [batchSize, inChannels, 1, outHeight, outWidth]));
  return recording.reshaped(joinAlong(parts, 2, recording), [batchSize, outChannels, outHeight, outWidth]);
}

function inputGradient(gradient: string, kernel: string, geometry: WindowGeometry, recording: Recording): string {
  const attributes = { ...groupAttributes(geometry), group: geometry.inChannels, output_padding: leftOver(geometry) };
  const parts = kernelSets(geometry, recording).map((set) => {
    const kernels = groupedKernel(set.of(kernel, 3), set.geometry, recording);
    return recording.op('ConvTranspose', [set.of(gradient, 1), kernels], attributes);
  });
  return sumOf(parts, recording);
}

function filterGradient(x: tf.TensorInfo, dy: tf.TensorInfo, geometry: WindowGeometry, recording: Recording): string {
  const perImage = perImageGradient(x, dy, geometry, recording);
  const sum = recording.op('ReduceSum', [perImage, recording.graph.int64([0])], { keepdims: 0 });
  return recording.op('Transpose', [sum], { perm: [2, 3, 0, 1] });
}

/** The same in a recording that keeps images apart. */
function summedFilterGradient(
  x: tf.TensorInfo,
  dy: tf.TensorInfo,
  geometry: WindowGeometry,
  recording: Recording,
): tf.TensorInfo {
  const { batchSize, inChannels, outChannels, filterHeight, filterWidth } = geometry;
  const [images, gradients] = [recording.kept(x), recording.kept(dy)];
  const kernelShape = [inChannels, outChannels / inChannels, filterHeight, filterWidth];
  const imageSum = imageSumOf(
    () => {
      const perImage = perImageGradient(images, gradients, geometry, recording);
      return recording.reshaped(perImage, [batchSize, outChannels * filterHeight * filterWidth]);
    },
    batchSize,
    recording,
    (sum) => recording.op('Transpose', [recording.reshaped(sum, kernelShape)], { perm: [2, 3, 0, 1] }),
  );
  const write = (): string => filterGradient(images, gradients, geometry, recording);
  return recording.sumOverImages(x, write, geometry.filterShape, { imageSum });
}

/**
 * The gradient of each image by the kernels, (B, C, M, kH, kW), as a convolution of each channel of each image with its gradient
 * in the place of a kernel: one result for each tap.
 */
function perImageGradient(x: tf.TensorInfo, dy: tf.TensorInfo, geometry: WindowGeometry, recording: Recording): string {
  const { batchSize, inChannels, inHeight, inWidth } = geometry;
  const images = recording.reshaped(recording.nameOf(x, 'nchw'), [1, batchSize * inChannels, inHeight, inWidth]);
  const gradient = recording.nameOf(dy, 'nchw');
  const parts = kernelSets(geometry, recording).map((set) =>
    taps(images, set.of(gradient, 1), set.geometry, recording),
  );
  return parts.length === 1 ? (parts[0] as string) : joinAlong(parts, 2, recording);
}

function taps(images: string, gradient: string, geometry: WindowGeometry, recording: Recording): string {
  const { batchSize, inChannels, outChannels, outHeight, outWidth } = geometry;
  const { filterHeight, filterWidth, strideHeight, strideWidth } = geometry;
  const { graph } = recording;
  const kernels = recording.reshaped(gradient, [batchSize * outChannels, 1, outHeight, outWidth]);
  const perTap = recording.op('Conv', [images, kernels], {
    kernel_shape: [outHeight, outWidth],
    pads: padsOf(geometry),
    strides: [1, 1],
    dilations: [strideHeight, strideWidth],
    group: batchSize * inChannels,
  });
  // Rows and columns that no window reaches would be taps beyond the kernel's.
  const ofKernel = recording.op('Slice', [
    perTap,
    graph.int64([0, 0]),
    graph.int64([filterHeight, filterWidth]),
    graph.int64([2, 3]),
  ]);
  return recording.reshaped(ofKernel, [batchSize, inChannels, outChannels / inChannels, filterHeight, filterWidth]);
}
