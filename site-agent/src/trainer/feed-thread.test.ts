import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { AUGMENTATIONS } from '@mammofed/core';
import fc from 'fast-check';
import { temporaryFolders } from '../fixtures.test-support.js';
import { type BatchArrays, type BatchOptions, type Example } from './batches.js';
import { overwritingBatches, randomExamples } from './examples.test-support.js';
import { FeedThread } from './feed-thread.js';
import { lotCapacity } from './private-lots.js';
import type { StepInputs, StepSource } from './step-source.js';

// The thread runs compiled code: `node scripts/setup.mjs` has built it before the tests run.
const DIST = join(import.meta.dirname, '..', '..', 'dist', 'trainer');
const thread = new FeedThread(pathToFileURL(join(DIST, 'feed-worker.js')));
const folder = temporaryFolders();

const SIZE = 16;
const OPTIONS: BatchOptions = {
  examples: randomExamples(10, SIZE),
  batchSize: 4,
  epochs: 2,
  size: SIZE,
  augmentation: AUGMENTATIONS.full,
  seed: 7,
  siteIndex: 1,
  round: 3,
};

const bytesOf = ({ images, masks }: BatchArrays): Buffer =>
  Buffer.concat(
    [images, masks].map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
  );

/** As hexadecimal digits, copied before the arrays are used again. */
function batchBytes(options: BatchOptions): string[] {
  return Array.from(overwritingBatches(options), (batch) => bytesOf(batch).toString('hex'));
}

async function stepBytes(options: BatchOptions): Promise<string[]> {
  const steps: string[] = [];
  for await (const step of thread.steps({ kind: 'batches', options })) steps.push(bytesOf(step).toString('hex'));
  return steps;
}

function inSharedMemory({ image, mask }: Example): { image: Float32Array; mask: Uint8Array } {
  const shared = {
    image: new Float32Array(new SharedArrayBuffer(image.byteLength)),
    mask: new Uint8Array(new SharedArrayBuffer(mask.byteLength)),
  };
  shared.image.set(image);
  shared.mask.set(mask);
  return shared;
}

