import { CoreError } from './errors.js';

export const RUN_STATES = ['draft', 'running', 'waiting-for-cohort', 'completed', 'failed'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** The phases of secure aggregation, in order; a round in sealed mode goes from `training` to `aggregating`. */
export const SECURE_PHASES = ['keying', 'sharing', 'collecting', 'confirming', 'unmasking'] as const;

export type SecurePhase = (typeof SECURE_PHASES)[number];

export const ROUND_STATES = [
  'selecting',
  'training',
  ...SECURE_PHASES,
  'aggregating',
  'committed',
  'abandoned',
] as const;
export type RoundState = (typeof ROUND_STATES)[number];

export const PARTICIPANT_STATES = ['selected', 'training', 'trained', 'uploading', 'uploaded', 'dropped'] as const;
/** What became of one site in one round. `trained`, in secure mode: its update lies on its own disk. */
export type ParticipantState = (typeof PARTICIPANT_STATES)[number];

export function isSecurePhase(state: RoundState): state is SecurePhase {
  return SECURE_PHASES.some((phase) => phase === state);
}

const RUN_TRANSITIONS: Readonly<Record<RunState, readonly RunState[]>> = {
  draft: ['running'],
  running: ['waiting-for-cohort', 'completed', 'failed'],
  'waiting-for-cohort': ['running', 'failed'],
  completed: [],
  failed: [],
};

const ROUND_TRANSITIONS: Readonly<Record<RoundState, readonly RoundState[]>> = {
  selecting: ['training', 'abandoned'],
  training: ['keying', 'aggregating', 'abandoned'],
  keying: ['sharing', 'abandoned'],
  sharing: ['collecting', 'abandoned'],
  collecting: ['confirming', 'abandoned'],
  confirming: ['unmasking', 'abandoned'],
  unmasking: ['aggregating', 'abandoned'],
  aggregating: ['committed', 'abandoned'],
  committed: [],
  abandoned: [],
};

const PARTICIPANT_TRANSITIONS: Readonly<Record<ParticipantState, readonly ParticipantState[]>> = {
  selected: ['training', 'trained', 'uploading', 'dropped'],
  training: ['trained', 'uploading', 'dropped'],
  trained: ['uploading', 'dropped'],
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
