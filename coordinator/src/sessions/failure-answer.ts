import type { Refused } from '@mammofed/wire';
import { passingFailure } from '../database/database-failure.js';
import { refused } from './refusals.js';

/** What a site is told of a failure of our own: that it passes, if it does, and no details. The log has them. */
export function failureAnswer(error: unknown): Refused {
  switch (passingFailure(error)?.code) {
    case 'disk-full':
      return refused('disk-full', "the coordinator's disk is full: try again later, its administrator is told");
    case 'database-unavailable':
      return refused('database-unavailable', 'the coordinator cannot reach its database just now: try again later');
    case 'database-in-use':
      return refused('database-in-use', 'another coordinator has taken the database over: try again later');
    case undefined:
      return refused('internal-error', 'the coordinator could not do this; its log says why: try again later');
  }
}
