import {
  canonicalJson,
  ringBitsOf,
  siteId as siteIdOf,
  type RunId,
  type SecurePhase,
  type SiteId,
} from '@mammofed/core';
import { clipsHash, PrivacyError, smallestThreshold, type RecoveredMasks, type SignedRoster } from '@mammofed/privacy';
import { sha256Of } from '@mammofed/storage';
import type { Message } from '@mammofed/wire';
import type { ParticipantRow, RoundRow } from '../database/schema.js';
import type { EnrolmentStore } from '../enrolment/enrolment.store.js';
import { errorText } from '../errors.js';
import type { Aggregator } from '../rounds/aggregator.js';
import type { ExclusiveQueue } from '../rounds/exclusive-queue.js';
import type { RunSituation } from '../rounds/round-lifecycle.js';
import { isPending } from '../rounds/round-rules.js';
import type { SiteBriefingParts } from '../rounds/site-briefing.js';
import { isRuleOfSite } from '../rounds/site-failures.js';
import { untilStored } from '../rounds/until-stored.js';
import type { AttemptLifecycle } from './attempt-lifecycle.js';
import type { AttemptMember, SiteLost } from './journal-entry.js';
import { OpenAttempt } from './open-attempt.js';
import { phaseAnswer } from './phase-answers.js';
import { decidePhase, isBeforeUpload, thresholdOf } from './phase-rules.js';

export interface SecureRoundParts extends SiteBriefingParts {
  readonly attempts: AttemptLifecycle;
  readonly enrolment: EnrolmentStore;
  readonly aggregator: Pick<Aggregator, 'parameterCount'>;
  /** The roster that counts now. */
  readonly roster: { readonly held: SignedRoster | null };
}

/** Why a site goes no further. */
export interface Loss {
  /** What the site said, or its answer was refused with; null if others dropped it. */
  readonly code: string | null;
  readonly reason: string;
}

export interface SecureRoundEffects {
  /** Called in the run's queue. */
  abandon(situation: RunSituation, attempt: RoundRow, note: string): Promise<void>;
  /** Something changed: the run is to be looked at again. */
  changed(): void;
}

/**
 * Moves an attempt of one run through the phases of secure aggregation. Every message that is taken and every end of a
 * phase is in the journal before anyone is told: whoever replays it goes on in the same attempt.
 *
 * All methods but {@link recover} are called in the run's queue.
 * @see docs/secure-aggregation.md; the rules are in phase-rules.ts and, of each message, in libs/privacy.
 */
export class SecureRound {
  readonly #runId: RunId;
  readonly #parts: SecureRoundParts;
  readonly #queue: ExclusiveQueue;
  readonly #effects: SecureRoundEffects;
  /** What the journal says, so that it is not replayed for every message. */
  #cached: { readonly key: string; readonly open: OpenAttempt } | null = null;

  constructor(runId: RunId, parts: SecureRoundParts, queue: ExclusiveQueue, effects: SecureRoundEffects) {
    this.#runId = runId;
    this.#parts = parts;
    this.#queue = queue;
    this.#effects = effects;
  }

  /** Ends the training: fixes the cohort, its threshold and the roster, and begins `keying`. */
  async begin({ run, participants }: RunSituation, attempt: RoundRow): Promise<true> {
    const { lifecycle, attempts, aggregator, roster, clock } = this.#parts;
    const held = roster.held;
    const members = await this.#membersOf(participants, held);
    const strangers = participants.filter(
      ({ state, siteId }) => state === 'trained' && !members.some((member) => member.siteId === siteId),
    );
    for (const participant of strangers) await lifecycle.drop(participant, 'the roster does not list it any more');
    if (held === null || strangers.length > 0) return true;
    const { timing, quorum } = run.config;
    const terms = {
      consortium: bytesOf(held.roster.root),
      run: run.id,
      round: attempt.round,
      attempt: attempt.attempt,
      configurationHash: bytesOf(sha256Of(canonicalJson(run.config))),
      threshold: thresholdOf(smallestThreshold(members.length), quorum.threshold),
      clipsHash: clipsHash(attempt.clips ?? []),
      ringBits: ringBitsOf(run.config),
      baseModel: attempt.baseModelSha256,
      rosterVersion: held.roster.version,
      rosterHash: bytesOf(held.sha256),
    };
    const parameterCount = await aggregator.parameterCount(attempt.baseModelSha256);
    const beginning = { terms, members, minCohort: quorum.minSites, parameterCount };
    // The training may have lasted to its deadline: the uploads get as long again.
    const deadlineMs = Math.max(attempt.deadlineMs ?? 0, clock.nowMs() + timing.maxRoundMs);
    await attempts.begin(attempt, beginning, timing.stallMs, deadlineMs);
    return true;
  }

