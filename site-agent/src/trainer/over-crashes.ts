import { codeOf } from '../errors.js';
import type { TrainerClient, TrainerListeners } from './trainer-client.js';
import type { TrainerJob, TrainerResult } from './trainer-messages.js';

/** A job that ends so many processes in a row would end the next one too. */
const MAX_CRASHES = 3;

/**
 * Runs a job, and runs it again from its start if the trainer's process dies under it: the system was short of memory, or
 * somebody ended it. Equal jobs give equal bytes, so that the round does not notice.
 * @throws as `TrainerClient.run`; `trainer-crashed` when a third process in a row has died.
 */
export async function runOverCrashes(
  trainer: Pick<TrainerClient, 'run'>,
  job: TrainerJob,
  signal: AbortSignal,
  listeners: TrainerListeners,
): Promise<TrainerResult> {
  for (let crashes = 1; ; crashes++) {
    try {
      return await trainer.run(job, signal, listeners);
    } catch (error) {
      if (codeOf(error) !== 'trainer-crashed' || crashes >= MAX_CRASHES || signal.aborted) throw error;
      listeners.onNotice('the trainer process ended before its work was done: it is started again');
    }
  }
}
