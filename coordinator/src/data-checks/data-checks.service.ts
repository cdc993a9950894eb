import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Logger, RunId } from '@mammofed/core';
import type { DataCheckReport, DataCheckStored, Refused } from '@mammofed/wire';
import type { SiteRow } from '../database/schema.js';
import { CLOCK, LOGGER } from '../injection-tokens.js';
import { ExclusiveQueue } from '../rounds/exclusive-queue.js';
import { mayTakePart } from '../rounds/round-rules.js';
import { RoundsService } from '../rounds/rounds.service.js';
import { RunOffers } from '../rounds/run-offers.js';
import { RunStore } from '../runs/run.store.js';
import { refused } from '../sessions/refusals.js';
import { DataCheckStore } from './data-check.store.js';
import { dataCheckProblem, figuresOf, joiningSites, othersOf, unfitness } from './data-check-rules.js';

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
    const { runId } = report;
    const run = await this.runs.find(runId);
    const isUnderWay = run !== null && ['draft', 'running', 'waiting-for-cohort'].includes(run.state);
    if (!isUnderWay || !mayTakePart(run.config.quorum, site.name))
      return refused('unknown-run', 'no such run is offered to this site');
    const problem = dataCheckProblem(report);
    if (problem !== null) return refused('bad-data-check', `the report of the data check is not sound: ${problem}`);
    return this.#queue.run(() => this.#store(runId, site, report));
  }

  async #store(runId: RunId, { id: site, name: siteName }: SiteRow, report: DataCheckReport): Promise<DataCheckStored> {
    await this.checks.put(runId, site, figuresOf(report), this.clock.nowMs());
    this.log.info('data check stored', { runId, siteName, fits: report.fits });
    this.offers.dataChecked(runId, site, unfitness(report));
    const joining = joiningSites(await this.checks.ofRun(runId));
    await this.checks.pool(runId, joining);
    const rows = await this.checks.ofRun(runId);
    // The others have had an answer without this sum: they report again when they are offered the run again.
    if (joining.size > 0) for (const { siteId: other } of rows) if (other !== site) this.rounds.offerAgain(other);
    this.rounds.look(runId);
    return { kind: 'data-check-stored', others: othersOf(site, rows) };
  }
}