  /** Closes the phase if it is due. @returns whether something changed. */
  async step(situation: RunSituation, attempt: RoundRow, phase: SecurePhase): Promise<boolean> {
    const open = await this.#opened(attempt);
    const revoked = this.#revokedMember(open, situation.participants, phase);
    if (revoked !== null) {
      const note = `the roster that counts now does not list ${revoked} any more, with which the attempt began`;
      await this.#abandon(situation, attempt, note);
      return true;
    }
    const decision = decidePhase({
      phase,
      ...open.counts(phase),
      least: open.least,
      nowMs: this.#parts.clock.nowMs(),
      phaseDeadlineMs: attempt.phaseDeadlineMs,
      deadlineMs: attempt.deadlineMs ?? 0,
    });
    if (decision === 'wait') return false;
    await this.#close(situation, attempt, phase, open);
    return true;
  }

  /** Asks the sites that the phase waits for, each once in each of its sessions. */
  async tell({ participants }: RunSituation, attempt: RoundRow, phase: SecurePhase): Promise<void> {
    const { delivery } = this.#parts;
    const open = await this.#opened(attempt);
    for (const site of open.pending(phase)) {
      const member = open.member(site);
      const participant = participants.find(({ siteId }) => siteId === member?.siteId);
      if (participant === undefined || participant.state === 'dropped') continue;
      // Until its update is there, a site that was restarted needs its task again to know what it is asked about.
      if (isBeforeUpload(phase) && !delivery.hasTaken(attempt, participant.siteId)) continue;
      const key = `${phase} ${attempt.runId} ${attempt.round} ${attempt.attempt}`;
      const request = (): Message => open.request(attempt, phase, site, attempt.deadlineMs ?? 0);
      delivery.ask(participant.siteId, key, request, (answer) => this.#answered(attempt, phase, site, answer));
    }
  }

  /** A site can or will not go on in this phase. */
  async lose(attempt: RoundRow, participant: ParticipantRow, phase: SecurePhase, failure: Loss): Promise<void> {
    const { lifecycle, attempts, log } = this.#parts;
    const open = await this.#opened(attempt);
    const member = open.memberOf(participant.siteId);
    if (member === null || !open.pending(phase).includes(member.name)) return;
    const { code, reason } = failure;
    log.warn('site lost in a phase', { runId: this.#runId, round: attempt.round, phase, siteId: member.siteId, code });
    const loss: SiteLost = { kind: 'lost', site: member.name, phase, code: code ?? 'silent', reason };
    await this.#noted(open, loss, async () => {
      if (isBeforeUpload(phase) && isPending(participant.state)) {
        await lifecycle.drop(participant, `${phase}: ${reason}`, code, (transaction) =>
          attempts.journal.add(transaction, attempt, loss, this.#parts.clock.nowMs()),
        );
      } else await attempts.note(attempt, loss);
    });
  }

  /** A member's masked update is whole on disk. */
  async uploaded(attempt: RoundRow, participant: ParticipantRow): Promise<void> {
    const { lifecycle, attempts, clock } = this.#parts;
    const open = await this.#opened(attempt);
    const member = open.memberOf(participant.siteId);
    if (member === null) return;
    const event = { kind: 'uploaded', site: member.name } as const;
    await this.#noted(open, event, () =>
      lifecycle.markUploaded(participant, (transaction) =>
        attempts.journal.add(transaction, attempt, event, clock.nowMs()),
      ),
    );
  }

  /** The masks that are left in the sum; every call gives a stream of its own. @throws PrivacyError `unrecoverable-secret`. */
  async recover(attempt: RoundRow): Promise<RecoveredMasks> {
    return (await this.#opened(attempt)).recover();
  }

  async #close(situation: RunSituation, attempt: RoundRow, phase: SecurePhase, open: OpenAttempt): Promise<void> {
    const { attempts, delivery, log } = this.#parts;
    const { run, participants } = situation;
    const reason = `no answer in phase ${phase} within ${Math.round(run.config.timing.stallMs / 1000)} s`;
    const losses = open
      .pending(phase)
      .map((site): SiteLost => ({ kind: 'lost', site, phase, code: 'no-answer', reason }));
    const { answeredCount } = open.counts(phase);
    try {
      for (const loss of losses) open.apply(loss);
      open.apply({ kind: 'closed', phase });
      if (open.isAbandoned) {
        for (const loss of losses) await attempts.note(attempt, loss);
        const note = `${phase}: ${answeredCount} of at least ${open.least} sites took part${reasonsText(open, phase)}`;
        return await this.#abandon(situation, attempt, note);
      }
      const dropped = isBeforeUpload(phase) ? this.#participantsOf(open, losses, participants) : [];
      await attempts.close(
        attempt,
        {
          ...{ phase, losses, confirmed: open.confirmed },
          dropped: dropped.map((participant) => ({ participant, reason })),
        },
        run.config.timing.stallMs,
      );
      for (const { siteId } of dropped) delivery.cancel(attempt, siteId, reason);
      const { round } = attempt;
      log.info('phase closed', { runId: run.id, round, phase, siteCount: answeredCount, lostCount: losses.length });
    } catch (error) {
      // Memory is ahead of the database: it is read anew.
      this.#cached = null;
      throw error;
    }
  }

  #participantsOf(
    open: OpenAttempt,
    losses: readonly SiteLost[],
    participants: readonly ParticipantRow[],
  ): ParticipantRow[] {
    const lost = new Set(losses.map(({ site }) => open.member(site)?.siteId));
    return participants.filter(({ siteId, state }) => lost.has(siteId) && isPending(state));
  }

