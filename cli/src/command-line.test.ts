import { describe, expect, it } from '@jest/globals';
import { positiveNumber, readArguments, type Command } from './command-line.js';
import { CliError } from './errors.js';

const COMMAND: Command = {
  words: ['run', 'try'],
  summary: 'tries',
  positionals: ['ID'],
  options: {
    dir: { value: 'DIR', about: 'folder' },
    rounds: { value: 'N', about: 'rounds' },
    width: { value: 'W', about: 'width' },
    json: { value: null, about: 'machine' },
  },
  needed: ['dir'],
  examples: ['mammofed run try 1 --dir d'],
  run: () => Promise.resolve(0),
};

function refusal(...argv: string[]): string {
  try {
    const args = readArguments(COMMAND, argv);
    args.whole('rounds', 1, 10);
    args.positive('width');
  } catch (error) {
    if (error instanceof CliError && error.code === 'bad-usage') return error.message;
    throw error;
  }
  return 'nothing refused';
}

describe('readArguments', () => {
  it('reads values, switches and what has no name, and lets the last of an option given twice count', () => {
    const args = readArguments(COMMAND, [
      '--rounds',
      '3',
      'run-1',
      '--dir=d',
      '--json',
      '--rounds',
      '4',
      '--width',
      '1/8',
    ]);
    expect(args.positionals).toEqual(['run-1']);
    expect(args.needed('dir')).toBe('d');
    expect(args.isSet('json')).toBe(true);
    expect(args.whole('rounds', 1, 10)).toBe(4);
    expect(args.positive('width')).toBe(0.125);
  });

  it.each([
    ['an unknown option', ['1', '--dir', 'd', '--fast'], /no option --fast/],
    ['an unknown short option', ['1', '--dir', 'd', '-q'], /no option -q/],
    ['a missing needed option', ['1'], /needs --dir DIR/],
    ['a missing argument', ['--dir', 'd'], /needs ID/],
    ['an argument too many', ['1', '2', '--dir', 'd'], /does not understand '2'/],
    ['an option without its value', ['1', '--dir'], /needs a value after --dir/],
    ['an option followed by another', ['1', '--dir', '--json'], /needs a value after --dir/],
    ['a switch with a value', ['1', '--dir', 'd', '--json=yes'], /takes no value for --json/],
    [
      'a count that is none',
      ['1', '--dir', 'd', '--rounds', 'many'],
      /whole number from 1 to 10 for --rounds, not 'many'/,
    ],
    ['a count out of range', ['1', '--dir', 'd', '--rounds', '0'], /whole number from 1 to 10 for --rounds, not '0'/],
    ['a negative count', ['1', '--dir', 'd', '--rounds=-1'], /--rounds, not '-1'/],
    ['a division by zero', ['1', '--dir', 'd', '--width', '1/0'], /fraction such as 1\/8 for --width, not '1\/0'/],
  ])('refuses %s, and says where to look', (_what, argv, message) => {
    expect(refusal(...argv)).toMatch(message);
    expect(refusal(...argv)).toMatch(/^mammofed run try .*See: mammofed run try --help$/);
  });

  it('leaves the arguments of an application as they were typed', () => {
    const args = readArguments({ ...COMMAND, passesArguments: true, needed: [] }, ['--anything', 'x', '--', 'y']);
    expect(args.raw).toEqual(['--anything', 'x', '--', 'y']);
  });
});

describe('positiveNumber', () => {
  it.each([
    ['1/8', 0.125],
    ['0.25', 0.25],
    ['1e-3', 0.001],
    ['2', 2],
    ['0', null],
    ['-1', null],
    ['1/', null],
    ['', null],
    ['Infinity', null],
    ['0x10', null],
  ])('reads %p as %p', (text, value) => expect(positiveNumber(text)).toBe(value));
});
