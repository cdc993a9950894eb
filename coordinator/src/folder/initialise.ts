import { chmod, readdir } from 'node:fs/promises';
import { fingerprint, generateIdentity, sodiumReady } from '@mammofed/privacy';
import { makeFolder, writeDurably, writeIdentity } from '@mammofed/storage';
import { checkedConfig, type CoordinatorConfig } from '../config.js';
import { coordinatorPaths } from '../coordinator-paths.js';
import { CoordinatorError } from '../errors.js';
import { newAdminToken } from './admin-token.js';

/**
 * Makes a coordinator's folder: its key, its admin token and its configuration. The configuration comes last: with it, the
 * folder is whole.
 * @returns the fingerprint of its key, which `mammofed consortium roster` shows too. Sites compare the root's, not this one.
 * @throws CoordinatorError `bad-configuration`, `already-initialised`, `bad-usage` if something else is in the folder
 * or the system does not let it be made.
 */
export async function initialise(dir: string, wanted: CoordinatorConfig): Promise<{ readonly fingerprint: string }> {
  const config = checkedConfig(wanted, 'what was asked for');
  const paths = coordinatorPaths(dir);
  await makeFolder(dir, 0o700).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CoordinatorError('bad-usage', `${dir} cannot be made: ${reason}. Choose another --dir.`, {}, error);
  });
  const present = await readdir(dir);
  if (present.includes('coordinator.json')) {
    throw new CoordinatorError(
      'already-initialised',
      `${dir} already holds a coordinator: start it, or choose another folder (its key and its runs are never overwritten)`,
    );
  }
  if (present.length > 0) {
    throw new CoordinatorError(
      'bad-usage',
      `${dir} is not empty: choose a new folder, or empty this one if it is left from an init that was broken off`,
    );
  }
  // The folder may have been there before, with other rights.
  await chmod(dir, 0o700);
  await sodiumReady();
  const identity = generateIdentity();
  const made = { fingerprint: fingerprint(identity.publicKey) };
  await writeIdentity(paths.identity, identity);
  await writeDurably(paths.adminToken, newAdminToken());
  await writeDurably(paths.config, `${JSON.stringify(config, null, 2)}\n`);
  return made;
}
