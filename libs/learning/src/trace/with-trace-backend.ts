import { tf } from '../tfjs.js';
import { activationLowerings } from './kernels/activation.js';
import { convolutionLowerings } from './kernels/convolution.js';
import { depthwiseLowerings } from './kernels/depthwise-convolution.js';
import { elementwiseLowerings } from './kernels/elementwise.js';
import { matrixLowerings } from './kernels/matrix.js';
import { normalizationLowerings } from './kernels/normalization.js';
import { poolingLowerings } from './kernels/pooling.js';
import { randomLowerings } from './kernels/random.js';
import { reductionLowerings } from './kernels/reduction.js';
import { resizeLowerings } from './kernels/resize.js';
import { shapeLowerings } from './kernels/shape.js';
import { spaceToBatchLowerings } from './kernels/space-to-batch.js';
import { registerLowerings } from './lowering.js';
import { TRACE_BACKEND, TraceBackend } from './trace-backend.js';

let traceBackend: TraceBackend | undefined;

/**
 * Runs `work` with the tracing backend as tfjs's backend, and puts back the one before.
 * @param work - must be synchronous: tfjs has one current backend for the whole process.
 */
export function withTraceBackend<T>(work: (backend: TraceBackend) => T): T {
  const backend = (traceBackend ??= registerTraceBackend());
  const engine = tf.engine();
  const previous = engine.backendName;
  switchBackend(TRACE_BACKEND);
  try {
    return work(backend);
  } finally {
    if (previous) switchBackend(previous);
  }
}

function registerTraceBackend(): TraceBackend {
  const backend = new TraceBackend();
  tf.registerBackend(TRACE_BACKEND, () => backend, 0);
  registerLowerings([
    ...elementwiseLowerings,
    ...activationLowerings,
    ...matrixLowerings,
    ...convolutionLowerings,
    ...depthwiseLowerings,
    ...poolingLowerings,
    ...resizeLowerings,
    ...reductionLowerings,
    ...shapeLowerings,
    ...spaceToBatchLowerings,
    ...normalizationLowerings,
    ...randomLowerings,
  ]);
  return backend;
}

// Returns a promise, but has switched when it returns: these backends need no asynchronous preparation.
function switchBackend(name: string): void {
  void tf.setBackend(name);
}
