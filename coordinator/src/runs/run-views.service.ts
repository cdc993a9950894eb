import { Injectable } from '@nestjs/common';
import type { RunId, RunState, RunView } from '@mammofed/core';
import { DataCheckStore } from '../data-checks/data-check.store.js';
import { Database } from '../database/database.js';
import { EnrolmentStore } from '../enrolment/enrolment.store.js';
import { EvaluationStore } from '../rounds/evaluation.store.js';
import { LiveProgress } from '../rounds/live-progress.js';
import { RoundStore } from '../rounds/round.store.js';
import { RunOffers } from '../rounds/run-offers.js';
import { AttemptJournal } from '../secure-rounds/attempt-journal.store.js';
import { TrafficMeter } from '../sessions/traffic-meter.js';
import { RunStore } from './run.store.js';
import { runView } from './run-view.js';

/** One line of the list of runs. */
export interface RunSummary {
  readonly runId: RunId;
  readonly state: RunState;
  readonly study: string;
  /** The newest round that has begun; 0 before the first. */
  readonly round: number;
  readonly rounds: number;
  readonly createdAtMs: number;
}

/** Shows runs to the administrator. */
@Injectable()
export class RunViewsService {
  constructor(
    private readonly database: Database,
    private readonly runs: RunStore,
    private readonly rounds: RoundStore,
    private readonly evaluations: EvaluationStore,
    private readonly dataChecks: DataCheckStore,
    private readonly journal: AttemptJournal,
    private readonly enrolment: EnrolmentStore,
    private readonly live: LiveProgress,
    private readonly traffic: TrafficMeter,
    private readonly offers: RunOffers,
  ) {}

  /** Oldest first. */
  async list(): Promise<RunSummary[]> {
    const newest = await this.rounds.newestRounds();
    return (await this.runs.all()).map(({ id, state, config, createdAtMs }) => ({
      runId: id,
      state,
      study: config.study,
      round: newest.get(id) ?? 0,
      rounds: config.rounds,
      createdAtMs,
    }));
  }

  /** @returns null if there is no such run. */
  async view(id: RunId): Promise<RunView | null> {
    // Of one moment: a round that is committed already and the model from before it would contradict each other.
    const rows = await this.database.snapshot(async (snapshot) => {
      const run = await this.runs.find(id, snapshot);
      if (run === null) return null;
      return {
        run,
        attempts: await this.rounds.ofRun(id, snapshot),
        participants: await this.rounds.participantsOfRun(id, snapshot),
        evaluations: await this.evaluations.ofRun(id, snapshot),
        dataChecks: await this.dataChecks.ofRun(id, snapshot),
        journals: run.config.mode === 'secure' ? await this.journal.linesOfRun(id, snapshot) : [],
        sites: await this.enrolment.sites(snapshot),
      };
    });
    if (rows === null) return null;
    return runView({
      ...rows,
      run: { ...rows.run, note: this.live.troubleOf(id) ?? rows.run.note },
      trainingOf: (attempt, site) => this.live.of(attempt, site),
      evaluationOf: (site) => this.live.evaluationOf(id, site),
      refusals: this.offers.refusals(id),
      untakenTraffic: (site) => this.traffic.peek(site),
    });
  }
}
