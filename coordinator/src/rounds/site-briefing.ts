import type { Clock, Logger, Mode, RunId, SiteId } from '@mammofed/core';
import type { AttemptRef } from '@mammofed/wire';
import type { RunRow } from '../database/schema.js';
import { errorText } from '../errors.js';
import type { ConnectionRegistry, SiteConnection } from '../sessions/connection-registry.js';
import type { RoundLifecycle, RunSituation } from './round-lifecycle.js';
import { isPending, mayTakePart } from './round-rules.js';
import type { RunOffers } from './run-offers.js';
import { isForNow, refusesEvaluations, type SiteFailure } from './site-failures.js';
import type { TaskAnswer, TaskDelivery } from './task-delivery.js';
import { untilStored } from './until-stored.js';

export interface SiteBriefingParts {
  readonly lifecycle: RoundLifecycle;
  readonly delivery: TaskDelivery;
  readonly registry: ConnectionRegistry;
  readonly offers: RunOffers;
  readonly clock: Clock;
  readonly log: Logger;
  /** Aborted when the coordinator stops. */
  readonly signal: AbortSignal;
}

/** The protocol has the messages of secure aggregation from this minor version on. */
const SECURE_SINCE_MINOR = 1;

const TOO_OLD: SiteFailure = {
  code: 'version-too-old',
  reason: 'version too old for mode secure: update the agent of this site',
};

/** Whether a site's program knows what a run in this mode asks of it. */
export function speaks({ protocolMinor }: Pick<SiteConnection, 'protocolMinor'>, mode: Mode): boolean {
  return mode !== 'secure' || protocolMinor >= SECURE_SINCE_MINOR;
}

/** What a site's answer to a task leads to. */
export interface AnswersToTasks {
  accepted(site: SiteId, ref: AttemptRef): Promise<void>;
  refused(site: SiteId, ref: AttemptRef, failure: SiteFailure): Promise<void>;
  evaluationRefused(): void;
}

/** Tells the sites of one run what they have not been told. It decides nothing about rounds. */
export class SiteBriefing {
  readonly #runId: RunId;
  readonly #parts: SiteBriefingParts;
  readonly #answers: AnswersToTasks;
  /** Evaluations that are in the database, or whose time was up, as this process knows. */
  readonly #askedEvaluations = new Set<string>();

  constructor(runId: RunId, parts: SiteBriefingParts, answers: AnswersToTasks) {
    this.#runId = runId;
    this.#parts = parts;
    this.#answers = answers;
  }

  /** Evaluations first: the model that a site is to train on is the one it evaluates, so it is fetched once. */
  async tell({ run, attempt, participants }: RunSituation): Promise<void> {
    if (attempt === null) return;
    const { lifecycle, registry, delivery, offers, clock } = this.#parts;
    const refusals = offers.refusals(run.id);
    const evaluates = (site: SiteId): boolean => !refusesEvaluations(refusals.get(site)?.code ?? '');
    const newestRound = attempt.state === 'committed' ? attempt.round : attempt.round - 1;
    const evaluators = registry
      .connected()
      .filter(({ siteId, siteName }) => mayTakePart(run.config.quorum, siteName) && evaluates(siteId));
    for (const { siteId } of evaluators) await this.#askEvaluation(run, newestRound, siteId);
    for (const evaluation of await lifecycle.askedEvaluations(run.id)) {
      if (clock.nowMs() >= evaluation.deadlineMs) continue;
      const { round, siteId } = evaluation;
      if (!evaluates(siteId)) continue;
      await delivery.evaluate(run, evaluation, (answer) => {
        if (answer.kind !== 'refused') return;
        // It stays asked: what it is refused for may pass before its deadline.
        if (isForNow(answer.code)) offers.refused(run.id, siteId, answer);
        else this.#handled(() => this.#evaluationFailed(siteId, round, answer.reason));
      });
    }
    if (!['training', 'keying', 'sharing', 'collecting'].includes(attempt.state)) return;
    for (const { siteId } of participants.filter(({ state }) => isPending(state))) {
      const connection = registry.of(siteId);
      if (connection !== null && !speaks(connection, run.config.mode)) {
        this.#trainingAnswered(siteId, attempt, { kind: 'refused', ...TOO_OLD });
        continue;
      }
      await delivery.train(run, attempt, siteId, (answer) => this.#trainingAnswered(siteId, attempt, answer));
    }
  }

  #trainingAnswered(site: SiteId, ref: AttemptRef, answer: TaskAnswer): void {
    switch (answer.kind) {
      case 'accepted':
        return this.#handled(() => this.#answers.accepted(site, ref));
      case 'refused':
        return this.#handled(() => this.#answers.refused(site, ref, answer));
    }
  }

  async #evaluationFailed(site: SiteId, round: number, reason: string): Promise<void> {
    await this.#parts.lifecycle.evaluations.fail(this.#runId, round, site, reason);
    this.#answers.evaluationRefused();
  }

  /** The look that told the site is over by the time that it answers. */
  #handled(work: () => Promise<void>): void {
    untilStored(work, this.#parts.signal).catch((error: unknown) =>
      this.#parts.log.error('answer to a task was lost', { runId: this.#runId, error: errorText(error) }),
    );
  }

  async #askEvaluation(run: RunRow, round: number, site: SiteId): Promise<void> {
    const key = `${round} ${site}`;
    if (this.#askedEvaluations.has(key)) return;
    const { lifecycle, clock } = this.#parts;
    const sinceMs = round === 0 ? run.startedAtMs : (await lifecycle.rounds.committed(run.id, round))?.endedAtMs;
    const deadlineMs = (sinceMs ?? 0) + run.config.timing.evaluationMs;
    if (clock.nowMs() < deadlineMs) await lifecycle.askEvaluation(run, round, site, deadlineMs);
    this.#askedEvaluations.add(key);
  }
}
