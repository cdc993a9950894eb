import type { AttemptRef } from '@mammofed/wire';
import { codeOf, SiteError } from '../errors.js';
import { failureToShare, localFailureOf, type LocalFailure, type SharedFailure } from '../policy/failure-to-share.js';
import { withdrawn } from '../policy/site-rules.js';
import { TrainerFailure } from '../trainer/trainer-client.js';
import { evaluateTask } from './evaluation-work.js';
import { ProgressReporter } from './progress-reporter.js';
import type { TaskContext, WorkParts } from './task-context.js';
import type { TaskRunner } from './task-queue.js';
import { refusalSince, type AcceptedTask } from './task-rules.js';
import { trainTask } from './training-work.js';

/**
 * In messages about evaluations, which have no attempts: their round is committed, so that the coordinator cannot take them
 * for messages about a training.
 */
const EVALUATION_ATTEMPT = 1;

/** How the queue does a task: fetch, train or evaluate, send; a failure is told to the coordinator as far as policy lets it. */
export function taskRunner(parts: WorkParts): TaskRunner {
  return async (task, signal) => {
    const ref = refOf(task);
    const { config, link, clock, log } = parts;
    const fields = { task: task.kind, runId: ref.runId, round: ref.round };
    const progress = new ProgressReporter({
      ref,
      policy: () => parts.rules.policy,
      tell: (message) => link.tell(message),
      clock,
    });
    const say = (line: string): void => parts.say(`run ${ref.runId.slice(0, 8)}, round ${ref.round}: ${line}`);
    const { dir, layout = null, permuteImagesSeed = null } = config.data;
    const context: TaskContext = { ...parts, say, progress, data: { dir, layout, permuteImagesSeed } };
    log.info('task began', fields);
    try {
      // It may have waited here while the operator thought otherwise.
      const refusal = refusalSince(task, parts.rules.facts());
      if (refusal !== null) throw withdrawn(refusal.code, refusal.message);
      await parts.audit.assertLogged(task, (message) => link.ask(message, signal));
      if (task.kind === 'train') await trainTask(task, context, signal);
      else await evaluateTask(task, context, signal);
      log.info('task done', fields);
      return null;
    } catch (error) {
      const rule = ruleOf(signal.aborted ? signal.reason : error);
      if (rule !== null) {
        progress.end();
        return withdraw(rule, ref, context);
      }
      if (signal.aborted || codeOf(error) === 'obsolete') {
        const why = signal.aborted ? (signal.reason as unknown) : error;
        log.info('task given up', { ...fields, code: codeOf(why) });
        say(`given up (${why instanceof Error ? why.message : String(why)})`);
        throw error;
      }
      progress.end();
      return await reportFailure(error, ref, context, signal);
    } finally {
      progress.end();
    }
  };
}

async function reportFailure(
  error: unknown,
  ref: AttemptRef,
  context: TaskContext,
  signal: AbortSignal,
): Promise<SharedFailure> {
  const { rules, link, log, say } = context;
  const local: LocalFailure = error instanceof TrainerFailure ? error.failure : localFailureOf(error);
  log.error('task failed', { runId: ref.runId, round: ref.round, code: local.code });
  say(`failed (${local.code}): ${local.message}`);
  const shared = failureToShare(local, rules.policy);
  // If the session breaks just now, the coordinator tells the task again and hears of the failure then.
  await link.session(signal);
  link.tell({ kind: 'task-failed', ...ref, ...shared });
  return shared;
}

/** The rule of this site that ended a task; null if something else did. */
function ruleOf(why: unknown): SharedFailure | null {
  if (!(why instanceof SiteError) || why.code !== 'task-withdrawn') return null;
  return { code: String(why.context['rule']), message: why.message };
}

/** As if the site had refused the task: the coordinator hears of the rule. */
function withdraw(rule: SharedFailure, ref: AttemptRef, { link, log, say }: TaskContext): SharedFailure {
  log.warn('task withdrawn', { runId: ref.runId, round: ref.round, code: rule.code });
  say(`given up (${rule.code}): ${rule.message}`);
  link.tell({ kind: 'task-failed', ...ref, ...rule });
  return rule;
}

function refOf({ kind, task }: AcceptedTask): AttemptRef {
  const { runId, round } = task;
  return { runId, round, attempt: kind === 'train' ? task.attempt : EVALUATION_ATTEMPT };
}
