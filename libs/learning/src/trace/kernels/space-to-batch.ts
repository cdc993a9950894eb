import type { tf } from '../../tfjs.js';
import { lowering, unsupported, type Lowering, type Tensors } from '../lowering.js';
import type { Recording } from '../recording.js';

type Pair = readonly [number, number];
type Rank4 = [number, number, number, number];

/**
 * Taking an image (B, H, W, C) apart by the remainders of its rows and columns by a block's height and width, into one image
 * for each remainder, (h · w · B, H / h, W / w, C), and putting such images together again. With them a convolution with
 * holes between its taps is one without.
 */
export const spaceToBatchLowerings: readonly Lowering[] = [
  lowering<Tensors<'x'>, tf.SpaceToBatchNDAttrs>('SpaceToBatchND', ({ x }, attributes, recording) => {
    const { block, margins } = blockOf('SpaceToBatchND', x, attributes.blockShape, attributes.paddings, recording);
    const [[top, bottom], [left, right]] = margins;
    const [batch, height, width, channels] = x.shape as Rank4;
    const { graph } = recording;
    const pads = graph.int64([0, 0, top, left, 0, 0, bottom, right]);
    const padded = recording.op('Pad', [recording.nameOf(x, 'nchw'), pads]);
    const [rows, columns] = [(top + height + bottom) / block[0], (left + width + right) / block[1]];
    const apart = recording.reshaped(padded, [batch, channels, rows, block[0], columns, block[1]]);
    const moved = recording.op('Transpose', [apart], { perm: [3, 5, 0, 1, 2, 4] });
    const images = batch * block[0] * block[1];
    const name = recording.reshaped(moved, [images, channels, rows, columns]);
    return recording.tensor(name, [images, rows, columns, channels], { layout: 'nchw' });
  }),
  lowering<Tensors<'x'>, tf.BatchToSpaceNDAttrs>('BatchToSpaceND', ({ x }, attributes, recording) => {
    const { block, margins } = blockOf('BatchToSpaceND', x, attributes.blockShape, attributes.crops, recording);
    const [[top, bottom], [left, right]] = margins;
    const [images, rows, columns, channels] = x.shape as Rank4;
    const { graph } = recording;
    const batch = images / (block[0] * block[1]);
    const apart = recording.reshaped(recording.nameOf(x, 'nchw'), [...block, batch, channels, rows, columns]);
    const moved = recording.op('Transpose', [apart], { perm: [2, 3, 4, 0, 5, 1] });
    const [height, width] = [rows * block[0], columns * block[1]];
    const whole = recording.reshaped(moved, [batch, channels, height, width]);
    const name = recording.op('Slice', [
      whole,
      graph.int64([top, left]),
      graph.int64([height - bottom, width - right]),
      graph.int64([2, 3]),
    ]);
    const shape = [batch, height - top - bottom, width - left - right, channels];
    return recording.tensor(name, shape, { layout: 'nchw' });
  }),
];

function blockOf(
  kernelName: string,
  x: tf.TensorInfo,
  blockShape: readonly number[],
  margins: readonly (readonly number[])[],
  recording: Recording,
): { readonly block: Pair; readonly margins: readonly [Pair, Pair] } {
  if (x.shape.length !== 4 || blockShape.length !== 2)
    unsupported(kernelName, 'is not of images by rows and columns', recording, [x]);
  return {
    block: blockShape as unknown as Pair,
    margins: margins as unknown as readonly [Pair, Pair],
  };
}
