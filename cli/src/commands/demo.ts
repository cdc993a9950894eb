import { MODEL_NAMES, type ModelName } from '@mammofed/core';
import { positiveNumber, type Command } from '../command-line.js';
import { DEMO_DEFAULTS, MAX_SITES } from '../demo/defaults.js';
import { runDemo } from '../demo/run-demo.js';
import { drawnSeed } from '../run-settings.js';
import { onStandardError } from '../screen.js';

export const demoCommand: Command = {
  words: ['demo'],
  summary: 'trains one model at several sites on this machine, from nothing to a report',
  details:
    'Starts a coordinator and site agents as processes that share no folder, enrols, trains, evaluates, and stops everything again, also on Ctrl-C. Without --data it draws phantom images. An existing folder is replaced only if an earlier demo made it.',
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
    sites: { value: 'N', about: `sites to deal patients out to at random (default ${DEMO_DEFAULTS.sites})` },
    rounds: { value: 'N', about: `rounds (default ${DEMO_DEFAULTS.rounds})` },
    epochs: { value: 'N', about: `passes of a site over its images in a round (default ${DEMO_DEFAULTS.epochs})` },
    model: { value: 'NAME', about: `network (default ${DEMO_DEFAULTS.model})` },
    width: {
      value: 'W',
      about: `scales every channel count of the U-Net; 1 is the published one (default ${DEMO_DEFAULTS.width})`,
    },
    size: {
      value: 'S',
      about: `side of the network's square input, pixels, a multiple of 16 (default ${DEMO_DEFAULTS.size})`,
    },
    seed: { value: 'N', about: 'the same seed gives the same model (default: drawn, and shown)' },
    out: { value: 'DIR', about: `folder for everything (default ${DEMO_DEFAULTS.out})` },
    json: { value: null, about: 'ends with one line of JSON on standard output; the rest goes to standard error' },
    'permute-images': { value: null, about: 'exchanges images between patients: the control of an honest result' },
    'coordinator-user': { value: 'UID', about: 'runs the coordinator as another user; for root alone' },
  },
  needed: [],
  examples: ['mammofed demo', 'mammofed demo --data ./mammograms --by scanner --rounds 10 --out ./result'],
  async run(args, screen) {
    const isForMachine = args.isSet('json');
    const size = args.whole('size', 16, 1024) ?? DEMO_DEFAULTS.size;
    if (size % 16 !== 0) args.refuse(`takes a multiple of 16 for --size, not ${size}`);
    const width = args.text('width') ?? DEMO_DEFAULTS.width;
    if ((positiveNumber(width) ?? 3) > 2)
      args.refuse(`takes a number above 0 and at most 2, or a fraction such as 1/8, for --width, not '${width}'`);
    const model = args.text('model') ?? DEMO_DEFAULTS.model;
    if (!MODEL_NAMES.includes(model as ModelName))
      args.refuse(`takes one of ${MODEL_NAMES.join(', ')} for --model, not '${model}'`);
    const user = args.whole('coordinator-user', 1, 2 ** 31 - 1) ?? null;
    if (user !== null && process.getuid?.() !== 0) args.refuse('takes --coordinator-user only from root');
    if (args.text('by') !== undefined && args.text('data') === undefined) args.refuse('takes --by only with --data');
    const result = await runDemo(
      {
        data: args.text('data'),
        by: args.text('by'),
        siteCount: args.whole('sites', 1, MAX_SITES),
        rounds: args.whole('rounds', 1, 10_000) ?? DEMO_DEFAULTS.rounds,
        epochs: args.whole('epochs', 1, 1000) ?? DEMO_DEFAULTS.epochs,
        model,
        width,
        size,
        seed: args.whole('seed', 0, 2 ** 31 - 1) ?? drawnSeed(),
        out: args.text('out') ?? DEMO_DEFAULTS.out,
        permuteImages: args.isSet('permute-images'),
        coordinatorUser: user,
        liveStream: isForMachine ? 2 : 1,
      },
      isForMachine ? onStandardError(screen) : screen,
    );
    if (isForMachine) screen.print(JSON.stringify(result));
    return 0;
  },
};
