import type { Attributes } from '../../onnx/graph-builder.js';
import type { tf } from '../../tfjs.js';
import type { Recording } from '../recording.js';

type Geometry = tf.backend_util.Conv2DInfo;

/**
 * Convolutions of images with their channels in blocks (layout `nchwc`), which onnxruntime computes faster than others. Their
 * kernels must lie in blocks too: (O/b, I/b, kH, kW, b of I, b of O).
 */
const BLOCKED = { domain: 'com.microsoft.nchwc' } as const;

/** Whether a number of channels can lie in blocks. */
export function isWholeBlocks(channels: number, { channelBlock }: Recording): boolean {
  return channelBlock !== undefined && channels % channelBlock === 0;
}

/**
 * Whether a convolution can put its result out in blocks. With less input channels than a block it takes them as they are.
 */
export function fitsBlocks({ inChannels, outChannels }: Geometry, recording: Recording): boolean {
  const isFewer = inChannels < (recording.channelBlock ?? 0);
  return isWholeBlocks(outChannels, recording) && (isFewer || isWholeBlocks(inChannels, recording));
}

/**
 * A convolution by a kernel (kH, kW, I, O), and a bias of one number for each output channel.
 * @returns a name in layout `nchwc`.
 */
export function blockedConvolution(
  {
    x,
    filter,
    bias,
  }: { readonly x: tf.TensorInfo; readonly filter: tf.TensorInfo; readonly bias?: tf.TensorInfo | undefined },
  geometry: Geometry,
  attributes: Attributes,
  recording: Recording,
): string {
  const { filterHeight, filterWidth, inChannels, outChannels } = geometry;
  const block = recording.channelBlock as number;
  const taps = filterHeight * filterWidth;
  const isWhole = isWholeBlocks(inChannels, recording);
  const split = isWhole
    ? [taps, inChannels / block, block, outChannels / block, block]
    : [taps, inChannels, outChannels / block, block];
  const perm = isWhole ? [3, 1, 0, 2, 4] : [2, 1, 0, 3];
  const moved = recording.op('Transpose', [recording.reshaped(recording.nameOf(filter), split)], { perm });
  const kernel = recording.reshaped(moved, [outChannels, inChannels, filterHeight, filterWidth]);
  const inputs = [recording.nameOf(x, isWhole ? 'nchwc' : 'nchw'), kernel];
  if (bias !== undefined) inputs.push(recording.reshaped(recording.nameOf(bias), [outChannels]));
  return recording.op('Conv', inputs, attributes, BLOCKED);
}

/**
 * A convolution of `dy` with the kernel (kH, kW, I, O) turned by 180 degrees and its channel axes swapped, all of whose
 * channels are whole blocks. @returns a name in layout `nchwc`.
 */
export function blockedInputGradient(
  dy: tf.TensorInfo,
  filter: tf.TensorInfo,
  geometry: Geometry,
  attributes: Attributes,
  recording: Recording,
): string {
  const { filterHeight, filterWidth, inChannels, outChannels } = geometry;
  const block = recording.channelBlock as number;
  const taps = filterHeight * filterWidth;
  const lastFirst = recording.graph.int64(Array.from({ length: taps }, (_, tap) => taps - 1 - tap));
  const perTap = recording.reshaped(recording.nameOf(filter), [taps, inChannels, outChannels, 1]);
  const turned = taps === 1 ? perTap : recording.op('Gather', [perTap, lastFirst], { axis: 0 });
  // Swaps the channels within blocks in a third of the time of a Transpose.
  const swapped = recording.op('ReorderInput', [turned], {}, BLOCKED);
  const blocks = recording.reshaped(swapped, [taps, (inChannels * outChannels) / block ** 2, block ** 2]);
  const moved = recording.op('Transpose', [blocks], { perm: [1, 0, 2] });
  const kernel = recording.reshaped(moved, [inChannels, outChannels, filterHeight, filterWidth]);
  return recording.op('Conv', [recording.nameOf(dy, 'nchwc'), kernel], attributes, BLOCKED);
}
