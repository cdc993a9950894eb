import { describe, expect, it } from '@jest/globals';
import { learningRateAt, type LearningRateSchedule } from './learning-rate.js';

function rates(schedule: LearningRateSchedule, steps: readonly number[]): number[] {
  return steps.map((step) => learningRateAt(0.1, schedule, step));
}

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((rate, i) => expect(rate).toBeCloseTo(expected[i] as number, 12));
}

describe('the learning rate', () => {
  it('stays as it is, to the last bit, if it is constant', () => {
    expect(rates({ kind: 'constant' }, [0, 1, 1e6])).toEqual([0.1, 0.1, 0.1]);
  });

  it('is multiplied after each group of steps', () => {
    expectClose(rates({ kind: 'step', everySteps: 3, factor: 0.5 }, [0, 2, 3, 5, 6]), [0.1, 0.1, 0.05, 0.05, 0.025]);
  });

  it('falls along half a cosine, and stays at 0', () => {
    const expected = [0.1, 0.05 * (1 + Math.SQRT1_2), 0.05, 0.05 * (1 - Math.SQRT1_2), 0, 0];
    expectClose(rates({ kind: 'cosine', totalSteps: 8 }, [0, 2, 4, 6, 8, 9]), expected);
  });

  it('falls as nnU-Net’s does, by the power of 0.9, or another one', () => {
    const steps = [0, 250, 500, 999, 1000, 2000];
    const left = [1, 0.75, 0.5, 0.001, 0, 0];
    const expected = (power: number): number[] => left.map((part) => 0.1 * part ** power);
    expectClose(rates({ kind: 'polynomial', totalSteps: 1000 }, steps), expected(0.9));
    expectClose(rates({ kind: 'polynomial', totalSteps: 1000, power: 2 }, steps), expected(2));
  });

  it('rises in equal parts to its full height first, and the rest begins after that', () => {
    expectClose(rates({ kind: 'constant', warmupSteps: 4 }, [0, 1, 2, 3, 4]), [0.025, 0.05, 0.075, 0.1, 0.1]);
    const cosine = rates({ kind: 'cosine', totalSteps: 12, warmupSteps: 4 }, [3, 4, 8, 12]);
    expectClose(cosine, [0.1, 0.1, 0.05, 0]);
    const step = rates({ kind: 'step', everySteps: 2, factor: 0.5, warmupSteps: 1 }, [0, 1, 2, 3]);
    expectClose(step, [0.1, 0.1, 0.1, 0.05]);
  });
});
