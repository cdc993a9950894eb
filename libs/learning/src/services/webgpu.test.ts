/** @jest-environment ./libs/learning/jest-environment.mjs */
// Training steps on onnxruntime's WebGPU provider, over SwiftShader: a Vulkan driver that computes on the processor, which
// Debian's Chromium brings along. It shows what the steps compute, not how fast.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { seededRng } from '@mammofed/core';
import { compileStep } from '../compile-step.js';
import { targetHere } from '../engine/channel-block.js';
import { CompiledPredictor } from '../engine/compiled-predictor.js';
import { CompiledTrainer } from '../engine/compiled-trainer.js';
import type { TrainingOptions } from '../engine/training-options.js';
import { GraphSession } from '../engine/graph-session.js';
import type { ModelSpec } from '../model-spec.js';
import { unpool } from '../models/layers/unpooling.js';
import { providersOf } from '../placement.test-support.js';
import {
  freshSeed,
  moves,
  normals,
  randomBatches,
  randomWeights,
  relativeDifference,
  runCompiled,
  runFunctionBothWays,
  runReference,
  segmentationStep,
  worstTensor,
  type Batch,
  type Operand,
} from '../reference.test-support.js';
import { requireNamedDriver } from '../vulkan-driver.test-support.js';
import { tf } from '../tfjs.js';

const UNET: ModelSpec = { name: 'unet', width: 1 / 32, size: 16 };
/** An odd size: 33, 16, 8, 4, 2, 1. */
const DECONVNET: ModelSpec = { name: 'deconvnet', width: 1 / 64, size: 33 };
const BATCH = 2;
const TOLERANCE = 1e-4;
const LEARNING_RATE = 1e-3;
/** As in libs/learning's own comparison: with a tiny one, Adam enlarges rounding. */
const EPSILON = 1e-4;
const seed = freshSeed();

// The driver compiles some hundred shaders for every network.
jest.setTimeout(480_000);

const adam = { kind: 'adam', epsilon: EPSILON } as const;

requireNamedDriver();

describe.each([UNET, DECONVNET])(`the step of $name for WebGPU (seed ${seed})`, (spec) => {
  it('has no node that onnxruntime places on the CPU', async () => {
    const definition = segmentationStep(spec, BATCH, adam, LEARNING_RATE);
    const forWebgpu = await providersOf(compileStep({ ...definition, target: { device: 'webgpu' } }));
    expect([...forWebgpu.keys()]).toEqual(['WebGpuExecutionProvider']);
    expect(forWebgpu.get('WebGpuExecutionProvider')).toContain('Conv');
  });

  it('is refused where it is written for the CPU, instead of running there in part', async () => {
    const { bytes } = compileStep({
      ...segmentationStep(spec, BATCH, adam, LEARNING_RATE),
      target: await targetHere('cpu'),
    });
    const create = GraphSession.create({ bytes, threads: 1, device: 'webgpu' });
    await expect(create).rejects.toMatchObject({
      code: 'session-failed',
      context: { device: 'webgpu' },
      cause: { message: expect.stringContaining('CPU EP') },
    });
  });

  it('has tfjs’s gradients: one step of plain SGD at rate 1 moves every tensor alike', async () => {
    const definition = segmentationStep(spec, BATCH, { kind: 'sgd' }, 1);
    const weights = await randomWeights(spec, 1);
    const batches = randomBatches(1, 1, BATCH * spec.size ** 2);
    const expected = await runReference(definition, weights, batches);
    const actual = await runCompiled(definition, weights, batches, 'webgpu');
    expect(relativeDifference(actual.losses, expected.losses)).toBeLessThan(TOLERANCE);
    const worst = worstTensor(moves(weights, actual.weights), moves(weights, expected.weights));
    expect(worst).toEqual({ name: worst.name, difference: expect.any(Number) });
    expect(worst.difference).toBeLessThan(10 * TOLERANCE);
  });
});

