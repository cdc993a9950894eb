import { Injectable } from '@nestjs/common';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { runTransition, type RunId, type RunState } from '@mammofed/core';
import { Database, type Executor } from '../database/database.js';
import { runs, type NewRun, type RunRow } from '../database/schema.js';

/** SQL of runs. */
@Injectable()
export class RunStore {
  constructor(private readonly database: Database) {}

  async add(run: NewRun): Promise<void> {
    await this.database.orm.insert(runs).values(run);
  }

  async find(id: RunId, executor: Executor = this.database.orm): Promise<RunRow | null> {
    const [row] = await executor.select().from(runs).where(eq(runs.id, id));
    return row ?? null;
  }

  /** Oldest first. */
  async all(): Promise<RunRow[]> {
    return this.database.orm.select().from(runs).orderBy(asc(runs.createdAtMs), asc(runs.id));
  }

  /** Runs that were described and not started, oldest first. */
  async drafts(): Promise<RunRow[]> {
    return this.database.orm
      .select()
      .from(runs)
      .where(eq(runs.state, 'draft'))
      .orderBy(asc(runs.createdAtMs), asc(runs.id));
  }

  /** Runs that are to go on. */
  async active(): Promise<RunRow[]> {
    return this.database.orm
      .select()
      .from(runs)
      .where(inArray(runs.state, ['running', 'waiting-for-cohort']))
      .orderBy(asc(runs.createdAtMs), asc(runs.id));
  }

  /** Starts a draft. @returns false if it is none any more. @throws CoreError `illegal-transition`. */
  async start(draft: RunRow, startedAtMs: number): Promise<boolean> {
    const started = await this.database.orm
      .update(runs)
      .set({ state: runTransition(draft.state, 'running'), startedAtMs })
      .where(and(eq(runs.id, draft.id), eq(runs.state, draft.state)))
      .returning({ id: runs.id });
    return started.length > 0;
  }

  /** Moves a run to `to` (or leaves it there) with the given facts. @throws CoreError `illegal-transition`. */
  async advance(
    executor: Executor,
    from: RunRow,
    to: RunState,
    facts: Partial<Pick<RunRow, 'note' | 'modelSha256' | 'modelBytes'>>,
  ): Promise<void> {
    const state = from.state === to ? to : runTransition(from.state, to);
    await executor
      .update(runs)
      .set({ ...facts, state })
      .where(eq(runs.id, from.id));
  }
}
