import { describe, expect, it } from '@jest/globals';
import { AUGMENTATIONS, canonicalJson, CoreError, type RunConfig } from '@mammofed/core';
import { checkedRunConfig } from './run-config.js';

const SOUND: RunConfig = {
  study: 'test',
  seed: 1,
  rounds: 2,
  mode: 'sealed',
  strategy: 'fedavg',
  model: { name: 'unet', width: 1 / 32, size: 16 },
  training: { epochs: 1, batchSize: 2, learningRate: 1e-3, augmentation: AUGMENTATIONS.symmetries },
  preprocessing: { mode: 'region', marginFraction: 0.1, window: { kind: 'percentiles' } },
  quorum: { minSites: 1, minExamples: 0, maxSites: 3, sites: null },
  timing: { selectMs: 1000, stallMs: 1000, maxRoundMs: 1000, evaluationMs: 1000 },
  wMax: 100,
};

function problems(value: unknown): string {
  try {
    checkedRunConfig(value);
  } catch (error) {
    if (error instanceof CoreError && error.code === 'bad-run-config') return error.message;
    throw error;
  }
  return 'nothing refused';
}

describe('a run’s configuration as it arrives', () => {
  it('is taken as it is if it is sound', () => {
    expect(checkedRunConfig(SOUND)).toEqual(SOUND);
    const privacy = { clipNorm: 1, noiseMultiplier: 1.1, lotSize: 16, delta: 1e-5 };
    expect(checkedRunConfig({ ...SOUND, privacy })).toEqual({ ...SOUND, privacy });
    const quorum = { ...SOUND.quorum, minSites: 3, threshold: 3 };
    const secure = { ...SOUND, mode: 'secure', ringBits: 24, quorum };
    expect(checkedRunConfig(secure)).toEqual(secure);
  });

  it('keeps how its sites train, and has nothing there that was not said', () => {
    const training = {
      ...SOUND.training,
      optimizer: { kind: 'rmsprop', decay: 0.99 },
      loss: [{ kind: 'tversky', alpha: 0.3, beta: 0.7 }],
      schedule: { kind: 'polynomial', warmupRounds: 1 },
      ...{ clipNorm: 1, weightDecay: 1e-4, proximal: 0.01 },
      frozen: ['down0'],
      balance: { kind: 'size', strength: 0.5 },
    } as const;
    expect(canonicalJson(checkedRunConfig({ ...SOUND, training }))).toBe(canonicalJson({ ...SOUND, training }));
    expect(Object.keys(checkedRunConfig(SOUND).training)).toEqual(Object.keys(SOUND.training));
    const wrong = { ...training, optimizer: 'adam', clipNorm: '1', loss: [{ kind: 'tversky', gamma: 2 }], more: 1 };
    const message = problems({ ...SOUND, training: wrong });
    for (const key of ['training.optimizer', 'training.clipNorm', 'more']) expect(message).toContain(key);
    expect(problems({ ...SOUND, training: { ...training, balance: 'edge' } })).toContain('training.balance');
    const unfit = { ...training, optimizer: { kind: 'sgd', momentum: 0.9 } };
    expect(problems({ ...SOUND, training: unfit })).toContain('sgd has no momentum');
  });

  it('is refused with every problem at once', () => {
    const message = problems({ ...SOUND, seed: undefined, rounds: 'three', surprise: 1, quorum: null });
    for (const key of ['seed', 'rounds', 'surprise', 'quorum']) expect(message).toContain(key);
  });

  it.each([
    ['mode', { ...SOUND, mode: 'open' }],
    ['strategy', { ...SOUND, strategy: 'magic' }],
    ['model', { ...SOUND, model: { ...SOUND.model, name: 'other' } }],
    ['rounds', { ...SOUND, rounds: 0 }],
    ['width', { ...SOUND, model: { ...SOUND.model, width: Infinity } }],
  ])('is refused for a value out of range: %s', (name, value) => expect(problems(value)).toContain(name));

  it.each([null, [], 'x', 7])('is not %j', (value) => expect(problems(value)).toContain('the whole'));
});
