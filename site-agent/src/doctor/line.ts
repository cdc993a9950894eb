import { SITE_ERRORS, type SiteErrorCode } from '../errors.js';
import { NetworkFault } from '../network/faults.js';

/** One thing that a site needs, as it was found. */
export interface DoctorLine {
  readonly subject: string;
  /** `untried`: something that comes before it is red. */
  readonly state: 'green' | 'red' | 'untried';
  /** Whether the site can train in spite of it; true of whatever is not red. */
  readonly mayTrain: boolean;
  /** Of docs/errors.md; null unless red. */
  readonly code: string | null;
  readonly found: string;
  /** What to do; null unless red. */
  readonly next: string | null;
}

export function green(subject: string, found: string): DoctorLine {
  return { subject, state: 'green', mayTrain: true, code: null, found, next: null };
}

export function untried(subject: string, because: string): DoctorLine {
  return { subject, state: 'untried', mayTrain: true, code: null, found: `not tried: ${because}`, next: null };
}

export interface Red {
  readonly code: SiteErrorCode;
  readonly found: string;
  /** Of the catalogue, unless there is something more to the point. */
  readonly next?: string;
  /** Given where the site can work all the same. */
  readonly mayTrain?: boolean;
}

export function red(
  subject: string,
  { code, found, next = SITE_ERRORS[code].next, mayTrain = false }: Red,
): DoctorLine {
  return { subject, state: 'red', mayTrain, code, found, next };
}

/** @param error - what a check threw. @throws the error itself if it has no code: then the doctor is ill. */
export function redOf(subject: string, error: unknown): DoctorLine {
  if (error instanceof NetworkFault) return red(subject, { code: error.code, found: error.found, next: error.next });
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code !== 'string' || typeof message !== 'string') throw error;
  return { subject, state: 'red', mayTrain: false, code, found: message, next: null };
}

const WIDTH = 12;

/** A line for a person; the next step stands below it. @param isColoured - for a terminal. */
export function lineText({ subject, state, found, next }: DoctorLine, isColoured: boolean): string {
  const colour = { green: 32, red: 31, untried: 33 }[state];
  const mark = isColoured ? `\u001b[${colour}m${state.padEnd(7)}\u001b[0m` : state.padEnd(7);
  const step = next === null ? '' : `\n${' '.repeat(8 + WIDTH)}→ ${next}`;
  return `${mark} ${subject.padEnd(WIDTH)}${found}${step}`;
}
