import { Injectable } from '@nestjs/common';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { canonicalJson, runTransition, type RunId, type RunState } from '@mammofed/core';
import { sha256Of } from '@mammofed/storage';
import { Database, type Executor } from '../database/database.js';
import { runs, type NewRun, type RunRow } from '../database/schema.js';
import { appendToLog } from '../log/append-to-log.js';

/** SQL of runs. */
@Injectable()
export class RunStore {
  constructor(private readonly database: Database) {}

  async add(run: NewRun): Promise<void> {
    const { id, config, initialModelSha256: initialModel, createdAtMs: atMs } = run;
    await this.database.transaction(async (transaction) => {
      await transaction.insert(runs).values(run);
      const configSha256 = sha256Of(canonicalJson(config));
      await appendToLog(transaction, { kind: 'run', atMs, run: id, configSha256, initialModel });
    });
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
    return this.database.transaction(async (transaction) => {
      const started = await transaction
        .update(runs)
        .set({ state: runTransition(draft.state, 'running'), startedAtMs })
        .where(and(eq(runs.id, draft.id), eq(runs.state, draft.state)))
        .returning({ id: runs.id });
      if (started.length === 0) return false;
      await appendToLog(transaction, { kind: 'act', atMs: startedAtMs, act: 'start-run', subject: draft.id });
      return true;
    });
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
