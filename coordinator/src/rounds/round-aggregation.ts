import type { RunId } from '@mammofed/core';
import type { RecoveredMasks } from '@mammofed/privacy';
import type { AttemptJournal } from '../secure-rounds/attempt-journal.store.js';
import { passingFailure } from '../database/database-failure.js';
import type { RoundRow } from '../database/schema.js';
import type { EnrolmentStore } from '../enrolment/enrolment.store.js';
import { errorText } from '../errors.js';
import type { UploadStore } from '../transfers/upload.store.js';
import type { AggregationOutcome, Aggregator } from './aggregator.js';
import type { ExclusiveQueue } from './exclusive-queue.js';
import type { LiveProgress } from './live-progress.js';
import type { RunSituation } from './round-lifecycle.js';
import type { SiteBriefingParts } from './site-briefing.js';

/** How long a full disk, or a database that is away, is given before the sum is computed again. */
const AGGREGATE_AGAIN_MS = 5000;

export interface RoundAggregationParts extends SiteBriefingParts {
  readonly aggregator: Aggregator;
  readonly enrolment: EnrolmentStore;
  readonly uploads: UploadStore;
  readonly live: Pick<LiveProgress, 'trouble'>;
  readonly journal: AttemptJournal;
}

export interface AggregationEffects {
  /** Called in the run's queue. */
  abandon(situation: RunSituation, attempt: RoundRow, note: string): Promise<void>;
  ended(): void;
  /** In secure mode: the masks that are left in the sum. */
  recover(attempt: RoundRow): Promise<RecoveredMasks>;
}

/** Computes a run's next model beside everything else that the run does, one at a time, and commits it in the run's queue. */
export class RoundAggregation {
  readonly #runId: RunId;
  readonly #parts: RoundAggregationParts;
  readonly #queue: ExclusiveQueue;
  readonly #effects: AggregationEffects;
  #underWay: Promise<void> | null = null;
  /** After one that could not be stored: when the next one begins. */
  #dueMs = 0;

  constructor(runId: RunId, parts: RoundAggregationParts, queue: ExclusiveQueue, effects: AggregationEffects) {
    this.#runId = runId;
    this.#parts = parts;
    this.#queue = queue;
    this.#effects = effects;
  }

  async settled(): Promise<void> {
    await this.#underWay;
  }

  /** Begins it unless it is under way, or failed a moment ago. */
  begin(situation: RunSituation, attempt: RoundRow): void {
    if (this.#underWay !== null || this.#parts.clock.nowMs() < this.#dueMs) return;
    this.#underWay = this.#computeAndCommit(situation, attempt)
      .catch((error: unknown) => {
        if (this.#parts.signal.aborted) return;
        const passing = passingFailure(error);
        if (passing !== null) return this.#tryLater(attempt, passing.message);
        this.#parts.log.error('aggregation failed', {
          runId: this.#runId,
          round: attempt.round,
          error: errorText(error),
        });
        return this.#queue.run(async () => {
          const now = await this.#parts.lifecycle.situation(this.#runId);
          if (now?.attempt?.state !== 'aggregating') return;
          await this.#effects.abandon(now, now.attempt, `the coordinator could not aggregate it (${errorText(error)})`);
        });
      })
      .catch((error: unknown) => this.#parts.log.error('round could not be abandoned', { error: errorText(error) }))
      .finally(() => {
        this.#underWay = null;
        if (!this.#parts.signal.aborted) this.#effects.ended();
      });
  }

  /** The uploads are on disk: the attempt is not given up for want of room, or of a database, for a while. */
  #tryLater({ round }: RoundRow, message: string): void {
    const { clock, live, log } = this.#parts;
    this.#dueMs = clock.nowMs() + AGGREGATE_AGAIN_MS;
    live.trouble(this.#runId, 'aggregation', `round ${round} waits for its model: ${message}`);
    log.error('aggregation failed; it is tried again', { runId: this.#runId, round, error: message });
  }

  async #computeAndCommit({ run, participants }: RunSituation, attempt: RoundRow): Promise<void> {
    const { aggregator, enrolment, uploads, lifecycle, journal, log, clock, signal } = this.#parts;
    const uploaded = new Set(participants.filter(({ state }) => state === 'uploaded').map(({ siteId }) => siteId));
    const contributors = (await enrolment.sites()).map(({ id }) => id).filter((id) => uploaded.has(id));
    const startedMs = clock.nowMs();
    const recovered = run.config.mode === 'secure' ? await this.#effects.recover(attempt) : null;
    const wrongShares = recovered?.wrongShares ?? [];
    for (const { holder, owner } of wrongShares) {
      log.warn('wrong share', { runId: run.id, round: attempt.round, holder, owner });
    }
    const outcome: AggregationOutcome = await aggregator.aggregate({
      ref: attempt,
      config: run.config,
      baseModelSha256: attempt.baseModelSha256,
      clips: attempt.clips ?? [],
      contributors,
      unmasking: recovered?.unmasking ?? null,
      signal,
    });
    await this.#queue.run(async () => {
      const now = await lifecycle.situation(this.#runId);
      if (now === null) return;
      if (outcome.kind === 'unusable') {
        await this.#effects.abandon(now, attempt, outcome.reason);
      } else {
        await lifecycle.commit(now.run, attempt, outcome, contributors, async (transaction) => {
          for (const { holder, owner } of wrongShares) {
            await journal.add(transaction, attempt, { kind: 'wrong-share', holder, owner }, clock.nowMs());
          }
          await journal.forgetShares(transaction, attempt);
        });
        log.info('round committed', {
          runId: run.id,
          round: attempt.round,
          siteCount: contributors.length,
          clippedCount: outcome.clippedCount,
          elapsedMs: clock.nowMs() - startedMs,
        });
      }
      this.#parts.live.trouble(this.#runId, 'aggregation', null);
      await uploads.discardAttempt(attempt);
    });
  }
}
