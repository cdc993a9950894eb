import type { Attributes } from '../../onnx/graph-builder.js';
import { tf } from '../../tfjs.js';
import { lowering, type Lowering, type Tensors } from '../lowering.js';
import type { Recording } from '../recording.js';
import { requireNoHoles } from './convolution.js';
import { imageSumOf } from './per-image-gradient.js';
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
      const operands = [recording.nameOf(x, 'nchw'), groupedKernel(recording.nameOf(filter), geometry, recording)];
      const attributesOfConv = { ...groupAttributes(geometry), group: geometry.inChannels };
      return recording.tensor(recording.op('Conv', operands, attributesOfConv), geometry.outShape, { layout: 'nchw' });
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

/** (kH, kW, C, M) as the kernels of C groups, (C · M, 1, kH, kW). */
function groupedKernel(kernel: string, geometry: WindowGeometry, recording: Recording): string {
  const moved = recording.op('Transpose', [kernel], { perm: [2, 3, 0, 1] });
  return recording.reshaped(moved, [geometry.outChannels, 1, geometry.filterHeight, geometry.filterWidth]);
}

function inputGradient(gradient: string, kernel: string, geometry: WindowGeometry, recording: Recording): string {
  const attributes = { ...groupAttributes(geometry), group: geometry.inChannels, output_padding: leftOver(geometry) };
  return recording.op('ConvTranspose', [gradient, groupedKernel(kernel, geometry, recording)], attributes);
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
  const { batchSize, inChannels, outChannels, inHeight, inWidth, outHeight, outWidth } = geometry;
  const { filterHeight, filterWidth, strideHeight, strideWidth } = geometry;
  const { graph } = recording;
  const multiplier = outChannels / inChannels;
  const images = recording.reshaped(recording.nameOf(x, 'nchw'), [1, batchSize * inChannels, inHeight, inWidth]);
  const kernels = recording.reshaped(recording.nameOf(dy, 'nchw'), [batchSize * outChannels, 1, outHeight, outWidth]);
  const perTap = recording.op('Conv', [images, kernels], {
    kernel_shape: [outHeight, outWidth],
    pads: padsOf(geometry),
    strides: [1, 1],
    dilations: [strideHeight, strideWidth],
    group: batchSize * inChannels,
  });
  // Rows and columns that no window reaches would be taps beyond the kernel's.
  const taps = recording.op('Slice', [
    perTap,
    graph.int64([0, 0]),
    graph.int64([filterHeight, filterWidth]),
    graph.int64([2, 3]),
  ]);
  return recording.reshaped(taps, [batchSize, inChannels, multiplier, filterHeight, filterWidth]);
}
