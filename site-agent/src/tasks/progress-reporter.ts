import type { Clock } from '@mammofed/core';
import type { AttemptRef, Message, ProgressPhase } from '@mammofed/wire';
import type { SitePolicy } from '../policy/site-policy.js';
import { progressToShare, type TaskProgress } from '../policy/what-leaves.js';

/** Shortest time between two messages of one phase: more would only be traffic. */
const MIN_GAP_MS = 500;
/** Longest time without one: a silent site is dropped from its round. */
const MAX_GAP_MS = 1000;

export interface ProgressReporterParts {
  readonly ref: AttemptRef;
  /** As it is at the moment. */
  readonly policy: () => SitePolicy;
  readonly tell: (message: Message) => void;
  readonly clock: Clock;
}

/**
 * Tells the coordinator how a task gets on. The last state is repeated while nothing new comes: one step of a large
 * model, or reading the images, takes longer than a silent site is waited for. (A trainer that hangs is this site's to
 * notice: see TrainerClient.)
 */
export class ProgressReporter {
  readonly #parts: ProgressReporterParts;
  readonly #timer: NodeJS.Timeout;
  #last: TaskProgress | null = null;
  #toldAtMs = -Infinity;

  constructor(parts: ProgressReporterParts) {
    this.#parts = parts;
    this.#timer = setInterval(() => {
      if (this.#parts.clock.nowMs() - this.#toldAtMs >= MAX_GAP_MS) this.#tell();
    }, MAX_GAP_MS / 4);
  }

  update(phase: ProgressPhase, step: number, stepCount: number, loss: number | null = null): void {
    const isNewPhase = this.#last?.phase !== phase;
    this.#last = { phase, step, stepCount, loss };
    if (isNewPhase || this.#parts.clock.nowMs() - this.#toldAtMs >= MIN_GAP_MS) this.#tell();
  }

  /** Nothing more is told. */
  end(): void {
    clearInterval(this.#timer);
    this.#last = null;
  }

  #tell(): void {
    if (this.#last === null) return;
    const { ref, policy, tell, clock } = this.#parts;
    const { runId, round, attempt } = ref;
    this.#toldAtMs = clock.nowMs();
    tell({ kind: 'progress', runId, round, attempt, ...progressToShare(this.#last, policy()) });
  }
}
