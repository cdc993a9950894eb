import { randomInt } from 'node:crypto';
import {
  augmentationName,
  AUGMENTATIONS,
  MODEL_NAMES,
  MODES,
  OWN_MODEL,
  RING_WIDTHS,
  runConfigProblems,
  type Augmentation,
  type AugmentationName,
  type Mode,
  type ModelName,
  type ModelSpec,
  type RunConfig,
} from '@mammofed/core';
import type { Arguments, OptionSpec } from './command-line.js';
import { greyWindowFrom, greyWindowText } from './grey-window.js';
import { isOwnModel, ownModelFrom } from './own-model.js';
import { RECIPE_NAMES, recipeOptions } from './recipes.js';
import { TRAINING_RULE_OPTIONS, trainingRuleFrom, typedTrainingRule } from './training-rule.js';

const MINUTE_MS = 60_000;

/** What a run is made of unless its options say otherwise. Without a seed one is drawn. */
const DEFAULTS = {
  study: 'demo',
  rounds: 6,
  epochs: 2,
  model: 'unet',
  // An eighth of the published channels: half a million weights, which two processor cores train in minutes.
  width: 1 / 8,
  // Input side and batch of the paper.
  size: 160,
  batchSize: 4,
  learningRate: 1e-3,
  augment: 'symmetries',
  marginFraction: 0.1,
  mode: 'secure',
  ringBits: 32,
  // Two, because the mean of one hospital's update is that hospital's update; three, because of two each sees the other.
  minSites: { sealed: 2, secure: 3 },
  // The ring is sized for the largest cohort; at 64 its steps are still far finer than a float32 weight's.
  maxSites: 64,
  minExamples: 0,
  selectMs: MINUTE_MS,
  // Agents report every few seconds, but a report waits behind the chunk of 1 MiB that is under way, which takes 131 s at
  // 64 kbit/s: five minutes of silence is a machine that is gone or asleep, not one on a slow line.
  stallMs: 5 * MINUTE_MS,
  maxRoundMs: 24 * 60 * MINUTE_MS,
  evaluationMs: 15 * MINUTE_MS,
  // A hospital with more images counts as one with this many: no single one outweighs all the others.
  wMax: 1000,
} as const;

/** What privacy for patients is made of beside the noise. */
const PRIVACY_DEFAULTS = { clipNorm: 1, lotSize: 32, delta: 1e-5 } as const;

/** What privacy for sites is made of beside the noise. */
const SITE_PRIVACY_DEFAULTS = { clipNorm: 1, delta: 1e-5 } as const;

const LARGEST_INT32 = 2 ** 31 - 1;
const LONGEST_MS = 30 * 24 * 60 * MINUTE_MS;

/** The options that say what is trained and how, with what they are where nobody says. */
export function trainingOptions(
  usual: Readonly<Record<'rounds' | 'epochs' | 'model' | 'width' | 'size' | 'batch-size' | 'learning-rate', string>>,
): Readonly<Record<string, OptionSpec>> {
  return {
    recipe: {
      value: 'NAME',
      about: `everything below at once: ${RECIPE_NAMES.join(', ')}; an option beside it goes before it`,
    },
    rounds: { value: 'N', about: `rounds (default ${usual.rounds})` },
    epochs: { value: 'N', about: `passes of a site over its images in a round (default ${usual.epochs})` },
    model: {
      value: 'NAME',
      about: `network: ${MODEL_NAMES.join(', ')}, or the file of your own, a tfjs model.json without weights (default ${usual.model})`,
    },
    width: { value: 'W', about: `scales every channel count; 1 is the published network (default ${usual.width})` },
    size: {
      value: 'S',
      about: `side of the network's square input, pixels; each network says what it can take (default ${usual.size})`,
    },
    'batch-size': { value: 'N', about: `images in an optimizer step (default ${usual['batch-size']})` },
    'learning-rate': { value: 'R', about: `the highest of the schedule (default ${usual['learning-rate']})` },
    ...TRAINING_RULE_OPTIONS,
    augment: {
      value: 'NAME',
      about: `how training images are varied: ${Object.keys(AUGMENTATIONS).join(', ')} (default ${DEFAULTS.augment})`,
    },
    'dp-noise': {
      value: 'S',
      about:
        'privacy for patients (DP-SGD): standard deviation of the noise over the clip norm; without it there is no such privacy',
    },
    'dp-clip': { value: 'C', about: `largest norm of one image's gradient (default ${PRIVACY_DEFAULTS.clipNorm})` },
    'dp-lot': { value: 'N', about: `patients in a step on average (default ${PRIVACY_DEFAULTS.lotSize})` },
    'dp-delta': { value: 'D', about: `δ of the privacy that is told (default ${PRIVACY_DEFAULTS.delta})` },
    'site-dp-noise': {
      value: 'S',
      about:
        'privacy for sites (distributed discrete Gaussian, mode secure): standard deviation of the noise in the sum over the clip norm',
    },
    'site-dp-clip': {
      value: 'C',
      about: `largest norm of a site's update (default ${SITE_PRIVACY_DEFAULTS.clipNorm})`,
    },
    'site-dp-delta': {
      value: 'D',
      about: `δ of the privacy for sites that is told (default ${SITE_PRIVACY_DEFAULTS.delta})`,
    },
    'no-augment': { value: null, about: 'the same as --augment none, and goes before it' },
    window: {
      value: 'W',
      about:
        'how grey values deeper than 8 bits become 8 bits: percentiles of the region, header (what the image itself says first), or LEVEL/WIDTH in stored values (default percentiles)',
    },
  };
}

