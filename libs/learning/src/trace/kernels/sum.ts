import type { Recording } from '../recording.js';

/** Adds up values that broadcast with each other; one alone is itself. */
export function sumOf(names: readonly string[], recording: Recording): string {
  if (names.length > 1 && recording.target.device === 'cpu') return recording.op('Sum', names);
  // onnxruntime's WebGPU provider has no Sum.
  return names.reduce((sum, name) => recording.op('Add', [sum, name]));
}
