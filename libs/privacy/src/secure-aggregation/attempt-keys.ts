import { hkdfSync } from 'node:crypto';
import type { SiteId } from '@mammofed/core';
import { PrivacyError } from '../errors.js';
import { Secret } from '../secret.js';
import { sodium } from '../sodium.js';
import { compareSites } from './cohort.js';
import { canonicalBytes, type Field } from './encoding.js';
import { contextFields, type AttemptContext } from './terms.js';

const KEY_BYTES = 32;

/** An X25519 key pair of one site in one attempt. */
export interface AgreementKeys {
  readonly publicKey: Uint8Array;
  readonly secretKey: Secret;
}

export function generateAgreementKeys(): AgreementKeys {
  const { publicKey, privateKey } = sodium.crypto_box_keypair();
  return { publicKey, secretKey: new Secret(privateKey) };
}

/** Whether other sites can agree on keys with this one: it has the right length and is not of low order. */
export function isUsableKey(publicKey: Uint8Array): boolean {
  // Every secret key is a multiple of 8, the order of those points at most: any of them shows what they are.
  return agree(new Uint8Array(KEY_BYTES).fill(1), publicKey) !== null;
}

/** What two sites agree on keys for. */
export type PairPurpose = 'pair mask' | 'share sealing';

/**
 * The key that two sites of an attempt share: HKDF-SHA-256 (RFC 5869, no salt) of their X25519 agreement (RFC 7748), with
 * (purpose, consortium, run, round, attempt, both sites in canonical order) as info. It serves this attempt alone.
 * @param secretKey - of one of the two, 32 bytes; secret.
 * @param publicKey - of the other one.
 * @throws PrivacyError `unusable-key` if the public key is malformed or of low order.
 */
export function pairKey(
  purpose: PairPurpose,
  context: AttemptContext,
  sites: readonly [SiteId, SiteId],
  secretKey: Secret,
  publicKey: Uint8Array,
): Secret {
  const shared = agree(secretKey.reveal(), publicKey);
  if (shared === null) {
    throw new PrivacyError('unusable-key', 'a key of the cohort is malformed or of low order: it is refused');
  }
  try {
    return derive(shared, canonicalBytes(purpose, ...contextFields(context), ...inCanonicalOrder(sites)));
  } finally {
    shared.fill(0);
  }
}

/** The key of a site's self mask: HKDF-SHA-256 of its seed with (consortium, run, round, attempt, site) as info. */
export function selfMaskKey(context: AttemptContext, site: SiteId, seed: Uint8Array): Secret {
  return derive(seed, canonicalBytes('self mask', ...contextFields(context), site));
}

function agree(secretKey: Uint8Array, publicKey: Uint8Array): Uint8Array | null {
  if (publicKey.length !== KEY_BYTES) return null;
  try {
    return sodium.crypto_scalarmult(secretKey, publicKey);
  } catch {
    // libsodium refuses points of low order, which give 0 with any key.
    return null;
  }
}

function derive(keyMaterial: Uint8Array, info: Uint8Array): Secret {
  return new Secret(new Uint8Array(hkdfSync('sha256', keyMaterial, new Uint8Array(0), info, KEY_BYTES)));
}

function inCanonicalOrder(sites: readonly [SiteId, SiteId]): readonly Field[] {
  return [...sites].sort(compareSites);
}
