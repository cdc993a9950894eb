import { Inject, Injectable } from '@nestjs/common';
import type { Clock, SiteId } from '@mammofed/core';
import type { Message } from '@mammofed/wire';
import { CLOCK } from '../injection-tokens.js';

/** A site's open session, as the rest of the coordinator sees it. */
export interface SiteConnection {
  /** Unlike any other session's of this process. */
  readonly sessionId: string;
  readonly siteId: SiteId;
  readonly siteName: string;
  readonly siteIndex: number;
  /** Minor version of the protocol that the session speaks. */
  readonly protocolMinor: number;
  send(message: Message): void;
  /** @throws WireError `timeout` | `closed`. */
  request(message: Message, timeoutMs: number): Promise<Message>;
  end(reason: string): void;
}

/** Which sites are connected now. A site has one session: a newer one replaces the older. */
@Injectable()
export class ConnectionRegistry {
  readonly #connections = new Map<SiteId, SiteConnection>();
  readonly #lastHeardAtMs = new Map<SiteId, number>();
  readonly #listeners = new Set<() => void>();

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** In the order of the sites' indices. */
  connected(): SiteConnection[] {
    return [...this.#connections.values()].sort((a, b) => a.siteIndex - b.siteIndex);
  }

  of(site: SiteId): SiteConnection | null {
    return this.#connections.get(site) ?? null;
  }

  add(connection: SiteConnection): void {
    const older = this.#connections.get(connection.siteId);
    this.#connections.set(connection.siteId, connection);
    this.heardFrom(connection.siteId);
    older?.end('replaced by a newer session of the same site');
    this.#announce();
  }

  /** Forgets a session; a newer one of the same site stays. */
  remove(connection: SiteConnection): void {
    if (this.#connections.get(connection.siteId) !== connection) return;
    this.#connections.delete(connection.siteId);
    this.#announce();
  }

  /** A sound frame arrived from the site. */
  heardFrom(site: SiteId): void {
    this.#lastHeardAtMs.set(site, this.clock.nowMs());
  }

  /** When a sound frame last arrived; null: never in the life of this process. */
  lastHeardAtMs(site: SiteId): number | null {
    return this.#lastHeardAtMs.get(site) ?? null;
  }

  /** Calls `listener` whenever a site comes or goes. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  #announce(): void {
    for (const listener of this.#listeners) listener();
  }
}
