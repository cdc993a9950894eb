import { resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { CoordinatorConfig } from './config.js';
import { CoordinatorError } from './errors.js';

const DEFAULT_NAME = 'MammoFed coordinator';
const DEFAULT_HOST = '127.0.0.1';
const DEFAULT_PORT = 8440;

export type Command =
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'init'; readonly dir: string; readonly config: CoordinatorConfig }
  | { readonly kind: 'start'; readonly dir: string; readonly databaseUrlFile: string | null };

const HELP = `A consortium's coordinator: sites connect to it, rounds are run and models are kept by it.

  coordinator init --dir DIR [--name TEXT] [--host HOST] [--port PORT] [--public-url URL]
      makes a coordinator in the new folder DIR: its key, its admin token and its configuration
      --name        shown to people (${DEFAULT_NAME})
      --host        address to listen on (${DEFAULT_HOST}: this machine alone)
      --port        port for sites and administrators; 0 takes any free one (${DEFAULT_PORT})
      --public-url  what sites connect to, if that is another address (a reverse proxy, a public name)
      --database-url-file  as below, kept in the configuration

  coordinator start --dir DIR [--database-url-file FILE]
      runs the coordinator of DIR until it is stopped (Ctrl-C)
      --database-url-file  file of mode 600 that holds the URL of a PostgreSQL database of its own,
                           postgres://USER:PASSWORD@HOST:PORT/DATABASE; without it the environment's DATABASE_URL
                           counts, and without that the embedded database in DIR

Example:
  mammofed coordinator init --dir ./coordinator && mammofed coordinator start --dir ./coordinator
`;

const INIT_OPTIONS = {
  dir: { type: 'string' },
  name: { type: 'string' },
  host: { type: 'string' },
  port: { type: 'string' },
  'public-url': { type: 'string' },
  'database-url-file': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options'];

const START_OPTIONS = {
  dir: { type: 'string' },
  'database-url-file': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options'];

/**
 * What the arguments ask for. The values of `init` are checked with the configuration that they become.
 * @throws CoordinatorError `bad-usage`.
 */
export function parseCommandLine(args: readonly string[]): Command {
  const [word, ...rest] = args;
  switch (word) {
    case 'init': {
      const values = optionsOf(() => parseArgs({ args: rest, options: INIT_OPTIONS }).values);
      if (values.help === true) return { kind: 'help', text: HELP };
      const config: CoordinatorConfig = {
        name: values.name ?? DEFAULT_NAME,
        host: values.host ?? DEFAULT_HOST,
        port: values.port === undefined ? DEFAULT_PORT : portOf(values.port),
        publicUrl: values['public-url'] ?? null,
        ...(values['database-url-file'] === undefined ? {} : { databaseUrlFile: resolve(values['database-url-file']) }),
      };
      return { kind: 'init', dir: dirOf(values.dir), config };
    }
    case 'start': {
      const values = optionsOf(() => parseArgs({ args: rest, options: START_OPTIONS }).values);
      if (values.help === true) return { kind: 'help', text: HELP };
      return { kind: 'start', dir: dirOf(values.dir), databaseUrlFile: values['database-url-file'] ?? null };
    }
    case '--help':
    case '-h':
      return { kind: 'help', text: HELP };
    default:
      return refuse(word === undefined ? 'a command is missing' : `there is no command ${word}`);
  }
}

function refuse(what: string): never {
  throw new CoordinatorError('bad-usage', `${what}: the commands are init and start, and --help explains them`);
}

function optionsOf<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    // Its first sentence names the option; the rest is advice to programmers.
    const [problem = 'the options are not sound'] = (error as Error).message.split(/\. |\n/);
    return refuse(problem.replace(/\.$/, ''));
  }
}

function dirOf(dir: string | undefined): string {
  return dir === undefined || dir === '' ? refuse('--dir is missing') : dir;
}

function portOf(text: string): number {
  return /^\d{1,5}$/.test(text) ? Number(text) : refuse(`--port takes a number from 0 to 65535, not ${text}`);
}
