import { describe, expect, it } from '@jest/globals';
import { COMMANDS } from './commands/index.js';
import { CliError } from './errors.js';
import { run } from './main.js';
import { RecordedScreen } from './run-view.test-support.js';

async function typed(...argv: string[]): Promise<{ code: number; out: string; error: string }> {
  const screen = new RecordedScreen();
  const code = await run(argv, screen);
  return { code, out: screen.printed.join('\n'), error: screen.noted.join('\n') };
}

describe('mammofed', () => {
  it.each(COMMANDS.map((command) => [command.words.join(' '), command] as const))(
    '%s --help shows an example of itself',
    async (name, command) => {
      const { code, out, error } = await typed(...command.words, '--help');
      expect(code).toBe(0);
      expect(error).toBe('');
      expect(out).toContain(`Usage: mammofed ${name}`);
      expect(out).toMatch(new RegExp(`Examples?:\\n  mammofed ${name}\\b`));
      for (const option of Object.keys(command.options)) expect(out).toContain(`--${option}`);
    },
  );

  it('lists every command, and those of a group', async () => {
    const all = await typed('--help');
    expect(all.code).toBe(0);
    for (const { words } of COMMANDS) expect(all.out).toContain(`  ${words.join(' ')} `);
    const group = await typed('run', '--help');
    expect(group.code).toBe(0);
    expect(group.out).toContain('run watch');
    expect(group.out).not.toContain('site start');
  });

  it('answers a missing command with the list and exit code 2', async () => {
    for (const argv of [[], ['run']]) {
      const { code, out, error } = await typed(...argv);
      expect(code).toBe(2);
      expect(out).toBe('');
      expect(error).toContain('run create');
    }
  });

  it.each([
    [['fly'], /no command 'fly'.*mammofed --help/],
    [['run', 'fly'], /mammofed run has no command 'fly' \(it has: create, start, watch, show, list\)/],
    [['create'], /Did you mean 'mammofed run create'\?/],
    [['--fly'], /no option '--fly'/],
    [['demo', '--fly'], /mammofed demo has no option --fly/],
    [['demo', '--size', '17'], /size must be a multiple of 16 .*, not 17/],
    [['demo', '--width', '3'], /width must be .* at most 2, not 3/],
    [['demo', '--sites', '0'], /whole number from 1 to 16 for --sites/],
    [['demo', '--by', 'scanner'], /--by only with --data/],
    [['demo', '--findings', 'mass'], /--findings only with --data/],
    [['demo', '--model', 'unet,vnet'], /model must be one of unet, .*, not vnet/],
    [['demo', '--model', 'unet,unet'], /each once, and there is 'unet' twice/],
    [['demo', '--model', 'unet,'], /there is an empty one/],
    [['demo', '--model', 'deconvnet', '--size', '16'], /size must be at least 32/],
    [['demo', '--recipe', 'paper'], /one of paper-unet, .* for --recipe, not 'paper'/],
    [['demo', '--recipe', 'small-unet,paper-unet', '--model', 'unet'], /several recipes or --model, not both/],
    [['demo', '--recipe', 'small-unet,paper-unet', '--augment', 'much'], /none, symmetries, edge, full for --augment/],
    [['demo', '--window', 'wide'], /percentiles, header or LEVEL\/WIDTH/],
    [['demo', '--resume', '--seed', '3'], /takes no --seed beside it/],
    [['demo', '--resume', '--out', '/no/such/folder'], /is not the folder of a demo/],
    [['demo', '--data', '/no/such/folder'], /\/no\/such\/folder is not there/],
    [['run', 'create', '--dir', 'd', '--size', '24'], /size must be a multiple of 16/],
    [['run', 'create', '--dir', 'd', '--model', 'vnet'], /model must be one of unet, .*, not vnet/],
    [['run', 'create', '--dir', 'd', '--min-sites', '3', '--max-sites', '2'], /minSites/],
    [['run', 'create', '--dir', 'd', '--study', 'a b'], /study must be/],
    [['run', 'list', '--dir', '/no/such/folder'], /not a coordinator's folder.*coordinator init/],
  ])('%p is refused with exit code 2 and a sentence', async (argv, message) => {
    const { code, out, error } = await typed(...argv);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(error).toMatch(message);
    expect(error).not.toMatch(/^\s+at /m);
  });

  it('answers what nobody expected with exit code 1 and no stack', async () => {
    const screen = new RecordedScreen();
    const [first] = COMMANDS;
    const broken = {
      ...(first as (typeof COMMANDS)[number]),
      run: () => Promise.reject(new TypeError('x is not a function')),
    };
    expect(await run(['demo'], screen, [broken])).toBe(1);
    expect(screen.noted.join('\n')).toBe('Something went wrong that mammofed did not expect: x is not a function');
  });

  it('ends as shells expect after a signal', async () => {
    const screen = new RecordedScreen();
    const [first] = COMMANDS;
    const stopped = {
      ...(first as (typeof COMMANDS)[number]),
      run: () => Promise.reject(new CliError('interrupted', 'stopped', { signal: 'SIGINT' })),
    };
    expect(await run(['demo'], screen, [stopped])).toBe(130);
  });
});
