import { seededRng } from '@mammofed/core';
import { batchArrays, batchesOf, type BatchArrays, type BatchOptions, type Example } from './batches.js';

/** Images of random numbers, each with a rectangle marked; the same ones every time. */
export function randomExamples(count: number, size: number): Example[] {
  const rng = seededRng('random examples');
  return Array.from({ length: count }, (_, i) => ({
    image: Float32Array.from({ length: size ** 2 }, () => 2 * rng.next() - 1),
    mask: Uint8Array.from({ length: size ** 2 }, (_, p) => (p % size < 4 + i && p < size ** 2 / 2 ? 1 : 0)),
  }));
}

/** The batches of a round, each written over the one before: what is to be kept must be copied at once. */
export function overwritingBatches(options: BatchOptions): Generator<BatchArrays> {
  const arrays = batchArrays(options.batchSize, options.size);
  return batchesOf(options, () => arrays);
}
