import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { DONE_MIGRATIONS, MIGRATIONS_TABLE, NOTE_MIGRATION } from './migrate.js';
import type { OpenDatabase } from './open-database.js';

/** Opens PGlite; the coordinator's folder lock keeps others off. @param dir - folder; null: in memory (tests). */
export async function openEmbedded(dir: string | null): Promise<OpenDatabase> {
  const client = await PGlite.create(dir === null ? {} : { dataDir: dir });
  return {
    orm: drizzle({ client }),
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
    close: async () => {
      if (!client.closed) await client.close();
    },
  };
}
