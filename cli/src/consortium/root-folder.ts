import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  generateIdentity,
  openRoster,
  rootNamedIn,
  type Identity,
  type Secret,
  type SignedRoster,
} from '@mammofed/privacy';
import { makeFolder, unlockIdentity, writeDurably, writeIdentity, writeSealedIdentity } from '@mammofed/storage';
import { CliError } from '../errors.js';

const KEY = 'root.key';
const ROSTER = 'roster';

/**
 * Where the consortium's administrator keeps the root's key and the newest roster. It belongs on a machine of its own, not
 * on the coordinator's: whoever has this folder (and the passphrase) decides who is a site.
 */
export class RootFolder {
  private constructor(readonly dir: string) {}

  /**
   * Makes the folder and the key; of an init that was broken off, takes the key that there is.
   * @param passphrase - asked for if a key is made; null: the key lies there as it is, for its owner's eyes.
   * @throws CliError `folder-in-use`.
   */
  static async make(dir: string, passphrase: () => Promise<Secret | null>): Promise<RootFolder> {
    await makeFolder(dir, 0o700).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new CliError('folder-in-use', `${dir} cannot be made: ${reason}. Choose another --root.`, {}, error);
    });
    const names = await readdir(dir);
    if (names.includes(KEY)) return new RootFolder(dir);
    if (names.length > 0) {
      throw new CliError('folder-in-use', `${dir} holds something else. Choose a new folder with --root.`);
    }
    const secret = await passphrase();
    const path = join(dir, KEY);
    if (secret === null) await writeIdentity(path, generateIdentity());
    else await writeSealedIdentity(path, generateIdentity(), secret);
    return new RootFolder(dir);
  }

  /** @throws CliError `not-a-root`. */
  static async open(dir: string): Promise<RootFolder> {
    const folder = new RootFolder(dir);
    if ((await folder.roster()) !== null) return folder;
    throw new CliError(
      'not-a-root',
      `${dir} does not hold the root of a consortium. Make one: mammofed consortium init`,
    );
  }

  /** The newest roster that this root has signed, as far as this folder knows; null before the first. */
  async roster(): Promise<SignedRoster | null> {
    const bytes = await readFile(join(this.dir, ROSTER)).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    });
    // Its own folder says which root this is.
    return bytes === null ? null : openRoster(new Uint8Array(bytes), rootNamedIn(new Uint8Array(bytes)));
  }

  async keep({ bytes }: SignedRoster): Promise<void> {
    await writeDurably(join(this.dir, ROSTER), bytes);
  }

  /** @throws StorageError; PrivacyError `wrong-passphrase`. */
  unlock(passphrase: () => Promise<Secret>): Promise<Identity> {
    return unlockIdentity(join(this.dir, KEY), passphrase);
  }
}
