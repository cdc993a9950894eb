import { abortable } from '../abort.js';
import { SiteError } from '../errors.js';
import type { TrainerClient, TrainerListeners } from './trainer-client.js';
import type { CheckedResult, CheckJob, EngineJob, TrainerResult } from './trainer-messages.js';

/** One trainer for tasks and for checks of the data: a round waits for no check, so a check gives way and goes on later. */
export class TrainerTurns {
  readonly #trainer: Pick<TrainerClient, 'run'>;
  #taskCount = 0;
  #check: { readonly abort: AbortController; readonly ended: Promise<unknown> } | null = null;
  #wake: () => void = () => undefined;
  #isFree: Promise<void> = Promise.resolve();

  constructor(trainer: Pick<TrainerClient, 'run'>) {
    this.#trainer = trainer;
  }

  /** Does a task's job, one at a time. @throws as `TrainerClient.run`. */
  async run(job: EngineJob, signal: AbortSignal, listeners: TrainerListeners): Promise<TrainerResult> {
    if (this.#taskCount++ === 0) this.#isFree = new Promise((resolve) => (this.#wake = resolve));
    try {
      this.#check?.abort.abort(new SiteError('obsolete', 'the check gives way to a task'));
      if (this.#check !== null) await abortable(this.#check.ended, signal);
      return await this.#trainer.run(job, signal, listeners);
    } finally {
      if (--this.#taskCount === 0) this.#wake();
    }
  }

  /**
   * Does a check as soon as no task needs the trainer, as often as it takes. One at a time.
   * @throws as `TrainerClient.run`.
   */
  async check(job: CheckJob, signal: AbortSignal, listeners: TrainerListeners): Promise<CheckedResult> {
    for (;;) {
      while (this.#taskCount > 0) await abortable(this.#isFree, signal);
      const abort = new AbortController();
      const work = this.#trainer.run(job, AbortSignal.any([signal, abort.signal]), listeners);
      const ended = work.catch(() => undefined);
      this.#check = { abort, ended };
      try {
        const result = await work;
        if (result.kind === 'checked') return result;
        throw new SiteError('trainer-failed', 'the trainer gave a result of another kind');
      } catch (error) {
        if (!abort.signal.aborted || signal.aborted) throw error;
      } finally {
        this.#check = null;
      }
    }
  }
}
