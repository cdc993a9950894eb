import { inputsHash } from '../transfers/update-store.js';
import type { AcceptedTask } from './task-rules.js';

/** Names what a task's update depends on: tasks with the same one have the same update. */
export function inputsOf({ task, siteIndex }: Extract<AcceptedTask, { kind: 'train' }>): ReturnType<typeof inputsHash> {
  return inputsHash({
    round: task.round,
    siteIndex,
    configSha256: task.configSha256,
    baseModelSha256: task.baseModel.sha256,
    clips: task.clips.map(({ clip }) => clip),
    quantumMax: task.quantumMax,
  });
}
