import { createPrivateKey, createPublicKey, timingSafeEqual } from 'node:crypto';
import { open } from 'node:fs/promises';
import { Secret, type Identity } from '@mammofed/privacy';
import { CoordinatorError } from '../errors.js';

/** Length of an Ed25519 secret key in libsodium's form: seed ‖ public key. */
const SECRET_KEY_BYTES = 64;
const SEED_BYTES = 32;
/** `init` writes 43 characters; an administrator may have put another token there, but not an empty or a guessable one. */
const MIN_TOKEN_CHARACTERS = 32;

/**
 * Reads a file that only its owner may read.
 * @throws CoordinatorError `not-initialised` if it is missing, `unsafe-key-file` if others can read or write it.
 */
async function readSecretFile(path: string): Promise<string> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new CoordinatorError(
      'not-initialised',
      `${path} is missing: restore it from a backup, or make a new coordinator in another folder`,
      {},
      error,
    );
  });
  try {
    // Of the opened file, so that what is checked is what is read. Windows keeps no such bits.
    const { mode } = await handle.stat();
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new CoordinatorError(
        'unsafe-key-file',
        `${path} can be read by other users of this machine: make it private (chmod 600) and consider whether they have read it`,
      );
    }
    return (await handle.readFile('utf8')).trim();
  } finally {
    await handle.close();
  }
}

/** What `identity.key` holds: the secret key in hexadecimal. */
export function identityText({ secretKey }: Identity): string {
  return `${Buffer.from(secretKey.reveal()).toString('hex')}\n`;
}

/**
 * The coordinator's identity.
 * @throws CoordinatorError `not-initialised` | `unsafe-key-file` | `corrupt-content`.
 */
export async function readIdentity(path: string): Promise<Identity> {
  const text = await readSecretFile(path);
  const secretKey = new Uint8Array(Buffer.from(text, 'hex'));
  // Signing with a public half that belongs to another seed would give the secret key away.
  if (!/^[0-9a-f]{128}$/.test(text) || secretKey.length !== SECRET_KEY_BYTES || !halvesMatch(secretKey)) {
    throw new CoordinatorError('corrupt-content', `${path} does not hold a key: restore it from a backup`);
  }
  return { publicKey: secretKey.slice(SEED_BYTES), secretKey: new Secret(secretKey) };
}

/** @throws CoordinatorError `not-initialised` | `unsafe-key-file` | `corrupt-content`. */
export async function readAdminToken(path: string): Promise<string> {
  const token = await readSecretFile(path);
  if (token.length < MIN_TOKEN_CHARACTERS) {
    throw new CoordinatorError('corrupt-content', `${path} does not hold an admin token: restore it from a backup`);
  }
  return token;
}

function halvesMatch(secretKey: Uint8Array): boolean {
  const [seed, publicKey] = [secretKey.subarray(0, SEED_BYTES), secretKey.subarray(SEED_BYTES)];
  const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
  const key = createPrivateKey({
    key: { kty: 'OKP', crv: 'Ed25519', d: base64url(seed), x: base64url(publicKey) },
    format: 'jwk',
  });
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  const derived = Buffer.from(x ?? '', 'base64url');
  return derived.length === publicKey.length && timingSafeEqual(derived, publicKey);
}
