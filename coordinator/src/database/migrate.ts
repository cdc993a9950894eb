import { MIGRATIONS } from './migrations.js';

/** What a database must be able to do to be brought up to date. */
export interface MigrationRunner {
  /** Names of the migrations that this database has run; the table of them is made if there is none. */
  done(): Promise<readonly string[]>;
  /** Runs the statements and notes the name, all or nothing. */
  run(name: string, sql: string): Promise<void>;
}

export const MIGRATIONS_TABLE = 'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY)';
export const DONE_MIGRATIONS = 'SELECT name FROM migrations';
export const NOTE_MIGRATION = 'INSERT INTO migrations (name) VALUES ($1)';

/** Runs what the database has not run yet, oldest first. Nobody else may be doing the same. */
export async function migrate(runner: MigrationRunner): Promise<void> {
  const done = new Set(await runner.done());
  for (const { name, sql } of MIGRATIONS) {
    if (!done.has(name)) await runner.run(name, sql);
  }
}