describe(`training on a WebGPU device (seed ${seed})`, () => {
  const options: TrainingOptions = {
    spec: UNET,
    batchSize: BATCH,
    learningRate: LEARNING_RATE,
    threads: 1,
    optimizer: adam,
    device: 'webgpu',
    lossesEvery: 3,
  };
  const batches = randomBatches(seed, 5, BATCH * UNET.size ** 2);
  let trainer: CompiledTrainer;
  beforeAll(async () => {
    trainer = await CompiledTrainer.create(options);
  });
  afterAll(() => trainer?.dispose());

  it('reads the losses of a few steps together; after five Adam steps they and the weights are tfjs’s, and so are predictions', async () => {
    const weights = await randomWeights(UNET, seed);
    const expected = await runReference(segmentationStep(UNET, BATCH, adam, LEARNING_RATE), weights, batches);
    trainer.reset(weights);
    const losses: number[] = [];
    const counts: number[] = [];
    for (const { images, masks } of batches) counts.push(losses.push(...(await trainer.advance(images, masks))));
    expect(counts).toEqual([0, 0, 3, 3, 3]);
    losses.push(...(await trainer.readLosses()));
    expect(relativeDifference(losses, expected.losses)).toBeLessThan(TOLERANCE);
    const trained = await trainer.weights();
    expect(worstTensor(trained, expected.weights).difference).toBeLessThan(TOLERANCE);

    const [onHost, onDevice] = await Promise.all(
      (['cpu', 'webgpu'] as const).map(async (device) => {
        const predictor = await CompiledPredictor.create({ spec: UNET, batchSize: BATCH, threads: 1, device });
        predictor.load(trained);
        const probabilities = await predictor.predict(normals(seededRng(seed), 3 * UNET.size ** 2));
        await predictor.dispose();
        return probabilities;
      }),
    );
    expect(relativeDifference(onDevice ?? [], onHost ?? [])).toBeLessThan(1e-5);
  });

  it('starts afresh with new weights: losses that nobody read are forgotten', async () => {
    const weights = await randomWeights(UNET, seed);
    const [first, second] = batches as [Batch, Batch];
    trainer.reset(weights);
    await trainer.advance(first.images, first.masks);
    trainer.reset(weights);
    const loss = await trainer.step(second.images, second.masks);
    trainer.reset(weights);
    expect([...(await trainer.advance(second.images, second.masks)), ...(await trainer.readLosses())]).toEqual([loss]);
  });

  it('finds a loss that is not finite when it reads it, and weights that are none', async () => {
    const [{ images, masks }] = batches as [Batch];
    // Not in the images: a shader's max(NaN, 0) may be 0, so that a ReLU hides them.
    const broken = masks.map(() => NaN);
    trainer.reset(await randomWeights(UNET, seed));
    expect(await trainer.advance(images, broken)).toEqual([]);
    await expect(trainer.weights()).rejects.toMatchObject({ code: 'diverged' });
    expect(await trainer.advance(images, masks)).toEqual([]);
    await expect(trainer.advance(images, masks)).rejects.toMatchObject({ code: 'diverged' });
    trainer.reset(await randomWeights(UNET, seed));
    expect(await trainer.step(images, masks)).toBeGreaterThan(0);
  });
});

describe(`what WebGPU needs other operators for (seed ${seed})`, () => {
  /** From -2 to 2, so that equal numbers in a window are frequent. */
  const wholes = (shape: readonly number[]): Operand => ({
    shape,
    values: normals(seededRng(seed, ...shape), tf.util.sizeFromShape([...shape])).map((value) => Math.round(value)),
  });
  const pool = (x: tf.Tensor, window: number, pad: 'same' | 'valid'): tf.Tensor =>
    tf.maxPool(x as tf.Tensor4D, window, window, pad);

  /** Zeros have signs, which do not matter. */
  const withoutSigns = (values: Float32Array): number[] => Array.from(values, (value) => value + 0);

  it.each<[string, (...inputs: tf.Tensor[]) => tf.Tensor[], readonly Operand[]]>([
    [
      'the gradient of pooling goes to the first of equal ones',
      (x) => [tf.grad((y) => tf.sum(tf.square(pool(y, 2, 'valid'))))(x as tf.Tensor)],
      [wholes([2, 7, 5, 3])],
    ],
    [
      'so it does where windows reach over the edge',
      (x) => [tf.grad((y) => tf.sum(tf.square(pool(y, 3, 'same'))))(x as tf.Tensor)],
      [wholes([1, 7, 8, 2])],
    ],
    [
      'unpooling and its gradient go to the places that won',
      (x, values, dy) => {
        const undo = (v: tf.Tensor): tf.Tensor => unpool(v, x as tf.Tensor, pool(x as tf.Tensor, 2, 'valid'));
        return [undo(values as tf.Tensor), tf.grad(undo)(values as tf.Tensor, dy as tf.Tensor)];
      },
      [wholes([2, 7, 5, 2]), wholes([2, 3, 2, 2]), wholes([2, 7, 5, 2])],
    ],
    [
      'more parts are cut out and joined than a shader has buffers',
      (x) => [tf.concat(tf.split(x as tf.Tensor, 60, 1).reverse(), 1)],
      [wholes([2, 60])],
    ],
  ])('%s', async (_, compute, operands) => {
    const results = await runFunctionBothWays(compute, operands, { device: 'webgpu' });
    for (const { compiled, reference } of results) expect(withoutSigns(compiled)).toEqual(withoutSigns(reference));
  });
});
