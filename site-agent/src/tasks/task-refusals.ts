import type { ErrorCatalogue } from '@mammofed/core';
import type { Refused } from '@mammofed/wire';

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
    next: 'The hospital decides: modes in policy.yaml.',
  },
  'policy-max-epochs': {
    meaning: 'The run asks for more local epochs than the site allows.',
    next: 'The hospital decides: maxEpochs in policy.yaml.',
  },
  'policy-min-cohort': {
    meaning: 'Rounds of the run commit with fewer sites than this site asks for.',
    next: 'The hospital decides: minCohort in policy.yaml.',
  },
  'policy-min-threshold': {
    meaning: 'Fewer sites than this site asks for could take the masks off a secure sum of the run.',
    next: 'The hospital decides: minThreshold in policy.yaml. A run with --threshold asks for more.',
  },
  'policy-privacy-budget': {
    meaning: 'The site has a privacy budget, and the run has no privacy for patients.',
    next: 'The hospital decides: privacyBudget in policy.yaml.',
  },
  'policy-site-privacy-budget': {
    meaning: 'The site has a privacy budget for itself as a whole, and the run has no privacy for sites.',
    next: 'The hospital decides: sitePrivacyBudget in policy.yaml.',
  },
  'policy-model-signers': {
    meaning: 'The run is signed by a model signer of the roster whose studies this site does not take part in.',
    next: 'The hospital decides: modelSigners in policy.yaml.',
  },
  'policy-consent': {
    meaning: "The site's operator has not approved the study, or not what this run asks beyond what was approved.",
    next: 'At the site: mammofed site policy studies, then mammofed site policy approve STUDY. The site takes part from then on by itself.',
  },
  'policy-hours': {
    meaning: 'It is outside the hours in which the site trains.',
    next: 'Nothing: the site takes part when its hours begin. The hospital decides: hours in policy.yaml.',
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

/** @returns what the coordinator is told. */
export function refused(code: TaskRefusalCode, message: string): Refused {
  return { kind: 'refused', code, message };
}
