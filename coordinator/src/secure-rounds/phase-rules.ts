import type { RoundState, SecurePhase } from '@mammofed/core';

export interface PhaseFacts {
  readonly phase: SecurePhase;
  /** Sites that were asked, and of them those that answered, and those that have no further part in the phase. */
  readonly expectedCount: number;
  readonly answeredCount: number;
  readonly lostCount: number;
  /** Answers without which the attempt is abandoned. */
  readonly least: number;
  readonly nowMs: number;
  /** Of the phase; null in `collecting`, where each site has its own. */
  readonly phaseDeadlineMs: number | null;
  /** Of the round. */
  readonly deadlineMs: number;
}

/**
 * A phase closes when nobody is waited for any more, when too few can answer, or when its time is up. `unmasking` is given
 * up for too few answers at the round's deadline only: an attempt that is abandoned then ends the run, and a site whose line
 * was broken sends the same shares again.
 */
export function decidePhase(facts: PhaseFacts): 'wait' | 'close' {
  const { phase, expectedCount, answeredCount, lostCount, least, nowMs, deadlineMs } = facts;
  const pendingCount = expectedCount - answeredCount - lostCount;
  if (pendingCount === 0 || answeredCount + pendingCount < least) return 'close';
  const isLastChance = phase === 'unmasking' && answeredCount < least;
  const dueMs = Math.max(facts.phaseDeadlineMs ?? Infinity, isLastChance ? deadlineMs : 0);
  return nowMs >= dueMs ? 'close' : 'wait';
}

/** Whether an attempt that is abandoned in this state has no successor: sites may have sent unmask shares. */
export function isBeyondRetry(state: RoundState): boolean {
  return state === 'unmasking' || state === 'aggregating';
}

/** Whether a site that fails in this phase has not uploaded yet, so that the round goes on without it. */
export function isBeforeUpload(phase: SecurePhase): boolean {
  return phase === 'keying' || phase === 'sharing' || phase === 'collecting';
}

const NEXT: Readonly<Record<SecurePhase, RoundState>> = {
  keying: 'sharing',
  sharing: 'collecting',
  collecting: 'confirming',
  confirming: 'unmasking',
  unmasking: 'aggregating',
};

/** What follows a phase that closed with enough answers. */
export function stateAfter(phase: SecurePhase): RoundState {
  return NEXT[phase];
}

/** t of an attempt: the least that is safe for its cohort, or what the run's configuration asks for, if that is more. */
export function thresholdOf(smallest: number, configured: number | undefined): number {
  return Math.max(smallest, configured ?? 0);
}
