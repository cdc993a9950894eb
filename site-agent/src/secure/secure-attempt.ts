import {
  packedByteLength,
  ringBitsOf,
  siteId,
  type Clock,
  type Logger,
  type PackedLayout,
  type Sha256Hex,
} from '@mammofed/core';
import {
  assertMayUnmask,
  honestSitesOf,
  PrivacyError,
  SiteAttempt,
  type AttemptRecord,
  type AttemptTerms,
  type Identity,
  type LogHead,
  type SignedMask,
} from '@mammofed/privacy';
import type {
  AdvertiseRequest,
  AttemptRef,
  ConfirmRequest,
  MaskRequest,
  Message,
  Roll,
  UnmaskRequest,
} from '@mammofed/wire';
import type { Asker } from '../connection/link.js';
import { codeOf, SiteError } from '../errors.js';
import type { SiteRules } from '../policy/site-rules.js';
import { trainingToShare } from '../policy/what-leaves.js';
import type { HeldRoster } from '../roster/held-roster.js';
import type { Contributions } from '../log/contributions.js';
import type { HeldLog } from '../log/held-log.js';
import { ProgressReporter } from '../tasks/progress-reporter.js';
import type { AcceptedTask } from '../tasks/task-rules.js';
import type { StoredUpdate } from '../transfers/update-store.js';
import { sendUpdate } from '../transfers/upload.js';
import { AttemptFolder, requestHash, type MaskedVector } from './attempt-folder.js';
import type { AttemptRecords } from './attempt-records.js';
import type { MaskDone, MaskJob } from './mask-messages.js';
import { assertSameRequest, termsOf } from './site-terms.js';

/** What the coordinator asks for in the phases of an attempt. */
export type PhaseRequest = AdvertiseRequest | Roll | MaskRequest | ConfirmRequest | UnmaskRequest;

/** What attempts are made with. */
export interface AttemptParts {
  readonly rules: Pick<SiteRules, 'policy' | 'facts'>;
  readonly identity: Identity;
  readonly roster: Pick<HeldRoster, 'snapshot'>;
  readonly records: AttemptRecords;
  readonly workDir: string;
  readonly link: Asker;
  readonly heldLog: Pick<HeldLog, 'heldLogHead' | 'headsOfSameLog'>;
  readonly contributions: Pick<Contributions, 'sending' | 'counted'>;
  readonly mask: (job: Omit<MaskJob, 'masks'>, masks: readonly SignedMask[], signal: AbortSignal) => Promise<MaskDone>;
  readonly clock: Clock;
  readonly log: Logger;
  /** A line for the person at the terminal. */
  readonly say: (line: string) => void;
}

interface Shares {
  /** What they answer. */
  readonly requestSha256: Sha256Hex;
  readonly message: Message;
}

/** The task that this site trained for, and what came of it. */
export interface TrainedTask {
  readonly accepted: Extract<AcceptedTask, { kind: 'train' }>;
  readonly update: StoredUpdate;
}

/**
 * This site's part in one attempt, from its trained vector on: what SiteAttempt decides, with its promises on disk before
 * its messages, and its vector masked once. Its caller has one request answered after the other. Secrets are in memory only: after a
 * restart nothing is signed and nothing masked any more, but what lies on disk whole is sent on.
 */
export class SecureAttempt {
  readonly ref: AttemptRef;
  readonly #parts: AttemptParts;
  readonly #trained: TrainedTask;
  readonly #folder: AttemptFolder;
  readonly #progress: ProgressReporter;
  readonly #abort = new AbortController();
  #keys: { readonly attempt: SiteAttempt; readonly terms: AttemptTerms } | null = null;
  /** The request that the vector was or is being masked for, and the upload that follows. */
  #upload: { readonly requestSha256: Sha256Hex; readonly done: Promise<void> } | null = null;
  /** Which of the heads that the roll's members hold are of the log that this site holds. */
  #isSameLog: (head: LogHead) => boolean = () => false;
  /** Signed shares, in case they could not be written when they were asked for. */
  #shares: Shares | null = null;

  /** The task that was trained for it. */
  get accepted(): TrainedTask['accepted'] {
    return this.#trained.accepted;
  }

