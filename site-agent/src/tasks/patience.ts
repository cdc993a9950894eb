import { pause } from '../abort.js';
import { Backoff } from '../connection/backoff.js';
import { untilSpace } from '../disk-space.js';
import { codeOf, SiteError } from '../errors.js';
import { TrainerFailure, type TrainerListeners } from '../trainer/trainer-client.js';
import type { EngineJob, TrainerResult } from '../trainer/trainer-messages.js';
import type { TaskContext } from './task-context.js';

/** Pauses between two looks for room on a full disk. */
const SPACE_AGAIN = { firstMs: 2000, longestMs: 60_000 } as const;

/** How often a task's trainer is started with one engine: something other than chance ends it then. */
const MAX_TRAINER_STARTS = 3;

/** What an engine refuses that another one may take. */
const ENGINE_CODES: readonly string[] = ['session-failed', 'out-of-memory', 'engine-missing'];

/** What ends a trainer process without its being the job's fault for sure. */
const CRASH_CODES: readonly string[] = ['trainer-crashed', 'trainer-silent'];

/**
 * Does work that writes files, and waits while the disk is full: the terminal and the coordinator are told, and the task
 * goes on when there is room. The coordinator decides how long the round waits; it cancels the task then.
 * @param work - may be done again from its beginning.
 * @throws what `work` throws, but for a full disk; the signal's reason.
 */
export function whenThereIsRoom<T>(
  work: () => Promise<T>,
  { progress, say, log, spaceAgain = SPACE_AGAIN }: Pick<TaskContext, 'progress' | 'say' | 'log' | 'spaceAgain'>,
  signal: AbortSignal,
): Promise<T> {
  const backoff = new Backoff(spaceAgain);
  let isSaid = false;
  return untilSpace(work, {
    onFull: (error) => {
      progress.update('disk-full', 0, 0);
      if (isSaid) return;
      isSaid = true;
      log.warn('disk full', { code: codeOf(error) });
      const what = error instanceof SiteError ? error.message : "the site's disk is full: make room on it";
      say(`${what}; the task waits and goes on when there is room`);
    },
    pause: () => pause(backoff.nextDelayMs(), signal),
  });
}

/**
 * Runs a trainer job. If its process dies, a new one does the job again from its beginning: the result is the same. If it
 * dies again and again, or the engine refuses the run's graph or has too little memory for it, the next engine does the job, if
 * the site's setting leaves the choice. A batch that the engine splits for want of memory is told and logged.
 * @throws TrainerFailure; SiteError `disk-full`; `trainer-crashed` | `trainer-silent` if it dies again and again and there is
 * no other engine; the signal's reason.
 */
export async function runTrainer(
  job: EngineJob,
  { trainer, engines, say, log }: Pick<TaskContext, 'trainer' | 'engines' | 'say' | 'log'>,
  signal: AbortSignal,
  listeners: Omit<TrainerListeners, 'onBatchSplit'>,
): Promise<TrainerResult> {
  let tried = job;
  const onBatchSplit: TrainerListeners['onBatchSplit'] = ({ batchSize, microBatches }) => {
    const { engine } = tried;
    log.warn('batch split', { engine, batchSize, microBatches });
    const parts = `${microBatches} × ${batchSize / microBatches}`;
    say(
      `engine ${engine}: a batch of ${batchSize} does not fit into its memory and is trained as ${parts}, with the same update`,
    );
  };
  for (let start = 1; ; start++) {
    try {
      return await trainer.run(tried, signal, { ...listeners, onBatchSplit });
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof TrainerFailure && error.failure.code === 'disk-full') {
        throw new SiteError('disk-full', error.failure.message, {}, error);
      }
      const { engine } = tried;
      const code = error instanceof TrainerFailure ? error.failure.code : codeOf(error);
      const message = error instanceof Error ? error.message : String(error);
      if (CRASH_CODES.includes(code) && start < MAX_TRAINER_STARTS) {
        log.warn('trainer started again', { code, engine, start });
        say(`${message}: the job is done again from its beginning`);
        continue;
      }
      if (!CRASH_CODES.includes(code) && !ENGINE_CODES.includes(code)) throw error;
      const next = await engines.giveUp(message);
      signal.throwIfAborted();
      if (next === null) throw error;
      log.warn('engine given up', { code, engine, next: next.engine });
      say(`${message}: the engine ${engine} is given up, and ${next.engine} does the job from its beginning`);
      tried = { ...tried, engine: next.engine };
      start = 0;
    }
  }
}
