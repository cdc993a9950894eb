/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { compilePrediction } from '../../compile-prediction.js';
import { compileStep } from '../../compile-step.js';
import { drawRandomInput, type RandomInput } from '../../random-inputs.js';
import {
  freshSeed,
  randomBatches,
  runCompiled,
  runReference,
  type Batch,
  type TestStep,
} from '../../reference.test-support.js';
import { tf, tfLayers } from '../../tfjs.js';
import { Dropout } from './dropout.js';

const SHAPE = [3, 8, 8, 1];
const seed = freshSeed();

/** The input times one number, with one layer of dropout that is applied twice. */
function scaledAndDropped(rate: number): tfLayers.LayersModel {
  const input = tfLayers.input({ shape: SHAPE.slice(1) });
  const scaled = tfLayers.layers.conv2d({ name: 'scale', filters: 1, kernelSize: 1, useBias: false }).apply(input);
  const dropout = new Dropout('drop', rate);
  const outputs = dropout.apply(dropout.apply(scaled)) as tfLayers.SymbolicTensor;
  return tfLayers.model({ inputs: input, outputs, name: 'dropping' });
}

/** The loss of a step is the sum of what the model puts out. */
function definition(rate: number): TestStep {
  return {
    buildModel: () => scaledAndDropped(rate),
    update: { optimizer: { kind: 'sgd' } },
    learningRate: 1,
    loss: (_, outputs) => tf.sum(outputs) as tf.Scalar,
    imageShape: SHAPE,
    maskShape: SHAPE,
  };
}

/** Images of positive numbers, whose sums are far from zero. */
function batches(count: number): Batch[] {
  return randomBatches(seed, count, 3 * 64).map((batch) => ({ ...batch, images: batch.images.map(Math.abs) }));
}

const weights = [{ name: 'scale/kernel', shape: [1, 1, 1, 1], data: Float32Array.of(1) }];

describe(`dropout (seed ${seed})`, () => {
  it('of a compiled step names what has to be drawn: for each application its shape and how much is kept', () => {
    const wanted = { layer: 'drop', shape: SHAPE, keepProbability: 0.75 };
    expect(compileStep(definition(0.25)).randomInputs).toEqual([
      { ...wanted, name: 'dropout/drop/0' },
      { ...wanted, name: 'dropout/drop/1' },
    ]);
  });

  it('multiplies by the factors drawn, other ones in each step, in the loss and in the gradient', async () => {
    const [batch] = batches(1) as [Batch];
    const outcome = await runCompiled(definition(0.5), weights, [batch, batch, batch]);
    const inputs = compileStep(definition(0.5)).randomInputs;
    const sums = [0, 1, 2].map((step) => {
      const [first, second] = inputs.map((input) => drawRandomInput(input, ['reference'], step));
      return batch.images.reduce((sum, x, i) => sum + x * (first?.[i] as number) * (second?.[i] as number), 0);
    });
    // The loss is the weight times the sum, and the weight's gradient is the sum.
    let weight = 1;
    const expected = sums.map((sum) => {
      const loss = weight * sum;
      weight -= sum;
      return loss;
    });
    outcome.losses.forEach((loss, step) => expect(loss / (expected[step] as number)).toBeCloseTo(1, 3));
    expect((outcome.weights[0]?.data[0] as number) / weight).toBeCloseTo(1, 3);
    expect(new Set(sums).size).toBe(3);
  });

  it('has the same losses and weights in tfjs’s own arithmetic with the same factors', async () => {
    const compiled = await runCompiled(definition(0.3), weights, batches(4));
    const reference = await runReference(definition(0.3), weights, batches(4));
    compiled.losses.forEach((loss, step) => expect(loss / (reference.losses[step] as number)).toBeCloseTo(1, 3));
  });

  it('of a prediction changes nothing and needs no draw', () => {
    const bytes = Buffer.from(compilePrediction(() => scaledAndDropped(0.5), SHAPE).bytes);
    expect(bytes.includes('dropout/')).toBe(false);
    expect(compileStep(definition(0)).randomInputs).toEqual([]);
  });

  it.each([1, -0.1, NaN, 2])('is refused with rate %d', (rate) => {
    expect(() => new Dropout('drop', rate)).toThrow(expect.objectContaining({ code: 'bad-options' }));
  });
});

describe('the factors of a dropout', () => {
  const input: RandomInput = { name: 'dropout/a/0', layer: 'a', shape: [100, 200], keepProbability: 0.8 };

  it('are 1 / keepProbability with that probability and 0 otherwise', () => {
    const factors = drawRandomInput(input, ['a seed', 3], 7);
    expect(factors).toHaveLength(20_000);
    expect(new Set(factors)).toEqual(new Set([0, 1.25]));
    const kept = factors.filter((factor) => factor > 0).length;
    // Binomial: standard deviation 57; six of them.
    expect(Math.abs(kept - 16_000)).toBeLessThan(340);
  });

  it('depend on the seed, the step and the input, and on nothing else', () => {
    const bits = (...args: Parameters<typeof drawRandomInput>): string => drawRandomInput(...args).join('');
    const first = bits(input, ['s', 1], 0);
    expect(bits({ ...input, layer: 'renamed' }, ['s', 1], 0)).toBe(first);
    const others = [
      bits(input, ['s', 2], 0),
      bits(input, ['s', 1], 1),
      bits({ ...input, name: 'dropout/a/1' }, ['s', 1], 0),
    ];
    expect(new Set([first, ...others]).size).toBe(4);
  });
});
