import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Logger, RunState } from '@mammofed/core';
import type { DataCheckReport, DataCheckStored, Refused } from '@mammofed/wire';
import type { RunRow, SiteRow } from '../database/schema.js';
import { CLOCK, LOGGER } from '../injection-tokens.js';
import { ExclusiveQueue } from '../rounds/exclusive-queue.js';
import { mayTakePart } from '../rounds/round-rules.js';
import { RoundsService } from '../rounds/rounds.service.js';
import { RunOffers } from '../rounds/run-offers.js';
import { RunStore } from '../runs/run.store.js';
import { refused } from '../sessions/refusals.js';
import { DataCheckStore } from './data-check.store.js';
import { dataCheckProblem, figuresOf, joiningSites, othersOf, unfitness } from './data-check-rules.js';

/** States of a run that sites are offered. */
const UNDER_WAY: readonly RunState[] = ['draft', 'running', 'waiting-for-cohort'];

/** Takes what sites report of their dry runs, keeps those out of rounds whose data do not fit, and sums what they share. */
@Injectable()
export class DataChecksService {
  /** Two that join the sum at a time must not each miss the other. */
  readonly #queue = new ExclusiveQueue();

  constructor(
    private readonly checks: DataCheckStore,
    private readonly runs: RunStore,
    private readonly offers: RunOffers,
    private readonly rounds: RoundsService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** To be called before any run goes on: what sites reported before a restart still counts. */
  async recall(): Promise<void> {
    for (const { id } of [...(await this.runs.active()), ...(await this.runs.drafts())])
      for (const { siteId, figures } of await this.checks.ofRun(id))
        this.offers.dataChecked(id, siteId, unfitness(figures));
  }

  /** Stores a report in the place of the site's earlier one. */
  async report(site: SiteRow, report: DataCheckReport): Promise<DataCheckStored | Refused> {
    const problem = dataCheckProblem(report);
    if (problem !== null) return refused('bad-data-check', `the report of the data check is not sound: ${problem}`);
    return this.#queue.run(async () => {
      const run = await this.runs.find(report.runId);
      if (run === null || !UNDER_WAY.includes(run.state) || !mayTakePart(run.config.quorum, site.name))
        return refused('unknown-run', 'no such run is offered to this site');
      return this.#store(run, site, report);
    });
  }

  async #store(run: RunRow, { id: site, name: siteName }: SiteRow, report: DataCheckReport): Promise<DataCheckStored> {
    const { study } = run.config;
    await this.checks.put(run.id, site, figuresOf(report), this.clock.nowMs());
    this.log.info('data check stored', { runId: run.id, siteName, fits: report.fits });
    this.offers.dataChecked(run.id, site, unfitness(report));
    const rows = await this.checks.ofRun(run.id);
    const joining = joiningSites(rows, await this.checks.pooled(study));
    await this.checks.pool(study, joining);
    // The others have had an answer without this sum: they report again when they are offered the run again.
    if (joining.size > 0)
      this.offers.offerAnew(
        run,
        rows.map(({ siteId }) => siteId).filter((other) => other !== site),
      );
    this.rounds.look(run.id);
    return { kind: 'data-check-stored', others: othersOf(site, await this.checks.pooled(study)) };
  }
}
