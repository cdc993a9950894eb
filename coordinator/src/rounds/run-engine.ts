import type { Clock, Logger, RunId, SiteId } from '@mammofed/core';
import type { AttemptRef, UploadOpen } from '@mammofed/wire';
import type { ParticipantRow, RoundRow, RunRow } from '../database/schema.js';
import type { EnrolmentStore } from '../enrolment/enrolment.store.js';
import type { ConnectionRegistry } from '../sessions/connection-registry.js';
import type { UploadStore } from '../transfers/upload.store.js';
import type { AggregationOutcome, Aggregator } from './aggregator.js';
import { ExclusiveQueue } from './exclusive-queue.js';
import type { RoundLifecycle, RunSituation } from './round-lifecycle.js';
import {
  decideSelection,
  decideTraining,
  isPending,
  MAX_ATTEMPTS,
  reasonToDrop,
  retryDelayMs,
} from './round-rules.js';
import type { TaskDelivery } from './task-delivery.js';
import { admitUpload, type UploadAdmission } from './upload-admission.js';

export interface RunEngineParts {
  readonly lifecycle: RoundLifecycle;
  readonly aggregator: Aggregator;
  readonly delivery: TaskDelivery;
  readonly registry: ConnectionRegistry;
  readonly enrolment: EnrolmentStore;
  readonly uploads: UploadStore;
  readonly clock: Clock;
  readonly log: Logger;
  /** Aborted when the coordinator stops. */
  readonly signal: AbortSignal;
}

const isActive = (run: RunRow): boolean => run.state === 'running' || run.state === 'waiting-for-cohort';

/**
 * Moves one run on. Each look reads where the run is from the database, takes the step that the rules allow, writes it, and
 * then tells the sites what they have not been told: so a restarted coordinator goes on exactly where it was.
 */
export class RunEngine {
  readonly #runId: RunId;
  readonly #parts: RunEngineParts;
  readonly #queue = new ExclusiveQueue();
  #isLookQueued = false;
  #isAggregating = false;
  #isOver = false;
  /** Since when the quorum is connected without a break. */
  #quorumSinceMs: number | null = null;
  /** When this process began to watch the attempt: a site is not silent for longer than that. */
  #watched: { readonly key: string; readonly sinceMs: number } | null = null;
  readonly #askedEvaluations = new Set<string>();

  constructor(runId: RunId, parts: RunEngineParts) {
    this.#runId = runId;
    this.#parts = parts;
  }

