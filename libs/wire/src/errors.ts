import { CodedError, type ErrorCatalogue } from '@mammofed/core';

export const WIRE_ERRORS = {
  malformed: {
    meaning: "A message breaks the protocol's rules; the context's `field` says where.",
    next: 'Check that both ends are of the same version.',
  },
  'too-large': {
    meaning: 'A message or a frame is over its cap.',
    next: 'Check that both ends are of the same version.',
  },
  'out-of-order': {
    meaning: 'A message came twice, was left out, or answers one that was never sent.',
    next: 'The connection is closed and opened anew by itself; if it comes back, look at what sits on the way.',
  },
  timeout: {
    meaning: 'A request was not answered in time. The other end may or may not have acted on it.',
    next: 'It is asked again by itself; if it comes back, check the line and the load of the other end.',
  },
  closed: {
    meaning: 'The connection ended before the answer came. The other end may or may not have acted on the request.',
    next: 'It is asked again over the next connection by itself.',
  },
  'already-answered': {
    meaning: 'This end was to answer one message twice.',
    next: 'This is a mistake in the program: report it with the log.',
  },
} as const satisfies ErrorCatalogue;

export type WireErrorCode = keyof typeof WIRE_ERRORS;

export class WireError extends CodedError<WireErrorCode> {}
