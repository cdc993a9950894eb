import { randomInt } from 'node:crypto';
import { AUGMENTATIONS, runConfigProblems, type ModelName, type RunConfig } from '@mammofed/core';
import type { Arguments, OptionSpec } from './command-line.js';

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
  marginFraction: 0.1,
  // Two, because the mean of one hospital's update is that hospital's update.
  minSites: 2,
  // The ring is sized for the largest cohort; at 64 its steps are still far finer than a float32 weight's.
  maxSites: 64,
  minExamples: 0,
  selectMs: MINUTE_MS,
  // Agents report every few seconds; two minutes of silence is a machine that is gone or asleep.
  stallMs: 2 * MINUTE_MS,
  maxRoundMs: 24 * 60 * MINUTE_MS,
  evaluationMs: 15 * MINUTE_MS,
  // A hospital with more images counts as one with this many: no single one outweighs all the others.
  wMax: 1000,
} as const;

const LARGEST_INT32 = 2 ** 31 - 1;
const LONGEST_MS = 30 * 24 * 60 * MINUTE_MS;

/** The options of `run create` that describe the run. */
export const RUN_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  study: {
    value: 'NAME',
    about: `names the study; decides which patients train and which test (default ${DEFAULTS.study})`,
  },
  rounds: { value: 'N', about: `rounds (default ${DEFAULTS.rounds})` },
  epochs: { value: 'N', about: `passes of a site over its images in a round (default ${DEFAULTS.epochs})` },
  model: { value: 'NAME', about: `network (default ${DEFAULTS.model})` },
  width: { value: 'W', about: 'scales every channel count; 1 is the published network (default 1/8)' },
  size: {
    value: 'S',
    about: `side of the network's square input, pixels, a multiple of 16 (default ${DEFAULTS.size})`,
  },
  'batch-size': { value: 'N', about: `images in an optimizer step (default ${DEFAULTS.batchSize})` },
  'learning-rate': { value: 'R', about: `of Adam (default ${DEFAULTS.learningRate})` },
  'no-augment': { value: null, about: 'train without flips and rotations' },
  seed: { value: 'N', about: 'the same seed and the same sites give the same model (default: drawn, and shown)' },
  'min-sites': { value: 'N', about: `a round needs so many sites (default ${DEFAULTS.minSites})` },
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

/** The run that the options describe. @throws CliError `bad-usage` that names every problem. */
export function runConfigFrom(args: Arguments): RunConfig {
  const maxSites = args.whole('max-sites', 1, 1000) ?? DEFAULTS.maxSites;
  const milliseconds = (name: string, usual: number): number => args.whole(name, 100, LONGEST_MS) ?? usual;
  const config: RunConfig = {
    study: args.text('study') ?? DEFAULTS.study,
    seed: args.whole('seed', 0, LARGEST_INT32) ?? drawnSeed(),
    rounds: args.whole('rounds', 1, 10_000) ?? DEFAULTS.rounds,
    mode: 'sealed',
    strategy: 'fedavg',
    model: {
      // Checked with everything else below.
      name: (args.text('model') ?? DEFAULTS.model) as ModelName,
      width: args.positive('width') ?? DEFAULTS.width,
      size: args.whole('size', 16, 1024) ?? DEFAULTS.size,
    },
    training: {
      epochs: args.whole('epochs', 1, 1000) ?? DEFAULTS.epochs,
      batchSize: args.whole('batch-size', 1, 256) ?? DEFAULTS.batchSize,
      learningRate: args.positive('learning-rate') ?? DEFAULTS.learningRate,
      augmentation: AUGMENTATIONS[args.isSet('no-augment') ? 'none' : 'symmetries'],
    },
    preprocessing: { mode: 'region', marginFraction: DEFAULTS.marginFraction, window: { kind: 'percentiles' } },
    quorum: {
      minSites: args.whole('min-sites', 1, 1000) ?? Math.min(DEFAULTS.minSites, maxSites),
      minExamples: args.whole('min-examples', 0, LARGEST_INT32) ?? DEFAULTS.minExamples,
      maxSites,
      sites: null,
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
