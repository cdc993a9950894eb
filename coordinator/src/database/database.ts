import type { Secret } from '@mammofed/privacy';
import { openEmbedded } from './embedded.js';
import { migrate } from './migrate.js';
import type { OpenDatabase, Orm, Transaction } from './open-database.js';
import { openServer } from './server-database.js';

export type { Transaction } from './open-database.js';
/** What a store writes through: the database itself, or a transaction of it. */
export type Executor = Orm | Transaction;

/** Where the database is. */
export type DatabaseSource =
  | { readonly kind: 'embedded'; readonly dir: string | null }
  /** A PostgreSQL server; the URL is a secret because it may hold a password. */
  | { readonly kind: 'server'; readonly url: Secret };

/** PostgreSQL, embedded (PGlite) or a server: one dialect, one set of migrations. A statement that has returned is on disk. */
export class Database {
  readonly orm: Orm;
  readonly #opened: OpenDatabase;

  private constructor(opened: OpenDatabase) {
    this.#opened = opened;
    this.orm = opened.orm;
  }

  /**
   * Opens or creates the database and brings it up to date. With the embedded one `dir: null` is in memory.
   * @throws CoordinatorError `database-unavailable`, `database-in-use` if another coordinator runs on the same server's
   * database, `bad-configuration` for a URL that is none.
   */
  static async open(source: DatabaseSource): Promise<Database> {
    const opened = source.kind === 'embedded' ? await openEmbedded(source.dir) : await openServer(source.url);
    try {
      await migrate(opened.migrations);
      return new Database(opened);
    } catch (error) {
      await opened.close().catch(() => undefined);
      throw error;
    }
  }

  /** All of `work` or nothing of it. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#opened.transaction(work);
  }

  /** Reads of one and the same moment, whatever is written in between. */
  snapshot<T>(read: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#opened.transaction(read, { isolationLevel: 'repeatable read', accessMode: 'read only' });
  }

  close(): Promise<void> {
    return this.#opened.close();
  }
}
