import { isCodedError } from '@mammofed/core';
import { PrivacyError } from '@mammofed/privacy';
import type { AttemptRef, Message, Refused } from '@mammofed/wire';
import { isDiskFull } from '../disk-space.js';
import { codeOf, SiteError } from '../errors.js';
import { atAnyHour } from '../policy/run-rules.js';
import { checkTrainTask, type AcceptedTask } from '../tasks/task-rules.js';
import { inputsOf } from '../tasks/update-inputs.js';
import type { UpdateStore } from '../transfers/update-store.js';
import { AttemptFolder } from './attempt-folder.js';
import { SecureAttempt, type AttemptParts, type PhaseRequest, type TrainedTask } from './secure-attempt.js';

const PHASE_REQUESTS: readonly string[] = [
  'advertise-request',
  'roll',
  'mask-request',
  'confirm-request',
  'unmask-request',
] satisfies readonly PhaseRequest['kind'][];

export function isPhaseRequest(message: Message): message is PhaseRequest {
  return PHASE_REQUESTS.includes(message.kind);
}

/** The attempts in secure mode that this site has a trained vector for. They go on beside the queue of tasks. */
export class SecureAttempts {
  readonly #parts: AttemptParts;
  readonly #updates: Pick<UpdateStore, 'find'>;
  readonly #attempts = new Map<string, SecureAttempt>();
  /** Refusals so far, by code. */
  readonly #refused = new Map<string, number>();
  #lastTurn: Promise<unknown> = Promise.resolve();

  constructor(parts: AttemptParts, updates: Pick<UpdateStore, 'find'>) {
    this.#parts = parts;
    this.#updates = updates;
  }

  /**
   * The vector of a task lies on disk: the coordinator is told, and this site takes part in the attempt from now on.
   * @throws SiteError `obsolete` if the coordinator does not want it; the signal's reason.
   */
  async join(trained: TrainedTask, signal: AbortSignal): Promise<void> {
    const { task } = trained.accepted;
    const { runId, round, attempt } = task;
    const ref = { runId, round, attempt };
    await new AttemptFolder(this.#parts.workDir, ref).keepTask(task);
    // Before the coordinator hears of it: its next message may come in the same breath.
    const isNew = !this.#attempts.has(keyOf(ref));
    if (isNew) this.#attempts.set(keyOf(ref), new SecureAttempt(this.#parts, trained));
    try {
      const answer = await this.#parts.link.ask({ kind: 'trained', ...ref }, signal);
      if (answer.kind === 'trained-noted') return;
      const code = answer.kind === 'refused' ? answer.code : answer.kind;
      throw new SiteError('obsolete', `the coordinator does not wait for this update (${code})`);
    } catch (error) {
      // An agent that stops leaves everything for its next start; an attempt that is under way goes on.
      if (isNew && codeOf(error) === 'obsolete') await this.cancel(ref, 'nobody waits for it');
      throw error;
    }
  }

  /** Answers a request of a phase; a refusal is counted and logged, and changes nothing. */
  async answer(request: PhaseRequest, siteIndex: number): Promise<Message> {
    const { runId, round, attempt } = request;
    try {
      const found = await this.#inTurn(() => this.#find(request, siteIndex));
      await found.prepare(request);
      return await this.#inTurn(() => found.answer(request));
    } catch (error) {
      const { code, message } = refusalOf(error);
      const count = (this.#refused.get(code) ?? 0) + 1;
      this.#refused.set(code, count);
      this.#parts.log.warn('secure aggregation refused', { request: request.kind, runId, round, attempt, code, count });
      this.#parts.say(`run ${runId.slice(0, 8)}, round ${round}: refused (${code}): ${message}`);
      return { kind: 'refused', code, message };
    }
  }

  /** An attempt was given up: nothing of it but the trained vector is kept. */
  cancel(ref: AttemptRef, why: string): Promise<void> {
    const attempt = this.#attempts.get(keyOf(ref));
    this.#attempts.delete(keyOf(ref));
    // At once: what it waits for may never come.
    attempt?.end(why);
    return this.#inTurn(async () => attempt?.discard());
  }

  /** Gives up the attempts that the site's rules forbid by now; the coordinator hears of the rule. */
  async recheck(refusalOf: (task: AcceptedTask) => Refused | null): Promise<void> {
    for (const { ref, accepted } of [...this.#attempts.values()]) {
      const refusal = refusalOf(accepted);
      if (refusal === null) continue;
      const { code, message } = refusal;
      await this.cancel(ref, message);
      this.#parts.link.tell({ kind: 'task-failed', ...ref, code, message });
    }
  }

  /** Ends what a run has before an attempt: earlier attempts of its round, and earlier rounds. */
  async endBefore({ runId, round, attempt }: AttemptRef): Promise<void> {
    const isEarlier = ({ ref }: SecureAttempt): boolean =>
      ref.runId === runId && (ref.round < round || (ref.round === round && ref.attempt < attempt));
    for (const { ref } of [...this.#attempts.values()].filter(isEarlier))
      await this.cancel(ref, 'a later one has begun');
  }

  /** The agent stops: secrets are wiped; what is on disk stays. */
  async stop(): Promise<void> {
    const attempts = [...this.#attempts.values()];
    this.#attempts.clear();
    for (const attempt of attempts) attempt.end('the agent is stopping');
    await this.#inTurn(() => Promise.all(attempts.map((attempt) => attempt.ended())));
  }

  /**
   * One after the other, whatever attempt it is about: of two that are asked to unmask sums on one base model, the second
   * has to see what the first has promised.
   */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#lastTurn.then(work);
    this.#lastTurn = turn.catch(() => undefined);
    return turn;
  }

  /** @throws PrivacyError `out-of-phase` if nothing was trained for this attempt. */
  async #find(ref: AttemptRef, siteIndex: number): Promise<SecureAttempt> {
    const known = this.#attempts.get(keyOf(ref));
    if (known !== undefined) return known;
    const trained = await this.#trainedBefore(ref, siteIndex);
    if (trained === null) {
      throw new PrivacyError('out-of-phase', 'this site has trained nothing for this attempt: nothing is sent', {
        run: ref.runId,
        round: ref.round,
        attempt: ref.attempt,
      });
    }
    const attempt = new SecureAttempt(this.#parts, trained);
    this.#attempts.set(keyOf(ref), attempt);
    return attempt;
  }

  /** What an agent that was restarted since finds on disk, by the policy of today. */
  async #trainedBefore(ref: AttemptRef, siteIndex: number): Promise<TrainedTask | null> {
    const task = await new AttemptFolder(this.#parts.workDir, ref).task();
    if (task?.kind !== 'train-task') return null;
    const accepted = checkTrainTask(task, siteIndex, atAnyHour(this.#parts.rules.facts()));
    if (accepted.kind !== 'train') return null;
    const update = await this.#updates.find(ref, inputsOf(accepted));
    return update === null ? null : { accepted, update };
  }
}

/** @throws the error itself if it is no reason to refuse, but a mistake. */
function refusalOf(error: unknown): Pick<Refused, 'code' | 'message'> {
  if (isCodedError(error)) return error;
  if (isDiskFull(error)) return { code: 'disk-full', message: "the site's disk is full: nothing was sent" };
  throw error;
}

function keyOf({ runId, round, attempt }: AttemptRef): string {
  return `${runId} ${round} ${attempt}`;
}
