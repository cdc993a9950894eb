import { readFile } from 'node:fs/promises';
import type { Clock, Sha256Hex } from '@mammofed/core';
import {
  assertFollows,
  assertValidAt,
  openRoster,
  PrivacyError,
  siteOf,
  type RosterView,
  type SignedRoster,
} from '@mammofed/privacy';
import { writeDurably } from '@mammofed/storage';

export interface HeldRosterOptions {
  /** Where it is kept. */
  readonly path: string;
  /** The root that was pinned at enrolment, 32 bytes: nothing else is believed. */
  readonly rootKey: Uint8Array;
  /** The coordinator that the join code named, 32 bytes: it counts until there is a roster. */
  readonly coordinatorKey: Uint8Array;
  /** This site's own key, 32 bytes. */
  readonly siteKey: Uint8Array;
  readonly clock: Clock;
}

/** A roster as it was at one moment: members of a secure sum go by one for the whole attempt. */
export interface RosterSnapshot extends RosterView {
  readonly version: number;
  readonly sha256: Sha256Hex;
  /** The root's key, 32 bytes. */
  readonly consortium: Uint8Array;
  /** What this site is called in it. */
  readonly ownName: string;
}

/** The newest roster that this site has seen. It never takes an older one, whoever hands it out. */
export class HeldRoster {
  readonly #options: HeldRosterOptions;
  #held: SignedRoster | null;
  #lastTake: Promise<unknown> = Promise.resolve();

  private constructor(options: HeldRosterOptions, held: SignedRoster | null) {
    this.#options = options;
    this.#held = held;
  }

  /** @throws PrivacyError if the file does not hold a roster of the root. */
  static async open(options: HeldRosterOptions): Promise<HeldRoster> {
    const bytes = await readFile(options.path).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    });
    return new HeldRoster(options, bytes === null ? null : openRoster(new Uint8Array(bytes), options.rootKey));
  }

  /** Null before the first one. It says nothing of whether it counts now: see {@link assertCounts}. */
  get held(): SignedRoster | null {
    return this.#held;
  }

  /** The only coordinator that this site speaks to, 32 bytes. */
  get coordinatorKey(): Uint8Array {
    if (this.#held === null) return this.#options.coordinatorKey;
    return new Uint8Array(Buffer.from(this.#held.roster.coordinator, 'hex'));
  }

  /**
   * Takes a roster that a coordinator hands out; it is on disk when this returns. The root's newest word is kept even if it
   * is that this site or this coordinator belongs no more.
   * @param from - the key that the coordinator proved to hold, 32 bytes.
   * @returns the version that is held now.
   * @throws PrivacyError `bad-roster`, `foreign-roster`, `forged-roster`, `old-roster`, `conflicting-roster`: what was held
   * is held on; and as {@link assertCounts}.
   */
  take(bytes: Uint8Array, from: Uint8Array): Promise<number> {
    // One after the other: two at once would write one file, and the older could come last.
    const taken = this.#lastTake.then(async () => {
      const next = openRoster(bytes, this.#options.rootKey);
      assertFollows(next, this.#held);
      if (next.sha256 !== this.#held?.sha256) await writeDurably(this.#options.path, next.bytes);
      this.#held = next;
      this.assertCounts(from);
      return next.roster.version;
    });
    this.#lastTake = taken.catch(() => undefined);
    return taken;
  }

  /**
   * What is held once every roster that has come is taken: a request may follow a new roster closely, and goes by it.
   * @throws PrivacyError `site-not-in-roster`.
   */
  async snapshot(): Promise<RosterSnapshot> {
    await this.#lastTake;
    const { rootKey, siteKey } = this.#options;
    const own = this.#held === null ? null : siteOf(this.#held.roster, siteKey);
    if (this.#held === null || own === null) {
      throw new PrivacyError('site-not-in-roster', 'this site is in no roster that it has seen: nothing is sent');
    }
    const { roster, sha256 } = this.#held;
    const keys = new Map(roster.sites.map(({ name, key }) => [name, new Uint8Array(Buffer.from(key, 'hex'))]));
    return {
      version: roster.version,
      sha256,
      consortium: rootKey,
      ownName: own.name,
      identityKeyOf: (site) => keys.get(site) ?? null,
    };
  }

  /**
   * Checks that by the roster that is held this site may work for a coordinator now.
   * @throws PrivacyError `expired-roster`, `early-roster`, `coordinator-not-in-roster`, `site-not-in-roster`.
   */
  assertCounts(from: Uint8Array): void {
    if (this.#held === null) throw new PrivacyError('site-not-in-roster', 'this site has not seen a roster yet');
    const { roster } = this.#held;
    const { siteKey, clock } = this.#options;
    assertValidAt(roster, clock.nowMs());
    if (roster.coordinator !== Buffer.from(from).toString('hex')) {
      throw new PrivacyError(
        'coordinator-not-in-roster',
        `roster ${roster.version} names another coordinator than the one that answers: nothing is done for this one; ask the consortium's administrator which one counts`,
      );
    }
    if (siteOf(roster, siteKey) !== null) return;
    throw new PrivacyError(
      'site-not-in-roster',
      `roster ${roster.version} does not list this site (any more): ask the consortium's administrator; a site that was revoked is enrolled anew with a new join code`,
    );
  }
}
