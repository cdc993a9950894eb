import { Injectable } from '@nestjs/common';
import type { SiteId } from '@mammofed/core';

export interface Traffic {
  /** Bytes that the site sent. */
  readonly up: number;
  /** Bytes that the site was sent. */
  readonly down: number;
}

const NONE: Traffic = { up: 0, down: 0 };

/**
 * Counts application bytes: whole sealed frames (upload chunks, model downloads and every message, with their sealing),
 * without what socket.io, TLS and TCP add. Counted in memory and taken into a participant's record when its round goes
 * on; what was counted since the last such moment is lost if the coordinator crashes.
 */
@Injectable()
export class TrafficMeter {
  readonly #bySite = new Map<SiteId, Traffic>();

  count(site: SiteId, { up, down }: Traffic): void {
    const before = this.peek(site);
    this.#bySite.set(site, { up: before.up + up, down: before.down + down });
  }

  /** What was counted and not yet taken. */
  peek(site: SiteId): Traffic {
    return this.#bySite.get(site) ?? NONE;
  }

  take(site: SiteId): Traffic {
    const traffic = this.peek(site);
    this.#bySite.delete(site);
    return traffic;
  }
}
