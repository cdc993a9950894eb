import { commandName, type Command } from './command-line.js';

const WIDTH = 100;

/** What `mammofed --help` prints, or the part of it under the words typed so far. */
export function overview(commands: readonly Command[], words: readonly string[] = []): string {
  const shown = commands.filter((command) => words.every((word, i) => command.words[i] === word));
  const called = ['mammofed', ...words].join(' ');
  return [
    ...(words.length === 0
      ? ['MammoFed: hospitals train one model together; images stay, weight updates travel.', '']
      : []),
    `Usage: ${called} COMMAND [OPTIONS]`,
    '',
    ...columns(shown.map((command) => [commandName(command).slice('mammofed '.length), command.summary])),
    '',
    ...(words.length === 0 ? ['Begin with: mammofed demo'] : []),
    `Every command explains itself, with an example: ${called} COMMAND --help`,
  ].join('\n');
}

/** What `mammofed COMMAND --help` prints. */
export function commandHelp(command: Command): string {
  const options = Object.entries(command.options);
  const usage = [
    commandName(command),
    ...command.positionals,
    ...command.needed.map((name) => `--${name} ${command.options[name]?.value ?? ''}`.trimEnd()),
    ...(options.length > command.needed.length ? ['[OPTIONS]'] : []),
  ];
  return [
    `Usage: ${usage.join(' ')}`,
    '',
    ...wrapped(`${command.summary.charAt(0).toUpperCase()}${command.summary.slice(1)}.`, WIDTH),
    ...(command.details === undefined ? [] : ['', ...wrapped(command.details, WIDTH)]),
    '',
    'Options:',
    ...columns([
      ...options.map(([name, { value, about }]): [string, string] => [
        value === null ? `--${name}` : `--${name} ${value}`,
        about,
      ]),
      ['--help', 'shows this'],
    ]),
    '',
    command.examples.length === 1 ? 'Example:' : 'Examples:',
    ...command.examples.map((example) => `  ${example}`),
  ].join('\n');
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const left = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.flatMap(([name, about]) =>
    wrapped(about, WIDTH - left - 2).map((line, i) => `  ${(i === 0 ? name : '').padEnd(left)}${line}`),
  );
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
