import { DATA_FINDINGS, type RunView } from '@mammofed/core';
import { describe, expect, it } from '@jest/globals';
import { LiveLines } from './live-lines.js';
import { completedRun, confirming, evaluation, participant, round } from './run-view.test-support.js';

function training(step: number, changes: Partial<RunView> = {}): RunView {
  const north = participant('north', 0, { status: 'training', phase: 'training', step, loss: 0.712, trainLoss: null });
  const south = participant('south', 1, { status: 'selected', phase: null, step: 0, stepCount: 0, trainLoss: null });
  return completedRun({
    state: 'running',
    evaluations: [],
    rounds: [round(1, [north, south], { state: 'training', durationMs: null, modelSha256: null })],
    ...changes,
  });
}

describe('LiveLines', () => {
  it('tells each change in a plain line, and nothing twice', () => {
    const lines = new LiveLines();
    expect(lines.update(training(12))).toEqual([
      'run run-1 running',
      'round 1/2 training  2 sites',
      'round 1/2 training  site north  step 12/40  loss 0.712',
      'round 1/2 selected  site south',
    ]);
    expect(lines.update(training(12))).toEqual([]);
    expect(lines.update(training(15))).toEqual([]);
    expect(lines.update(training(22))).toEqual(['round 1/2 training  site north  step 22/40  loss 0.712']);
  });

  it('tells who was lost in a phase of secure mode, once', () => {
    const lines = new LiveLines();
    const view = training(12, { rounds: [round(1, [], confirming())] });
    expect(lines.update(view)).toEqual([
      'run run-1 running',
      'round 1/2 confirming',
      'round 1/2 west lost in sharing: equal-keys: of another',
      'round 1/2 wrong share: north sent it, south dealt it; the sum is right without it',
    ]);
    expect(lines.update(view)).toEqual([]);
  });

  it('says whose data fit and what was found of the others, once', () => {
    const lines = new LiveLines();
    const counts = { usableImages: null, usablePatients: null, imageCounts: [], reportedAtMs: 0 };
    const finding = (code: 'masks-turned' | 'many-refused') => {
      const { verdict, meaning, next } = DATA_FINDINGS[code];
      return { code, verdict, meaning, next };
    };
    const flagged = [finding('many-refused')];
    const view = training(12, {
      rounds: [],
      dataChecks: [
        { site: 'north', fits: true, findings: [], ...counts },
        { site: 'south', fits: false, findings: [...flagged, finding('masks-turned')], ...counts },
        { site: 'west', fits: true, findings: flagged, ...counts },
      ],
    });
    expect(lines.update(view)).toEqual([
      'run run-1 running',
      'data fit: north',
      'data of south do not fit: masks-turned: The masks fit the images better mirrored or turned than as they are.',
      'data of south also: many-refused: More than a tenth of the images are refused.',
      'data of west fit, but: many-refused: More than a tenth of the images are refused.',
    ]);
    expect(lines.update(view)).toEqual([]);
  });

  it('says that a round waits, is committed or tried again', () => {
    const lines = new LiveLines();
    const waiting = training(0, {
      state: 'waiting-for-cohort',
      note: 'round 1 waits for sites',
      rounds: [round(1, [], { state: 'selecting', durationMs: null })],
    });
    expect(lines.update(waiting)).toEqual([
      'run run-1 waiting-for-cohort: round 1 waits for sites',
      'round 1/2 selecting',
    ]);
    lines.update(training(1));
    expect(lines.update(training(1, { rounds: [round(1, [], { state: 'abandoned' })] }))).toEqual([
      'round 1/2 abandoned  12.3 s',
    ]);
    expect(
      lines.update(training(1, { rounds: [round(1, [], { state: 'selecting', attempt: 2, durationMs: null })] })),
    ).toEqual(['round 1/2 (attempt 2) selecting']);
  });

  it('says why a site was dropped, what travelled, and how the model does once all have evaluated', () => {
    const lines = new LiveLines();
    const sites = [
      participant('north', 0),
      participant('south', 1, { status: 'dropped', reason: 'stalled: silent for 9 s' }),
      participant('west', 2),
    ];
    const view = completedRun({ rounds: [round(1, sites)], evaluations: [evaluation('north', 1, 0.3)] });
    const said = lines.update(view).join('\n');
    expect(said).toMatch(/round 1\/2 uploaded {2}site north {2}loss 0\.750 {2}up 293\.0 KiB {2}down 244\.1 KiB/);
    expect(said).toMatch(/round 1\/2 dropped {2}site south {2}stalled: silent for 9 s/);
    expect(said).not.toMatch(/evaluated/);
    const evaluated = { ...view, evaluations: [evaluation('north', 1, 0.3), evaluation('west', 1, 0.5)] };
    expect(lines.update(evaluated)).toEqual(['model of round 1/2 evaluated  Dice over all 0.400']);
    expect(lines.update(evaluated)).toEqual([]);
  });
});
