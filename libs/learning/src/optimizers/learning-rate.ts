import { assertNotNegativeInteger, assertPositive, assertPositiveInteger, refuseOptions } from '../option-checks.js';

/**
 * How the learning rate goes on from the one that is set:
 * - `constant`: it stays;
 * - `step`: it is multiplied by `factor`, above 0, after every `everySteps` steps;
 * - `cosine`: it falls along half a cosine to 0 (Loshchilov, Hutter, SGDR, arXiv:1608.03983, equation 5, without restarts);
 * - `polynomial`: it falls as (1 − progress)^`power`, 0.9 if not given (Chen et al., DeepLab, arXiv:1606.00915, section 4; the
 *   same in nnU-Net, arXiv:1904.08128).
 *
 * The last two end after `totalSteps` steps; later ones are taken at rate 0. A warm-up raises the rate in equal parts over
 * the first `warmupSteps` steps, the last of which has the full rate (Goyal et al., arXiv:1706.02677, section 2.2); the rest
 * begins after it and has so many steps less.
 */
export type LearningRateSchedule = (
  | { readonly kind: 'constant' }
  | { readonly kind: 'step'; readonly everySteps: number; readonly factor: number }
  | { readonly kind: 'cosine'; readonly totalSteps: number }
  | { readonly kind: 'polynomial'; readonly totalSteps: number; readonly power?: number }
) & { readonly warmupSteps?: number };

const PUBLISHED_POWER = 0.9;

/**
 * @param rate - the learning rate at its highest.
 * @param step - of the schedule, from 0.
 */
export function learningRateAt(rate: number, schedule: LearningRateSchedule, step: number): number {
  const { warmupSteps = 0 } = schedule;
  if (step < warmupSteps) return (rate * (step + 1)) / warmupSteps;
  const after = step - warmupSteps;
  switch (schedule.kind) {
    case 'constant':
      return rate;
    case 'step':
      return rate * schedule.factor ** Math.floor(after / schedule.everySteps);
    case 'cosine':
      return (rate * (1 + Math.cos(Math.PI * progress(after, schedule.totalSteps - warmupSteps)))) / 2;
    case 'polynomial':
      return rate * (1 - progress(after, schedule.totalSteps - warmupSteps)) ** (schedule.power ?? PUBLISHED_POWER);
  }
}

function progress(step: number, steps: number): number {
  return Math.min(1, step / steps);
}

/** @throws LearningError `bad-options`. */
export function assertSchedule(schedule: LearningRateSchedule): void {
  const { kind, warmupSteps = 0 } = schedule;
  assertNotNegativeInteger('the number of warm-up steps', warmupSteps);
  switch (kind) {
    case 'constant':
      return;
    case 'step':
      assertPositiveInteger('the number of steps at one learning rate', schedule.everySteps);
      return assertPositive("the learning rate's factor", schedule.factor);
    case 'polynomial':
      if (schedule.power !== undefined) assertPositive("the learning rate's power", schedule.power);
      return assertEnd(schedule.totalSteps, warmupSteps);
    case 'cosine':
      return assertEnd(schedule.totalSteps, warmupSteps);
    default:
      refuseOptions(`there is no learning-rate schedule ${String((schedule as { kind: unknown }).kind)}`);
  }
}

function assertEnd(totalSteps: number, warmupSteps: number): void {
  assertPositiveInteger("the schedule's number of steps", totalSteps);
  if (warmupSteps >= totalSteps)
    refuseOptions(`a warm-up of ${warmupSteps} steps leaves none of the schedule's ${totalSteps} for the rest`);
}
