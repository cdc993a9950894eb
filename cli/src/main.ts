import { commandName, readArguments, type Command } from './command-line.js';
import { COMMANDS } from './commands/index.js';
import { CliError, exitCodeOf, sentenceOf } from './errors.js';
import { commandHelp, overview } from './help.js';
import { productVersion } from './version.js';
import { processScreen, type Screen } from './screen.js';

/**
 * Runs one command line.
 * @param argv - what was typed after `mammofed`.
 * @returns the exit code: 0, 1 (failed), 2 (bad usage or configuration), or 128 + a signal's number.
 */
export async function run(argv: readonly string[], screen: Screen, commands = COMMANDS): Promise<number> {
  try {
    return await dispatch(argv, screen, commands);
  } catch (error) {
    screen.note(sentenceOf(error));
    return exitCodeOf(error);
  }
}

async function dispatch(argv: readonly string[], screen: Screen, commands: readonly Command[]): Promise<number> {
  const command = commands.find(({ words }) => words.every((word, i) => argv[i] === word));
  const rest = argv.slice(command?.words.length ?? 0);
  if (command === undefined) return withoutCommand(argv, screen, commands);
  if (rest.includes('--help') || rest.includes('-h')) {
    screen.print(commandHelp(command));
    return 0;
  }
  return command.run(readArguments(command, rest), screen);
}

function withoutCommand(argv: readonly string[], screen: Screen, commands: readonly Command[]): number {
  if (argv[0] === '--version') {
    screen.print(productVersion());
    return 0;
  }
  const words = argv.filter((word) => !word.startsWith('-'));
  const asksForHelp = argv.includes('--help') || argv.includes('-h');
  const group = words.length === 1 && commands.some((command) => command.words[0] === words[0]) ? words : [];
  if (words.length === group.length && (asksForHelp || argv.length === group.length)) {
    const text = overview(commands, group);
    if (asksForHelp) screen.print(text);
    else screen.note(text);
    return asksForHelp ? 0 : 2;
  }
  throw unknownCommand(argv, commands);
}

function unknownCommand(argv: readonly string[], commands: readonly Command[]): CliError {
  const [first = '', second] = argv;
  const siblings = commands.filter(({ words }) => words[0] === first);
  if (siblings.length > 0 && second !== undefined) {
    const known = siblings.map(({ words }) => words.slice(1).join(' ')).join(', ');
    return new CliError(
      'bad-usage',
      `mammofed ${first} has no command '${second}' (it has: ${known}). See: mammofed ${first} --help`,
    );
  }
  const near = commands.find(({ words }) => words.includes(first));
  const hint = near === undefined ? '' : ` Did you mean '${commandName(near)}'?`;
  const what = first.startsWith('-') ? 'option' : 'command';
  return new CliError('bad-usage', `mammofed has no ${what} '${first}'.${hint} See: mammofed --help`);
}

/** Runs the command line of this process. */
export async function runFromProcess(): Promise<void> {
  const screen = processScreen();
  const surprised = (error: unknown): void => {
    screen.note(sentenceOf(error));
    process.exit(1);
  };
  process.on('uncaughtException', surprised);
  process.on('unhandledRejection', surprised);
  endWithParent();
  process.exitCode = await run(process.argv.slice(2), screen);
}

/** Ends this process when the program that started it with a channel is gone: nobody waits for an answer any more. */
function endWithParent(): void {
  process.on('disconnect', () => {
    // A command with more to end than itself has a listener of its own.
    if (process.listenerCount('disconnect') === 1) process.exit(1);
  });
  // The channel alone keeps nothing running.
  process.channel?.unref();
}
