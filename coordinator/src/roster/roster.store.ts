import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { asc } from 'drizzle-orm';
import { siteId, type SiteId } from '@mammofed/core';
import { openRoster, rootNamedIn, type SignedRoster } from '@mammofed/privacy';
import { Database, type Executor } from '../database/database.js';
import { FactStore } from '../database/fact.store.js';
import { rosters, type SiteRow } from '../database/schema.js';
import { EnrolmentStore } from '../enrolment/enrolment.store.js';
import { appendToLog } from '../log/append-to-log.js';

/** The roster in the database, and the sites as it has them. */
@Injectable()
export class RosterStore {
  constructor(
    private readonly database: Database,
    private readonly facts: FactStore,
    private readonly enrolment: EnrolmentStore,
  ) {}

  /** @throws PrivacyError if what is stored is not the roster that was stored. */
  async load(): Promise<SignedRoster | null> {
    const text = await this.facts.find('roster');
    if (text === null) return null;
    const bytes = new Uint8Array(Buffer.from(text));
    // Which root is trusted here is what its roster says: whoever could change that could change a note of the root too.
    return openRoster(bytes, rootNamedIn(bytes));
  }

  /** Every roster that ever counted here, with the root's signature, oldest first. */
  async all(): Promise<string[]> {
    const rows = await this.database.orm.select().from(rosters).orderBy(asc(rosters.version));
    return rows.map(({ signed }) => signed);
  }

  /**
   * Stores a roster and makes its sites the ones that belong, all or nothing.
   * @returns the sites that no longer belong, or not with the key that they had.
   */
  async apply({ roster, sha256, bytes }: SignedRoster, nowMs: number): Promise<ReadonlySet<SiteId>> {
    const signed = Buffer.from(bytes).toString();
    return this.database.transaction(async (transaction) => {
      const before = await this.enrolment.sites(transaction);
      const keyOf = new Map(roster.sites.map(({ name, key }) => [name, key]));
      const out = before.filter(
        ({ name, standing, publicKey }) => standing === 'listed' && keyOf.get(name) !== publicKey,
      );
      for (const { id } of out) await this.enrolment.setStanding(transaction, id, 'out');
      for (const { name, key } of roster.sites) await this.#list(transaction, before, name, key, nowMs);
      await this.facts.put('roster', signed, transaction);
      const { version } = roster;
      const added = await transaction.insert(rosters).values({ version, signed }).onConflictDoNothing().returning();
      // The administrator may bring the one that is held again.
      if (added.length > 0) await appendToLog(transaction, { kind: 'roster', atMs: nowMs, version, sha256 });
      return new Set(out.map(({ id }) => id));
    });
  }

  /** A name keeps its id and index over a change of its key, and so its place in runs that were. */
  async #list(
    transaction: Executor,
    before: readonly SiteRow[],
    name: string,
    key: string,
    nowMs: number,
  ): Promise<void> {
    const known = before.find((site) => site.name === name);
    if (known !== undefined) return this.enrolment.list(transaction, known.id, key);
    // Asked for at a database that is gone.
    const siteIndex = await this.enrolment.siteCount(transaction);
    await this.enrolment.addSite(transaction, {
      id: siteId(randomUUID()),
      name,
      siteIndex,
      publicKey: key,
      enrolledAtMs: nowMs,
      standing: 'listed',
      request: null,
    });
  }
}
