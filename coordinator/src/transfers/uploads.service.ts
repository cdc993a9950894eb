import { Inject, Injectable } from '@nestjs/common';
import type { Logger, SiteId } from '@mammofed/core';
import { sha256Of } from '@mammofed/storage';
import {
  chunkCount,
  MAX_CHUNK_BYTES,
  type Refused,
  type UploadChunk,
  type UploadOpen,
  type UploadStatus,
} from '@mammofed/wire';
import { passingFailure } from '../database/database-failure.js';
import { LOGGER } from '../injection-tokens.js';
import { ExclusiveQueue } from '../rounds/exclusive-queue.js';
import { LiveProgress } from '../rounds/live-progress.js';
import { RoundsService } from '../rounds/rounds.service.js';
import { failureAnswer } from '../sessions/failure-answer.js';
import { refused } from '../sessions/refusals.js';
import { ChunkGate } from './chunk-gate.js';
import { UploadStore, type UploadClaim, type UploadKey } from './upload.store.js';

/** An upload under way. Its chunks are taken one after another. */
interface OpenUpload {
  readonly key: UploadKey;
  readonly announced: UploadOpen;
  readonly claim: UploadClaim;
  readonly queue: ExclusiveQueue;
  nextChunk: number;
  isComplete: boolean;
}

const LATE = 'the round of this update has closed: it is no longer used; wait for the next task';

/** Takes updates chunk by chunk: on disk first, then acknowledged. */
@Injectable()
export class UploadsService {
  /** One for each site: a site works at one round at a time. */
  readonly #open = new Map<SiteId, OpenUpload>();

  constructor(
    private readonly store: UploadStore,
    private readonly rounds: RoundsService,
    private readonly gate: ChunkGate,
    private readonly live: LiveProgress,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** Begins an upload, or says where one goes on that was broken off. */
  open(site: SiteId, message: UploadOpen): Promise<UploadStatus | Refused> {
    // A chunk of an older session may still be on its way to the disk, and must not be counted while this one begins.
    const before = this.#open.get(site);
    return before === undefined ? this.#begin(site, message) : before.queue.run(() => this.#begin(site, message));
  }

  async #begin(site: SiteId, message: UploadOpen): Promise<UploadStatus | Refused> {
    const admission = await this.rounds.admitUpload(site, message);
    if (admission.kind === 'refused') return this.#refuse(site, admission);
    if (admission.kind === 'complete') return status(chunkCount(message.byteLength), true);
    const { runId, round, attempt, sha256, byteLength } = message;
    const key: UploadKey = { runId, round, attempt, siteId: site };
    const claim: UploadClaim = { sha256, byteLength };
    const begun = await this.store.begin(key, claim).catch((error: unknown) => this.#noRoom(key, error));
    if ('kind' in begun) return begun;
    const { nextChunk, isComplete } = begun;
    const upload: OpenUpload = { key, announced: message, claim, nextChunk, isComplete, queue: new ExclusiveQueue() };
    this.#open.set(site, upload);
    // Whole and checked before a crash, but the crash came before the database had it.
    if (isComplete) return this.#count(upload);
    return status(nextChunk, false);
  }

  /** Takes one chunk. A chunk that is there already is acknowledged and not written again. */
  async chunk(site: SiteId, message: UploadChunk): Promise<UploadStatus | Refused> {
    const upload = this.#open.get(site);
    if (upload === undefined || !isOf(upload.key, message)) {
      return refused('upload-not-open', 'no such upload is open: announce it again');
    }
    return upload.queue.run(async () => {
      if (this.#open.get(site) !== upload)
        return refused('upload-not-open', 'no such upload is open: announce it again');
      if (upload.isComplete || message.index < upload.nextChunk) return status(upload.nextChunk, upload.isComplete);
      const problem = chunkProblem(upload, message);
      if (problem !== null) return this.#refuse(site, problem);
      try {
        await this.gate.run(site, () => this.store.writeChunk(upload.key, message.index, message.data));
        this.live.trouble(upload.key.runId, `upload ${site}`, null);
      } catch (error) {
        return this.#writeFailed(upload, error);
      }
      upload.nextChunk++;
      if (upload.nextChunk < chunkCount(upload.claim.byteLength)) return status(upload.nextChunk, false);
      if (!(await this.store.finish(upload.key, upload.claim))) {
        this.#open.delete(site);
        return this.#refuse(
          site,
          refused(
            'bad-payload',
            'the whole update does not match the hash it was announced with: send it again from the start',
          ),
        );
      }
      upload.isComplete = true;
      return this.#count(upload);
    });
  }

  /** Answers only when the database has it. */
  async #count(upload: OpenUpload): Promise<UploadStatus | Refused> {
    const { siteId } = upload.key;
    const verdict = await this.rounds.uploadStored(siteId, upload.key);
    if (verdict.kind === 'counted') return status(upload.nextChunk, true);
    this.#open.delete(siteId);
    // The attempt may have closed between the announcement and the first chunk: no update outlives its round.
    await this.store.discard(upload.key);
    return this.#refuse(
      siteId,
      verdict.kind === 'late'
        ? refused('late-upload', LATE)
        : refused(
            'out-of-range',
            `this update cannot come from sound training: ${verdict.problem}; the site is left out`,
          ),
    );
  }

  /** A closed attempt's folder is removed: then the write fails because the update is late, not because of the disk. */
  async #writeFailed(upload: OpenUpload, error: unknown): Promise<Refused> {
    const { siteId } = upload.key;
    if (this.#open.get(siteId) === upload) this.#open.delete(siteId);
    const admission = await this.rounds.admitUpload(siteId, upload.announced);
    if (admission.kind === 'refused') return this.#refuse(siteId, admission);
    return this.#noRoom(upload.key, error);
  }

  /** @throws `error` if it is not a full disk. */
  #noRoom({ runId, round, siteId }: UploadKey, error: unknown): Refused {
    const failure = passingFailure(error);
    if (failure === null) throw error;
    this.log.error('an upload could not be written', { runId, round, siteId, error: failure.message });
    this.live.trouble(runId, `upload ${siteId}`, `round ${round} waits for an update: ${failure.message}`);
    return failureAnswer(failure);
  }

  #refuse(siteId: SiteId, refusal: Refused): Refused {
    this.log.warn('upload refused', { siteId, code: refusal.code });
    return refusal;
  }
}

function status(nextChunk: number, complete: boolean): UploadStatus {
  return { kind: 'upload-status', nextChunk, complete };
}

function isOf(key: UploadKey, { runId, round, attempt }: UploadChunk): boolean {
  return key.runId === runId && key.round === round && key.attempt === attempt;
}

function chunkProblem(upload: OpenUpload, { index, data, chunkSha256 }: UploadChunk): Refused | null {
  if (index !== upload.nextChunk) {
    return refused('wrong-chunk-order', `chunk ${upload.nextChunk} is due, not ${index}: send them in order`);
  }
  const expected = Math.min(MAX_CHUNK_BYTES, upload.claim.byteLength - index * MAX_CHUNK_BYTES);
  if (data.length !== expected)
    return refused('bad-chunk', `chunk ${index} must have ${expected} bytes, not ${data.length}`);
  if (sha256Of(data) !== chunkSha256) {
    return refused('bad-chunk', `chunk ${index} does not match its hash: send it again`);
  }
  return null;
}