/** The options of `run create` that describe the run. */
export const RUN_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  study: {
    value: 'NAME',
    about: `names the study; decides which patients train and which test (default ${DEFAULTS.study})`,
  },
  ...trainingOptions({
    rounds: String(DEFAULTS.rounds),
    epochs: String(DEFAULTS.epochs),
    model: DEFAULTS.model,
    width: '1/8',
    size: String(DEFAULTS.size),
    'batch-size': String(DEFAULTS.batchSize),
    'learning-rate': String(DEFAULTS.learningRate),
  }),
  only: { value: 'SITE,SITE', about: 'sites that may take part, by name (default: every site)' },
  seed: { value: 'N', about: 'the same seed and the same sites give the same model (default: drawn, and shown)' },
  mode: {
    value: 'NAME',
    about: `what hides a site's update from the coordinator: ${MODES.join(', ')} (default ${DEFAULTS.mode})`,
  },
  'ring-bits': {
    value: 'N',
    about: `secure: bits of a weight in an update, ${RING_WIDTHS.join(', ')}; fewer are coarser and sooner sent (default ${DEFAULTS.ringBits})`,
  },
  threshold: {
    value: 'N',
    about: 'secure: sites that together can take masks off, where it is to be more than two thirds of the cohort',
  },
  'min-sites': {
    value: 'N',
    about: `a round needs so many sites (default ${DEFAULTS.minSites.secure}, or ${DEFAULTS.minSites.sealed} in mode sealed)`,
  },
  'max-sites': { value: 'N', about: `largest cohort of a round (default ${DEFAULTS.maxSites})` },
  'min-examples': { value: 'N', about: `a round needs so many training images (default ${DEFAULTS.minExamples})` },
  'select-ms': {
    value: 'MS',
    about: `how long a round waits for sites beyond the needed ones (default ${DEFAULTS.selectMs})`,
  },
  'stall-ms': {
    value: 'MS',
    about: `a site that is silent for so long is left out of the round (default ${DEFAULTS.stallMs})`,
  },
  'max-round-ms': {
    value: 'MS',
    about: `a round ends after so long whatever happens (default ${DEFAULTS.maxRoundMs})`,
  },
  'evaluation-ms': {
    value: 'MS',
    about: `how long a model's evaluation is waited for (default ${DEFAULTS.evaluationMs})`,
  },
  'w-max': {
    value: 'N',
    about: `training images from which on a site's weight no longer grows (default ${DEFAULTS.wMax})`,
  },
};

/** A seed from the system's generator. */
export function drawnSeed(): number {
  return randomInt(LARGEST_INT32);
}

