import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AUGMENTATIONS } from './augmentation.js';
import { canonicalJson } from './canonical-json.js';
import { CoreError } from './errors.js';
import { readOwnModel } from './own-model/own-model.js';
import { EXAMPLE } from './own-model/own-model.test-support.js';
import { assertRunConfig, MODEL_NAMES, OWN_MODEL, runConfigProblems, type RunConfig } from './run-config.js';

const SOUND: RunConfig = {
  study: 'masses-2024.v1',
  seed: 7,
  rounds: 6,
  mode: 'sealed',
  strategy: 'fedavg',
  model: { name: 'unet', width: 0.125, size: 160 },
  training: { epochs: 2, batchSize: 4, learningRate: 1e-3, augmentation: AUGMENTATIONS.symmetries },
  preprocessing: { mode: 'region', marginFraction: 0.1, window: { kind: 'percentiles' } },
  quorum: { minSites: 2, minExamples: 10, maxSites: 5, sites: null },
  timing: { selectMs: 5000, stallMs: 60_000, maxRoundMs: 3_600_000, evaluationMs: 60_000 },
  wMax: 500,
};

/** The configuration with values replaced, by dotted path, types or no types. */
function changed(changes: Readonly<Record<string, unknown>>): RunConfig {
  const config = structuredClone(SOUND) as unknown as Record<string, unknown>;
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('.');
    const last = keys.pop() as string;
    const holder = keys.reduce((object, key) => object[key] as Record<string, unknown>, config);
    holder[last] = value;
  }
  return config as unknown as RunConfig;
}

function refusal(config: RunConfig): CoreError | undefined {
  try {
    assertRunConfig(config);
    return undefined;
  } catch (error) {
    if (error instanceof CoreError) return error;
    throw error;
  }
}

/** For each setting: values that are refused, values at the edge that are not, and the word that names it. */
const SETTINGS: readonly { path: string; names: RegExp; bad: readonly unknown[]; good: readonly unknown[] }[] = [
  {
    path: 'study',
    names: /study/,
    bad: ['', '-a', '.a', 'a b', 'a/b', 'ä', 'a\n', 'a'.repeat(65)],
    good: ['a', '0', 'A.b_c-9', 'a'.repeat(64)],
  },
  { path: 'seed', names: /seed/, bad: [-1, 0.5, NaN, 2 ** 31, '1'], good: [0, 2 ** 31 - 1] },
  { path: 'rounds', names: /rounds/, bad: [0, 1.5, Infinity, 10_001], good: [1, 10_000] },
  { path: 'mode', names: /mode/, bad: ['plain', undefined], good: ['sealed'] },
  { path: 'ringBits', names: /ringBits is for mode secure/, bad: [16, 24, 32], good: [undefined] },
  { path: 'quorum.threshold', names: /threshold is for mode secure/, bad: [3], good: [undefined] },
  { path: 'strategy', names: /strategy/, bad: ['fedprox'], good: ['fedavg'] },
  { path: 'model.name', names: /model/, bad: ['resnet'], good: MODEL_NAMES },
  { path: 'model.width', names: /width/, bad: [0, -1, 2.01, NaN], good: [2, 1 / 32] },
  { path: 'model.size', names: /size/, bad: [0, 8, 24, 100, 1040, 16.5], good: [16, 1024] },
  { path: 'training.epochs', names: /epochs/, bad: [0, 1001, 0.1], good: [1, 1000] },
  { path: 'training.batchSize', names: /batch size/, bad: [0, 257, NaN], good: [1, 256] },
  { path: 'training.learningRate', names: /learning rate/, bad: [0, -1, 1.1, NaN], good: [1, 1e-8] },
  {
    path: 'privacy',
    names: /privacy/,
    bad: [
      { clipNorm: 0, noiseMultiplier: 1, lotSize: 16, delta: 1e-5 },
      { clipNorm: 1, noiseMultiplier: 0.1, lotSize: 16, delta: 1e-5 },
      { clipNorm: 1, noiseMultiplier: 1, lotSize: 1.5, delta: 1e-5 },
      { clipNorm: 1, noiseMultiplier: 1, lotSize: 16, delta: 0.1 },
      // A count of examples is none of this privacy's.
      { clipNorm: 1, noiseMultiplier: 1, lotSize: 16, delta: 1e-5 },
    ],
    good: [undefined],
  },
  { path: 'preprocessing.marginFraction', names: /margin/, bad: [-0.1, 1.1, NaN], good: [0, 1] },
  {
    path: 'preprocessing.window',
    names: /window/,
    bad: [
      { kind: 'level', level: -1, width: 4096 },
      { kind: 'level', level: 2048, width: 0.5 },
    ],
    good: [{ kind: 'level', level: 2048, width: 4096 }, { kind: 'header' }],
  },
  { path: 'training.augmentation.edgeShift', names: /edgeShift/, bad: [-0.1, 1.1, NaN], good: [0, 1] },
  { path: 'training.augmentation.elastic', names: /elastic/, bad: [-0.1, 0.3], good: [0, 0.2] },
  { path: 'quorum.sites', names: /quorum.sites/, bad: [['a', 'a'], ['a']], good: [['a', 'b'], null] },
  { path: 'quorum.maxSites', names: /maxSites/, bad: [0, 1001], good: [2, 1000] },
  { path: 'quorum.minSites', names: /minSites/, bad: [0, 6, 1.5], good: [1, 5] },
  { path: 'quorum.minExamples', names: /minExamples/, bad: [-1, 2 ** 31], good: [0, 2 ** 31 - 1] },
  { path: 'timing.selectMs', names: /selectMs/, bad: [99, 2_592_000_001], good: [100, 2_592_000_000] },
  { path: 'timing.stallMs', names: /stallMs/, bad: [0], good: [100] },
  { path: 'timing.maxRoundMs', names: /maxRoundMs/, bad: [NaN], good: [100] },
  { path: 'timing.evaluationMs', names: /evaluationMs/, bad: [-5], good: [100] },
  { path: 'wMax', names: /wMax/, bad: [0, 2 ** 31, 0.5], good: [1, 2 ** 31 - 1] },
];

