import { PrivacyError } from './errors.js';
import { Secret } from './secret.js';
import { equalBytes, sodium } from './sodium.js';
import type { HelloPart } from './transcript.js';

const KEY_BYTES = 32;
const NONCE_BYTES = 32;

/** The keys of one session: one for each direction, 32 bytes. */
export interface SessionKeys {
  readonly receive: Secret;
  readonly send: Secret;
}

/** X25519 key pair and nonce of one end of one connection. Good for one key agreement. */
export class Ephemeral {
  readonly publicKey: Uint8Array;
  readonly nonce = sodium.randombytes_buf(NONCE_BYTES);
  readonly #secretKey: Secret;

  constructor() {
    const { publicKey, privateKey } = sodium.crypto_kx_keypair();
    this.publicKey = publicKey;
    this.#secretKey = new Secret(privateKey);
  }

  /** @throws PrivacyError `bad-key` if the peer's key is of low order. */
  serverSessionKeys(clientKey: Uint8Array): SessionKeys {
    return this.#agree((secretKey) => sodium.crypto_kx_server_session_keys(this.publicKey, secretKey, clientKey));
  }

  /** @throws PrivacyError `bad-key` if the peer's key is of low order. */
  clientSessionKeys(serverKey: Uint8Array): SessionKeys {
    return this.#agree((secretKey) => sodium.crypto_kx_client_session_keys(this.publicKey, secretKey, serverKey));
  }

  /** Forward secrecy: with the secret key gone, nobody can open a recording of this session later. */
  wipe(): void {
    this.#secretKey.wipe();
  }

  #agree(derive: (secretKey: Uint8Array) => { sharedRx: Uint8Array; sharedTx: Uint8Array }): SessionKeys {
    const secretKey = this.#secretKey.reveal();
    try {
      const { sharedRx, sharedTx } = derive(secretKey);
      return { receive: new Secret(sharedRx), send: new Secret(sharedTx) };
    } catch (cause) {
      // libsodium refuses points of low order, which would make a shared secret that anyone knows.
      throw new PrivacyError('bad-key', 'the other end sent a key that is not usable', {}, cause);
    } finally {
      this.wipe();
    }
  }
}

/** @throws PrivacyError `bad-key` for malformed parts, and for our own parts sent back to us (reflection). */
export function assertPeerPart(peer: HelloPart, own: HelloPart): void {
  const isMalformed =
    peer.identityKey.length !== KEY_BYTES ||
    peer.ephemeralKey.length !== KEY_BYTES ||
    peer.nonce.length !== NONCE_BYTES;
  if (isMalformed) throw new PrivacyError('bad-key', 'a key or nonce of the handshake has a wrong length');
  const isReflected =
    equalBytes(peer.identityKey, own.identityKey) ||
    equalBytes(peer.ephemeralKey, own.ephemeralKey) ||
    equalBytes(peer.nonce, own.nonce);
  if (isReflected) throw new PrivacyError('bad-key', 'the other end sent our own key back');
}
