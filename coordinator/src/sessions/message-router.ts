import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from '@mammofed/core';
import type { Message, Refused, Welcome } from '@mammofed/wire';
import type { SiteRow } from '../database/schema.js';
import { EnrolmentService } from '../enrolment/enrolment.service.js';
import { errorText } from '../errors.js';
import { LOGGER } from '../injection-tokens.js';
import { EvaluationService } from '../rounds/evaluation.service.js';
import { RoundsService } from '../rounds/rounds.service.js';
import { DownloadsService } from '../transfers/downloads.service.js';
import { UploadsService } from '../transfers/uploads.service.js';
import { failureAnswer } from './failure-answer.js';
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
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** A machine without an enrolment may ask for one and do nothing else. @returns null to end the session unanswered. */
  async fromStranger(message: Message, publicKey: Uint8Array): Promise<Message | null> {
    if (message.kind !== 'enrol')
      return refused('not-enrolled', 'this machine is not enrolled: enrol it with a join code first');
    return this.#answered(() => this.enrolment.enrol(message, publicKey));
  }

  welcome(site: SiteRow): Welcome {
    return this.enrolment.welcome(site);
  }

  /** @returns the answer; null for messages that have none. */
  async fromSite(site: SiteRow, message: Message): Promise<Message | null> {
    switch (message.kind) {
      case 'ready':
        return this.welcome(site);
      case 'progress':
        await this.rounds.progress(site.id, message);
        return null;
      case 'task-failed':
        await this.rounds.taskFailed(site.id, message);
        return null;
      case 'chunk-request':
        return this.#answered(() => this.downloads.chunk(site.id, message));
      case 'upload-open':
        return this.#answered(() => this.uploads.open(site.id, message));
      case 'upload-chunk':
        return this.#answered(() => this.uploads.chunk(site.id, message));
      case 'evaluation-report':
        return this.#answered(() => this.evaluations.report(site.id, message));
      case 'offer-again':
        this.rounds.offerAgain(site.id);
        return null;
      case 'run-offer':
      case 'run-agreed':
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
        return refused('unexpected-message', `a site does not send ${message.kind} here`);
    }
  }

  /** A failure of our own becomes an answer without details; the log has them. */
  async #answered(work: () => Promise<Message>): Promise<Message | Refused> {
    try {
      return await work();
    } catch (error) {
      this.log.error('a message could not be handled', { error: errorText(error) });
      return failureAnswer(error);
    }
  }
}
