import { SCALE_AND_SHIFT } from '../../models/layers/scale-and-shift.js';
import { tf } from '../../tfjs.js';
import { lowering, unsupported, type Lowering, type Tensors } from '../lowering.js';
import { inMemoryOrder, type Layout } from '../layout.js';
import type { Recording } from '../recording.js';

/** Batch normalization with given statistics, and the steps of one that computes them. */
export const normalizationLowerings: readonly Lowering[] = [
  lowering<Tensors<'x' | 'mean' | 'variance', 'offset' | 'scale'>, tf.FusedBatchNormAttrs>(
    'FusedBatchNorm',
    ({ x, mean, variance, offset, scale }, { varianceEpsilon }, recording) => {
      const { graph } = recording;
      const channels = x.shape[3] as number;
      const layout = imageLayout(recording);
      const fitted = (tensor: tf.TensorInfo): string =>
        tf.util.arraysEqual(tensor.shape, x.shape)
          ? recording.nameOf(tensor, layout)
          : recording.reshaped(recording.nameOf(tensor), inMemoryOrder([1, 1, 1, channels], layout));
      if ([mean, variance, offset, scale].some((each) => each !== undefined && !isFitting(each, x)))
        unsupported('FusedBatchNorm', 'has statistics neither for each channel nor for each place', recording, [x]);
      const deviation = recording.op('Sqrt', [recording.op('Add', [fitted(variance), graph.scalar(varianceEpsilon)])]);
      const factor = recording.op('Div', [scale === undefined ? graph.scalar(1) : fitted(scale), deviation]);
      const centred = recording.op('Sub', [recording.nameOf(x, layout), fitted(mean)]);
      const scaled = recording.op('Mul', [centred, factor]);
      const shifted = offset === undefined ? scaled : recording.op('Add', [scaled, fitted(offset)]);
      return recording.tensor(shifted, x.shape, { layout });
    },
  ),
  lowering<Tensors<'x', 'scale' | 'shift' | 'addend'>>(SCALE_AND_SHIFT, (inputs, _, recording) => {
    const layout = recording.layoutOf(inputs.x) === 'nchwc' ? 'nchwc' : imageLayout(recording);
    const name =
      layout === 'nchwc' ? scaleAndShiftBlocked(inputs, recording) : scaleAndShiftUnblocked(inputs, recording);
    return recording.tensor(name, inputs.x.shape, { layout });
  }),
];

/** The layout in which images are between convolutions. */
function imageLayout({ target }: Recording): Layout {
  return target.device === 'cpu' ? 'nchw' : 'plain';
}

/** Whether there is a number for each channel or for each place of an image. */
function isFitting({ shape }: tf.TensorInfo, x: tf.TensorInfo): boolean {
  return (shape.length === 1 && shape[0] === x.shape[3]) || tf.util.arraysEqual(shape, x.shape);
}

type ScaleAndShiftInputs = Tensors<'x', 'scale' | 'shift' | 'addend'>;

function scaleAndShiftUnblocked({ x, scale, shift, addend }: ScaleAndShiftInputs, recording: Recording): string {
  const layout = imageLayout(recording);
  const fitted = (tensor: tf.TensorInfo): string => {
    const shape = [numbersOf(tensor, x).images, 1, 1, x.shape[3] as number];
    return recording.reshaped(recording.nameOf(tensor), inMemoryOrder(shape, layout));
  };
  const image = recording.nameOf(x, layout);
  const scaled = scale === undefined ? image : recording.op('Mul', [image, fitted(scale)]);
  const shifted = shift === undefined ? scaled : recording.op('Add', [scaled, fitted(shift)]);
  return addend === undefined ? shifted : recording.op('Add', [shifted, recording.nameOf(addend, layout)]);
}

/** How many images each have numbers of their own, and how many numbers that makes. */
function numbersOf(
  numbers: tf.TensorInfo | undefined,
  x: tf.TensorInfo,
): { readonly images: number; readonly count: number } {
  const images = numbers?.shape.length === 4 ? (x.shape[0] as number) : 1;
  return { images, count: images * (x.shape[3] as number) };
}

// A convolution of each channel with a kernel of one number, of which onnxruntime makes one pass over the image. Channels of
// several images with numbers of their own lie one after the other like those of one image.
function scaleAndShiftBlocked({ x, scale, shift, addend }: ScaleAndShiftInputs, recording: Recording): string {
  const { images, count } = numbersOf(scale ?? shift, x);
  const [batch, height, width, channels] = x.shape as [number, number, number, number];
  const joined = (name: string): string =>
    images === 1 ? name : recording.reshaped(name, [batch / images, count, height, width]);
  const kernel =
    scale === undefined ? recording.graph.float32(new Float32Array(count).fill(1), [count]) : recording.nameOf(scale);
  const result = recording.op(
    'Conv',
    [
      joined(recording.nameOf(x, 'nchwc')),
      recording.reshaped(kernel, [count, 1, 1, 1]),
      shift === undefined
        ? ''
        : images === 1
          ? recording.nameOf(shift)
          : recording.reshaped(recording.nameOf(shift), [count]),
      ...(addend === undefined ? [] : [joined(recording.nameOf(addend, 'nchwc'))]),
    ],
    { kernel_shape: [1, 1], group: count },
    { domain: 'com.microsoft.nchwc' },
  );
  return images === 1 ? result : recording.reshaped(result, [batch, channels, height, width]);
}
