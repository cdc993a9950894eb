import { Injectable } from '@nestjs/common';
import type { Message, Welcome } from '@mammofed/wire';
import type { SiteRow } from '../database/schema.js';
import { DataChecksService } from '../data-checks/data-checks.service.js';
import { EnrolmentService } from '../enrolment/enrolment.service.js';
import { LogAnswersService } from '../log/log-answers.service.js';
import { EvaluationService } from '../rounds/evaluation.service.js';
import { RoundsService } from '../rounds/rounds.service.js';
import { DownloadsService } from '../transfers/downloads.service.js';
import { UploadsService } from '../transfers/uploads.service.js';
import { refused } from './refusals.js';

/** Brings each message of an authenticated session to whoever decides about it. */
@Injectable()
export class MessageRouter {
  constructor(
    private readonly enrolment: EnrolmentService,
    private readonly rounds: RoundsService,
    private readonly evaluations: EvaluationService,
    private readonly uploads: UploadsService,
    private readonly downloads: DownloadsService,
    private readonly logAnswers: LogAnswersService,
    private readonly dataChecks: DataChecksService,
  ) {}

  /** A machine without an enrolment may ask for one and do nothing else. @returns null to end the session unanswered. */
  async fromStranger(message: Message, publicKey: Uint8Array): Promise<Message | null> {
    if (message.kind !== 'enrol')
      return refused('not-enrolled', 'this machine is not enrolled: enrol it with a join code first');
    return this.enrolment.enrol(message, publicKey);
  }

  async #welcome(site: SiteRow): Promise<Welcome> {
    const { treeHead } = await this.logAnswers.treeHead();
    return { ...this.enrolment.welcome(site), treeHead };
  }

  /** @returns the answer; null for messages that have none. */
  async fromSite(site: SiteRow, message: Message): Promise<Message | null> {
    switch (message.kind) {
      case 'ready':
        return this.#welcome(site);
      case 'progress':
        await this.rounds.progress(site.id, message);
        return null;
      case 'task-failed':
        await this.rounds.taskFailed(site.id, message);
        return null;
      case 'chunk-request':
        return this.downloads.chunk(site.id, message);
      case 'upload-open':
        return this.uploads.open(site.id, message);
      case 'upload-chunk':
        return this.uploads.chunk(site.id, message);
      case 'trained':
        return this.rounds.trained(site.id, message);
      case 'evaluation-report':
        return this.evaluations.report(site.id, message);
      case 'data-check-report':
        return this.dataChecks.report(site, message);
      case 'tree-head-request':
        return this.logAnswers.treeHead();
      case 'consistency-request':
        return this.logAnswers.consistency(message);
      case 'log-record-request':
        return this.logAnswers.record(message);
      case 'offer-again':
        this.rounds.offerAgain(site.id);
        return null;
      case 'run-offer':
      case 'run-agreed':
      case 'data-check-stored':
      case 'refused':
      case 'enrol':
      case 'enrolled':
      case 'welcome':
      case 'roster-update':
      case 'roster-taken':
      case 'train-task':
      case 'evaluate-task':
      case 'cancel-task':
      case 'task-accepted':
      case 'chunk':
      case 'upload-status':
      case 'evaluation-stored':
      case 'trained-noted':
      case 'advertise-request':
      case 'advertisement':
      case 'roll':
      case 'dealt-shares':
      case 'mask-request':
      case 'mask-accepted':
      case 'confirm-request':
      case 'confirmation':
      case 'unmask-request':
      case 'unmask-shares':
      case 'tree-head-answer':
      case 'consistency-proof':
      case 'log-record':
        return refused('unexpected-message', `a site does not send ${message.kind} here`);
    }
  }
}
