// Entry of the trainer process: a child of the agent that reads images and runs native code. It talks to its parent over
// the IPC channel and ends with it. onnxruntime blocks the event loop during a step, and a fault in native code ends the
// process: neither may happen where the connection is held.
import '../no-telemetry.js';
import { setPriority } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describeFailure } from './describe-failure.js';
import { evaluateRound } from './evaluate-round.js';
import { FeedThread } from './feed-thread.js';
import { ContractChecker } from './contract-checker.js';
import { DataHolder } from './held-data.js';
import { GraphFolder } from './graph-folder.js';
import { EngineHolder } from './held-engines.js';
import { trainRound } from './train-round.js';
import type { FromTrainer, ToTrainer, TrainerJob, TrainerProgress, TrainerResult } from './trainer-messages.js';
import { roundLength } from './training-feed.js';

/** The job was cancelled; nobody waits for its result. */
class Cancelled extends Error {}

/** In the system's scale from -20 (first) to 19 (last). */
const NICENESS = 5;

/** Shortest time between two progress messages of one phase. */
const PROGRESS_GAP_MS = 500;

const data = new DataHolder();
const contracts = new ContractChecker();
const [, , graphs] = process.argv;
const engines = new EngineHolder(graphs === undefined ? undefined : new GraphFolder(graphs));
const feedThread = new FeedThread(new URL('./feed-worker.js', import.meta.url));
let cancelledId = 0;
/** Of the check that is under way: reading an image is not a step at which a training stops. */
let stopCheck: AbortController | null = null;

function say(message: FromTrainer): void {
  // Not awaited: a step must not wait for the agent to read. A dead agent ends this process through 'disconnect'.
  process.send?.(message, () => undefined);
}

async function runJob(id: number, job: TrainerJob): Promise<void> {
  try {
    const result = await work(id, job);
    say({ kind: 'done', id, result });
  } catch (error) {
    if (error instanceof Cancelled) return say({ kind: 'cancelled', id });
    const { cause } = error as { cause?: unknown };
    // Words of the system or of onnxruntime: for this site's terminal alone.
    if (cause instanceof Error) say({ kind: 'notice', id, text: `cause: ${cause.message}`, mayNameFiles: true });
    say({ kind: 'failed', id, ...describeFailure(error) });
  }
}

async function work(id: number, job: TrainerJob): Promise<TrainerResult> {
  const progress = throttled(id);
  const breathe = async (): Promise<void> => {
    await nextTurn();
    if (cancelledId === id) throw new Cancelled();
  };
  if (job.kind === 'check') {
    stopCheck = new AbortController();
    return contracts.check(job, stopCheck.signal, (step, stepCount) =>
      progress({ phase: 'checking', step, stepCount, loss: null }),
    );
  }
  const notice = (text: string, mayNameFiles = false): void => say({ kind: 'notice', id, text, mayNameFiles });
  progress({ phase: 'preparing', step: 0, stepCount: 0, loss: null });
  const dataset = await data.get(job.data, job.config, notice);
  await breathe();
  switch (job.kind) {
    case 'train': {
      feedThread.start();
      const { stepCount: stepsPerRound } = roundLength(dataset.train, job.config);
      const trainer = await engines.trainer(job.engine, job.config, { threads: job.threads, stepsPerRound }, (split) =>
        say({ kind: 'batch-split', id, split }),
      );
      return trainRound(job, { trainer, dataset, feedThread, progress, notice, breathe });
    }
    case 'evaluate': {
      const predictor = await engines.predictor(job.engine, job.config, job.threads);
      return evaluateRound(job, { predictor, dataset, progress, breathe });
    }
  }
}

function throttled(id: number): (progress: TrainerProgress) => void {
  let saidAtMs = -Infinity;
  let saidPhase = '';
  return (progress) => {
    const nowMs = performance.now();
    if (progress.phase === saidPhase && nowMs - saidAtMs < PROGRESS_GAP_MS && progress.step < progress.stepCount)
      return;
    saidAtMs = nowMs;
    saidPhase = progress.phase;
    say({ kind: 'progress', id, ...progress });
  };
}

if (process.send === undefined) {
  process.stderr.write('the trainer is started by the site agent (site start), not by hand\n');
  process.exit(2);
}
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches the whole group: the agent decides, and ends this process by closing the channel.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
// The agent has to go on answering while all cores train; a third of a share is what training gets beside busy processes.
setPriority(NICENESS);
process.on('message', (message: ToTrainer) => {
  switch (message.kind) {
    case 'cancel':
      cancelledId = message.id;
      stopCheck?.abort(new Cancelled());
      return;
    case 'job':
      void runJob(message.id, message.job);
  }
});
