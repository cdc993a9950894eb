import { LAYOUTS, type Layout } from '@mammofed/imaging';
import type { Arguments, OptionSpec } from '../command-line.js';

export const LAYOUT_OPTION: OptionSpec = {
  value: 'LAYOUT',
  about: `how the folder is laid out: ${LAYOUTS.join(', ')} (default: recognised)`,
};

/** @returns what `--layout` says, if it is given. @throws CliError `bad-usage`. */
export function layoutFrom(args: Arguments): { layout?: Layout } {
  const text = args.text('layout');
  if (text === undefined) return {};
  const layout = LAYOUTS.find((one) => one === text);
  return layout === undefined
    ? args.refuse(`takes one of ${LAYOUTS.join(', ')} for --layout, not '${text}'`)
    : { layout };
}
