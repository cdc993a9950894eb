import { quantaFor } from '@mammofed/aggregation';
import { isCodedError, ringBitsOf, type RunConfig } from '@mammofed/core';
import { sha256Of } from '@mammofed/storage';
import { checkedRunConfig, type EvaluateTask, type Refused, type RunOffer, type TrainTask } from '@mammofed/wire';
import { atAnyHour, refusalOfStudy, refusalOfTraining, type RuleFacts, type ToldRun } from '../policy/run-rules.js';
import { refused } from './task-refusals.js';

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

/** Checks a training task against itself and the site's rules, before anything is fetched or read. */
export function checkTrainTask(task: TrainTask, siteIndex: number, facts: RuleFacts): AcceptedTask | Refused {
  const run = toldRun(task);
  if ('kind' in run) return run;
  const { config } = run;
  if (task.mode !== config.mode)
    return refused('bad-task', `the task is in mode ${task.mode}, its run in mode ${config.mode}`);
  const refusal = refusalOfTraining(run, facts);
  if (refusal !== null) return refusal;
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

/**
 * Checks an evaluation task. The study has to be one that this site takes part in; the policy's rules on training do not
 * concern it, and its figures pass policy later.
 */
export function checkEvaluateTask(task: EvaluateTask, facts: RuleFacts): AcceptedTask | Refused {
  const run = toldRun(task);
  if ('kind' in run) return run;
  const { config } = run;
  const refusal = refusalOfStudy(run, facts);
  if (refusal !== null) return refusal;
  if (task.round > config.rounds)
    return refused('bad-task', `the run has ${config.rounds} rounds, there is no round ${task.round}`);
  return { kind: 'evaluate', task, config };
}

/** What is refused a task that was taken, by the rules as they are now; null: nothing. Hours end a training by themselves. */
export function refusalSince(accepted: AcceptedTask, facts: RuleFacts): Refused | null {
  const { configSha256, signature } = accepted.task;
  const run = { config: accepted.config, configSha256, signature };
  if (accepted.kind === 'evaluate') return refusalOfStudy(run, facts);
  return refusalOfTraining(run, atAnyHour(facts));
}

/** Reads what a message says of its run. @returns why it cannot be believed or understood. */
export function toldRun({
  configJson,
  configSha256,
  signature,
}: Pick<RunOffer, 'configJson' | 'configSha256' | 'signature'>): ToldRun | Refused {
  if (sha256Of(configJson) !== configSha256) {
    return refused('wrong-config-hash', "the run's configuration does not match its hash");
  }
  try {
    return { config: checkedRunConfig(JSON.parse(configJson)), configSha256, signature };
  } catch (error) {
    if (isCodedError(error)) return refused('bad-run-config', error.message);
    if (error instanceof SyntaxError) return refused('bad-run-config', "the run's configuration is not JSON");
    throw error;
  }
}
