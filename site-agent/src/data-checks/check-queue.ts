import type { RunId } from '@mammofed/core';
import type { ToldRun } from '../policy/run-rules.js';

/** Runs that wait for their check. */
export const MAX_WAITING_CHECKS = 64;
/** Runs of which it is remembered that they had their turn: beyond it, nobody is asked for those that found no room. */
const MAX_SERVED_RUNS = 1000;

/**
 * The runs that wait for their check, in the order in which they were offered. Of more runs than it has room for, some have to
 * be offered again; those that had their turn already make room for them then, so that every run gets one.
 */
export class CheckQueue {
  readonly #waiting = new Map<RunId, ToldRun>();
  readonly #served = new Set<RunId>();
  #hasMissed = false;

  /** @returns whether the run waits now; not, where there is no room. */
  add(runId: RunId, run: ToldRun): boolean {
    const hasRoom = this.#waiting.has(runId) || this.#waiting.size < MAX_WAITING_CHECKS || this.#makesRoomFor(runId);
    if (hasRoom) this.#waiting.set(runId, run);
    else if (!this.#served.has(runId)) this.#hasMissed = true;
    return hasRoom;
  }

  /** Puts a run that was taken out behind the others, unless it was offered again meanwhile: then that offer is the newer one. */
  putBack(runId: RunId, run: ToldRun): void {
    if (!this.#waiting.has(runId)) this.add(runId, run);
  }

  /** From now on every run that is offered has a turn to come, whether it had one or not. */
  forgetServed(): void {
    this.#served.clear();
  }

  /** Takes the next run out; null: none waits. */
  take(): readonly [RunId, ToldRun] | null {
    const [next] = this.#waiting;
    if (next === undefined) return null;
    this.#waiting.delete(next[0]);
    if (this.#served.size < MAX_SERVED_RUNS) this.#served.add(next[0]);
    return next;
  }

  /** To be asked when none waits any more. @returns whether runs found no room since the last time, and have to be offered again. */
  takeMissed(): boolean {
    const hasMissed = this.#hasMissed && this.#served.size < MAX_SERVED_RUNS;
    this.#hasMissed = false;
    if (!hasMissed) this.#served.clear();
    return hasMissed;
  }

  #makesRoomFor(runId: RunId): boolean {
    if (this.#served.has(runId)) return false;
    for (const other of this.#waiting.keys()) if (this.#served.has(other)) return this.#waiting.delete(other);
    return false;
  }
}
