import { tf } from '../../tfjs.js';
import type { Layout } from '../layout.js';
import { lowering, unsupported, type Lowering, type Tensors } from '../lowering.js';
import type { Recording } from '../recording.js';
import { broadcast } from './broadcast.js';
import { sumOf } from './sum.js';

// Numbers of ONNX's element types, for Cast.
const FLOAT = 1;
const INT32 = 6;
const BOOL = 9;

/** Element-wise lowerings. They keep the layout of their input, so that no Transpose comes between convolutions. */
export const elementwiseLowerings: readonly Lowering[] = [
  arithmetic('Add', 'Add'),
  arithmetic('Sub', 'Sub'),
  arithmetic('Multiply', 'Mul'),
  arithmetic('RealDiv', 'Div'),
  arithmetic('Maximum', 'Max'),
  arithmetic('Minimum', 'Min'),
  arithmetic('Pow', 'Pow'),
  comparison('Greater', 'Greater'),
  comparison('GreaterEqual', 'GreaterOrEqual'),
  comparison('Less', 'Less'),
  comparison('LessEqual', 'LessOrEqual'),
  comparison('Equal', 'Equal'),
  // Truths are 0 or 1.
  logical('LogicalAnd', 'Min'),
  logical('LogicalOr', 'Max'),
  lowering<Tensors<'x'>>('LogicalNot', ({ x }, _, recording) => {
    const layout = recording.layoutOf(x);
    const name = recording.op('Sub', [recording.graph.scalar(1), recording.nameOf(x, layout)]);
    return recording.tensor(name, x.shape, { layout, dtype: 'bool' });
  }),
  unary('Neg', 'Neg'),
  unary('Exp', 'Exp'),
  unary('Log', 'Log'),
  unary('Sqrt', 'Sqrt'),
  unary('Abs', 'Abs'),
  unary('Sign', 'Sign'),
  unary('Sigmoid', 'Sigmoid'),
  unary('Tanh', 'Tanh'),
  unary('Softplus', 'Softplus'),
  unary('Reciprocal', 'Reciprocal'),
  unary('Erf', 'Erf'),
  composed('Square', (x, recording) => recording.op('Mul', [x, x])),
  composed('Rsqrt', (x, recording) => recording.op('Reciprocal', [recording.op('Sqrt', [x])])),
  composed('Log1p', (x, recording) => recording.op('Log', [recording.op('Add', [x, recording.graph.scalar(1)])])),
  lowering<Tensors<'a' | 'b'>>('SquaredDifference', ({ a, b }, _, recording) => {
    const { names, shape, layout } = broadcast([a, b], recording);
    const difference = recording.op('Sub', names);
    return recording.tensor(recording.op('Mul', [difference, difference]), shape, { layout });
  }),
  lowering<Tensors<'x'>>('Relu', ({ x }, _, recording) => {
    const layout = recording.layoutOf(x);
    const name = recording.op('Relu', [recording.nameOf(x, layout)]);
    const entry = recording.graphEntry(x);
    if (entry !== undefined) entry.relu = name;
    return recording.tensor(name, x.shape, { layout });
  }),
  lowering<Tensors<'x'>, { alpha: number }>('Step', ({ x }, { alpha = 0 }, recording) => {
    const layout = recording.layoutOf(x);
    return recording.tensor(step(x, alpha, layout, recording), x.shape, { layout });
  }),
  lowering<Tensors<'x'>, tf.ClipByValueAttrs>('ClipByValue', ({ x }, { clipValueMin, clipValueMax }, recording) => {
    const layout = recording.layoutOf(x);
    const bounds = [recording.graph.scalar(clipValueMin), recording.graph.scalar(clipValueMax)];
    return recording.tensor(recording.op('Clip', [recording.nameOf(x, layout), ...bounds]), x.shape, { layout });
  }),
  lowering<Tensors<'condition' | 't' | 'e'>>('Select', ({ condition, t, e }, _, recording) => {
    if (condition.shape.length !== t.shape.length)
      unsupported('Select', 'has a condition of another rank than its values', recording, [t, e, condition]);
    const { names, shape, layout } = broadcast([condition, t, e], recording);
    const [test, ...values] = names as [string, string, string];
    const chosen = recording.op('Where', [recording.op('Cast', [test], { to: BOOL }), ...values]);
    return recording.tensor(chosen, shape, { layout, dtype: t.dtype });
  }),
  lowering<tf.TensorInfo[]>('AddN', (tensors, _, recording) => {
    const { names, shape, layout } = broadcast(tensors, recording);
    return recording.tensor(sumOf(names, recording), shape, { layout });
  }),
  lowering<Tensors<'x'>>('Identity', ({ x }, _, recording) => recording.share(x)),
  lowering<Tensors<'x'>, { dtype: tf.DataType }>('Cast', ({ x }, { dtype }, recording) => cast(x, dtype, recording)),
  lowering<object, tf.FillAttrs>('Fill', (_, { shape, value, dtype }, recording) => {
    if (typeof value === 'string') unsupported('Fill', 'is asked for texts', recording, []);
    return recording.hostTensor(new Float32Array(tf.util.sizeFromShape(shape)).fill(value), shape, dtype);
  }),
  uniform('ZerosLike', 0),
  uniform('OnesLike', 1),
];

