import { beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson, OWN_MODEL, readOwnModel, sha256Hex, type RunConfig } from '@mammofed/core';
import { generateIdentity, signRun, sodiumReady, type Identity } from '@mammofed/privacy';
import { sha256Of } from '@mammofed/storage';
import type { TrainTask } from '@mammofed/wire';
import { termsOf } from '../consent/consent-terms.js';
import { leastCohortOf, type RuleFacts } from '../policy/run-rules.js';
import { DEFAULT_POLICY, type SitePolicy } from '../policy/site-policy.js';
import { testEvaluateTask, testFacts, testRunConfig, testTrainTask } from '../fixtures.test-support.js';
import { checkEvaluateTask, checkTrainTask, refusalSince, type AcceptedTask } from './task-rules.js';

interface Signer {
  readonly name: string;
  readonly identity: Identity;
}

function answerTo(
  changes: Parameters<typeof testTrainTask>[0],
  config = testRunConfig(),
  policy: Partial<SitePolicy> = {},
) {
  const checked = checkTrainTask(testTrainTask(changes, config), 2, testFacts(policy, config));
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
const SECURE: Partial<RunConfig> = { mode: 'secure', quorum: { ...testRunConfig().quorum, minSites: 3, maxSites: 3 } };

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
    ['policy-modes', {}, { modes: ['secure'] }],
    ['policy-min-cohort', SECURE, { minCohort: 4 }],
    ['policy-min-threshold', SECURE, { minThreshold: 4 }],
    ['policy-modes', SECURE, { modes: ['sealed'] }],
    ['policy-privacy-budget', {}, { privacyBudget: { epsilon: 1, delta: 1e-5 } }],
    ['policy-site-privacy-budget', {}, { sitePrivacyBudget: { epsilon: 1, delta: 1e-5 } }],
  ])('is refused by the rule %s of the site, whatever the coordinator asks', (code, config, policy) => {
    expect(answerTo({}, testRunConfig(config), policy)).toBe(code);
  });

  it('in secure mode needs three sites, whatever the policy says', () => {
    expect(leastCohortOf('secure', { ...DEFAULT_POLICY, minCohort: 1 })).toBe(3);
    expect(leastCohortOf('secure', { ...DEFAULT_POLICY, minCohort: 4 })).toBe(4);
    expect(leastCohortOf('sealed', { ...DEFAULT_POLICY, minCohort: 1 })).toBe(1);
  });

  it('is refused until the operator approved what the run asks', () => {
    const longer = testRunConfig({ rounds: 10 });
    const unapproved = (config: RunConfig, approved: RuleFacts['approved']): unknown =>
      checkTrainTask(testTrainTask({}, config), 2, { ...testFacts(), approved });
    expect(unapproved(testRunConfig(), [])).toMatchObject({
      code: 'policy-consent',
      message: 'the operator of this site has not approved study test yet',
    });
    expect(unapproved(longer, testFacts().approved)).toMatchObject({
      code: 'policy-consent',
      message: expect.stringMatching(/10 rounds, not 9/),
    });
    // Whichever approval covers it will do.
    expect(unapproved(longer, [termsOf(longer, null), ...testFacts().approved])).toMatchObject({ kind: 'train' });
  });

  it('is refused outside the hours of the site, and that comes last: it passes by itself', () => {
    const hours: SitePolicy['hours'] = { timeZone: 'UTC', windows: [{ days: ['fri'], from: '00:00', to: '24:00' }] };
    // The epoch was a Thursday.
    expect(answerTo({}, testRunConfig(), { hours })).toBe('policy-hours');
    const facts = { ...testFacts({ hours }), approved: [] };
    expect(checkTrainTask(testTrainTask(), 2, facts)).toMatchObject({ code: 'policy-consent' });
    expect(checkTrainTask(testTrainTask(), 2, { ...testFacts({ hours }), nowMs: 86_400_000 })).toMatchObject({
      kind: 'train',
    });
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

describe('who vouches for a run', () => {
  let weber: Signer;
  let kim: Signer;
  beforeAll(async () => {
    await sodiumReady();
    [weber, kim] = ['dr-weber', 'dr-kim'].map((name) => ({ name, identity: generateIdentity() })) as [Signer, Signer];
  });
  const member = ({ name, identity }: Signer) => ({ name, key: Buffer.from(identity.publicKey).toString('hex') });
  const facts = (policy: Partial<SitePolicy> = {}): RuleFacts => {
    const plain = testFacts(policy);
    const approved = [weber, kim].map((signer) => termsOf(testRunConfig(), member(signer).key));
    return { ...plain, roster: { ...plain.roster, modelSigners: [member(weber), member(kim)] }, approved };
  };
  const signedBy = ({ identity }: Signer, study = 'test') => {
    const { configSha256 } = testTrainTask();
    return { signature: signRun({ consortium: facts().roster.root, study, configSha256 }, identity) };
  };
  const codeOf = (changes: Pick<TrainTask, 'signature'>, by = facts()): string => {
    const checked = [checkTrainTask(testTrainTask(changes), 2, by), checkEvaluateTask(testEvaluateTask(changes), by)];
    const [train, evaluate] = checked.map((one) => (one.kind === 'refused' ? one.code : one.kind));
    return train === evaluate || train === 'train' ? (train as string) : `${train}, ${evaluate}`;
  };

  it('is a signer of the roster, for evaluations too', () => {
    expect(codeOf(signedBy(weber))).toBe('train');
    expect(codeOf({ signature: null })).toBe('unsigned-run');
    expect(codeOf(signedBy({ name: 'mole', identity: generateIdentity() }))).toBe('unknown-signer');
    expect(codeOf(signedBy(weber, 'other'))).toBe('wrong-run-signature');
  });

  it('is one whom the policy accepts by name or key', () => {
    expect(codeOf(signedBy(weber), facts({ modelSigners: ['dr-weber'] }))).toBe('train');
    expect(codeOf(signedBy(weber), facts({ modelSigners: [member(weber).key] }))).toBe('train');
    expect(codeOf(signedBy(weber), facts({ modelSigners: ['dr-kim'] }))).toBe('policy-model-signers');
    expect(codeOf(signedBy(weber), facts({ modelSigners: [] }))).toBe('policy-model-signers');
  });

  it('is part of what the operator approved', () => {
    const onlyKim = { ...facts(), approved: [termsOf(testRunConfig(), member(kim).key)] };
    expect(codeOf(signedBy(weber), onlyKim)).toBe('policy-consent');
    expect(codeOf(signedBy(kim), onlyKim)).toBe('train');
  });
});

describe('a task that was taken', () => {
  const accepted = checkTrainTask(testTrainTask(), 2, testFacts()) as AcceptedTask;

  it('is refused from now on when the operator thinks otherwise, but not for the hours, which end it by themselves', () => {
    expect(refusalSince(accepted, testFacts())).toBeNull();
    expect(refusalSince(accepted, { ...testFacts(), approved: [] })?.code).toBe('policy-consent');
    expect(refusalSince(accepted, testFacts({ minCohort: 3 }))?.code).toBe('policy-min-cohort');
    const hours: SitePolicy['hours'] = { timeZone: 'UTC', windows: [{ days: ['fri'], from: '00:00', to: '24:00' }] };
    expect(refusalSince(accepted, testFacts({ hours }))).toBeNull();
  });
});

describe('an evaluation task', () => {
  it('is refused for a study that was not approved, and whatever the policy says of training is none of it', () => {
    const unapproved = { ...testFacts({ minCohort: 9, maxEpochs: 1 }), approved: [] };
    expect(checkEvaluateTask(testEvaluateTask(), unapproved)).toMatchObject({ code: 'policy-consent' });
    expect(checkEvaluateTask(testEvaluateTask(), testFacts({ minCohort: 9 }))).toMatchObject({ kind: 'evaluate' });
  });

  it('is taken for the initial model too', () => {
    expect(checkEvaluateTask(testEvaluateTask({ round: 0 }), testFacts())).toMatchObject({
      kind: 'evaluate',
      config: testRunConfig(),
    });
  });

  it('is refused if its configuration is not the one that was hashed', () => {
    const checked = checkEvaluateTask(testEvaluateTask({ configJson: '{}' }), testFacts());
    expect(checked).toMatchObject({ kind: 'refused', code: 'wrong-config-hash' });
  });
});
