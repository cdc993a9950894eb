import { describe, expect, it } from '@jest/globals';
import { exitCodeOf, SiteError } from '../errors.js';
import { policyFileText } from './policy-text.js';
import { parsePolicy, withPolicyValue } from './policy-yaml.js';
import { DEFAULT_POLICY, type SitePolicy } from './site-policy.js';

function problemOf(work: () => unknown): SiteError {
  try {
    work();
  } catch (error) {
    if (error instanceof SiteError) return error;
    throw error;
  }
  throw new Error('the policy was taken');
}

const refused = (text: string): string => {
  const error = problemOf(() => parsePolicy(text, 'policy.yaml'));
  expect(error.code).toBe('bad-policy');
  return error.message;
};

describe('policy.yaml', () => {
  it('of a new site says every key, and comes back as it was', () => {
    const policy: SitePolicy = {
      ...DEFAULT_POLICY,
      modes: ['secure'],
      hours: { timeZone: 'Europe/Berlin', windows: [{ days: ['mon', 'tue'], from: '19:00', to: '06:00' }] },
      bandwidth: { upBytesPerSecond: 500_000, downBytesPerSecond: null },
      privacyBudget: { epsilon: 8, delta: 1e-5 },
      modelSigners: ['dr-weber', 'ab'.repeat(32)],
    };
    for (const one of [DEFAULT_POLICY, policy]) expect(parsePolicy(policyFileText(one), 'policy.yaml')).toEqual(one);
    for (const key of Object.keys(DEFAULT_POLICY)) expect(policyFileText()).toMatch(new RegExp(`^${key}:`, 'm'));
  });

  it('may leave keys out: they are as for a site whose operator said nothing, which shares nothing', () => {
    expect(parsePolicy('# nothing\n', 'policy.yaml')).toEqual(DEFAULT_POLICY);
    expect(parsePolicy('minCohort: 4\n', 'policy.yaml')).toEqual({ ...DEFAULT_POLICY, minCohort: 4 });
    expect(DEFAULT_POLICY).toMatchObject({ shareExtremes: false, shareTrainingStats: false, minCellSize: 5 });
  });

  it('is refused with every problem at once and the line of each, unknown keys included', () => {
    const message = refused(
      [
        'minCohort: many',
        'modes: [secure,',
        '  open]',
        'surprise: 1',
        'hours:',
        '  timeZone: Middle/Earth',
        '  windows:',
        '    - {days: [mon], from: "19:00", to: "25:00"}',
        '    - {days: [], from: "19:00", to: "19:00"}',
        'bandwidth: {upBytesPerSecond: 100, sideways: 1}',
        'maxEpochs: 0',
      ].join('\n'),
    );
    for (const [line, word] of [
      [1, 'minCohort'],
      [3, 'modes.1'],
      [4, 'there is no key surprise'],
      [6, 'hours.timeZone'],
      [8, 'hours.windows.0.to'],
      [9, 'hours.windows.1'],
      [10, 'bandwidth.upBytesPerSecond'],
      [10, 'there is no key bandwidth.sideways'],
      [11, 'maxEpochs'],
    ] as const) {
      expect(message).toContain(`line ${line}: ${word}`);
    }
    expect(exitCodeOf(problemOf(() => parsePolicy('- 1', 'policy.yaml')))).toBe(2);
  });

  it.each<[string, string, RegExp]>([
    ['is no YAML', 'minCohort: 3\nmodes: [secure', /line 2/],
    ['says a key twice', 'minCohort: 3\nminCohort: 1', /line 2.*unique/i],
    ['uses aliases', 'modes: &m [secure]\nmodelSigners: *m', /aliases/],
    ['has a tag of its own', 'minCohort: !secret 3', /line 1/],
    ['is a list', '- 1', /the whole/],
    ['is another file', `${'#'.repeat(70_000)}`, /longer/],
  ])('is refused where it %s', (_what, text, words) => {
    expect(refused(text)).toMatch(words);
  });

  it('keeps its comments and order when a value is set', () => {
    const text = '# ours\nmodes: [sealed] # for now\nminCohort: 2\n';
    const set = withPolicyValue(text, ['minCohort'], '5');
    expect(set).toBe('# ours\nmodes: [ sealed ] # for now\nminCohort: 5\n');
    const more = withPolicyValue(set, ['bandwidth', 'upBytesPerSecond'], '9000');
    expect(parsePolicy(more, 'policy.yaml')).toMatchObject({
      minCohort: 5,
      bandwidth: { upBytesPerSecond: 9000, downBytesPerSecond: null },
    });
    expect(parsePolicy(withPolicyValue(more, ['modes'], '[secure]'), 'policy.yaml').modes).toEqual(['secure']);
  });

  it.each([
    ['a key that does not exist', ['surprise'], '1'],
    ['a value of another kind', ['minCohort'], 'many'],
    ['a value that is no YAML', ['modes'], '[secure'],
  ])('is not written with %s', (_what, path, value) => {
    expect(problemOf(() => withPolicyValue('minCohort: 2\n', path, value)).code).toBe('bad-policy');
  });
});
