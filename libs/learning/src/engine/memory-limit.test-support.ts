import { jest } from '@jest/globals';
import * as ort from 'onnxruntime-node';
import { STEP_PORTS } from '../compile-step.js';

/** How much fits into a device's memory. */
export interface MemoryLimit {
  /** Most images in one run of a training step. */
  images: number;
  /** How many graphs that are loaded from now on do not fit. */
  refusedGraphs: number;
}

/**
 * Makes onnxruntime's sessions fail as those of a GPU with little memory; all else in them is real. Undone by
 * `jest.restoreAllMocks`.
 * @param message - what onnxruntime says then.
 * @param provider - what runs the graphs in place of the provider they are for, if given.
 * @returns the limit, to be changed; at first there is none.
 */
export function limitMemory(message: string, provider?: 'cpu'): MemoryLimit {
  const limit: MemoryLimit = { images: Infinity, refusedGraphs: 0 };
  const create = ort.InferenceSession.create.bind(ort.InferenceSession) as (
    bytes: Uint8Array,
    options: ort.InferenceSession.SessionOptions,
  ) => Promise<ort.InferenceSession>;
  const limited = async (
    bytes: Uint8Array,
    options: ort.InferenceSession.SessionOptions,
  ): Promise<ort.InferenceSession> => {
    if (limit.refusedGraphs > 0) {
      limit.refusedGraphs--;
      throw new Error(message);
    }
    const session = await create(bytes, {
      ...options,
      ...(provider === undefined ? {} : { executionProviders: [provider], extra: {} }),
    });
    const run = session.run.bind(session) as (inputs: ort.InferenceSession.FeedsType) => Promise<unknown>;
    session.run = (async (inputs: ort.InferenceSession.FeedsType) => {
      // A graph that only updates the weights is given them, too, and does not read them.
      const reads = session.inputNames.includes(STEP_PORTS.images);
      if (reads && ((inputs[STEP_PORTS.images] as ort.Tensor).dims[0] as number) > limit.images)
        throw new Error(message);
      return run(inputs);
    }) as typeof session.run;
    return session;
  };
  jest.spyOn(ort.InferenceSession, 'create').mockImplementation(limited as typeof ort.InferenceSession.create);
  return limit;
}
