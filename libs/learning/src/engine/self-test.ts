import { seededRng, normal } from '@mammofed/core';
import { LearningError } from '../errors.js';
import { initialTensors } from '../initial-tensors.js';
import type { ModelSpec } from '../model-spec.js';
import type { TrainingOptions } from './training-options.js';
import type { Trainer } from './engine.js';

/**
 * A training so small that it takes no time, whose losses are known from tfjs's own arithmetic: before the first step and
 * after each of the next two. Weights and images are drawn from a fixed seed.
 */
export const SELF_TEST = {
  options: {
    spec: { name: 'unet', width: 1 / 32, size: 16 } satisfies ModelSpec,
    batchSize: 2,
    learningRate: 1e-2,
    optimizer: { kind: 'adam', epsilon: 1e-4 },
    threads: 1,
  } satisfies TrainingOptions,
  seed: 1,
  losses: [1.3372959, 1.3319693, 1.3285992],
} as const;

/** An engine whose losses are further from the known ones, relative to them, computes something else. */
const TOLERANCE = 1e-3;

/** The images and masks of every step of the self-test. */
export function selfTestBatch(): { readonly images: Float32Array; readonly masks: Float32Array } {
  const { spec, batchSize } = SELF_TEST.options;
  const rng = seededRng('self-test', SELF_TEST.seed);
  const pixels = batchSize * spec.size * spec.size;
  const images = Float32Array.from({ length: pixels }, () => normal(rng));
  return { images, masks: images.map((value) => (value > 0.5 ? 1 : 0)) };
}

/**
 * Trains the self-test's steps.
 * @param trainer - made with the options of {@link SELF_TEST}; left with other weights.
 * @throws LearningError `self-test-failed` if the losses are not the known ones; what the trainer throws.
 */
export async function runSelfTest(trainer: Trainer): Promise<void> {
  const { options, seed, losses: expected } = SELF_TEST;
  trainer.reset(await initialTensors(options.spec, seed));
  const { images, masks } = selfTestBatch();
  const losses: number[] = [];
  for (let step = 0; step < expected.length; step++) losses.push(...(await trainer.advance(images, masks)));
  losses.push(...(await trainer.readLosses()));
  const isRight = expected.every((loss, step) => Math.abs((losses[step] as number) - loss) <= TOLERANCE * loss);
  if (!isRight)
    throw new LearningError(
      'self-test-failed',
      `the self-test's losses are ${losses.join(', ')} instead of ${expected.join(', ')}`,
    );
}
