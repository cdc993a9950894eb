import type { Arguments, OptionSpec } from '../command-line.js';

/** How a whole mammogram is searched. */
export interface WholeMammogram {
  readonly threshold: number;
  readonly tileFraction: number;
}

const USUAL: WholeMammogram = { threshold: 0.5, tileFraction: 0.25 };

export const WHOLE_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  'whole-mammogram': {
    value: null,
    about: 'searches the whole image: the network slides over the breast, and no box or reference mask leads it',
  },
  threshold: {
    value: 'P',
    about: `probability from which a place in a whole mammogram is marked (default ${USUAL.threshold})`,
  },
  tile: {
    value: 'F',
    about: `side of the sliding window, as a share of the breast's longer side (default ${USUAL.tileFraction})`,
  },
};

/** @returns null unless --whole-mammogram is given. @throws CliError `bad-usage`. */
export function wholeFrom(args: Arguments): WholeMammogram | null {
  const threshold = args.positive('threshold');
  const tileFraction = args.positive('tile');
  if (!args.isSet('whole-mammogram')) {
    if (threshold !== undefined || tileFraction !== undefined)
      args.refuse('takes --threshold and --tile with --whole-mammogram alone');
    return null;
  }
  const whole = { threshold: threshold ?? USUAL.threshold, tileFraction: tileFraction ?? USUAL.tileFraction };
  if (whole.threshold >= 1) args.refuse('takes a probability above 0 and below 1 for --threshold');
  if (whole.tileFraction > 1) args.refuse('takes a share above 0 and at most 1 for --tile');
  return whole;
}
