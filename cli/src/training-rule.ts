import {
  augmentationName,
  BALANCE_NAMES,
  DEFAULT_OPTIMIZER,
  LOSS_NAMES,
  OPTIMIZER_NAMES,
  SCHEDULE_NAMES,
  SEGMENTATION_LOSS,
  type Balance,
  type LossTerm,
  type OptimizerSpec,
  type RoundSchedule,
  type TrainingConfig,
} from '@mammofed/core';
import type { Arguments, OptionSpec } from './command-line.js';

/** What of a training is left out where nobody says it. */
type TrainingRule = Pick<
  TrainingConfig,
  'balance' | 'optimizer' | 'loss' | 'schedule' | 'clipNorm' | 'weightDecay' | 'proximal' | 'frozen'
>;

/** Of one kind, with its parameters, as `{ kind, … }`. */
type Kind = OptimizerSpec | LossTerm | RoundSchedule | Balance;

/** The options that say what steps are made of, and how. Parameters are for core to check. */
export const TRAINING_RULE_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  optimizer: {
    value: 'NAME',
    about: `${OPTIMIZER_NAMES.join(', ')} (default ${DEFAULT_OPTIMIZER.kind}); with parameters as momentum:momentum=0.9,nesterov`,
  },
  loss: {
    value: 'NAME+NAME',
    about: `sum of ${LOSS_NAMES.join(', ')} (default ${lossText(SEGMENTATION_LOSS)}); with parameters as tversky:alpha=0.3,beta=0.7; dice is short for soft-dice`,
  },
  schedule: {
    value: 'NAME',
    about: `of the learning rate over the run's rounds: ${SCHEDULE_NAMES.join(', ')} (default constant); with parameters as step:everyRounds=5,factor=0.5 or cosine:warmupRounds=2`,
  },
  'clip-norm': {
    value: 'C',
    about: 'largest norm of a gradient; sgd, momentum, adadelta and centered rmsprop need it (default: not clipped)',
  },
  'weight-decay': { value: 'L', about: 'pull of the weights to 0 (default: none)' },
  proximal: { value: 'MU', about: "FedProx's pull of a site's weights to the round's base model (default: none)" },
  frozen: { value: 'LAYER,LAYER', about: 'layers that stay as they are, by the beginnings of their names' },
  balance: {
    value: 'NAME',
    about: `classes of training images that are to come equally often, by ${BALANCE_NAMES.join(', ')} (default: every image once an epoch); in between as edge:strength=0.5`,
  },
};

/** @throws CliError `bad-usage` if a text cannot be read. */
export function trainingRuleFrom(args: Arguments): TrainingRule {
  const [optimizer, loss, schedule] = [args.text('optimizer'), args.text('loss'), args.text('schedule')];
  const balance = args.text('balance');
  const clipNorm = args.positive('clip-norm');
  const weightDecay = args.positive('weight-decay');
  const proximal = args.positive('proximal');
  const frozen = args.list('frozen');
  return {
    ...(optimizer !== undefined && { optimizer: kindFrom(args, 'optimizer', optimizer) as OptimizerSpec }),
    ...(loss !== undefined && { loss: lossFrom(args, loss) }),
    ...(schedule !== undefined && { schedule: kindFrom(args, 'schedule', schedule) as RoundSchedule }),
    ...(clipNorm !== undefined && { clipNorm }),
    ...(weightDecay !== undefined && { weightDecay }),
    ...(proximal !== undefined && { proximal }),
    ...(frozen !== undefined && { frozen }),
    ...(balance !== undefined && { balance: kindFrom(args, 'balance', balance) as Balance }),
  };
}

/** The options that make the rule again. */
export function typedTrainingRule(rule: TrainingRule): Readonly<Record<string, string | number>> {
  const { optimizer, loss, schedule, clipNorm, weightDecay, proximal, frozen, balance } = rule;
  return {
    ...(optimizer && { optimizer: kindText(optimizer) }),
    ...(loss && { loss: lossText(loss) }),
    ...(schedule && { schedule: kindText(schedule) }),
    ...(clipNorm !== undefined && { 'clip-norm': clipNorm }),
    ...(weightDecay !== undefined && { 'weight-decay': weightDecay }),
    ...(proximal !== undefined && { proximal }),
    ...(frozen && { frozen: frozen.join(',') }),
    ...(balance && { balance: kindText(balance) }),
  };
}

/** All of a training in one line, in the words of the options. */
export function trainingText(training: TrainingConfig): string {
  const { optimizer = DEFAULT_OPTIMIZER, loss = SEGMENTATION_LOSS, schedule } = training;
  const { clipNorm, weightDecay, proximal, frozen, balance } = training;
  return [
    `${training.epochs} epochs a round`,
    `batch ${training.batchSize}`,
    `${kindText(optimizer)} at ${training.learningRate}`,
    ...(schedule ? [`schedule ${kindText(schedule)}`] : []),
    `loss ${lossText(loss)}`,
    ...(clipNorm === undefined ? [] : [`gradients up to norm ${clipNorm}`]),
    ...(weightDecay === undefined ? [] : [`weight decay ${weightDecay}`]),
    ...(proximal === undefined ? [] : [`pull to the base model ${proximal}`]),
    ...(frozen ? [`frozen ${frozen.join(', ')}`] : []),
    `${augmentationName(training.augmentation) ?? 'custom'} augmentation`,
    ...(balance ? [`balanced by ${kindText(balance)}`] : []),
  ].join(', ');
}

function lossFrom(args: Arguments, text: string): LossTerm[] {
  // Not the sign of an exponent.
  return text.split(/\+(?![0-9])/).map((term) => {
    const read = kindFrom(args, 'loss', term);
    return (read.kind === 'dice' ? { ...read, kind: 'soft-dice' } : read) as LossTerm;
  });
}

/** Reads `NAME`, or `NAME:parameter=number,switch`. */
function kindFrom(args: Arguments, option: string, text: string): { readonly kind: string } {
  const [kind = '', ...rest] = text.trim().split(':');
  const parameters = rest.join(':');
  const pairs = parameters === '' ? [] : parameters.split(',').map((part) => part.trim().split('='));
  return { kind, ...Object.fromEntries(pairs.map(([name = '', ...value]) => [name, valueOf(value.join('='))])) };

  function valueOf(word: string): number | boolean {
    if (word === '' || word === 'true') return true;
    if (word === 'false') return false;
    const value = Number(word);
    if (Number.isFinite(value)) return value;
    return args.refuse(`takes numbers, true or false after an = in --${option}, not '${word}'`);
  }
}

function kindText({ kind, ...parameters }: Kind): string {
  const pairs = Object.entries(parameters).map(([name, value]) => `${name}=${String(value)}`);
  return pairs.length === 0 ? kind : `${kind}:${pairs.join(',')}`;
}

function lossText(terms: readonly LossTerm[]): string {
  return terms.map(kindText).join('+');
}
