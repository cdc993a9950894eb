import { describe, expect, it } from '@jest/globals';
import { AUGMENTATIONS, seededRng } from '@mammofed/core';
import fc from 'fast-check';
import {
  epochOrder,
  MeasuredFeed,
  stepsPerEpoch,
  type BatchArrays,
  type BatchOptions,
  type Example,
} from './batches.js';
import { overwritingBatches } from './examples.test-support.js';

const SIZE = 2;
/** Example i has the pixels 10 i + 0..3, so that a batch shows what is where and how it is turned. */
function examples(count: number): Example[] {
  return Array.from({ length: count }, (_, i) => ({
    image: Float32Array.from({ length: SIZE * SIZE }, (_, p) => 10 * i + p),
    mask: Uint8Array.from({ length: SIZE * SIZE }, (_, p) => (p === 0 ? 1 : 0)),
  }));
}

const OPTIONS: BatchOptions = {
  examples: examples(5),
  batchSize: 2,
  epochs: 2,
  size: SIZE,
  augmentation: AUGMENTATIONS.none,
  seed: 7,
  siteIndex: 1,
  round: 3,
};

function whoIsIn(batch: readonly number[]): number[] {
  return batch.filter((_, at) => at % (SIZE * SIZE) === 0).map((pixel) => Math.floor(pixel / 10));
}

function collected(options: BatchOptions): { images: number[]; masks: number[] }[] {
  const batches = [];
  for (const { images, masks } of overwritingBatches(options)) batches.push({ images: [...images], masks: [...masks] });
  return batches;
}

describe('the order of an epoch', () => {
  it('has every example once, then its own beginning until the last batch is full', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 12 }),
        fc.nat(),
        (count, batchSize, seed) => {
          const order = epochOrder(seededRng(seed), count, batchSize);
          expect(order).toHaveLength(stepsPerEpoch(count, batchSize) * batchSize);
          expect([...order.slice(0, count)].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
          for (let i = count; i < order.length; i++) expect(order[i]).toBe(order[i % count]);
        },
      ),
    );
  });
});

describe('a measured feed', () => {
  it('passes every batch on and says which share of the time they were waited for', async () => {
    let nowMs = 0;
    async function* slowly(): AsyncGenerator<BatchArrays> {
      for (const batch of overwritingBatches(OPTIONS)) {
        nowMs += 3;
        yield batch;
      }
    }
    const feed = new MeasuredFeed(slowly(), () => nowMs);
    expect(feed.waitingShare).toBe(0);
    const images: number[][] = [];
    for await (const batch of feed) {
      images.push([...batch.images]);
      nowMs += 97;
    }
    expect(images).toEqual(collected(OPTIONS).map((batch) => batch.images));
    expect(feed.waitingShare).toBeCloseTo(0.03, 12);
  });
});

describe('the batches of a round', () => {
  it('are the same for the same seed, site and round, and others for any other', () => {
    const first = collected(OPTIONS);
    expect(collected(OPTIONS)).toEqual(first);
    for (const other of [{ seed: 8 }, { siteIndex: 2 }, { round: 4 }]) {
      expect(collected({ ...OPTIONS, ...other })).not.toEqual(first);
    }
  });

  it('take these examples for ever where nothing is balanced', () => {
    const taken = collected(OPTIONS).map(({ images }) => whoIsIn(images));
    expect(taken).toEqual([
      [0, 4],
      [1, 2],
      [3, 0],
      [3, 0],
      [1, 2],
      [4, 3],
    ]);
  });

  it('are as many, repeat as well and are of equally many of each class where they are balanced', () => {
    // Of ten examples, the last two are of a class of their own.
    const classOf = Array.from({ length: 10 }, (_, i) => (i < 8 ? 'central' : 'edge'));
    const balanced: BatchOptions = {
      ...OPTIONS,
      examples: examples(10),
      batchSize: 4,
      classes: { kind: 'edge', classOf, strength: 1 },
    };
    const first = collected(balanced);
    expect(first).toHaveLength(collected({ ...balanced, classes: undefined }).length);
    expect(collected(balanced)).toEqual(first);
    expect(collected({ ...balanced, round: 4 })).not.toEqual(first);
    for (const epoch of [first.slice(0, 3), first.slice(3)]) {
      const taken = epoch.flatMap(({ images }) => whoIsIn(images));
      expect(taken.filter((i) => classOf[i] === 'edge')).toHaveLength(6);
      expect(taken.filter((i) => i === 9)).toHaveLength(3);
    }
  });

  it('shuffle anew in each epoch', () => {
    const big = collected({ ...OPTIONS, examples: examples(20) });
    const orderOf = (batches: typeof big) => batches.flatMap(({ images }) => whoIsIn(images));
    expect(orderOf(big.slice(big.length / 2))).not.toEqual(orderOf(big.slice(0, big.length / 2)));
  });

  it('take the same examples in the same order with and without augmentation', () => {
    const plain = collected(OPTIONS).map(({ images }) => whoIsIn(images));
    const augmented = collected({ ...OPTIONS, augmentation: AUGMENTATIONS.symmetries }).map(({ images }) =>
      whoIsIn(images),
    );
    expect(augmented).toEqual(plain);
  });

  it('turn image and mask together', () => {
    const seen = new Set<string>();
    for (const { images, masks } of collected({ ...OPTIONS, epochs: 40, augmentation: AUGMENTATIONS.symmetries })) {
      images.forEach((pixel, at) => expect(masks[at]).toBe(pixel % 10 === 0 ? 1 : 0));
      for (let at = 0; at < images.length; at += 4)
        seen.add(
          images
            .slice(at, at + 4)
            .map((pixel) => pixel % 10)
            .join(),
        );
    }
    expect(seen.size).toBe(8);
  });
});
