import { Injectable } from '@nestjs/common';
import type { RunId, SiteId } from '@mammofed/core';
import type { AttemptRef, Progress, ProgressPhase } from '@mammofed/wire';

export interface SiteProgress {
  readonly phase: ProgressPhase;
  readonly step: number;
  readonly stepCount: number;
  readonly loss: number | null;
}

/** What sites last said they were doing, and what holds a run up. For the live view alone: nothing is decided by it, and a restart forgets it. */
@Injectable()
export class LiveProgress {
  readonly #training = new Map<string, Progress>();
  readonly #evaluating = new Map<string, SiteProgress>();

  /** By run, then by what met it. */
  readonly #troubles = new Map<RunId, Map<string, string>>();

  /**
   * Says what holds a run up until it passes, in words for the administrator. Not in the database: it may be what fails.
   * @param what - that met it, `look`, `aggregation` or a site's upload; a trouble ends when the same thing goes well.
   */
  trouble(run: RunId, what: string, message: string | null): void {
    const troubles = this.#troubles.get(run) ?? new Map<string, string>();
    if (message === null) troubles.delete(what);
    else troubles.set(what, message);
    if (troubles.size === 0) this.#troubles.delete(run);
    else this.#troubles.set(run, troubles);
  }

  /** What holds a run up; null if nothing does. */
  troubleOf(run: RunId): string | null {
    const troubles = new Set(this.#troubles.get(run)?.values());
    return troubles.size === 0 ? null : [...troubles].join('; ');
  }

  /** The run is over. */
  forget(run: RunId): void {
    this.#troubles.delete(run);
  }

  note(site: SiteId, progress: Progress): void {
    const key = `${progress.runId} ${site}`;
    if (progress.phase === 'evaluating') {
      this.#evaluating.set(key, progress);
    } else {
      this.#training.set(key, progress);
      this.#evaluating.delete(key);
    }
  }

  /** The evaluation that a site was at is over. */
  evaluated(run: RunId, site: SiteId): void {
    this.#evaluating.delete(`${run} ${site}`);
  }

  /** What a site said of this attempt; null if nothing, or if a later one has begun since. */
  of({ runId, round, attempt }: AttemptRef, site: SiteId): SiteProgress | null {
    const last = this.#training.get(`${runId} ${site}`);
    return last !== undefined && last.round === round && last.attempt === attempt ? last : null;
  }

  /** What a site said of an evaluation of the run's models that it is at; null if it is at none. */
  evaluationOf(run: RunId, site: SiteId): SiteProgress | null {
    return this.#evaluating.get(`${run} ${site}`) ?? null;
  }
}
