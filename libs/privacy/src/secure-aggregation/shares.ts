import type { SiteId } from '@mammofed/core';
import { split } from 'shamir-secret-sharing';
import { PrivacyError } from '../errors.js';
import type { Secret } from '../secret.js';
import { equalBytes, sodium } from '../sodium.js';
import { canonicalBytes } from './encoding.js';
import { contextFields, type AttemptContext } from './terms.js';

/** A share of a secret of 32 bytes: its value at a point of GF(2^8), byte by byte, and the point. */
const SHARE_BYTES = 33;

/** The shares of both secrets of one site that one other site keeps. */
export interface SharePair {
  /** Of the self-mask seed. */
  readonly selfMask: Uint8Array;
  /** Of the secret masking key. */
  readonly key: Uint8Array;
}

/** Overwrites a pair that is needed no longer. */
export function wipeShares({ selfMask, key }: SharePair): void {
  selfMask.fill(0);
  key.fill(0);
}

/**
 * Splits a secret so that any `threshold` of the shares give it and fewer say nothing of it.
 * @see Shamir, CACM 1979; the library, its field and its points: docs/decisions/0018-secret-sharing.md.
 */
export function splitSecret(secret: Secret, shareCount: number, threshold: number): Promise<Uint8Array[]> {
  return split(secret.reveal(), shareCount, threshold);
}

/**
 * Seals a pair of shares for its receiver: XChaCha20-Poly1305 with a random nonce under the key of the two sites, with
 * sender, receiver and attempt inside. The key is the same in both directions: without the names inside, a share could be
 * handed back as if it were the other's.
 * @returns nonce (24 bytes) ‖ ciphertext.
 * @see Bonawitz et al., CCS 2017, figure 4, round 1: e_uv encrypts u ‖ v ‖ s_uv ‖ b_uv.
 */
export function sealShares(
  key: Secret,
  context: AttemptContext,
  route: { readonly sender: SiteId; readonly receiver: SiteId },
  shares: SharePair,
): Uint8Array {
  const nonce = sodium.randombytes_buf(sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
  const plain = Buffer.concat([addressBytes(context, route), shares.selfMask, shares.key]);
  const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, null, null, nonce, key.reveal());
  plain.fill(0);
  return Uint8Array.from(Buffer.concat([nonce, sealed]));
}

/** @throws PrivacyError `unreadable-share` | `misdirected-share`. */
export function openShares(
  key: Secret,
  context: AttemptContext,
  route: { readonly sender: SiteId; readonly receiver: SiteId },
  sealed: Uint8Array,
): SharePair {
  const plain = open(key, sealed);
  const start = (plain?.length ?? 0) - 2 * SHARE_BYTES;
  if (plain === null || start < 0) {
    const { sender } = route;
    throw new PrivacyError('unreadable-share', `the share from site ${sender} cannot be opened: nothing is sent`, {
      sender,
    });
  }
  if (!equalBytes(plain.subarray(0, start), addressBytes(context, route))) {
    const { sender } = route;
    const message = `the share from site ${sender} names another sender, receiver or attempt: nothing is sent`;
    throw new PrivacyError('misdirected-share', message, { sender });
  }
  const pair = { selfMask: plain.slice(start, start + SHARE_BYTES), key: plain.slice(start + SHARE_BYTES) };
  plain.fill(0);
  return pair;
}

function open(key: Secret, sealed: Uint8Array): Uint8Array | null {
  const nonceBytes = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
  if (sealed.length < nonceBytes + sodium.crypto_aead_xchacha20poly1305_ietf_ABYTES) return null;
  try {
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      sealed.subarray(nonceBytes),
      null,
      sealed.subarray(0, nonceBytes),
      key.reveal(),
    );
  } catch {
    // The bindings throw for a ciphertext that was altered or is under another key.
    return null;
  }
}

function addressBytes(
  context: AttemptContext,
  { sender, receiver }: { readonly sender: SiteId; readonly receiver: SiteId },
): Uint8Array {
  return canonicalBytes('sealed share', ...contextFields(context), sender, receiver);
}
