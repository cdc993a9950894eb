import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sodiumReady } from '../sodium.js';
import { EMPTY_ROOT, leafHash } from './merkle-hash.js';
import { isConsistent, isIncluded } from './merkle-proofs.js';
import { MerkleTree } from './merkle-tree.js';

interface Vectors {
  readonly entries: readonly string[];
  readonly roots: readonly string[];
  readonly inclusion: readonly { readonly index: number; readonly size: number; readonly proof: readonly string[] }[];
  readonly consistency: readonly { readonly from: number; readonly to: number; readonly proof: readonly string[] }[];
}

const VECTORS = JSON.parse(
  readFileSync(new URL('../../../../test/vectors/rfc6962/tree.json', import.meta.url), 'utf8'),
) as Vectors;
const bytesOf = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

beforeAll(() => sodiumReady());

function treeOf(entries: readonly Uint8Array[]): MerkleTree {
  const tree = new MerkleTree();
  for (const entry of entries) tree.append(leafHash(entry));
  return tree;
}

/** The definition of the RFC, word for word, over the entries themselves. */
function naiveRoot(entries: readonly Uint8Array[]): Buffer {
  const hash = (...parts: readonly Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
  if (entries.length === 0) return hash();
  if (entries.length === 1) return hash(Buffer.of(0), entries[0] as Uint8Array);
  const k = 2 ** (Math.ceil(Math.log2(entries.length)) - 1);
  return hash(Buffer.of(1), naiveRoot(entries.slice(0, k)), naiveRoot(entries.slice(k)));
}

const numbered = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, i) => new TextEncoder().encode(`entry ${i}`));

describe('the vectors of RFC 6962', () => {
  const entries = VECTORS.entries.map(bytesOf);

  it('have the roots of this tree, for every size', () => {
    const tree = treeOf(entries);
    expect(VECTORS.roots.map((_, size) => hexOf(tree.root(size)))).toEqual(VECTORS.roots);
    expect(hexOf(EMPTY_ROOT)).toBe(VECTORS.roots[0]);
  });

  it.each(VECTORS.inclusion)('have its proof that entry $index is in the first $size', ({ index, size, proof }) => {
    const tree = treeOf(entries);
    expect(tree.inclusionProof(index, size).map(hexOf)).toEqual(proof);
    const head = { size, root: bytesOf(VECTORS.roots[size] as string) };
    expect(isIncluded(leafHash(entries[index] as Uint8Array), index, head, proof.map(bytesOf))).toBe(true);
  });

  it.each(VECTORS.consistency)('have its proof from size $from to size $to', ({ from, to, proof }) => {
    expect(treeOf(entries).consistencyProof(from, to).map(hexOf)).toEqual(proof);
    const head = (size: number) => ({ size, root: bytesOf(VECTORS.roots[size] as string) });
    expect(isConsistent(head(from), head(to), proof.map(bytesOf))).toBe(true);
  });
});

