import { describe, expect, it } from '@jest/globals';
import { CoreError } from './errors.js';
import {
  PARTICIPANT_STATES,
  participantTransition,
  ROUND_STATES,
  roundTransition,
  RUN_STATES,
  runTransition,
} from './run-state.js';

/** Every step that is allowed, told a second time; all others must be refused. */
const LEGAL = {
  run: [
    'draft > running',
    'running > waiting-for-cohort',
    'running > completed',
    'running > failed',
    'waiting-for-cohort > running',
    'waiting-for-cohort > failed',
  ],
  round: [
    'selecting > training',
    'selecting > abandoned',
    'training > keying',
    'training > aggregating',
    'keying > sharing',
    'keying > abandoned',
    'sharing > collecting',
    'sharing > abandoned',
    'collecting > confirming',
    'collecting > abandoned',
    'confirming > unmasking',
    'confirming > abandoned',
    'unmasking > aggregating',
    'unmasking > abandoned',
    'training > abandoned',
    'aggregating > committed',
    'aggregating > abandoned',
  ],
  participant: [
    'selected > training',
    'selected > trained',
    'selected > uploading',
    'selected > dropped',
    'training > trained',
    'training > uploading',
    'training > dropped',
    'trained > uploading',
    'trained > dropped',
    'uploading > training',
    'uploading > uploaded',
    'uploading > dropped',
  ],
} as const;

/** What the machine does with every pair of states. */
function outcomes<State extends string>(
  kind: string,
  states: readonly State[],
  transition: (from: State, to: State) => State,
): { legal: string[]; refusals: unknown[]; wrongResults: string[] } {
  const legal: string[] = [];
  const refusals: unknown[] = [];
  const wrongResults: string[] = [];
  for (const from of states) {
    for (const to of states) {
      try {
        if (transition(from, to) !== to) wrongResults.push(`${from} > ${to}`);
        legal.push(`${from} > ${to}`);
      } catch (error) {
        if (!(error instanceof CoreError)) throw error;
        const isNamed = error.message === `a ${kind} cannot go from ${from} to ${to}`;
        refusals.push({
          code: error.code,
          isNamed,
          isSame: error.context['from'] === from && error.context['to'] === to,
        });
      }
    }
  }
  return { legal, refusals, wrongResults };
}

describe.each([
  { kind: 'run', states: RUN_STATES, ends: ['completed', 'failed'], found: outcomes('run', RUN_STATES, runTransition) },
  {
    kind: 'round',
    states: ROUND_STATES,
    ends: ['committed', 'abandoned'],
    found: outcomes('round', ROUND_STATES, roundTransition),
  },
  {
    kind: 'participant',
    states: PARTICIPANT_STATES,
    ends: ['uploaded', 'dropped'],
    found: outcomes('participant', PARTICIPANT_STATES, participantTransition),
  },
] as const)('the states of a $kind', ({ kind, states, ends, found }) => {
  it('allow these steps and no others, and give the new state', () => {
    expect([...found.legal].sort()).toEqual([...LEGAL[kind]].sort());
    expect(found.wrongResults).toEqual([]);
  });

  it('refuse every other step with its code, both states and a sentence', () => {
    expect(found.refusals).toHaveLength(states.length ** 2 - LEGAL[kind].length);
    for (const refusal of found.refusals)
      expect(refusal).toEqual({ code: 'illegal-transition', isNamed: true, isSame: true });
  });

  it('are never left again once ended, and an end can be reached from everywhere else', () => {
    const next = (state: string): string[] =>
      found.legal.flatMap((step) => (step.startsWith(`${state} > `) ? [step.slice(state.length + 3)] : []));
    for (const end of ends) expect(next(end)).toEqual([]);
    for (const state of states) {
      const reached = new Set<string>([state]);
      for (const each of reached) for (const following of next(each)) reached.add(following);
      expect(ends.some((end) => reached.has(end))).toBe(true);
    }
  });
});
