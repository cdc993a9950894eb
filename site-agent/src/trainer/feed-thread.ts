import { once } from 'node:events';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { SiteError } from '../errors.js';
import { buffersOf, type RoundFeed } from './feed-messages.js';
import { emptyInputs, type StepInputs, type StepSource } from './step-source.js';

/** While a step runs on one, the next step's inputs are written into the other. */
const ARRAYS_IN_USE = 2;

/**
 * Makes the inputs of training steps in a thread of its own: a step blocks the thread that it is called in. The inputs
 * are those of `stepsOf`, whatever the timing. One round at a time; the thread is kept for the next one, and keeps no
 * process from ending.
 */
export class FeedThread {
  readonly #entry: URL;
  #worker: Worker | null = null;

  /** @param entry - the compiled feed-worker.js. */
  constructor(entry: URL) {
    this.#entry = entry;
  }

  /** Starts the thread unless it runs: that takes as long as some steps, and may go on beside other work. */
  start(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(this.#entry);
    worker.unref();
    worker.once('error', () => (this.#worker = null));
    this.#worker = worker;
    return worker;
  }

  /**
   * @param source - its examples are not copied if their arrays lie in shared memory.
   * @returns the steps' inputs; each is valid until the next is asked for. Leaving the loop early is enough to end it.
   * @throws SiteError `batches-failed` if the thread fails; the cause is what failed there.
   */
  async *steps(source: StepSource): AsyncGenerator<StepInputs> {
    const worker = this.start();
    const { port1: port, port2: far } = new MessageChannel();
    const failed = new AbortController();
    const fail = (cause: Error): void =>
      failed.abort(
        new SiteError(
          'batches-failed',
          'the thread that makes the batches failed; the next task starts a new one',
          {},
          cause,
        ),
      );
    worker.once('error', fail);
    worker.ref();
    try {
      worker.postMessage({ source, port: far } satisfies RoundFeed, [far]);
      for (let i = 0; i < ARRAYS_IN_USE; i++) {
        const arrays = emptyInputs(source);
        port.postMessage(arrays, buffersOf(arrays));
      }
      let used: StepInputs | null = null;
      for (;;) {
        // What is here already is taken without a turn of the event loop: on busy cores, a turn may take as long as a step.
        const received = receiveMessageOnPort(port) as { readonly message: StepInputs | null } | undefined;
        if (received === undefined) {
          await once(worker, 'message', { signal: failed.signal });
          continue;
        }
        const { message: inputs } = received;
        // Not sooner: the thread would go to work on the core on which the next step is to begin.
        if (used !== null) port.postMessage(used, buffersOf(used));
        if (inputs === null) return;
        yield inputs;
        used = inputs;
      }
    } catch (error) {
      throw failed.signal.aborted ? failed.signal.reason : error;
    } finally {
      worker.off('error', fail);
      worker.unref();
      port.close();
    }
  }
}
