import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { runId } from '@mammofed/core';
import type { Message } from '@mammofed/wire';
import { DEFAULT_POLICY } from '../config.js';
import { ProgressReporter } from './progress-reporter.js';

describe('progress of a task', () => {
  const told: Message[] = [];
  let reporter: ProgressReporter;

  beforeEach(() => {
    jest.useFakeTimers();
    told.length = 0;
    reporter = new ProgressReporter({
      ref: { runId: runId('run-1'), round: 2, attempt: 3 },
      policy: DEFAULT_POLICY,
      tell: (message) => told.push(message),
      clock: { nowMs: () => Date.now() },
    });
  });
  afterEach(() => {
    reporter.end();
    jest.useRealTimers();
  });

  const steps = (): number[] => told.map((message) => (message.kind === 'progress' ? message.step : -1));

  it('is told at once for a new phase, and within a phase not more often than twice a second', () => {
    for (let step = 0; step < 100; step++) {
      reporter.update('training', step, 100, 0.5);
      jest.advanceTimersByTime(100);
    }
    reporter.update('uploading', 0, 1);
    expect(steps()).toEqual([...Array.from({ length: 20 }, (_, i) => i * 5), 0]);
  });

  it('is repeated while nothing new comes, until the task ends', () => {
    reporter.update('preparing', 0, 0);
    jest.advanceTimersByTime(5000);
    expect(told.length).toBeGreaterThanOrEqual(5);
    reporter.end();
    const count = told.length;
    jest.advanceTimersByTime(5000);
    expect(told).toHaveLength(count);
  });

  it('names its attempt and carries no loss unless the operator shares it', () => {
    reporter.update('training', 1, 2, 0.25);
    expect(told).toEqual([
      { kind: 'progress', runId: 'run-1', round: 2, attempt: 3, phase: 'training', step: 1, stepCount: 2, loss: null },
    ]);
  });
});
