import type { PgDatabase, PgQueryResultHKT, PgTransactionConfig } from 'drizzle-orm/pg-core';
import type { MigrationRunner } from './migrate.js';

/** What drizzle says of either kind of PostgreSQL. */
export type Orm = PgDatabase<PgQueryResultHKT>;
export type Transaction = Parameters<Parameters<Orm['transaction']>[0]>[0];

/** What both kinds of database are to the coordinator. */
export interface OpenDatabase {
  readonly orm: Orm;
  readonly migrations: MigrationRunner;
  /** All of `work` or nothing of it. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>, config?: PgTransactionConfig): Promise<T>;
  close(): Promise<void>;
}
