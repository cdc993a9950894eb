import { Writable } from 'node:stream';
import { Secret } from '@mammofed/privacy';
import { readSecretFile } from '@mammofed/storage';
import type { Arguments } from '../command-line.js';
import { askOn } from './terminal.js';

/** A passphrase that is guessed in an evening protects nothing. */
const MIN_CHARACTERS = 8;

/**
 * The passphrase of a key that there is: from the option's file, or typed.
 * @param whose - key it is, for the question.
 * @throws CliError `bad-usage` where nobody can type it; StorageError of the file.
 */
export async function passphraseFor(args: Arguments, whose = "root's", option = 'passphrase-file'): Promise<Secret> {
  const file = args.text(option);
  if (file !== undefined) return secretOf(await readSecretFile(file));
  return secretOf(await typedInSecret(args, `Passphrase of the ${whose} key: `));
}

/**
 * The passphrase of a key that is made; null with `--no-passphrase`.
 * @throws CliError `bad-usage` for one that is too short, or typed differently the second time.
 */
export async function newPassphrase(args: Arguments, whose = "root's"): Promise<Secret | null> {
  if (args.isSet('no-passphrase')) return null;
  const file = args.text('passphrase-file');
  const text =
    file === undefined
      ? await typedInSecret(args, `New passphrase for the ${whose} key: `)
      : await readSecretFile(file);
  if (text.length < MIN_CHARACTERS) args.refuse(`needs a passphrase of at least ${MIN_CHARACTERS} characters`);
  if (file === undefined && (await typedInSecret(args, 'The same again: ')) !== text) {
    args.refuse('was given two different passphrases');
  }
  return secretOf(text);
}

/** Asks a question on the terminal. @throws CliError `bad-usage` with `instead` where there is none. */
export async function typed(args: Arguments, question: string, instead: string): Promise<string> {
  return ask(args, question, instead, process.stderr);
}

function typedInSecret(args: Arguments, question: string): Promise<string> {
  // The terminal's echo goes through the interface, which writes it nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const instead = 'takes --passphrase-file FILE, or --no-passphrase where a key is made';
  return ask(args, question, instead, nowhere).finally(() => process.stderr.write('\n'));
}

async function ask(args: Arguments, question: string, instead: string, echo: Writable): Promise<string> {
  if (process.stdin.isTTY !== true) args.refuse(`has no terminal to ask on: it ${instead}`);
  const terminal = { input: process.stdin, output: process.stderr };
  return (await askOn(terminal, question, echo)) ?? args.refuse(`was given no answer: it also ${instead}`);
}

function secretOf(text: string): Secret {
  return new Secret(new TextEncoder().encode(text));
}
