import { CodedError } from '@mammofed/core';

export type PrivacyErrorCode =
  | 'bad-join-code'
  | 'bad-key'
  | 'wrong-coordinator-key'
  | 'bad-signature'
  | 'version-mismatch'
  | 'bad-frame';

export class PrivacyError extends CodedError<PrivacyErrorCode> {}
