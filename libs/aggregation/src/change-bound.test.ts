import { describe, expect, it } from '@jest/globals';
import { ADAM, RMSPROP, type OptimizerSpec } from '@mammofed/core';
import fc from 'fast-check';
import { changeBound, type StepRule } from './change-bound.js';

const RATE = 0.01;
const NORM = 2;

/** One weight's optimizer in plain numbers: what becomes of a gradient, in learning rates. */
function plainOptimizer(spec: OptimizerSpec): (gradient: number) => number {
  let [first, second, steps, t] = [0, 0, 0, 0];
  return (g) => {
    t++;
    switch (spec.kind) {
      case 'sgd':
        return g;
      case 'momentum':
        first = spec.momentum * first + g;
        return spec.nesterov === true ? g + spec.momentum * first : first;
      case 'adagrad':
        second += g * g;
        return second === 0 ? 0 : g / Math.sqrt(second);
      case 'adadelta': {
        const [rho, epsilon] = [0.95, 1e-7];
        const update = (Math.sqrt(second + epsilon) / Math.sqrt(first + epsilon)) * g;
        first = rho * first + (1 - rho) * g * g;
        second = rho * second + (1 - rho) * update * update;
        return update;
      }
      case 'rmsprop': {
        const { decay, momentum, epsilon, centered } = { ...RMSPROP, ...spec };
        second = decay * second + (1 - decay) * g * g;
        first = decay * first + (1 - decay) * g;
        const variance = centered ? Math.max(0, second - first * first) : second;
        steps = momentum * steps + g / Math.sqrt(variance + epsilon);
        return steps;
      }
      case 'adam':
      case 'adamw':
      case 'adamax': {
        const { beta1, beta2 } = { ...ADAM, ...spec };
        first = beta1 * first + (1 - beta1) * g;
        if (spec.kind === 'adamax') second = Math.max(beta2 * second, Math.abs(g));
        else second = beta2 * second + (1 - beta2) * g * g;
        const size = spec.kind === 'adamax' ? second : Math.sqrt(second / (1 - beta2 ** t));
        return size === 0 ? 0 : first / (1 - beta1 ** t) / size;
      }
    }
  };
}

/** How far the gradients move a weight, at rates from 0 to the rule's, clipped and decayed as the engine does. */
function movedBy(rule: StepRule, start: number, gradients: readonly number[], shares: readonly number[] = []): number {
  const { optimizer = { kind: 'adam' }, clipNorm = Infinity, weightDecay = 0 } = rule;
  const step = plainOptimizer(optimizer);
  const isDecoupled = optimizer.kind === 'adamw';
  let weight = start;
  gradients.forEach((gradient, t) => {
    const rate = rule.learningRate * (shares[t] ?? 1);
    const clipped = Math.max(-clipNorm, Math.min(clipNorm, gradient));
    const change = rate * step(clipped + (isDecoupled ? 0 : weightDecay * weight));
    weight -= change + (isDecoupled ? rate * weightDecay * weight : 0);
  });
  return Math.abs(weight - start);
}

const RULES: Readonly<Record<string, StepRule>> = {
  sgd: { learningRate: RATE, optimizer: { kind: 'sgd' }, clipNorm: NORM },
  'sgd with decay': { learningRate: RATE, optimizer: { kind: 'sgd' }, clipNorm: NORM, weightDecay: 0.5 },
  momentum: { learningRate: RATE, optimizer: { kind: 'momentum', momentum: 0.8 }, clipNorm: NORM, weightDecay: 0.1 },
  nesterov: { learningRate: RATE, optimizer: { kind: 'momentum', momentum: 0.8, nesterov: true }, clipNorm: NORM },
  adagrad: { learningRate: RATE, optimizer: { kind: 'adagrad' } },
  adadelta: { learningRate: RATE, optimizer: { kind: 'adadelta' }, clipNorm: NORM, weightDecay: 0.1 },
  rmsprop: { learningRate: RATE, optimizer: { kind: 'rmsprop', momentum: 0.6 }, weightDecay: 0.5 },
  centered: { learningRate: RATE, optimizer: { kind: 'rmsprop', centered: true }, clipNorm: NORM },
  adamax: { learningRate: RATE, optimizer: { kind: 'adamax' }, weightDecay: 0.5 },
  'adamax of other decays': { learningRate: RATE, optimizer: { kind: 'adamax', beta1: 0.5, beta2: 0.6 } },
};

