import type { ParticipantState, RunConfig } from '@mammofed/core';

/** A round that was abandoned so often in a row ends its run. */
export const MAX_ATTEMPTS = 5;

const FIRST_RETRY_DELAY_MS = 1000;
const LONGEST_RETRY_DELAY_MS = 30_000;

/** How long after an abandoned attempt the next one begins: doubles from 1 s to at most 30 s. */
export function retryDelayMs(abandonedAttempt: number): number {
  return Math.min(FIRST_RETRY_DELAY_MS * 2 ** (abandonedAttempt - 1), LONGEST_RETRY_DELAY_MS);
}

/** Whether a run's configuration lets the site of this name take part: be selected, waited for and asked for figures. */
export function mayTakePart({ sites }: RunConfig['quorum'], siteName: string): boolean {
  return sites?.includes(siteName) ?? true;
}

export type SelectionDecision =
  | { readonly kind: 'wait-for-quorum' }
  | { readonly kind: 'wait-for-more'; readonly leftMs: number }
  | { readonly kind: 'select' };

export interface SelectionFacts {
  /** Sites that may take part and are connected. */
  readonly connectedCount: number;
  /** Sites that may take part. */
  readonly enrolledCount: number;
  /** Since when the quorum is connected without a break; null: it is not. */
  readonly quorumSinceMs: number | null;
  readonly nowMs: number;
  readonly quorum: RunConfig['quorum'];
  readonly selectMs: number;
}

/** A cohort is selected when everybody is there, or when the quorum has waited for the others long enough. */
export function decideSelection(facts: SelectionFacts): SelectionDecision {
  const { connectedCount, enrolledCount, quorumSinceMs, nowMs, quorum, selectMs } = facts;
  if (connectedCount < quorum.minSites) return { kind: 'wait-for-quorum' };
  const all = Math.max(quorum.minSites, Math.min(enrolledCount, quorum.maxSites));
  if (connectedCount >= all) return { kind: 'select' };
  const leftMs = (quorumSinceMs ?? nowMs) + selectMs - nowMs;
  return leftMs > 0 ? { kind: 'wait-for-more', leftMs } : { kind: 'select' };
}

export interface StallFacts {
  readonly state: ParticipantState;
  readonly isConnected: boolean;
  readonly lastHeardAtMs: number;
  readonly deadlineMs: number;
  readonly nowMs: number;
  readonly stallMs: number;
  /** What the round waits for. */
  readonly phase: 'training' | 'collecting';
}

/**
 * The one deadline rule: a site that reports is waited for up to the round's deadline, a silent one for `stallMs`, whether
 * it is connected or not.
 * @returns why the site is to be dropped; null to wait on.
 */
export function reasonToDrop({
  state,
  isConnected,
  lastHeardAtMs,
  deadlineMs,
  nowMs,
  stallMs,
  phase,
}: StallFacts): string | null {
  if (!isPending(state)) return null;
  const hasDoneItsPart = phase === 'training' && state === 'trained';
  if (nowMs >= deadlineMs && !hasDoneItsPart) return 'deadline: the round ended before it had uploaded';
  const silentMs = nowMs - lastHeardAtMs;
  if (silentMs < stallMs) return null;
  const seconds = Math.round(silentMs / 1000);
  return isConnected ? `stalled: connected, but silent for ${seconds} s` : `disconnected: silent for ${seconds} s`;
}

/** Whether the round still waits for a participant in this state. */
export function isPending(state: ParticipantState): boolean {
  return state !== 'uploaded' && state !== 'dropped';
}

export type TrainingDecision =
  { readonly kind: 'wait' } | { readonly kind: 'end' } | { readonly kind: 'abandon'; readonly readyCount: number };

/**
 * A training ends when nobody is at it any more, or when the quorum can no longer be reached. A site is ready when its
 * update is uploaded; in secure mode, when it lies on its own disk.
 */
export function decideTraining(states: readonly ParticipantState[], minSites: number): TrainingDecision {
  const readyCount = states.filter((state) => state === 'uploaded' || state === 'trained').length;
  const trainingCount = states.filter((state) => isPending(state) && state !== 'trained').length;
  if (readyCount + trainingCount < minSites) return { kind: 'abandon', readyCount };
  return trainingCount > 0 ? { kind: 'wait' } : { kind: 'end' };
}

/**
 * Whether a sum stands for enough examples. The sites' weights say it: Σ w · wMax = Σ min(n, wMax), which is known in
 * every mode, also where single counts are not.
 */
export function hasEnoughExamples(totalWeight: number, { wMax, quorum }: Pick<RunConfig, 'wMax' | 'quorum'>): boolean {
  // Weights are quantized: half an example of tolerance.
  return totalWeight * wMax + 0.5 >= quorum.minExamples;
}

/** Most optimizer steps that a site can take in a round: the weight, and so the bound, stops growing at wMax examples. */
export function localStepsBound({ training, privacy, wMax }: Pick<RunConfig, 'training' | 'privacy' | 'wMax'>): number {
  return training.epochs * Math.ceil(wMax / (privacy?.lotSize ?? training.batchSize));
}
