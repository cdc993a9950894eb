import { describe, expect, it } from '@jest/globals';
import {
  runId,
  sha256Hex,
  siteId,
  type EvaluationFigures,
  type ParticipantState,
  type RoundState,
} from '@mammofed/core';
import type { EvaluationRow, ParticipantRow, RoundRow, RunRow, SiteRow } from '../database/schema.js';
import type { SiteProgress } from '../rounds/live-progress.js';
import { testRunConfig } from '../run-config.test-support.js';
import { runView, type RunFacts } from './run-view.js';

const RUN_ID = runId('run');
const MODEL = sha256Hex('1'.repeat(64));
const NEXT_MODEL = sha256Hex('2'.repeat(64));

const RUN: RunRow = {
  id: RUN_ID,
  state: 'running',
  note: null,
  config: testRunConfig(),
  initialModelSha256: MODEL,
  modelSha256: MODEL,
  modelBytes: 100,
  createdAtMs: 1,
  startedAtMs: 2,
  signature: null,
};

// Not in the order of their indices.
const SITES: SiteRow[] = ['south', 'north'].map((name, i) => ({
  id: siteId(name),
  name: `site-${name}`,
  siteIndex: 1 - i,
  publicKey: '',
  enrolledAtMs: 0,
  standing: 'listed',
  request: null,
}));

function attempt(round: number, number: number, state: RoundState, changes: Partial<RoundRow> = {}): RoundRow {
  return {
    runId: RUN_ID,
    round,
    attempt: number,
    state,
    note: null,
    baseModelSha256: MODEL,
    clips: null,
    startedAtMs: 1000,
    deadlineMs: null,
    phaseDeadlineMs: null,
    endedAtMs: null,
    modelSha256: null,
    nextClips: null,
    totalWeight: null,
    clippedCount: null,
    ...changes,
  };
}

function participant(of: RoundRow, site: string, state: ParticipantState): ParticipantRow {
  return {
    runId: RUN_ID,
    round: of.round,
    attempt: of.attempt,
    siteId: siteId(site),
    state,
    reason: null,
    failureCode: null,
    uploadSha256: null,
    uploadBytes: null,
    exampleCount: null,
    trainLoss: null,
    engine: null,
    bytesUp: 10,
    bytesDown: 20,
  };
}

function evaluation(round: number, site: string, state: EvaluationRow['state']): EvaluationRow {
  const summary = { mean: 0.5, min: 0.1, max: 0.9 };
  const figures = {
    n: 5,
    dice: summary,
    sensitivity: summary,
    specificity: summary,
    accuracy: summary,
    allLesionDice: 0.4,
    meanMaskDice: 0.6,
    diceInterval: null,
    edge: null,
    central: null,
    segmentation: null,
  };
  return {
    runId: RUN_ID,
    round,
    siteId: siteId(site),
    state,
    modelSha256: MODEL,
    deadlineMs: 0,
    figures: state === 'reported' ? figures : null,
    engine: null,
    reason: null,
  };
}

const TRAINING: SiteProgress = { phase: 'training', step: 3, stepCount: 9, loss: 0.7 };

function view(facts: Partial<RunFacts>) {
  return runView({
    run: RUN,
    attempts: [],
    participants: [],
    evaluations: [],
    dataChecks: [],
    journals: [],
    sites: SITES,
    refusals: new Map(),
    trainingOf: () => null,
    evaluationOf: () => null,
    untakenTraffic: () => ({ up: 1, down: 2 }),
    ...facts,
  });
}

