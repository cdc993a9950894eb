import { isSecurePhase, type RunId } from '@mammofed/core';
import { passingFailure } from '../database/database-failure.js';
import type { ParticipantRow, RoundRow, RunRow } from '../database/schema.js';
import { errorText } from '../errors.js';
import type { SiteConnection } from '../sessions/connection-registry.js';
import { isBeyondRetry } from '../secure-rounds/phase-rules.js';
import { SecureRound, type SecureRoundParts } from '../secure-rounds/secure-round.js';
import { eligibleSites, withheldText } from './eligible-sites.js';
import { ExclusiveQueue } from './exclusive-queue.js';
import type { Heartbeat } from './heartbeat.js';
import { RoundAggregation, type RoundAggregationParts } from './round-aggregation.js';
import type { RunSituation } from './round-lifecycle.js';
import { decideSelection, decideTraining, isPending, MAX_ATTEMPTS, reasonToDrop, retryDelayMs } from './round-rules.js';
import { SiteBriefing, speaks } from './site-briefing.js';
import { SiteReports } from './site-reports.js';

export interface RunEngineParts extends SecureRoundParts, RoundAggregationParts {
  readonly aggregator: RoundAggregationParts['aggregator'];
  readonly heartbeat: Pick<Heartbeat, 'beatIfDue'>;
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
  readonly #aggregation: RoundAggregation;
  #isOver = false;
  /** Since when the quorum is connected without a break. */
  #quorumSinceMs: number | null = null;
  #lastFailure: string | null = null;
  /** When this process began to watch the attempt: a site is not silent for longer than that. */
  #watched: { readonly key: string; readonly sinceMs: number } | null = null;
  readonly #briefing: SiteBriefing;
  readonly #secure: SecureRound;
  /** What sites say of their part. */
  readonly sites: SiteReports;

