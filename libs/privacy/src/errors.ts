import { CodedError } from '@mammofed/core';

/**
 * - `bad-join-code`: not a whole join code.
 * - `bad-key`: a key or nonce that is malformed, unusable, or our own sent back.
 * - `wrong-coordinator-key`: the coordinator is not the one that the site joined.
 * - `bad-signature`: the other end does not hold the key it names, or something of the handshake was altered on its way.
 * - `version-mismatch`: the two ends have no protocol version in common.
 * - `out-of-order`: a step of the handshake came twice or too early.
 * - `bad-frame`: a frame was altered, repeated, lost, reordered or cut, or the session has ended.
 */
export type PrivacyErrorCode =
  | 'bad-join-code'
  | 'bad-key'
  | 'wrong-coordinator-key'
  | 'bad-signature'
  | 'version-mismatch'
  | 'out-of-order'
  | 'bad-frame';

export class PrivacyError extends CodedError<PrivacyErrorCode> {}