  /** Whether the run has ended: nothing will happen any more. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Looks at the run and does what is due. Calls that come while a look is already waiting are one with it. */
  async advance(): Promise<void> {
    if (this.#isLookQueued || this.#isOver || this.#parts.signal.aborted) return;
    this.#isLookQueued = true;
    await this.#queue.run(async () => {
      this.#isLookQueued = false;
      while (!this.#parts.signal.aborted && (await this.#step()));
      if (!this.#parts.signal.aborted) await this.#tellSites();
    });
  }

  /** Decides about an upload that a site announces and notes it. */
  admitUpload(site: SiteId, upload: UploadOpen): Promise<UploadAdmission> {
    return this.#queue.run(async () => {
      const { lifecycle, aggregator } = this.#parts;
      const round = await lifecycle.rounds.find(upload);
      const participant = await lifecycle.rounds.participant(upload, site);
      const wordCount = round === null ? 0 : await aggregator.wordCount(round.baseModelSha256);
      const admission = admitUpload({ upload, round, participant, wordCount });
      if (admission.kind === 'open' && participant !== null) {
        if (participant.uploadSha256 !== null && participant.uploadSha256 !== upload.sha256) {
          // Begun and never finished: the site trained again and got other bytes.
          await this.#parts.uploads.discard({ ...keyOf(upload), siteId: site });
        }
        await lifecycle.beginUpload(participant, upload);
      }
      return admission;
    });
  }

  /** Counts an upload whose payload is whole and checked. @returns false if its attempt has closed meanwhile. */
  async uploadStored(site: SiteId, ref: AttemptRef): Promise<boolean> {
    const counts = await this.#queue.run(async () => {
      const round = await this.#parts.lifecycle.rounds.find(ref);
      const participant = await this.#parts.lifecycle.rounds.participant(ref, site);
      if (participant?.state === 'uploaded') return true;
      if (round?.state !== 'training' || participant?.state !== 'uploading') return false;
      await this.#parts.lifecycle.markUploaded(participant);
      return true;
    });
    this.#lookSoon();
    return counts;
  }

  /** A site says that it is at its training. */
  async trainingBegan(site: SiteId, ref: AttemptRef): Promise<void> {
    await this.#onPendingParticipant(site, ref, async (participant) => {
      if (participant.state !== 'training') await this.#parts.lifecycle.markTraining(participant);
    });
  }

  /** A site cannot or will not do its part. */
  async taskFailed(site: SiteId, ref: AttemptRef, reason: string): Promise<void> {
    await this.#onPendingParticipant(site, ref, (participant) => this.#parts.lifecycle.drop(participant, reason));
    this.#lookSoon();
  }

  #onPendingParticipant(site: SiteId, ref: AttemptRef, work: (p: ParticipantRow) => Promise<void>): Promise<void> {
    return this.#queue.run(async () => {
      const participant = await this.#parts.lifecycle.rounds.participant(ref, site);
      if (participant !== null && isPending(participant.state)) await work(participant);
    });
  }

  #lookSoon(): void {
    this.advance().catch((error: unknown) => {
      this.#parts.log.error('run could not go on', { runId: this.#runId, error: String(error) });
    });
  }

  /** @returns whether something changed, so that it is worth looking again. */
  async #step(): Promise<boolean> {
    const { lifecycle } = this.#parts;
    const situation = await lifecycle.situation(this.#runId);
    if (situation === null || !isActive(situation.run)) {
      this.#isOver = true;
      return false;
    }
    const { run, attempt } = situation;
    if (attempt === null) return this.#open(run, 1, 1);
    switch (attempt.state) {
      case 'selecting':
        return this.#select(run, attempt);
      case 'training':
        return this.#watchTraining(situation, attempt);
      case 'aggregating':
        this.#aggregate(situation, attempt);
        return false;
      case 'committed':
        if (attempt.round < run.config.rounds) return this.#open(run, attempt.round + 1, 1);
        return this.#finish(run, attempt);
      case 'abandoned':
        return this.#retry(run, attempt);
    }
  }

  async #open(run: RunRow, round: number, attempt: number): Promise<true> {
    this.#quorumSinceMs = null;
    await this.#parts.lifecycle.openAttempt(run, round, attempt);
    return true;
  }

  async #select(run: RunRow, attempt: RoundRow): Promise<boolean> {
    const { lifecycle, registry, enrolment, aggregator, clock, log } = this.#parts;
    const { quorum, timing } = run.config;
    const connected = registry.connected();
    const nowMs = clock.nowMs();
    if (connected.length < quorum.minSites) this.#quorumSinceMs = null;
    else this.#quorumSinceMs ??= nowMs;
    const decision = decideSelection({
      connectedCount: connected.length,
      enrolledCount: await enrolment.siteCount(),
      quorumSinceMs: this.#quorumSinceMs,
      nowMs,
      quorum,
      selectMs: timing.selectMs,
    });
    const where = `round ${attempt.round}`;
    switch (decision.kind) {
      case 'wait-for-quorum': {
        const note = `${where} waits for sites: ${connected.length} of at least ${quorum.minSites} are connected`;
        await lifecycle.setRun(run, 'waiting-for-cohort', note);
        return false;
      }
      case 'wait-for-more': {
        const seconds = Math.round(timing.selectMs / 1000);
        const note = `${where} waits up to ${seconds} s for more sites: ${connected.length} are connected`;
        await lifecycle.setRun(run, 'running', note);
        return false;
      }
      case 'select': {
        const cohort = connected.slice(0, quorum.maxSites).map(({ siteId }) => siteId);
        const previous = attempt.round === 1 ? null : await lifecycle.rounds.committed(run.id, attempt.round - 1);
        const clips = previous?.nextClips ?? (await aggregator.firstClips(run.config, attempt.baseModelSha256));
        await lifecycle.beginTraining(run, attempt, cohort, clips);
        log.info('round began', { runId: run.id, round: attempt.round, attempt: attempt.attempt, siteCount: cohort.length });
        return true;
      }
    }
  }

  async #watchTraining(situation: RunSituation, attempt: RoundRow): Promise<boolean> {
    const { lifecycle, registry, delivery, uploads, clock, log } = this.#parts;
    const { run, participants } = situation;
    const nowMs = clock.nowMs();
    const key = `${attempt.round}-${attempt.attempt}`;
    if (this.#watched?.key !== key) this.#watched = { key, sinceMs: nowMs };
    let hasDropped = false;
    for (const participant of participants) {
      const reason = reasonToDrop({
        state: participant.state,
        isConnected: registry.of(participant.siteId) !== null,
        lastHeardAtMs: Math.max(this.#watched.sinceMs, registry.lastHeardAtMs(participant.siteId) ?? 0),
        deadlineMs: attempt.deadlineMs ?? Infinity,
        nowMs,
        stallMs: run.config.timing.stallMs,
      });
      if (reason === null) continue;
      await lifecycle.drop(participant, reason);
      delivery.cancel(attempt, participant.siteId, reason);
      log.warn('site dropped from round', { runId: run.id, round: attempt.round, siteId: participant.siteId, reason });
      hasDropped = true;
    }
    if (hasDropped) return true;
    const decision = decideTraining(
      participants.map(({ state }) => state),
      run.config.quorum.minSites,
    );
    switch (decision.kind) {
      case 'wait':
        return false;
      case 'aggregate':
        await lifecycle.beginAggregation(attempt);
        return true;
      case 'abandon': {
        const reasons = await this.#reasonsOf(participants);
        const note = `${decision.uploadedCount} of at least ${run.config.quorum.minSites} sites contributed${reasons}`;
        await this.#abandon(situation, attempt, note);
        await uploads.discardAttempt(attempt);
        return true;
      }
    }
  }

  /** The last is not awaited by the look: sites go on being answered. */
  #aggregate(situation: RunSituation, attempt: RoundRow): void {
    if (this.#isAggregating) return;
    this.#isAggregating = true;
    this.#computeAndCommit(situation, attempt)
      .catch((error: unknown) => {
        if (this.#parts.signal.aborted) return;
        this.#parts.log.error('aggregation failed', { runId: this.#runId, round: attempt.round, error: String(error) });
        return this.#queue.run(async () => {
          const now = await this.#parts.lifecycle.situation(this.#runId);
          if (now?.attempt?.state !== 'aggregating') return;
          await this.#abandon(now, now.attempt, `the coordinator could not aggregate it (${String(error)})`);
        });
      })
      .catch((error: unknown) => this.#parts.log.error('round could not be abandoned', { error: String(error) }))
      .finally(() => {
        this.#isAggregating = false;
        if (!this.#parts.signal.aborted) this.#lookSoon();
      });
  }

  async #computeAndCommit({ run, participants }: RunSituation, attempt: RoundRow): Promise<void> {
    const { aggregator, enrolment, uploads, lifecycle, log, clock, signal } = this.#parts;
    const uploaded = new Set(participants.filter(({ state }) => state === 'uploaded').map(({ siteId }) => siteId));
    const startedMs = clock.nowMs();
    const outcome: AggregationOutcome = await aggregator.aggregate({
      ref: attempt,
      config: run.config,
      baseModelSha256: attempt.baseModelSha256,
      clips: attempt.clips ?? [],
      contributors: (await enrolment.sites()).map(({ id }) => id).filter((id) => uploaded.has(id)),
      signal,
    });
    await this.#queue.run(async () => {
      const now = await lifecycle.situation(this.#runId);
      if (now === null) return;
      if (outcome.kind === 'unusable') {
        await this.#abandon(now, attempt, outcome.reason);
      } else {
        await lifecycle.commit(now.run, attempt, outcome);
        for (const site of uploaded) await this.#askEvaluation({ ...now.run, modelSha256: outcome.model.sha256 }, attempt.round, site);
        log.info('round committed', {
          runId: run.id,
          round: attempt.round,
          siteCount: uploaded.size,
          clippedCount: outcome.clippedCount,
          elapsedMs: clock.nowMs() - startedMs,
        });
      }
      await uploads.discardAttempt(attempt);
    });
  }

  async #abandon(situation: RunSituation, attempt: RoundRow, note: string): Promise<void> {
    await this.#parts.lifecycle.abandon(situation, attempt, note);
    for (const { siteId, state } of situation.participants) {
      if (isPending(state)) this.#parts.delivery.cancel(attempt, siteId, `the round was abandoned: ${note}`);
    }
    this.#parts.log.warn('round abandoned', { runId: this.#runId, round: attempt.round, attempt: attempt.attempt, note });
  }

  async #retry(run: RunRow, attempt: RoundRow): Promise<boolean> {
    if (attempt.attempt >= MAX_ATTEMPTS) {
      const note = `round ${attempt.round} was abandoned ${MAX_ATTEMPTS} times; the last time: ${attempt.note ?? 'unknown'}`;
      await this.#parts.lifecycle.setRun(run, 'failed', note);
      this.#parts.log.error('run failed', { runId: run.id, round: attempt.round });
      return true;
    }
    const dueMs = (attempt.endedAtMs ?? 0) + retryDelayMs(attempt.attempt);
    if (this.#parts.clock.nowMs() < dueMs) return false;
    return this.#open(run, attempt.round, attempt.attempt + 1);
  }

  /** After the last round: completed once its evaluations are in or their time is up. */
  async #finish(run: RunRow, attempt: RoundRow): Promise<boolean> {
    const { lifecycle, clock, log } = this.#parts;
    const asked = await lifecycle.askedEvaluations(run.id);
    const isAwaited = asked.some(({ round, deadlineMs }) => round === attempt.round && clock.nowMs() < deadlineMs);
    if (isAwaited) return false;
    for (const participant of await lifecycle.rounds.participants(attempt)) await lifecycle.takeTraffic(participant);
    await lifecycle.setRun(run, 'completed', null);
    log.info('run completed', { runId: run.id });
    return true;
  }

  /** Evaluations first: the model that a site is to train on is the one it evaluates, so it is fetched once. */
  async #tellSites(): Promise<void> {
    const { lifecycle, registry, delivery, clock } = this.#parts;
    const situation = await lifecycle.situation(this.#runId);
    if (situation === null || situation.attempt === null || !isActive(situation.run)) return;
    const { run, attempt, participants } = situation;
    const newestRound = attempt.state === 'committed' ? attempt.round : attempt.round - 1;
    for (const { siteId } of registry.connected()) await this.#askEvaluation(run, newestRound, siteId);
    for (const evaluation of await lifecycle.askedEvaluations(run.id)) {
      if (clock.nowMs() >= evaluation.deadlineMs) continue;
      const { round, siteId } = evaluation;
      await delivery.evaluate(run, evaluation, (answer) => {
        if (answer.kind === 'refused') this.#evaluationFailed(siteId, round, answer.reason);
      });
    }
    if (attempt.state !== 'training') return;
    for (const participant of participants.filter(({ state }) => isPending(state))) {
      const { siteId } = participant;
      await delivery.train(run, attempt, siteId, (answer) => {
        const handled =
          answer.kind === 'refused'
            ? this.taskFailed(siteId, attempt, answer.reason)
            : this.#taskAccepted(siteId, attempt);
        handled.catch((error: unknown) => this.#parts.log.error('answer to a task was lost', { error: String(error) }));
      });
    }
  }

  #taskAccepted(site: SiteId, ref: AttemptRef): Promise<void> {
    return this.#onPendingParticipant(site, ref, async (participant) => {
      if (participant.state === 'selected') await this.#parts.lifecycle.markTraining(participant);
    });
  }

  #evaluationFailed(site: SiteId, round: number, reason: string): void {
    this.#parts.lifecycle.evaluations
      .fail(this.#runId, round, site, reason)
      .then(() => this.#lookSoon())
      .catch((error: unknown) => this.#parts.log.error('answer to a task was lost', { error: String(error) }));
  }

  async #askEvaluation(run: RunRow, round: number, site: SiteId): Promise<void> {
    const key = `${round} ${site}`;
    if (this.#askedEvaluations.has(key)) return;
    const sinceMs = round === 0 ? run.startedAtMs : (await this.#parts.lifecycle.rounds.committed(run.id, round))?.endedAtMs;
    const deadlineMs = (sinceMs ?? 0) + run.config.timing.evaluationMs;
    if (this.#parts.clock.nowMs() < deadlineMs) {
      await this.#parts.lifecycle.askEvaluation(run, round, site, deadlineMs);
    }
    this.#askedEvaluations.add(key);
  }

  async #reasonsOf(participants: readonly ParticipantRow[]): Promise<string> {
    const sites = await this.#parts.enrolment.sites();
    const reasons = participants
      .filter(({ reason }) => reason !== null)
      .map(({ siteId, reason }) => `${sites.find(({ id }) => id === siteId)?.name ?? siteId}: ${reason}`);
    return reasons.length === 0 ? '' : ` (${reasons.join('; ')})`;
  }
}

function keyOf({ runId, round, attempt }: AttemptRef): AttemptRef {
  return { runId, round, attempt };
}
