import { rotationBlock, seededRng, type Rng } from '@mammofed/core';

/** The random signs of a block, from a seed that everybody knows. Equal blocks must get equal signs at every call. */
export type SignsOfBlock = (block: number) => Rng;

/**
 * The signs of a round: from the run's seed, which everybody knows. They protect nothing, they only spread norms; an attempt
 * that is repeated has the same ones.
 */
export function signsOfRound(seed: number, round: number): SignsOfBlock {
  return (block) => seededRng(seed, round, 'rotation', block);
}

/**
 * Rotates a vector in place, block by block: x → H·D·x / √B, with random signs D and the Walsh–Hadamard matrix H. Whatever the
 * vector was, its norm is spread evenly over the coordinates of a block, so that the ring need not have room for all of it
 * in one of them.
 *
 * Blocks are of {@link rotationBlock} coordinates. Where they do not come out even, the last one begins earlier and rotates
 * some coordinates once more: the whole stays orthogonal, and nothing is padded.
 * @param vector - shape (P,), changed in place. Norms are kept up to rounding to float32.
 * @see Kairouz, Liu, Steinke (arXiv:2102.06387), algorithm 1, "flatten"
 */
export function rotate(vector: Float32Array, signsOf: SignsOfBlock): void {
  const size = rotationBlock(vector.length);
  const scratch = new Float64Array(size);
  blockStarts(vector.length, size).forEach((start, block) => {
    const part = vector.subarray(start, start + size);
    copyWithSigns(part, scratch, signsOf(block));
    hadamard(scratch);
    part.set(scratch);
  });
}

/** Undoes {@link rotate} with the same signs: x → D·H·x / √B, the last block first. */
export function unrotate(vector: Float32Array, signsOf: SignsOfBlock): void {
  const size = rotationBlock(vector.length);
  const scratch = new Float64Array(size);
  const starts = blockStarts(vector.length, size);
  for (let block = starts.length - 1; block >= 0; block--) {
    const part = vector.subarray(starts[block], starts[block] + size);
    scratch.set(part);
    hadamard(scratch);
    part.set(scratch);
    copyWithSigns(part, scratch, signsOf(block));
    part.set(scratch);
  }
}

function blockStarts(length: number, size: number): number[] {
  const starts = Array.from({ length: Math.floor(length / size) }, (_, block) => block * size);
  if (length % size !== 0) starts.push(length - size);
  return starts;
}

function copyWithSigns(from: Float32Array, to: Float64Array, signs: Rng): void {
  let bits = 0;
  for (let i = 0; i < from.length; i++, bits >>>= 1) {
    if (i % 32 === 0) bits = signs.next() * 2 ** 32;
    to[i] = (bits & 1) === 0 ? from[i] : -from[i];
  }
}

/** The fast Walsh–Hadamard transform, scaled so that it keeps the norm. @param values - as many as a power of two. */
function hadamard(values: Float64Array): void {
  const size = values.length;
  for (let half = 1; half < size; half *= 2) {
    for (let start = 0; start < size; start += 2 * half) {
      for (let i = start; i < start + half; i++) {
        const [a, b] = [values[i], values[i + half]];
        values[i] = a + b;
        values[i + half] = a - b;
      }
    }
  }
  const scale = 1 / Math.sqrt(size);
  for (let i = 0; i < size; i++) values[i] *= scale;
}
