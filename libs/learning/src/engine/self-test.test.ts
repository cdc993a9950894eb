/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import '@tensorflow/tfjs-backend-cpu';
import { initialTensors } from '../initial-tensors.js';
import { tf } from '../tfjs.js';
import { CompiledTrainer } from './compiled-trainer.js';
import { NativeTrainer } from './native-trainer.js';
import { runSelfTest, SELF_TEST, selfTestBatch } from './self-test.js';

tf.env().set('PROD', true);

const { options, seed, losses } = SELF_TEST;

describe('the self-test of an engine', () => {
  it('knows the losses of tfjs’s own arithmetic, which fall', async () => {
    const reference = new NativeTrainer(options, { backend: 'cpu', engine: { name: 'tensorflow', device: 'cpu' } });
    reference.reset(await initialTensors(options.spec, seed));
    const { images, masks } = selfTestBatch();
    for (const loss of losses) {
      const [actual] = await reference.advance(images, masks);
      expect(actual).toBeCloseTo(loss, 6);
    }
    expect(losses[2]).toBeLessThan(losses[0]);
    await expect(runSelfTest(reference)).resolves.toBeUndefined();
    await reference.dispose();
  });

  it('is passed by the compiled step', async () => {
    const trainer = await CompiledTrainer.create(options);
    await runSelfTest(trainer);
    await trainer.dispose();
  });

  it('is failed by a trainer whose steps are too long, or whose losses are no numbers', async () => {
    const trainer = await CompiledTrainer.create({ ...options, learningRate: 3 * options.learningRate });
    await expect(runSelfTest(trainer)).rejects.toMatchObject({ code: 'self-test-failed' });
    const none = { ...nothing, advance: () => Promise.resolve([NaN]) };
    await expect(runSelfTest(none)).rejects.toMatchObject({ code: 'self-test-failed' });
    await expect(runSelfTest(nothing)).rejects.toMatchObject({ code: 'self-test-failed' });
    await trainer.dispose();
  });
});

/** A trainer that does nothing. */
const nothing = {
  engine: { name: 'compiled', device: 'cuda' },
  trainedCount: 0,
  reset: () => undefined,
  advance: () => Promise.resolve([]),
  readLosses: () => Promise.resolve([]),
  weights: () => Promise.resolve([]),
  dispose: () => Promise.resolve(),
} as const;
