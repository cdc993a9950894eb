import { CoordinatorError } from '../errors.js';

/**
 * Codes of a server that is away, going away or not yet there, and of the line to it.
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html (classes 08, 53, 57)
 */
const AWAY = /^(08|57P0|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOST|ENET)|^(53300|57014)$/;
/** node-postgres gives these no code. */
const AWAY_WORDS = /connection terminated|timeout exceeded|query read timeout|not queryable|connection error/i;
/** Of a server that is there and does not let this coordinator in: password, role, database. */
const KEPT_OUT = /^(28|3D)/;
const FULL = ['53100', 'ENOSPC', 'EDQUOT'];

/**
 * What a failed statement, or a file that could not be written, means for whoever asked for it.
 * @param error - as it was thrown; causes are looked at too.
 * @param isDatabase - whether it came from the database; otherwise only drizzle's errors count as such.
 * @returns a failure that passes when its cause does; null for every other error.
 */
export function databaseFailure(error: unknown, isDatabase = false): CoordinatorError | null {
  if (error instanceof CoordinatorError) return error;
  if (!(error instanceof Error)) return null;
  const isQuery = isDatabase || 'query' in error;
  const code = (error as { readonly code?: unknown }).code;
  const text = typeof code === 'string' ? code : '';
  if (FULL.includes(text)) {
    const what = isQuery ? 'the disk under the database is full' : "the coordinator's disk is full";
    return new CoordinatorError('disk-full', `${what}: make room on it; it is tried again by itself`, {}, error);
  }
  if (isQuery && (AWAY.test(text) || KEPT_OUT.test(text) || AWAY_WORDS.test(error.message))) {
    const why = KEPT_OUT.test(text) ? `does not let the coordinator in (${error.message})` : 'cannot be reached';
    return new CoordinatorError(
      'database-unavailable',
      `the database ${why}: check that PostgreSQL runs and what DATABASE_URL says; it is tried again by itself`,
      {},
      error,
    );
  }
  return error.cause === undefined ? null : databaseFailure(error.cause, isQuery);
}

/** Codes of failures that pass by themselves or when a person has made room: what failed is done again. */
const PASSING = ['disk-full', 'database-unavailable', 'database-in-use'] as const;
export type PassingCode = (typeof PASSING)[number];
export type PassingFailure = CoordinatorError & { readonly code: PassingCode };

/** @returns the failure if it passes, null for every other error. */
export function passingFailure(error: unknown): PassingFailure | null {
  const failure = databaseFailure(error);
  return failure !== null && isPassing(failure) ? failure : null;
}

function isPassing(failure: CoordinatorError): failure is PassingFailure {
  return (PASSING as readonly string[]).includes(failure.code);
}
