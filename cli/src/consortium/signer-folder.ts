import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprint, generateIdentity, signerRequest, type Identity, type Secret } from '@mammofed/privacy';
import { makeFolder, unlockIdentity, writeDurably, writeIdentity, writeSealedIdentity } from '@mammofed/storage';
import { CliError } from '../errors.js';

const KEY = 'signer.key';
const REQUEST = 'request.json';
/** The root of the consortium that this key signs for, 64 hexadecimal digits. */
const CONSORTIUM = 'consortium';

/** Where a model signer keeps their key, on a machine of their own: whoever has it can vouch for studies in their name. */
export class SignerFolder {
  private constructor(readonly dir: string) {}

  /**
   * Makes a folder with a key and the request to be listed.
   * @param passphrase - null: the key lies there as it is, for its owner's eyes.
   * @throws CliError `folder-in-use`; PrivacyError `bad-signer-request` for a name that no roster takes.
   */
  static async make(dir: string, name: string, passphrase: () => Promise<Secret | null>): Promise<SignerFolder> {
    const identity = generateIdentity();
    const request = signerRequest(name, identity);
    await makeFolder(dir, 0o700).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new CliError('folder-in-use', `${dir} cannot be made: ${reason}. Choose another --signer.`, {}, error);
    });
    if ((await readdir(dir)).length > 0) {
      throw new CliError('folder-in-use', `${dir} holds something else. Choose a new folder with --signer.`);
    }
    const secret = await passphrase();
    if (secret === null) await writeIdentity(join(dir, KEY), identity);
    else await writeSealedIdentity(join(dir, KEY), identity, secret);
    await writeDurably(join(dir, REQUEST), request, 0o600);
    return new SignerFolder(dir);
  }

  /** @throws CliError `not-a-signer`. */
  static async open(dir: string): Promise<SignerFolder> {
    const names = await readdir(dir).catch((): string[] => []);
    if (names.includes(KEY)) return new SignerFolder(dir);
    throw new CliError(
      'not-a-signer',
      `${dir} holds no model signer's key. Make one: mammofed consortium signer keygen`,
    );
  }

  /** What is handed to the consortium's administrator. */
  get requestFile(): string {
    return join(this.dir, REQUEST);
  }

  /**
   * Holds the key to one consortium: the first one that it signs for.
   * @param root - key of the consortium's root, 64 hexadecimal digits.
   * @returns whether it is the first time.
   * @throws CliError `other-consortium`.
   */
  async assertSignsFor(root: string): Promise<boolean> {
    const path = join(this.dir, CONSORTIUM);
    const pinned = await readFile(path, 'utf8').catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    });
    if (pinned === null) {
      await writeDurably(path, `${root}\n`, 0o600);
      return true;
    }
    if (pinned.trim() === root) return false;
    const print = fingerprint(new Uint8Array(Buffer.from(root, 'hex')));
    throw new CliError(
      'other-consortium',
      `The key in ${this.dir} signs for another consortium than this one (${print}): nothing was signed. Check --dir; if the consortium was set up anew, remove ${path}.`,
    );
  }

  /** @throws StorageError; PrivacyError `wrong-passphrase`. */
  unlock(passphrase: () => Promise<Secret>): Promise<Identity> {
    return unlockIdentity(join(this.dir, KEY), passphrase);
  }
}
