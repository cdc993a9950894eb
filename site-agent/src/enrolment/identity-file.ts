import { readFile, stat } from 'node:fs/promises';
import { generateIdentity, Secret, type Identity } from '@mammofed/privacy';
import { writeDurably } from '../durable-file.js';
import { SiteError } from '../errors.js';

/** libsodium's form of an Ed25519 secret key: seed ‖ public key. */
const SECRET_KEY_BYTES = 64;
const SEED_BYTES = 32;
const OTHERS = 0o077;

/**
 * Reads the site's key.
 * @throws SiteError `not-enrolled` if there is none, `unsafe-key-file` if others can read it or it is not a key.
 */
export async function readIdentity(path: string): Promise<Identity> {
  let text: string;
  try {
    // Windows has no such bits; its folders inherit their owner's rights.
    if (process.platform !== 'win32' && ((await stat(path)).mode & OTHERS) !== 0) {
      throw new SiteError(
        'unsafe-key-file',
        `${path} can be read by others on this machine: run chmod 600 on it, or enrol anew if somebody may have copied it`,
      );
    }
    text = (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new SiteError(
      'not-enrolled',
      `${path} is missing: restore it from a backup, or enrol this site anew with a new join code`,
    );
  }
  if (!/^[0-9a-f]+$/.test(text) || text.length !== 2 * SECRET_KEY_BYTES) {
    throw new SiteError(
      'unsafe-key-file',
      `${path} is not a site's key: restore it from a backup, or enrol this site anew`,
    );
  }
  const secretKey = new Uint8Array(Buffer.from(text, 'hex'));
  return { publicKey: secretKey.slice(SEED_BYTES), secretKey: new Secret(secretKey) };
}

/**
 * The key of an enrolment that is under way: the one an earlier, interrupted try made, or a new one. It is on disk when
 * this returns: a code that is used up for a key that a crash then loses could never be used again.
 */
export async function readOrMakeIdentity(path: string): Promise<Identity> {
  try {
    return await readIdentity(path);
  } catch (error) {
    if (!(error instanceof SiteError && error.code === 'not-enrolled')) throw error;
  }
  const identity = generateIdentity();
  await writeDurably(path, `${Buffer.from(identity.secretKey.reveal()).toString('hex')}\n`, 0o600);
  return identity;
}
