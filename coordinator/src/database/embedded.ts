import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { CoordinatorError } from '../errors.js';
import { DONE_MIGRATIONS, MIGRATIONS_TABLE, NOTE_MIGRATION } from './migrate.js';
import type { OpenDatabase } from './open-database.js';

/** Of a file system that is full, or full for this user, in WASI's numbers: all that PGlite's own file system throws. */
const FULL_ERRNOS = [51, 19];

/**
 * Opens PGlite; the coordinator's folder lock keeps others off.
 * @param dir - folder; null: in memory (tests).
 * @throws CoordinatorError `disk-full` if there is no room for a new database.
 */
export async function openEmbedded(dir: string | null): Promise<OpenDatabase> {
  const client = await PGlite.create(dir === null ? {} : { dataDir: dir }).catch((error: unknown) => {
    throw openingFailure(error, dir);
  });
  const orm = drizzle({ client });
  return {
    orm,
    migrations: {
      done: async () => {
        await client.exec(MIGRATIONS_TABLE);
        return (await client.query<{ name: string }>(DONE_MIGRATIONS)).rows.map(({ name }) => name);
      },
      run: (name, sql) =>
        client.transaction(async (transaction) => {
          await transaction.exec(sql);
          await transaction.query(NOTE_MIGRATION, [name]);
        }),
    },
    transaction: (work, config) => orm.transaction((transaction) => work(transaction), config),
    close: async () => {
      if (!client.closed) await client.close();
    },
  };
}

/** PGlite's file system throws objects without a message, which would leave a person with nothing to go by. */
function openingFailure(error: unknown, dir: string | null): unknown {
  if (error instanceof Error) return error;
  const { errno } = (error ?? {}) as { readonly errno?: unknown };
  if (typeof errno !== 'number') return error;
  if (!FULL_ERRNOS.includes(errno)) return new Error(`the database in ${dir} cannot be opened: WASI errno ${errno}`);
  const message = `the disk is full: there is no room for the database in ${dir}; make room there (a new one takes 40 MB) and start the coordinator again`;
  return new CoordinatorError('disk-full', message, {}, error);
}
