import { Injectable } from '@nestjs/common';
import { and, asc, desc, eq, gte } from 'drizzle-orm';
import type { RunId, Sha256Hex } from '@mammofed/core';
import { Database } from '../database/database.js';
import { logEntries, type LogEntryRow } from '../database/schema.js';

/** Which entry of a run is meant; `undefined` leaves it open. */
export interface EntryOfRun {
  readonly kind: LogEntryRow['kind'];
  readonly runId: RunId;
  readonly round?: number;
  readonly attempt?: number;
}

/** SQL of the log's entries. What adds to them is in append-to-log.ts. */
@Injectable()
export class LogStore {
  constructor(private readonly database: Database) {}

  /** In order, from `index` on. */
  async page(index: number, limit: number): Promise<LogEntryRow[]> {
    return this.database.orm
      .select()
      .from(logEntries)
      .where(gte(logEntries.entryIndex, index))
      .orderBy(asc(logEntries.entryIndex))
      .limit(limit);
  }

  /** The newest entry of a kind in a run. */
  async newestOfRun({ kind, runId, round, attempt }: EntryOfRun): Promise<LogEntryRow | null> {
    const [row] = await this.database.orm
      .select()
      .from(logEntries)
      .where(
        and(
          eq(logEntries.runId, runId),
          eq(logEntries.kind, kind),
          round === undefined ? undefined : eq(logEntries.round, round),
          attempt === undefined ? undefined : eq(logEntries.attempt, attempt),
        ),
      )
      .orderBy(desc(logEntries.entryIndex))
      .limit(1);
    return row ?? null;
  }

  /** The first round that ended with this model. */
  async commitOf(model: Sha256Hex): Promise<LogEntryRow | null> {
    const [row] = await this.database.orm
      .select()
      .from(logEntries)
      .where(eq(logEntries.modelSha256, model))
      .orderBy(asc(logEntries.entryIndex))
      .limit(1);
    return row ?? null;
  }

  async ofRun(run: RunId): Promise<LogEntryRow[]> {
    return this.database.orm.select().from(logEntries).where(eq(logEntries.runId, run));
  }

  async ofKind(kind: LogEntryRow['kind']): Promise<LogEntryRow[]> {
    return this.database.orm
      .select()
      .from(logEntries)
      .where(eq(logEntries.kind, kind))
      .orderBy(asc(logEntries.entryIndex));
  }
}
