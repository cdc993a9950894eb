import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AUGMENTATIONS, OWN_MODEL, readOwnModel, type RunConfig } from '@mammofed/core';
import { describe, expect, it } from '@jest/globals';
import { readArguments, type Command } from './command-line.js';
import { RECIPE_NAMES } from './recipes.js';
import { RUN_OPTIONS, runConfigFrom, typedRunOptions } from './run-settings.js';

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

  it('names augmentations and windows', () => {
    expect(configOf().training.augmentation).toEqual(AUGMENTATIONS.symmetries);
    expect(configOf('--augment', 'edge').training.augmentation).toEqual(AUGMENTATIONS.edge);
    expect(configOf('--no-augment', '--recipe', 'small-unet').training.augmentation).toEqual(AUGMENTATIONS.none);
    expect(configOf('--window', '1500/800.5').preprocessing.window).toEqual({
      kind: 'level',
      level: 1500,
      width: 800.5,
    });
    expect(() => configOf('--window', '1500/0.5')).toThrow(/window width must be/);
  });

  it('names the sites that may take part, and then needs no more than those', () => {
    expect(configOf('--only', 'north').quorum).toMatchObject({ sites: ['north'], minSites: 1, maxSites: 1 });
    expect(configOf('--only', 'north, south,west').quorum).toMatchObject({
      sites: ['north', 'south', 'west'],
      minSites: 2,
      maxSites: 3,
    });
    expect(configOf().quorum.sites).toBeNull();
  });

  it.each(RECIPE_NAMES.map((name) => [name]))('is made again from the options that %s gives when typed', (name) => {
    const config = configOf('--recipe', name, '--only', 'north,south', '--min-sites', '1', '--w-max', '50');
    expect(runConfigFrom(readArguments(command, typedRunOptions(config)))).toEqual(config);
  });

  describe('with a network of the study’s own', () => {
    const file = join(import.meta.dirname, '../../docs/examples/small-unet.json');

    it('takes the network and its size from the file, and is made again from it', () => {
      const config = configOf('--model', file, '--only', 'north,south');
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
