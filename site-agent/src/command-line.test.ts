import { describe, expect, it } from '@jest/globals';
import { parseCommand } from './command-line.js';
import { DEFAULT_POLICY } from './policy/site-policy.js';

const ENROL = ['enrol', '--dir', 'd', '--code', 'MF1-X', '--data', 'i'];

describe('the command line of the site agent', () => {
  it('enrols with a policy that shares nothing unless it is told to', () => {
    expect(parseCommand(ENROL, 6)).toEqual({
      kind: 'enrol',
      isJson: false,
      request: {
        dir: 'd',
        code: 'MF1-X',
        dataDir: 'i',
        threads: 6,
        engine: 'auto',
        network: {},
        policy: DEFAULT_POLICY,
      },
    });
    expect(DEFAULT_POLICY).toMatchObject({ shareExtremes: false, shareTrainingStats: false, minCellSize: 5 });
  });

  it('stores nothing in a PACS that is not named and confirmed', () => {
    const store = ['pacs', 'store', 'a.dcm', '--dir', 'd', '--via', 'dimse'];
    expect(() => parseCommand([...store, '--to', 'PACS'], 6)).toThrow(
      expect.objectContaining({ code: 'store-not-confirmed' }),
    );
    expect(() => parseCommand([...store, '--confirm'], 6)).toThrow(expect.objectContaining({ code: 'bad-usage' }));
  });

  it("makes fetched images the site's only where that is asked for", () => {
    const fetch = ['pacs', 'fetch', '--dir', 'd'];
    expect(parseCommand(fetch, 6)).toMatchObject({ command: { kind: 'fetch', isUsed: false } });
    expect(parseCommand([...fetch, '--use'], 6)).toMatchObject({ command: { kind: 'fetch', isUsed: true } });
    expect(() => parseCommand(['pacs', 'find', '--dir', 'd', '--use'], 6)).toThrow(/--use belongs to pacs fetch/);
  });

  it('takes every option of enrol', () => {
    const more = [
      '--threads',
      '2',
      '--engine',
      'webgpu',
      '--layout',
      'inbreast',
      '--share-extremes',
      '--share-training-stats',
      '--min-cell-size',
      '7',
    ];
    expect(parseCommand([...ENROL, ...more, '--permute-images-seed', '0', '--json'], 6)).toEqual({
      kind: 'enrol',
      isJson: true,
      request: {
        dir: 'd',
        code: 'MF1-X',
        dataDir: 'i',
        layout: 'inbreast',
        threads: 2,
        engine: 'webgpu',
        network: {},
        permuteImagesSeed: 0,
        policy: { ...DEFAULT_POLICY, shareExtremes: true, shareTrainingStats: true, minCellSize: 7 },
      },
    });
  });

  it('takes no layout that is none', () => {
    expect(() => parseCommand([...ENROL, '--layout', 'zip'], 1)).toThrow(
      expect.objectContaining({ code: 'bad-usage', message: expect.stringContaining('pairs, inbreast') }),
    );
  });

  it('enrols through the proxy that it is told of, whose password is in a file', () => {
    const proxy = ['--proxy', 'http://p.example:3128', '--proxy-user', 'u', '--proxy-password-file', '/run/p'];
    expect(parseCommand([...ENROL, ...proxy, '--ca-file', '/etc/ca.pem'], 1)).toMatchObject({
      request: {
        network: {
          proxy: { url: 'http://p.example:3128', user: 'u', passwordFile: '/run/p' },
          caFile: '/etc/ca.pem',
        },
      },
    });
    expect(parseCommand([...ENROL, '--proxy', 'none'], 1)).toMatchObject({ request: { network: { proxy: null } } });
  });

  it('takes no password in an argument, and does not repeat it', () => {
    const call = (): unknown => parseCommand([...ENROL, '--proxy', 'http://u:sesame@p.example:3128'], 1);
    expect(call).toThrow(
      expect.objectContaining({ code: 'bad-usage', message: expect.not.stringContaining('sesame') }),
    );
  });

  it('starts with the engine of site.json or another one, and tries the engines of a site or of none', () => {
    expect(parseCommand(['start', '--dir', 'd'], 1)).toEqual({ kind: 'start', dir: 'd' });
    const other = ['--dir', 'd', '--engine', 'tfjs-node'];
    expect(parseCommand(['start', ...other], 1)).toEqual({ kind: 'start', dir: 'd', engine: 'tfjs-node' });
    expect(parseCommand(['doctor'], 1)).toEqual({ kind: 'doctor', isJson: false });
    expect(parseCommand(['doctor', ...other, '--json'], 1)).toEqual({
      kind: 'doctor',
      dir: 'd',
      engine: 'tfjs-node',
      isJson: true,
    });
  });

  it('reports what left', () => {
    expect(parseCommand(['report', '--dir', 'd', '--egress'], 1)).toEqual({
      kind: 'egress-report',
      dir: 'd',
      isJson: false,
    });
    expect(parseCommand(['report', '--dir', 'd', '--privacy', '--json'], 1)).toEqual({
      kind: 'privacy-report',
      dir: 'd',
      isJson: true,
    });
  });

  it('enrols with the modes that the operator names', () => {
    expect(parseCommand([...ENROL, '--modes', 'secure, sealed'], 1)).toMatchObject({
      request: { policy: { modes: ['secure', 'sealed'] } },
    });
  });

  it.each<[string[], object]>([
    [['show', '--dir', 'd', '--json'], { kind: 'show', dir: 'd', isJson: true }],
    [['studies', '--dir', 'd'], { kind: 'studies', dir: 'd', isJson: false }],
    [['check', 'f'], { kind: 'check', dir: null, file: 'f' }],
    [['check', '--dir', 'd'], { kind: 'check', dir: 'd', file: null }],
    [
      ['set', 'bandwidth.upBytesPerSecond', '9000', '--dir', 'd'],
      { kind: 'set', path: ['bandwidth', 'upBytesPerSecond'], value: '9000' },
    ],
    [['approve', 's', '--dir', 'd'], { kind: 'approve', dir: 'd', study: 's', runId: null, waitMs: 0 }],
    [['approve', 's', '--run', 'r', '--wait', '60', '--dir', 'd'], { kind: 'approve', runId: 'r', waitMs: 60_000 }],
    [['revoke', 's', '--dir', 'd'], { kind: 'revoke', dir: 'd', study: 's' }],
  ])('takes policy %j', (words, command) => {
    expect(parseCommand(['policy', ...words], 1)).toMatchObject({ kind: 'policy', command });
  });

  it.each([
    [['policy']],
    [['policy', 'change', '--dir', 'd']],
    [['policy', 'show']],
    [['policy', 'check']],
    [['policy', 'set', 'minCohort', '--dir', 'd']],
    [['policy', 'approve', '--dir', 'd']],
    [['policy', 'approve', 's', 't', '--dir', 'd']],
    [['policy', 'approve', 's', '--wait', 'long', '--dir', 'd']],
    [['policy', 'approve', 's', '--json', '--dir', 'd']],
    [['policy', 'revoke', 's', '--run', 'r', '--dir', 'd']],
    [['policy', 'show', '--dir', 'd', '--data', 'x']],
    [[...ENROL, '--modes', 'open']],
    [[...ENROL, '--wait', '1']],
    [[]],
    [['report', '--dir', 'd']],
    [['report', '--dir', 'd', '--egress', '--privacy']],
    [['report', '--egress']],
    [[...ENROL, '--egress']],
    [[...ENROL, '--engine', 'abacus']],
    [['start', '--dir', 'd', '--json']],
    [['doctor', '--dir', '']],
    [['doctor', '--threads', '2']],
    [['begin']],
    [['start']],
    [['start', '--dir', '']],
    [['start', 'now', '--dir', 'd']],
    [['start', '--dir', 'd', '--threads', '2']],
    [['start', '--dir', 'd', '--colour']],
    [['enrol', '--dir', 'd', '--code', 'MF1-X']],
    [[...ENROL, '--threads', '0']],
    [[...ENROL, '--proxy', 'p.example:3128']],
    [[...ENROL, '--proxy', 'http://p.example', '--proxy-user', 'u']],
    [[...ENROL, '--proxy-user', 'u', '--proxy-password-file', 'f']],
    [[...ENROL, '--threads', 'two']],
    [[...ENROL, '--min-cell-size', '1.5']],
  ])('refuses %j', (args) => {
    expect(() => parseCommand(args, 1)).toThrow(expect.objectContaining({ code: 'bad-usage' }));
  });
});
