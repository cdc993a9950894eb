import { quantumMaxFor } from '@mammofed/aggregation';
import { isCodedError, type RunConfig } from '@mammofed/core';
import { sha256Of } from '@mammofed/storage';
import { checkedRunConfig, type EvaluateTask, type Refused, type TrainTask } from '@mammofed/wire';
import type { SitePolicy } from '../config.js';

/** Why a task is not taken: what is wrong with it, or the rule of the site's policy that forbids it. */
export type TaskRefusalCode =
  'wrong-config-hash' | 'bad-run-config' | 'bad-task' | 'policy-modes' | 'policy-max-epochs' | 'policy-min-cohort';

/** A task that the site takes. */
export type AcceptedTask =
  | {
      readonly kind: 'train';
      readonly task: TrainTask;
      readonly config: RunConfig;
      /** This site's, as the coordinator welcomed it. */
      readonly siteIndex: number;
    }
  | { readonly kind: 'evaluate'; readonly task: EvaluateTask; readonly config: RunConfig };

/** The only ring that this version computes in. */
const RING_BITS = 32;

/** Checks a training task against itself and the site's policy, before anything is fetched or read. */
export function checkTrainTask(task: TrainTask, siteIndex: number, policy: SitePolicy): AcceptedTask | Refused {
  const config = checkedConfig(task);
  if ('kind' in config) return config;
  if (task.mode !== config.mode)
    return refused('bad-task', `the task is in mode ${task.mode}, its run in mode ${config.mode}`);
  const rule = brokenRule(config, policy);
  if (rule !== null) return rule;
  if (task.ringBits !== RING_BITS)
    return refused('bad-task', `this version computes in a ring of ${RING_BITS} bits, not ${task.ringBits}`);
  const { maxSites } = config.quorum;
  if (task.quantumMax > quantumMaxFor(maxSites, RING_BITS)) {
    return refused(
      'bad-task',
      `a sum over ${maxSites} sites could wrap: the largest quantum is ${quantumMaxFor(maxSites, RING_BITS)}, not ${task.quantumMax}`,
    );
  }
  if (task.round > config.rounds)
    return refused('bad-task', `the run has ${config.rounds} rounds, there is no round ${task.round}`);
  return { kind: 'train', task, config, siteIndex };
}

/** Checks an evaluation task. The policy's rules on training do not concern it, its figures pass policy later. */
export function checkEvaluateTask(task: EvaluateTask): AcceptedTask | Refused {
  const config = checkedConfig(task);
  if ('kind' in config) return config;
  if (task.round > config.rounds)
    return refused('bad-task', `the run has ${config.rounds} rounds, there is no round ${task.round}`);
  return { kind: 'evaluate', task, config };
}

function checkedConfig({
  configJson,
  configSha256,
}: Pick<TrainTask, 'configJson' | 'configSha256'>): RunConfig | Refused {
  if (sha256Of(configJson) !== configSha256) {
    return refused('wrong-config-hash', "the run's configuration does not match its hash");
  }
  try {
    return checkedRunConfig(JSON.parse(configJson));
  } catch (error) {
    if (isCodedError(error)) return refused('bad-run-config', error.message);
    if (error instanceof SyntaxError) return refused('bad-run-config', "the run's configuration is not JSON");
    throw error;
  }
}

function brokenRule({ mode, training, quorum }: RunConfig, policy: SitePolicy): Refused | null {
  if (!policy.modes.includes(mode)) {
    return refused(
      'policy-modes',
      `this site does not take part in mode ${mode}; it allows ${policy.modes.join(', ')}`,
    );
  }
  if (training.epochs > policy.maxEpochs) {
    return refused(
      'policy-max-epochs',
      `the run asks for ${training.epochs} local epochs; this site allows ${policy.maxEpochs}`,
    );
  }
  if (quorum.minSites < policy.minCohort) {
    return refused(
      'policy-min-cohort',
      `rounds of this run commit with ${quorum.minSites} sites; this site asks for at least ${policy.minCohort}`,
    );
  }
  return null;
}

function refused(code: TaskRefusalCode, message: string): Refused {
  return { kind: 'refused', code, message };
}
