import { createPrivateKey, createPublicKey, timingSafeEqual } from 'node:crypto';
import { open } from 'node:fs/promises';
import { openKey, sealKey, Secret, type Identity, type KeyBoxCost } from '@mammofed/privacy';
import { writeDurably } from './durable-file.js';
import { StorageError } from './errors.js';

/** Length of an Ed25519 secret key in libsodium's form: seed ‖ public key. */
const SECRET_KEY_BYTES = 64;
const SEED_BYTES = 32;

/** How the line of a key under a passphrase begins; passes, bytes of memory, salt, nonce and box follow. */
const SEALED = 'argon2id';
const SEALED_KEY = /^argon2id (\d{1,9}) (\d{1,12}) ([0-9a-f]{32}) ([0-9a-f]{48}) ([0-9a-f]{160})$/;

/**
 * Reads a file that only its owner may read.
 * @throws StorageError `missing-key-file` if it is not there, `unsafe-key-file` if others can read or write it.
 */
export async function readSecretFile(path: string): Promise<string> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new StorageError(
      'missing-key-file',
      `${path} is missing: restore it from a backup, or set up anew in another folder`,
      {},
      error,
    );
  });
  try {
    // Of the opened file, so that what is checked is what is read. Windows keeps no such bits.
    const { mode } = await handle.stat();
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new StorageError(
        'unsafe-key-file',
        `${path} can be read by other users of this machine: make it private (chmod 600) and consider whether they have read it`,
      );
    }
    return (await handle.readFile('utf8')).trim();
  } finally {
    await handle.close();
  }
}

/** Writes an identity's secret key, in hexadecimal, for its owner alone; it is on disk when this returns. */
export async function writeIdentity(path: string, { secretKey }: Identity): Promise<void> {
  await writeDurably(
    path,
    `${Buffer.from(secretKey.reveal()).toString('hex')}
`,
    0o600,
  );
}

/**
 * Writes an identity's secret key under a passphrase, for its owner alone; it is on disk when this returns.
 * @param cost - less than usual in tests.
 */
export async function writeSealedIdentity(
  path: string,
  { secretKey }: Identity,
  passphrase: Secret,
  cost?: KeyBoxCost,
): Promise<void> {
  const { passes, memoryBytes, salt, nonce, box } = sealKey(secretKey, passphrase, cost);
  const parts = [SEALED, passes, memoryBytes, ...[salt, nonce, box].map((bytes) => Buffer.from(bytes).toString('hex'))];
  await writeDurably(path, `${parts.join(' ')}\n`, 0o600);
}

/**
 * Reads what {@link writeIdentity} wrote.
 * @throws StorageError `missing-key-file` | `unsafe-key-file` | `corrupt-key-file`.
 */
export async function readIdentity(path: string): Promise<Identity> {
  return identityIn(await readSecretFile(path), path);
}

/**
 * Reads what {@link writeIdentity} or {@link writeSealedIdentity} wrote.
 * @param passphrase - asked for if the key is under one.
 * @throws StorageError `missing-key-file` | `unsafe-key-file` | `corrupt-key-file`; PrivacyError `wrong-passphrase`.
 */
export async function unlockIdentity(path: string, passphrase: () => Promise<Secret>): Promise<Identity> {
  const text = await readSecretFile(path);
  if (!text.startsWith(SEALED)) return identityIn(text, path);
  const [, passes, memoryBytes, ...hex] = SEALED_KEY.exec(text) ?? [];
  if (passes === undefined) throw corrupt(path);
  const [salt, nonce, box] = hex.map((part) => new Uint8Array(Buffer.from(part, 'hex'))) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const keyBox = { passes: Number(passes), memoryBytes: Number(memoryBytes), salt, nonce, box };
  return identityOf(openKey(keyBox, await passphrase()).reveal(), path);
}

function identityIn(text: string, path: string): Identity {
  if (!/^[0-9a-f]{128}$/.test(text)) throw corrupt(path);
  return identityOf(new Uint8Array(Buffer.from(text, 'hex')), path);
}

/** Signing with a public half that belongs to another seed would give the secret key away. */
function identityOf(secretKey: Uint8Array, path: string): Identity {
  if (secretKey.length !== SECRET_KEY_BYTES || !halvesMatch(secretKey)) throw corrupt(path);
  return { publicKey: secretKey.slice(SEED_BYTES), secretKey: new Secret(secretKey) };
}

function corrupt(path: string): StorageError {
  return new StorageError('corrupt-key-file', `${path} does not hold a key: restore it from a backup`);
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
