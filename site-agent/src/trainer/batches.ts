import { seededRng, shuffled, type Augmentation, type Rng } from '@mammofed/core';
import { augment } from '@mammofed/imaging';
import { balancedOrders, type ExampleClasses } from './balanced-order.js';

/** What a batch is made from; see RegionSample of libs/imaging. */
export interface Example {
  /** Shape (S, S). */
  readonly image: Float32Array;
  /** Shape (S, S), 0 or 1. */
  readonly mask: Uint8Array;
}

export interface BatchOptions {
  readonly examples: readonly Example[];
  /** Given: an epoch is balanced by them. */
  readonly classes?: ExampleClasses | undefined;
  readonly batchSize: number;
  readonly epochs: number;
  /** S, pixels. */
  readonly size: number;
  readonly augmentation: Augmentation;
  /** The run's seed, the site's index and the round: equal ones give equal batches. */
  readonly seed: number;
  readonly siteIndex: number;
  readonly round: number;
}

/** What a batch is written into. */
export interface BatchArrays {
  /** Shape (B, S, S). */
  readonly images: Float32Array;
  /** Shape (B, S, S), 0 or 1. */
  readonly masks: Float32Array;
}

export function batchArrays(batchSize: number, size: number): BatchArrays {
  const length = batchSize * size * size;
  return { images: new Float32Array(length), masks: new Float32Array(length) };
}

export function stepsPerEpoch(exampleCount: number, batchSize: number): number {
  return Math.ceil(exampleCount / batchSize);
}

/** Places that an epoch has for examples: those of whole batches. */
export function placesPerEpoch(exampleCount: number, batchSize: number): number {
  return stepsPerEpoch(exampleCount, batchSize) * batchSize;
}

/** The order in which an epoch takes its examples: whole batches, the last one filled from the order's beginning. */
export function epochOrder(rng: Rng, exampleCount: number, batchSize: number): number[] {
  const order = shuffled(
    rng,
    Array.from({ length: exampleCount }, (_, i) => i),
  );
  return Array.from({ length: placesPerEpoch(exampleCount, batchSize) }, (_, i) => order[i % exampleCount] as number);
}

/** @returns gives the next epoch's order. */
function epochOrders(rng: Rng, { examples: { length }, batchSize, classes }: BatchOptions): () => number[] {
  if (classes === undefined) return () => epochOrder(rng, length, batchSize);
  return balancedOrders(rng, classes, placesPerEpoch(length, batchSize));
}

/**
 * The batches of a round, epoch after epoch. Order and augmentation have generators of their own.
 * @param arrays - gives what the next batch is written into.
 */
export function* batchesOf(options: BatchOptions, arrays: () => BatchArrays): Generator<BatchArrays> {
  const { examples, batchSize, epochs, size, seed, siteIndex, round } = options;
  const nextOrder = epochOrders(seededRng(seed, siteIndex, round, 'order'), options);
  const augmentRng = seededRng(seed, siteIndex, round, 'augment');
  const pixels = size * size;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = nextOrder();
    for (let start = 0; start < order.length; start += batchSize) {
      const { images, masks } = arrays();
      for (let i = 0; i < batchSize; i++) {
        const { image, mask } = examples[order[start + i] as number] as Example;
        augment({ image, mask, size, images, masks, offset: i * pixels }, options.augmentation, augmentRng);
      }
      yield { images, masks };
    }
  }
}

/** Passes on what is trained on and adds up how long it was waited for: nothing trains meanwhile. */
export class MeasuredFeed<T> implements AsyncIterable<T> {
  readonly #batches: AsyncIterable<T>;
  readonly #nowMs: () => number;
  readonly #startMs: number;
  #waitedMs = 0;

  /** @param nowMs - a clock that never goes back. */
  constructor(batches: AsyncIterable<T>, nowMs: () => number) {
    this.#batches = batches;
    this.#nowMs = nowMs;
    this.#startMs = nowMs();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    let askedMs = this.#nowMs();
    for await (const batch of this.#batches) {
      this.#waitedMs += this.#nowMs() - askedMs;
      yield batch;
      askedMs = this.#nowMs();
    }
  }

  /** Of the time since it was made, from 0 to 1; 0 if there was none. */
  get waitingShare(): number {
    const passedMs = this.#nowMs() - this.#startMs;
    return passedMs > 0 ? this.#waitedMs / passedMs : 0;
  }
}