/** The run that the options describe. @throws CliError `bad-usage` that names every problem; CoreError as `readOwnModel`. */
export function runConfigFrom(typed: Arguments): RunConfig {
  const recipe = typed.text('recipe');
  const args = recipe === undefined ? typed : typed.orElse(recipeOptions(recipe, typed));
  const sites = args.list('only') ?? null;
  const maxSites = args.whole('max-sites', 1, 1000) ?? sites?.length ?? DEFAULTS.maxSites;
  const mode = modeFrom(args);
  const milliseconds = (name: string, usual: number): number => args.whole(name, 100, LONGEST_MS) ?? usual;
  const config: RunConfig = {
    study: args.text('study') ?? DEFAULTS.study,
    seed: args.whole('seed', 0, LARGEST_INT32) ?? drawnSeed(),
    rounds: args.whole('rounds', 1, 10_000) ?? DEFAULTS.rounds,
    mode,
    ...ringBitsFrom(args),
    strategy: 'fedavg',
    model: modelFrom(args),
    training: {
      epochs: args.whole('epochs', 1, 1000) ?? DEFAULTS.epochs,
      batchSize: args.whole('batch-size', 1, 256) ?? DEFAULTS.batchSize,
      learningRate: args.positive('learning-rate') ?? DEFAULTS.learningRate,
      augmentation: augmentationFrom(args),
      ...trainingRuleFrom(args),
    },
    ...privacyFrom(args),
    ...sitePrivacyFrom(args),
    preprocessing: {
      mode: 'region',
      marginFraction: DEFAULTS.marginFraction,
      window: greyWindowFrom(args) ?? { kind: 'percentiles' },
    },
    quorum: {
      minSites: args.whole('min-sites', 1, 1000) ?? Math.min(DEFAULTS.minSites[mode], maxSites),
      minExamples: args.whole('min-examples', 0, LARGEST_INT32) ?? DEFAULTS.minExamples,
      maxSites,
      sites,
      ...thresholdFrom(args),
    },
    timing: {
      selectMs: milliseconds('select-ms', DEFAULTS.selectMs),
      stallMs: milliseconds('stall-ms', DEFAULTS.stallMs),
      maxRoundMs: milliseconds('max-round-ms', DEFAULTS.maxRoundMs),
      evaluationMs: milliseconds('evaluation-ms', DEFAULTS.evaluationMs),
    },
    wMax: args.whole('w-max', 1, LARGEST_INT32) ?? DEFAULTS.wMax,
  };
  const problems = runConfigProblems(config);
  if (problems.length > 0) args.refuse(`cannot make this run: ${problems.join('; ')}`);
  return config;
}

/** @throws CliError `bad-usage`. */
export function modeFrom(args: Arguments): Mode {
  const name = args.text('mode') ?? DEFAULTS.mode;
  const known = MODES.find((mode) => mode === name);
  return known ?? args.refuse(`takes one of ${MODES.join(', ')} for --mode, not '${name}'`);
}

/** No key where nobody says: a run without it is described as it always was. */
function ringBitsFrom(args: Arguments): Pick<RunConfig, 'ringBits'> {
  const bits = args.whole('ring-bits', 1, 64);
  if (bits === undefined) return {};
  const known = RING_WIDTHS.find((width) => width === bits);
  return { ringBits: known ?? args.refuse(`takes one of ${RING_WIDTHS.join(', ')} for --ring-bits, not ${bits}`) };
}

function thresholdFrom(args: Arguments): Pick<RunConfig['quorum'], 'threshold'> {
  const threshold = args.whole('threshold', 1, 1000);
  return threshold === undefined ? {} : { threshold };
}

/** No key at all without the noise: a run without privacy is described as it always was. */
function privacyFrom(args: Arguments): Pick<RunConfig, 'privacy'> {
  const noiseMultiplier = args.positive('dp-noise');
  const [clipNorm, delta] = [args.positive('dp-clip'), args.positive('dp-delta')];
  const lotSize = args.whole('dp-lot', 1, 4096);
  if (noiseMultiplier === undefined) {
    if (clipNorm !== undefined || delta !== undefined || lotSize !== undefined)
      args.refuse('takes --dp-clip, --dp-lot and --dp-delta with --dp-noise alone: there is no privacy without noise');
    return {};
  }
  return {
    privacy: {
      clipNorm: clipNorm ?? PRIVACY_DEFAULTS.clipNorm,
      noiseMultiplier,
      lotSize: lotSize ?? PRIVACY_DEFAULTS.lotSize,
      delta: delta ?? PRIVACY_DEFAULTS.delta,
    },
  };
}