describe('runConfigProblems', () => {
  it('finds nothing wrong with a sound configuration', () => {
    expect(runConfigProblems(SOUND)).toEqual([]);
  });

  it.each(SETTINGS)(
    '$path: refuses what is out of range by its name, and takes the edges',
    ({ path, names, bad, good }) => {
      for (const value of bad) {
        const problems = runConfigProblems(changed({ [path]: value }));
        expect({ value, problems: problems.filter((problem) => names.test(problem)).length }).not.toEqual({
          value,
          problems: 0,
        });
      }
      for (const value of good)
        expect({ value, problems: runConfigProblems(changed({ [path]: value })) }).toEqual({ value, problems: [] });
    },
  );

  it('names every problem at once, however many there are', () => {
    fc.assert(
      fc.property(fc.subarray([...SETTINGS]), (broken) => {
        const problems = runConfigProblems(changed(Object.fromEntries(broken.map(({ path, bad }) => [path, bad[0]]))));
        for (const { names } of broken) expect(problems.some((problem) => names.test(problem))).toBe(true);
        expect(problems.length).toBeGreaterThanOrEqual(broken.length);
        if (broken.length === 0) expect(problems).toEqual([]);
      }),
    );
  });
});

describe('a balance of classes', () => {
  const privacy = { clipNorm: 1, noiseMultiplier: 1, lotSize: 8, delta: 1e-5 };
  const balanced = { 'training.balance': { kind: 'edge' }, 'quorum.minExamples': 0 };

  it('is refused beside privacy for patients, whose lots are drawn by even chances', () => {
    const problems = (changes: Readonly<Record<string, unknown>>): string[] => runConfigProblems(changed(changes));
    expect(problems(balanced)).toEqual([]);
    expect(problems({ ...balanced, 'training.balance': undefined, privacy })).toEqual([]);
    expect(problems({ ...balanced, privacy })).toEqual([
      expect.stringMatching(/^training\.balance cannot stand beside privacy for patients/),
    ]);
  });

  it('may stand beside privacy for sites', () => {
    const sitePrivacy = { clipNorm: 1, noiseMultiplier: 2, delta: 1e-5 };
    expect(runConfigProblems(changed({ ...balanced, mode: 'secure', 'quorum.minSites': 3, sitePrivacy }))).toEqual([]);
  });
});

