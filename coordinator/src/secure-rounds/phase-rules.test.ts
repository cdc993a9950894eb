import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { roundTransition, SECURE_PHASES } from '@mammofed/core';
import { decidePhase, isBeforeUpload, isBeyondRetry, stateAfter, thresholdOf, type PhaseFacts } from './phase-rules.js';

const decide = (facts: Partial<PhaseFacts>): string =>
  decidePhase({
    phase: 'confirming',
    expectedCount: 5,
    answeredCount: 3,
    lostCount: 0,
    least: 3,
    nowMs: 0,
    phaseDeadlineMs: 100,
    deadlineMs: 1000,
    ...facts,
  });

describe('a phase of secure aggregation', () => {
  it('waits for everybody up to its deadline, also when enough have answered', () => {
    expect(decide({ nowMs: 99 })).toBe('wait');
    expect(decide({ nowMs: 100 })).toBe('close');
    expect(decide({ nowMs: 100, answeredCount: 0 })).toBe('close');
  });

  it('closes when nobody is waited for any more, or too few can answer', () => {
    expect(decide({ answeredCount: 5 })).toBe('close');
    expect(decide({ answeredCount: 3, lostCount: 2 })).toBe('close');
    expect(decide({ answeredCount: 0, lostCount: 3 })).toBe('close');
    expect(decide({ answeredCount: 0, lostCount: 2 })).toBe('wait');
  });

  it('has no time of its own while uploads are collected', () => {
    expect(decide({ phase: 'collecting', phaseDeadlineMs: null, nowMs: 1e12 })).toBe('wait');
  });

  it('waits for shares to the deadline of the round as long as too few are there', () => {
    expect(decide({ phase: 'unmasking', answeredCount: 2, nowMs: 999 })).toBe('wait');
    expect(decide({ phase: 'unmasking', answeredCount: 2, nowMs: 1000 })).toBe('close');
    expect(decide({ phase: 'unmasking', answeredCount: 3, nowMs: 100 })).toBe('close');
  });

  it('never waits for ever: with a deadline behind, or nobody pending, it closes', () => {
    const count = fc.nat({ max: 64 });
    fc.assert(
      fc.property(fc.constantFrom(...SECURE_PHASES), count, count, count, count, (phase, a, b, pending, least) => {
        const facts = { phase, expectedCount: a + b + pending, answeredCount: a, lostCount: b, least };
        const isOver = decide({ ...facts, nowMs: 1000 }) === 'close';
        return isOver && (pending > 0 || decide({ ...facts, nowMs: 0 }) === 'close');
      }),
    );
  });

  it('is followed by a state that the round may go to', () => {
    for (const phase of SECURE_PHASES) expect(roundTransition(phase, stateAfter(phase))).toBe(stateAfter(phase));
    expect(SECURE_PHASES.filter(isBeforeUpload)).toEqual(['keying', 'sharing', 'collecting']);
    expect([...SECURE_PHASES, 'aggregating' as const].filter(isBeyondRetry)).toEqual(['unmasking', 'aggregating']);
  });

  it('has the threshold that is safe, or a larger one that the run asks for', () => {
    expect([thresholdOf(3, undefined), thresholdOf(3, 2), thresholdOf(3, 5)]).toEqual([3, 3, 5]);
  });
});
