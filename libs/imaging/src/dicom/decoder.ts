import { Worker } from 'node:worker_threads';
import { ImagingError } from '../errors.js';
import type { DecodeReply, DecodeRequest } from './decode-messages.js';
import { dicomError } from './dicom-error.js';
import type { DicomImage, DicomImageOptions } from './read-dicom.js';

export interface DicomDecoderOptions {
  /** Images decoded at a time, 1 or more; each needs some hundred megabytes. */
  readonly threads: number;
  /** After so many images a thread is replaced: decoders keep the memory of their largest image. */
  readonly imagesPerThread?: number;
  /** For one image. The largest mammograms take two or three seconds on an idle core. */
  readonly timeoutMs?: number;
  /** A thread whose objects need more is ended; pixels do not count. */
  readonly heapMiB?: number;
}

const DEFAULTS = { imagesPerThread: 100, timeoutMs: 30_000, heapMiB: 512 } as const;

/** The compiled entry, from here as well as from where this file is compiled to. */
const ENTRY = new URL('../../dist/dicom/decode-worker.js', import.meta.url);

interface Job {
  readonly request: DecodeRequest;
  readonly resolve: (image: DicomImage) => void;
  readonly reject: (error: ImagingError) => void;
}

interface Thread {
  readonly worker: Worker;
  imageCount: number;
}

/**
 * Reads DICOM images in threads of their own: decoding is synchronous, and a decoder that fails keeps its memory. A
 * thread is replaced after damaged pixels, after a failure, when an image takes too long, and after a number of images.
 * Idle threads keep no process from ending.
 */
export class DicomDecoder {
  readonly #options: Required<DicomDecoderOptions>;
  readonly #idle: Thread[] = [];
  readonly #busy = new Set<Thread>();
  readonly #waiting: Job[] = [];
  #isClosed = false;

  constructor(options: DicomDecoderOptions) {
    this.#options = { ...DEFAULTS, ...options };
    if (!Number.isInteger(options.threads) || options.threads < 1) {
      throw new ImagingError('bad-argument', 'A decoder needs at least one thread.', { threads: options.threads });
    }
  }

  /**
   * As `readDicomImage`; images wait until a thread is free.
   * @param bytes - copied to the thread; not to be changed until then.
   * @throws ImagingError as `readDicomImage`; `decoder-failed` if the thread ended, took too long, or the decoder is closed.
   */
  read(bytes: Uint8Array, name: string, options: DicomImageOptions = {}): Promise<DicomImage> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request: { bytes, name, options }, resolve, reject });
      this.#next();
    });
  }

  /** Ends all threads; what they were at, and what waits, fails. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { request, reject } of this.#waiting.splice(0)) reject(closed(request.name));
    await Promise.all([...this.#idle.splice(0), ...this.#busy].map(({ worker }) => worker.terminate()));
  }

  #next(): void {
    if (this.#isClosed) {
      for (const { request, reject } of this.#waiting.splice(0)) reject(closed(request.name));
      return;
    }
    if (this.#waiting.length === 0) return;
    const thread = this.#idle.pop() ?? (this.#busy.size < this.#options.threads ? this.#start() : null);
    if (thread === null) return;
    const job = this.#waiting.shift();
    if (job !== undefined) this.#give(thread, job);
  }

  #start(): Thread {
    const resourceLimits = { maxOldGenerationSizeMb: this.#options.heapMiB };
    return { worker: new Worker(ENTRY, { resourceLimits }), imageCount: 0 };
  }

  #give(thread: Thread, { request, resolve, reject }: Job): void {
    const { worker } = thread;
    const { timeoutMs, imagesPerThread } = this.#options;
    this.#busy.add(thread);
    worker.ref();
    const settle = (isReusable: boolean, finish: () => void): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      this.#busy.delete(thread);
      thread.imageCount++;
      if (isReusable && thread.imageCount < imagesPerThread && !this.#isClosed) {
        worker.unref();
        // A thread that ends while nobody waits for it is forgotten.
        worker.once('error', () => this.#forget(thread)).once('exit', () => this.#forget(thread));
        this.#idle.push(thread);
      } else {
        // Whatever it still does, nobody listens; an error without a listener would end the process.
        worker.on('error', () => undefined);
        void worker.terminate();
      }
      finish();
      this.#next();
    };
    const fail = (reason: string, cause?: unknown): void =>
      settle(false, () => reject(dicomError('decoder-failed', request.name, reason, cause)));
    const timer = setTimeout(() => fail(`was not decoded within ${timeoutMs / 1000} s`), timeoutMs);
    worker.removeAllListeners();
    worker
      .once('message', (reply: DecodeReply) => {
        if ('image' in reply) return settle(true, () => resolve(ownArrays(reply.image)));
        const { code, message, context } = reply.refusal;
        settle(code !== 'damaged-pixels', () => reject(new ImagingError(code, message, context)));
      })
      .once('error', (error) => fail('ended the thread that decoded it', error))
      .once('exit', () => fail('ended the thread that decoded it'));
    worker.postMessage(request);
  }

  #forget(thread: Thread): void {
    const at = this.#idle.indexOf(thread);
    if (at >= 0) this.#idle.splice(at, 1);
  }
}

/**
 * What comes from another thread is made in the process's main context; whoever runs in a context of its own, as tests do,
 * would not know the arrays for arrays.
 */
function ownArrays(image: DicomImage): DicomImage {
  const { pixels, voi } = image;
  const { buffer, BYTES_PER_ELEMENT: bytes } = pixels.grey;
  return {
    ...image,
    pixels: { ...pixels, grey: bytes === 1 ? new Uint8Array(buffer) : new Uint16Array(buffer) },
    voi: voi?.kind === 'lut' ? { ...voi, table: Uint16Array.from(voi.table) } : voi,
  };
}

function closed(name: string): ImagingError {
  return dicomError('decoder-failed', name, 'was not decoded: the decoder was closed');
}
