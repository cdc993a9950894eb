import { augmentationProblems, type Augmentation } from './augmentation.js';
import { balanceProblems, type Balance } from './balance.js';
import { isBatchStatistic } from './batch-statistics.js';
import { COUNT, COUNT_OR_NONE, kindProblems, needed, POSITIVE, POSITIVE_FRACTION, type KindTable } from './kinds.js';
import { isUnder } from './layer-names.js';
import { lossProblems, type LossSpec } from './loss-spec.js';
import { ADAM, optimizerProblems, type OptimizerSpec } from './optimizer-spec.js';

/**
 * How the learning rate goes on over a run from the one that is set, which is its highest:
 * - `constant`: it stays;
 * - `step`: it is multiplied by `factor` after every `everyRounds` rounds;
 * - `cosine`: it falls along half a cosine to 0 at the end of the run;
 * - `polynomial`: it falls as (1 − progress)^`power`, 0.9 if not given, to 0 at the end of the run.
 *
 * A warm-up raises it in equal parts over the first `warmupRounds` rounds; the rest begins after it.
 *
 * It counts rounds, and within a round steps: step s of a site's S in round r is at (r − 1) + s/S rounds. Sites have
 * different numbers of images, hence of steps, and are at the same place of the schedule at the same share of a round. The
 * optimizer begins afresh in every round, the schedule does not.
 */
export type RoundSchedule = (
  | { readonly kind: 'constant' }
  | { readonly kind: 'step'; readonly everyRounds: number; readonly factor: number }
  | { readonly kind: 'cosine' }
  | { readonly kind: 'polynomial'; readonly power?: number }
) & { readonly warmupRounds?: number };

/** How the sites of a run train. What may be left out is as it was before there was a choice. */
export interface TrainingConfig {
  /** Local epochs in a round. */
  readonly epochs: number;
  readonly batchSize: number;
  /** The highest of the schedule. */
  readonly learningRate: number;
  readonly augmentation: Augmentation;
  /** Every example comes once in an epoch if not given. */
  readonly balance?: Balance;
  /** {@link DEFAULT_OPTIMIZER} if not given. */
  readonly optimizer?: OptimizerSpec;
  /** Cross-entropy plus soft Dice if not given. */
  readonly loss?: LossSpec;
  /** Constant if not given. */
  readonly schedule?: RoundSchedule;
  /** Largest L2 norm of a step's gradient, all weights together, > 0; gradients are not clipped if not given. */
  readonly clipNorm?: number;
  /**
   * λ > 0: `adamw` subtracts rate · λ · w from the weights, every other optimizer gets λ · w added to its clipped gradient.
   */
  readonly weightDecay?: number;
  /** μ > 0 of FedProx: a site minimizes its loss plus μ/2 ‖w − a‖², a being the round's base model (arXiv:1812.06127). */
  readonly proximal?: number;
  /** Layers, by the beginnings of their names, that keep their weights and statistics: `down0` means all of `down0/…`. */
  readonly frozen?: readonly string[];
}

export const DEFAULT_OPTIMIZER: OptimizerSpec = { kind: 'adam' };

const WARM_UP = { warmupRounds: COUNT_OR_NONE };

const SCHEDULES = {
  constant: WARM_UP,
  // A rate that grew would pass the one from which the clips of updates follow.
  step: { everyRounds: needed(COUNT), factor: needed(POSITIVE_FRACTION), ...WARM_UP },
  cosine: WARM_UP,
  polynomial: { power: POSITIVE, ...WARM_UP },
} as const satisfies KindTable & Readonly<Record<RoundSchedule['kind'], unknown>>;

export const SCHEDULE_NAMES = Object.keys(SCHEDULES) as RoundSchedule['kind'][];

const MAX_LOSS_TERMS = 8;
const MAX_FROZEN = 1000;
const LONGEST_LAYER_NAME = 200;

/**
 * Whether a step of the optimizer can be as large as its gradient makes it: such a run needs `clipNorm`, for the clips of
 * updates must follow from public facts.
 */
export function isMovedByGradientSize(optimizer: OptimizerSpec): boolean {
  switch (optimizer.kind) {
    case 'sgd':
    case 'momentum':
    case 'adadelta':
      return true;
    case 'rmsprop':
      return optimizer.centered === true;
    case 'adagrad':
    case 'adam':
    case 'adamw':
    case 'adamax':
      return false;
  }
}

