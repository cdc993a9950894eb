import { tf } from '../../tfjs.js';
import { inMemoryOrder } from '../layout.js';
import { lowering, unsupported, type Lowering, type Tensors } from '../lowering.js';

/** Max pooling and its gradient. */
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
      const { filterHeight, filterWidth, strideHeight, strideWidth } = geometry;
      if (strideHeight < filterHeight || strideWidth < filterWidth)
        unsupported('MaxPoolGrad', 'has windows that overlap', recording, [output, input]);
      const pool = recording.graphEntry(output)?.node;
      if (pool === undefined)
        unsupported('MaxPoolGrad', 'is not of a pooling in the same step', recording, [output, input]);
      // MaxPool's second output says which element of each window won: the first of equal ones, as in tfjs. Unpooling to
      // it gives one element all of the gradient.
      const winners = pool.outputs[1] ?? recording.graph.addOutput(pool);
      const shape = recording.graph.int64(inMemoryOrder(input.shape, 'nchw'));
      const gradient = recording.op(
        'MaxUnpool',
        [recording.nameOf(dy, 'nchw'), winners, shape],
        poolAttributes(geometry),
      );
      return recording.tensor(gradient, input.shape, { layout: 'nchw' });
    },
  ),
];

type PoolGeometry = ReturnType<typeof tf.backend_util.computePool2DInfo>;

function poolGeometry(x: tf.TensorInfo, { filterSize, strides, pad, dimRoundingMode }: tf.MaxPoolAttrs): PoolGeometry {
  const shape = x.shape as [number, number, number, number];
  return tf.backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
}

function poolAttributes({ filterHeight, filterWidth, strideHeight, strideWidth, padInfo }: PoolGeometry) {
  return {
    kernel_shape: [filterHeight, filterWidth],
    strides: [strideHeight, strideWidth],
    pads: [padInfo.top, padInfo.left, padInfo.bottom, padInfo.right],
  };
}
