import { Injectable } from '@nestjs/common';
import type { RunId, SiteId } from '@mammofed/core';
import type { AttemptRef, Progress, ProgressPhase } from '@mammofed/wire';

export interface SiteProgress {
  readonly phase: ProgressPhase;
  readonly step: number;
  readonly stepCount: number;
  readonly loss: number | null;
}

/** What sites last said they were doing. For the live view alone: nothing is decided by it, and a restart forgets it. */
@Injectable()
export class LiveProgress {
  readonly #training = new Map<string, Progress>();
  readonly #evaluating = new Map<string, SiteProgress>();

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
