import { quantaFor } from '@mammofed/aggregation';
import { ringBitsOf } from '@mammofed/core';
import { SiteError } from '../errors.js';
import { trainingToShare } from '../policy/what-leaves.js';
import type { StoredUpdate } from '../transfers/update-store.js';
import { sendUpdate } from '../transfers/upload.js';
import type { TrainJob } from '../trainer/trainer-messages.js';
import type { AcceptedTask } from './task-rules.js';
import { inputsOf } from './update-inputs.js';
import { runTrainer, whenThereIsRoom } from './patience.js';
import type { TaskContext } from './task-context.js';

type TrainTask = Extract<AcceptedTask, { kind: 'train' }>;

/**
 * Trains one attempt of a round and sends the update; in mode secure the update stays, and the site joins the phases of a
 * secure sum, which go on beside later tasks. An update of the same inputs that is on disk already is used as it is: after a
 * crash, or for a later attempt. It is never rounded again.
 * @throws SiteError, TrainerFailure; `obsolete` if the round is over; the signal's reason.
 */
export async function trainTask(accepted: TrainTask, context: TaskContext, signal: AbortSignal): Promise<void> {
  const { task } = accepted;
  const { rules, link, updates, contributions, progress, say, secure } = context;
  const { runId, round, attempt } = task;
  const ref = { runId, round, attempt };
  await secure.endBefore(ref);
  await updates.discardThrough(runId, round - 1);
  const inputs = inputsOf(accepted);
  let update = await updates.find(ref, inputs);
  // What is trained may leave after hours: it takes the line, not the machine.
  if (update === null) update = await train(accepted, inputs, context, rules.untilClosed(signal));
  else say('the update of an earlier try is on disk: it is used');

  if (accepted.config.mode === 'secure') {
    const trained = { accepted, update };
    await whenThereIsRoom(() => secure.join(trained, signal), context, signal);
    say('trained: waits for the other sites of the round');
    return;
  }
  const { sha256 } = update;
  const shared = trainingToShare(update, rules.policy, accepted.config.privacy);
  progress.update('uploading', 0, 0);
  await whenThereIsRoom(() => contributions.sending(ref, sha256), context, signal);
  await sendUpdate({ ref, update, shared }, link, signal, (chunk, total) => progress.update('uploading', chunk, total));
  await whenThereIsRoom(() => contributions.counted(ref, sha256), context, signal);
  say(`update sent (${update.byteLength} bytes)`);
}

async function train(
  accepted: TrainTask,
  inputs: ReturnType<typeof inputsOf>,
  context: TaskContext,
  signal: AbortSignal,
): Promise<StoredUpdate> {
  const { task, config: runConfig, siteIndex } = accepted;
  const { config, rules, models, updates, progress, say, confide, data, engines, privacy } = context;
  const { runId, round, attempt } = task;
  const ref = { runId, round, attempt };
  progress.update('downloading', 0, 0);
  const modelPath = await whenThereIsRoom(
    () => models.obtain(task.baseModel, signal, (chunk, total) => progress.update('downloading', chunk, total)),
    context,
    signal,
  );
  const updatePath = await whenThereIsRoom(
    // Before hours of training, not after: an update has as many numbers of 4 bytes as the model, and two more.
    () => updates.prepare(ref, task.baseModel.byteLength),
    context,
    signal,
  );
  const job: TrainJob = {
    kind: 'train',
    data,
    engine: engines.current.engine,
    threads: config.engine.threads,
    config: runConfig,
    round,
    modelPath,
    siteIndex,
    clips: task.clips,
    quanta: quantaFor(runConfig.quorum.maxSites, ringBitsOf(runConfig)),
    updatePath,
    privacy: { spent: privacy.uses, budget: rules.policy.privacyBudget },
    sitePrivacy: { spent: privacy.siteUses, budget: rules.policy.sitePrivacyBudget },
  };
  progress.update('preparing', 0, 0);
  let lastPhase = '';
  say(`training, ${runConfig.training.epochs} epoch(s)`);
  try {
    const result = await runTrainer(job, context, signal, {
      onProgress: ({ phase, step, stepCount, loss }) => {
        if (phase === 'disk-full' && lastPhase !== phase) {
          say("the site's disk is full: make room on it; the trained update waits in memory");
        }
        lastPhase = phase;
        if (phase !== 'checking') progress.update(phase, step, stepCount, loss);
      },
      onNotice: say,
      onLocalNotice: confide,
    });
    if (result.kind !== 'trained') throw new SiteError('trainer-failed', 'the trainer gave a result of another kind');
    const waiting = `${(100 * result.waitingShare).toFixed(1)} % of the time spent on waiting for batches`;
    say(
      `trained: ${result.engine.steps} steps, mean loss ${result.meanLoss.toFixed(4)} over the last epoch, ${waiting}`,
    );
    const { privacyUse, sitePrivacyUse } = result;
    if (privacyUse !== null) await whenThereIsRoom(() => privacy.charge(privacyUse), context, signal);
    if (sitePrivacyUse !== null) await whenThereIsRoom(() => privacy.charge(sitePrivacyUse, 'sites'), context, signal);
    return await whenThereIsRoom(() => updates.complete(ref, inputs, result), context, signal);
  } catch (error) {
    await updates.discard(ref);
    throw error;
  }
}