/** @returns every problem of a run's training, in words; empty if it is sound. */
export function trainingProblems(training: TrainingConfig, rounds: number): string[] {
  const { epochs, batchSize, learningRate, augmentation, balance, loss, schedule, frozen } = training;
  const problems: string[] = [];
  const whole = (name: string, value: number, max: number): void => {
    if (!Number.isInteger(value) || value < 1 || value > max)
      problems.push(`${name} must be a whole number from 1 to ${max}, not ${value}`);
  };
  whole('epochs', epochs, 1000);
  whole('batch size', batchSize, 256);
  if (!(learningRate > 0 && learningRate <= 1))
    problems.push(`learning rate must be above 0 and at most 1, not ${learningRate}`);
  problems.push(...augmentationProblems(augmentation));
  if (balance !== undefined) problems.push(...balanceProblems(balance));
  for (const name of ['clipNorm', 'weightDecay', 'proximal'] as const) {
    const value = training[name];
    if (value !== undefined && !POSITIVE.accepts(value)) problems.push(`${name} must be above 0, not ${value}`);
  }
  problems.push(...ruleProblems(training));
  if (loss !== undefined) {
    problems.push(...lossProblems(loss));
    if (loss.length > MAX_LOSS_TERMS) problems.push(`a loss has at most ${MAX_LOSS_TERMS} terms, not ${loss.length}`);
  }
  if (schedule !== undefined) problems.push(...scheduleProblems(schedule, rounds));
  if (frozen !== undefined) problems.push(...frozenNameProblems(frozen));
  return problems;
}

function ruleProblems({
  optimizer = DEFAULT_OPTIMIZER,
  learningRate,
  clipNorm,
  weightDecay = 0,
}: TrainingConfig): string[] {
  const problems = optimizerProblems(optimizer);
  if (problems.length > 0) return problems;
  const { kind } = optimizer;
  if (clipNorm === undefined && isMovedByGradientSize(optimizer))
    problems.push(`${kind} has steps as large as its gradients, so that no clip of updates follows: set clipNorm`);
  if (kind === 'adamw') {
    if (weightDecay === 0) problems.push('adamw without weightDecay is adam: set weightDecay or choose adam');
    if (learningRate * weightDecay > 1)
      problems.push(`learning rate × weightDecay must be at most 1 with adamw, not ${learningRate * weightDecay}`);
  }
  if (kind === 'adam' || kind === 'adamw' || kind === 'adamax') {
    const { beta1, beta2 } = { ...ADAM, ...optimizer };
    if (beta1 >= beta2) problems.push(`${kind}'s beta1 must be below its beta2, or its steps have no bound`);
  }
  return problems;
}

function scheduleProblems(schedule: RoundSchedule, rounds: number): string[] {
  const problems = kindProblems('schedule', SCHEDULES, schedule);
  const { warmupRounds = 0 } = schedule;
  if (problems.length === 0 && warmupRounds >= rounds)
    problems.push(`a warm-up of ${warmupRounds} rounds leaves none of the run's ${rounds} for the rest`);
  return problems;
}

function frozenNameProblems(frozen: readonly string[]): string[] {
  if (frozen.length === 0 || frozen.length > MAX_FROZEN)
    return [`frozen must name 1 to ${MAX_FROZEN} layers, not ${frozen.length}; leave it out to freeze none`];
  const wrong = frozen.find((name) => name === '' || name.length > LONGEST_LAYER_NAME);
  return wrong === undefined
    ? []
    : [`frozen has a layer's name that is empty or over ${LONGEST_LAYER_NAME} characters`];
}

/**
 * @param tensorNames - of the run's model.
 * @returns every problem of the layers that a training freezes, in words; empty if the model has them all and others too.
 */
export function frozenProblems(
  { frozen = [] }: Pick<TrainingConfig, 'frozen'>,
  tensorNames: readonly string[],
): string[] {
  const problems = frozen
    .filter((layer) => !tensorNames.some((name) => isUnder(name, [layer])))
    .map((layer) => `training.frozen names ${layer}, and the model has no such layer with weights`);
  if (frozen.length > 0 && tensorNames.every((name) => isBatchStatistic(name) || isUnder(name, frozen)))
    problems.push('training.frozen names every layer of the model: nothing is left to train');
  return problems;
}
