import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Logger, RunId, SiteId } from '@mammofed/core';
import type { AttemptRef, Progress, Refused, TaskFailed, Trained, TrainedNoted, UploadOpen } from '@mammofed/wire';
import type { RunRow } from '../database/schema.js';
import { EnrolmentStore } from '../enrolment/enrolment.store.js';
import { CLOCK, LOGGER } from '../injection-tokens.js';
import { ConnectionRegistry } from '../sessions/connection-registry.js';
import { refused } from '../sessions/refusals.js';
import { UploadStore } from '../transfers/upload.store.js';
import { Aggregator } from './aggregator.js';
import { Heartbeat } from './heartbeat.js';
import { LiveProgress } from './live-progress.js';
import { isPending } from './round-rules.js';
import { RosterService } from '../roster/roster.service.js';
import { AttemptLifecycle } from '../secure-rounds/attempt-lifecycle.js';
import { RoundLifecycle } from './round-lifecycle.js';
import { RunEngine } from './run-engine.js';
import { RunOffers } from './run-offers.js';
import { TaskDelivery } from './task-delivery.js';
import { untilStored } from './until-stored.js';
import type { UploadAdmission, UploadVerdict } from './upload-admission.js';

/** How often deadlines are looked at; everything else is looked at when it happens. */
const LOOK_EVERY_MS = 250;

/** What the engines of all runs work with. */
@Injectable()
export class RoundParts {
  constructor(
    readonly lifecycle: RoundLifecycle,
    readonly aggregator: Aggregator,
    readonly delivery: TaskDelivery,
    readonly uploads: UploadStore,
    readonly heartbeat: Heartbeat,
    @Inject(CLOCK) readonly clock: Clock,
    @Inject(LOGGER) readonly log: Logger,
  ) {}
}

/** What rounds in secure mode need beside. */
@Injectable()
export class SecureRoundsParts {
  constructor(
    readonly attempts: AttemptLifecycle,
    readonly roster: RosterService,
  ) {}
}

/** Keeps an engine for every active run and brings it what concerns it. */
@Injectable()
export class RoundsService {
  readonly #engines = new Map<RunId, RunEngine>();
  readonly #stopping = new AbortController();
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly parts: RoundParts,
    private readonly secure: SecureRoundsParts,
    private readonly registry: ConnectionRegistry,
    private readonly enrolment: EnrolmentStore,
    private readonly live: LiveProgress,
    private readonly offers: RunOffers,
  ) {}

  /** Goes on with every run that was under way, from the database and the uploads on disk. */
  async resume(): Promise<void> {
    const { lifecycle, uploads, log, heartbeat } = this.parts;
    // First of all: nobody may look at a deadline that does not count the time since the last stop.
    await heartbeat.beatIfDue();
    await uploads.discardAllBut(await lifecycle.rounds.open());
    for (const id of await lifecycle.activeRunIds()) {
      log.info('run goes on', { runId: id });
      this.watch(id);
    }
    this.offers.begin();
    this.registry.onChange(() => this.#lookAtAll());
    this.#timer = setInterval(() => this.#lookAtAll(), LOOK_EVERY_MS);
  }

  /** Begins to move a run on. */
  watch(id: RunId): void {
    if (this.#engines.has(id)) return;
    const { registry, enrolment, live, offers } = this;
    const signal = this.#stopping.signal;
    const engine = new RunEngine(id, {
      ...this.parts,
      attempts: this.secure.attempts,
      journal: this.secure.attempts.journal,
      roster: this.secure.roster,
      live,
      offers,
      registry,
      enrolment,
      signal,
    });
    this.#engines.set(id, engine);
    this.look(id);
  }

  /** Tells the sites of a run that was described just now. */
  offer(run: RunRow): void {
    this.offers.offer(run);
  }

  /** What a site says to runs may be another by now. */
  offerAgain(site: SiteId): void {
    this.offers.again(site);
    this.#lookAtAll();
  }

  /** Something happened to a run: look at it now. */
  look(id: RunId): void {
    const engine = this.#engines.get(id);
    if (engine === undefined) return;
    void engine.advance().then(() => {
      if (!engine.isOver) return;
      this.#engines.delete(id);
      this.live.forget(id);
      this.offers.forget(id);
    });
  }

  async admitUpload(site: SiteId, upload: UploadOpen): Promise<UploadAdmission> {
    const engine = this.#engines.get(upload.runId);
    if (engine !== undefined) return engine.sites.admitUpload(site, upload);
    return (await this.parts.lifecycle.situation(upload.runId)) === null
      ? refused('unknown-run', 'this coordinator knows no such run')
      : refused('late-upload', 'the run is over: this update is no longer used');
  }

  /** A site in secure mode has its update on its disk. */
  async trained(site: SiteId, message: Trained): Promise<TrainedNoted | Refused> {
    const engine = this.#engines.get(message.runId);
    if (engine !== undefined) return engine.sites.trained(site, message);
    return refused('unknown-run', 'no such run is under way: wait for the next task');
  }

  /** Decides about an upload whose payload is whole. */
  async uploadStored(site: SiteId, ref: AttemptRef): Promise<UploadVerdict> {
    return (await this.#engines.get(ref.runId)?.sites.uploadStored(site, ref)) ?? { kind: 'late' };
  }

  async progress(site: SiteId, progress: Progress): Promise<void> {
    // Of a run that is under way: what sites make up fills no memory.
    if (!this.#engines.has(progress.runId)) return;
    const participant = await this.parts.lifecycle.rounds.participant(progress, site);
    // Evaluations have no participant; a progress of anything else without one is from a stranger to the run.
    if (participant === null && progress.phase !== 'evaluating') return;
    this.live.note(site, progress);
    if (
      progress.phase === 'training' &&
      participant !== null &&
      ['selected', 'uploading'].includes(participant.state)
    ) {
      await this.#engines.get(progress.runId)?.sites.trainingBegan(site, progress);
    }
  }

  /** A failure of a site that no longer trains in the attempt is one of evaluating that round's model. */
  async taskFailed(site: SiteId, failure: TaskFailed): Promise<void> {
    const reason = `${failure.code}: ${failure.message}`;
    this.parts.log.warn('site reported a failure', {
      runId: failure.runId,
      round: failure.round,
      siteId: site,
      code: failure.code,
    });
    await untilStored(() => this.#failed(site, failure, reason), this.#stopping.signal);
  }

  async #failed(site: SiteId, failure: TaskFailed, reason: string): Promise<void> {
    const participant = await this.parts.lifecycle.rounds.participant(failure, site);
    if (participant !== null && isPending(participant.state)) {
      await this.#engines.get(failure.runId)?.sites.taskFailed(site, failure, { code: failure.code, reason });
    } else {
      this.live.evaluated(failure.runId, site);
      await this.parts.lifecycle.evaluations.fail(failure.runId, failure.round, site, reason);
      this.look(failure.runId);
    }
  }

  /** Takes no further step in any run; an aggregation under way ends at its next chunk and is redone at the next start. */
  stop(): void {
    this.#stopping.abort();
    if (this.#timer !== null) clearInterval(this.#timer);
  }

  /** Waits until nothing writes any more; to be called after {@link stop}, once no site can send anything. */
  async settled(): Promise<void> {
    await Promise.all([...this.#engines.values()].map((engine) => engine.settled()));
  }

  #lookAtAll(): void {
    for (const id of this.#engines.keys()) this.look(id);
  }
}
