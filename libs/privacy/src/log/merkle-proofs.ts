import type { LogHead } from '../secure-aggregation/messages.js';
import { equalBytes } from '../sodium.js';
import { EMPTY_ROOT, nodeHash } from './merkle-hash.js';

/**
 * Whether an entry is in the tree of a head.
 * @param leaf - hash of the entry: `leafHash` of its bytes.
 * @param proof - from whoever claims it; anything may be in it.
 * @see RFC 9162, section 2.1.3.2.
 */
export function isIncluded(leaf: Uint8Array, index: number, head: LogHead, proof: readonly Uint8Array[]): boolean {
  if (!isCount(head.size) || !isCount(index) || index >= head.size) return false;
  let [position, last] = [index, head.size - 1];
  let root = leaf;
  for (const node of proof) {
    if (last === 0) return false;
    if (isOdd(position) || position === last) {
      root = nodeHash(node, root);
      // The last of an incomplete level rises alone until it has a brother on its left.
      while (!isOdd(position) && position !== 0) [position, last] = [half(position), half(last)];
    } else {
      root = nodeHash(root, node);
    }
    [position, last] = [half(position), half(last)];
  }
  return last === 0 && equalBytes(root, head.root);
}

/**
 * Whether the entries of `from` are the first ones of `to`.
 * @param proof - from whoever claims it; anything may be in it.
 * @returns false also if `from` is the larger one.
 * @see RFC 9162, section 2.1.4.2; the empty tree, which it leaves out, is the beginning of every other one.
 */
export function isConsistent(from: LogHead, to: LogHead, proof: readonly Uint8Array[]): boolean {
  if (!isCount(from.size) || !isCount(to.size) || from.size > to.size) return false;
  if (from.size === to.size) return proof.length === 0 && equalBytes(from.root, to.root);
  if (from.size === 0) return proof.length === 0 && equalBytes(from.root, EMPTY_ROOT);
  const path = isPowerOfTwo(from.size) ? [from.root, ...proof] : proof;
  let [position, last] = [from.size - 1, to.size - 1];
  while (isOdd(position)) [position, last] = [half(position), half(last)];
  const [first, ...rest] = path;
  if (first === undefined) return false;
  let [before, after] = [first, first];
  for (const node of rest) {
    if (last === 0) return false;
    if (isOdd(position) || position === last) {
      [before, after] = [nodeHash(node, before), nodeHash(node, after)];
      while (!isOdd(position) && position !== 0) [position, last] = [half(position), half(last)];
    } else {
      after = nodeHash(after, node);
    }
    [position, last] = [half(position), half(last)];
  }
  return last === 0 && equalBytes(before, from.root) && equalBytes(after, to.root);
}

// Not the operators on bits, which know 32 of them.
const half = (value: number): number => Math.floor(value / 2);
const isOdd = (value: number): boolean => value % 2 === 1;
const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const isPowerOfTwo = (value: number): boolean => Number.isInteger(Math.log2(value));
