import { readFile, stat } from 'node:fs/promises';
import { writeDurably } from '@mammofed/storage';
import type { CoordinatorPaths } from '../coordinator-paths.js';
import { CoordinatorError } from '../errors.js';
import { Database, type DatabaseSource } from './database.js';
import { FactStore } from './fact.store.js';

/**
 * Checks that a folder's runs are in the kind of database that is about to be opened: with the other kind the coordinator
 * would start without them and throw away their uploads.
 * @throws CoordinatorError `wrong-database`.
 */
export async function assertKindOfDatabase(paths: CoordinatorPaths, wanted: DatabaseSource['kind']): Promise<void> {
  const kind = await kindInUse(paths);
  if (kind === null || kind === wanted) return;
  throw new CoordinatorError(
    'wrong-database',
    kind === 'server'
      ? `the runs of ${paths.dir} are in a PostgreSQL database: start it with DATABASE_URL or databaseUrlFile as before`
      : `the runs of ${paths.dir} are in its own embedded database: start it without DATABASE_URL, or make a new coordinator for the server's database`,
  );
}

/** Notes which kind of database the folder's runs are in. */
export async function noteKindOfDatabase(paths: CoordinatorPaths, kind: DatabaseSource['kind']): Promise<void> {
  if ((await kindInUse(paths)) !== kind) await writeDurably(paths.databaseKind, `${kind}\n`);
}

/**
 * Makes a database that is new this coordinator's own.
 * @param publicKeyHex - of the coordinator's identity.
 * @throws CoordinatorError `wrong-database` if it is another coordinator's.
 */
export async function claimDatabase(database: Database, publicKeyHex: string): Promise<void> {
  const store = new FactStore(database);
  const owner = await store.find('identity');
  if (owner === null) return store.put('identity', publicKeyHex);
  if (owner === publicKeyHex) return;
  throw new CoordinatorError(
    'wrong-database',
    'the database belongs to another coordinator: give this one a database of its own',
  );
}

async function kindInUse(paths: CoordinatorPaths): Promise<string | null> {
  const noted = await readFile(paths.databaseKind, 'utf8').catch(absent);
  if (noted !== null) return noted.trim();
  // Folders of before there was a choice.
  return (await stat(paths.database).catch(absent)) === null ? null : 'embedded';
}

function absent(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
}
