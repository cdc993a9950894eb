import { greyWindowProblems, type GreyWindow } from '@mammofed/core';
import type { Arguments } from './command-line.js';

/** @returns what `--window` says; undefined where it is not given. @throws CliError `bad-usage`. */
export function greyWindowFrom(args: Arguments): GreyWindow | undefined {
  const text = args.text('window');
  if (text === undefined) return undefined;
  if (text === 'percentiles' || text === 'header') return { kind: text };
  const match = /^(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/.exec(text);
  if (match === null)
    return args.refuse(`takes percentiles, header or LEVEL/WIDTH, such as 2048/4096, for --window, not '${text}'`);
  const window: GreyWindow = { kind: 'level', level: Number(match[1]), width: Number(match[2]) };
  const [problem] = greyWindowProblems(window);
  return problem === undefined ? window : args.refuse(`cannot take --window ${text}: ${problem}`);
}

/** The grey window in the words of `--window`. */
export function greyWindowText(window: GreyWindow): string {
  return window.kind !== 'level' ? window.kind : `${window.level}/${window.width}`;
}
