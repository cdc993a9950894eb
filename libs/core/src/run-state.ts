import { CoreError } from './errors.js';

export const RUN_STATES = ['draft', 'running', 'waiting-for-cohort', 'completed', 'failed'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** `keying`, `sharing`, `confirming` and `unmasking` of secure mode take their places between these. */
export const ROUND_STATES = ['selecting', 'training', 'aggregating', 'committed', 'abandoned'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

export const PARTICIPANT_STATES = ['selected', 'training', 'uploading', 'uploaded', 'dropped'] as const;
/** What became of one site in one round. */
export type ParticipantState = (typeof PARTICIPANT_STATES)[number];

const RUN_TRANSITIONS: Readonly<Record<RunState, readonly RunState[]>> = {
  draft: ['running'],
  running: ['waiting-for-cohort', 'completed', 'failed'],
  'waiting-for-cohort': ['running', 'failed'],
  completed: [],
  failed: [],
};

const ROUND_TRANSITIONS: Readonly<Record<RoundState, readonly RoundState[]>> = {
  selecting: ['training', 'abandoned'],
  training: ['aggregating', 'abandoned'],
  aggregating: ['committed', 'abandoned'],
  committed: [],
  abandoned: [],
};

const PARTICIPANT_TRANSITIONS: Readonly<Record<ParticipantState, readonly ParticipantState[]>> = {
  selected: ['training', 'uploading', 'dropped'],
  training: ['uploading', 'dropped'],
  // A site that was killed while uploading begins its training again.
  uploading: ['training', 'uploaded', 'dropped'],
  uploaded: [],
  dropped: [],
};

function checked<State extends string>(
  kind: string,
  table: Readonly<Record<State, readonly State[]>>,
  from: State,
  to: State,
): State {
  if (!table[from].includes(to))
    throw new CoreError('illegal-transition', `a ${kind} cannot go from ${from} to ${to}`, { kind, from, to });
  return to;
}

/** @returns `to`. @throws CoreError `illegal-transition`. */
export function runTransition(from: RunState, to: RunState): RunState {
  return checked('run', RUN_TRANSITIONS, from, to);
}

/** @returns `to`. @throws CoreError `illegal-transition`. */
export function roundTransition(from: RoundState, to: RoundState): RoundState {
  return checked('round', ROUND_TRANSITIONS, from, to);
}

/** @returns `to`. @throws CoreError `illegal-transition`. */
export function participantTransition(from: ParticipantState, to: ParticipantState): ParticipantState {
  return checked('participant', PARTICIPANT_TRANSITIONS, from, to);
}
