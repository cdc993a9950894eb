import type { LogHead } from '../secure-aggregation/messages.js';
import { sha256 } from '../sha256.js';

/** Bytes of every hash of the tree: SHA-256. */
export const HASH_BYTES = 32;

/** Different first bytes keep an entry from passing for a node, and so for a whole tree (RFC 9162, section 2.1.1). */
const LEAF_PREFIX = Uint8Array.of(0);
const NODE_PREFIX = Uint8Array.of(1);

/** Root of the log without entries: the hash of nothing. */
export const EMPTY_ROOT = sha256(new Uint8Array());

/** The head of the log without entries. */
export function emptyLogHead(): LogHead {
  return { size: 0, root: EMPTY_ROOT };
}

/** @param entry - its bytes. @see RFC 9162, section 2.1.1. */
export function leafHash(entry: Uint8Array): Uint8Array {
  return sha256(Buffer.concat([LEAF_PREFIX, entry]));
}

/** @param left - 32 bytes, as `right`. @see RFC 9162, section 2.1.1. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(Buffer.concat([NODE_PREFIX, left, right]));
}
