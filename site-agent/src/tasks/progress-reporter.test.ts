import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { runId } from '@mammofed/core';
import type { Message } from '@mammofed/wire';
import { DEFAULT_POLICY, type SitePolicy } from '../policy/site-policy.js';
import { ProgressReporter } from './progress-reporter.js';

describe('progress of a task', () => {
  const told: Message[] = [];
  let reporter: ProgressReporter;

  const begin = (policy: SitePolicy): void => {
    reporter = new ProgressReporter({
      ref: { runId: runId('run-1'), round: 2, attempt: 3 },
      policy: () => policy,
      tell: (message) => told.push(message),
      clock: { nowMs: () => Date.now() },
    });
  };
  beforeEach(() => {
    jest.useFakeTimers();
    told.length = 0;
  });
  afterEach(() => {
    reporter.end();
    jest.useRealTimers();
  });

  const steps = (): number[] => told.map((message) => (message.kind === 'progress' ? message.step : -1));

  it('is told at once for a new phase, and within a phase not more often than twice a second', () => {
    begin({ ...DEFAULT_POLICY, shareTrainingStats: true });
    for (let step = 0; step < 100; step++) {
      reporter.update('training', step, 100, 0.5);
      jest.advanceTimersByTime(100);
    }
    reporter.update('uploading', 0, 1);
    expect(steps()).toEqual([...Array.from({ length: 20 }, (_, i) => i * 5), 0]);
  });

  it('is repeated while nothing new comes, until the task ends', () => {
    begin(DEFAULT_POLICY);
    reporter.update('preparing', 0, 0);
    jest.advanceTimersByTime(5000);
    expect(told.length).toBeGreaterThanOrEqual(5);
    reporter.end();
    const count = told.length;
    jest.advanceTimersByTime(5000);
    expect(told).toHaveLength(count);
  });

  it('names its attempt, and passes through the policy', () => {
    begin(DEFAULT_POLICY);
    reporter.update('training', 46, 92, 0.25);
    expect(told).toEqual([
      { kind: 'progress', runId: 'run-1', round: 2, attempt: 3, phase: 'training', step: 5, stepCount: 10, loss: null },
    ]);
  });
});
