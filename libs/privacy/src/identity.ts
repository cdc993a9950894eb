import { encodeBase32 } from './base32.js';
import { Secret } from './secret.js';
import { sha256 } from './sha256.js';
import { sodium } from './sodium.js';

/** An Ed25519 key pair: who a coordinator or a site is. */
export interface Identity {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** 64 bytes (libsodium's form: seed ‖ public key). */
  readonly secretKey: Secret;
}

export function generateIdentity(): Identity {
  const { publicKey, privateKey } = sodium.crypto_sign_keypair();
  return { publicKey, secretKey: new Secret(privateKey) };
}

/** 100 bits of SHA-256 would do to tell keys apart by telephone; 20 characters of 5 bits are exactly that many. */
const FINGERPRINT_CHARACTERS = 20;

/** The first 100 bits of SHA-256(public key) as five groups of four base-32 characters, to be read aloud. */
export function fingerprint(publicKey: Uint8Array): string {
  const characters = encodeBase32(sha256(publicKey)).slice(0, FINGERPRINT_CHARACTERS);
  return (characters.match(/.{4}/g) ?? []).join('-');
}