  constructor(parts: AttemptParts, trained: TrainedTask) {
    const { runId, round, attempt } = trained.accepted.task;
    this.ref = { runId, round, attempt };
    this.#parts = parts;
    this.#trained = trained;
    this.#folder = new AttemptFolder(parts.workDir, this.ref);
    const { rules, link, clock } = parts;
    this.#progress = new ProgressReporter({
      ref: this.ref,
      policy: () => rules.policy,
      tell: (one) => link.tell(one),
      clock,
    });
    this.#progress.update('waiting-for-cohort', 0, 0);
  }

  /**
   * Asks the coordinator what is needed to judge a request: as long as that takes, other requests are answered.
   * @throws SiteError `obsolete` if the attempt has ended.
   */
  async prepare(request: PhaseRequest): Promise<void> {
    this.#abort.signal.throwIfAborted();
    if (request.kind !== 'roll' || this.#keys === null) return;
    const { heldLog, link } = this.#parts;
    const heads = request.advertisements.map(({ log }) => log);
    this.#isSameLog = await heldLog.headsOfSameLog(heads, (message) => link.ask(message, this.#abort.signal));
  }

  /**
   * @throws PrivacyError for what is refused: nothing has changed. SiteError `disk-full`, after which the same request may
   * be answered; `obsolete` if the attempt has ended.
   */
  answer(request: PhaseRequest): Promise<Message> {
    this.#abort.signal.throwIfAborted();
    switch (request.kind) {
      case 'advertise-request':
        return this.#advertise(request);
      case 'roll':
        return this.#share(request);
      case 'mask-request':
        return this.#mask(request);
      case 'confirm-request':
        return this.#confirm(request);
      case 'unmask-request':
        return this.#unmask(request);
    }
  }

  /** The attempt is over for this site: secrets are wiped, and nothing more is sent. */
  end(why: string): void {
    this.#abort.abort(new SiteError('obsolete', why));
    this.#progress.end();
    this.#keys?.attempt.wipe();
  }

  /** @returns when nothing of an ended attempt goes on. What lies on disk is left for the next start. */
  async ended(): Promise<void> {
    await this.#upload?.done;
  }

  /** Removes what an ended attempt has on disk, but for its trained vector. */
  async discard(): Promise<void> {
    await this.ended();
    await this.#folder.discard();
  }

  async #advertise(request: AdvertiseRequest): Promise<Message> {
    if (this.#keys !== null) {
      assertSameRequest(this.#keys.terms, request);
      return { kind: 'advertisement', ...this.#keys.attempt.advertisement };
    }
    const { accepted } = this.#trained;
    const { rules, identity, roster, records, heldLog } = this.#parts;
    const snapshot = await roster.snapshot();
    const terms = termsOf(accepted, snapshot, request);
    const attempt = new SiteAttempt({
      terms,
      site: siteId(snapshot.ownName),
      identity,
      roster: snapshot,
      policy: {
        minCohort: rules.policy.minCohort,
        thresholdFloor: rules.policy.minThreshold,
        // The update holds noise for so many: with fewer, its privacy would be less than was told.
        leastHonest: accepted.config.sitePrivacy && honestSitesOf(accepted.config.quorum),
      },
      parameterCount: this.#layout().parameterCount,
      log: heldLog.heldLogHead(),
      isSameLog: (head) => this.#isSameLog(head),
      records: records.all,
    });
    try {
      await records.keep(attempt.record);
    } catch (error) {
      attempt.wipe();
      throw error;
    }
    this.#keys = { attempt, terms };
    this.#say(`advertises keys for a secure sum (threshold ${terms.threshold})`);
    return { kind: 'advertisement', ...attempt.advertisement };
  }

  async #share(request: Roll): Promise<Message> {
    const dealt = await this.#attempt().share(request);
    this.#say(`deals shares to the ${dealt.sealed.length} other sites of the cohort`);
    return { kind: 'dealt-shares', ...dealt };
  }

  /** 3. upload. What was masked before a restart needs no secret: it is sent on. */
  async #mask(request: MaskRequest): Promise<Message> {
    const requestSha256 = requestHash(request);
    const accepted: Message = { kind: 'mask-accepted', ...this.ref };
    if (this.#upload === null) {
      const masked = await this.#folder.masked();
      if (masked !== null)
        this.#upload = { requestSha256: masked.requestSha256, done: this.#background(this.#send(masked)) };
    }
    if (this.#upload !== null) {
      if (this.#upload.requestSha256 === requestSha256) return accepted;
      throw new PrivacyError('already-masked', 'a mask was asked for a second time in one attempt: it is refused');
    }
    const attempt = this.#attempt();
    await this.#folder.requireSpace(packedByteLength(this.#layout()));
    const masks = attempt.maskKeys(request);
    this.#say(`masks its update with ${masks.length} masks`);
    this.#upload = { requestSha256, done: this.#background(this.#maskAndSend(requestSha256, masks)) };
    return accepted;
  }

  async #confirm(request: ConfirmRequest): Promise<Message> {
    const { record, message } = this.#attempt().confirm(request);
    await this.#parts.records.keep(record);
    this.#say(`confirms a sum of ${message.uploaders.length} updates`);
    return { kind: 'confirmation', ...message };
  }

  /** 5. unmask: once; a line that broke gets the same bytes again. The record goes to disk before anything leaves. */
  async #unmask(request: UnmaskRequest): Promise<Message> {
    const requestSha256 = requestHash(request);
    const { records } = this.#parts;
    this.#shares ??= await this.#storedShares(requestSha256);
    if (this.#shares === null) {
      const { message } = this.#attempt().unmask(request, records.all);
      this.#shares = { requestSha256, message: { kind: 'unmask-shares', ...message } };
    }
    if (this.#shares.requestSha256 !== requestSha256) throw alreadyUnmasked();
    const record = this.#record() as AttemptRecord;
    // Those of before a restart, too: the record may not have come to disk, and another sum may have been unmasked since.
    assertMayUnmask(records.all, record);
    await this.#folder.keepShares(requestSha256, this.#shares.message);
    await records.keep({ ...record, hasUnmasked: true });
    this.#progress.end();
    this.#say('gives its shares: the coordinator has the sum now');
    return this.#shares.message;
  }

  async #storedShares(requestSha256: Sha256Hex): Promise<Shares | null> {
    const message = await this.#folder.shares(requestSha256);
    return message === null ? null : { requestSha256, message };
  }

  /** @throws PrivacyError `already-unmasked` | `restarted-attempt` | `out-of-phase` if there are no secrets. */
  #attempt(): SiteAttempt {
    if (this.#keys !== null) return this.#keys.attempt;
    const { runId, round, attempt } = this.ref;
    const record = this.#record();
    if (record === null)
      throw new PrivacyError('out-of-phase', 'a message came before keys were asked for: it is refused');
    if (record.hasUnmasked) throw alreadyUnmasked();
    throw new PrivacyError(
      'restarted-attempt',
      `this site was restarted in attempt ${attempt} of round ${round} and counts as dropped: it takes part in the next one`,
      { run: runId, round, attempt },
    );
  }

  #record(): AttemptRecord | null {
    const { runId, round, attempt } = this.ref;
    return this.#parts.records.of(runId, round, attempt);
  }

  #layout(): PackedLayout {
    const ringBits = ringBitsOf(this.#trained.accepted.config);
    const empty = packedByteLength({ parameterCount: 0, ringBits });
    return { parameterCount: (this.#trained.update.byteLength - empty) / (ringBits / 8), ringBits };
  }

  async #maskAndSend(requestSha256: Sha256Hex, masks: readonly SignedMask[]): Promise<void> {
    const { accepted, update } = this.#trained;
    const { mask, rules } = this.#parts;
    const { path: vectorPath, sha256: vectorSha256 } = update;
    const job = { layout: this.#layout(), vectorPath, vectorSha256, maskedPath: this.#folder.maskedPath };
    const done = await mask(job, masks, this.#abort.signal);
    const shared = trainingToShare(update, rules.policy, accepted.config.privacy ?? accepted.config.sitePrivacy);
    const masked: MaskedVector = { requestSha256, ...done, ...shared };
    await this.#folder.keepMasked(masked);
    await this.#send(masked);
  }

  async #send({ sha256, byteLength, statistics, engine }: MaskedVector): Promise<void> {
    const file = { path: this.#folder.maskedPath, sha256, byteLength };
    const upload = { ref: this.ref, update: file, shared: { statistics, engine } };
    const { link, contributions } = this.#parts;
    this.#progress.update('uploading', 0, 0);
    // The log has to say the same of this update, and may not leave it out once it was taken.
    await contributions.sending(this.ref, sha256);
    await sendUpdate(upload, link, this.#abort.signal, (chunk, total) =>
      this.#progress.update('uploading', chunk, total),
    );
    await contributions.counted(this.ref, sha256);
    this.#progress.update('waiting-for-cohort', 0, 0);
    this.#say(`masked update sent (${byteLength} bytes)`);
  }

  /** Work that no answer waits for. What goes wrong ends this site's part, and the coordinator is told. */
  async #background(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      if (this.#abort.signal.aborted) return;
      const code = codeOf(error);
      const message = error instanceof SiteError ? error.message : 'the masked update could not be sent';
      this.#parts.log.error('secure attempt failed', { ...this.ref, code });
      this.#say(`failed (${code}): ${error instanceof Error ? error.message : String(error)}`);
      this.end(message);
      if (code !== 'obsolete') this.#parts.link.tell({ kind: 'task-failed', ...this.ref, code, message });
    }
  }

  #say(line: string): void {
    const { runId, round } = this.ref;
    this.#parts.say(`run ${runId.slice(0, 8)}, round ${round}: ${line}`);
  }
}

function alreadyUnmasked(): PrivacyError {
  return new PrivacyError('already-unmasked', 'shares were asked for a second time in one attempt: they are refused');
}
