/** @jest-environment ./libs/learning/jest-environment.mjs */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { NamedTensor } from '@mammofed/core';
import { initialTensors } from '../initial-tensors.js';
import type { ModelSpec } from '../model-spec.js';
import { CompiledTrainer } from './compiled-trainer.js';
import type { TrainingOptions } from './training-options.js';
import type { RoundInputs } from './round-inputs.js';

const spec: ModelSpec = { name: 'unet', width: 1 / 64, size: 16 };
const OPTIONS: TrainingOptions = { spec, batchSize: 1, learningRate: 0.1, threads: 1, optimizer: { kind: 'sgd' } };

/** The beginnings of all layers' names. */
const EVERY_LAYER = ['down0', 'down1', 'down2', 'down3', 'bottom', 'up0', 'up1', 'up2', 'up3', 'logits'];

describe('a trainer refuses to be made with', () => {
  it.each<[string, Partial<TrainingOptions>]>([
    ['a schedule that there is not', { schedule: { kind: 'hope' } as never }],
    ['a schedule with no steps', { schedule: { kind: 'cosine', totalSteps: 0 } }],
    ['a schedule that is all warm-up', { schedule: { kind: 'polynomial', totalSteps: 5, warmupSteps: 5 } }],
    ['half a step of warm-up', { schedule: { kind: 'constant', warmupSteps: 0.5 } }],
    ['a power of 0', { schedule: { kind: 'polynomial', totalSteps: 5, power: 0 } }],
    ['a step that multiplies the rate with 0', { schedule: { kind: 'step', everySteps: 1, factor: 0 } }],
    ['steps of no length', { schedule: { kind: 'step', everySteps: 0, factor: 0.5 } }],
    ['an optimizer that there is not', { optimizer: { kind: 'lion' } as never }],
    ['momentum 1', { optimizer: { kind: 'momentum', momentum: 1 } }],
    ['momentum without a number', { optimizer: { kind: 'momentum' } as never }],
    ['a negative accumulator', { optimizer: { kind: 'adagrad', initialAccumulator: -1 } }],
    ['a rho of 1', { optimizer: { kind: 'adadelta', rho: 1 } }],
    ['an epsilon of 0', { optimizer: { kind: 'adadelta', epsilon: 0 } }],
    ['a decay that is not a number', { optimizer: { kind: 'rmsprop', decay: NaN } }],
    ['a negative momentum', { optimizer: { kind: 'rmsprop', momentum: -0.1 } }],
    ['a beta1 of 1', { optimizer: { kind: 'adam', beta1: 1 } }],
    ['a beta2 of 1', { optimizer: { kind: 'adamax', beta2: 1 } }],
    ['adamw without weight decay', { optimizer: { kind: 'adamw' } }],
    ['a negative weight decay', { weightDecay: -1e-3 }],
    ['a limit of 0', { clip: { kind: 'norm', limit: 0 } }],
    ['a way to clip that there is not', { clip: { kind: 'sign' as never, limit: 1 } }],
    ['an average that never moves', { averageDecay: 1 }],
    ['a mu of 0', { objective: { kind: 'fedprox', mu: 0 } }],
    ['an alpha that is not a number', { objective: { kind: 'feddyn', alpha: NaN } }],
    ['an objective that there is not', { objective: { kind: 'fednova' } as never }],
    ['a loss without terms', { loss: [] }],
    ['a clip norm of 0', { perExample: { clipNorm: 0, lotSize: 1 } }],
    ['a lot of no examples', { perExample: { clipNorm: 1, lotSize: 0 } }],
    ['a lot of an unknown size', { perExample: { clipNorm: 1, lotSize: NaN } }],
    ['to freeze a layer that there is not', { frozenLayers: ['down'] }],
    ['to freeze all', { frozenLayers: EVERY_LAYER }],
    ['to keep all at the site', { localOnlyLayers: EVERY_LAYER }],
    ['a layer that is frozen and the site’s alone', { frozenLayers: ['down0'], localOnlyLayers: ['down0/conv1'] }],
  ])('%s', async (_, changes) => {
    await expect(CompiledTrainer.create({ ...OPTIONS, ...changes })).rejects.toMatchObject({ code: 'bad-options' });
  });
});

describe('a trainer refuses to begin a round with', () => {
  let start: NamedTensor[];
  beforeAll(async () => {
    start = await initialTensors(spec, 1);
  });

  it.each<[string, Partial<TrainingOptions>, () => RoundInputs, string]>([
    ['a first step that is none', {}, () => ({ firstStep: -1 }), 'bad-options'],
    ['an anchor that nothing is pulled to', {}, () => ({ anchor: start }), 'bad-options'],
    ['control variates without SCAFFOLD', {}, () => ({ controls: { site: start, all: start } }), 'bad-options'],
    [
      'a last gradient without FedDyn',
      { objective: { kind: 'scaffold' } },
      () => ({ lastGradient: start, controls: { site: start, all: start } }),
      'bad-options',
    ],
    ['SCAFFOLD without control variates', { objective: { kind: 'scaffold' } }, () => ({}), 'bad-options'],
    ['FedDyn without a last gradient', { objective: { kind: 'feddyn', alpha: 1 } }, () => ({}), 'bad-options'],
    [
      'an anchor of another model',
      { objective: { kind: 'fedprox', mu: 1 } },
      () => ({ anchor: start.slice(1) }),
      'wrong-weights',
    ],
    [
      'a control variate of another model',
      { objective: { kind: 'scaffold' } },
      () => ({ controls: { site: start, all: start.slice(1) } }),
      'wrong-weights',
    ],
    [
      'a site’s control variate of another model',
      { objective: { kind: 'scaffold' } },
      () => ({ controls: { site: start.slice(1), all: start } }),
      'wrong-weights',
    ],
    [
      'a last gradient of another model',
      { objective: { kind: 'feddyn', alpha: 1 } },
      () => ({ lastGradient: [...start].reverse() }),
      'wrong-weights',
    ],
  ])('%s', async (_, options, inputs, code) => {
    const trainer = await CompiledTrainer.create({ ...OPTIONS, ...options });
    expect(() => trainer.reset(start, inputs())).toThrow(expect.objectContaining({ code }));
    await trainer.dispose();
  });

  it('to give an average that it does not keep', async () => {
    const trainer = await CompiledTrainer.create(OPTIONS);
    trainer.reset(start);
    await expect(trainer.averagedWeights()).rejects.toMatchObject({ code: 'bad-options' });
    await trainer.dispose();
  });
});
