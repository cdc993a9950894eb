import type { RunId } from '@mammofed/core';

/** Runs that are remembered, as many as OfferedRuns keeps; the oldest are forgotten first: a coordinator can make any number up. */
const MAX_RUNS = 200;

interface Said {
  readonly words: ReadonlySet<string>;
  readonly hasDrift: boolean;
}

/** What was said of each run at the terminal, and told to the coordinator. */
export class SaidOfRuns {
  readonly #runs = new Map<RunId, Said>();

  /** @returns whether these words are news of the run; from now on they are not. */
  isNews(runId: RunId, words: string): boolean {
    const { words: known, hasDrift } = this.#of(runId);
    if (known.has(words)) return false;
    this.#keep(runId, { words: new Set([...known, words]), hasDrift });
    return true;
  }

  /** Whether the last report with counts told of a drift. */
  hasDrift(runId: RunId): boolean {
    return this.#of(runId).hasDrift;
  }

  toldDrift(runId: RunId, hasDrift: boolean): void {
    this.#keep(runId, { ...this.#of(runId), hasDrift });
  }

  #of(runId: RunId): Said {
    return this.#runs.get(runId) ?? { words: new Set(), hasDrift: false };
  }

  #keep(runId: RunId, said: Said): void {
    this.#runs.delete(runId);
    this.#runs.set(runId, said);
    for (const oldest of this.#runs.keys()) if (this.#runs.size > MAX_RUNS) this.#runs.delete(oldest);
  }
}
