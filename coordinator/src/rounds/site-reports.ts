import { isSecurePhase, packedByteLength, ringBitsOf, type Logger, type RunId, type SiteId } from '@mammofed/core';
import type { AttemptRef, Refused, TrainedNoted, UploadOpen } from '@mammofed/wire';
import type { ParticipantRow } from '../database/schema.js';
import type { SecureRound } from '../secure-rounds/secure-round.js';
import { refused } from '../sessions/refusals.js';
import type { UploadStore } from '../transfers/upload.store.js';
import type { Aggregator } from './aggregator.js';
import type { ExclusiveQueue } from './exclusive-queue.js';
import type { RoundLifecycle } from './round-lifecycle.js';
import { isPending } from './round-rules.js';
import type { RunOffers } from './run-offers.js';
import type { SiteFailure } from './site-failures.js';
import { isRuleOfSite } from './site-failures.js';
import { admitUpload, type UploadAdmission, type UploadVerdict } from './upload-admission.js';

export interface SiteReportsParts {
  readonly runId: RunId;
  readonly lifecycle: RoundLifecycle;
  readonly aggregator: Aggregator;
  readonly uploads: UploadStore;
  readonly secure: SecureRound;
  readonly queue: ExclusiveQueue;
  readonly offers: Pick<RunOffers, 'refused'>;
  readonly log: Logger;
  /** The run is to be looked at again. */
  changed(): void;
}

/** What the sites of one run say of their part in an attempt, and what it comes to. */
export class SiteReports {
  readonly #parts: SiteReportsParts;

  constructor(parts: SiteReportsParts) {
    this.#parts = parts;
  }

  /** Decides about an upload that a site announces and notes it. */
  admitUpload(site: SiteId, upload: UploadOpen): Promise<UploadAdmission> {
    return this.#parts.queue.run(async () => {
      const { lifecycle, aggregator } = this.#parts;
      const config = (await lifecycle.situation(this.#parts.runId))?.run.config;
      const round = await lifecycle.rounds.find(upload);
      const participant = await lifecycle.rounds.participant(upload, site);
      if (config === undefined) return refused('unknown-run', 'this coordinator knows no such run');
      const parameterCount = round === null ? 0 : await aggregator.parameterCount(round.baseModelSha256);
      const byteLength = packedByteLength({ parameterCount, ringBits: ringBitsOf(config) });
      const admission = admitUpload({ upload, round, participant, byteLength, mode: config.mode });
      if (admission.kind === 'open' && participant !== null) {
        if (participant.uploadSha256 !== null && participant.uploadSha256 !== upload.sha256) {
          // Begun and never finished: the site trained again and got other bytes.
          await this.#parts.uploads.discard({ ...keyOf(upload), siteId: site });
        }
        await lifecycle.beginUpload(participant, upload);
      }
      return admission;
    });
  }

  /** Counts an upload whose payload is whole and matches its hash, if it is within the site's share. */
  async uploadStored(site: SiteId, ref: AttemptRef): Promise<UploadVerdict> {
    const { lifecycle, aggregator, secure, log } = this.#parts;
    const verdict = await this.#parts.queue.run(async (): Promise<UploadVerdict> => {
      const situation = await lifecycle.situation(this.#parts.runId);
      const round = await lifecycle.rounds.find(ref);
      const participant = await lifecycle.rounds.participant(ref, site);
      if (situation === null || participant === null) return { kind: 'late' };
      if (participant.state === 'uploaded') return { kind: 'counted' };
      const { mode } = situation.run.config;
      const isAnnounced = participant.uploadSha256 !== null && isPending(participant.state);
      if (!isAnnounced || round?.state !== (mode === 'secure' ? 'collecting' : 'training')) return { kind: 'late' };
      if (mode === 'secure') {
        // Under a mask there is nothing to judge: the sum is.
        await secure.uploaded(round, participant);
        return { kind: 'counted' };
      }
      const key = { ...keyOf(ref), siteId: site };
      const problem = await aggregator.contributionProblem(key, situation.run.config, round.baseModelSha256);
      if (problem === null) {
        await lifecycle.markUploaded(participant);
        return { kind: 'counted' };
      }
      await lifecycle.drop(participant, `out-of-range: its update was refused, ${problem}`);
      log.warn('update out of range', { runId: this.#parts.runId, round: ref.round, siteId: site, problem });
      return { kind: 'out-of-range', problem };
    });
    this.#parts.changed();
    return verdict;
  }

  /** A site says that it is at its training. */
  async trainingBegan(site: SiteId, ref: AttemptRef): Promise<void> {
    await this.#onPendingParticipant(site, ref, async (participant) => {
      const attempt = await this.#parts.lifecycle.rounds.find(ref);
      if (attempt?.state !== 'training' || participant.state === 'trained') return;
      if (participant.state !== 'training') await this.#parts.lifecycle.markTraining(participant);
    });
  }

  /** In secure mode, a site says that its update lies on its disk. It says it until it is answered. */
  async trained(site: SiteId, ref: AttemptRef): Promise<TrainedNoted | Refused> {
    const answer = await this.#parts.queue.run(async (): Promise<TrainedNoted | Refused> => {
      const { lifecycle } = this.#parts;
      const situation = await lifecycle.situation(this.#parts.runId);
      const participant = await lifecycle.rounds.participant(ref, site);
      if (situation?.run.config.mode !== 'secure') {
        return refused('unexpected-message', 'in mode sealed a site uploads its update without a word before');
      }
      if (participant === null) return refused('not-in-cohort', 'this site is not in the cohort of this round');
      if (participant.state === 'dropped') {
        return refused('dropped-site', 'this site was dropped from this round: wait for the next one');
      }
      if (participant.state === 'selected' || participant.state === 'training')
        await lifecycle.markTrained(participant);
      return { kind: 'trained-noted' };
    });
    this.#parts.changed();
    return answer;
  }

  /** A site took its task. */
  async taskAccepted(site: SiteId, ref: AttemptRef): Promise<void> {
    await this.#onPendingParticipant(site, ref, async (participant) => {
      if (participant.state === 'selected') await this.#parts.lifecycle.markTraining(participant);
    });
    // A phase of secure aggregation may have waited for it.
    this.#parts.changed();
  }

  /** A site cannot or will not do its part. */
  async taskFailed(site: SiteId, ref: AttemptRef, { code, reason }: SiteFailure): Promise<void> {
    if (isRuleOfSite(code)) this.#parts.offers.refused(this.#parts.runId, site, { code, reason });
    await this.#onPendingParticipant(site, ref, (participant) => this.drop(participant, { code, reason }));
    this.#parts.changed();
  }

  /** A phase of secure aggregation has to know whom it no longer waits for. */
  async drop(participant: ParticipantRow, failure: { readonly code: string | null; readonly reason: string }) {
    const { lifecycle } = this.#parts;
    const attempt = await lifecycle.rounds.find(participant);
    if (attempt === null || !isSecurePhase(attempt.state)) {
      return lifecycle.drop(participant, failure.reason, failure.code);
    }
    await this.#parts.secure.lose(attempt, participant, attempt.state, failure);
  }

  #onPendingParticipant(site: SiteId, ref: AttemptRef, work: (p: ParticipantRow) => Promise<void>): Promise<void> {
    return this.#parts.queue.run(async () => {
      const participant = await this.#parts.lifecycle.rounds.participant(ref, site);
      if (participant !== null && isPending(participant.state)) await work(participant);
    });
  }
}

function keyOf({ runId, round, attempt }: AttemptRef): AttemptRef {
  return { runId, round, attempt };
}
