/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { runFunctionBothWays } from '../../reference.test-support.js';
import { tf } from '../../tfjs.js';
import { describeLowerings, inEveryLayout, type KernelCase } from './kernel-cases.test-support.js';
import { scaleAndShift, type ScaleAndShift } from '../../models/layers/scale-and-shift.js';
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

const SCALED_BY: readonly (readonly (keyof ScaleAndShift)[])[] = [
  [],
  ['scale'],
  ['shift'],
  ['addend'],
  ['scale', 'shift'],
  ['scale', 'addend'],
  ['shift', 'addend'],
  ['scale', 'shift', 'addend'],
];

function scaling(image: readonly number[], isOfEach: boolean): KernelCase[] {
  const [batch, , , channels] = image as readonly [number, number, number, number];
  const numbers = isOfEach ? [batch, 1, 1, channels] : [channels];
  return SCALED_BY.flatMap((given) =>
    inEveryLayout({
      name: `(${image.join()}) with ${given.join(', ') || 'nothing'}${isOfEach ? ' of each image' : ''}`,
      compute: (x, scale, shift, addend) => {
        const operands = { scale, shift, addend } as Required<Omit<ScaleAndShift, 'x'>>;
        const chosen = Object.entries(operands).filter(([name]) => given.includes(name as keyof ScaleAndShift));
        return scaleAndShift({ x: x as tf.Tensor, ...Object.fromEntries(chosen) });
      },
      shapes: [image, numbers, numbers, image],
    }),
  );
}

/** As tfjs's layer normalization asks for it: a number for each place. */
const OF_EACH_PLACE: readonly KernelCase[] = [
  [2, 3, 4, CHANNELS],
  [2, 3, 1, 16],
].flatMap((image) =>
  inEveryLayout({
    name: `(${image.join()}) with statistics for each place`,
    compute: (...inputs) => normalize(inputs, { hasOffset: true, hasScale: true }),
    shapes: [image, image, image, image, image],
    numbers: 'positives',
  }),
);

describeLowerings('batch normalization', normalizationLowerings, [
  ...OF_EACH_PLACE,
  ...[true, false].flatMap((isOfEach) => [
    ...scaling([2, 3, 4, 5], isOfEach),
    ...scaling([3, 5, 1, 16], isOfEach),
    ...scaling([1, 3, 4, 32], isOfEach),
  ]),
  ...[true, false].flatMap((hasOffset) =>
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
]);

describe('a batch normalization whose statistics tfjs would have to repeat', () => {
  it('is refused: tfjs takes them one after the other, whatever their shape', async () => {
    const operands = [
      [2, 3, 4, 5],
      [1, 3, 1, 1],
      [1, 3, 1, 1],
    ].map((shape) => ({ shape, values: new Float32Array(tf.util.sizeFromShape(shape)).fill(1) }));
    const run = runFunctionBothWays(
      (...inputs) => [normalize(inputs as tf.Tensor[], { hasOffset: false, hasScale: false })],
      operands,
    );
    await expect(run).rejects.toMatchObject({ code: 'unsupported-op', context: { kernelName: 'FusedBatchNorm' } });
  });
});
