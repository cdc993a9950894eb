import { tf } from '../../tfjs.js';
import { lowering, unsupported, type Lowering, type Tensors } from '../lowering.js';
import type { ImageSum, Recording } from '../recording.js';
import { fusedActivation } from './activation.js';

interface Transposed {
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

/** Products of matrices (dense layers) and of lists of matrices. */
export const matrixLowerings: readonly Lowering[] = [
  lowering<Tensors<'a' | 'b'>, Transposed>('BatchMatMul', ({ a, b }, transposed, recording) => {
    // tfjs may put an axis of one list before those of the matrices.
    const isOne = tf.util.sizeFromShape([...a.shape.slice(0, -2), ...b.shape.slice(0, -2)]) === 1;
    const isKernelGradient = transposed.transposeA && !transposed.transposeB && isOne;
    if (recording.imageCount !== undefined && isKernelGradient) return summedKernelGradient(a, b, recording);
    return recording.tensor(product(a, b, undefined, transposed, recording), productShape(a, b, transposed));
  }),
  lowering<Tensors<'a' | 'b', 'bias'>, tf._FusedMatMulAttrs>(
    '_FusedMatMul',
    ({ a, b, bias }, attributes, recording) => {
      const shape = productShape(a, b, attributes);
      if (bias !== undefined && bias.shape.length > 1)
        unsupported('_FusedMatMul', 'has a bias that is not one number per column', recording, [a]);
      const sum = recording.tensor(product(a, b, bias, attributes, recording), shape);
      return fusedActivation('_FusedMatMul', sum, attributes.activation, recording);
    },
  ),
];

/**
 * The gradient of a dense layer by its kernel, xᵀ · dy, in a recording that keeps images apart: a row of `x` and `dy` for each.
 * What an image adds is the outer product of its two rows, whose norm is the product of theirs.
 */
function summedKernelGradient(x: tf.TensorInfo, dy: tf.TensorInfo, recording: Recording): tf.TensorInfo {
  const imageCount = recording.imageCount as number;
  const [rowCount, inputs, outputs] = [...x.shape.slice(-2), ...dy.shape.slice(-1)] as [number, number, number];
  const rows = recording.reshaped(recording.nameOf(x), [rowCount, inputs]);
  const gradients = recording.reshaped(recording.nameOf(dy), [rowCount, outputs]);
  const multiplied = (by: string): string => recording.op('Gemm', [rows, by], { transA: 1 });
  const squaredNorms = (name: string): string => recording.op('ReduceSumSquare', [name], { axes: [1], keepdims: 0 });
  const imageSum: ImageSum = {
    squaredNorms: () => recording.op('Mul', [squaredNorms(rows), squaredNorms(gradients)]),
    weighted: (factors) => multiplied(recording.op('Mul', [gradients, recording.reshaped(factors, [imageCount, 1])])),
  };
  const shape = [...x.shape.slice(0, -2), inputs, outputs];
  const write = (): string => recording.reshaped(multiplied(gradients), shape);
  // With more rows than images, a row is not an image.
  return recording.sumOverImages(x, write, shape, rowCount === imageCount ? { imageSum } : {});
}

function productShape(a: tf.TensorInfo, b: tf.TensorInfo, { transposeA, transposeB }: Transposed): number[] {
  const [rows] = transposeA ? a.shape.slice(-1) : a.shape.slice(-2);
  const [columns] = transposeB ? b.shape.slice(-2) : b.shape.slice(-1);
  const lists = tf.backend_util.assertAndGetBroadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
  return [...lists, rows as number, columns as number];
}

function product(
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  bias: tf.TensorInfo | undefined,
  { transposeA, transposeB }: Transposed,
  recording: Recording,
): string {
  const operands = [recording.nameOf(a), recording.nameOf(b)];
  const addends = bias === undefined ? [] : [recording.nameOf(bias)];
  if (a.shape.length === 2 && b.shape.length === 2)
    return recording.op('Gemm', [...operands, ...addends], { transA: Number(transposeA), transB: Number(transposeB) });
  const turned = (name: string, { shape: { length } }: tf.TensorInfo): string => {
    const axes = Array.from({ length }, (_, axis) => axis);
    return recording.op('Transpose', [name], { perm: [...axes.slice(0, -2), length - 1, length - 2] });
  };
  const [left, right] = operands as [string, string];
  const matrices = [transposeA ? turned(left, a) : left, transposeB ? turned(right, b) : right];
  const multiplied = recording.op('MatMul', matrices);
  return bias === undefined ? multiplied : recording.op('Add', [multiplied, ...addends]);
}
