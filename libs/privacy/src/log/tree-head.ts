import { canonicalJson } from '@mammofed/core';
import { PrivacyError } from '../errors.js';
import type { Identity } from '../identity.js';
import { brokenField, isCount, isHex32, isHex64, type Rules } from '../json-rules.js';
import type { LogHead } from '../secure-aggregation/messages.js';
import { sodium } from '../sodium.js';

/** Keeps the coordinator's signatures of heads apart from any other signature of the same key. */
const DOMAIN = new TextEncoder().encode('mammofed tree head v1\0');

/** A head of the log at a time, and the coordinator's word for it. */
export interface SignedTreeHead extends LogHead {
  /** When it was signed, milliseconds since 1970. */
  readonly atMs: number;
  /** Ed25519 of the coordinator, 64 bytes. */
  readonly signature: Uint8Array;
}

/** How a signed head stands in files; bytes in lower-case hexadecimal. */
export interface TreeHeadJson {
  readonly size: number;
  readonly root: string;
  readonly atMs: number;
  readonly signature: string;
}

const TREE_HEAD: Rules & Readonly<Record<keyof TreeHeadJson, unknown>> = {
  size: isCount,
  root: isHex32,
  atMs: isCount,
  signature: isHex64,
};

/**
 * Signs `mammofed tree head v1\0` ‖ canonical JSON of (consortium, root, size, time). Two heads that contradict each other
 * convict the coordinator, so that it signs what is on its disk alone.
 * @param consortium - the root's public key, 32 bytes: a head of one consortium is none of another.
 */
export function signTreeHead(
  head: Omit<SignedTreeHead, 'signature'>,
  consortium: Uint8Array,
  coordinator: Identity,
): SignedTreeHead {
  const signature = sodium.crypto_sign_detached(signedBytes(head, consortium), coordinator.secretKey.reveal());
  return { ...head, signature };
}

/**
 * @param consortium - as in {@link signTreeHead}.
 * @param coordinatorKey - from the roster, Ed25519, 32 bytes.
 * @throws PrivacyError `bad-tree-head`.
 */
export function assertTreeHead(head: SignedTreeHead, consortium: Uint8Array, coordinatorKey: Uint8Array): void {
  if (sodium.crypto_sign_verify_detached(head.signature, signedBytes(head, consortium), coordinatorKey)) return;
  throw new PrivacyError(
    'bad-tree-head',
    "a head of the log is not signed by the consortium's coordinator: it is not believed",
    { size: head.size },
  );
}

export function treeHeadJson({ size, root, atMs, signature }: SignedTreeHead): TreeHeadJson {
  return { size, root: hexOf(root), atMs, signature: hexOf(signature) };
}

/** The other way; the signature is not checked yet. @throws PrivacyError `bad-tree-head`. */
export function parseTreeHead(value: unknown): SignedTreeHead {
  const broken = brokenField(value, TREE_HEAD);
  if (broken !== null) throw new PrivacyError('bad-tree-head', `this is no head of a log (${broken})`);
  const { size, root, atMs, signature } = value as TreeHeadJson;
  return { size, root: bytesOf(root), atMs, signature: bytesOf(signature) };
}

function signedBytes({ size, root, atMs }: Omit<SignedTreeHead, 'signature'>, consortium: Uint8Array): Uint8Array {
  const statement = { consortium: hexOf(consortium), root: hexOf(root), size, atMs };
  return Buffer.concat([DOMAIN, new TextEncoder().encode(canonicalJson(statement))]);
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function bytesOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}