  constructor(runId: RunId, parts: RunEngineParts) {
    this.#runId = runId;
    this.#parts = parts;
    this.#aggregation = new RoundAggregation(runId, parts, this.#queue, {
      abandon: (situation, attempt, note) => this.#abandon(situation, attempt, note),
      ended: () => void this.advance(),
      recover: (attempt) => this.#secure.recover(attempt),
    });
    this.#secure = new SecureRound(runId, parts, this.#queue, {
      abandon: (situation, attempt, note) => this.#abandon(situation, attempt, note),
      changed: () => void this.advance(),
    });
    this.sites = new SiteReports({
      ...parts,
      runId,
      secure: this.#secure,
      queue: this.#queue,
      changed: () => void this.advance(),
    });
    this.#briefing = new SiteBriefing(runId, parts, {
      accepted: (site, ref) => this.sites.taskAccepted(site, ref),
      refused: (site, ref, failure) => this.sites.taskFailed(site, ref, failure),
      evaluationRefused: () => void this.advance(),
    });
  }

  /** Whether the run has ended: nothing will happen any more. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /**
   * Looks at the run and does what is due. Calls that come while a look is already waiting are one with it. A failure (a full
   * disk) is logged, and the next look tries again.
   */
  async advance(): Promise<void> {
    if (this.#isLookQueued || this.#isOver || this.#parts.signal.aborted) return;
    this.#isLookQueued = true;
    await this.#queue.run(async () => {
      this.#isLookQueued = false;
      try {
        await this.#parts.heartbeat.beatIfDue();
        while (!this.#parts.signal.aborted && (await this.#step()));
        if (!this.#parts.signal.aborted) await this.#tellSites();
        this.#lastFailure = null;
        this.#parts.live.trouble(this.#runId, 'look', null);
      } catch (error) {
        this.#lookFailed(error);
      }
    });
  }

  /** Looks come several times a second: a failure that lasts is logged once. */
  #lookFailed(error: unknown): void {
    const passing = passingFailure(error);
    const text = passing?.message ?? errorText(error);
    if (text === this.#lastFailure) return;
    this.#lastFailure = text;
    this.#parts.live.trouble(this.#runId, 'look', passing === null ? null : `the run waits: ${text}`);
    this.#parts.log.error('run could not go on; it is tried again', { runId: this.#runId, error: text });
  }

  /** Waits until nothing of this run is at work any more; to be called once the signal is aborted. */
  async settled(): Promise<void> {
    // A look that was under way may still have begun an aggregation.
    await this.#queue.run(() => Promise.resolve());
    await this.#aggregation.settled();
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
    this.#parts.offers.offer(run);
    if (attempt === null) return this.#open(run, 1, 1);
    switch (attempt.state) {
      case 'selecting':
        return this.#select(run, attempt);
      case 'training':
        return this.#watchTraining(situation, attempt);
      case 'collecting':
        if (await this.#dropSilent(situation, attempt, 'collecting')) return true;
        return this.#secure.step(situation, attempt, attempt.state);
      case 'keying':
      case 'sharing':
      case 'confirming':
      case 'unmasking':
        return this.#secure.step(situation, attempt, attempt.state);
      case 'aggregating':
        // Not awaited by the look: sites go on being answered.
        this.#aggregation.begin(situation, attempt);
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
    const { lifecycle, registry, enrolment, offers, aggregator, clock, log } = this.#parts;
    const { quorum, timing } = run.config;
    const cohort = await eligibleSites(run, lifecycle.rounds, enrolment, offers);
    if (cohort.outOfReach !== null) return this.#fail(run, attempt, cohort.outOfReach);
    const enrolled = cohort.siteIds;
    const mayBegin = (site: SiteConnection): boolean =>
      enrolled.has(site.siteId) && !cohort.withheld.has(site.siteId) && offers.isAnswered(run.id, site);
    const present = registry.connected().filter(mayBegin);
    const connected = present.filter((connection) => speaks(connection, run.config.mode));
    const tooOld = present.filter((connection) => !connected.includes(connection)).map(({ siteName }) => siteName);
    const nowMs = clock.nowMs();
    if (connected.length < quorum.minSites) this.#quorumSinceMs = null;
    else this.#quorumSinceMs ??= nowMs;
    const decision = decideSelection({
      connectedCount: connected.length,
      enrolledCount: enrolled.size,
      quorumSinceMs: this.#quorumSinceMs,
      nowMs,
      quorum,
      selectMs: timing.selectMs,
    });
    const where = `round ${attempt.round}`;
    switch (decision.kind) {
      case 'wait-for-quorum': {
        const note = `${where} waits for sites: ${connected.length} of at least ${quorum.minSites} are connected${withheldText(cohort)}${tooOldText(tooOld)}`;
        await lifecycle.setRun(run, 'waiting-for-cohort', note);
        return false;
      }
      case 'wait-for-more': {
        const seconds = Math.round(timing.selectMs / 1000);
        const note = `${where} waits up to ${seconds} s for more sites: ${connected.length} are connected${withheldText(cohort)}`;
        await lifecycle.setRun(run, 'running', note);
        return false;
      }
      case 'select': {
        const selected = connected.slice(0, quorum.maxSites).map(({ siteId }) => siteId);
        const previous = attempt.round === 1 ? null : await lifecycle.rounds.committed(run.id, attempt.round - 1);
        const clips = previous?.nextClips ?? (await aggregator.firstClips(run.config, attempt.baseModelSha256));
        await lifecycle.beginTraining(run, attempt, selected, clips);
        log.info('round began', {
          runId: run.id,
          round: attempt.round,
          attempt: attempt.attempt,
          siteCount: selected.length,
        });
        return true;
      }
    }
  }

  /** Drops sites that are silent, or late. @returns whether there was one. */
  async #dropSilent(
    { run, participants }: RunSituation,
    attempt: RoundRow,
    phase: 'training' | 'collecting',
  ): Promise<boolean> {
    const { registry, delivery, clock, log } = this.#parts;
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
        phase,
      });
      if (reason === null) continue;
      await this.sites.drop(participant, { code: null, reason });
      delivery.cancel(attempt, participant.siteId, reason);
      log.warn('site dropped from round', { runId: run.id, round: attempt.round, siteId: participant.siteId, reason });
      hasDropped = true;
    }
    return hasDropped;
  }

  async #watchTraining(situation: RunSituation, attempt: RoundRow): Promise<boolean> {
    const { lifecycle } = this.#parts;
    const { run, participants } = situation;
    if (await this.#dropSilent(situation, attempt, 'training')) return true;
    const decision = decideTraining(
      participants.map(({ state }) => state),
      run.config.quorum.minSites,
    );
    switch (decision.kind) {
      case 'wait':
        return false;
      case 'end':
        if (run.config.mode === 'secure') return this.#secure.begin(situation, attempt);
        await lifecycle.beginAggregation(attempt);
        return true;
      case 'abandon': {
        const reasons = await this.#reasonsOf(participants);
        const note = `${decision.readyCount} of at least ${run.config.quorum.minSites} sites contributed${reasons}`;
        await this.#abandon(situation, attempt, note);
        return true;
      }
    }
  }

  async #abandon(situation: RunSituation, attempt: RoundRow, note: string): Promise<void> {
    const { lifecycle, journal, uploads } = this.#parts;
    const isSecure = situation.run.config.mode === 'secure';
    const runNote = isSecure && isBeyondRetry(attempt.state) ? noOtherAttempt(attempt, note) : null;
    await lifecycle.abandon(situation, attempt, note, runNote, (transaction) =>
      journal.forgetShares(transaction, attempt),
    );
    await uploads.discardAttempt(attempt);
    for (const { siteId, state } of situation.participants) {
      // In secure mode a site that has uploaded still holds secrets of the attempt.
      if (isPending(state) || (isSecure && state !== 'dropped'))
        this.#parts.delivery.cancel(attempt, siteId, `the round was abandoned: ${note}`);
    }
    // Not the note: it quotes what sites said.
    this.#parts.log.warn('round abandoned', { runId: this.#runId, round: attempt.round, attempt: attempt.attempt });
  }

  async #fail(run: RunRow, attempt: RoundRow, note: string): Promise<true> {
    const { lifecycle, log } = this.#parts;
    if (attempt.state === 'selecting') await lifecycle.abandon({ run, attempt, participants: [] }, attempt, note);
    await lifecycle.setRun(run, 'failed', note);
    log.error('run failed', { runId: run.id, round: attempt.round });
    return true;
  }

  async #retry(run: RunRow, attempt: RoundRow): Promise<boolean> {
    const { lifecycle, enrolment, offers } = this.#parts;
    const { outOfReach } = await eligibleSites(run, lifecycle.rounds, enrolment, offers);
    if (outOfReach !== null)
      return this.#fail(run, attempt, `${outOfReach}; the last attempt: ${attempt.note ?? 'unknown'}`);
    if (attempt.attempt >= MAX_ATTEMPTS) {
      const note = `round ${attempt.round} was abandoned ${MAX_ATTEMPTS} times; the last time: ${attempt.note ?? 'unknown'}`;
      return this.#fail(run, attempt, note);
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

  async #tellSites(): Promise<void> {
    const situation = await this.#parts.lifecycle.situation(this.#runId);
    if (situation === null || !isActive(situation.run)) return;
    await this.#briefing.tell(situation);
    const { attempt } = situation;
    if (attempt !== null && isSecurePhase(attempt.state)) await this.#secure.tell(situation, attempt, attempt.state);
  }

  async #reasonsOf(participants: readonly ParticipantRow[]): Promise<string> {
    const sites = await this.#parts.enrolment.sites();
    const reasons = participants
      .filter(({ reason }) => reason !== null)
      .map(({ siteId, reason }) => `${sites.find(({ id }) => id === siteId)?.name ?? siteId}: ${reason}`);
    return reasons.length === 0 ? '' : ` (${reasons.join('; ')})`;
  }
}

function tooOldText(siteNames: readonly string[]): string {
  return siteNames.length === 0 ? '' : `; version too old for mode secure: ${siteNames.join(', ')}`;
}

function noOtherAttempt({ round }: RoundRow, note: string): string {
  return (
    `round ${round} was given up after sites had begun to take their masks off: ${note}. No other attempt at it is possible, ` +
    'because the difference of two sums is one site’s update; make a new run with another seed, or from another initial model'
  );
}
