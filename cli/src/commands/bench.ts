import { availableParallelism } from 'node:os';
import { MODEL_NAMES, type ModelName } from '@mammofed/core';
import { applicationFile, runInForeground } from '../applications.js';
import { benchRounds } from '../bench/round-bench.js';
import type { Command } from '../command-line.js';
import { DEMO_TIMING, DEMO_TRAINING } from '../demo/defaults.js';
import { drawnSeed, runConfigFrom, trainingOptions } from '../run-settings.js';
import { onStandardError } from '../screen.js';

const DEFAULTS = { width: 1 / 4, batch: 4, size: 160, steps: 15, starts: 5 } as const;

/** `mammofed bench engine`: a child process trains, and starts PyTorch to train beside it. */
export const benchEngineCommand: Command = {
  words: ['bench', 'engine'],
  summary: 'times a training step against the same step in PyTorch',
  details:
    'Both sides take the same network, weights, batch, loss and Adam. Their losses of five steps must agree within 0.1 %; then they train in turns, and the ratio of their median times is printed. How long a trainer takes to be ready is timed in processes of its own, with its step compiled and with its step kept from before. PyTorch trains the DeconvNet twice: with its own transposed convolution, and with each rewritten as the convolution that it equals, which PyTorch 1.13 computes many times faster. Without PyTorch it ends with exit code 2 and no ratio.',
  positionals: [],
  options: {
    model: { value: 'NAME', about: `network: ${MODEL_NAMES.join(', ')}` },
    width: { value: 'W', about: 'scales every channel count; 1 is the published network (default 1/4)' },
    batch: { value: 'B', about: `images in a step (default ${DEFAULTS.batch})` },
    size: { value: 'S', about: `side of the network's square input, pixels (default ${DEFAULTS.size})` },
    steps: { value: 'N', about: `timed steps of each side (default ${DEFAULTS.steps})` },
    starts: { value: 'N', about: `timed starts, compiling and not (default ${DEFAULTS.starts})` },
    engine: {
      value: 'E',
      about: 'what trains here: cpu (default), webgpu or cuda; PyTorch then trains on the GPU too, if it has CUDA',
    },
    threads: { value: 'N', about: 'processor threads of each side (default: all)' },
    against: { value: 'torch', about: 'what to compare with; PyTorch is all there is' },
    python: { value: 'FILE', about: 'a Python that has PyTorch (default: python3, then /usr/bin/python3)' },
    json: { value: null, about: 'one line of JSON: settings, versions, losses, medians, ratio' },
  },
  needed: ['model'],
  examples: [
    'mammofed bench engine --model unet --width 1/4 --batch 4 --size 160 --against torch',
    'mammofed bench engine --model deconvnet --width 1/4 --batch 8 --size 150 --against torch --json',
  ],
  run(args) {
    const model = args.needed('model');
    if (!MODEL_NAMES.includes(model as ModelName))
      args.refuse(`takes one of ${MODEL_NAMES.join(', ')} for --model, not '${model}'`);
    const against = args.text('against') ?? 'torch';
    if (against !== 'torch') args.refuse(`takes torch for --against, not '${against}'`);
    const python = args.text('python');
    const settings = {
      model,
      width: args.positive('width') ?? DEFAULTS.width,
      batch: args.whole('batch', 1, 256) ?? DEFAULTS.batch,
      size: args.whole('size', 16, 1024) ?? DEFAULTS.size,
      steps: args.whole('steps', 1, 10_000) ?? DEFAULTS.steps,
      starts: args.whole('starts', 1, 1000) ?? DEFAULTS.starts,
      engine: args.text('engine') ?? 'cpu',
      threads: args.whole('threads', 1, 1024) ?? availableParallelism(),
      against,
    };
    return runInForeground(applicationFile('engine bench'), [
      ...Object.entries(settings).flatMap(([option, value]) => [`--${option}`, String(value)]),
      ...(python === undefined ? [] : ['--python', python]),
      ...(args.isSet('json') ? ['--json'] : []),
    ]);
  },
};

/** `mammofed bench rounds`: a coordinator and sites as processes of their own. */
export const benchRoundsCommand: Command = {
  words: ['bench', 'rounds'],
  summary: 'times rounds in secure mode against the same rounds in sealed mode',
  details:
    'Starts a coordinator and sites on this machine, with drawn images, and makes pairs of rounds with the same training, sealed and secure by turns. A round lasts from the selection of its sites to its model.',
  positionals: [],
  options: {
    sites: { value: 'N', about: 'sites, from 3 to 16 (default 5)' },
    repeats: { value: 'N', about: 'timed rounds of each mode (default 5)' },
    ...trainingOptions({ ...DEMO_TRAINING, epochs: '1' }),
    seed: { value: 'N', about: 'of the first pair (default: drawn, and shown)' },
    json: { value: null, about: 'one line of JSON' },
  },
  needed: [],
  examples: ['mammofed bench rounds', 'mammofed bench rounds --sites 5 --width 1/4 --repeats 7 --json'],
  async run(args, screen) {
    const seed = args.whole('seed', 0, 2 ** 30) ?? drawnSeed();
    const usual = { ...DEMO_TRAINING, ...DEMO_TIMING, epochs: '1', rounds: '1', mode: 'sealed', seed: String(seed) };
    const options = {
      siteCount: args.whole('sites', 3, 16) ?? 5,
      repeats: args.whole('repeats', 1, 1000) ?? 5,
      config: runConfigFrom(args.orElse(usual)),
    };
    const shown = args.isSet('json') ? onStandardError(screen) : screen;
    shown.print(`seed ${seed}`);
    const result = await benchRounds(options, shown);
    const { plainRoundMs, secureRoundMs, ratio } = result;
    screen.print(
      args.isSet('json')
        ? JSON.stringify({ seed, ...result })
        : `median round: sealed ${Math.round(plainRoundMs)} ms, secure ${Math.round(secureRoundMs)} ms, ratio ${ratio.toFixed(3)}`,
    );
    return 0;
  },
};

/** `mammofed bench secagg`: the sites in one child process, the coordinator in another one. */
export const benchSecaggCommand: Command = {
  words: ['bench', 'secagg'],
  summary: 'times secure aggregation, and compares its mean with that of the plain updates',
  details:
    "Real sites and a real coordinator go through one attempt with updates drawn at random, whose masked bytes lie on disk. The coordinator's memory is that of a process of its own. The disk needs room for the updates of all sites.",
  positionals: [],
  options: {
    sites: { value: 'N', about: 'sites that are selected, from 3 to 64 (default 10)' },
    parameters: { value: 'P', about: 'weights of the model (default 31030593, the U-Net of width 1)' },
    ring: { value: 'BITS', about: 'width of the ring: 16, 24 or 32 (default 32)' },
    drop: {
      value: 'LIST',
      about: 'sites that are lost before a step, such as advertise:1,share:1,upload:1 (also confirm, unmask)',
    },
    json: { value: null, about: 'one line of JSON' },
  },
  needed: [],
  examples: [
    'mammofed bench secagg',
    'mammofed bench secagg --sites 5 --parameters 1000000 --ring 16 --drop upload:1 --json',
  ],
  run(args) {
    const sites = args.whole('sites', 3, 64);
    const parameters = args.whole('parameters', 6, 1e9);
    const ring = args.text('ring');
    const drop = args.text('drop');
    return runInForeground(applicationFile('secagg bench'), [
      ...Object.entries({ sites, parameters, ring, drop }).flatMap(([option, value]) =>
        value === undefined ? [] : [`--${option}`, String(value)],
      ),
      ...(args.isSet('json') ? ['--json'] : []),
    ]);
  },
};
