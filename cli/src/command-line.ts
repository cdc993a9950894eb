import { parseArgs } from 'node:util';
import { CliError } from './errors.js';
import type { Screen } from './screen.js';

export interface OptionSpec {
  /** What stands for the value in the help, e.g. `DIR`; null for a switch. */
  readonly value: string | null;
  readonly about: string;
}

export interface Command {
  /** What a person types, e.g. `['run', 'create']`. */
  readonly words: readonly string[];
  readonly summary: string;
  /** Arguments without a name, all needed, e.g. `['ID']`. */
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Options without which the command cannot run. */
  readonly needed: readonly string[];
  readonly examples: readonly string[];
  /** Longer words on what it does, shown by `--help`. */
  readonly details?: string;
  /** Its arguments go to an application unread; the table of options is for the help alone. */
  readonly passesArguments?: boolean;
  /** @returns the exit code. */
  run(args: Arguments, screen: Screen): Promise<number>;
}

/** The arguments of one command, read by its table of options. */
export class Arguments {
  readonly #values: ReadonlyMap<string, string>;
  readonly #switches: ReadonlySet<string>;

  constructor(
    /** How the command is called, e.g. `mammofed run create`: for messages. */
    readonly commandName: string,
    readonly positionals: readonly string[],
    values: ReadonlyMap<string, string>,
    switches: ReadonlySet<string>,
    /** As typed. */
    readonly raw: readonly string[],
  ) {
    this.#values = values;
    this.#switches = switches;
  }

  text(name: string): string | undefined {
    return this.#values.get(name);
  }

  /** The values between the commas, trimmed, in the order typed; undefined where the option is not given. */
  list(name: string): readonly string[] | undefined {
    const text = this.#values.get(name);
    if (text === undefined) return undefined;
    const items = text.split(',').map((item) => item.trim());
    const wrong = items.find((item, i) => item === '' || items.indexOf(item) !== i);
    if (wrong === undefined) return items;
    const problem = wrong === '' ? 'an empty one' : `'${wrong}' twice`;
    return this.refuse(`takes names between commas for --${name}, each once, and there is ${problem} in '${text}'`);
  }

  /** The same arguments, with values for options that were not typed. */
  orElse(usual: Readonly<Record<string, string>>): Arguments {
    const values = new Map([...Object.entries(usual), ...this.#values]);
    return new Arguments(this.commandName, this.positionals, values, this.#switches, this.raw);
  }

  /** The same arguments, with one of them replaced. */
  instead(name: string, value: string): Arguments {
    const values = new Map([...this.#values, [name, value]]);
    return new Arguments(this.commandName, this.positionals, values, this.#switches, this.raw);
  }

  /** For options that the command's table calls needed. */
  needed(name: string): string {
    return this.#values.get(name) ?? this.refuse(`needs --${name}`);
  }

  isSet(name: string): boolean {
    return this.#switches.has(name);
  }

  /** A whole number from `min` to `max`; undefined where the option is not given. @throws CliError `bad-usage`. */
  whole(name: string, min: number, max: number): number | undefined {
    const text = this.#values.get(name);
    if (text === undefined) return undefined;
    const value = /^-?\d{1,15}$/.test(text) ? Number(text) : NaN;
    if (value >= min && value <= max) return value;
    return this.refuse(`takes a whole number from ${min} to ${max} for --${name}, not '${text}'`);
  }

  /** A number above 0, also written as a fraction such as 1/8. @throws CliError `bad-usage`. */
  positive(name: string): number | undefined {
    const text = this.#values.get(name);
    if (text === undefined) return undefined;
    const value = positiveNumber(text);
    return value ?? this.refuse(`takes a number above 0 or a fraction such as 1/8 for --${name}, not '${text}'`);
  }

  /** @throws CliError `bad-usage` always: "mammofed run create takes …. See mammofed run create --help." */
  refuse(problem: string): never {
    throw new CliError('bad-usage', `${this.commandName} ${problem}. See: ${this.commandName} --help`);
  }
}

/** @returns the number that `text` writes plainly, with an exponent or as a fraction; null if it is none above 0. */
export function positiveNumber(text: string): number | null {
  const match = /^(\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?:\/(\d+(?:\.\d+)?))?$/i.exec(text);
  if (match === null) return null;
  const value = Number(match[1]) / Number(match[2] ?? '1');
  return Number.isFinite(value) && value > 0 ? value : null;
}

export function commandName(command: Pick<Command, 'words'>): string {
  return ['mammofed', ...command.words].join(' ');
}

/**
 * Reads a command's arguments by its table. Of an option given twice the last counts, so that a script can add its own.
 * @throws CliError `bad-usage` that names the argument and the next step.
 */
export function readArguments(command: Command, argv: readonly string[]): Arguments {
  const name = commandName(command);
  const values = new Map<string, string>();
  const switches = new Set<string>();
  if (command.passesArguments === true) return new Arguments(name, [], values, switches, argv);

  const positionals: string[] = [];
  const refuse = (problem: string): never => new Arguments(name, [], values, switches, argv).refuse(problem);
  // Not strict, so that the messages are ours; `tokens` says what was really typed.
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(command.options).map(([option, { value }]) => [
        option,
        { type: value === null ? ('boolean' as const) : ('string' as const) },
      ]),
    ),
  });
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = command.options[token.name];
    if (spec === undefined) refuse(`has no option ${token.rawName}`);
    else if (spec.value === null) {
      if (token.value !== undefined) refuse(`takes no value for --${token.name}`);
      switches.add(token.name);
    } else {
      // `--out --json` is a forgotten folder, not a folder called --json.
      const isMissing = token.value === undefined || (!token.inlineValue && token.value.startsWith('--'));
      if (isMissing) refuse(`needs a value after --${token.name}: --${token.name} ${spec.value}`);
      values.set(token.name, token.value as string);
    }
  }
  const extra = positionals[command.positionals.length];
  if (extra !== undefined) refuse(`does not understand '${extra}'`);
  const absent = command.positionals[positionals.length];
  if (absent !== undefined) refuse(`needs ${absent}`);
  for (const option of command.needed) {
    if (!values.has(option)) refuse(`needs --${option} ${command.options[option]?.value ?? ''}`.trimEnd());
  }
  return new Arguments(name, positionals, values, switches, argv);
}
