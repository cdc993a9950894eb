import { SCALE_AND_SHIFT } from '../../models/layers/scale-and-shift.js';
import { tf } from '../../tfjs.js';
import { lowering, unsupported, type Lowering, type Tensors } from '../lowering.js';
import type { Recording } from '../recording.js';

/** Batch normalization with given statistics, and the steps of one that computes them. */
export const normalizationLowerings: readonly Lowering[] = [
  lowering<Tensors<'x' | 'mean' | 'variance', 'offset' | 'scale'>, tf.FusedBatchNormAttrs>(
    'FusedBatchNorm',
    ({ x, mean, variance, offset, scale }, { varianceEpsilon }, recording) => {
      const { graph } = recording;
      const channels = x.shape[3] as number;
      const fitted = (tensor: tf.TensorInfo): string =>
        tf.util.arraysEqual(tensor.shape, x.shape)
          ? recording.nameOf(tensor, 'nchw')
          : recording.reshaped(recording.nameOf(tensor), [1, channels, 1, 1]);
      if ([mean, variance, offset, scale].some((each) => each !== undefined && !isFitting(each, x)))
        unsupported('FusedBatchNorm', 'has statistics neither for each channel nor for each place', recording, [x]);
      const deviation = recording.op('Sqrt', [recording.op('Add', [fitted(variance), graph.scalar(varianceEpsilon)])]);
      const factor = recording.op('Div', [scale === undefined ? graph.scalar(1) : fitted(scale), deviation]);
      const centred = recording.op('Sub', [recording.nameOf(x, 'nchw'), fitted(mean)]);
      const scaled = recording.op('Mul', [centred, factor]);
      const shifted = offset === undefined ? scaled : recording.op('Add', [scaled, fitted(offset)]);
      return recording.tensor(shifted, x.shape, { layout: 'nchw' });
    },
  ),
  lowering<Tensors<'x', 'scale' | 'shift' | 'addend'>>(SCALE_AND_SHIFT, (inputs, _, recording) => {
    const layout = recording.layoutOf(inputs.x) === 'nchwc' ? 'nchwc' : 'nchw';
    const name =
      layout === 'nchwc' ? scaleAndShiftBlocked(inputs, recording) : scaleAndShiftUnblocked(inputs, recording);
    return recording.tensor(name, inputs.x.shape, { layout });
  }),
];

/** Whether there is a number for each channel or for each place of an image. */
function isFitting({ shape }: tf.TensorInfo, x: tf.TensorInfo): boolean {
  return (shape.length === 1 && shape[0] === x.shape[3]) || tf.util.arraysEqual(shape, x.shape);
}

type ScaleAndShiftInputs = Tensors<'x', 'scale' | 'shift' | 'addend'>;

function scaleAndShiftUnblocked({ x, scale, shift, addend }: ScaleAndShiftInputs, recording: Recording): string {
  const perChannel = (tensor: tf.TensorInfo): string =>
    recording.reshaped(recording.nameOf(tensor), [1, x.shape[3] as number, 1, 1]);
  const image = recording.nameOf(x, 'nchw');
  const scaled = scale === undefined ? image : recording.op('Mul', [image, perChannel(scale)]);
  const shifted = shift === undefined ? scaled : recording.op('Add', [scaled, perChannel(shift)]);
  return addend === undefined ? shifted : recording.op('Add', [shifted, recording.nameOf(addend, 'nchw')]);
}

// A convolution of each channel with a kernel of one number, of which onnxruntime makes one pass over the image.
function scaleAndShiftBlocked({ x, scale, shift, addend }: ScaleAndShiftInputs, recording: Recording): string {
  const channels = x.shape[3] as number;
  const kernel =
    scale === undefined
      ? recording.graph.float32(new Float32Array(channels).fill(1), [channels])
      : recording.nameOf(scale);
  return recording.op(
    'Conv',
    [
      recording.nameOf(x, 'nchwc'),
      recording.reshaped(kernel, [channels, 1, 1, 1]),
      shift === undefined ? '' : recording.nameOf(shift),
      ...(addend === undefined ? [] : [recording.nameOf(addend, 'nchwc')]),
    ],
    { kernel_shape: [1, 1], group: channels },
    { domain: 'com.microsoft.nchwc' },
  );
}
