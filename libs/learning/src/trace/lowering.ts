import { LearningError } from '../errors.js';
import { tf } from '../tfjs.js';
import type { Recording } from './recording.js';
import { TRACE_BACKEND, type TraceBackend } from './trace-backend.js';

/** How one tfjs kernel is written as ONNX nodes. */
export interface Lowering {
  readonly kernelName: string;
  readonly lower: (inputs: unknown, attributes: unknown, recording: Recording) => tf.TensorInfo | tf.TensorInfo[];
}

/** A kernel's inputs by the names tfjs gives them. */
export type Tensors<Needed extends string, Optional extends string = never> = {
  readonly [Name in Needed]: tf.TensorInfo;
} & { readonly [Name in Optional]?: tf.TensorInfo };

/**
 * Describes how a kernel is lowered.
 * @param kernelName - tfjs's name of the kernel.
 * @param lower - appends nodes to the recording and returns tensors made by it. `Inputs` and `Attributes` follow
 * tfjs-core's kernel_names.ts; tfjs's public operations check them before they run the kernel.
 */
export function lowering<Inputs, Attributes = object>(
  kernelName: string,
  lower: (inputs: Inputs, attributes: Attributes, recording: Recording) => tf.TensorInfo | tf.TensorInfo[],
): Lowering {
  return {
    kernelName,
    lower: (inputs, attributes, recording) => lower(inputs as Inputs, attributes as Attributes, recording),
  };
}

/** Refuses an operation, or a use of it, that cannot be written as ONNX. */
export function unsupported(
  kernelName: string,
  why: string,
  recording: Recording,
  inputs: readonly tf.TensorInfo[],
): never {
  const layer = recording.layerNear(inputs);
  const { model } = recording;
  const where = layer === undefined ? 'outside any layer' : `at layer ${layer}`;
  const whose = model === undefined ? '' : ` of model ${model}`;
  throw new LearningError('unsupported-op', `the step cannot be compiled: ${kernelName} ${where}${whose} ${why}`, {
    kernelName,
    layer: layer ?? null,
    model: model ?? null,
  });
}

/**
 * Registers the lowerings with tfjs, and for every other kernel that tfjs knows one that refuses: an operation without
 * a lowering fails while compiling, with its name and its layer, and never runs on another path.
 */
export function registerLowerings(lowerings: readonly Lowering[]): void {
  for (const { kernelName, lower } of lowerings) {
    tf.registerKernel({
      kernelName,
      backendName: TRACE_BACKEND,
      kernelFunc: ({ inputs, attrs, backend }) => lower(inputs, attrs ?? {}, (backend as TraceBackend).recording),
    });
  }
  const lowered = new Set(lowerings.map(({ kernelName }) => kernelName));
  for (const kernelName of knownKernelNames().filter((name) => !lowered.has(name))) {
    tf.registerKernel({
      kernelName,
      backendName: TRACE_BACKEND,
      kernelFunc: ({ inputs, backend }) =>
        unsupported(kernelName, 'has no translation to ONNX', (backend as TraceBackend).recording, tensorsIn(inputs)),
    });
  }
}

// tfjs-core exports the name of each of its kernels as a constant of that name.
function knownKernelNames(): string[] {
  return Object.entries(tf).flatMap(([key, value]) => (key === value ? [key] : []));
}

function tensorsIn(inputs: tf.NamedTensorInfoMap): tf.TensorInfo[] {
  return Object.values(inputs).filter((input): input is tf.TensorInfo => input !== undefined);
}
