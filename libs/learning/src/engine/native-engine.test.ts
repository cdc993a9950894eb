/** @jest-environment ./libs/learning/jest-environment.mjs */
// What runs on TensorFlow where a site has it, here on the arithmetic that tfjs has in JavaScript.
import { afterEach, describe, expect, it } from '@jest/globals';
import { seededRng } from '@mammofed/core';
import type { ModelSpec } from '../model-spec.js';
import {
  freshSeed,
  normals,
  randomBatches,
  randomWeights,
  relativeDifference,
  runReference,
  segmentationStep,
  worstTensor,
  type Batch,
} from '../reference.test-support.js';
import { tf } from '../tfjs.js';
import { CompiledPredictor } from './compiled-predictor.js';
import type { TrainingOptions } from './training-options.js';
import { createPredictor, createTrainer } from './engines.js';
import { NativePredictor } from './native-predictor.js';
import { NativeTrainer, type NativeBackend } from './native-trainer.js';

const JAVASCRIPT: NativeBackend = { backend: 'cpu', engine: { name: 'tensorflow', device: 'cpu' } };
const ADAM = { kind: 'adam', epsilon: 1e-4 } as const;
const spec: ModelSpec = { name: 'unet', width: 1 / 64, size: 16 };
const OPTIONS: TrainingOptions = { spec, batchSize: 2, learningRate: 1e-3, threads: 1, optimizer: ADAM };
const seed = freshSeed();
const batches = randomBatches(seed, 2, 2 * 16 * 16);

const open: { dispose(): Promise<void> }[] = [];
afterEach(async () => {
  for (const engine of open.splice(0)) await engine.dispose();
});

function trainerHere(): NativeTrainer {
  const trainer = new NativeTrainer(OPTIONS, JAVASCRIPT);
  open.push(trainer);
  return trainer;
}

describe(`training by tfjs’s own operations (seed ${seed})`, () => {
  it('takes the same steps as the code that is compiled, again from new weights, and leaves no tensor behind', async () => {
    const definition = segmentationStep(spec, 2, ADAM, 1e-3);
    const trainer = trainerHere();
    for (const each of [seed, seed + 1]) {
      const weights = await randomWeights(spec, each);
      const expected = await runReference(definition, weights, batches);
      trainer.reset(weights);
      const losses: number[] = [];
      for (const { images, masks } of batches) losses.push(...(await trainer.advance(images, masks)));
      losses.push(...(await trainer.readLosses()));
      expect(relativeDifference(losses, expected.losses)).toBeLessThan(1e-6);
      expect(worstTensor(await trainer.weights(), expected.weights).difference).toBeLessThan(1e-6);
    }
    const before = tf.memory().numTensors;
    const [{ images, masks }] = batches as [Batch];
    await trainer.advance(images, masks);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('refuses what only the compiled step has', () => {
    for (const options of [{ microBatches: 2 }, { averageDecay: 0.9 }, { frozenLayers: ['down0'] }])
      expect(() => new NativeTrainer({ ...OPTIONS, ...options }, JAVASCRIPT)).toThrow(
        expect.objectContaining({
          code: 'bad-options',
          message: expect.stringContaining(Object.keys(options)[0] as string),
        }),
      );
  });

  it('refuses weights and batches of another shape, a step without weights, and a loss that is no number', async () => {
    const trainer = trainerHere();
    const [{ images, masks }] = batches as [Batch];
    await expect(trainer.advance(images, masks)).rejects.toMatchObject({ code: 'no-weights' });
    await expect(trainer.weights()).rejects.toMatchObject({ code: 'no-weights' });
    const weights = await randomWeights(spec, seed);
    expect(() => trainer.reset(weights.slice(1))).toThrow(expect.objectContaining({ code: 'wrong-weights' }));
    trainer.reset(weights);
    await expect(trainer.advance(images.subarray(1), masks)).rejects.toMatchObject({ code: 'wrong-shape' });
    await expect(
      trainer.advance(
        images,
        masks.map(() => NaN),
      ),
    ).rejects.toMatchObject({ code: 'diverged' });
  });
});

describe(`predicting by tfjs’s own operations (seed ${seed})`, () => {
  it('gives the compiled graph’s probabilities for any number of images', async () => {
    const weights = await randomWeights(spec, seed);
    const images = normals(seededRng(seed), 3 * 16 * 16);
    const compiled = await CompiledPredictor.create({ spec, batchSize: 2, threads: 1 });
    const native = new NativePredictor({ spec, batchSize: 2, threads: 1 }, JAVASCRIPT);
    open.push(compiled, native);
    await expect(native.predict(images)).rejects.toMatchObject({ code: 'no-weights' });
    for (const predictor of [compiled, native]) predictor.load(weights);
    expect(relativeDifference(await native.predict(images), await compiled.predict(images))).toBeLessThan(1e-5);
    await expect(native.predict(images.subarray(1))).rejects.toMatchObject({ code: 'wrong-shape' });
  });
});

describe('an engine that is not there', () => {
  it.each(['tfjs-node', 'tfjs-node-gpu'] as const)('%s is refused with the package that is missing', async (engine) => {
    const missing = { code: 'engine-missing', message: `@tensorflow/${engine} is not installed` };
    await expect(createTrainer(engine, OPTIONS)).rejects.toMatchObject(missing);
    await expect(createPredictor(engine, OPTIONS)).rejects.toMatchObject(missing);
  });

  it('cuda is refused without its provider’s library', async () => {
    const refused = { code: 'session-failed', context: { device: 'cuda' } };
    await expect(createTrainer('cuda', OPTIONS)).rejects.toMatchObject(refused);
  });
});
