import { Injectable } from '@nestjs/common';
import { asc, count, eq } from 'drizzle-orm';
import type { Sha256Hex, SiteId } from '@mammofed/core';
import { Database, type Executor } from '../database/database.js';
import { invites, sites, type InviteRow, type SiteRow } from '../database/schema.js';

/** SQL of invites and sites. */
@Injectable()
export class EnrolmentStore {
  constructor(private readonly database: Database) {}

  async addInvite(invite: InviteRow): Promise<void> {
    await this.database.orm.insert(invites).values(invite);
  }

  /** The invites by the hash of their secret: the secret itself is in no database and no log. */
  async invite(executor: Executor, secretSha256: Sha256Hex): Promise<InviteRow | null> {
    const [row] = await executor.select().from(invites).where(eq(invites.secretSha256, secretSha256)).for('update');
    return row ?? null;
  }

  async addSite(executor: Executor, site: SiteRow, secretSha256: Sha256Hex): Promise<void> {
    await executor.insert(sites).values(site);
    await executor.update(invites).set({ usedBySiteId: site.id }).where(eq(invites.secretSha256, secretSha256));
  }

  async sites(executor: Executor = this.database.orm): Promise<SiteRow[]> {
    return executor.select().from(sites).orderBy(asc(sites.siteIndex));
  }

  async siteCount(executor: Executor = this.database.orm): Promise<number> {
    const [row] = await executor.select({ total: count() }).from(sites);
    return row?.total ?? 0;
  }

  async siteById(id: SiteId): Promise<SiteRow | null> {
    const [row] = await this.database.orm.select().from(sites).where(eq(sites.id, id));
    return row ?? null;
  }

  async siteByKey(publicKeyHex: string, executor: Executor = this.database.orm): Promise<SiteRow | null> {
    const [row] = await executor.select().from(sites).where(eq(sites.publicKey, publicKeyHex));
    return row ?? null;
  }

  async siteByName(name: string, executor: Executor = this.database.orm): Promise<SiteRow | null> {
    const [row] = await executor.select().from(sites).where(eq(sites.name, name));
    return row ?? null;
  }
}
