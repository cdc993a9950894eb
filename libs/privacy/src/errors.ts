import { CodedError, type ErrorCatalogue } from '@mammofed/core';
import type { SECURE_AGGREGATION_ERRORS } from './secure-aggregation/errors.js';

export const PRIVACY_ERRORS = {
  'bad-join-code': {
    meaning: 'The text is not a whole join code.',
    next: 'Copy the whole code, to its last character, or ask for a new one.',
  },
  'bad-key': {
    meaning: 'A key or nonce of the handshake is malformed, unusable, or our own sent back.',
    next: 'Check the address and what sits on the way; the connection is not used.',
  },
  'wrong-coordinator-key': {
    meaning: 'The coordinator that answers is not the one that the site joined.',
    next: 'Check the address; if the coordinator was set up anew, ask for a new join code and enrol again.',
  },
  'bad-signature': {
    meaning: 'The other end does not hold the key that it names, or the handshake was altered on its way.',
    next: 'The connection is not used. Find out who answers at that address.',
  },
  'version-mismatch': {
    meaning: 'The two ends have no version of the protocol in common.',
    next: 'Update the older of the two.',
  },
  'out-of-order': {
    meaning: 'A step of the handshake came twice or too early.',
    next: 'The connection is opened anew by itself; if it comes back, report it with the log.',
  },
  'bad-frame': {
    meaning: 'A frame was altered, repeated, lost, reordered or cut, or the session has ended.',
    next: 'The connection is opened anew by itself; if it comes back, look at what sits on the way.',
  },
} as const satisfies ErrorCatalogue;

export type PrivacyErrorCode = keyof typeof PRIVACY_ERRORS | keyof typeof SECURE_AGGREGATION_ERRORS;

export class PrivacyError extends CodedError<PrivacyErrorCode> {}
