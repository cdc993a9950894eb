import { Injectable } from '@nestjs/common';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { EngineReport, EvaluationFigures, RunId, Sha256Hex, SiteId } from '@mammofed/core';
import { Database, type Executor } from '../database/database.js';
import { evaluations, type EvaluationRow } from '../database/schema.js';

const evaluationIs = (run: RunId, round: number, site: SiteId) =>
  and(eq(evaluations.runId, run), eq(evaluations.round, round), eq(evaluations.siteId, site));

/** SQL of evaluations: a record of a committed round, with its own deadline. */
@Injectable()
export class EvaluationStore {
  constructor(private readonly database: Database) {}

  /** Notes that a site is asked; asking again changes nothing. */
  async ask(
    row: Pick<EvaluationRow, 'runId' | 'round' | 'siteId' | 'modelSha256' | 'deadlineMs'>,
    executor: Executor = this.database.orm,
  ): Promise<void> {
    await executor
      .insert(evaluations)
      .values({ ...row, state: 'asked' })
      .onConflictDoNothing();
  }

  async ofRun(run: RunId, executor: Executor = this.database.orm): Promise<EvaluationRow[]> {
    return executor.select().from(evaluations).where(eq(evaluations.runId, run)).orderBy(asc(evaluations.round));
  }

  /** What a run still waits for, oldest round first. */
  async asked(run: RunId): Promise<EvaluationRow[]> {
    return this.database.orm
      .select()
      .from(evaluations)
      .where(and(eq(evaluations.runId, run), eq(evaluations.state, 'asked')))
      .orderBy(asc(evaluations.round));
  }

  async find(run: RunId, round: number, site: SiteId): Promise<EvaluationRow | null> {
    const [row] = await this.database.orm
      .select()
      .from(evaluations)
      .where(evaluationIs(run, round, site));
    return row ?? null;
  }

  async report(row: EvaluationRow, figures: EvaluationFigures, engine: EngineReport): Promise<void> {
    await this.database.orm
      .update(evaluations)
      .set({ state: 'reported', figures, engine, reason: null })
      .where(evaluationIs(row.runId, row.round, row.siteId));
  }

  async fail(run: RunId, round: number, site: SiteId, reason: string): Promise<void> {
    await this.database.orm
      .update(evaluations)
      .set({ state: 'failed', reason })
      .where(and(evaluationIs(run, round, site), eq(evaluations.state, 'asked')));
  }

  /** Moves the deadlines of what is asked and was still awaited at `sinceMs`. */
  async extendDeadlines(executor: Executor, sinceMs: number, byMs: number): Promise<void> {
    await executor
      .update(evaluations)
      .set({ deadlineMs: sql`${evaluations.deadlineMs} + ${byMs}` })
      .where(and(eq(evaluations.state, 'asked'), gt(evaluations.deadlineMs, sinceMs)));
  }

  /** Whether a site was ever asked to evaluate this model. */
  async wasAskedFor(site: SiteId, model: Sha256Hex): Promise<boolean> {
    const rows = await this.database.orm
      .select({ round: evaluations.round })
      .from(evaluations)
      .where(and(eq(evaluations.siteId, site), eq(evaluations.modelSha256, model)))
      .limit(1);
    return rows.length > 0;
  }
}
