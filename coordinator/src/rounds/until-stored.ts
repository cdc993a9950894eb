import { setTimeout as delay } from 'node:timers/promises';
import { passingFailure } from '../database/database-failure.js';

const TRY_AGAIN_MS = 1000;

/**
 * Writes what a site said only once, over as long an outage of the database, or a full disk, as it takes.
 * @param work - may be done more than once.
 * @param signal - aborted when the coordinator stops: sites say it again at the next start.
 */
export async function untilStored(work: () => Promise<void>, signal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted || passingFailure(error) === null) throw error;
      await delay(TRY_AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}
