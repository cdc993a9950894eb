import { createHash } from 'node:crypto';
import { canonicalJson, sha256Hex, type RunConfig } from '@mammofed/core';
import { rootNamedIn, signRun, sodiumReady, type StatementSignature } from '@mammofed/privacy';
import type { Arguments, OptionSpec } from '../command-line.js';
import type { CoordinatorClient } from '../coordinator-client.js';
import { CliError } from '../errors.js';
import { passphraseFor } from './passphrase.js';
import { SignerFolder } from './signer-folder.js';

/** The options of a command that signs as a model signer. */
export const SIGNER_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  signer: { value: 'DIR', about: "a model signer's folder: signs the run; needed once the roster lists signers" },
  'passphrase-file': {
    value: 'FILE',
    about: "holds the passphrase of the signer's key, for its owner alone; otherwise it is asked for",
  },
};

/**
 * Signs a run's configuration with `--signer`.
 * @returns null where the option is not given.
 * @throws CliError `not-a-signer`, `other-consortium`; StorageError; PrivacyError `wrong-passphrase`.
 */
export async function runSignature(
  args: Arguments,
  config: RunConfig,
  client: CoordinatorClient,
): Promise<StatementSignature | null> {
  const dir = args.text('signer');
  if (dir === undefined) return null;
  await sodiumReady();
  const folder = await SignerFolder.open(dir);
  const { roster } = await client.consortium();
  if (roster === null)
    throw new CliError('other-consortium', 'The coordinator has no roster to sign for. Run: mammofed consortium init');
  // The coordinator's word, held to what this key signed for before: in another consortium the signature counts for nothing.
  const root = Buffer.from(rootNamedIn(Buffer.from(roster))).toString('hex');
  await folder.assertSignsFor(root);
  const identity = await folder.unlock(() => passphraseFor(args, "signer's"));
  const configSha256 = sha256Hex(createHash('sha256').update(canonicalJson(config)).digest('hex'));
  return signRun({ consortium: root, study: config.study, configSha256 }, identity);
}