/** No key at all without the noise. */
function sitePrivacyFrom(args: Arguments): Pick<RunConfig, 'sitePrivacy'> {
  const noiseMultiplier = args.positive('site-dp-noise');
  const [clipNorm, delta] = [args.positive('site-dp-clip'), args.positive('site-dp-delta')];
  if (noiseMultiplier === undefined) {
    if (clipNorm !== undefined || delta !== undefined)
      args.refuse(
        'takes --site-dp-clip and --site-dp-delta with --site-dp-noise alone: there is no privacy without noise',
      );
    return {};
  }
  return {
    sitePrivacy: {
      clipNorm: clipNorm ?? SITE_PRIVACY_DEFAULTS.clipNorm,
      noiseMultiplier,
      delta: delta ?? SITE_PRIVACY_DEFAULTS.delta,
    },
  };
}

function modelFrom(args: Arguments): ModelSpec {
  const name = args.text('model') ?? DEFAULTS.model;
  if (isOwnModel(name)) return ownModelFrom(name, args);
  return {
    // Checked with everything else.
    name: name as ModelName,
    width: args.positive('width') ?? DEFAULTS.width,
    size: args.whole('size', 16, 1024) ?? DEFAULTS.size,
  };
}

function augmentationFrom(args: Arguments): Augmentation {
  // A switch that was typed goes before any word.
  const name = args.isSet('no-augment') ? 'none' : (args.text('augment') ?? DEFAULTS.augment);
  const names = Object.keys(AUGMENTATIONS) as AugmentationName[];
  const known = names.find((one) => one === name);
  if (known !== undefined) return AUGMENTATIONS[known];
  return args.refuse(`takes one of ${names.join(', ')} for --augment, not '${name}'`);
}

/**
 * The options of `run create` that describe this run, all of them: it makes the same configuration again.
 * @param ownModelFile - where a study's own network, if it is one, is to be found.
 * @throws Error if it has what the command line cannot say: an augmentation of one's own amounts.
 */
export function typedRunOptions(config: RunConfig, ownModelFile?: string): string[] {
  const { model, training, privacy, sitePrivacy, preprocessing, quorum, timing } = config;
  const augment = augmentationName(training.augmentation);
  if (augment === null) throw new Error('the command line knows augmentations by name alone');
  const options: Readonly<Record<string, string | number>> = {
    study: config.study,
    seed: config.seed,
    rounds: config.rounds,
    epochs: training.epochs,
    model: model.name === OWN_MODEL && ownModelFile !== undefined ? ownModelFile : model.name,
    width: model.width,
    size: model.size,
    'batch-size': training.batchSize,
    'learning-rate': training.learningRate,
    augment,
    ...typedTrainingRule(training),
    ...(privacy && {
      'dp-noise': privacy.noiseMultiplier,
      'dp-clip': privacy.clipNorm,
      'dp-lot': privacy.lotSize,
      'dp-delta': privacy.delta,
    }),
    ...(sitePrivacy && {
      'site-dp-noise': sitePrivacy.noiseMultiplier,
      'site-dp-clip': sitePrivacy.clipNorm,
      'site-dp-delta': sitePrivacy.delta,
    }),
    window: greyWindowText(preprocessing.window),
    mode: config.mode,
    ...(config.ringBits === undefined ? {} : { 'ring-bits': config.ringBits }),
    ...(quorum.threshold === undefined ? {} : { threshold: quorum.threshold }),
    ...(quorum.sites === null ? {} : { only: quorum.sites.join(',') }),
    'min-sites': quorum.minSites,
    'max-sites': quorum.maxSites,
    'min-examples': quorum.minExamples,
    'select-ms': timing.selectMs,
    'stall-ms': timing.stallMs,
    'max-round-ms': timing.maxRoundMs,
    'evaluation-ms': timing.evaluationMs,
    'w-max': config.wMax,
  };
  return Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
}
