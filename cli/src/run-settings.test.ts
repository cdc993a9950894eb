import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AUGMENTATIONS, OWN_MODEL, readOwnModel, type RunConfig } from '@mammofed/core';
import { describe, expect, it } from '@jest/globals';
import { readArguments, type Command } from './command-line.js';
import { RECIPE_NAMES } from './recipes.js';
import { RUN_OPTIONS, runConfigFrom, typedRunOptions } from './run-settings.js';
import { trainingText } from './training-rule.js';

const command: Command = {
  words: ['run', 'create'],
  summary: '',
  positionals: [],
  options: RUN_OPTIONS,
  needed: [],
  examples: [],
  run: () => Promise.resolve(0),
};

function configOf(...argv: string[]): RunConfig {
  return runConfigFrom(readArguments(command, ['--seed', '7', ...argv]));
}

const RULE = [
  ...[
    '--optimizer',
    'rmsprop:decay=0.99,centered,epsilon=1e-7',
    '--loss',
    'dice+cross-entropy + focal:gamma=0,weight=0.5',
  ],
  ...['--schedule', 'polynomial:power=2,warmupRounds=1', '--clip-norm', '1/2', '--weight-decay', '1e-4'],
  ...['--proximal', '0.01', '--frozen', 'down0, down1/conv1', '--balance', 'edge:strength=0.5'],
];

