import { PGlite } from '@electric-sql/pglite';
import { drizzle, type PgliteDatabase } from 'drizzle-orm/pglite';
import { MIGRATIONS } from './migrations.js';

export type Transaction = Parameters<Parameters<PgliteDatabase['transaction']>[0]>[0];
/** What a store writes through: the database itself, or a transaction of it. */
export type Executor = PgliteDatabase | Transaction;

/** The embedded PostgreSQL. A statement that has returned is on disk. */
export class Database {
  readonly orm: PgliteDatabase;
  readonly #client: PGlite;

  private constructor(client: PGlite) {
    this.#client = client;
    this.orm = drizzle({ client });
  }

  /** Opens or creates the database and brings it up to date. @param dir - folder; absent: in memory (tests). */
  static async open(dir?: string): Promise<Database> {
    const client = await PGlite.create(dir === undefined ? {} : { dataDir: dir });
    await client.exec('CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY)');
    const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations');
    const done = new Set(rows.map((row) => row.name));
    for (const { name, sql } of MIGRATIONS) {
      if (done.has(name)) continue;
      await client.transaction(async (transaction) => {
        await transaction.exec(sql);
        await transaction.query('INSERT INTO migrations (name) VALUES ($1)', [name]);
      });
    }
    return new Database(client);
  }

  /** All of `work` or nothing of it. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.orm.transaction(work);
  }

  async close(): Promise<void> {
    if (!this.#client.closed) await this.#client.close();
  }
}
