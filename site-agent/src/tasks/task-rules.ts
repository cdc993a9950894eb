import { quantaFor } from '@mammofed/aggregation';
import { isCodedError, ringBitsOf, type ErrorCatalogue, type RunConfig } from '@mammofed/core';
import { sha256Of } from '@mammofed/storage';
import { checkedRunConfig, type EvaluateTask, type Refused, type TrainTask } from '@mammofed/wire';
import type { SitePolicy } from '../config.js';

/** Why a task is not taken: what is wrong with it, with this moment, or the rule of the site's policy that forbids it. */
export const TASK_REFUSALS = {
  'wrong-config-hash': {
    meaning: "The run's configuration does not match the hash that names it.",
    next: 'Check what sits on the way; the task is not done.',
  },
  'bad-run-config': {
    meaning: "The run's configuration is not sound for this version of the agent.",
    next: 'Update the older of agent and coordinator.',
  },
  'bad-task': {
    meaning: 'The task contradicts the configuration of its run.',
    next: 'Check that agent and coordinator are of the same version.',
  },
  'policy-modes': {
    meaning: 'The site does not take part in runs of this mode.',
    next: 'The hospital decides: policy.modes in site.json.',
  },
  'policy-max-epochs': {
    meaning: 'The run asks for more local epochs than the site allows.',
    next: 'The hospital decides: policy.maxEpochs in site.json.',
  },
  'policy-min-cohort': {
    meaning: 'Rounds of the run commit with fewer sites than this site asks for.',
    next: 'The hospital decides: policy.minCohort in site.json.',
  },
  'policy-privacy-budget': {
    meaning: 'The site has a privacy budget, and the run has no privacy for patients.',
    next: 'The hospital decides: policy.privacyBudget in site.json.',
  },
  'policy-site-privacy-budget': {
    meaning: 'The site has a privacy budget for itself as a whole, and the run has no privacy for sites.',
    next: 'The hospital decides: policy.sitePrivacyBudget in site.json.',
  },
  'stale-task': {
    meaning: 'The site is at a later round or attempt of this run already.',
    next: 'Nothing: the site goes on with the later one.',
  },
  'too-many-tasks': {
    meaning: 'Too many tasks wait at this site.',
    next: 'Nothing: the coordinator asks again later.',
  },
  stopped: {
    meaning: 'The site agent is stopping.',
    next: 'Start it again.',
  },
  'unexpected-message': {
    meaning: 'The coordinator sent a message that only a site sends.',
    next: 'Check that agent and coordinator are of the same version.',
  },
} as const satisfies ErrorCatalogue;

export type TaskRefusalCode = keyof typeof TASK_REFUSALS;

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

/** Checks a training task against itself and the site's policy, before anything is fetched or read. */
export function checkTrainTask(task: TrainTask, siteIndex: number, policy: SitePolicy): AcceptedTask | Refused {
  const config = checkedConfig(task);
  if ('kind' in config) return config;
  if (task.mode !== config.mode)
    return refused('bad-task', `the task is in mode ${task.mode}, its run in mode ${config.mode}`);
  const rule = brokenRule(config, policy);
  if (rule !== null) return rule;
  const ringBits = ringBitsOf(config);
  if (task.ringBits !== ringBits)
    return refused('bad-task', `the task has a ring of ${task.ringBits} bits, its run one of ${ringBits}`);
  const { maxSites } = config.quorum;
  const { quantumMax } = quantaFor(maxSites, ringBits);
  if (task.quantumMax !== quantumMax) {
    return refused('bad-task', `the quantum of a sum over ${maxSites} sites is ${quantumMax}, not ${task.quantumMax}`);
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

function brokenRule({ mode, training, quorum, privacy, sitePrivacy }: RunConfig, policy: SitePolicy): Refused | null {
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
  if (policy.privacyBudget !== null && privacy === undefined) {
    return refused(
      'policy-privacy-budget',
      'the run trains without differential privacy; this site has a privacy budget and takes part in none that does',
    );
  }
  if (policy.sitePrivacyBudget !== null && sitePrivacy === undefined) {
    return refused(
      'policy-site-privacy-budget',
      'the run has no differential privacy for sites; this site has a budget for it and takes part in none that has not',
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

/** @returns what the coordinator is told. */
export function refused(code: TaskRefusalCode, message: string): Refused {
  return { kind: 'refused', code, message };
}
