import { Inject, Injectable } from '@nestjs/common';
import type { Logger, SiteId } from '@mammofed/core';
import type { EvaluationReport, EvaluationStored, Refused } from '@mammofed/wire';
import { LOGGER } from '../injection-tokens.js';
import { refused } from '../sessions/refusals.js';
import { figuresOf, figuresProblem } from './evaluation-figures.js';
import { EvaluationStore } from './evaluation.store.js';
import { LiveProgress } from './live-progress.js';
import { RoundsService } from './rounds.service.js';

/** Takes the figures that sites report of committed models. */
@Injectable()
export class EvaluationService {
  constructor(
    private readonly evaluations: EvaluationStore,
    private readonly rounds: RoundsService,
    private readonly live: LiveProgress,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** Stores a report; the same site's second one for a round is acknowledged and changes nothing. */
  async report(site: SiteId, report: EvaluationReport): Promise<EvaluationStored | Refused> {
    const evaluation = await this.evaluations.find(report.runId, report.round, site);
    if (evaluation === null) {
      return refused('not-asked', `this site was not asked to evaluate round ${report.round} of this run`);
    }
    if (evaluation.modelSha256 !== report.modelSha256) {
      return refused('wrong-model', `round ${report.round} of this run has another model: fetch it again`);
    }
    const problem = figuresProblem(report);
    if (problem !== null) return refused('bad-figures', `the report is not sound: ${problem}`);
    if (evaluation.state !== 'reported') {
      await this.evaluations.report(evaluation, figuresOf(report), report.engine);
      this.log.info('evaluation stored', { runId: report.runId, round: report.round, siteId: site });
    }
    this.live.evaluated(report.runId, site);
    this.rounds.look(report.runId);
    return { kind: 'evaluation-stored' };
  }
}
