import { PrivacyError } from './errors.js';
import { Secret } from './secret.js';
import { sodium } from './sodium.js';

/** What guessing a passphrase costs. */
export interface KeyBoxCost {
  /** Argon2id's passes, and its memory in bytes. */
  readonly passes: number;
  readonly memoryBytes: number;
}

/** A secret key under a passphrase: Argon2id makes the key of a secretbox (XSalsa20-Poly1305). */
export interface KeyBox extends KeyBoxCost {
  /** 16 bytes. */
  readonly salt: Uint8Array;
  /** 24 bytes. */
  readonly nonce: Uint8Array;
  /** The key and 16 bytes of authentication. */
  readonly box: Uint8Array;
}

/** What a box may ask of whoever opens it: libsodium's own "sensitive" setting, 4 passes over 1 GiB. */
const MOST = { passes: 4, memoryBytes: 1024 ** 3 };

/** libsodium's "moderate" setting: about a second. */
const USUAL_COST: KeyBoxCost = { passes: 3, memoryBytes: 256 * 1024 ** 2 };

/** @param passphrase - secret. @param cost - less than usual in tests. */
export function sealKey(key: Secret, passphrase: Secret, { passes, memoryBytes } = USUAL_COST): KeyBox {
  const salt = sodium.randombytes_buf(sodium.crypto_pwhash_SALTBYTES);
  const nonce = sodium.randombytes_buf(sodium.crypto_secretbox_NONCEBYTES);
  const boxKey = derived(passphrase, { passes, memoryBytes, salt });
  const box = sodium.crypto_secretbox_easy(key.reveal(), nonce, boxKey);
  boxKey.fill(0);
  return { passes, memoryBytes, salt, nonce, box };
}

/** @throws PrivacyError `wrong-passphrase`, also for a box that was altered or that nobody made. */
export function openKey(keyBox: KeyBox, passphrase: Secret): Secret {
  const { passes, memoryBytes, nonce, box } = keyBox;
  if (passes > MOST.passes || memoryBytes > MOST.memoryBytes) throw wrongPassphrase();
  try {
    const boxKey = derived(passphrase, keyBox);
    const key = sodium.crypto_secretbox_open_easy(box, nonce, boxKey);
    boxKey.fill(0);
    return new Secret(key);
  } catch (cause) {
    throw wrongPassphrase(cause);
  }
}

function derived(
  passphrase: Secret,
  { passes, memoryBytes, salt }: KeyBoxCost & { readonly salt: Uint8Array },
): Uint8Array {
  return sodium.crypto_pwhash(
    sodium.crypto_secretbox_KEYBYTES,
    passphrase.reveal(),
    salt,
    passes,
    memoryBytes,
    sodium.crypto_pwhash_ALG_ARGON2ID13,
  );
}

function wrongPassphrase(cause?: unknown): PrivacyError {
  return new PrivacyError(
    'wrong-passphrase',
    'the passphrase does not open this key: try again; a key whose passphrase is lost cannot be had back',
    {},
    cause,
  );
}
