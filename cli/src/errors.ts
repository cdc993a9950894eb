import { constants } from 'node:os';
import { CodedError, isCodedError, type ErrorCatalogue } from '@mammofed/core';

export const CLI_ERRORS = {
  'bad-usage': {
    meaning: 'An argument is unknown, missing or impossible.',
    next: 'Call the command with --help.',
  },
  'bad-data': {
    meaning: 'A data folder or its index is not in order, or does not fit the arguments.',
    next: 'Mend what the message names.',
  },
  'folder-in-use': {
    meaning: 'The output folder holds something that may not be replaced.',
    next: 'Choose another folder with --out.',
  },
  'nothing-to-resume': {
    meaning: 'There is no demo in the folder that could go on.',
    next: 'Check --out, or start a demo there without --resume.',
  },
  'not-a-coordinator': {
    meaning: 'The folder was never made by coordinator init.',
    next: 'Check --dir, or make a coordinator there.',
  },
  'not-a-signer': {
    meaning: "The folder is not a model signer's: it holds no key.",
    next: 'Check --signer, or make one: mammofed consortium signer keygen.',
  },
  'not-a-root': {
    meaning: 'The folder does not hold the root of a consortium.',
    next: 'Check --root, or make one with mammofed consortium init.',
  },
  'other-consortium': {
    meaning: 'The coordinator, or the code that it gave out, belongs to another root or names another coordinator.',
    next: 'Check --root and --dir. If both are right, the coordinator may have been broken into.',
  },
  'roster-changed': {
    meaning: 'Another command has signed a roster while this one asked for a passphrase or a fingerprint.',
    next: 'Nothing was signed by this one. Run it again.',
  },
  'nothing-waits': {
    meaning: 'No machine waits to become a site of this name.',
    next: 'See who waits: mammofed consortium roster with --dir.',
  },
  'wrong-fingerprint': {
    meaning: "The fingerprint is not that of the key that waits: it is another machine than the site's.",
    next: 'Nothing was signed. Compare again by telephone; if it stays so, invite the site again.',
  },
  'not-built': {
    meaning: 'The compiled file of an application is missing.',
    next: 'In the checkout, run: npm run setup',
  },
  'coordinator-not-running': {
    meaning: 'Nothing listens at the address of the coordinator.',
    next: 'Start it: mammofed coordinator start',
  },
  'coordinator-unreachable': {
    meaning: 'Something listens at the address of the coordinator, but no answer came.',
    next: 'Look at the log of the coordinator, or start it again.',
  },
  'token-unreadable': {
    meaning: "This user may not read the administrator's token.",
    next: 'Run the command as the user who runs the coordinator.',
  },
  refused: {
    meaning: 'The coordinator answered, and the answer is no; the message says why.',
    next: 'Do what the message says.',
  },
  'bad-answer': {
    meaning: "Something answered that does not speak the coordinator's language.",
    next: 'Check whether another program took the port.',
  },
  'process-failed': {
    meaning: 'A program that was started ended with an error, or ended although it had to go on.',
    next: 'Read its own words above, or the log that the message names.',
  },
  'run-failed': {
    meaning: 'The run ended without its model; the message says why.',
    next: 'Mend the cause and create the run again.',
  },
  'timed-out': {
    meaning: 'Something that was waited for did not happen.',
    next: 'Look at the log that the message names.',
  },
  'unknown-model': {
    meaning: 'What --model names is neither a model of the store nor a file.',
    next: 'Look at the names with: mammofed model list',
  },
  'ambiguous-model': {
    meaning: 'What --model names is the beginning of several hashes.',
    next: 'Give more digits of the hash.',
  },
  'output-exists': {
    meaning: 'The file that would be written is there already.',
    next: 'Choose another --out, or replace it with --force.',
  },
  'no-browser': {
    meaning: 'A PDF was asked for, and there is no browser that prints it.',
    next: 'Install Chromium, name a browser with --browser, or write the page with --report and print it by hand.',
  },
  'workbench-refused': {
    meaning: 'The model, the data or the options cannot be used as they are; the message says why.',
    next: 'Do what the message says.',
  },
  interrupted: {
    meaning: 'The person, or the system, asked the command to stop.',
    next: 'Nothing; start it again to go on.',
  },
} as const satisfies ErrorCatalogue;

/** `interrupted` carries `context.signal`. */
export type CliErrorCode = keyof typeof CLI_ERRORS;

export class CliError extends CodedError<CliErrorCode> {}

/** What a script sees: 1 it failed, 2 it was asked for something impossible. */
const EXIT_CODES: Readonly<Record<CliErrorCode, 1 | 2>> = {
  'bad-usage': 2,
  'bad-data': 2,
  'folder-in-use': 2,
  'nothing-to-resume': 2,
  'not-a-coordinator': 2,
  'not-a-signer': 2,
  'not-a-root': 2,
  'other-consortium': 1,
  'roster-changed': 1,
  'nothing-waits': 1,
  'wrong-fingerprint': 1,
  'not-built': 2,
  'coordinator-not-running': 1,
  'coordinator-unreachable': 1,
  'token-unreadable': 1,
  refused: 1,
  'bad-answer': 1,
  'process-failed': 1,
  'run-failed': 1,
  'timed-out': 1,
  'unknown-model': 2,
  'ambiguous-model': 2,
  'output-exists': 2,
  'no-browser': 2,
  'workbench-refused': 2,
  interrupted: 1,
};

/** The arguments named a model's file, or that of a network: another one has to be given. */
const FILES_TO_CHANGE: readonly string[] = [
  'bad-model-file',
  'bad-topology',
  'layer-not-allowed',
  'setting-not-allowed',
  'topology-too-large',
  'shapes-do-not-fit',
];

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
  if (isCodedError(error) && FILES_TO_CHANGE.includes(error.code)) return 2;
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
