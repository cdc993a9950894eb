import { describe, expect, it } from '@jest/globals';
import { AUGMENTATIONS } from './augmentation.js';
import { OPTIMIZER_NAMES } from './optimizer-spec.js';
import { frozenProblems, isMovedByGradientSize, trainingProblems, type TrainingConfig } from './training-config.js';

const ROUNDS = 6;
const SOUND: TrainingConfig = { epochs: 2, batchSize: 4, learningRate: 0.01, augmentation: AUGMENTATIONS.none };

/** Problems with options of any type. */
function problems(changes: object): string[] {
  return trainingProblems({ ...SOUND, ...changes }, ROUNDS);
}

describe('a run’s training', () => {
  it.each<[string, object]>([
    ['nothing', {}],
    ['plain gradient descent whose gradients are clipped', { optimizer: { kind: 'sgd' }, clipNorm: 1 }],
    ['momentum', { optimizer: { kind: 'momentum', momentum: 0.9, nesterov: true }, clipNorm: 1e-3, weightDecay: 1e-4 }],
    ['every parameter of rmsprop', { optimizer: { kind: 'rmsprop', decay: 0, momentum: 0.5, epsilon: 1e-9 } }],
    ['adamw with the largest decay', { optimizer: { kind: 'adamw', beta1: 0 }, weightDecay: 100 }],
    ['a sum of losses', { loss: [{ kind: 'soft-dice' }, { kind: 'focal', gamma: 0, alpha: 1, weight: 0.5 }] }],
    ['a warm-up of all rounds but one', { schedule: { kind: 'cosine', warmupRounds: 5 } }],
    ['a rate in steps', { schedule: { kind: 'step', everyRounds: 2, factor: 1, warmupRounds: 0 } }],
    ['classes that come equally often', { balance: { kind: 'edge' } }],
    ['classes half way there', { balance: { kind: 'density', strength: 0.5 } }],
    ['a pull, a frozen layer', { proximal: 1e-3, frozen: ['down0', 'bottom/conv1'] }],
  ])('may have %s', (_, changes) => {
    expect(problems(changes)).toEqual([]);
  });

  it.each<[string, object, RegExp]>([
    ['an unknown optimizer', { optimizer: { kind: 'lamb' } }, /no optimizer lamb; there is sgd, /],
    ['an inherited word as one', { optimizer: { kind: 'toString' } }, /no optimizer toString/],
    ['an optimizer that is nothing', { optimizer: null }, /no optimizer undefined/],
    ['a parameter of another optimizer', { optimizer: { kind: 'adam', momentum: 0.9 } }, /adam has no momentum/],
    ['momentum without its momentum', { optimizer: { kind: 'momentum' }, clipNorm: 1 }, /momentum needs momentum/],
    ['a decay of 1', { optimizer: { kind: 'adam', beta2: 1 } }, /beta2 must be from 0 to below 1, not 1/],
    ['a number that is a word', { optimizer: { kind: 'adam', beta2: '0.5' } }, /beta2 must be .*, not "0.5"/],
    ['a number that is none', { optimizer: { kind: 'adagrad', initialAccumulator: Infinity } }, /initialAccumulator/],
    ['means that forget squares first', { optimizer: { kind: 'adam', beta1: 0.9, beta2: 0.9 } }, /beta1 must be below/],
    ['adamw without decay', { optimizer: { kind: 'adamw' } }, /adamw without weightDecay/],
    ['a decay past 0', { optimizer: { kind: 'adamw' }, weightDecay: 101 }, /× weightDecay must be at most 1/],
    ['a loss without terms', { loss: [] }, /at least one term/],
    ['an unknown loss', { loss: [{ kind: 'hinge' }] }, /no loss hinge/],
    ['a loss without its numbers', { loss: [{ kind: 'tversky', alpha: 1 }] }, /tversky needs beta, 0 or more/],
    ['a term of weight 0', { loss: [{ kind: 'soft-dice', weight: 0 }] }, /weight must be above 0/],
    ['nine terms', { loss: Array.from({ length: 9 }, () => ({ kind: 'soft-dice' })) }, /at most 8 terms/],
    ['an unknown schedule', { schedule: { kind: 'linear' } }, /no schedule linear/],
    [
      'a rate that grows',
      { schedule: { kind: 'step', everyRounds: 1, factor: 2 } },
      /factor must be above 0 and at most 1/,
    ],
    [
      'half a round',
      { schedule: { kind: 'step', everyRounds: 0.5, factor: 0.5 } },
      /everyRounds must be a whole number/,
    ],
    ['a warm-up of all rounds', { schedule: { kind: 'constant', warmupRounds: 6 } }, /warm-up of 6 rounds/],
    ['a clipping norm of 0', { clipNorm: 0 }, /clipNorm must be above 0/],
    ['no weight decay by number', { weightDecay: 0 }, /weightDecay must be above 0/],
    ['a pull away', { proximal: -1 }, /proximal must be above 0/],
    ['an unknown balance', { balance: { kind: 'age' } }, /no balance age; there is edge, size, density, pathology/],
    [
      'a balance that does nothing',
      { balance: { kind: 'size', strength: 0 } },
      /strength must be above 0 and at most 1/,
    ],
    ['more than balance', { balance: { kind: 'size', strength: 1.1 } }, /strength must be above 0 and at most 1/],
    ['an empty list of frozen layers', { frozen: [] }, /leave it out/],
    ['a layer without a name', { frozen: [''] }, /empty or over 200/],
  ])('may not have %s', (_, changes, words) => {
    const found = problems(changes);
    expect(found.filter((problem) => words.test(problem))).toHaveLength(1);
    expect(found).toHaveLength(1);
  });

  it('needs a clipping norm with the optimizers whose steps are as large as gradients, and with no other', () => {
    for (const kind of OPTIMIZER_NAMES) {
      const changes = { optimizer: { kind, ...(kind === 'momentum' && { momentum: 0.9 }) }, weightDecay: 0.1 };
      const isNeeded = ['sgd', 'momentum', 'adadelta'].includes(kind);
      expect({ kind, isNeeded: problems(changes).some((problem) => problem.includes('set clipNorm')) }).toEqual({
        kind,
        isNeeded,
      });
    }
    expect(isMovedByGradientSize({ kind: 'rmsprop', centered: true })).toBe(true);
    expect(isMovedByGradientSize({ kind: 'rmsprop', centered: false })).toBe(false);
  });

  it('freezes layers that the model has, and leaves one to train', () => {
    const tensors = ['down0/conv/kernel', 'down0/norm/moving_mean', 'down01/kernel', 'head/moving_mean'];
    const found = (...frozen: string[]): string[] => frozenProblems({ frozen }, tensors);
    expect(frozenProblems({}, tensors)).toEqual([]);
    expect(found('down0')).toEqual([]);
    expect(found('down0/conv', 'head')).toEqual([]);
    expect(found('down', 'down0')).toEqual([expect.stringMatching(/names down, and the model has no such layer/)]);
    expect(found('down0', 'down01')).toEqual([expect.stringMatching(/nothing is left to train/)]);
  });
});
