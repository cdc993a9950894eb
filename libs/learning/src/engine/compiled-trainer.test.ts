/** @jest-environment ./libs/learning/jest-environment.mjs */
import { afterEach, describe, expect, it } from '@jest/globals';
import type { NamedTensor } from '@mammofed/core';
import { initialTensors } from '../initial-tensors.js';
import type { ModelSpec } from '../model-spec.js';
import { freshSeed, randomBatches, type Batch } from '../reference.test-support.js';
import { CompiledTrainer } from './compiled-trainer.js';
import type { TrainingOptions } from './training-options.js';

const spec: ModelSpec = { name: 'unet', width: 1 / 32, size: 16 };
const OPTIONS: TrainingOptions = { spec, batchSize: 2, learningRate: 1e-3, threads: 1 };
const PIXELS = 2 * 16 * 16;
/** With batch normalization, unpooling, and maps of odd sizes. */
const deconvnet: ModelSpec = { name: 'deconvnet', width: 1 / 32, size: 33 };
const seed = freshSeed();

const open: CompiledTrainer[] = [];
afterEach(async () => {
  for (const trainer of open.splice(0)) await trainer.dispose();
});

async function newTrainer(changes: Partial<TrainingOptions> = {}): Promise<CompiledTrainer> {
  const trainer = await CompiledTrainer.create({ ...OPTIONS, ...changes });
  open.push(trainer);
  return trainer;
}

async function train(
  trainer: CompiledTrainer,
  weights: readonly NamedTensor[],
  batches: readonly Batch[],
): Promise<number[]> {
  trainer.reset(weights);
  const losses: number[] = [];
  for (const { images, masks } of batches) losses.push(await trainer.step(images, masks));
  return losses;
}

/** Every bit of the weights. */
function bits(weights: readonly NamedTensor[]): string {
  return weights.map(({ name, data }) => `${name} ${Buffer.from(data.buffer).toString('base64')}`).join('\n');
}

describe(`training (seed ${seed})`, () => {
  it.each([
    { model: spec, threads: 1 },
    { model: spec, threads: 2 },
    { model: deconvnet, threads: 1 },
    { model: deconvnet, threads: 2 },
  ])(
    'of a $model.name with $threads threads repeats bit for bit: two trainers, and the same one again',
    async ({ model, threads }) => {
      const weights = await initialTensors(model, seed);
      const batches = randomBatches(seed, 4, 2 * model.size ** 2);
      const changes = { spec: model, threads };
      const [first, second] = [await newTrainer(changes), await newTrainer(changes)];
      const losses = await train(first, weights, batches);
      expect(await train(second, weights, batches)).toEqual(losses);
      expect(bits(await second.weights())).toBe(bits(await first.weights()));
      const result = bits(await first.weights());
      expect(result).not.toBe(bits(weights));
      // A reset forgets the optimizer's state as well.
      expect(await train(first, weights, batches)).toEqual(losses);
      expect(bits(await first.weights())).toBe(result);
    },
  );

  it('learns: the loss of a batch falls when it is seen over and over', async () => {
    const trainer = await newTrainer({ learningRate: 1e-2 });
    const [batch] = randomBatches(seed, 1, PIXELS) as [Batch];
    // The masks are a threshold of the images, so there is something to learn.
    const masks = batch.images.map((value) => (value > 0.5 ? 1 : 0));
    const losses = await train(trainer, await initialTensors(spec, 3), Array<Batch>(60).fill({ ...batch, masks }));
    expect(Math.min(...losses.slice(-5))).toBeLessThan(0.9 * (losses[0] as number));
  });

  it('leaves what it was given as it was, and gives copies', async () => {
    const trainer = await newTrainer();
    const weights = await initialTensors(spec, seed);
    const before = bits(weights);
    const [batch] = randomBatches(seed, 1, PIXELS) as [Batch];
    const { images, masks } = { images: batch.images.slice(), masks: batch.masks.slice() };
    await train(trainer, weights, [batch]);
    expect(bits(weights)).toBe(before);
    expect(batch).toEqual({ images, masks });
    const after = bits(await trainer.weights());
    for (const { data } of await trainer.weights()) data.fill(0);
    for (const { data } of weights) data.fill(0);
    expect(bits(await trainer.weights())).toBe(after);
  });

  it('counts its steps, and a reset does not set them back', async () => {
    const trainer = await newTrainer();
    const weights = await initialTensors(spec, seed);
    const batches = randomBatches(seed, 2, PIXELS);
    expect(trainer.stepsRun).toBe(0);
    await train(trainer, weights, batches);
    await train(trainer, weights, batches);
    expect(trainer.stepsRun).toBe(4);
    expect(trainer.engine).toEqual({ name: 'compiled', device: 'cpu' });
  });
});