const wild = fc
  .tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -9, max: 3 }))
  .map(([value, exponent]) => value * 10 ** exponent);
const sequence = fc.array(wild, { minLength: 1, maxLength: 60 });
const start = fc.double({ min: -3, max: 3, noNaN: true });
const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 60 });
const ROUNDING = 1 + 1e-9;

describe('the bound of what a round changes', () => {
  it.each(Object.entries(RULES))('holds for %s, whatever the gradients and the schedule are', (_, rule) => {
    fc.assert(
      fc.property(sequence, start, shares, (gradients, weight, rates) => {
        const bound = changeBound(rule, gradients.length, Math.abs(weight));
        expect(movedBy(rule, weight, gradients, rates)).toBeLessThanOrEqual(bound * ROUNDING);
      }),
    );
  });

  it.each(['adam', 'adamw'] as const)('holds for %s where gradients do not grow', (kind) => {
    const rule: StepRule = { learningRate: RATE, optimizer: { kind }, ...(kind === 'adamw' && { weightDecay: 0.5 }) };
    fc.assert(
      fc.property(sequence, start, (gradients, weight) => {
        const falling = gradients.toSorted((a, b) => Math.abs(b) - Math.abs(a));
        const bound = changeBound(rule, gradients.length, Math.abs(weight));
        expect(movedBy(rule, weight, falling)).toBeLessThanOrEqual(bound * ROUNDING);
      }),
    );
  });

  it('is reached', () => {
    const steps = 200;
    const pushed = Array.from({ length: steps }, () => -NORM);
    const growing = Array.from({ length: steps }, (_, t) => -(1000 ** t));
    const share = (rule: StepRule, weight: number, gradients: readonly number[]): number =>
      movedBy(rule, weight, gradients) / changeBound(rule, gradients.length, Math.abs(weight));
    for (const name of ['sgd', 'adadelta'])
      expect(share({ ...(RULES[name] as StepRule), weightDecay: 0 }, 1, pushed)).toBeCloseTo(1, 9);
    for (const name of ['momentum', 'nesterov'])
      expect(share({ ...(RULES[name] as StepRule), weightDecay: 0 }, 1, pushed)).toBeGreaterThan(0.97);
    expect(share({ learningRate: RATE, optimizer: { kind: 'adam' } }, 1, pushed)).toBeCloseTo(1, 6);
    expect(share({ learningRate: RATE, optimizer: { kind: 'adamw' }, weightDecay: 1e-3 }, 5, [1, 1])).toBeCloseTo(1, 4);
    const few = growing.slice(0, 40);
    expect(share({ learningRate: RATE, optimizer: { kind: 'adagrad' } }, 1, few)).toBeCloseTo(1, 5);
    expect(share({ learningRate: RATE, optimizer: { kind: 'rmsprop' } }, 1, few)).toBeCloseTo(1, 5);
    const slow = Array.from({ length: steps }, (_, t) => -(0.999 ** t));
    expect(share({ learningRate: RATE, optimizer: { kind: 'adamax' } }, 1, slow)).toBeGreaterThan(0.995);
  });

  it('is learning rate × steps for Adam, to the last bit', () => {
    expect(changeBound({ learningRate: 1e-3 }, 77, 3)).toBe(1e-3 * 77);
    expect(changeBound({ learningRate: 1e-3, weightDecay: 0.1 }, 1, 3)).toBe(1e-3);
  });

  it('is refused where gradients alone decide how large a step is', () => {
    for (const optimizer of [{ kind: 'sgd' }, { kind: 'adadelta' }, { kind: 'rmsprop', centered: true }] as const) {
      expect(() => changeBound({ learningRate: RATE, optimizer }, 1, 0)).toThrow(
        expect.objectContaining({ code: 'bad-argument' }),
      );
    }
  });
});
