import type * as ort from 'onnxruntime-node';
import type { Device } from '../trace/graph-target.js';
import { floatTensor, freeOnDevice } from './graph-session.js';
import { TensorMover } from './tensor-mover.js';

/** The losses of steps, kept where they were computed until a few are read together. */
export class LossQueue {
  readonly #size: number;
  readonly #reader: TensorMover;
  #waiting: ort.Tensor[] = [];

  private constructor(size: number, reader: TensorMover) {
    this.#size = size;
    this.#reader = reader;
  }

  /**
   * @param size - losses that are read together at most, at least 1.
   * @throws LearningError `session-failed`.
   */
  static async create(size: number, device: Device): Promise<LossQueue> {
    const ports = Array.from({ length: size }, (_, place) => ({ name: portName(place), shape: [] }));
    return new LossQueue(size, await TensorMover.create(ports, device, 'host'));
  }

  get isFull(): boolean {
    return this.#waiting.length >= this.#size;
  }

  /** @param loss - a scalar; the queue's from here on. It must not be full. */
  add(loss: ort.Tensor): void {
    this.#waiting.push(loss);
  }

  /** Reads what is waiting, the oldest first, and leaves the queue empty. @throws LearningError `session-failed`. */
  async drain(): Promise<number[]> {
    const waiting = this.#waiting;
    if (waiting.length === 0) return [];
    this.#waiting = [];
    const ports = Array.from({ length: this.#size }, (_, place) => [
      portName(place),
      waiting[place] ?? floatTensor([]),
    ]);
    try {
      const values = await this.#reader.read(Object.fromEntries(ports) as Record<string, ort.Tensor>);
      return waiting.map((_, place) => values[portName(place)]?.[0] as number);
    } finally {
      for (const loss of waiting) freeOnDevice(loss);
    }
  }

  /**
   * Brings what is waiting to the host's memory, where it goes on waiting, and lets go of the device's until the next losses
   * are read. @throws LearningError `session-failed`.
   */
  async toHost(): Promise<void> {
    const losses = await this.drain();
    await this.#reader.release();
    this.#waiting = losses.map((loss) => floatTensor([], Float32Array.of(loss)));
  }

  /** Forgets what is waiting. */
  clear(): void {
    for (const loss of this.#waiting.splice(0)) freeOnDevice(loss);
  }

  /** Frees the memory. */
  async release(): Promise<void> {
    this.clear();
    await this.#reader.release();
  }
}

function portName(place: number): string {
  return `loss${place}`;
}
