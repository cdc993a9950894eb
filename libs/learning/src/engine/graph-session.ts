import { elementCount } from '@mammofed/core';
import * as ort from 'onnxruntime-node';
import { LearningError } from '../errors.js';
import { tf } from '../tfjs.js';
import type { Device } from '../trace/graph-target.js';
import { saysOutOfMemory } from './out-of-memory.js';

/** Arrays by the names of a graph's inputs or outputs. */
export type Ports = Readonly<Record<string, ort.Tensor>>;

/** Versions of what computes. */
export const ENGINE_VERSIONS = { onnxruntime: ort.env.versions.common, tfjs: tf.version_core } as const;

export interface SessionOptions {
  /** An ONNX file. */
  readonly bytes: Uint8Array;
  /** Threads that work on one operation. */
  readonly threads: number;
  /** Where it runs; the CPU if not given. */
  readonly device?: Device;
  /**
   * Names of outputs that stay in the memory of a WebGPU device, to be given back as inputs; see {@link TensorMover}.
   * Elsewhere they come to the host's memory all the same.
   */
  readonly kept?: readonly string[];
}

// A node that the device's provider lacks would run on the CPU, its operands going there and back in every step.
const NOTHING_ON_THE_CPU = { extra: { session: { disable_cpu_ep_fallback: '1' } } };

// Buffers are kept for the next value of exactly their size, however many there are. By default they are kept in buckets of a
// few each, so that a step makes and frees many. They are freed when the last session of the process is released.
// onnxruntime's checks are left on: without them a buffer that could not be made would end the process.
const WEBGPU = { name: 'webgpu', storageBufferCacheMode: 'simple' } as const;

/**
 * One ONNX graph loaded into onnxruntime, all of it on one device. A run blocks Node's event loop although it returns a promise, and a
 * fault in native code ends the process: use it in a process that holds no connection.
 */
export class GraphSession {
  readonly #session: ort.InferenceSession;
  readonly #device: Device;

  private constructor(session: ort.InferenceSession, device: Device) {
    this.#session = session;
    this.#device = device;
  }

  /**
   * @throws LearningError `session-failed` if onnxruntime refuses the graph, or its device cannot be used or cannot run all
   * of its nodes; `out-of-memory` if there is not enough.
   */
  static async create({ bytes, threads, device = 'cpu', kept = [] }: SessionOptions): Promise<GraphSession> {
    try {
      const session = await ort.InferenceSession.create(bytes, {
        executionProviders: [device === 'webgpu' ? WEBGPU : device],
        intraOpNumThreads: threads,
        interOpNumThreads: 1,
        executionMode: 'sequential',
        graphOptimizationLevel: 'all',
        // The arena keeps the memory of a run for the next: without it a fifth of a step goes into page faults. A memory
        // pattern beside it would take half as much again and more, and gain no time.
        enableCpuMemArena: true,
        enableMemPattern: false,
        logSeverityLevel: 3,
        ...(device === 'cpu' ? {} : NOTHING_ON_THE_CPU),
        ...(device === 'webgpu'
          ? { preferredOutputLocation: Object.fromEntries(kept.map((name) => [name, 'gpu-buffer'])) }
          : {}),
      });
      return new GraphSession(session, device);
    } catch (error) {
      throw failure('load', device, error);
    }
  }

  /**
   * @param inputs - every input of the graph; left unchanged.
   * @returns every output of the graph, in new tensors. (Tensors given to be written into would spare nothing:
   * onnxruntime-node 1.30 copies them into new ones all the same.)
   * @throws LearningError `session-failed`, `out-of-memory`.
   */
  async run(inputs: Ports): Promise<Ports> {
    try {
      return (await this.#session.run(inputs)) as Ports;
    } catch (error) {
      throw failure('run', this.#device, error);
    }
  }

  /** Frees the native memory. */
  async release(): Promise<void> {
    await this.#session.release();
  }
}

function failure(what: 'load' | 'run', device: Device, error: unknown): LearningError {
  return saysOutOfMemory(error)
    ? new LearningError('out-of-memory', `${device} has not enough memory to ${what} the graph`, { device }, error)
    : new LearningError(
        'session-failed',
        `onnxruntime could not ${what} the compiled graph for ${device}`,
        { device },
        error,
      );
}

/** A float32 tensor over `data`, which it shares, or over new zeros. */
export function floatTensor(shape: readonly number[], data?: Float32Array): ort.Tensor {
  // The cast: onnxruntime's types leave out arrays over shared memory, its code takes them.
  const values = (data ?? new Float32Array(elementCount(shape))) as Float32Array<ArrayBuffer>;
  return new ort.Tensor('float32', values, shape);
}

/** Frees what a tensor holds of a device's memory. */
export function freeOnDevice(tensor: ort.Tensor): void {
  if (tensor.location === 'gpu-buffer') tensor.dispose();
}

/** The numbers of a float32 tensor in the host's memory; the tensor's own memory. */
export function floatsOf(tensor: ort.Tensor): Float32Array {
  return tensor.data as Float32Array;
}
