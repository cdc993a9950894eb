import { tf } from '../../tfjs.js';
import { lowering, type Lowering, type Tensors } from '../lowering.js';

/** Batch normalization with given statistics; in training, tfjs computes those with kernels of its own. */
export const normalizationLowerings: readonly Lowering[] = [
  lowering<Tensors<'x' | 'mean' | 'variance', 'offset' | 'scale'>, tf.FusedBatchNormAttrs>(
    'FusedBatchNorm',
    ({ x, mean, variance, offset, scale }, { varianceEpsilon }, recording) => {
      const { graph } = recording;
      const channels = x.shape[3] as number;
      const perChannel = (tensor: tf.TensorInfo): string =>
        recording.reshaped(recording.nameOf(tensor), [1, channels, 1, 1]);
      const deviation = recording.op('Sqrt', [
        recording.op('Add', [perChannel(variance), graph.scalar(varianceEpsilon)]),
      ]);
      const factor = recording.op('Div', [scale === undefined ? graph.scalar(1) : perChannel(scale), deviation]);
      const centred = recording.op('Sub', [recording.nameOf(x, 'nchw'), perChannel(mean)]);
      const scaled = recording.op('Mul', [centred, factor]);
      const shifted = offset === undefined ? scaled : recording.op('Add', [scaled, perChannel(offset)]);
      return recording.tensor(shifted, x.shape, { layout: 'nchw' });
    },
  ),
];