describe('the run that options describe', () => {
  it('takes a recipe’s numbers, and those typed beside it first', () => {
    const paper = configOf('--recipe', 'paper-unet');
    expect(paper.model).toEqual({ name: 'unet-valid', width: 1, size: 160 });
    expect(paper.training.batchSize).toBe(4);
    expect(paper.rounds * paper.training.epochs).toBe(300);
    expect(paper.preprocessing.window.kind).toBe('level');
    const other = configOf('--recipe', 'paper-deconvnet', '--rounds', '4', '--width', '1/4');
    expect(other.model).toEqual({ name: 'deconvnet', width: 0.25, size: 150 });
    expect(other.training.batchSize).toBe(8);
    expect(other.rounds).toBe(4);
    const deconvnet = configOf('--recipe', 'paper-deconvnet');
    expect(deconvnet.rounds * deconvnet.training.epochs).toBe(400);
  });

  it('has privacy for patients where noise is asked for, and otherwise no word of it', () => {
    expect('privacy' in configOf()).toBe(false);
    const config = configOf('--dp-noise', '1.1', '--dp-lot', '16');
    expect(config.privacy).toEqual({ noiseMultiplier: 1.1, clipNorm: 1, lotSize: 16, delta: 1e-5 });
    expect(configOf(...typedRunOptions(config))).toEqual(config);
    expect(() => configOf('--dp-clip', '1')).toThrow('no privacy without noise');
    expect(() => configOf('--dp-noise', '0.1')).toThrow('noise multiplier');
    expect(() => configOf('--dp-noise', '1', '--min-examples', '9')).toThrow('minExamples');
  });

  it('has privacy for sites in mode secure alone, and otherwise no word of it', () => {
    expect('sitePrivacy' in configOf()).toBe(false);
    expect(() => configOf('--site-dp-clip', '1')).toThrow('no privacy without noise');
    const config = configOf('--site-dp-noise', '2');
    expect(config.sitePrivacy).toEqual({ noiseMultiplier: 2, clipNorm: 1, delta: 1e-5 });
    expect(configOf(...typedRunOptions(config))).toEqual(config);
    expect(() => configOf('--mode', 'sealed', '--site-dp-noise', '2')).toThrow('privacy for sites is for mode secure');
    expect(() => configOf('--site-dp-noise', '2', '--min-examples', '9')).toThrow('minExamples');
    expect('privacy' in configOf('--site-dp-noise', '2', '--dp-noise', '1')).toBe(true);
  });

  it('is in mode secure with three sites at least, unless it says sealed', () => {
    expect(configOf()).toMatchObject({ mode: 'secure', quorum: { minSites: 3, maxSites: 64 } });
    expect(Object.keys(configOf())).not.toContain('ringBits');
    expect(configOf('--mode', 'sealed')).toMatchObject({ mode: 'sealed', quorum: { minSites: 2 } });
    const narrow = configOf('--ring-bits', '24', '--min-sites', '5', '--threshold', '5');
    expect(narrow).toMatchObject({ mode: 'secure', ringBits: 24, quorum: { minSites: 5, threshold: 5 } });
    expect(configOf(...typedRunOptions(narrow))).toEqual(narrow);
    for (const [words, ...argv] of [
      [/--mode, not 'open'/, '--mode', 'open'],
      [/--ring-bits, not 20/, '--ring-bits', '20'],
      [/ringBits is for mode secure/, '--mode', 'sealed', '--ring-bits', '16'],
      [/minSites must be at least 3/, '--only', 'north,south'],
      [/maxSites must be at most 64/, '--max-sites', '65'],
      [/threshold must be a whole number from 3/, '--threshold', '4'],
    ] as const)
      expect(() => configOf(...argv)).toThrow(words);
  });

  it('names augmentations and windows', () => {
    expect(configOf().training.augmentation).toEqual(AUGMENTATIONS.symmetries);
    expect(configOf('--augment', 'edge').training.augmentation).toEqual(AUGMENTATIONS.edge);
    expect(configOf('--no-augment', '--recipe', 'small-unet').training.augmentation).toEqual(AUGMENTATIONS.none);
    expect(configOf('--window', '1500/800.5').preprocessing.window).toEqual({
      kind: 'level',
      level: 1500,
      width: 800.5,
    });
    expect(configOf('--window', 'header').preprocessing.window).toEqual({ kind: 'header' });
    expect(() => configOf('--window', 'footer')).toThrow(/percentiles, header or LEVEL\/WIDTH/);
    expect(() => configOf('--window', '1500/0.5')).toThrow(/window width must be/);
  });

  it('says how the sites train, or nothing where it is as ever', () => {
    expect(Object.keys(configOf().training)).toEqual(['epochs', 'batchSize', 'learningRate', 'augmentation']);
    expect(configOf(...RULE).training).toMatchObject({
      optimizer: { kind: 'rmsprop', decay: 0.99, centered: true, epsilon: 1e-7 },
      loss: [{ kind: 'soft-dice' }, { kind: 'cross-entropy' }, { kind: 'focal', gamma: 0, weight: 0.5 }],
      schedule: { kind: 'polynomial', power: 2, warmupRounds: 1 },
      ...{ clipNorm: 0.5, weightDecay: 1e-4, proximal: 0.01 },
      frozen: ['down0', 'down1/conv1'],
      balance: { kind: 'edge', strength: 0.5 },
    });
    expect(configOf('--balance', 'pathology').training.balance).toEqual({ kind: 'pathology' });
    expect(trainingText(configOf(...RULE).training)).toBe(
      '2 epochs a round, batch 4, rmsprop:decay=0.99,centered=true,epsilon=1e-7 at 0.001, schedule polynomial:power=2,warmupRounds=1, loss soft-dice+cross-entropy+focal:gamma=0,weight=0.5, gradients up to norm 0.5, weight decay 0.0001, pull to the base model 0.01, frozen down0, down1/conv1, symmetries augmentation, balanced by edge:strength=0.5',
    );
    expect(trainingText(configOf().training)).toContain('adam at 0.001, loss cross-entropy+soft-dice, symmetries');
    for (const [words, ...argv] of [
      [/no balance age; there is edge/, '--balance', 'age'],
      [/cannot stand beside privacy for patients/, '--balance', 'edge', '--dp-noise', '1'],
      [/set clipNorm/, '--optimizer', 'sgd'],
      [/no optimizer lamb/, '--optimizer', 'lamb'],
      [/after an = in --schedule, not 'often'/, '--schedule', 'step:everyRounds=often'],
      [/no loss ;/, '--loss', 'dice+'],
      [/takes a number above 0/, '--proximal', '0'],
    ] as const)
      expect(() => configOf(...argv)).toThrow(words);
  });

  it('names the sites that may take part, and then needs no more than those', () => {
    expect(configOf('--mode', 'sealed', '--only', 'north').quorum).toMatchObject({
      sites: ['north'],
      minSites: 1,
      maxSites: 1,
    });
    expect(configOf('--only', 'north, south,west').quorum).toMatchObject({
      sites: ['north', 'south', 'west'],
      minSites: 3,
      maxSites: 3,
    });
    expect(configOf().quorum.sites).toBeNull();
  });

  it.each(RECIPE_NAMES.map((name) => [name]))('is made again from the options that %s gives when typed', (name) => {
    const config = configOf(
      ...['--recipe', name, '--mode', 'sealed', '--only', 'north,south', '--min-sites', '1', '--w-max', '50'],
    );
    expect(runConfigFrom(readArguments(command, typedRunOptions(config)))).toEqual(config);
    const other = configOf('--recipe', name, ...RULE);
    expect(runConfigFrom(readArguments(command, typedRunOptions(other)))).toEqual(other);
  });

  describe('with a network of the study’s own', () => {
    const file = join(import.meta.dirname, '../../docs/examples/small-unet.json');

    it('takes the network and its size from the file, and is made again from it', () => {
      const config = configOf('--model', file, '--mode', 'sealed', '--only', 'north,south');
      const { size, topology } = readOwnModel(JSON.parse(readFileSync(file, 'utf8')));
      expect(config.model).toEqual({ name: OWN_MODEL, width: 1, size, topology });
      expect(runConfigFrom(readArguments(command, typedRunOptions(config, file)))).toEqual(config);
    });

    it.each([
      [['--size', '32'], /takes no --size 32 for .*small-unet\.json, whose layers make it one for 64 pixels/],
      [['--width', '1/2'], /takes no --width for a network of your own/],
      [['--recipe', 'small-unet'], /takes no --width/],
    ])('is refused beside %j', (options, says) => {
      expect(() => configOf('--model', file, ...options)).toThrow(says);
    });

    it.each([
      ['./nowhere.json', 'bad-usage'],
      [import.meta.dirname, 'bad-usage'],
      [import.meta.filename, 'bad-topology'],
    ])('is refused from %s', (path, code) => {
      expect(() => configOf('--model', path)).toThrow(expect.objectContaining({ code }));
    });
  });
});
