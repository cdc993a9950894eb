import type { Identity } from './identity.js';
import { sha256 } from './sha256.js';
import { sodium } from './sodium.js';

const DOMAIN = 'mammofed enrolment v1\0';

/** What a machine asks for that wants to be a site: to belong to this consortium, by this code. */
export interface EnrolmentRequestFields {
  /** Ed25519 public keys, 32 bytes each. */
  readonly rootKey: Uint8Array;
  readonly coordinatorKey: Uint8Array;
  /** SHA-256 of the code's secret, 32 bytes. */
  readonly joinSecretSha256: Uint8Array;
}

/** SHA-256 of a code's secret, under which the coordinator and the administrator know it. */
export function joinSecretHash(joinSecret: Uint8Array): Uint8Array {
  return sha256(joinSecret);
}

/**
 * Signs the request with the site's new key: the administrator, who sees the request through the coordinator, knows by it
 * that whoever holds this key asked for this consortium.
 * @returns Ed25519 over `mammofed enrolment v1\0` ‖ root ‖ coordinator ‖ site ‖ hash of the secret, 64 bytes.
 */
export function signEnrolmentRequest(request: EnrolmentRequestFields, site: Identity): Uint8Array {
  return sodium.crypto_sign_detached(signedBytes(request, site.publicKey), site.secretKey.reveal());
}

/** @param siteKey - Ed25519 public key, 32 bytes. @param signature - 64 bytes. */
export function isSignedRequest(request: EnrolmentRequestFields, siteKey: Uint8Array, signature: Uint8Array): boolean {
  return (
    signature.length === sodium.crypto_sign_BYTES &&
    sodium.crypto_sign_verify_detached(signature, signedBytes(request, siteKey), siteKey)
  );
}

function signedBytes(
  { rootKey, coordinatorKey, joinSecretSha256 }: EnrolmentRequestFields,
  siteKey: Uint8Array,
): Uint8Array {
  return Buffer.concat([new TextEncoder().encode(DOMAIN), rootKey, coordinatorKey, siteKey, joinSecretSha256]);
}