describe('a Merkle tree', () => {
  const seed = 20261127;
  const sizes = fc.integer({ min: 1, max: 140 });

  it(`has the root that the definition has, at every size it ever had (seed ${seed})`, () => {
    const property = fc.property(sizes, fc.nat(), (count, pick) => {
      const entries = numbered(count);
      const size = pick % (count + 1);
      expect(hexOf(treeOf(entries).root(size))).toBe(naiveRoot(entries.slice(0, size)).toString('hex'));
    });
    fc.assert(property, { seed, numRuns: 60 });
  });

  it(`proves every entry, in its place alone and in no altered tree (seed ${seed})`, () => {
    const property = fc.property(sizes, fc.nat(), fc.nat(), (count, pickSize, pickIndex) => {
      const entries = numbered(count);
      const tree = treeOf(entries);
      const size = 1 + (pickSize % count);
      const index = pickIndex % size;
      const head = { size, root: tree.root(size) };
      const proof = tree.inclusionProof(index, size);
      const leaf = leafHash(entries[index] as Uint8Array);
      expect(isIncluded(leaf, index, head, proof)).toBe(true);
      expect(isIncluded(leafHash(Buffer.from('another')), index, head, proof)).toBe(false);
      expect(isIncluded(leaf, index, { ...head, root: leaf }, proof)).toBe(size === 1);
      expect(isIncluded(leaf, size, head, proof)).toBe(false);
      expect(isIncluded(leaf, -1, head, proof)).toBe(false);
      for (let other = 0; other < size; other++) {
        if (other !== index) expect(isIncluded(leaf, other, head, proof)).toBe(false);
      }
      for (const wrong of altered(proof)) expect(isIncluded(leaf, index, head, wrong)).toBe(false);
    });
    fc.assert(property, { seed, numRuns: 60 });
  });

  it(`proves that it only grew, and no rewritten tree does (seed ${seed})`, () => {
    const property = fc.property(sizes, fc.nat(), fc.nat(), fc.nat(), (count, pickTo, pickFrom, pickRewritten) => {
      const entries = numbered(count);
      const tree = treeOf(entries);
      const to = 1 + (pickTo % count);
      const from = pickFrom % (to + 1);
      const [before, after] = [from, to].map((size) => ({ size, root: tree.root(size) })) as [Head, Head];
      const proof = tree.consistencyProof(from, to);
      expect(isConsistent(before, after, proof)).toBe(true);
      for (const wrong of altered(proof)) expect(isConsistent(before, after, wrong)).toBe(false);
      if (from < to) expect(isConsistent(after, before, proof)).toBe(false);
      if (from === 0) return;
      entries[pickRewritten % from] = Buffer.from('rewritten');
      const rewritten = treeOf(entries);
      const forged = { size: to, root: rewritten.root(to) };
      expect(isConsistent(before, forged, rewritten.consistencyProof(from, to))).toBe(false);
      expect(isConsistent(before, forged, proof)).toBe(false);
    });
    fc.assert(property, { seed, numRuns: 120 });
  });

  it('takes nothing but the empty root for the beginning of a log', () => {
    const tree = treeOf(numbered(3));
    const whole = { size: 3, root: tree.root() };
    expect(isConsistent({ size: 0, root: EMPTY_ROOT }, whole, [])).toBe(true);
    expect(isConsistent({ size: 0, root: whole.root }, whole, [])).toBe(false);
    expect(isConsistent({ size: 0, root: EMPTY_ROOT }, whole, [EMPTY_ROOT])).toBe(false);
    expect(isConsistent({ size: 1, root: tree.root(1) }, whole, [])).toBe(false);
  });

  it('says nothing about entries and sizes that it never had', () => {
    const tree = treeOf(numbered(3));
    expect(() => tree.root(4)).toThrow(RangeError);
    expect(() => tree.inclusionProof(3)).toThrow(RangeError);
    expect(() => tree.consistencyProof(3, 2)).toThrow(RangeError);
    expect(() => tree.leaf(3)).toThrow(RangeError);
    expect(hexOf(tree.leaf(2))).toBe(hexOf(leafHash(Buffer.from('entry 2'))));
  });

  it('holds 100,000 entries, and proves with at most 17 hashes each', () => {
    const tree = treeOf(numbered(100_000));
    const head = { size: tree.size, root: tree.root() };
    for (const index of [0, 1, 65_535, 65_536, 99_999]) {
      const proof = tree.inclusionProof(index);
      expect(proof.length).toBeLessThanOrEqual(17);
      expect(isIncluded(tree.leaf(index), index, head, proof)).toBe(true);
    }
    for (const from of [1, 50_000, 65_536, 99_999]) {
      const proof = tree.consistencyProof(from);
      expect(proof.length).toBeLessThanOrEqual(18);
      expect(isConsistent({ size: from, root: tree.root(from) }, head, proof)).toBe(true);
    }
  });
});

type Head = { readonly size: number; readonly root: Uint8Array };

/** The proof with a node changed, left out, doubled or added. */
function altered(proof: readonly Uint8Array[]): Uint8Array[][] {
  const other = leafHash(Buffer.from('no node'));
  return [
    [...proof, other],
    [other, ...proof],
    ...proof.flatMap((_, at) => [proof.with(at, other), proof.toSpliced(at, 1), proof.toSpliced(at, 0, other)]),
  ];
}
