import { CodedError } from '@mammofed/core';

export type CoordinatorErrorCode =
  | 'bad-usage'
  | 'bad-configuration'
  | 'already-initialised'
  | 'not-initialised'
  | 'unsafe-key-file'
  | 'directory-in-use'
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
