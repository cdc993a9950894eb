import { PrivacyError } from './errors.js';
import type { Identity } from './identity.js';
import type { ProtocolVersion } from './sealed-session.js';
import { sodium } from './sodium.js';

const DOMAIN = 'mammofed handshake v1';
const SIGNATURE_BYTES = 64;

export type SessionRole = 'coordinator' | 'site' | 'enrolling';

/** What one end shows of itself: Ed25519 identity key, X25519 ephemeral key, nonce; 32 bytes each. */
export interface HelloPart {
  readonly identityKey: Uint8Array;
  readonly ephemeralKey: Uint8Array;
  readonly nonce: Uint8Array;
}

/** Everything that both ends must have seen alike. */
export interface Transcript {
  readonly clientRole: 'site' | 'enrolling';
  /**
   * What the client can speak. Signed beside what was chosen: someone between the two could otherwise make the offer
   * smaller and have both ends agree on an old version.
   */
  readonly offered: ProtocolVersion;
  readonly chosen: ProtocolVersion;
  readonly client: HelloPart;
  readonly server: HelloPart;
}

/**
 * Domain ‖ signer's role ‖ client's role ‖ offered version ‖ chosen version ‖ both ephemeral keys ‖ both identity keys ‖
 * both nonces. Text parts end with a 0 byte, the others have a fixed length: no two transcripts have the same bytes.
 * The stream headers are left out: they are made from the session keys and an altered one spoils the first frame.
 * @see docs/architecture.md, "Connecting".
 */
function signedBytes(signer: SessionRole, { clientRole, offered, chosen, client, server }: Transcript): Uint8Array {
  const text = [DOMAIN, signer, clientRole, versionText(offered), versionText(chosen)].map((part) => `${part}\0`);
  return Buffer.concat([
    new TextEncoder().encode(text.join('')),
    client.ephemeralKey,
    server.ephemeralKey,
    client.identityKey,
    server.identityKey,
    client.nonce,
    server.nonce,
  ]);
}

function versionText({ major, minor }: ProtocolVersion): string {
  return `${major}.${minor}`;
}

/** @returns an Ed25519 signature, 64 bytes. */
export function signTranscript(identity: Identity, signer: SessionRole, transcript: Transcript): Uint8Array {
  return sodium.crypto_sign_detached(signedBytes(signer, transcript), identity.secretKey.reveal());
}

/**
 * @param publicKey - the signer's Ed25519 identity key; libsodium refuses weak and non-canonical ones.
 * @throws PrivacyError `bad-signature`.
 */
export function verifyTranscript(
  signature: Uint8Array,
  signer: SessionRole,
  transcript: Transcript,
  publicKey: Uint8Array,
): void {
  const isValid =
    signature.length === SIGNATURE_BYTES &&
    sodium.crypto_sign_verify_detached(signature, signedBytes(signer, transcript), publicKey);
  if (!isValid) {
    throw new PrivacyError(
      'bad-signature',
      'the other end does not hold the key that it names, or the connection was tampered with: it is closed',
    );
  }
}