describe('the view of a run', () => {
  it('shows of every round its newest attempt, with the sites in the order of their indices', () => {
    const attempts = [
      attempt(1, 1, 'abandoned'),
      attempt(1, 2, 'committed', { endedAtMs: 1500 }),
      attempt(2, 1, 'training'),
    ];
    const participants = attempts.flatMap((one) => [
      participant(one, 'south', 'uploaded'),
      participant(one, 'north', 'uploaded'),
    ]);
    const { rounds } = view({ attempts, participants });
    expect(rounds.map(({ round, attempt: number, durationMs }) => [round, number, durationMs])).toEqual([
      [1, 2, 500],
      [2, 1, null],
    ]);
    expect(rounds[0]?.sites.map(({ site }) => site)).toEqual(['site-north', 'site-south']);
  });

  it('adds what was counted and not yet stored to the attempt that is under way alone', () => {
    const attempts = [attempt(1, 1, 'committed'), attempt(2, 1, 'training')];
    const participants = attempts.map((one) => participant(one, 'north', 'training'));
    const bytes = (facts: Partial<RunFacts>) =>
      view(facts).rounds.map(({ sites }) => [sites[0]?.bytesUp, sites[0]?.bytesDown]);
    expect(bytes({ attempts, participants })).toEqual([
      [10, 20],
      [11, 22],
    ]);
    expect(bytes({ attempts, participants, run: { ...RUN, state: 'completed' } })).toEqual([
      [10, 20],
      [10, 20],
    ]);
  });

  it('shows what a pending site last said, and of one that has uploaded only an evaluation', () => {
    const one = attempt(1, 1, 'training');
    const participants = [participant(one, 'north', 'training'), participant(one, 'south', 'uploaded')];
    const evaluating: SiteProgress = { phase: 'evaluating', step: 1, stepCount: 5, loss: null };
    const phases = (facts: Partial<RunFacts>) =>
      view({ attempts: [one], participants, trainingOf: () => TRAINING, ...facts }).rounds[0]?.sites.map(
        ({ phase, step }) => [phase, step],
      );
    expect(phases({})).toEqual([
      ['training', 3],
      [null, 3],
    ]);
    expect(phases({ evaluationOf: () => evaluating })).toEqual([
      ['evaluating', 1],
      ['evaluating', 1],
    ]);
  });

  it('is deterministic until a selected site does not contribute to a committed round', () => {
    const abandoned = attempt(1, 1, 'abandoned');
    const committed = attempt(1, 2, 'committed');
    const whole = [participant(abandoned, 'north', 'dropped'), participant(committed, 'north', 'uploaded')];
    expect(view({ attempts: [abandoned, committed], participants: whole }).deterministic).toBe(true);
    const partial = [...whole, participant(committed, 'south', 'dropped')];
    expect(view({ attempts: [abandoned, committed], participants: partial }).deterministic).toBe(false);
    const privacy = { clipNorm: 1, noiseMultiplier: 1, lotSize: 8, delta: 1e-5 };
    const config = { ...RUN.config, privacy };
    expect(view({ attempts: [committed], run: { ...RUN, config } }).deterministic).toBe(false);
  });

  it('lists only evaluations that were reported, by rounds and sites, with the names of the sites', () => {
    const evaluations = [
      evaluation(1, 'south', 'reported'),
      evaluation(1, 'north', 'reported'),
      evaluation(2, 'north', 'asked'),
      evaluation(2, 'south', 'failed'),
      evaluation(0, 'south', 'reported'),
    ];
    const listed = view({ evaluations, run: { ...RUN, modelSha256: NEXT_MODEL } }).evaluations;
    expect(listed.map(({ round, site }) => [round, site])).toEqual([
      [0, 'site-south'],
      [1, 'site-north'],
      [1, 'site-south'],
    ]);
    expect(listed[0]).toMatchObject({ modelSha256: MODEL, n: 5, dice: { mean: 0.5 } });
  });

  it('shows figures that were stored before sites told of outlines: those are withheld', () => {
    const row = evaluation(1, 'north', 'reported');
    const { segmentation, ...figures } = row.figures as EvaluationFigures;
    expect(segmentation).toBeNull();
    const { evaluations } = view({ evaluations: [{ ...row, figures: figures as EvaluationFigures }] });
    expect(evaluations).toMatchObject([{ n: 5, segmentation: null }]);
  });
});
