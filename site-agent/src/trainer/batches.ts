import { seededRng, shuffled, type Augmentation, type Rng, type RunConfig } from '@mammofed/core';
import { augment } from '@mammofed/imaging';

/** What a batch is made from; see RegionSample of libs/imaging. */
export interface Example {
  /** Shape (S, S). */
  readonly image: Float32Array;
  /** Shape (S, S), 0 or 1. */
  readonly mask: Uint8Array;
}

export interface BatchOptions {
  readonly examples: readonly Example[];
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

export interface Batch {
  /** Shape (B, S, S); valid until the next batch is asked for. */
  readonly images: Float32Array;
  /** Shape (B, S, S), 0 or 1; valid until the next batch is asked for. */
  readonly masks: Float32Array;
  /** 0-based. */
  readonly epoch: number;
}

export function stepsPerEpoch(exampleCount: number, batchSize: number): number {
  return Math.ceil(exampleCount / batchSize);
}

export function stepsPerRound(exampleCount: number, { batchSize, epochs }: RunConfig['training']): number {
  return epochs * stepsPerEpoch(exampleCount, batchSize);
}

/** The order in which an epoch takes its examples: whole batches, the last one filled from the order's beginning. */
export function epochOrder(rng: Rng, exampleCount: number, batchSize: number): number[] {
  const order = shuffled(
    rng,
    Array.from({ length: exampleCount }, (_, i) => i),
  );
  return Array.from(
    { length: stepsPerEpoch(exampleCount, batchSize) * batchSize },
    (_, i) => order[i % exampleCount] as number,
  );
}

/** The batches of a round, epoch after epoch. Order and augmentation have generators of their own. */
export function* batchesOf(options: BatchOptions): Generator<Batch> {
  const { examples, batchSize, epochs, size, seed, siteIndex, round } = options;
  const orderRng = seededRng(seed, siteIndex, round, 'order');
  const augmentRng = seededRng(seed, siteIndex, round, 'augment');
  const pixels = size * size;
  const images = new Float32Array(batchSize * pixels);
  const masks = new Float32Array(batchSize * pixels);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = epochOrder(orderRng, examples.length, batchSize);
    for (let start = 0; start < order.length; start += batchSize) {
      for (let i = 0; i < batchSize; i++) {
        const { image, mask } = examples[order[start + i] as number] as Example;
        augment({ image, mask, size, images, masks, offset: i * pixels }, options.augmentation, augmentRng);
      }
      yield { images, masks, epoch };
    }
  }
}

/** Passes batches on and adds up how long they were waited for: while one is made, nothing trains. */
export class MeasuredFeed implements Iterable<Batch> {
  readonly #batches: Iterator<Batch>;
  readonly #nowMs: () => number;
  readonly #startMs: number;
  #waitedMs = 0;

  /** @param nowMs - a clock that never goes back. */
  constructor(batches: Iterable<Batch>, nowMs: () => number) {
    this.#batches = batches[Symbol.iterator]();
    this.#nowMs = nowMs;
    this.#startMs = nowMs();
  }

  *[Symbol.iterator](): Generator<Batch> {
    for (;;) {
      const askedMs = this.#nowMs();
      const next = this.#batches.next();
      this.#waitedMs += this.#nowMs() - askedMs;
      if (next.done === true) return;
      yield next.value;
    }
  }

  /** Of the time since it was made, from 0 to 1; 0 if there was none. */
  get waitingShare(): number {
    const passedMs = this.#nowMs() - this.#startMs;
    return passedMs > 0 ? this.#waitedMs / passedMs : 0;
  }
}
