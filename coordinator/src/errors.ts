import { CodedError } from '@mammofed/core';

export type CoordinatorErrorCode =
  | 'bad-usage'
  | 'bad-configuration'
  | 'already-initialised'
  | 'not-initialised'
  | 'port-in-use'
  | 'bad-request'
  | 'unauthorized'
  | 'not-found'
  | 'wrong-state'
  | 'site-name-taken'
  | 'too-large'
  | 'corrupt-content'
  | 'stopped';

export class CoordinatorError extends CodedError<CoordinatorErrorCode> {}

/** A failure as the log may have it. A database error repeats its statement's values; what went wrong is in its cause. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isQuery = 'query' in error && error.cause instanceof Error;
  return String(isQuery ? error.cause : error);
}
