import { Injectable } from '@nestjs/common';
import { and, asc, count, eq, isNull } from 'drizzle-orm';
import type { Sha256Hex, SiteId } from '@mammofed/core';
import { Database, type Executor } from '../database/database.js';
import {
  invites,
  sites,
  type EnrolmentRequest,
  type InviteRow,
  type SiteRow,
  type SiteStanding,
} from '../database/schema.js';
import { appendToLog } from '../log/append-to-log.js';

/** SQL of invites and sites. */
@Injectable()
export class EnrolmentStore {
  constructor(private readonly database: Database) {}

  /** Adds an invite; one for the same name that nobody has used is worth nothing from then on. */
  async addInvite(invite: InviteRow): Promise<void> {
    await this.database.transaction(async (transaction) => {
      await transaction.delete(invites).where(and(eq(invites.siteName, invite.siteName), isNull(invites.usedBySiteId)));
      await transaction.insert(invites).values(invite);
      const { siteName: subject, createdAtMs: atMs } = invite;
      await appendToLog(transaction, { kind: 'act', atMs, act: 'invite-site', subject });
    });
  }

  /** The invites by the hash of their secret: the secret itself is in no database and no log. */
  async invite(executor: Executor, secretSha256: Sha256Hex): Promise<InviteRow | null> {
    const [row] = await executor.select().from(invites).where(eq(invites.secretSha256, secretSha256)).for('update');
    return row ?? null;
  }

  async addSite(executor: Executor, site: SiteRow): Promise<void> {
    await executor.insert(sites).values(site);
  }

  /** Another machine asks under a name that was known: it keeps its id and index. */
  async askAgain(executor: Executor, id: SiteId, publicKey: string, request: EnrolmentRequest): Promise<void> {
    await executor.update(sites).set({ publicKey, request, standing: 'waiting' }).where(eq(sites.id, id));
  }

  async useInvite(executor: Executor, secretSha256: Sha256Hex, usedBySiteId: SiteId): Promise<void> {
    await executor.update(invites).set({ usedBySiteId }).where(eq(invites.secretSha256, secretSha256));
  }

  async list(executor: Executor, id: SiteId, publicKey: string): Promise<void> {
    await executor.update(sites).set({ publicKey, standing: 'listed' }).where(eq(sites.id, id));
  }

  async setStanding(executor: Executor, id: SiteId, standing: SiteStanding): Promise<void> {
    await executor.update(sites).set({ standing }).where(eq(sites.id, id));
  }

  /** Every site that ever asked. */
  async sites(executor: Executor = this.database.orm): Promise<SiteRow[]> {
    return executor.select().from(sites).orderBy(asc(sites.siteIndex));
  }

  async sitesThat(standing: SiteStanding): Promise<SiteRow[]> {
    return this.database.orm.select().from(sites).where(eq(sites.standing, standing)).orderBy(asc(sites.siteIndex));
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
