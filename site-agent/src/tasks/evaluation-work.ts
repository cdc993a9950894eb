import type { EvaluationReport } from '@mammofed/wire';
import { SiteError } from '../errors.js';
import { figuresToShare } from '../policy/what-leaves.js';
import { resultsDir } from '../site-paths.js';
import type { EvaluateJob } from '../trainer/trainer-messages.js';
import { runTrainer, whenThereIsRoom } from './patience.js';
import type { AcceptedTask } from './task-rules.js';
import type { TaskContext } from './task-context.js';

type EvaluateTask = Extract<AcceptedTask, { kind: 'evaluate' }>;

/**
 * Evaluates a committed model on this site's test split: per-image figures and overlays stay here, the figures that policy
 * lets through are sent.
 * @throws SiteError, TrainerFailure; the signal's reason.
 */
export async function evaluateTask(accepted: EvaluateTask, context: TaskContext, signal: AbortSignal): Promise<void> {
  const { task, config: runConfig } = accepted;
  const { config, rules, paths, link, models, updates, progress, say, confide, log, data, engines, secure } = context;
  const { runId, round } = task;
  // The round has a model: its updates are counted.
  await secure.endBefore({ runId, round: round + 1, attempt: 1 });
  await updates.discardThrough(runId, round);
  const modelPath = await whenThereIsRoom(
    () => models.obtain(task.model, signal, (chunk, total) => progress.update('evaluating', chunk, total)),
    context,
    signal,
  );
  progress.update('evaluating', 0, 0);
  const dir = resultsDir(paths, runId, round);
  const job: EvaluateJob = {
    kind: 'evaluate',
    data,
    engine: engines.current.engine,
    threads: config.engine.threads,
    config: runConfig,
    round,
    modelPath,
    runId,
    modelSha256: task.model.sha256,
    resultsDir: dir,
    patientSaltPath: paths.patientSalt,
  };
  const listeners: Parameters<typeof runTrainer>[3] = {
    // Reading the images is part of it for whoever watches the run: 'preparing' is about a training.
    onProgress: ({ step, stepCount }) => progress.update('evaluating', step, stepCount),
    onNotice: say,
    onLocalNotice: confide,
  };
  const result = await whenThereIsRoom(() => runTrainer(job, context, signal, listeners), context, signal);
  if (result.kind !== 'evaluated') throw new SiteError('trainer-failed', 'the trainer gave a result of another kind');
  const { figures, engine } = result;
  say(`mean Dice ${figures.dice.mean?.toFixed(3)} on ${figures.n} test images (figures and overlays: ${dir})`);

  const report: EvaluationReport = {
    kind: 'evaluation-report',
    runId,
    round,
    modelSha256: task.model.sha256,
    ...figuresToShare(figures, rules.policy, runConfig.privacy ?? runConfig.sitePrivacy),
    engine,
  };
  const answer = await link.ask(report, signal);
  if (answer.kind === 'evaluation-stored') return;
  // Nothing to report back: the coordinator is the one who does not want it.
  const code = answer.kind === 'refused' ? answer.code : answer.kind;
  log.warn('evaluation not stored', { runId, round, code });
  say(`the coordinator did not store the figures (${code})`);
}
