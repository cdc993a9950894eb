import { access, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  generateIdentity,
  openRoster,
  rootNamedIn,
  type Identity,
  type Secret,
  type SignedRoster,
} from '@mammofed/privacy';
import {
  FolderLock,
  makeFolder,
  unlockIdentity,
  writeDurably,
  writeIdentity,
  writeSealedIdentity,
} from '@mammofed/storage';
import { CliError } from '../errors.js';

const KEY = 'root.key';
const ROSTER = 'roster';
const LOCK = 'lock';

/**
 * Where the consortium's administrator keeps the root's key and the newest roster. It belongs on a machine of its own, not
 * on the coordinator's: whoever has this folder (and the passphrase) decides who is a site.
 */
export class RootFolder {
  private constructor(readonly dir: string) {}

  /** Whether there is a root's key in a folder, which need not exist. */
  static async hasKey(dir: string): Promise<boolean> {
    return access(join(dir, KEY)).then(
      () => true,
      () => false,
    );
  }

  /**
   * Makes the folder and the key; of an init that was broken off, takes the key that there is.
   * @param passphrase - asked for if a key is made; null: the key lies there as it is, for its owner's eyes.
   * @throws CliError `folder-in-use` if something else is in it; StorageError `folder-in-use` if another command is.
   */
  static async make(dir: string, passphrase: () => Promise<Secret | null>): Promise<RootFolder> {
    await makeFolder(dir, 0o700).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new CliError('folder-in-use', `${dir} cannot be made: ${reason}. Choose another --root.`, {}, error);
    });
    const names = (await readdir(dir)).filter((name) => name !== LOCK);
    if (names.length > 0 && !names.includes(KEY)) {
      throw new CliError('folder-in-use', `${dir} holds something else. Choose a new folder with --root.`);
    }
    const folder = new RootFolder(dir);
    await folder.locked(async () => {
      if (!(await RootFolder.hasKey(dir))) await folder.#makeKey(await passphrase());
    });
    return folder;
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

  /**
   * Does something that reads this folder and changes it, alone: of two commands at once, each would sign the next version.
   * Not to be nested.
   * @throws StorageError `folder-in-use` while another process does.
   */
  async locked<T>(work: () => Promise<T>): Promise<T> {
    const lock = await FolderLock.take(join(this.dir, LOCK));
    try {
      return await work();
    } finally {
      await lock.release();
    }
  }

  async #makeKey(passphrase: Secret | null): Promise<void> {
    const path = join(this.dir, KEY);
    if (passphrase === null) await writeIdentity(path, generateIdentity());
    else await writeSealedIdentity(path, generateIdentity(), passphrase);
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