describe('a trainer refuses', () => {
  it.each<[string, Partial<TrainingOptions>]>([
    ['a batch of no image', { batchSize: 0 }],
    ['half an image in a batch', { batchSize: 1.5 }],
    ['no thread', { threads: 0 }],
    ['a number of threads that is not one', { threads: NaN }],
    ['learning rate 0', { learningRate: 0 }],
    ['a learning rate that is not a number', { learningRate: NaN }],
    ['an infinite learning rate', { learningRate: Infinity }],
    ['epsilon 0', { optimizer: { kind: 'adam', epsilon: 0 } }],
  ])('%s', async (_, changes) => {
    await expect(CompiledTrainer.create({ ...OPTIONS, ...changes })).rejects.toMatchObject({ code: 'bad-options' });
  });

  it('a model that cannot be built', async () => {
    const create = CompiledTrainer.create({ ...OPTIONS, spec: { ...spec, size: 20 } });
    await expect(create).rejects.toMatchObject({ code: 'bad-model-spec' });
  });

  it('to step, and to give weights, before it has any', async () => {
    const trainer = await newTrainer();
    await expect(trainer.step(new Float32Array(PIXELS), new Float32Array(PIXELS))).rejects.toMatchObject({
      code: 'no-weights',
    });
    await expect(trainer.weights()).rejects.toMatchObject({ code: 'no-weights' });
  });

  it('weights of another model: a tensor too few or too many, another order, name, shape or length', async () => {
    const trainer = await newTrainer();
    const weights = await initialTensors(spec, 1);
    const [first, second, ...rest] = weights as [NamedTensor, NamedTensor, ...NamedTensor[]];
    for (const wrong of [
      [],
      weights.slice(1),
      [...weights, first],
      [second, first, ...rest],
      [{ ...first, name: 'down0/conv0/weights' }, second, ...rest],
      [{ ...first, shape: [...first.shape].reverse() }, second, ...rest],
      [{ ...first, data: first.data.subarray(1) }, second, ...rest],
      await initialTensors({ ...spec, width: 1 / 16 }, 1),
    ])
      expect(() => trainer.reset(wrong)).toThrow(expect.objectContaining({ code: 'wrong-weights' }));
  });

  it('images or masks of another size', async () => {
    const trainer = await newTrainer();
    trainer.reset(await initialTensors(spec, 1));
    const batch = new Float32Array(PIXELS);
    for (const [images, masks] of [
      [batch.subarray(1), batch],
      [batch, batch.subarray(1)],
      [new Float32Array(2 * PIXELS), new Float32Array(2 * PIXELS)],
      [new Float32Array(0), new Float32Array(0)],
    ] as const)
      await expect(trainer.step(images, masks)).rejects.toMatchObject({ code: 'wrong-shape' });
    expect(trainer.stepsRun).toBe(0);
  });

  it('everything else while a step runs', async () => {
    const trainer = await newTrainer();
    const weights = await initialTensors(spec, 1);
    trainer.reset(weights);
    const [{ images, masks }] = randomBatches(1, 1, PIXELS) as [Batch];
    const running = trainer.step(images, masks);
    await expect(trainer.step(images, masks)).rejects.toMatchObject({ code: 'busy' });
    await expect(trainer.weights()).rejects.toMatchObject({ code: 'busy' });
    expect(() => trainer.reset(weights)).toThrow(expect.objectContaining({ code: 'busy' }));
    await expect(trainer.dispose()).rejects.toMatchObject({ code: 'busy' });
    expect(await running).toBeGreaterThan(0);
    expect(trainer.stepsRun).toBe(1);
  });

  it('everything after it was disposed of, but to be disposed of again', async () => {
    const trainer = await newTrainer();
    const weights = await initialTensors(spec, 1);
    trainer.reset(weights);
    await trainer.dispose();
    await trainer.dispose();
    const batch = new Float32Array(PIXELS);
    await expect(trainer.step(batch, batch)).rejects.toMatchObject({ code: 'disposed' });
    await expect(trainer.weights()).rejects.toMatchObject({ code: 'disposed' });
    expect(() => trainer.reset(weights)).toThrow(expect.objectContaining({ code: 'disposed' }));
  });

  it('to go on with a loss that is not a number, and learns again after a reset', async () => {
    const trainer = await newTrainer();
    const weights = await initialTensors(spec, 1);
    const [{ images, masks }] = randomBatches(1, 1, PIXELS) as [Batch];
    trainer.reset(weights);
    const broken = images.slice();
    broken[7] = NaN;
    await expect(trainer.step(broken, masks)).rejects.toMatchObject({ code: 'diverged' });
    await expect(trainer.step(images, masks)).rejects.toMatchObject({ code: 'diverged' });
    trainer.reset(weights);
    expect(await trainer.step(images, masks)).toBeGreaterThan(0);
  });
});
