import { canonicalJson } from '@mammofed/core';
import type { Identity } from '../identity.js';
import { sodium } from '../sodium.js';

/** Keeps signatures of statements apart from all others that a key may make. */
const DOMAIN = 'mammofed statement v1';

const KEY = /^[0-9a-f]{64}$/;
const SIGNATURE = /^[0-9a-f]{128}$/;

/** What a statement can be about. A signature of one kind is none of another. */
export type StatementKind = 'run' | 'signer request';

/** Who signed a statement, and how. Both in lower-case hexadecimal. */
export interface StatementSignature {
  /** Ed25519 public key, 64 digits. */
  readonly signer: string;
  /** Ed25519, 128 digits. */
  readonly signature: string;
}

/**
 * Signs a statement: Ed25519 over `mammofed statement v1` ‖ 0 ‖ kind ‖ 0 ‖ canonical JSON of the content in UTF-8.
 * @param content - of strings, whole numbers, lists and objects of them: what canonical JSON writes in one way only.
 */
export function signStatement(kind: StatementKind, content: object, by: Identity): StatementSignature {
  const signature = sodium.crypto_sign_detached(statementBytes(kind, content), by.secretKey.reveal());
  return { signer: hexOf(by.publicKey), signature: hexOf(signature) };
}

/** Whether the key that a signature names made it over this statement. Who that is, a roster says. */
export function isSignedStatement(
  kind: StatementKind,
  content: object,
  { signer, signature }: StatementSignature,
): boolean {
  if (!KEY.test(signer) || !SIGNATURE.test(signature)) return false;
  return sodium.crypto_sign_verify_detached(bytesOf(signature), statementBytes(kind, content), bytesOf(signer));
}

function statementBytes(kind: StatementKind, content: object): Uint8Array {
  return new TextEncoder().encode(`${DOMAIN}\0${kind}\0${canonicalJson(content)}`);
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function bytesOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}
