import { CodedError } from '@mammofed/core';

/**
 * - `bad-usage`, `bad-configuration`: the command line or `site.json`.
 * - `missing-data-folder`: the folder of images is not there.
 * - `already-enrolled`, `not-enrolled`, `folder-not-empty`: the site folder.
 * - `enrolment-refused`: the coordinator does not take the join code.
 * - `unreachable`: no connection, or it broke off before the handshake was done.
 * - `wrong-coordinator-key`, `unknown-site`, `version-mismatch`, `handshake-refused`: the handshake.
 * - `unexpected-answer`: the coordinator answered with something that the protocol does not allow there.
 * - `refused-transfer`: the coordinator does not hand out a model or does not take an update.
 * - `obsolete`: the round is over for this site; nothing is wrong here.
 * - `corrupt-model`: a model does not match its hash although it was fetched anew.
 * - `disk-full`: nothing more can be written.
 * - `wrong-clips`: a task's clips are not those of the model's tensors.
 * - `trainer-crashed`, `trainer-silent`, `trainer-failed`: the trainer process.
 * - `no-torch`: the engine cannot be compared with PyTorch, which is not there.
 * - `different-losses`: the engine and PyTorch do not compute the same from the same weights and images.
 * - `stopped`: the agent is stopping.
 */
export type SiteErrorCode =
  | 'bad-usage'
  | 'bad-configuration'
  | 'missing-data-folder'
  | 'already-enrolled'
  | 'not-enrolled'
  | 'folder-not-empty'
  | 'enrolment-refused'
  | 'unreachable'
  | 'wrong-coordinator-key'
  | 'unknown-site'
  | 'version-mismatch'
  | 'handshake-refused'
  | 'unexpected-answer'
  | 'refused-transfer'
  | 'obsolete'
  | 'corrupt-model'
  | 'disk-full'
  | 'wrong-clips'
  | 'trainer-crashed'
  | 'trainer-silent'
  | 'trainer-failed'
  | 'no-torch'
  | 'different-losses'
  | 'stopped';

/** What the agent refuses or cannot do. Messages may reach the coordinator: they name no file of the hospital's data. */
export class SiteError extends CodedError<SiteErrorCode> {}

/** Codes that say how the command was called or configured: exit code 2. Everything else is 1. */
const USAGE_CODES: readonly string[] = ['bad-usage', 'bad-configuration', 'bad-join-code', 'missing-data-folder', 'no-torch'];

/** The exit code of a command that ended with this error. */
export function exitCodeOf(error: unknown): 1 | 2 {
  return USAGE_CODES.includes(codeOf(error)) ? 2 : 1;
}

/** An error's code; `internal-error` for one that has none. */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : 'internal-error';
}
