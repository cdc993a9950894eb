import { LearningError } from '../errors.js';
import { tf } from '../tfjs.js';
import { ANY_CPU, type GraphTarget } from './graph-target.js';
import { Recording, type Entry, type EntryStore, type HostValues } from './recording.js';

/** Name under which tfjs knows the backend. */
export const TRACE_BACKEND = 'onnx-trace';

interface StoredEntry {
  readonly entry: Entry;
  refCount: number;
}

/**
 * A tfjs backend that computes nothing: its kernels write ONNX nodes into the current {@link Recording} and hand out
 * tensors without numbers. Outside a recording it can only hold constants.
 */
export class TraceBackend extends tf.KernelBackend {
  readonly #data: tf.DataStorage<StoredEntry>;
  #recording: Recording | undefined;

  constructor() {
    super();
    this.#data = new tf.DataStorage<StoredEntry>(this, tf.engine());
  }

  /** @throws LearningError `compile-failed` outside {@link record}. */
  get recording(): Recording {
    if (this.#recording === undefined)
      throw new LearningError('compile-failed', 'an operation ran while nothing was being recorded');
    return this.#recording;
  }

  /** Runs `pass` with a new recording. Recordings do not nest. */
  record<T>(pass: (recording: Recording) => T, target: GraphTarget = ANY_CPU): T {
    const store: EntryStore = {
      add: (entry) => this.#add(entry),
      get: (dataId) => this.#data.get(dataId).entry,
      share: (dataId) => this.incRef(dataId),
    };
    this.#recording = new Recording(store, target);
    try {
      return pass(this.#recording);
    } finally {
      this.#recording = undefined;
    }
  }

  override write(values: tf.BackendValues, _shape: number[], _dtype: tf.DataType): tf.DataId {
    return this.#add({ kind: 'host', values: numeric(values) });
  }

  override move(
    dataId: tf.DataId,
    values: tf.BackendValues,
    _shape: number[],
    _dtype: tf.DataType,
    refCount: number,
  ): void {
    this.#data.set(dataId, { entry: { kind: 'host', values: numeric(values) }, refCount });
  }

  override readSync(dataId: object): tf.BackendValues {
    const { entry } = this.#data.get(dataId);
    if (entry.kind === 'graph')
      throw new LearningError('compile-failed', 'the step asks for a number that is only known when it runs');
    return entry.values;
  }

  override read(dataId: object): Promise<tf.BackendValues> {
    return Promise.resolve(this.readSync(dataId));
  }

  override disposeData(dataId: object, force = false): boolean {
    if (!this.#data.has(dataId)) return true;
    const stored = this.#data.get(dataId);
    stored.refCount--;
    if (!force && stored.refCount > 0) return false;
    this.#data.delete(dataId);
    return true;
  }

  override incRef(dataId: tf.DataId): void {
    this.#data.get(dataId).refCount++;
  }

  override refCount(dataId: tf.DataId): number {
    return this.#data.has(dataId) ? this.#data.get(dataId).refCount : 0;
  }

  override numDataIds(): number {
    return this.#data.numDataIds();
  }

  override memory(): { unreliable: boolean } {
    return { unreliable: true };
  }

  override timerAvailable(): boolean {
    return false;
  }

  override floatPrecision(): 16 | 32 {
    return 32;
  }

  override epsilon(): number {
    return 1e-7;
  }

  override dispose(): void {
    this.#recording = undefined;
  }

  #add(entry: Entry): tf.DataId {
    const dataId = {};
    this.#data.set(dataId, { entry, refCount: 1 });
    return dataId;
  }
}

function numeric(values: tf.BackendValues): HostValues {
  if (values instanceof Float32Array || values instanceof Int32Array || values instanceof Uint8Array) return values;
  throw new LearningError('compile-failed', 'only numbers can be compiled, not texts or complex numbers');
}
