import { Injectable } from '@nestjs/common';
import { eq } from 'drizzle-orm';
import { Database, type Executor } from './database.js';
import { facts } from './schema.js';

/**
 * `identity`: public key of the coordinator whose database it is. `alive-at-ms`: when it last said that it runs.
 * `roster`: the newest one, with the root's signature; the root that it names is the one that is trusted here.
 * `log-head`: the newest head of the log that was handed out.
 */
export type FactName = 'identity' | 'alive-at-ms' | 'roster' | 'log-head';

/** SQL of what there is once in a database. */
@Injectable()
export class FactStore {
  constructor(private readonly database: Database) {}

  async find(name: FactName, executor: Executor = this.database.orm): Promise<string | null> {
    const [row] = await executor.select().from(facts).where(eq(facts.name, name));
    return row?.value ?? null;
  }

  async put(name: FactName, value: string, executor: Executor = this.database.orm): Promise<void> {
    await executor.insert(facts).values({ name, value }).onConflictDoUpdate({ target: facts.name, set: { value } });
  }
}
