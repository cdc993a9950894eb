import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Clock, Logger } from '@mammofed/core';
import {
  assertFollows,
  assertValidAt,
  isRevoked,
  openRoster,
  PrivacyError,
  rootNamedIn,
  siteOf,
  type Identity,
  type SignedRoster,
} from '@mammofed/privacy';
import { errorText } from '../errors.js';
import { CLOCK, IDENTITY, LOGGER } from '../injection-tokens.js';
import { ExclusiveQueue } from '../rounds/exclusive-queue.js';
import { ConnectionRegistry, type SiteConnection } from '../sessions/connection-registry.js';
import { RosterStore } from './roster.store.js';

/** How often the roster's validity is looked at. */
const LOOK_EVERY_MS = 1000;
/**
 * How long a site may take to say that it holds a new roster; it holds the one that it has until then. On a line of 64
 * kbit/s the largest one takes 87 s, after a chunk that is under way.
 */
const TAKEN_WITHIN_MS = 5 * 60_000;
const DAY_MS = 86_400_000;
/** From when on the log reminds of the renewal, once a day. */
const REMIND_DAYS = 30;

/**
 * The roster that counts here. The coordinator cannot make one: it keeps what the root has signed, lets in whom it lists,
 * and passes it on.
 */
@Injectable()
export class RosterService implements OnModuleInit, OnModuleDestroy {
  readonly #queue = new ExclusiveQueue();
  #held: SignedRoster | null = null;
  #timer: NodeJS.Timeout | null = null;
  #remindedAtMs = -Infinity;

  constructor(
    private readonly store: RosterStore,
    private readonly registry: ConnectionRegistry,
    @Inject(IDENTITY) private readonly identity: Identity,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  async onModuleInit(): Promise<void> {
    this.#held = await this.store.load();
    if (this.#held === null) this.log.warn('no roster yet: no site is let in until mammofed consortium init made one');
    this.look();
    this.#timer = setInterval(() => this.look(), LOOK_EVERY_MS);
  }

  onModuleDestroy(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
  }

  /** Null until the administrator has brought the first one. */
  get held(): SignedRoster | null {
    return this.#held;
  }

  /** Whether the site with this key may be connected now. */
  letsIn(key: Uint8Array): boolean {
    return this.#held !== null && siteOf(this.#held.roster, key) !== null && !this.isExpired;
  }

  isRevoked(key: Uint8Array): boolean {
    return this.#held !== null && isRevoked(this.#held.roster, key);
  }

  get isExpired(): boolean {
    return this.#held !== null && this.clock.nowMs() >= this.#held.roster.validUntilMs;
  }

  /**
   * Takes a roster that the administrator brings. The first one decides which root is trusted here; every later one has to
   * be that root's. Sites that it no longer lists are disconnected, all others are given it over their open sessions.
   * @throws PrivacyError `bad-roster`, `foreign-roster`, `forged-roster`, `old-roster`, `conflicting-roster`,
   * `expired-roster`, `early-roster`, `coordinator-not-in-roster`. What was held before counts on then.
   */
  take(bytes: Uint8Array): Promise<SignedRoster> {
    return this.#queue.run(async () => {
      const held = this.#held;
      const next = openRoster(bytes, held === null ? rootNamedIn(bytes) : rootNamedIn(held.bytes));
      assertFollows(next, held);
      assertValidAt(next.roster, this.clock.nowMs());
      if (next.roster.coordinator !== Buffer.from(this.identity.publicKey).toString('hex')) {
        throw new PrivacyError(
          'coordinator-not-in-roster',
          'this roster names another coordinator: bring it there, or make a consortium for this one with mammofed consortium init',
        );
      }
      const out = await this.store.apply(next, this.clock.nowMs());
      this.#held = next;
      this.log.info('roster taken', { version: next.roster.version, siteCount: next.roster.sites.length });
      for (const connection of this.registry.connected()) {
        if (out.has(connection.siteId)) connection.end('the roster does not list the site any more');
        else void this.#tell(connection, next);
      }
      return next;
    });
  }

  /** A site that does not get it now is given it with its next welcome. */
  async #tell(connection: SiteConnection, { bytes, roster }: SignedRoster): Promise<void> {
    const { siteName } = connection;
    try {
      const answer = await connection.request({ kind: 'roster-update', roster: bytes }, TAKEN_WITHIN_MS);
      if (answer.kind === 'roster-taken')
        return this.log.info('site holds the roster', { siteName, version: roster.version });
      const code = answer.kind === 'refused' ? answer.code : answer.kind;
      this.log.error('site does not take the roster', { siteName, version: roster.version, code });
    } catch (error) {
      this.log.warn('site was not told of the roster', { siteName, error: errorText(error) });
    }
  }

  /** Looks at the clock: reminds of a validity that is short, and ends the sessions once it is over. */
  look(): void {
    if (this.#held !== null) this.#remind(this.#held, this.clock.nowMs());
    this.#endIfExpired();
  }

  #endIfExpired(): void {
    if (!this.isExpired) return;
    const connected = this.registry.connected();
    if (connected.length > 0) this.log.error('the roster has expired: run mammofed consortium renew');
    for (const connection of connected) connection.end('the roster has expired');
  }

  #remind({ roster }: SignedRoster, nowMs: number): void {
    const daysLeft = Math.floor((roster.validUntilMs - nowMs) / DAY_MS);
    if (daysLeft >= REMIND_DAYS || nowMs - this.#remindedAtMs < DAY_MS) return;
    this.#remindedAtMs = nowMs;
    this.log.warn('the roster ends soon or has: run mammofed consortium renew', { daysLeft });
  }
}
