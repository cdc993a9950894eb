import { CodedError, type ErrorCatalogue } from '@mammofed/core';

export const COORDINATOR_ERRORS = {
  'bad-usage': {
    meaning: 'The coordinator was called with a command, an option or a folder that it cannot use.',
    next: 'Call it with --help.',
  },
  'bad-configuration': {
    meaning: 'The configuration of the coordinator is not sound.',
    next: 'Correct coordinator.json where the message says.',
  },
  'already-initialised': {
    meaning: 'The folder already holds a coordinator, whose key and runs are never overwritten.',
    next: 'Start it, or choose another folder.',
  },
  'not-initialised': {
    meaning: 'The folder holds no coordinator.',
    next: 'Make one with coordinator init, or check --dir.',
  },
  'port-in-use': {
    meaning: 'Another program listens on the port.',
    next: 'Stop it, or choose another port.',
  },
  'bad-request': {
    meaning: 'The request to the admin API is not sound; the message lists what is wrong.',
    next: 'Correct the request.',
  },
  unauthorized: {
    meaning: "The request does not carry the administrator's token.",
    next: 'Send the content of admin.token as a bearer token.',
  },
  'not-found': {
    meaning: 'There is no such run, model or address.',
    next: 'List what there is, and check the id.',
  },
  'wrong-state': {
    meaning: 'The run is not in a state in which this can be asked for.',
    next: 'See how far the run is.',
  },
  'dp-batch-statistics': {
    meaning: 'A run with DP-SGD has a network that normalizes by statistics of the whole batch.',
    next: 'Choose a network without batch normalization, or leave the privacy out.',
  },
  'no-roster': {
    meaning: 'The coordinator belongs to no consortium: no root has signed a roster for it.',
    next: 'Make one: mammofed consortium init. Sites of a coordinator from before there were rosters are invited again.',
  },
  'site-name-taken': {
    meaning: 'The roster lists a site of this name.',
    next: 'Choose another name.',
  },
  'too-large': {
    meaning: 'A model or a request is over its cap.',
    next: 'See docs/limits.md for the caps.',
  },
  'corrupt-content': {
    meaning: 'A stored model, or the token, is not what was stored: the disk or somebody changed it.',
    next: 'Restore the file from a backup.',
  },
  'corrupt-log': {
    meaning: 'The log in the database is not what was written: an entry is missing or was altered.',
    next: 'Restore the database from a backup. Sites that have seen the newer log stop then; find out who changed it.',
  },
  'disk-full': {
    meaning: 'Nothing more can be written to the disk of the coordinator, or to that of its database.',
    next: 'Make room on it: what failed is tried again by itself.',
  },
  'database-unavailable': {
    meaning: 'The PostgreSQL server cannot be reached, or does not let the coordinator in.',
    next: 'Check that it runs and what DATABASE_URL says: what failed is tried again by itself.',
  },
  'database-in-use': {
    meaning: 'Another coordinator runs on the same PostgreSQL database.',
    next: 'Stop that one, or give this one a database of its own.',
  },
  'wrong-database': {
    meaning: 'The database holds the runs of another coordinator, or the runs of this one are in another database.',
    next: 'Start the coordinator with the database that it had before, or make a new one.',
  },
  stopped: {
    meaning: 'The coordinator is stopping and breaks this off.',
    next: 'Start it again: it goes on where it was.',
  },
  'internal-error': {
    meaning: 'The coordinator could not do this, for a reason that nobody foresaw.',
    next: 'Look at its log.',
  },
} as const satisfies ErrorCatalogue;

export type CoordinatorErrorCode = keyof typeof COORDINATOR_ERRORS;

export class CoordinatorError extends CodedError<CoordinatorErrorCode> {}

/** A failure as the log may have it. A database error repeats its statement's values; what went wrong is in its cause. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isQuery = 'query' in error && error.cause instanceof Error;
  return String(isQuery ? error.cause : error);
}
