import type { PatientPrivacy, RoundSchedule, RunConfig } from '@mammofed/core';
import type { TrainingOptions } from '@mammofed/learning';
import { lotCapacity } from './private-lots.js';

/**
 * How the engine trains in a run.
 * @param stepsPerRound - of this site.
 */
export function trainingOptions(
  { model, training, privacy, rounds }: RunConfig,
  { stepsPerRound, threads }: { readonly stepsPerRound: number; readonly threads: number },
): Omit<TrainingOptions, 'device'> {
  const { batchSize, learningRate, optimizer, loss, schedule, clipNorm, weightDecay, proximal, frozen } = training;
  return {
    spec: model,
    batchSize,
    learningRate,
    threads,
    ...(optimizer && { optimizer }),
    ...(loss && { loss }),
    ...(schedule && { schedule: scheduleInSteps(schedule, rounds, stepsPerRound) }),
    ...(clipNorm !== undefined && { clip: { kind: 'norm', limit: clipNorm } }),
    ...(weightDecay !== undefined && { weightDecay }),
    ...(proximal !== undefined && { objective: { kind: 'fedprox', mu: proximal } }),
    ...(frozen && { frozenLayers: frozen }),
    ...(privacy && lotOptions(privacy, batchSize)),
  };
}

/** A lot has places for more patients than it has on average, and goes through the model a batch at a time. */
function lotOptions({ clipNorm, lotSize }: PatientPrivacy, batchSize: number) {
  const capacity = lotCapacity(lotSize, batchSize);
  return { batchSize: capacity, microBatches: capacity / batchSize, perExample: { clipNorm, lotSize } };
}

/** A run's schedule, at a site with so many steps in a round. Round r begins at step (r − 1) · S. */
function scheduleInSteps(
  schedule: RoundSchedule,
  rounds: number,
  stepsPerRound: number,
): NonNullable<TrainingOptions['schedule']> {
  const totalSteps = rounds * stepsPerRound;
  const { warmupRounds } = schedule;
  const warmUp = warmupRounds === undefined ? {} : { warmupSteps: warmupRounds * stepsPerRound };
  switch (schedule.kind) {
    case 'constant':
      return { kind: 'constant', ...warmUp };
    case 'step':
      return { kind: 'step', everySteps: schedule.everyRounds * stepsPerRound, factor: schedule.factor, ...warmUp };
    case 'cosine':
      return { kind: 'cosine', totalSteps, ...warmUp };
    case 'polynomial': {
      const { power } = schedule;
      return { kind: 'polynomial', totalSteps, ...(power !== undefined && { power }), ...warmUp };
    }
  }
}
