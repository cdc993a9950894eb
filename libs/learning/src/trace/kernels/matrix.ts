import { tf } from '../../tfjs.js';
import { lowering, unsupported, type Lowering, type Tensors } from '../lowering.js';
import type { Recording } from '../recording.js';
import { fusedActivation } from './activation.js';

interface Transposed {
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

/** Products of matrices (dense layers) and of lists of matrices. */
export const matrixLowerings: readonly Lowering[] = [
  lowering<Tensors<'a' | 'b'>, Transposed>('BatchMatMul', ({ a, b }, transposed, recording) =>
    recording.tensor(product(a, b, undefined, transposed, recording), productShape(a, b, transposed)),
  ),
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
