import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { MigrationRunner } from './migrate.js';

/** What drizzle says of either kind of PostgreSQL. */
export type Orm = PgDatabase<PgQueryResultHKT>;

/** What both kinds of database are to the coordinator. */
export interface OpenDatabase {
  readonly orm: Orm;
  readonly migrations: MigrationRunner;
  close(): Promise<void>;
}
