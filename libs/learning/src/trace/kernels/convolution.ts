import type { Attributes } from '../../onnx/graph-builder.js';
import { tf } from '../../tfjs.js';
import { lowering, unsupported, type Lowering, type Tensors } from '../lowering.js';
import type { Recording } from '../recording.js';
import { fusedActivation } from './activation.js';
import { blockedConvolution, blockedInputGradient, fitsBlocks, isWholeBlocks } from './blocked-convolution.js';
import { filterGradient } from './filter-gradient.js';
import { summedFilterGradient } from './per-image-gradient.js';
import { leftOver, padsOf, type WindowGeometry } from './window-geometry.js';

/** Convolution, forward and both gradients; tfjs's transposed convolution is the gradient by the input. */
export const convolutionLowerings: readonly Lowering[] = [
  lowering<Tensors<'x' | 'filter'>, tf.Conv2DAttrs>('Conv2D', ({ x, filter }, attributes, recording) => {
    requireChannelsLast('Conv2D', attributes.dataFormat, recording, [x]);
    requireNoHoles('Conv2D', attributes.dilations, recording, [x]);
    return convolution({ x, filter }, forwardGeometry(x, filter, attributes), recording);
  }),
  lowering<Tensors<'x' | 'filter', 'bias'>, tf.FusedConv2DAttrs>(
    'FusedConv2D',
    ({ x, filter, bias }, attributes, recording) => {
      requireChannelsLast('FusedConv2D', attributes.dataFormat, recording, [x]);
      requireNoHoles('FusedConv2D', attributes.dilations, recording, [x]);
      const geometry = forwardGeometry(x, filter, attributes);
      if (bias !== undefined && bias.shape.length > 1)
        unsupported('FusedConv2D', 'has a bias that is not one number per channel', recording, [x]);
      const sum = convolution({ x, filter, bias }, geometry, recording);
      return fusedActivation('FusedConv2D', sum, attributes.activation, recording);
    },
  ),
  lowering<Tensors<'dy' | 'filter'>, tf.Conv2DBackpropInputAttrs>(
    'Conv2DBackpropInput',
    ({ dy, filter }, attributes, recording) => {
      requireChannelsLast('Conv2DBackpropInput', attributes.dataFormat, recording, [dy, filter]);
      const { inputShape, strides, pad, dimRoundingMode } = attributes;
      const geometry = tf.backend_util.computeConv2DInfo(
        inputShape,
        kernelShape(filter),
        strides,
        1,
        pad,
        dimRoundingMode,
      );
      return inputGradient(dy, filter, geometry, recording);
    },
  ),
  lowering<Tensors<'x' | 'dy'>, tf.Conv2DBackpropFilterAttrs>(
    'Conv2DBackpropFilter',
    ({ x, dy }, attributes, recording) => {
      requireChannelsLast('Conv2DBackpropFilter', attributes.dataFormat, recording, [x, dy]);
      const { filterShape, strides, pad, dimRoundingMode } = attributes;
      const geometry = tf.backend_util.computeConv2DInfo(imageShape(x), filterShape, strides, 1, pad, dimRoundingMode);
      if (recording.imageCount !== undefined) return summedFilterGradient({ x, dy, geometry }, filterShape, recording);
      return recording.tensor(filterGradient(x, dy, geometry, recording), filterShape);
    },
  ),
];

function requireChannelsLast(
  kernelName: string,
  dataFormat: 'NHWC' | 'NCHW' | undefined,
  recording: Recording,
  inputs: readonly tf.TensorInfo[],
): void {
  if (dataFormat === 'NCHW') unsupported(kernelName, 'has its channels before its rows', recording, inputs);
}

function forwardGeometry(
  x: tf.TensorInfo,
  filter: tf.TensorInfo,
  { strides, dilations, pad, dimRoundingMode }: tf.Conv2DAttrs,
): WindowGeometry {
  return tf.backend_util.computeConv2DInfo(
    imageShape(x),
    kernelShape(filter),
    strides,
    dilations,
    pad,
    dimRoundingMode,
  );
}

/**
 * tfjs has no gradient of a convolution with holes, and says so without naming the layer.
 * @throws LearningError `unsupported-op` if there are holes while gradients are recorded.
 */
export function requireNoHoles(
  kernelName: string,
  dilations: number | readonly number[] | null,
  recording: Recording,
  inputs: readonly tf.TensorInfo[],
): void {
  const hasHoles = [dilations ?? 1].flat().some((dilation) => dilation > 1);
  if (hasHoles && tf.engine().state.gradientDepth > 0)
    unsupported(kernelName, 'has holes between its taps, and tfjs has no gradient of that', recording, inputs);
}

