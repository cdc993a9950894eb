import type { RunId } from '@mammofed/core';

/** Which try of which round of which run a message speaks of. */
export interface AttemptRef {
  readonly runId: RunId;
  /** 1-based; 0 stands for the initial model in evaluations. */
  readonly round: number;
  /** 1-based. */
  readonly attempt: number;
}
