import { tf } from '../../tfjs.js';
import { axisInMemory } from '../layout.js';
import { lowering, unsupported, type Lowering, type Tensors } from '../lowering.js';
import type { Recording } from '../recording.js';
import { broadcast } from './broadcast.js';

/** The negative branch's factor and the factor of both, of the scaled exponential unit (Klambauer et al., arXiv:1706.02515). */
const SELU = { alpha: 1.6732632423543772, gamma: 1.0507009873554805 };

/** Activations that are kernels of their own in tfjs; the other ones are composed of element-wise kernels. */
export const activationLowerings: readonly Lowering[] = [
  pointwise('Elu', 'Elu'),
  lowering<Tensors<'x'>>('Selu', ({ x }, _, recording) => {
    const layout = recording.layoutOf(x);
    return recording.tensor(scaledUnit(recording.nameOf(x, layout), recording), x.shape, { layout });
  }),
  lowering<Tensors<'x'>, tf.LeakyReluAttrs>('LeakyRelu', ({ x }, { alpha }, recording) => {
    const layout = recording.layoutOf(x);
    const name = recording.op('LeakyRelu', [recording.nameOf(x, layout)], { alpha: { float: alpha } });
    return recording.tensor(name, x.shape, { layout });
  }),
  lowering<Tensors<'x'>>('Relu6', ({ x }, _, recording) => {
    const layout = recording.layoutOf(x);
    const bounds = [recording.graph.scalar(0), recording.graph.scalar(6)];
    return recording.tensor(recording.op('Clip', [recording.nameOf(x, layout), ...bounds]), x.shape, { layout });
  }),
  lowering<Tensors<'x' | 'alpha'>>('Prelu', ({ x, alpha }, _, recording) => {
    const { names, shape, layout } = broadcast([x, alpha], recording);
    const [value, slope] = names as [string, string];
    const below = recording.op('Mul', [recording.op('Min', [value, recording.graph.scalar(0)]), slope]);
    return recording.tensor(recording.op('Add', [recording.op('Relu', [value]), below]), shape, { layout });
  }),
  // By the unit's result y: its slope is 1 above zero and y + 1 below.
  lowering<Tensors<'dy' | 'y'>>('EluGrad', ({ dy, y }, _, recording) => {
    const { names, shape, layout } = broadcast([dy, y], recording);
    const [gradient, result] = names as [string, string];
    const slope = recording.op('Add', [
      recording.op('Min', [result, recording.graph.scalar(0)]),
      recording.graph.scalar(1),
    ]);
    return recording.tensor(recording.op('Mul', [gradient, slope]), shape, { layout });
  }),
  lowering<Tensors<'logits'>, tf.SoftmaxAttrs>('Softmax', ({ logits }, { dim }, recording) => {
    const layout = recording.axisLayoutOf(logits);
    const [axis] = tf.util.parseAxisParam(dim, logits.shape) as [number];
    const name = recording.op('Softmax', [recording.nameOf(logits, layout)], { axis: axisInMemory(axis, layout) });
    return recording.tensor(name, logits.shape, { layout });
  }),
];

/** Applies the activation of one of tfjs's fused kernels. */
export function fusedActivation(
  kernelName: string,
  x: tf.TensorInfo,
  kind: tf.backend_util.Activation | undefined,
  recording: Recording,
): tf.TensorInfo {
  const layout = recording.layoutOf(x);
  const activated = (opType: string): tf.TensorInfo =>
    recording.tensor(recording.op(opType, [recording.nameOf(x, layout)]), x.shape, { layout });
  switch (kind) {
    case undefined:
    case null:
    case 'linear':
      return x;
    case 'relu':
      return activated('Relu');
    case 'sigmoid':
      return activated('Sigmoid');
    case 'elu':
      return activated('Elu');
    default:
      return unsupported(kernelName, `has the activation ${kind}`, recording, [x]);
  }
}

function scaledUnit(x: string, recording: Recording): string {
  const [alpha, gamma] = [{ float: SELU.alpha }, { float: SELU.gamma }];
  if (recording.target.device === 'cpu') return recording.op('Selu', [x], { alpha, gamma });
  // onnxruntime's WebGPU provider has no Selu.
  return recording.op('Mul', [recording.op('Elu', [x], { alpha }), recording.graph.scalar(SELU.gamma)]);
}

function pointwise(kernelName: string, opType: string): Lowering {
  return lowering<Tensors<'x'>>(kernelName, ({ x }, _, recording) => {
    const layout = recording.layoutOf(x);
    return recording.tensor(recording.op(opType, [recording.nameOf(x, layout)]), x.shape, { layout });
  });
}
