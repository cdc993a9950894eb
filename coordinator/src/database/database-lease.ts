import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { CoordinatorError } from '../errors.js';
import { databaseFailure } from './database-failure.js';

/** First half of the advisory lock's key; the second is the schema's name, so that schemas of one database are apart. */
const LOCK_CLASS = 0x4d46;
const TRY_LOCK = 'SELECT pg_try_advisory_lock($1, hashtext(current_schema())) AS locked';
/** Sessions of this very process that the server has not yet noticed to be gone. */
const END_OWN_GHOST = `
  SELECT pg_terminate_backend(activity.pid)
  FROM pg_locks JOIN pg_stat_activity AS activity USING (pid)
  WHERE locktype = 'advisory' AND classid = $1 AND activity.datname = current_database()
    AND activity.application_name = $2 AND pid <> pg_backend_pid()`;

/** A coordinator that was just killed still has its connection to lose. */
const DYING_MS = 3000;
const TRY_AGAIN_MS = 100;

/**
 * Keeps a second coordinator off a server's database: an advisory lock on a connection that does nothing else, which the
 * server takes back when the process or the line is gone. When it is lost it is taken again before anything else is done.
 */
export class DatabaseLease {
  readonly #config: pg.ClientConfig;
  readonly #name: string;
  #held: pg.Client | null = null;
  #taking: Promise<void> | null = null;
  #isReleased = false;

  /** @param name - of this process at the server: tells its own lost sessions from another coordinator's. */
  constructor(config: pg.ClientConfig, name = `mammofed ${randomUUID()}`) {
    this.#name = name;
    this.#config = { ...config, application_name: name };
  }

  /** At the start: waits a little for a coordinator that is ending. @throws as {@link ensure}. */
  async take(): Promise<void> {
    const deadlineMs = performance.now() + DYING_MS;
    for (;;) {
      try {
        return await this.ensure();
      } catch (error) {
        const isInUse = error instanceof CoordinatorError && error.code === 'database-in-use';
        if (!isInUse || performance.now() > deadlineMs) throw error;
      }
      await delay(TRY_AGAIN_MS);
    }
  }

  /**
   * Returns at once while the lock is held, otherwise takes it.
   * @throws CoordinatorError `database-unavailable`, `database-in-use`, `stopped`.
   */
  async ensure(): Promise<void> {
    if (this.#held !== null) return;
    if (this.#isReleased) throw new CoordinatorError('stopped', 'the coordinator is stopping');
    this.#taking ??= this.#take().finally(() => (this.#taking = null));
    await this.#taking;
  }

  async release(): Promise<void> {
    this.#isReleased = true;
    await this.#taking?.catch(() => undefined);
    const held = this.#held;
    this.#held = null;
    await held?.end();
  }

  async #take(): Promise<void> {
    const client = new pg.Client(this.#config);
    const lost = (): void => {
      if (this.#held === client) this.#held = null;
    };
    client.on('error', lost);
    client.on('end', lost);
    try {
      await client.connect();
      if (!(await isLocked(client)) && !(await this.#takenFromGhost(client))) throw inUse();
      this.#held = client;
    } catch (error) {
      await client.end().catch(() => undefined);
      throw databaseFailure(error, true) ?? error;
    }
  }

  /** A session that was told to end holds its lock until it has: it is waited for, where there is one. */
  async #takenFromGhost(client: pg.Client): Promise<boolean> {
    const { rowCount } = await client.query(END_OWN_GHOST, [LOCK_CLASS, this.#name]);
    const deadlineMs = performance.now() + (rowCount === 0 ? 0 : DYING_MS);
    while (!(await isLocked(client))) {
      if (performance.now() >= deadlineMs) return false;
      await delay(TRY_AGAIN_MS);
    }
    return true;
  }
}

async function isLocked(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(TRY_LOCK, [LOCK_CLASS]);
  return rows[0]?.locked === true;
}

function inUse(): CoordinatorError {
  return new CoordinatorError(
    'database-in-use',
    'another coordinator runs on this database: stop that one, or give this one a database of its own',
  );
}
