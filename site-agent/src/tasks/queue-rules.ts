import type { AttemptRef } from '@mammofed/wire';
import type { AcceptedTask } from './task-rules.js';

/** Names a task: the same one told again has the same key. */
export function keyOf({ kind, task }: AcceptedTask): string {
  return kind === 'train'
    ? `train ${task.runId} ${task.round} ${task.attempt}`
    : `evaluate ${task.runId} ${task.round}`;
}

/** Whether `newer` is a later round, or a later attempt of the same round, of the run that `older` trains for. */
export function supersedes(newer: AcceptedTask, older: AcceptedTask): boolean {
  if (newer.kind !== 'train' || older.kind !== 'train' || newer.task.runId !== older.task.runId) return false;
  const { round, attempt } = newer.task;
  return round > older.task.round || (round === older.task.round && attempt > older.task.attempt);
}

/** Whether a cancellation means this task. Evaluations are never cancelled: they have their own deadline. */
export function isMeantBy(cancelled: AttemptRef, { kind, task }: AcceptedTask): boolean {
  return (
    kind === 'train' &&
    task.runId === cancelled.runId &&
    task.round === cancelled.round &&
    task.attempt === cancelled.attempt
  );
}

/**
 * Puts a task in its place: an evaluation goes before the training of a later round of its run, because both need the
 * same model and the figures are short to get; otherwise who comes first is served first.
 */
export function inserted(waiting: readonly AcceptedTask[], added: AcceptedTask): AcceptedTask[] {
  const before =
    added.kind === 'evaluate'
      ? waiting.findIndex(
          ({ kind, task }) => kind === 'train' && task.runId === added.task.runId && task.round > added.task.round,
        )
      : -1;
  return before < 0 ? [...waiting, added] : [...waiting.slice(0, before), added, ...waiting.slice(before)];
}