describe('the thread that makes batches', () => {
  it('gives the batches of the round bit for bit, from shared memory or not', async () => {
    const options = fc.record({
      exampleCount: fc.integer({ min: 1, max: 12 }),
      batchSize: fc.integer({ min: 1, max: 5 }),
      epochs: fc.integer({ min: 1, max: 3 }),
      augmentation: fc.constantFrom(...Object.values(AUGMENTATIONS)),
      seed: fc.nat(),
      siteIndex: fc.nat(100),
      round: fc.nat(100),
      isShared: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(options, async ({ exampleCount, isShared, ...drawn }) => {
        const examples = randomExamples(exampleCount, SIZE);
        const steps = await stepBytes({
          ...drawn,
          size: SIZE,
          examples: isShared ? examples.map(inSharedMemory) : examples,
        });
        expect(steps).toEqual(batchBytes({ ...drawn, size: SIZE, examples }));
      }),
      { numRuns: 30 },
    );
  });

  it('is no more than one batch ahead, and reads the examples where they are', async () => {
    const examples = OPTIONS.examples.map(inSharedMemory);
    const options = { ...OPTIONS, augmentation: AUGMENTATIONS.none, examples };
    const isChanged: boolean[] = [];
    for await (const { images } of thread.steps({ kind: 'batches', options })) {
      isChanged.push(images.every((pixel) => pixel === 9));
      if (isChanged.length === 1) for (const { image } of examples) image.fill(9);
    }
    // The second is made before the change, after it or in between; nobody can say.
    expect(isChanged).toEqual([false, expect.any(Boolean), true, true, true, true]);
  });

  it('gives lots with fresh noise for each step', async () => {
    const [lotSize, lotCount, count, deviation] = [4, 3, 10_001, 0.5];
    const examples = OPTIONS.examples.map((example, i) => ({ ...example, patient: `p${i}` }));
    const { size, augmentation } = OPTIONS;
    const source: StepSource = {
      kind: 'lots',
      options: { examples, lotSize, capacity: lotCapacity(lotSize, 4), lotCount, size, augmentation },
      noise: { count, deviation },
    };
    const seen = new Set<number>();
    let steps = 0;
    for await (const { images, examples: lot } of thread.steps(source)) {
      steps++;
      const { weights, noise } = lot as NonNullable<StepInputs['examples']>;
      expect(weights).toHaveLength(lotCapacity(lotSize, 4));
      expect(images).toHaveLength(weights.length * size ** 2);
      expect(noise).toHaveLength(count);
      // Six deviations of the mean of squares.
      const square = noise.reduce((sum, x) => sum + (x / deviation) ** 2, 0) / count;
      expect(Math.abs(square - 1)).toBeLessThan(6 * Math.sqrt(2 / count));
      seen.add(noise[0] as number);
    }
    expect(steps).toBe(lotCount);
    expect(seen.size).toBe(lotCount);
  });

  it('forgets a round that is left early, and makes the next one', async () => {
    for (let time = 0; time < 3; time++) {
      for await (const step of thread.steps({ kind: 'batches', options: { ...OPTIONS, epochs: 1000 } })) {
        expect(bytesOf(step).toString('hex')).toBe(batchBytes(OPTIONS)[0]);
        break;
      }
    }
    expect(await stepBytes(OPTIONS)).toEqual(batchBytes(OPTIONS));
  });

  it('reports a failure to the step that needs the batch, with its cause, and is started again', async () => {
    const options = { ...OPTIONS, batchSize: 1, augmentation: AUGMENTATIONS.none };
    const broken = OPTIONS.examples[3] as Example;
    const brokenBytes = bytesOf({ images: broken.image, masks: Float32Array.from(broken.mask) }).toString('hex');
    const before = batchBytes(options).indexOf(brokenBytes);
    const examples = options.examples.map((example) =>
      example === broken ? { ...example, image: null as unknown as Float32Array } : example,
    );
    let steps = 0;
    const failing = async (): Promise<void> => {
      for await (const step of thread.steps({ kind: 'batches', options: { ...options, examples } })) {
        expect(step.images).toHaveLength(SIZE ** 2);
        steps++;
      }
    };
    await expect(failing()).rejects.toMatchObject({
      code: 'batches-failed',
      cause: { message: expect.stringContaining('null') },
    });
    expect(steps).toBe(before);
    expect(await stepBytes(OPTIONS)).toEqual(batchBytes(OPTIONS));
  });

  it('keeps no process from ending, whether a round was finished, left or failed', async () => {
    const script = `
      import { FeedThread } from ${JSON.stringify(pathToFileURL(join(DIST, 'feed-thread.js')).href)};
      const thread = new FeedThread(new URL(${JSON.stringify(pathToFileURL(join(DIST, 'feed-worker.js')).href)}));
      const options = {
        examples: [{ image: new Float32Array(4), mask: new Uint8Array(4).fill(1) }],
        ...{ batchSize: 1, epochs: 5, size: 2, seed: 1, siteIndex: 0, round: 1 },
        augmentation: ${JSON.stringify(AUGMENTATIONS.none)},
      };
      let steps = 0;
      const how = process.argv[2];
      for await (const step of thread.steps({ kind: 'batches', options })) {
        steps++;
        if (how === 'left' && steps === 2) break;
        if (how === 'failed' && steps === 3) throw new Error('as a step may');
      }
      process.stdout.write(String(steps));`;
    const file = join(await folder(), 'rounds.mjs');
    await writeFile(file, script);
    const run = (how: string) => {
      const { status, stdout, error } = spawnSync(process.execPath, [file, how], { encoding: 'utf8', timeout: 60_000 });
      return { status, stdout, error };
    };
    expect(run('finished')).toEqual({ status: 0, stdout: '5', error: undefined });
    expect(run('left')).toEqual({ status: 0, stdout: '2', error: undefined });
    expect(run('failed')).toEqual({ status: 1, stdout: '', error: undefined });
  });
});
