import { describe, expect, it } from '@jest/globals';
import { completedRun, evaluation, NONE, participant, round } from '../run-view.test-support.js';
import { demoResult, engineOf } from './result.js';

const NOTHING_COMPARED = { rows: [], differences: [] };

describe('demoResult', () => {
  it('is one line of JSON with everything that a machine is promised', () => {
    const line = JSON.stringify(demoResult(completedRun(), NOTHING_COMPARED, '/out/report.html'));
    expect(line).not.toContain('\n');
    const result = JSON.parse(line) as Record<string, unknown>;
    expect(Object.keys(result)).toEqual([
      ...['seed', 'deterministic', 'mode', 'engine', 'rounds', 'evaluation', 'baseline', 'modelSha256', 'reportPath'],
      ...['experiments', 'differences'],
    ]);
    expect(result).toMatchObject({
      seed: 5,
      deterministic: true,
      mode: 'sealed',
      engine: { name: 'compiled', device: 'cpu', steps: 48 },
      modelSha256: 'f'.repeat(64),
      reportPath: '/out/report.html',
    });
    expect(result['baseline']).toEqual([
      { site: 'north', allLesion: 0.5, meanMask: 0.6 },
      { site: 'south', allLesion: 0.5, meanMask: 0.6 },
    ]);
  });

  it('takes the initial evaluation from round 0 and the final one from the last committed round', () => {
    const { evaluation: both } = demoResult(completedRun(), NOTHING_COMPARED, '');
    expect(both.initial.map(({ site, n, dice }) => [site, n, dice.mean])).toEqual([
      ['north', 30, 0.4],
      ['south', 10, 0.2],
    ]);
    expect(both.final.map(({ dice }) => dice.mean?.toFixed(2))).toEqual(['0.60', '0.40']);
  });

  it('leaves out rounds without a model and keeps nulls for what was withheld', () => {
    const sites = [participant('north', 0, { examples: null, trainLoss: null, engine: null })];
    const view = completedRun({
      rounds: [round(1, sites), round(2, sites, { state: 'abandoned', modelSha256: null })],
      evaluations: [evaluation('north', 1, 0.5, { n: null, dice: NONE, allLesionDice: null })],
    });
    const result = demoResult(view, NOTHING_COMPARED, '');
    expect(result.rounds.map(({ round: number }) => number)).toEqual([1]);
    expect(result.rounds[0]?.sites[0]).toMatchObject({ examples: null, trainLoss: null });
    expect(result.evaluation.final[0]).toMatchObject({ n: null, dice: NONE });
    expect(result.baseline).toEqual([{ site: 'north', allLesion: null, meanMask: 0.6 }]);
    expect(result.engine).toEqual({ name: 'not reported', device: 'not reported', steps: 0 });
  });

  it('names several engines side by side', () => {
    const sites = [
      participant('a', 0),
      participant('b', 1, { engine: { name: 'compiled', device: 'cuda', steps: 3 } }),
    ];
    expect(engineOf(completedRun({ rounds: [round(1, sites)] }))).toEqual({
      name: 'compiled',
      device: 'cpu+cuda',
      steps: 15,
    });
  });
});
