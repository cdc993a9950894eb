/** @jest-environment ./libs/learning/jest-environment.mjs */
import { tf } from '../../tfjs.js';
import { describeLowerings, inEveryLayout, type KernelCase } from './kernel-cases.test-support.js';
import { normalizationLowerings } from './normalization.js';

const CHANNELS = 5;

function normalize(
  [x, mean, variance, offset, scale]: readonly tf.Tensor[],
  { hasOffset, hasScale }: { hasOffset: boolean; hasScale: boolean },
): tf.Tensor {
  return tf.batchNorm(
    x as tf.Tensor4D,
    mean as tf.Tensor1D,
    variance as tf.Tensor1D,
    hasOffset ? (offset as tf.Tensor1D) : undefined,
    hasScale ? (scale as tf.Tensor1D) : undefined,
    1e-3,
  );
}

describeLowerings(
  'batch normalization with given statistics',
  normalizationLowerings,
  [true, false].flatMap((hasOffset) =>
    [true, false].flatMap((hasScale): KernelCase[] => [
      ...inEveryLayout({
        name: `${hasOffset ? 'with' : 'without'} offset, ${hasScale ? 'with' : 'without'} scale`,
        compute: (...inputs) => normalize(inputs, { hasOffset, hasScale }),
        shapes: [[2, 3, 4, CHANNELS], [CHANNELS], [CHANNELS], [CHANNELS], [CHANNELS]],
        numbers: 'positives',
      }),
      {
        name: `a list of vectors, ${hasOffset ? 'with' : 'without'} offset, ${hasScale ? 'with' : 'without'} scale`,
        compute: (...inputs) => normalize(inputs, { hasOffset, hasScale }),
        shapes: [[7, CHANNELS], [CHANNELS], [CHANNELS], [CHANNELS], [CHANNELS]],
        numbers: 'positives',
      },
    ]),
  ),
);
