import type { RunView } from '@mammofed/core';
import { CliError } from './errors.js';
import { printable } from './screen.js';

/** Says in the coordinator's words why a run has no model. */
export function runFailed({ runId, note }: RunView): CliError {
  return new CliError(
    'run-failed',
    `Run ${runId} failed: ${note === null ? 'the coordinator does not say why' : printable(note)}.`,
  );
}
