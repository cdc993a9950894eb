import { AUGMENTATIONS, type RunConfig } from '@mammofed/core';

/** A sound configuration with short times, for tests. */
export function testRunConfig(changes: Partial<RunConfig> = {}): RunConfig {
  return {
    study: 'test',
    seed: 1,
    rounds: 1,
    mode: 'sealed',
    strategy: 'fedavg',
    model: { name: 'unet', width: 1 / 32, size: 16 },
    training: { epochs: 1, batchSize: 4, learningRate: 1e-3, augmentation: AUGMENTATIONS.none },
    preprocessing: { mode: 'region', marginFraction: 0.1, window: { kind: 'percentiles' } },
    quorum: { minSites: 2, minExamples: 0, maxSites: 2, sites: null },
    timing: { selectMs: 100, stallMs: 60_000, maxRoundMs: 120_000, evaluationMs: 60_000 },
    wMax: 100,
    ...changes,
  };
}
