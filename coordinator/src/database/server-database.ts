import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Secret } from '@mammofed/privacy';
import { CoordinatorError } from '../errors.js';
import { databaseFailure } from './database-failure.js';
import { DatabaseLease } from './database-lease.js';
import { DONE_MIGRATIONS, MIGRATIONS_TABLE, NOTE_MIGRATION } from './migrate.js';
import type { OpenDatabase } from './open-database.js';

/** Few: one process uses them, and a statement takes a millisecond. */
const MAX_CONNECTIONS = 4;
const CONNECT_TIMEOUT_MS = 5000;
/** A server that answers nothing for so long is as good as gone. */
const QUERY_TIMEOUT_MS = 30_000;

type Connected = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void;

/** Gives out connections only while this coordinator holds the database: after an outage another one may have it. */
class LeasedPool extends pg.Pool {
  constructor(
    config: pg.PoolConfig,
    private readonly lease: DatabaseLease,
  ) {
    super(config);
    // An idle connection that the server ends is replaced at the next use; whoever uses one meets the error there.
    this.on('error', () => undefined);
    this.on('connect', (client) => client.on('error', () => undefined));
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | void {
    const connected = this.lease
      .ensure()
      .then(() => super.connect())
      .catch((error: unknown) => {
        throw databaseFailure(error, true) ?? error;
      });
    if (callback === undefined) return connected;
    connected.then(
      (client) => callback(undefined, client, (release) => client.release(release as Error | undefined)),
      (error: Error) => callback(error, undefined, () => undefined),
    );
  }
}

/**
 * Connects to a PostgreSQL server and takes its database for this coordinator alone.
 * @param url - `postgres://user:password@host/database`, with node-postgres's parameters (`sslmode`, ...).
 * @throws CoordinatorError `bad-configuration`, `database-unavailable`, `database-in-use`.
 */
export async function openServer(url: Secret): Promise<OpenDatabase> {
  const connectionString = Buffer.from(url.reveal()).toString('utf8');
  if (!/^postgres(ql)?:\/\//.test(connectionString) || !URL.canParse(connectionString)) {
    // Not the text itself: it may hold a password.
    throw new CoordinatorError(
      'bad-configuration',
      'the database is given as postgres://USER@HOST:PORT/DATABASE: correct DATABASE_URL or the file that holds it',
    );
  }
  const config: pg.ClientConfig = {
    connectionString,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    keepAlive: true,
  };
  const lease = new DatabaseLease(config);
  await lease.take();
  const pool = new LeasedPool({ ...config, max: MAX_CONNECTIONS }, lease);
  return {
    orm: drizzle({ client: pool as pg.Pool }),
    migrations: {
      done: async () => {
        await pool.query(MIGRATIONS_TABLE);
        return (await pool.query<{ name: string }>(DONE_MIGRATIONS)).rows.map(({ name }) => name);
      },
      run: (name, sql) =>
        onOwnConnection(pool, async (client) => {
          await client.query('BEGIN');
          await client.query(sql);
          await client.query(NOTE_MIGRATION, [name]);
          await client.query('COMMIT');
        }),
    },
    transaction: (work, config) =>
      onOwnConnection(pool, (client) => drizzle({ client }).transaction((transaction) => work(transaction), config)),
    close: async () => {
      await pool.end();
      await lease.release();
    },
  };
}

/**
 * A failure ends the connection, and with it its transaction. Drizzle's own transaction on a pool keeps the connection
 * for ever if `begin` fails on it: after an outage none would be left.
 */
async function onOwnConnection<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    const result = await work(client);
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
