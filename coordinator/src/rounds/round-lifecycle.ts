import { Inject, Injectable } from '@nestjs/common';
import type { Clock, RunId, RunState, SiteId } from '@mammofed/core';
import type { UploadOpen } from '@mammofed/wire';
import { Database, type Transaction } from '../database/database.js';
import type { EvaluationRow, ParticipantRow, RoundRow, RunRow } from '../database/schema.js';
import { CLOCK } from '../injection-tokens.js';
import { appendToLog } from '../log/append-to-log.js';
import { logAbandoned, logCohort, logCommitted } from '../log/round-entries.js';
import { RunStore } from '../runs/run.store.js';
import { TrafficMeter } from '../sessions/traffic-meter.js';
import type { AggregationOutcome } from './aggregator.js';
import { EvaluationStore } from './evaluation.store.js';
import { isPending } from './round-rules.js';
import { RoundStore } from './round.store.js';

/** Where a run is. */
export interface RunSituation {
  readonly run: RunRow;
  /** Null before the first attempt of round 1. */
  readonly attempt: RoundRow | null;
  readonly participants: readonly ParticipantRow[];
}

/** Writes what belongs to a step, in one transaction with it. */
type Within = (transaction: Transaction) => Promise<void>;

/** What happens to runs, rounds and participants. Every method returns when the database has it: only then is anyone told. */
@Injectable()
export class RoundLifecycle {
  constructor(
    private readonly database: Database,
    private readonly runs: RunStore,
    readonly rounds: RoundStore,
    readonly evaluations: EvaluationStore,
    private readonly traffic: TrafficMeter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async situation(id: RunId): Promise<RunSituation | null> {
    const run = await this.runs.find(id);
    if (run === null) return null;
    const attempt = await this.rounds.newest(id);
    return { run, attempt, participants: attempt === null ? [] : await this.rounds.participants(attempt) };
  }

  async activeRunIds(): Promise<RunId[]> {
    return (await this.runs.active()).map(({ id }) => id);
  }

  async openAttempt(run: RunRow, round: number, attempt: number): Promise<void> {
    const startedAtMs = this.clock.nowMs();
    await this.rounds.add({ runId: run.id, round, attempt, baseModelSha256: run.modelSha256, startedAtMs });
  }

  /** Moves a run to `state` with a note for people; does nothing if both are so already. */
  async setRun(run: RunRow, state: RunState, note: string | null): Promise<void> {
    if (run.state === state && run.note === note) return;
    await this.database.transaction(async (transaction) => {
      await this.runs.advance(transaction, run, state, { note });
      if (state !== 'completed' && state !== 'failed') return;
      await appendToLog(transaction, { kind: 'ended', atMs: this.clock.nowMs(), run: run.id, state });
    });
  }

  async beginTraining(
    run: RunRow,
    attempt: RoundRow,
    siteIds: readonly SiteId[],
    clips: readonly number[],
  ): Promise<void> {
    const nowMs = this.clock.nowMs();
    await this.database.transaction(async (transaction) => {
      await this.rounds.select(transaction, attempt, siteIds);
      await this.rounds.advance(transaction, attempt, 'training', {
        clips: [...clips],
        deadlineMs: nowMs + run.config.timing.maxRoundMs,
      });
      await this.runs.advance(transaction, run, 'running', { note: null });
      await logCohort(transaction, attempt, siteIds, nowMs);
    });
  }

  /** The site took its task, or began it again after it was killed while uploading. */
  async markTraining(participant: ParticipantRow): Promise<void> {
    await this.rounds.moveParticipant(this.database.orm, participant, 'training');
  }

  async beginUpload(participant: ParticipantRow, upload: UploadOpen): Promise<void> {
    const facts = {
      uploadSha256: upload.sha256,
      uploadBytes: upload.byteLength,
      exampleCount: upload.statistics.exampleCount,
      trainLoss: upload.statistics.meanLoss,
      engine: upload.engine,
    };
    if (participant.state === 'uploading') await this.rounds.describeUpload(participant, facts);
    else await this.rounds.moveParticipant(this.database.orm, participant, 'uploading', facts);
  }

  /** In secure mode: its update lies on its own disk. */
  async markTrained(participant: ParticipantRow): Promise<void> {
    await this.rounds.moveParticipant(this.database.orm, participant, 'trained');
  }

  async markUploaded(participant: ParticipantRow, within?: Within): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const isUploading = participant.state === 'uploading';
      // A word of its training that came late had moved the site back while it was uploading.
      if (!isUploading) await this.rounds.moveParticipant(transaction, participant, 'uploading');
      await this.rounds.moveParticipant(transaction, { ...participant, state: 'uploading' }, 'uploaded');
      await within?.(transaction);
    });
    await this.takeTraffic(participant);
  }

  /** @param failureCode - what the site itself said; null if others dropped it. */
  async drop(
    participant: ParticipantRow,
    reason: string,
    failureCode: string | null = null,
    within?: Within,
  ): Promise<void> {
    await this.database.transaction(async (transaction) => {
      await this.rounds.moveParticipant(transaction, participant, 'dropped', { reason, failureCode });
      await within?.(transaction);
    });
    await this.takeTraffic(participant);
  }

  async beginAggregation(attempt: RoundRow): Promise<void> {
    await this.rounds.advance(this.database.orm, attempt, 'aggregating');
  }

  /**
   * Ends an attempt with its model and asks the contributors to evaluate it, all at once: a crash in between would end the
   * last round of a run without its figures.
   */
  async commit(
    run: RunRow,
    attempt: RoundRow,
    outcome: Extract<AggregationOutcome, { kind: 'model' }>,
    contributors: readonly SiteId[],
    within?: Within,
  ): Promise<void> {
    const nowMs = this.clock.nowMs();
    await this.database.transaction(async (transaction) => {
      await within?.(transaction);
      await this.rounds.advance(transaction, attempt, 'committed', {
        modelSha256: outcome.model.sha256,
        nextClips: [...outcome.nextClips],
        totalWeight: outcome.totalWeight,
        clippedCount: outcome.clippedCount,
        endedAtMs: nowMs,
      });
      for (const siteId of contributors) {
        const { runId, round } = attempt;
        const deadlineMs = nowMs + run.config.timing.evaluationMs;
        await this.evaluations.ask(
          { runId, round, siteId, modelSha256: outcome.model.sha256, deadlineMs },
          transaction,
        );
      }
      await this.runs.advance(transaction, run, 'running', {
        note: null,
        modelSha256: outcome.model.sha256,
        modelBytes: outcome.model.byteLength,
      });
      await logCommitted(transaction, attempt, outcome.model.sha256, contributors, nowMs);
    });
  }

  /**
   * Ends an attempt without a model; whoever was still at it is dropped.
   * @param runNote - given: no other attempt can follow, and the run fails with these words.
   */
  async abandon(
    { run, participants }: RunSituation,
    attempt: RoundRow,
    note: string,
    runNote: string | null = null,
    within?: Within,
  ): Promise<void> {
    const nowMs = this.clock.nowMs();
    await this.database.transaction(async (transaction) => {
      await within?.(transaction);
      for (const participant of participants.filter(({ state }) => isPending(state))) {
        await this.rounds.moveParticipant(transaction, participant, 'dropped', { reason: `abandoned: ${note}` });
      }
      await this.rounds.advance(transaction, attempt, 'abandoned', { note, endedAtMs: nowMs });
      await this.runs.advance(transaction, run, runNote === null ? run.state : 'failed', {
        note: runNote ?? `round ${attempt.round}, attempt ${attempt.attempt} was abandoned: ${note}`,
      });
      await logAbandoned(transaction, attempt, nowMs);
    });
    for (const participant of participants) await this.takeTraffic(participant);
  }

  /** Notes that `site` is asked to evaluate the newest model of a run, which is that of `round`. */
  async askEvaluation(run: RunRow, round: number, site: SiteId, deadlineMs: number): Promise<void> {
    await this.evaluations.ask({ runId: run.id, round, siteId: site, modelSha256: run.modelSha256, deadlineMs });
  }

  async askedEvaluations(run: RunId): Promise<EvaluationRow[]> {
    return this.evaluations.asked(run);
  }

  /** Puts what a site sent and was sent since the last time into its record of this attempt. */
  async takeTraffic(participant: ParticipantRow): Promise<void> {
    const { siteId } = participant;
    const taken = this.traffic.take(siteId);
    try {
      await this.rounds.addTraffic(participant, siteId, taken);
    } catch (error) {
      this.traffic.count(siteId, taken);
      throw error;
    }
  }
}
