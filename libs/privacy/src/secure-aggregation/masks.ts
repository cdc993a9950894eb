import { createCipheriv, type Cipher } from 'node:crypto';
import { packedByteLength, PackedCursor, type PackedLayout, type SiteId } from '@mammofed/core';
import { PrivacyError } from '../errors.js';
import type { Secret } from '../secret.js';
import { compareSites } from './cohort.js';

/**
 * The sign with which `site` adds the mask that it shares with `other`; the other one has the opposite.
 * @see Bonawitz et al., CCS 2017, section 4.1 and figure 4, round 2: Δ_uv = 1 for u > v.
 */
export function pairSign(site: SiteId, other: SiteId): 1 | -1 {
  return compareSites(site, other) > 0 ? 1 : -1;
}

/** Whether this machine reads whole numbers as they are on the wire. */
const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** One mask and whether it is added or subtracted. */
export interface SignedMask {
  readonly key: Secret;
  readonly sign: 1 | -1;
}

/**
 * Adds masks to a packed vector, block by block, whatever their number with the memory of one block. A mask is the
 * keystream of AES-256-CTR with a counter that begins at 0, as many bytes as the packed vector has, read as its words:
 * each of them is uniform in its ring. The key of a mask serves one vector only.
 */
export class MaskStream {
  readonly #added: readonly Cipher[];
  readonly #subtracted: readonly Cipher[];
  readonly #cursor: PackedCursor;
  readonly #totalBytes: number;
  #zeros = new Uint8Array(0);
  #sums = new Int32Array(0);

  /** @param masks - their keys may be wiped afterwards. */
  constructor(layout: PackedLayout, masks: readonly SignedMask[]) {
    const ciphers = (sign: 1 | -1): Cipher[] =>
      masks.filter((mask) => mask.sign === sign).map(({ key }) => keystream(key));
    this.#added = ciphers(1);
    this.#subtracted = ciphers(-1);
    this.#cursor = new PackedCursor(layout);
    this.#totalBytes = packedByteLength(layout);
  }

  /**
   * Adds the masks to the next block, in place.
   * @param block - lengths as `packedBlocks` of `@mammofed/core` gives them, or any others that split no word.
   * @throws PrivacyError `bad-block` if the block splits a word or goes beyond the vector's end.
   */
  addTo(block: Uint8Array): void {
    const { position } = this.#cursor;
    const piece = this.#cursor.advance(block.length);
    if (piece === null) {
      const message = `a vector of ${this.#totalBytes} bytes cannot take a block of ${block.length} at ${position}`;
      throw new PrivacyError('bad-block', message);
    }
    this.#add(block.subarray(0, piece.coordinateBytes), piece.width);
    this.#add(block.subarray(piece.coordinateBytes), 4);
  }

  #add(block: Uint8Array, width: number): void {
    if (block.length === 0) return;
    if (this.#zeros.length < block.length) {
      this.#zeros = new Uint8Array(block.length);
      this.#sums = new Int32Array(Math.ceil(block.length / 2));
    }
    const zeros = this.#zeros.subarray(0, block.length);
    const sums = this.#sums.subarray(0, block.length / width).fill(0);
    addKeystreams(sums, this.#subtracted, zeros, width);
    for (let i = 0; i < sums.length; i++) sums[i] = -sums[i]!;
    addKeystreams(sums, this.#added, zeros, width);
    writeWords(block, sums, width);
  }
}

function keystream(key: Secret): Cipher {
  return createCipheriv('aes-256-ctr', key.reveal(), Buffer.alloc(16));
}

/** Adds the next words of every keystream to `sums`, modulo 2^32, which is a multiple of every ring's modulus. */
function addKeystreams(sums: Int32Array, ciphers: readonly Cipher[], zeros: Uint8Array, width: number): void {
  let i = 0;
  // Two at a time: half the loads and stores of the sums.
  if (width === 4 && IS_LITTLE_ENDIAN) {
    for (; i + 1 < ciphers.length; i += 2) {
      const [one, other] = [wordsOf(ciphers[i]!.update(zeros)), wordsOf(ciphers[i + 1]!.update(zeros))];
      for (let k = 0; k < sums.length; k++) sums[k] = (sums[k]! + one[k]! + other[k]!) | 0;
    }
  }
  for (; i < ciphers.length; i++) addWords(sums, ciphers[i]!.update(zeros), width);
}

function wordsOf(bytes: Uint8Array): Int32Array {
  const { buffer, byteOffset, byteLength } = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  return new Int32Array(buffer, byteOffset, byteLength / 4);
}

/** Adds the words of `bytes` to `sums`, modulo 2^32. */
function addWords(sums: Int32Array, bytes: Uint8Array, width: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (width === 4) for (let i = 0; i < sums.length; i++) sums[i] = (sums[i]! + view.getInt32(4 * i, true)) | 0;
  else if (width === 2) for (let i = 0; i < sums.length; i++) sums[i] = (sums[i]! + view.getUint16(2 * i, true)) | 0;
  else for (let i = 0; i < sums.length; i++) sums[i] = (sums[i]! + word24(view, 3 * i)) | 0;
}

/** Adds the words to those of `block`, modulo 2^(8 · width). */
function writeWords(block: Uint8Array, words: Int32Array, width: number): void {
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  if (width === 4) {
    for (let i = 0; i < words.length; i++) view.setInt32(4 * i, (view.getInt32(4 * i, true) + words[i]!) | 0, true);
  } else if (width === 2) {
    for (let i = 0; i < words.length; i++) view.setInt16(2 * i, (view.getInt16(2 * i, true) + words[i]!) | 0, true);
  } else {
    for (let i = 0; i < words.length; i++) {
      const sum = (word24(view, 3 * i) + words[i]!) | 0;
      view.setInt16(3 * i, sum, true);
      view.setInt8(3 * i + 2, sum >> 16);
    }
  }
}

function word24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}
