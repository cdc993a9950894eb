import { Injectable } from '@nestjs/common';
import type { SiteId } from '@mammofed/core';

/** Chunks of 1 MiB that are read or written at a time, of all sites together: what bounds the memory for them. */
export const MAX_CHUNKS_IN_FLIGHT = 16;

/** Lets a few chunks through at a time. Whoever has the fewest under way comes next, so that no site holds others up. */
@Injectable()
export class ChunkGate {
  readonly #inFlight = new Map<SiteId, number>();
  /** In the order in which they came. */
  readonly #waiting: { readonly site: SiteId; readonly begin: () => void }[] = [];
  #total = 0;

  /** Does `work` when it is the site's turn. */
  async run<T>(site: SiteId, work: () => Promise<T>): Promise<T> {
    if (this.#total < MAX_CHUNKS_IN_FLIGHT) this.#enter(site);
    else await new Promise<void>((begin) => this.#waiting.push({ site, begin }));
    try {
      return await work();
    } finally {
      this.#leave(site);
    }
  }

  #enter(site: SiteId): void {
    this.#total++;
    this.#inFlight.set(site, this.#of(site) + 1);
  }

  #leave(site: SiteId): void {
    this.#total--;
    if (this.#of(site) === 1) this.#inFlight.delete(site);
    else this.#inFlight.set(site, this.#of(site) - 1);
    let next = 0;
    this.#waiting.forEach((waiting, i) => {
      if (this.#of(waiting.site) < this.#of((this.#waiting[next] as typeof waiting).site)) next = i;
    });
    const [chosen] = this.#waiting.splice(next, 1);
    if (chosen === undefined) return;
    // The place is taken before the waiter wakes: nobody slips in between.
    this.#enter(chosen.site);
    chosen.begin();
  }

  #of(site: SiteId): number {
    return this.#inFlight.get(site) ?? 0;
  }
}
