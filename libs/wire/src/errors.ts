import { CodedError } from '@mammofed/core';

/**
 * - `malformed`: a message breaks the schema; the context's `field` says where.
 * - `too-large`: a message or frame is over its cap.
 * - `out-of-order`: an envelope came twice, was left out, or answers one that was never sent.
 * - `timeout`: a request was not answered in time. Ambiguous: the other end may have acted on it.
 * - `closed`: the conversation is over; for an open request as ambiguous as `timeout`.
 * - `already-answered`: a message was replied to twice (a mistake of this end).
 */
export type WireErrorCode = 'malformed' | 'too-large' | 'out-of-order' | 'timeout' | 'closed' | 'already-answered';

export class WireError extends CodedError<WireErrorCode> {}