function arithmetic(kernelName: string, opType: string): Lowering {
  return lowering<Tensors<'a' | 'b'>>(kernelName, ({ a, b }, _, recording) => {
    const { names, shape, layout } = broadcast([a, b], recording);
    return recording.tensor(recording.op(opType, names), shape, { layout, dtype: tf.upcastType(a.dtype, b.dtype) });
  });
}

function comparison(kernelName: string, opType: string): Lowering {
  return lowering<Tensors<'a' | 'b'>>(kernelName, ({ a, b }, _, recording) => {
    const { names, shape, layout } = broadcast([a, b], recording);
    const truth = recording.op('Cast', [recording.op(opType, names)], { to: FLOAT });
    return recording.tensor(truth, shape, { layout, dtype: 'bool' });
  });
}

function logical(kernelName: string, opType: string): Lowering {
  return lowering<Tensors<'a' | 'b'>>(kernelName, ({ a, b }, _, recording) => {
    const { names, shape, layout } = broadcast([a, b], recording);
    return recording.tensor(recording.op(opType, names), shape, { layout, dtype: 'bool' });
  });
}

function unary(kernelName: string, opType: string): Lowering {
  return composed(kernelName, (x, recording) => recording.op(opType, [x]));
}

function composed(kernelName: string, compose: (x: string, recording: Recording) => string): Lowering {
  return lowering<Tensors<'x'>>(kernelName, ({ x }, _, recording) => {
    const layout = recording.layoutOf(x);
    return recording.tensor(compose(recording.nameOf(x, layout), recording), x.shape, { layout });
  });
}

function uniform(kernelName: string, value: number): Lowering {
  return lowering<Tensors<'x'>>(kernelName, ({ x }, _, recording) =>
    recording.hostTensor(new Float32Array(tf.util.sizeFromShape(x.shape)).fill(value), x.shape, 'float32'),
  );
}

// tfjs's step(x, alpha) is 1 above zero and alpha elsewhere; the gradient of abs uses alpha = -1.
function step(x: tf.TensorInfo, alpha: number, layout: Layout, recording: Recording): string {
  const relu = recording.graphEntry(x)?.relu;
  // The gradient of relu. By its result instead of its input, so that the input need not be kept until here and
  // onnxruntime can fuse the Relu into the convolution before it.
  // The result is nowhere negative, so that going to bool and back is the same and half the time of Sign.
  if (alpha === 0 && relu !== undefined) {
    // One pass over the numbers of a GPU instead of two: min(1, 1e30 · x).
    if (recording.target.device !== 'cpu')
      return recording.op('HardSigmoid', [relu], { alpha: { float: 1e30 }, beta: { float: 0 } });
    return recording.op('Cast', [recording.op('Cast', [relu], { to: BOOL })], { to: FLOAT });
  }
  const above = recording.op('Greater', [recording.nameOf(x, layout), recording.graph.scalar(0)]);
  const truth = recording.op('Cast', [above], { to: FLOAT });
  if (alpha === 0) return truth;
  return recording.op('Add', [
    recording.op('Mul', [truth, recording.graph.scalar(1 - alpha)]),
    recording.graph.scalar(alpha),
  ]);
}

function cast(x: tf.TensorInfo, dtype: tf.DataType, recording: Recording): tf.TensorInfo {
  if (dtype === 'complex64' || dtype === 'string') unsupported('Cast', `goes to ${dtype}`, recording, [x]);
  const isWidening = x.dtype === dtype || dtype === 'float32' || (x.dtype === 'bool' && dtype === 'int32');
  if (isWidening) return recording.share(x, dtype);
  const layout = recording.layoutOf(x);
  const narrow = recording.op('Cast', [recording.nameOf(x, layout)], { to: dtype === 'bool' ? BOOL : INT32 });
  return recording.tensor(recording.op('Cast', [narrow], { to: FLOAT }), x.shape, { layout, dtype });
}
