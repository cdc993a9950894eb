/** Runs pieces of work one after another, in the order they came. */
export class ExclusiveQueue {
  #last: Promise<unknown> = Promise.resolve();

  /** @returns what `work` returns, or its failure; a failure does not stop the queue. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
