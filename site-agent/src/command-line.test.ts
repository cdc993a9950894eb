import { describe, expect, it } from '@jest/globals';
import { parseCommand } from './command-line.js';
import { DEFAULT_POLICY } from './config.js';

const ENROL = ['enrol', '--dir', 'd', '--code', 'MF1-X', '--data', 'i'];

describe('the command line of the site agent', () => {
  it('enrols with a policy that shares nothing unless it is told to', () => {
    expect(parseCommand(ENROL, 6)).toEqual({
      kind: 'enrol',
      request: { dir: 'd', code: 'MF1-X', dataDir: 'i', threads: 6, policy: DEFAULT_POLICY },
    });
    expect(DEFAULT_POLICY).toMatchObject({ shareExtremes: false, shareTrainingStats: false, minCellSize: 5 });
  });

  it('takes every option of enrol', () => {
    const more = ['--threads', '2', '--share-extremes', '--share-training-stats', '--min-cell-size', '7'];
    expect(parseCommand([...ENROL, ...more, '--permute-images-seed', '0'], 6)).toEqual({
      kind: 'enrol',
      request: {
        dir: 'd',
        code: 'MF1-X',
        dataDir: 'i',
        threads: 2,
        permuteImagesSeed: 0,
        policy: { ...DEFAULT_POLICY, shareExtremes: true, shareTrainingStats: true, minCellSize: 7 },
      },
    });
  });

  it.each([
    [[]],
    [['begin']],
    [['start']],
    [['start', '--dir', '']],
    [['start', 'now', '--dir', 'd']],
    [['start', '--dir', 'd', '--threads', '2']],
    [['start', '--dir', 'd', '--colour']],
    [['enrol', '--dir', 'd', '--code', 'MF1-X']],
    [[...ENROL, '--threads', '0']],
    [[...ENROL, '--threads', 'two']],
    [[...ENROL, '--min-cell-size', '1.5']],
  ])('refuses %j', (args) => {
    expect(() => parseCommand(args, 1)).toThrow(expect.objectContaining({ code: 'bad-usage' }));
  });
});
