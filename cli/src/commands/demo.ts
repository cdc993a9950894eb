import { resolve } from 'node:path';
import { MODES, type RunConfig } from '@mammofed/core';
import type { Arguments, Command } from '../command-line.js';
import { DEMO_DEFAULTS, DEMO_TIMING, DEMO_TRAINING, MAX_SITES } from '../demo/defaults.js';
import { resumeDemo, runDemo } from '../demo/run-demo.js';
import { isOwnModel } from '../own-model.js';
import { RECIPES_HELP, recipeOptions } from '../recipes.js';
import { drawnSeed, modeFrom, runConfigFrom, trainingOptions } from '../run-settings.js';
import { onStandardError } from '../screen.js';

export const demoCommand: Command = {
  words: ['demo'],
  summary: 'trains one model at several sites on this machine, from nothing to a report',
  details: `Starts a coordinator and site agents as processes that share no folder, enrols, trains, evaluates, and stops everything again, also on Ctrl-C. Without --data it draws phantom images. An existing folder is replaced only if an earlier demo made it. --model and --recipe take several between commas: the networks are trained one after the other. ${RECIPES_HELP}`,
  positionals: [],
  options: {
    data: {
      value: 'DIR',
      about:
        "images/, masks/ and, if there is one, index.csv; copied, never changed; the folder's name becomes the study's",
    },
    by: {
      value: 'COLUMN',
      about: 'one site for each value of this column of index.csv; a column called site goes before',
    },
    findings: {
      value: 'TEXT',
      about: 'keeps the images whose column findings has this text in it, upper or lower case: mass keeps masses too',
    },
    sites: { value: 'N', about: `sites to deal patients out to at random (default ${DEMO_DEFAULTS.sites})` },
    baselines: {
      value: null,
      about:
        'also trains on all images in one place, and at every site alone, with the same rounds, epochs, seed and patients',
    },
    ...trainingOptions(DEMO_TRAINING),
    seed: { value: 'N', about: 'the same seed gives the same model (default: drawn, and shown)' },
    out: { value: 'DIR', about: `folder for everything (default ${DEMO_DEFAULTS.out})` },
    resume: {
      value: null,
      about: 'goes on with the demo of the folder --out where it was stopped or killed; takes no other options',
    },
    json: { value: null, about: 'ends with one line of JSON on standard output; the rest goes to standard error' },
    'permute-images': { value: null, about: 'exchanges images between patients: the control of an honest result' },
    mode: {
      value: 'NAME',
      about: `what hides a site's update from the coordinator: ${MODES.join(', ')} (default secure; sealed with fewer than three sites)`,
    },
    'coordinator-user': { value: 'UID', about: 'runs the coordinator as another user; for root alone' },
  },
  needed: [],
  examples: [
    'mammofed demo',
    'mammofed demo --data ./mammograms --by scanner --rounds 10 --out ./result',
    'mammofed demo --data ./mammograms --recipe paper-unet,paper-deconvnet --baselines --findings mass',
    'mammofed demo --resume --out ./result',
  ],
  async run(args, screen) {
    const isForMachine = args.isSet('json');
    const shown = isForMachine ? onStandardError(screen) : screen;
    const out = args.text('out') ?? DEMO_DEFAULTS.out;
    const result = args.isSet('resume') ? await resumed(args, out) : await begun(args, out);
    if (isForMachine) screen.print(JSON.stringify(result));
    return 0;

    function resumed(typed: Arguments, dir: string): ReturnType<typeof resumeDemo> {
      const beside = Object.keys(demoCommand.options).find(
        (name) => !['out', 'resume', 'json'].includes(name) && (typed.text(name) !== undefined || typed.isSet(name)),
      );
      if (beside !== undefined)
        typed.refuse(`goes on as the demo began with --resume, so it takes no --${beside} beside it`);
      return resumeDemo(dir, shown);
    }

    function begun(typed: Arguments, dir: string): ReturnType<typeof runDemo> {
      const user = typed.whole('coordinator-user', 1, 2 ** 31 - 1) ?? null;
      if (user !== null && process.getuid?.() !== 0) typed.refuse('takes --coordinator-user only from root');
      const data = typed.text('data');
      for (const option of ['by', 'findings'])
        if (typed.text(option) !== undefined && data === undefined) typed.refuse(`takes --${option} only with --data`);
      const seed = typed.whole('seed', 0, 2 ** 31 - 1) ?? drawnSeed();
      return runDemo(
        {
          data: data === undefined ? undefined : resolve(data),
          by: typed.text('by'),
          findings: typed.text('findings'),
          siteCount: typed.whole('sites', 1, MAX_SITES),
          hasPooledSite: typed.isSet('baselines'),
          seed,
          configs: configsFrom(typed.instead('seed', String(seed))),
          mode: typed.text('mode') === undefined ? null : modeFrom(typed),
          out: dir,
          permuteImages: typed.isSet('permute-images'),
          coordinatorUser: user,
        },
        shown,
      );
    }
  },
};

/** A run for each network that `--model` or `--recipe` names. @throws CliError `bad-usage`. */
function configsFrom(args: Arguments): RunConfig[] {
  const recipes = args.list('recipe') ?? [];
  const models = args.list('model');
  if (recipes.length > 1 && models !== undefined)
    args.refuse('takes several recipes or --model, not both: each recipe has its network');
  const variants = recipes.length > 1 ? recipes.map((recipe) => args.instead('recipe', recipe)) : undefined;
  const chosen = variants ?? (models === undefined ? [args] : models.map((model) => args.instead('model', model)));
  const configs = chosen.map((one) => {
    const recipe = one.text('recipe');
    const typed = recipe === undefined ? one : one.orElse(recipeOptions(recipe, one));
    const { width, size, ...training } = DEMO_TRAINING;
    // A network of one's own says both itself.
    const ofNetwork = isOwnModel(typed.text('model') ?? training.model) ? {} : { width, size };
    return runConfigFrom(typed.instead('mode', 'sealed').orElse({ ...training, ...ofNetwork, ...DEMO_TIMING }));
  });
  const twice = configs.find(({ model }, i) => configs.findIndex((other) => other.model.name === model.name) !== i);
  if (twice !== undefined) args.refuse(`trains each network once, and ${twice.model.name} is there twice`);
  return configs;
}
