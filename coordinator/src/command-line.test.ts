import { describe, expect, it } from '@jest/globals';
import { parseCommandLine } from './command-line.js';
import { checkedConfig } from './config.js';
import { CoordinatorError } from './errors.js';

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof CoordinatorError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'nothing refused';
}

describe('the command line', () => {
  it('reads init with its defaults', () => {
    expect(parseCommandLine(['init', '--dir', 'x'])).toMatchObject({
      kind: 'init',
      dir: 'x',
      config: { host: '127.0.0.1', port: 8440, publicUrl: null },
    });
  });

  it('reads every option of init', () => {
    const args = [
      'init',
      '--dir=x',
      '--name',
      'n',
      '--host',
      '0.0.0.0',
      '--port',
      '0',
      '--public-url',
      'https://c.org',
    ];
    expect(parseCommandLine(args)).toMatchObject({
      config: { name: 'n', host: '0.0.0.0', port: 0, publicUrl: 'https://c.org' },
    });
  });

  it('explains itself', () => {
    for (const args of [['--help'], ['init', '--help'], ['start', '-h']]) {
      expect(parseCommandLine(args)).toMatchObject({ kind: 'help', text: expect.stringContaining('Example') });
    }
  });

  it.each([
    ['no command', [], /command is missing/],
    ['an unknown command', ['stop'], /no command stop/],
    ['an unknown option', ['start', '--dir', 'x', '--port', '1'], /--port/],
    ['a stray word', ['start', '--dir', 'x', 'y'], /y/],
    ['no folder', ['start'], /--dir is missing/],
    ['a port that is none', ['init', '--dir', 'x', '--port', 'http'], /--port takes a number/],
  ])('refuses %s with a sentence', (_what, args, text) => {
    const message = refusal(() => parseCommandLine(args));
    expect(message).toMatch(/^bad-usage: /);
    expect(message).toMatch(text);
    expect(message).not.toContain('\n');
  });
});

describe('the configuration', () => {
  const SOUND = { name: 'n', host: '127.0.0.1', port: 8440, publicUrl: null };

  it('is taken as it is if it is sound', () => {
    expect(checkedConfig(SOUND, 'x')).toEqual(SOUND);
  });

  it.each([
    ['an unknown key', { ...SOUND, surprise: 1 }, /surprise/],
    ['a port out of range', { ...SOUND, port: 65_536 }, /port/],
    ['a public address that is no web address', { ...SOUND, publicUrl: 'ftp://x' }, /publicUrl/],
    ['an unspecified host without a public address', { ...SOUND, host: '0.0.0.0' }, /publicUrl/],
  ])('refuses %s and names it', (_what, config, text) => {
    const message = refusal(() => checkedConfig(config, 'x'));
    expect(message).toMatch(/^bad-configuration: /);
    expect(message).toMatch(text);
  });
});
