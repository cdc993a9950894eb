/** @jest-environment ./libs/learning/jest-environment.mjs */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { changeBound } from '@mammofed/aggregation';
import { isBatchStatistic, type NamedTensor, type RunConfig } from '@mammofed/core';
import { CompiledTrainer, initialTensors } from '@mammofed/learning';
import { testRunConfig } from '../fixtures.test-support.js';
import { overwritingBatches, randomExamples } from './examples.test-support.js';
import { trainingOptions } from './training-options.js';

const STEPS = 5;
/** Gradients ten thousand times as large. */
const LOSS = [{ kind: 'cross-entropy', weight: 1e4 }] as const;
/**
 * How far gradients that grow in every step take Adam beyond its bound, at most: by Cauchy–Schwarz, step t has up to
 * (1 − β₁)/(1 − β₁ᵗ) · √((1 − β₂ᵗ)/(1 − β₂) · Σ_{j<t} (β₁²/β₂)ʲ) learning rates, 1.0045 on average over the first five.
 */
const GROWING = 1.0046;
const PLAIN = testRunConfig();
let base: NamedTensor[];

beforeAll(async () => {
  base = await initialTensors(PLAIN.model, PLAIN.seed);
});

describe('the bound of a round’s change', () => {
  const rules: readonly (readonly [string, Partial<RunConfig['training']>])[] = [
    ['plain gradient descent', { optimizer: { kind: 'sgd' }, clipNorm: 2 }],
    ['... with weight decay', { optimizer: { kind: 'sgd' }, clipNorm: 2, weightDecay: 3 }],
    ['momentum', { optimizer: { kind: 'momentum', momentum: 0.9 }, clipNorm: 2, weightDecay: 0.1 }],
    ['Nesterov’s', { optimizer: { kind: 'momentum', momentum: 0.9, nesterov: true }, clipNorm: 2 }],
    ['adagrad', { optimizer: { kind: 'adagrad', initialAccumulator: 0 } }],
    ['adadelta', { optimizer: { kind: 'adadelta' }, clipNorm: 2 }],
    ['rmsprop', { optimizer: { kind: 'rmsprop', momentum: 0.5 }, weightDecay: 1 }],
    ['... centered', { optimizer: { kind: 'rmsprop', centered: true, epsilon: 1e-3 }, clipNorm: 2 }],
    ['adam', {}],
    ['... with weight decay', { weightDecay: 1 }],
    ['adamw', { optimizer: { kind: 'adamw' }, weightDecay: 4 }],
    ['adamax', { optimizer: { kind: 'adamax' } }],
  ];

  it.each(rules)('holds for %s, however large the gradients are', async (_name, changes) => {
    const rule = { ...PLAIN.training, learningRate: 0.05, loss: LOSS, ...changes };
    const trainer = await CompiledTrainer.create(
      trainingOptions({ ...PLAIN, training: rule }, { stepsPerRound: STEPS, threads: 1 }),
    );
    trainer.reset(base);
    const { size } = PLAIN.model;
    const options = { ...rule, epochs: STEPS, size, examples: randomExamples(rule.batchSize, size) };
    for (const { images, masks } of overwritingBatches({ ...options, seed: 1, siteIndex: 0, round: 1 }))
      await trainer.step(images, masks);
    const after = await trainer.weights();
    await trainer.dispose();
    let nearest = 0;
    after.forEach(({ name, data }, t) => {
      if (isBatchStatistic(name)) return;
      const before = (base[t] as NamedTensor).data;
      const largestWeight = before.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 0);
      const bound = changeBound(rule, STEPS, largestWeight);
      const largest = data.reduce((most, value, i) => Math.max(most, Math.abs(value - (before[i] as number))), 0);
      nearest = Math.max(nearest, largest / bound);
    });
    expect(nearest).toBeLessThanOrEqual(GROWING);
    expect(nearest).toBeGreaterThan(0.01);
  });
});