describe('privacy for sites', () => {
  const privacy = { clipNorm: 1, noiseMultiplier: 2, delta: 1e-5 };
  const problems = (sitePrivacy: unknown, changes: Readonly<Record<string, unknown>> = {}): string[] =>
    runConfigProblems(
      changed({ mode: 'secure', 'quorum.minSites': 4, 'quorum.minExamples': 0, sitePrivacy, ...changes }),
    );

  it('is sound in mode secure, alone and beside privacy for patients', () => {
    expect(problems(privacy)).toEqual([]);
    const patients = { clipNorm: 1, noiseMultiplier: 1, lotSize: 8, delta: 1e-5 };
    expect(problems(privacy, { privacy: patients })).toEqual([]);
  });

  it.each([
    [{ ...privacy, clipNorm: 0 }, {}, /clip norm/],
    [{ ...privacy, noiseMultiplier: 0.001 }, {}, /noise multiplier/],
    [{ ...privacy, delta: 0.5 }, {}, /delta/],
    [privacy, { mode: 'sealed' }, /for mode secure/],
    [privacy, { 'quorum.minExamples': 5 }, /minExamples must be 0/],
  ])('is refused as %j with %j', (sitePrivacy, changes, says) => {
    expect(problems(sitePrivacy, changes)).toEqual([expect.stringMatching(says)]);
  });
});

describe('a run in secure mode', () => {
  const secure = (changes: Readonly<Record<string, unknown>>): string[] =>
    runConfigProblems(changed({ mode: 'secure', 'quorum.minSites': 4, ...changes }));

  it.each([{}, { ringBits: 16 }, { ringBits: 24 }, { 'quorum.threshold': 3 }, { 'quorum.threshold': 4 }])(
    'is sound with %j',
    (changes) => expect(secure(changes)).toEqual([]),
  );

  it.each([
    ['two sites, of which each sees the other', { 'quorum.minSites': 2 }, /minSites must be at least 3/],
    ['65 sites', { 'quorum.maxSites': 65 }, /maxSites must be at most 64/],
    ['a ring of 8 bits', { ringBits: 8 }, /ringBits must be one of 16, 24, 32/],
    ['a threshold of 2', { 'quorum.threshold': 2 }, /threshold must be a whole number from 3/],
    ['a threshold that a smallest cohort cannot reach', { 'quorum.threshold': 5 }, /to quorum.minSites, not 5/],
    ['half a threshold', { 'quorum.threshold': 3.5 }, /threshold/],
  ])('is refused with %s', (_, changes, says) => {
    expect(secure(changes)).toEqual([expect.stringMatching(says)]);
  });
});

describe('assertRunConfig', () => {
  it('accepts a sound configuration', () => {
    expect(refusal(SOUND)).toBeUndefined();
  });

  it('refuses with its code and all problems in one sentence', () => {
    const broken = changed({ rounds: 0, 'model.size': 24, 'training.learningRate': -1 });
    const error = refusal(broken);
    expect(error?.code).toBe('bad-run-config');
    for (const problem of runConfigProblems(broken)) expect(error?.message).toContain(problem);
    expect(runConfigProblems(broken)).toHaveLength(3);
  });

  describe('of a study’s own network', () => {
    const { size, topology } = readOwnModel(JSON.parse(EXAMPLE));
    const own = (changes: object): RunConfig =>
      changed({ model: { name: OWN_MODEL, width: 1, size, topology, ...changes } });

    it('has its layers in it, and so in its hash', () => {
      expect(refusal(own({}))).toBeUndefined();
      expect(canonicalJson(own({}))).toContain('"class_name":"LeakyReLU"');
    });

    it.each([
      ['another size', { size: 32 }, /takes images of size 64, not 32/],
      ['a width', { width: 0.5 }, /width of a study's own network must be 1, not 0.5/],
      ['no layers', { topology: undefined }, /not the JSON of a tfjs LayersModel/],
      ['what is not its normal form', { topology: JSON.parse(EXAMPLE) as unknown }, /not in its normal form/],
      ['a layer more', { topology: { ...topology, note: 'x' } }, /not in its normal form/],
      [
        'layers beside a network of the program',
        { name: 'unet' },
        /model unet has layers of its own and takes no others/,
      ],
    ])('refuses %s', (_, changes, says) => {
      expect(refusal(own(changes))).toMatchObject({ code: 'bad-run-config', message: expect.stringMatching(says) });
    });
  });
});
