import { readFile } from 'node:fs/promises';
import { openSignerRequest, sodiumReady, withoutSigner, withSigner, type SignedRoster } from '@mammofed/privacy';
import type { Arguments, Command } from '../command-line.js';
import { assertSameFingerprint } from '../consortium/approval.js';
import { newPassphrase, passphraseFor, typed } from '../consortium/passphrase.js';
import { RootFolder } from '../consortium/root-folder.js';
import { SignerFolder } from '../consortium/signer-folder.js';
import { printOf, signersText } from '../consortium/signer-text.js';
import { CliError } from '../errors.js';
import { JSON_OPTION } from './common-options.js';
import { BOTH, FOLDERS, opened, PASSPHRASE_FILE, tell } from './consortium.js';

const SIGNER_DIR = { value: 'DIR', about: "the signer's own folder: key and request" };

const keygenCommand: Command = {
  words: ['consortium', 'signer', 'keygen'],
  summary: "makes a model signer's key, on the signer's machine, and the request to be listed",
  details:
    "A model signer vouches for the configuration of studies: once the roster lists one, no site trains for a run that none signed. Hand request.json of the folder to the consortium's administrator and read the fingerprint aloud, by telephone; the key stays.",
  positionals: ['NAME'],
  options: {
    signer: SIGNER_DIR,
    'passphrase-file': { ...PASSPHRASE_FILE, about: 'holds the passphrase that the key is put under' },
    'no-passphrase': { value: null, about: 'leaves the key open to whoever reads its file' },
    json: JSON_OPTION,
  },
  needed: ['signer'],
  examples: ['mammofed consortium signer keygen dr-weber --signer ./signer'],
  async run(args, screen) {
    await sodiumReady();
    const [name = ''] = args.positionals;
    const folder = await SignerFolder.make(args.needed('signer'), name, () => newPassphrase(args, "signer's"));
    const { key } = openSignerRequest(await readFile(folder.requestFile, 'utf8'));
    if (args.isSet('json')) {
      screen.print(JSON.stringify({ name, fingerprint: printOf(key), request: folder.requestFile }));
      return 0;
    }
    screen.print(`The key of ${name} is in ${folder.dir}; its fingerprint is ${printOf(key)}.`);
    screen.print(`Hand ${folder.requestFile} to the consortium's administrator, who runs:`);
    screen.print('  mammofed consortium signer add --request FILE --root DIR --dir DIR');
    return 0;
  },
};

const addCommand: Command = {
  words: ['consortium', 'signer', 'add'],
  summary: 'lets somebody sign studies, once the fingerprint of their key was compared',
  details:
    'From then on every run needs the signature of a model signer: those under way that have none are refused by the sites. Have the signer read the fingerprint aloud; with --fingerprint it is what they read.',
  positionals: [],
  options: {
    ...BOTH,
    request: { value: 'FILE', about: 'what the signer handed over, made by signer keygen' },
    fingerprint: { value: 'F', about: 'what the signer reads aloud' },
    'passphrase-file': PASSPHRASE_FILE,
    json: JSON_OPTION,
  },
  needed: ['root', 'dir', 'request'],
  examples: [`mammofed consortium signer add --request ./request.json ${FOLDERS}`],
  async run(args, screen) {
    const { folder, desk } = await opened(args);
    const signer = openSignerRequest(await requestText(args.needed('request')));
    await assertCompared(args, signer.name, printOf(signer.key));
    const root = await folder.unlock(() => passphraseFor(args));
    const signed = await desk.sign(root, (roster) => withSigner(roster, signer));
    return tell(args, screen, signed, `${signer.name} is a model signer now.`);
  },
};

const removeCommand: Command = {
  words: ['consortium', 'signer', 'remove'],
  summary: 'takes a model signer off the roster: what they signed counts no longer',
  details: 'Sites refuse their runs from then on, also those that are under way.',
  positionals: ['NAME'],
  options: { ...BOTH, 'passphrase-file': PASSPHRASE_FILE, json: JSON_OPTION },
  needed: ['root', 'dir'],
  examples: [`mammofed consortium signer remove dr-weber ${FOLDERS}`],
  async run(args, screen) {
    const [name = ''] = args.positionals;
    const { folder, desk } = await opened(args);
    const root = await folder.unlock(() => passphraseFor(args));
    const signed = await desk.sign(root, (roster) => withoutSigner(roster, name));
    return tell(args, screen, signed, `${name} is no model signer any more.`);
  },
};

const listCommand: Command = {
  words: ['consortium', 'signer', 'list'],
  summary: 'shows who may sign studies',
  details: 'With --dir the roster is that of the coordinator, where it is the newer one.',
  positionals: [],
  options: { ...BOTH, json: JSON_OPTION },
  needed: ['root'],
  examples: ['mammofed consortium signer list --root ./consortium'],
  async run(args, screen) {
    await sodiumReady();
    const { roster } = await newest(args);
    const signers = roster.modelSigners.map(({ name, key }) => ({ name, fingerprint: printOf(key) }));
    if (args.isSet('json')) screen.print(JSON.stringify({ modelSigners: signers }));
    else for (const line of signersText(roster.modelSigners)) screen.print(line);
    return 0;
  },
};

async function newest(args: Arguments): Promise<SignedRoster> {
  if (args.text('dir') !== undefined) return (await opened(args)).desk.newest;
  return (await (await RootFolder.open(args.needed('root'))).roster()) as SignedRoster;
}

async function requestText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError('bad-data', `The request cannot be read: ${reason}. Check --request.`, {}, error);
  });
}

/** Asks where `--fingerprint` does not say it. @throws CliError `wrong-fingerprint`. */
async function assertCompared(args: Arguments, name: string, shown: string): Promise<void> {
  const question = `The key of ${name} has the fingerprint\n  ${shown}\nDoes ${name} read the same? (yes/no) `;
  const answer = async (): Promise<string> =>
    /^\s*yes\s*$/i.test(await typed(args, question, 'takes --fingerprint F')) ? shown : '';
  assertSameFingerprint(name, args.text('fingerprint') ?? (await answer()), shown);
}

export const SIGNER_COMMANDS: readonly Command[] = [keygenCommand, addCommand, removeCommand, listCommand];
