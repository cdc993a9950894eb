/** What is at work on behalf of sockets, also after they are gone: the database stays open until it is done. */
export class PendingWork {
  readonly #works = new Set<Promise<unknown>>();

  /** @returns `work` itself. */
  track<T>(work: Promise<T>): Promise<T> {
    this.#works.add(work);
    const forget = (): void => void this.#works.delete(work);
    work.then(forget, forget);
    return work;
  }

  /** Waits for all that is at work now and what it begins. */
  async settled(): Promise<void> {
    while (this.#works.size > 0) await Promise.allSettled([...this.#works]);
  }
}
