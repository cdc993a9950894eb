import type * as ort from 'onnxruntime-node';
import { GraphBuilder } from '../onnx/graph-builder.js';
import type { Device } from '../trace/graph-target.js';
import { floatsOf, GraphSession, type Ports } from './graph-session.js';

export interface PortShape {
  readonly name: string;
  readonly shape: readonly number[];
}

/**
 * Moves tensors between the host's memory and a device's, by a graph that does nothing else: onnxruntime-node has no other
 * way to bring one to the device, and 1.30 ends the process where `getData` is called of one that is there.
 */
export class TensorMover {
  readonly #open: (() => Promise<GraphSession>) | undefined;
  #session: GraphSession | undefined;

  private constructor(open: (() => Promise<GraphSession>) | undefined) {
    this.#open = open;
  }

  /**
   * @param to - where the tensors are wanted. Only those of a WebGPU device can stay there: for others nothing is moved.
   * @throws LearningError `session-failed`.
   */
  static async create(ports: readonly PortShape[], device: Device, to: 'host' | 'device'): Promise<TensorMover> {
    if (device !== 'webgpu' || ports.length === 0) return new TensorMover(undefined);
    const graph = new GraphBuilder();
    for (const { name, shape } of ports) graph.output(moved(name), graph.input(name, shape), shape);
    const kept = to === 'device' ? ports.map(({ name }) => moved(name)) : [];
    const bytes = graph.encode();
    const mover = new TensorMover(() => GraphSession.create({ bytes, threads: 1, device, kept }));
    await mover.#opened();
    return mover;
  }

  /**
   * @param tensors - one for each port, wherever it is; left unchanged.
   * @returns new tensors by the same names; the same ones where nothing is moved.
   * @throws LearningError `session-failed`.
   */
  async move(tensors: Ports): Promise<Ports> {
    const session = await this.#opened();
    if (session === undefined) return tensors;
    const outputs = await session.run(tensors);
    return Object.fromEntries(Object.keys(tensors).map((name) => [name, outputs[moved(name)] as ort.Tensor]));
  }

  /** Moves tensors to the host. @returns their numbers; the tensors' own memory where nothing is moved. */
  async read(tensors: Ports): Promise<Readonly<Record<string, Float32Array>>> {
    const onHost = await this.move(tensors);
    return Object.fromEntries(Object.entries(onHost).map(([name, tensor]) => [name, floatsOf(tensor)]));
  }

  /** Frees the native memory until the next tensors are moved. */
  async release(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    await session?.release();
  }

  async #opened(): Promise<GraphSession | undefined> {
    return (this.#session ??= await this.#open?.());
  }
}

function moved(name: string): string {
  return `${name}/moved`;
}
