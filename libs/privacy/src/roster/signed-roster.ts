import { sha256Hex, type Sha256Hex } from '@mammofed/core';
import { PrivacyError } from '../errors.js';
import type { Identity } from '../identity.js';
import { sha256 } from '../sha256.js';
import { sodium } from '../sodium.js';
import { badRoster, parseRoster, rosterBytes, type Roster } from './roster.js';

/** Largest signed roster: one with the most members that there may be, and some room. */
export const MAX_ROSTER_BYTES = 512 * 1024;

/** Keeps the root's signatures of rosters apart from any other signature of the same key. */
const DOMAIN = new TextEncoder().encode('mammofed roster v1\0');
const SIGNATURE_DIGITS = 128;
const NEW_LINE = '\n'.charCodeAt(0);

/** A roster whose signature was checked. */
export interface SignedRoster {
  readonly roster: Roster;
  /** SHA-256 of the roster's canonical bytes: with the version, what other signatures name it by. */
  readonly sha256: Sha256Hex;
  /** As it goes over the wire and lies on disks. */
  readonly bytes: Uint8Array;
}

/**
 * Signs a roster: 128 hexadecimal digits of Ed25519 over `mammofed roster v1\0` ‖ canonical bytes, a new line, and the
 * canonical bytes.
 * @throws PrivacyError `bad-roster` if it breaks a rule, or names another root than the one that signs.
 */
export function signRoster(roster: Roster, root: Identity): SignedRoster {
  if (roster.root !== hexOf(root.publicKey)) throw badRoster('root');
  const content = rosterBytes(roster);
  const signature = sodium.crypto_sign_detached(Buffer.concat([DOMAIN, content]), root.secretKey.reveal());
  const bytes = new Uint8Array(Buffer.concat([Buffer.from(`${hexOf(signature)}\n`), content]));
  return { roster, sha256: hashOf(content), bytes };
}

/**
 * Checks the root's signature and then the content. It says nothing about age or validity: see roster-rules.ts.
 * @param rootKey - Ed25519 public key of the root that is trusted, 32 bytes; never taken from the roster itself.
 * @throws PrivacyError `foreign-roster` if another root signed it, `forged-roster` if it was altered or nobody of that
 * name signed it, `bad-roster` if it is no roster at all.
 */
export function openRoster(bytes: Uint8Array, rootKey: Uint8Array): SignedRoster {
  const { signature, content } = parted(bytes);
  if (!isSigned(content, signature, rootKey)) {
    // Who claims to have signed it decides about the words, and about nothing else.
    const { root } = parseRoster(content);
    const claimed = new Uint8Array(Buffer.from(root, 'hex'));
    if (root !== hexOf(rootKey) && isSigned(content, signature, claimed)) {
      throw new PrivacyError(
        'foreign-roster',
        "this roster is signed by another consortium's root than the one that is trusted here: it is not used",
      );
    }
    throw new PrivacyError(
      'forged-roster',
      "this roster does not carry the root's signature: it was altered or made up, and is not used",
    );
  }
  return { roster: parseRoster(content), sha256: hashOf(content), bytes };
}

/**
 * The root that signed a roster, by the roster's own word: for whoever has to trust a first one for another reason.
 * @returns its Ed25519 public key, 32 bytes.
 * @throws PrivacyError `bad-roster`.
 */
export function rootNamedIn(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(Buffer.from(parseRoster(parted(bytes).content).root, 'hex'));
}

function parted(bytes: Uint8Array): { readonly signature: Uint8Array; readonly content: Uint8Array } {
  if (bytes.length > MAX_ROSTER_BYTES) throw badRoster('size');
  const digits = Buffer.from(bytes.subarray(0, SIGNATURE_DIGITS)).toString('latin1');
  if (!/^[0-9a-f]{128}$/.test(digits) || bytes[SIGNATURE_DIGITS] !== NEW_LINE) throw badRoster('signature');
  return { signature: new Uint8Array(Buffer.from(digits, 'hex')), content: bytes.slice(SIGNATURE_DIGITS + 1) };
}

function isSigned(content: Uint8Array, signature: Uint8Array, rootKey: Uint8Array): boolean {
  return sodium.crypto_sign_verify_detached(signature, Buffer.concat([DOMAIN, content]), rootKey);
}

function hashOf(content: Uint8Array): Sha256Hex {
  return sha256Hex(hexOf(sha256(content)));
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
