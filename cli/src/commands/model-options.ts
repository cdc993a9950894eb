import { MODEL_NAMES } from '@mammofed/core';
import type { Arguments, OptionSpec } from '../command-line.js';
import { greyWindowFrom } from '../grey-window.js';

/** How a model is named; part of the help of every command that takes one. */
export const MODEL_NAMING =
  'M is the beginning of a hash (6 digits or more), RUN-ID (its newest model), RUN-ID:ROUND, or the path of a safetensors file (with a slash or a dot).';

export const STORE_DIR: OptionSpec = {
  value: 'DIR',
  about: "the coordinator's folder, unless M is a file; the coordinator has to run",
};

export const FORCE_OPTION: OptionSpec = { value: null, about: 'replaces what is there already' };

export const THREADS_OPTION: OptionSpec = { value: 'N', about: 'processor threads (default: all)' };

/** What a model's metadata usually say; needed for a file that lacks them. */
export const DESCRIPTION_OPTIONS = {
  network: { value: 'NAME', about: `network: ${MODEL_NAMES.join(', ')} (default: as the model says)` },
  width: { value: 'W', about: 'its width (default: as the model says)' },
  size: { value: 'S', about: 'side of its square input, pixels (default: as the model says)' },
  margin: { value: 'F', about: "margin around a mask, as a fraction of the mask's sides (default: as the model says)" },
  window: {
    value: 'WINDOW',
    about: 'how deep images become 8 bit: percentiles, header, or LEVEL/WIDTH (default: as the model says)',
  },
  'batch-size': { value: 'N', about: 'images predicted at a time (default: as the model says)' },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/**
 * What was typed in place of a model's metadata, as the workbench takes it.
 * @throws CliError `bad-usage`.
 */
export function describedBy(args: Arguments): object {
  const network = args.text('network');
  if (network !== undefined && !MODEL_NAMES.some((name) => name === network))
    args.refuse(`takes one of ${MODEL_NAMES.join(', ')} for --network, not '${network}'`);
  const width = args.positive('width');
  if (width !== undefined && width > 2) args.refuse(`takes a width of at most 2, not ${width}`);
  const study = args.text('study');
  if (study === '') args.refuse('takes a name for --study, not nothing');
  const given = {
    name: network,
    width,
    size: args.whole('size', 16, 1024),
    study,
    marginFraction: marginOf(args),
    window: greyWindowFrom(args),
    batchSize: args.whole('batch-size', 1, 256),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function marginOf(args: Arguments): number | undefined {
  const text = args.text('margin');
  if (text === undefined) return undefined;
  const value = /^\d*\.?\d+$/.test(text) ? Number(text) : NaN;
  return value <= 1 ? value : args.refuse(`takes a fraction from 0 to 1 for --margin, not '${text}'`);
}
