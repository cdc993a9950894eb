import { EMPTY_ROOT, HASH_BYTES, nodeHash } from './merkle-hash.js';

const FIRST_CAPACITY = 64;

/** Hashes of one height, one after the other in one buffer: a million of them as objects would take gigabytes. */
class Level {
  #bytes = new Uint8Array(FIRST_CAPACITY * HASH_BYTES);
  count = 0;

  push(hash: Uint8Array): void {
    const start = this.count * HASH_BYTES;
    if (start === this.#bytes.length) {
      const larger = new Uint8Array(2 * this.#bytes.length);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(hash, start);
    this.count++;
  }

  at(index: number): Uint8Array {
    return this.#bytes.slice(index * HASH_BYTES, (index + 1) * HASH_BYTES);
  }
}

/**
 * A Merkle tree that only grows, with the hashes of all its complete subtrees: 64 bytes an entry, an entry is added by two
 * hashes on average, and roots and proofs of any earlier size take a few hashes more.
 * @see RFC 9162, section 2.1 (the hashes of RFC 6962).
 */
export class MerkleTree {
  /** `#levels[h]` holds the subtrees of 2^h entries, from the left. */
  readonly #levels: Level[] = [];

  /** Number of entries. */
  get size(): number {
    return this.#levels[0]?.count ?? 0;
  }

  /** @param hash - of the entry: {@link leafHash}, 32 bytes; copied. */
  append(hash: Uint8Array): void {
    let node = hash;
    for (let height = 0; ; height++) {
      const level = (this.#levels[height] ??= new Level());
      level.push(node);
      if (level.count % 2 === 1) return;
      node = nodeHash(level.at(level.count - 2), node);
    }
  }

  /** @param index - of an entry. @returns its hash. @throws RangeError. */
  leaf(index: number): Uint8Array {
    assertWithin(index, 0, this.size - 1);
    return (this.#levels[0] as Level).at(index);
  }

  /** MTH: the root of the first `size` entries. @throws RangeError for a size that the tree never had. */
  root(size = this.size): Uint8Array {
    assertWithin(size, 0, this.size);
    return size === 0 ? EMPTY_ROOT : this.#hashOf(0, size);
  }

  /**
   * PATH: what leads from an entry to the root of the first `size` ones, from below.
   * @throws RangeError for an entry or a size that is not there.
   * @see RFC 9162, section 2.1.3.1.
   */
  inclusionProof(index: number, size = this.size): Uint8Array[] {
    assertWithin(size, 1, this.size);
    assertWithin(index, 0, size - 1);
    return this.#path(index, 0, size);
  }

  /**
   * PROOF: what shows that the first `fromSize` entries are the beginning of the first `toSize` ones. Empty for equal sizes,
   * and from the empty tree, with which everything begins.
   * @throws RangeError for sizes that the tree never had, or in the wrong order.
   * @see RFC 9162, section 2.1.4.1.
   */
  consistencyProof(fromSize: number, toSize = this.size): Uint8Array[] {
    assertWithin(toSize, 0, this.size);
    assertWithin(fromSize, 0, toSize);
    return fromSize === 0 || fromSize === toSize ? [] : this.#subproof(fromSize, 0, toSize, true);
  }

  #path(index: number, start: number, end: number): Uint8Array[] {
    if (end - start === 1) return [];
    const middle = start + splitOf(end - start);
    return index < middle
      ? [...this.#path(index, start, middle), this.#hashOf(middle, end)]
      : [...this.#path(index, middle, end), this.#hashOf(start, middle)];
  }

  /** SUBPROOF for the entries from `start`. @param isKnown - whether the verifier has the hash of the whole as its old root. */
  #subproof(fromEnd: number, start: number, end: number, isKnown: boolean): Uint8Array[] {
    if (fromEnd === end) return isKnown ? [] : [this.#hashOf(start, end)];
    const middle = start + splitOf(end - start);
    return fromEnd <= middle
      ? [...this.#subproof(fromEnd, start, middle, isKnown), this.#hashOf(middle, end)]
      : [...this.#subproof(fromEnd, middle, end, false), this.#hashOf(start, middle)];
  }

  /** MTH(D[start:end]), where `start` is a multiple of the largest power of two in `end - start`. */
  #hashOf(start: number, end: number): Uint8Array {
    const size = end - start;
    const height = Math.log2(size);
    if (Number.isInteger(height)) return (this.#levels[height] as Level).at(start / size);
    const middle = start + splitOf(size);
    return nodeHash(this.#hashOf(start, middle), this.#hashOf(middle, end));
  }
}

/** The largest power of two below `size`, which is at least 2. */
function splitOf(size: number): number {
  let split = 1;
  while (2 * split < size) split *= 2;
  return split;
}

function assertWithin(value: number, least: number, most: number): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return;
  throw new RangeError(`${value} is not from ${least} to ${most}`);
}
