import { tf } from '../../tfjs.js';
import { inMemoryOrder } from '../layout.js';
import { PICK_WINNERS, type PickWinnersAttributes } from '../../models/layers/unpooling.js';
import { lowering, unsupported, type Lowering, type Tensors } from '../lowering.js';
import type { Recording } from '../recording.js';

/** Max pooling, its gradient, and the gradient of unpooling to its winners. */
export const poolingLowerings: readonly Lowering[] = [
  lowering<Tensors<'x'>, tf.MaxPoolAttrs>('MaxPool', ({ x }, attributes, recording) => {
    const geometry = poolGeometry(x, attributes);
    const node = recording.ops('MaxPool', [recording.nameOf(x, 'nchw')], 1, poolAttributes(geometry));
    return recording.tensor(node.outputs[0] as string, geometry.outShape, { layout: 'nchw', node });
  }),
  lowering<Tensors<'dy' | 'input' | 'output'>, tf.MaxPoolGradAttrs>(
    'MaxPoolGrad',
    ({ dy, input, output }, attributes, recording) => {
      const geometry = poolGeometry(input, attributes);
      const winners = winnersOf('MaxPoolGrad', geometry, { input, output }, recording);
      // Unpooling to the winners gives one element of each window all of the gradient.
      const shape = recording.graph.int64(inMemoryOrder(input.shape, 'nchw'));
      const gradient = recording.op(
        'MaxUnpool',
        [recording.nameOf(dy, 'nchw'), winners, shape],
        poolAttributes(geometry),
      );
      return recording.tensor(gradient, input.shape, { layout: 'nchw' });
    },
  ),
  lowering<Tensors<'dy' | 'input' | 'output'>, PickWinnersAttributes>(
    PICK_WINNERS,
    ({ dy, input, output }, attributes, recording) => {
      const winners = winnersOf(PICK_WINNERS, poolGeometry(input, attributes), { input, output }, recording);
      const flat = recording.reshaped(recording.nameOf(dy, 'nchw'), [tf.util.sizeFromShape(dy.shape)]);
      return recording.tensor(recording.op('Gather', [flat, winners], { axis: 0 }), output.shape, { layout: 'nchw' });
    },
  ),
];

type PoolGeometry = ReturnType<typeof tf.backend_util.computePool2DInfo>;

function poolGeometry(
  x: tf.TensorInfo,
  { filterSize, strides, pad, dimRoundingMode }: PickWinnersAttributes & Partial<tf.MaxPoolAttrs>,
): PoolGeometry {
  const shape = x.shape as [number, number, number, number];
  return tf.backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
}

/**
 * MaxPool's second output, which says which element of each window won: the first of equal ones, as in tfjs, counted in
 * the whole tensor as it lies in memory, channels first.
 */
function winnersOf(
  kernelName: string,
  { filterHeight, filterWidth, strideHeight, strideWidth }: PoolGeometry,
  { input, output }: Tensors<'input' | 'output'>,
  recording: Recording,
): string {
  if (strideHeight < filterHeight || strideWidth < filterWidth)
    unsupported(kernelName, 'has windows that overlap', recording, [output, input]);
  const pool = recording.graphEntry(output)?.node;
  if (pool === undefined) unsupported(kernelName, 'is not of a pooling in the same step', recording, [output, input]);
  return pool.outputs[1] ?? recording.graph.addOutput(pool);
}

function poolAttributes({ filterHeight, filterWidth, strideHeight, strideWidth, padInfo }: PoolGeometry) {
  return {
    kernel_shape: [filterHeight, filterWidth],
    strides: [strideHeight, strideWidth],
    pads: [padInfo.top, padInfo.left, padInfo.bottom, padInfo.right],
  };
}
