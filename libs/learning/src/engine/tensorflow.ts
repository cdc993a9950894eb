import { LearningError } from '../errors.js';
import { tf } from '../tfjs.js';

/** The npm packages that bring TensorFlow's own library, which a site may have installed. */
export const TENSORFLOW_PACKAGES = {
  'tfjs-node': '@tensorflow/tfjs-node',
  'tfjs-node-gpu': '@tensorflow/tfjs-node-gpu',
} as const;

export type TensorflowEngine = keyof typeof TENSORFLOW_PACKAGES;

/** tfjs's name of the backend that these packages register. */
const BACKEND = 'tensorflow';

/**
 * Loads TensorFlow into this process.
 * @returns tfjs's name of its backend.
 * @throws LearningError `engine-missing` if the package is not installed or does not load, if it brings another tfjs than
 * ours, or if `tfjs-node-gpu` finds no GPU.
 */
export async function loadTensorflow(engine: TensorflowEngine): Promise<string> {
  const name: string = TENSORFLOW_PACKAGES[engine];
  try {
    await import(name);
  } catch (error) {
    const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
    const isAbsent = String(code).endsWith('MODULE_NOT_FOUND') && String(message).includes(`'${name}'`);
    const why = isAbsent ? 'is not installed' : `does not load: ${firstLine(error)}`;
    throw new LearningError('engine-missing', `${name} ${why}`, { engine }, error);
  }
  // Two copies of tfjs in one process do not know each other's backends.
  const backend = tf.findBackend(BACKEND) as { readonly isUsingGpuDevice?: boolean } | null;
  if (backend === null)
    throw new LearningError('engine-missing', `${name} is not of the same tfjs, ${tf.version_core}`, { engine });
  if (engine === 'tfjs-node-gpu' && backend.isUsingGpuDevice !== true)
    throw new LearningError('engine-missing', `${name} finds no GPU that it can use`, { engine });
  return BACKEND;
}

function firstLine(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line;
}