function imageShape({ shape }: tf.TensorInfo): [number, number, number, number] {
  return shape as [number, number, number, number];
}

function kernelShape({ shape }: tf.TensorInfo): [number, number, number, number] {
  return shape as [number, number, number, number];
}

function convolutionAttributes(geometry: WindowGeometry): Attributes {
  return {
    kernel_shape: [geometry.filterHeight, geometry.filterWidth],
    pads: padsOf(geometry),
    strides: [geometry.strideHeight, geometry.strideWidth],
    dilations: [geometry.dilationHeight, geometry.dilationWidth],
  };
}

interface Operands {
  readonly x: tf.TensorInfo;
  readonly filter: tf.TensorInfo;
  readonly bias?: tf.TensorInfo | undefined;
}

/** A convolution; with its result's channels in blocks where these fit. */
function convolution(operands: Operands, geometry: WindowGeometry, recording: Recording): tf.TensorInfo {
  const { x, filter, bias } = operands;
  const { outShape, outChannels } = geometry;
  const attributes = convolutionAttributes(geometry);
  if (fitsBlocks(geometry, recording))
    return recording.tensor(blockedConvolution(operands, geometry, attributes, recording), outShape, {
      layout: 'nchwc',
    });
  const inputs = [recording.nameOf(x, 'nchw'), recording.nameOf(filter, 'oihw')];
  if (bias !== undefined) inputs.push(recording.reshaped(recording.nameOf(bias), [outChannels]));
  return recording.tensor(recording.op('Conv', inputs, attributes), outShape, { layout: 'nchw' });
}

function inputGradient(
  dy: tf.TensorInfo,
  filter: tf.TensorInfo,
  geometry: WindowGeometry,
  recording: Recording,
): tf.TensorInfo {
  const { strideHeight, strideWidth, filterHeight, filterWidth, inChannels } = geometry;
  const [top, left, bottom, right] = padsOf(geometry);
  const isStrided = strideHeight > 1 || strideWidth > 1;
  const flippedPads = [
    filterHeight - 1 - top,
    filterWidth - 1 - left,
    filterHeight - 1 - bottom,
    filterWidth - 1 - right,
  ];
  if (isStrided || flippedPads.some((pad) => pad < 0))
    return recording.tensor(transposedConvolution(dy, filter, geometry, recording), geometry.inShape, {
      layout: 'nchw',
    });

  // A convolution with the kernel turned by 180 degrees and its channel axes swapped: on the CPU about 10 % of a whole
  // step faster than ConvTranspose.
  const attributes = { kernel_shape: [filterHeight, filterWidth], pads: flippedPads, strides: [1, 1] };
  if (recording.layoutOf(dy) === 'nchwc' && isWholeBlocks(inChannels, recording)) {
    const name = blockedInputGradient(dy, filter, geometry, attributes, recording);
    return recording.tensor(name, geometry.inShape, { layout: 'nchwc' });
  }
  const [gradient, kernel] = [recording.nameOf(dy, 'nchw'), recording.nameOf(filter)];
  // Written only if it is read: tfjs asks for the gradient by the first layer's image too, together with its kernel's.
  const write = (): string => recording.op('Conv', [gradient, turnedKernel(kernel, geometry, recording)], attributes);
  return recording.tensor(write, geometry.inShape, { layout: 'nchw' });
}

function turnedKernel(kernel: string, { filterHeight, filterWidth }: WindowGeometry, recording: Recording): string {
  const { graph } = recording;
  const isPoint = filterHeight === 1 && filterWidth === 1;
  const turned = isPoint
    ? kernel
    : recording.op('Slice', [
        kernel,
        graph.int64([-1, -1]),
        graph.int64([-filterHeight - 1, -filterWidth - 1]),
        graph.int64([0, 1]),
        graph.int64([-1, -1]),
      ]);
  return recording.op('Transpose', [turned], { perm: [2, 3, 0, 1] });
}

function transposedConvolution(
  dy: tf.TensorInfo,
  filter: tf.TensorInfo,
  geometry: WindowGeometry,
  recording: Recording,
): string {
  const { strideHeight, strideWidth, filterHeight, filterWidth } = geometry;
  return recording.op('ConvTranspose', [recording.nameOf(dy, 'nchw'), recording.nameOf(filter, 'oihw')], {
    kernel_shape: [filterHeight, filterWidth],
    pads: padsOf(geometry),
    strides: [strideHeight, strideWidth],
    output_padding: leftOver(geometry),
  });
}
