import { tf } from '../../tfjs.js';
import { inMemoryOrder, type Layout } from '../layout.js';
import type { Recording } from '../recording.js';

interface Broadcast {
  readonly names: string[];
  readonly shape: number[];
  readonly layout: Layout;
}

/**
 * Brings operands into one layout, so that ONNX broadcasts them as tfjs would: by trailing axes of the shapes. Blocked
 * channels only where there is nothing to broadcast but single numbers.
 */
export function broadcast(operands: readonly tf.TensorInfo[], recording: Recording): Broadcast {
  const shape = operands
    .map((operand) => operand.shape)
    .reduce((all, operandShape) => tf.backend_util.assertAndGetBroadcastShape(all, operandShape));
  const layouts = operands.map((operand) => recording.layoutOf(operand));
  const isEven = operands.every(
    (operand) => operand.shape.every((extent) => extent === 1) || tf.util.arraysEqual(operand.shape, shape),
  );
  const isBlocked = layouts.includes('nchwc');
  const layout = isBlocked ? (isEven ? 'nchwc' : 'nchw') : (layouts.find((each) => each !== 'plain') ?? 'plain');
  return { names: operands.map((operand) => operandName(operand, layout, recording)), shape, layout };
}

function operandName(operand: tf.TensorInfo, layout: Layout, recording: Recording): string {
  const rank = operand.shape.length;
  if (layout === 'plain' || rank === 4) return recording.nameOf(operand, layout);
  const isSingle = operand.shape.every((extent) => extent === 1);
  if (isSingle) return recording.nameOf(operand);
  const shape = [...Array.from({ length: 4 - rank }, () => 1), ...operand.shape];
  // Only axes longer than 1 have to move, and a vector of channels has one: mostly this is a mere Reshape.
  const isVector = shape.filter((extent) => extent > 1).length === 1;
  if (isVector) return recording.reshaped(recording.nameOf(operand), inMemoryOrder(shape, layout));
  return recording.rearranged(recording.reshaped(recording.nameOf(operand), shape), shape, 'plain', layout);
}