  async #abandon(situation: RunSituation, attempt: RoundRow, note: string): Promise<void> {
    this.#cached = null;
    await this.#effects.abandon(situation, attempt, note);
  }

  #answered(ref: RoundRow, phase: SecurePhase, site: SiteId, answer: Message): void {
    const work = (): Promise<void> => this.#queue.run(() => this.#take(ref, phase, site, answer));
    untilStored(work, this.#parts.signal)
      .then(() => this.#effects.changed())
      .catch((error: unknown) =>
        this.#parts.log.error('answer of a phase was lost', { runId: this.#runId, error: errorText(error) }),
      );
  }

  async #take(ref: RoundRow, phase: SecurePhase, site: SiteId, message: Message): Promise<void> {
    const { lifecycle, attempts, log } = this.#parts;
    const attempt = await lifecycle.rounds.find(ref);
    if (attempt?.state !== phase) {
      return log.info('answer came after its phase', { runId: this.#runId, round: ref.round, phase });
    }
    const open = await this.#opened(attempt);
    const siteId = open.member(site)?.siteId;
    const participant = siteId === undefined ? null : await lifecycle.rounds.participant(attempt, siteId);
    // Whoever was given up stays so: the others were or will be told lists without it.
    if (participant === null || participant.state === 'dropped' || open.lost(phase).has(site)) return;
    const answer = phaseAnswer(phase, site, message);
    switch (answer.kind) {
      case 'accepted':
        return;
      case 'refused':
        if (isRuleOfSite(answer.code)) this.#parts.offers.refused(this.#runId, participant.siteId, answer);
        return this.lose(attempt, participant, phase, answer);
      case 'event':
        try {
          return await this.#noted(open, answer.event, () => attempts.note(attempt, answer.event));
        } catch (error) {
          if (!(error instanceof PrivacyError)) throw error;
          const { code, message: words } = error;
          // The first answer counts, and with it the site.
          if (code === 'second-answer') return log.warn('site answered twice', { runId: this.#runId, phase, siteId });
          return this.lose(attempt, participant, phase, { code, reason: `${code}: ${words}` });
        }
    }
  }

  /** Judged in memory first; if the database then fails, memory is ahead of it and is read anew. */
  async #noted(open: OpenAttempt, entry: Parameters<OpenAttempt['apply']>[0], write: () => Promise<void>) {
    if (open.apply(entry) === 'repeated') return;
    try {
      await write();
    } catch (error) {
      this.#cached = null;
      throw error;
    }
  }

  async #opened(attempt: RoundRow): Promise<OpenAttempt> {
    const key = `${attempt.round}-${attempt.attempt}`;
    if (this.#cached?.key !== key) {
      const entries = await this.#parts.attempts.journal.entries(attempt);
      this.#cached = { key, open: OpenAttempt.replay(entries) };
    }
    return this.#cached.open;
  }

  async #membersOf(participants: readonly ParticipantRow[], held: SignedRoster | null): Promise<AttemptMember[]> {
    const sites = await this.#parts.enrolment.sites();
    return participants.flatMap(({ state, siteId }): AttemptMember[] => {
      const site = sites.find(({ id }) => id === siteId);
      const isListed = held?.roster.sites.some(({ name, key }) => name === site?.name && key === site.publicKey);
      if (state !== 'trained' || site === undefined || isListed !== true) return [];
      return [{ siteId, name: siteIdOf(site.name), key: site.publicKey }];
    });
  }

  /** A member whom the newest roster does not list; after confirming, the roster of the terms counts to the end. */
  #revokedMember(open: OpenAttempt, participants: readonly ParticipantRow[], phase: SecurePhase): SiteId | null {
    const held = this.#parts.roster.held;
    if (phase === 'unmasking' || held === null || held.roster.version === open.beginning.terms.rosterVersion)
      return null;
    const active = new Set(participants.filter(({ state }) => state !== 'dropped').map(({ siteId }) => siteId));
    const gone = open.beginning.members.find(
      ({ siteId, name, key }) =>
        active.has(siteId) && !held.roster.sites.some((site) => site.name === name && site.key === key),
    );
    return gone?.name ?? null;
  }
}

function reasonsText(open: OpenAttempt, phase: SecurePhase): string {
  const reasons = [...open.lost(phase)].map(([site, reason]) => `${site}: ${reason}`).sort();
  return reasons.length === 0 ? '' : ` (${reasons.join('; ')})`;
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, 'hex'));
}
