import { describe, expect, it } from '@jest/globals';
import { AUGMENTATIONS, PARTICIPANT_STATES, type ParticipantState } from '@mammofed/core';
import fc from 'fast-check';
import {
  decideSelection,
  decideTraining,
  hasEnoughExamples,
  isPending,
  localStepsBound,
  mayTakePart,
  reasonToDrop,
  retryDelayMs,
  type SelectionFacts,
  type StallFacts,
} from './round-rules.js';

const QUORUM = { minSites: 2, minExamples: 0, maxSites: 3, sites: null };

const selection = (facts: Partial<SelectionFacts>) =>
  decideSelection({
    connectedCount: 2,
    enrolledCount: 3,
    quorumSinceMs: 1000,
    nowMs: 1000,
    quorum: QUORUM,
    selectMs: 500,
    ...facts,
  });

describe('selecting a cohort', () => {
  it('waits for the quorum for as long as it takes', () => {
    expect(selection({ connectedCount: 1, nowMs: 1e9 })).toEqual({ kind: 'wait-for-quorum' });
  });

  it('gives the others the selection time from when the quorum was there', () => {
    expect(selection({ nowMs: 1100 })).toEqual({ kind: 'wait-for-more', leftMs: 400 });
    expect(selection({ nowMs: 1500 })).toEqual({ kind: 'select' });
  });

  it('begins at once when every enrolled site, or as many as the run takes, is there', () => {
    expect(selection({ connectedCount: 3 })).toEqual({ kind: 'select' });
    expect(selection({ enrolledCount: 2 })).toEqual({ kind: 'select' });
    expect(selection({ connectedCount: 3, enrolledCount: 9 })).toEqual({ kind: 'select' });
  });

  it('takes a quorum that has just come together as one that has waited for nothing yet', () => {
    expect(selection({ quorumSinceMs: null, nowMs: 7000 })).toEqual({ kind: 'wait-for-more', leftMs: 500 });
  });
});

describe('a site', () => {
  it('may take part in a run that names it, or that names none', () => {
    expect(mayTakePart(QUORUM, 'north')).toBe(true);
    expect(mayTakePart({ ...QUORUM, sites: ['north'] }, 'north')).toBe(true);
    expect(mayTakePart({ ...QUORUM, sites: ['northern'] }, 'north')).toBe(false);
  });
});

const stall = (facts: Partial<StallFacts>) =>
  reasonToDrop({
    state: 'training',
    isConnected: true,
    lastHeardAtMs: 10_000,
    deadlineMs: 100_000,
    nowMs: 10_000,
    stallMs: 3000,
    phase: 'training',
    ...facts,
  });

describe('the deadline rule', () => {
  it('waits for a site that reports until the round ends', () => {
    expect(stall({ nowMs: 99_999, lastHeardAtMs: 98_000 })).toBeNull();
    expect(stall({ nowMs: 100_000, lastHeardAtMs: 99_999 })).toMatch(/^deadline/);
  });

  it('drops a silent site after the stall time, connected or not, and says which it was', () => {
    expect(stall({ nowMs: 12_999 })).toBeNull();
    expect(stall({ nowMs: 13_000 })).toBe('stalled: connected, but silent for 3 s');
    expect(stall({ nowMs: 13_000, isConnected: false })).toBe('disconnected: silent for 3 s');
  });

  it('never drops a site that has done its part', () => {
    expect(stall({ state: 'uploaded', nowMs: 1e12 })).toBeNull();
    expect(stall({ state: 'dropped', nowMs: 1e12 })).toBeNull();
  });
});

describe('a site whose masked update is awaited', () => {
  it('is waited for at the deadline of the training, and not at that of the uploads', () => {
    expect(stall({ state: 'trained', nowMs: 1e12, lastHeardAtMs: 1e12 })).toBeNull();
    expect(stall({ state: 'trained', phase: 'collecting', nowMs: 1e12, lastHeardAtMs: 1e12 })).toMatch(/^deadline/);
  });
});

describe('the end of a training phase', () => {
  it('comes when nobody is pending any more', () => {
    expect(decideTraining(['uploaded', 'dropped', 'uploaded'], 2)).toEqual({ kind: 'end' });
    expect(decideTraining(['trained', 'dropped', 'trained'], 2)).toEqual({ kind: 'end' });
    expect(decideTraining(['trained', 'trained', 'training'], 2)).toEqual({ kind: 'wait' });
    expect(decideTraining(['uploaded', 'uploaded', 'training'], 2)).toEqual({ kind: 'wait' });
  });

  it('comes at once when the quorum is out of reach, though sites are still at work', () => {
    expect(decideTraining(['dropped', 'dropped', 'training'], 2)).toEqual({ kind: 'abandon', readyCount: 0 });
  });

  it('goes on only with what reaches the quorum, whatever the states are', () => {
    const states = fc.array(fc.constantFrom<ParticipantState>(...PARTICIPANT_STATES), { maxLength: 8 });
    fc.assert(
      fc.property(states, fc.integer({ min: 1, max: 8 }), (cohort, minSites) => {
        const { kind } = decideTraining(cohort, minSites);
        const ready = cohort.filter((state) => state === 'uploaded' || state === 'trained').length;
        const atWork = cohort.filter((state) => isPending(state) && state !== 'trained').length;
        if (kind === 'end') return ready >= minSites && atWork === 0;
        if (kind === 'wait') return atWork > 0 && ready + atWork >= minSites;
        return ready + atWork < minSites;
      }),
    );
  });
});

describe('figures that rounds are decided by', () => {
  it('waits longer after every abandoned attempt, to at most half a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 50].map(retryDelayMs)).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  it('compares the sum of the weights with the smallest number of examples', () => {
    const config = { wMax: 100, quorum: { ...QUORUM, minExamples: 120 } };
    expect(hasEnoughExamples(1.2, config)).toBe(true);
    expect(hasEnoughExamples(1.19, config)).toBe(false);
  });

  it('bounds the local steps by the count of examples from which on a weight no longer grows', () => {
    const training = { epochs: 2, batchSize: 4, learningRate: 1e-3, augmentation: AUGMENTATIONS.none };
    expect(localStepsBound({ training, wMax: 101 })).toBe(52);
    const privacy = { clipNorm: 1, noiseMultiplier: 1, lotSize: 2, delta: 1e-5 };
    expect(localStepsBound({ training, privacy, wMax: 101 })).toBe(102);
  });
});
