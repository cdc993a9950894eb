import type { AttemptRef, Refused, TaskAccepted } from '@mammofed/wire';
import { SiteError } from '../errors.js';
import { withdrawn } from '../policy/site-rules.js';
import type { SharedFailure } from '../policy/failure-to-share.js';
import { inserted, isMeantBy, keyOf, supersedes } from './queue-rules.js';
import { refused } from './task-refusals.js';
import type { AcceptedTask } from './task-rules.js';

/**
 * Does one task. @returns how it failed; null if it did not. An aborted task throws the signal's reason, and returns only
 * when nothing of it goes on.
 */
export type TaskRunner = (task: AcceptedTask, signal: AbortSignal) => Promise<SharedFailure | null>;

/** Failures that are remembered, in case the coordinator did not hear of them. */
const REMEMBERED_FAILURES = 32;

/** Tasks that wait: a coordinator has one training and a few evaluations for each of its runs. */
const MAX_WAITING = 64;

const ACCEPTED: TaskAccepted = { kind: 'task-accepted' };

/** Does what the coordinator asks, one task at a time: one trainer, one set of cores. */
export class TaskQueue {
  readonly #run: TaskRunner;
  #waiting: AcceptedTask[] = [];
  #current: { readonly task: AcceptedTask; readonly abort: AbortController; readonly done: Promise<void> } | null =
    null;
  readonly #failures = new Map<string, SharedFailure>();
  #isStopped = false;

  constructor(run: TaskRunner) {
    this.#run = run;
  }

  /**
   * Takes a task. One that is under way already is not begun again; one that failed is refused with what went wrong; an
   * earlier training of the same run gives way.
   */
  offer(task: AcceptedTask): TaskAccepted | Refused {
    if (this.#isStopped) return refused('stopped', 'the site agent is stopping');
    const key = keyOf(task);
    const known = this.#current === null ? this.#waiting : [this.#current.task, ...this.#waiting];
    const isUnderWay = known.some((other) => keyOf(other) === key && !this.#isAborted(other));
    if (isUnderWay) return ACCEPTED;
    const failure = this.#failures.get(key);
    if (failure !== undefined) return { kind: 'refused', ...failure };
    if (known.some((other) => supersedes(other, task))) {
      return refused('stale-task', 'this site is at a later round or attempt of this run already');
    }
    if (this.#waiting.length >= MAX_WAITING) {
      return refused('too-many-tasks', `${MAX_WAITING} tasks wait at this site already`);
    }
    this.#drop((other) => supersedes(task, other), `given up for round ${task.task.round} of the same run`);
    this.#waiting = inserted(this.#waiting, task);
    this.#next();
    return ACCEPTED;
  }

  /** Gives up a training attempt, if it is here. */
  cancel(ref: AttemptRef, reason: string): void {
    this.#drop((task) => isMeantBy(ref, task), `cancelled by the coordinator: ${reason}`);
  }

  /** Gives up the task that is under way if the site's rules forbid it by now; those that wait are judged when they begin. */
  recheck(refusalOf: (task: AcceptedTask) => Refused | null): void {
    if (this.#current === null) return;
    const refusal = refusalOf(this.#current.task);
    if (refusal !== null) this.#current.abort.abort(withdrawn(refusal.code, refusal.message));
  }

  /** Gives up everything. @returns when nothing goes on any more. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#waiting = [];
    this.#current?.abort.abort(new SiteError('stopped', 'the agent is stopping'));
    await this.#current?.done;
  }

  #drop(isMeant: (task: AcceptedTask) => boolean, why: string): void {
    this.#waiting = this.#waiting.filter((task) => !isMeant(task));
    if (this.#current !== null && isMeant(this.#current.task))
      this.#current.abort.abort(new SiteError('obsolete', why));
  }

  #isAborted(task: AcceptedTask): boolean {
    return this.#current?.task === task && this.#current.abort.signal.aborted;
  }

  #next(): void {
    if (this.#current !== null || this.#isStopped) return;
    const task = this.#waiting.shift();
    if (task === undefined) return;
    const abort = new AbortController();
    const done = this.#runOne(task, abort.signal).then(() => {
      this.#current = null;
      this.#next();
    });
    this.#current = { task, abort, done };
  }

  async #runOne(task: AcceptedTask, signal: AbortSignal): Promise<void> {
    try {
      const failure = await this.#run(task, signal);
      if (failure !== null) this.#remember(keyOf(task), failure);
    } catch {
      // Aborted: whoever aborted it knows.
    }
  }

  #remember(key: string, failure: SharedFailure): void {
    this.#failures.set(key, failure);
    const [oldest] = this.#failures.keys();
    if (this.#failures.size > REMEMBERED_FAILURES && oldest !== undefined) this.#failures.delete(oldest);
  }
}
