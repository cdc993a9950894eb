import type { Arguments } from './command-line.js';

/** A set of options under one name, as they would be typed. */
interface Recipe {
  readonly about: string;
  readonly options: Readonly<Record<string, string>>;
}

/**
 * The paper says that 12-bit images were windowed to 8 bits and not with which numbers: this is the whole range of 12
 * bits. Images of 8 bits are left as they are.
 */
const WHOLE_12_BIT = '2048/4096';

/** What machines without a GPU train in minutes. */
const SMALL = {
  width: '1/8',
  size: '64',
  'batch-size': '8',
  rounds: '6',
  epochs: '6',
  'learning-rate': '0.001',
  augment: 'symmetries',
};

const RECIPES = {
  'paper-unet': {
    about: 'unet-valid, width 1, 160 pixels, batch 4, 300 epochs in all as 30 rounds of 10',
    options: {
      model: 'unet-valid',
      width: '1',
      size: '160',
      'batch-size': '4',
      rounds: '30',
      epochs: '10',
      // Without batch normalization the full width does not bear more.
      'learning-rate': '0.0001',
      augment: 'symmetries',
      window: WHOLE_12_BIT,
    },
  },
  'paper-deconvnet': {
    about: 'deconvnet, width 1, 150 pixels, batch 8, 400 epochs in all as 40 rounds of 10',
    options: {
      model: 'deconvnet',
      width: '1',
      size: '150',
      'batch-size': '8',
      rounds: '40',
      epochs: '10',
      'learning-rate': '0.001',
      augment: 'symmetries',
      window: WHOLE_12_BIT,
    },
  },
  'small-unet': {
    about: 'unet, width 1/8, 64 pixels, batch 8, 6 rounds of 6 epochs: minutes without a GPU',
    options: { model: 'unet', ...SMALL },
  },
  'small-deconvnet': {
    about: 'deconvnet, width 1/8, 64 pixels, batch 8, 6 rounds of 6 epochs: minutes without a GPU',
    options: { model: 'deconvnet', ...SMALL },
  },
} as const satisfies Readonly<Record<string, Recipe>>;

export type RecipeName = keyof typeof RECIPES;
export const RECIPE_NAMES = Object.keys(RECIPES) as RecipeName[];

/** What the recipes are, for the help. */
export const RECIPES_HELP = [
  'Recipes:',
  ...RECIPE_NAMES.map((name) => `${name} (${RECIPES[name].about});`),
  'Adam unless --optimizer says otherwise. The paper counts epochs over all images; a round is where the sites average, so rounds × epochs of a round are its epochs. paper-* take the window 2048/4096, which is all of 12 bits, because the paper gives no numbers.',
].join(' ');

/**
 * The options that a recipe stands for.
 * @throws CliError `bad-usage` if there is no such recipe.
 */
export function recipeOptions(name: string, args: Arguments): Readonly<Record<string, string>> {
  const known = RECIPE_NAMES.find((one) => one === name);
  if (known === undefined) return args.refuse(`takes one of ${RECIPE_NAMES.join(', ')} for --recipe, not '${name}'`);
  return RECIPES[known].options;
}
