import { constants } from 'node:os';
import { CodedError, isCodedError } from '@mammofed/core';

/**
 * - `bad-usage`: an argument is unknown, missing or impossible.
 * - `bad-data`: a data folder or its index is not in order, or does not fit the arguments.
 * - `folder-in-use`: the output folder holds something that may not be replaced.
 * - `nothing-to-resume`: there is no demo in the folder that could go on.
 * - `not-a-coordinator`: the folder was never made by `coordinator init`.
 * - `not-built`: an application's compiled file is missing.
 * - `coordinator-not-running`, `coordinator-unreachable`: nothing listens, or the answer did not come.
 * - `token-unreadable`: this user may not read the administrator's token.
 * - `refused`: the coordinator answered, and the answer is no.
 * - `bad-answer`: something answered that does not speak the coordinator's language.
 * - `process-failed`: a program that was started ended with an error, or ended although it had to go on.
 * - `run-failed`: the run ended without its model.
 * - `timed-out`: something that was waited for did not happen.
 * - `interrupted`: the person (or the system) asked to stop; `context.signal` says how.
 */
export type CliErrorCode =
  | 'bad-usage'
  | 'bad-data'
  | 'folder-in-use'
  | 'nothing-to-resume'
  | 'not-a-coordinator'
  | 'not-built'
  | 'coordinator-not-running'
  | 'coordinator-unreachable'
  | 'token-unreadable'
  | 'refused'
  | 'bad-answer'
  | 'process-failed'
  | 'run-failed'
  | 'timed-out'
  | 'interrupted';

export class CliError extends CodedError<CliErrorCode> {}

/** What a script sees: 1 it failed, 2 it was asked for something impossible. */
const EXIT_CODES: Readonly<Record<CliErrorCode, 1 | 2>> = {
  'bad-usage': 2,
  'bad-data': 2,
  'folder-in-use': 2,
  'nothing-to-resume': 2,
  'not-a-coordinator': 2,
  'not-built': 2,
  'coordinator-not-running': 1,
  'coordinator-unreachable': 1,
  'token-unreadable': 1,
  refused: 1,
  'bad-answer': 1,
  'process-failed': 1,
  'run-failed': 1,
  'timed-out': 1,
  interrupted: 1,
};

const SIGNAL_NUMBERS: Readonly<Record<string, number>> = constants.signals;

/** @returns what shells report of a program that a signal ended: 128 + the signal's number. */
export function signalExitCode(signal: string): number {
  return 128 + (SIGNAL_NUMBERS[signal] ?? 0);
}

/** @returns the signal that such an exit code speaks of; null if it is an ordinary one. */
export function signalOfExitCode(code: number): string | null {
  return Object.keys(SIGNAL_NUMBERS).find((signal) => signalExitCode(signal) === code) ?? null;
}

/** @returns the exit code that an error ends the command with. */
export function exitCodeOf(error: unknown): number {
  if (!(error instanceof CliError)) return 1;
  if (error.code === 'interrupted') return signalExitCode(String(error.context['signal']));
  return EXIT_CODES[error.code];
}

/** @returns one sentence for the person, never a stack. */
export function sentenceOf(error: unknown): string {
  if (isCodedError(error)) return error.message;
  const reason = error instanceof Error ? error.message : String(error);
  return `Something went wrong that mammofed did not expect: ${reason}`;
}
