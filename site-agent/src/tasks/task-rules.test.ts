import { describe, expect, it } from '@jest/globals';
import { canonicalJson, OWN_MODEL, readOwnModel, sha256Hex, type RunConfig } from '@mammofed/core';
import { sha256Of } from '@mammofed/storage';
import { DEFAULT_POLICY, type SitePolicy } from '../config.js';
import { testEvaluateTask, testRunConfig, testTrainTask } from '../fixtures.test-support.js';
import { checkEvaluateTask, checkTrainTask } from './task-rules.js';

function answerTo(
  changes: Parameters<typeof testTrainTask>[0],
  config = testRunConfig(),
  policy: Partial<SitePolicy> = {},
) {
  const checked = checkTrainTask(testTrainTask(changes, config), 2, { ...DEFAULT_POLICY, ...policy });
  return checked.kind === 'refused' ? checked.code : checked;
}

function withConfigJson(json: string) {
  return { configJson: json, configSha256: sha256Of(json) };
}

const layers = (middle: string): unknown => ({
  class_name: 'Model',
  config: {
    name: 'own',
    layers: [
      { name: 'image', class_name: 'InputLayer', config: { batch_input_shape: [null, 16, 16, 1] }, inbound_nodes: [] },
      {
        name: 'middle',
        class_name: middle,
        config: { filters: 1, kernel_size: 1 },
        inbound_nodes: [[['image', 0, 0, {}]]],
      },
    ],
    input_layers: [['image', 0, 0]],
    output_layers: [['middle', 0, 0]],
  },
});

const { topology, size } = readOwnModel(layers('Conv2D'));
const OWN = { name: OWN_MODEL, width: 1, size, topology } as const;
const HOSTILE = layers('Lambda');

describe('a training task', () => {
  it('may be for a study’s own network, which this site reads itself', () => {
    const config = { ...testRunConfig(), model: OWN };
    expect(answerTo({}, config)).toMatchObject({ kind: 'train', config });
  });

  it('is taken with its configuration and the index of this site', () => {
    expect(answerTo({})).toMatchObject({ kind: 'train', config: testRunConfig(), siteIndex: 2 });
  });

  it('is refused if its configuration is not the one that was hashed', () => {
    expect(answerTo({ configSha256: sha256Hex('1'.repeat(64)) })).toBe('wrong-config-hash');
  });

  it.each<[string, string]>([
    ['not JSON', '{'],
    ['a value of another type', canonicalJson({ ...testRunConfig(), seed: 'x' })],
    ['a part that is missing', canonicalJson({ ...testRunConfig(), model: undefined })],
    ['a setting that this version does not know', canonicalJson({ ...testRunConfig(), clientCode: 'x' })],
    ['a value out of range', canonicalJson({ ...testRunConfig(), rounds: 0 })],
    ['a network with code in it', canonicalJson({ ...testRunConfig(), model: { ...OWN, topology: HOSTILE } })],
    ['another network than its size says', canonicalJson({ ...testRunConfig(), model: { ...OWN, size: 32 } })],
  ])('is refused if its configuration has %s', (_what, json) => {
    expect(answerTo(withConfigJson(json))).toBe('bad-run-config');
  });

  it.each<[string, Partial<RunConfig>, Partial<SitePolicy>]>([
    ['policy-max-epochs', { training: { ...testRunConfig().training, epochs: 11 } }, { maxEpochs: 10 }],
    ['policy-min-cohort', {}, { minCohort: 3 }],
    ['policy-modes', {}, { modes: [] }],
    ['policy-privacy-budget', {}, { privacyBudget: { epsilon: 1, delta: 1e-5 } }],
    ['policy-site-privacy-budget', {}, { sitePrivacyBudget: { epsilon: 1, delta: 1e-5 } }],
  ])('is refused by the rule %s of the site, whatever the coordinator asks', (code, config, policy) => {
    expect(answerTo({}, testRunConfig(config), policy)).toBe(code);
  });

  it.each<[string, Parameters<typeof testTrainTask>[0]]>([
    ['another ring', { ringBits: 24 }],
    ['a quantum with which the sum could wrap', { quantumMax: 2 ** 30 }],
    ['a quantum that is smaller than the others', { quantumMax: 1000 }],
    ['another mode than its run', { mode: 'open' }],
    ['a round that the run does not have', { round: 10 }],
  ])('is refused with %s', (_what, changes) => {
    expect(answerTo(changes)).toBe('bad-task');
  });
});

describe('an evaluation task', () => {
  it('is taken for the initial model too', () => {
    expect(checkEvaluateTask(testEvaluateTask({ round: 0 }))).toMatchObject({
      kind: 'evaluate',
      config: testRunConfig(),
    });
  });

  it('is refused if its configuration is not the one that was hashed', () => {
    const checked = checkEvaluateTask(testEvaluateTask({ configJson: '{}' }));
    expect(checked).toMatchObject({ kind: 'refused', code: 'wrong-config-hash' });
  });
});
