import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from '@jest/globals';
import { quantaFor } from '@mammofed/aggregation';
import { AUGMENTATIONS, canonicalJson, runId, sha256Hex, type Logger, type RunConfig } from '@mammofed/core';
import type { EvaluateTask, TrainTask, TreeHead } from '@mammofed/wire';
import type { EngineSelector } from './engines/engine-selector.js';
import type { SiteConfig } from './config.js';
import { termsOf } from './consent/consent-terms.js';
import type { RuleFacts } from './policy/run-rules.js';
import { DEFAULT_POLICY, type SitePolicy } from './policy/site-policy.js';

/** Makes folders that are gone after each test. */
export function temporaryFolders(): () => Promise<string> {
  const made: string[] = [];
  afterEach(async () => {
    for (const dir of made.splice(0)) await rm(dir, { recursive: true, force: true });
  });
  return async () => {
    const dir = await mkdtemp(join(tmpdir(), 'mammofed-site-'));
    made.push(dir);
    return dir;
  };
}

export const silentLog: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A sound configuration of the smallest network, for tests. */
export function testRunConfig(changes: Partial<RunConfig> = {}): RunConfig {
  return {
    study: 'test',
    seed: 1,
    rounds: 9,
    mode: 'sealed',
    strategy: 'fedavg',
    model: { name: 'unet', width: 1 / 32, size: 16 },
    training: { epochs: 1, batchSize: 4, learningRate: 1e-3, augmentation: AUGMENTATIONS.symmetries },
    preprocessing: { mode: 'region', marginFraction: 0.1, window: { kind: 'percentiles' } },
    quorum: { minSites: 2, minExamples: 0, maxSites: 3, sites: null },
    timing: { selectMs: 100, stallMs: 60_000, maxRoundMs: 120_000, evaluationMs: 60_000 },
    wMax: 100,
    ...changes,
  };
}

export function testSiteConfig(): SiteConfig {
  return {
    coordinator: { url: 'http://127.0.0.1:8440', key: 'ab'.repeat(32) },
    consortium: { root: 'cd'.repeat(32) },
    site: { id: 'site-1', name: 'north' },
    data: { dir: '/data' },
    engine: { threads: 1, name: 'cpu' },
    network: {},
  };
}

/** A site in whose roster nobody signs, whose operator approved what `config` asks. */
export function testFacts(policy: Partial<SitePolicy> = {}, config = testRunConfig()): RuleFacts {
  return {
    policy: { ...DEFAULT_POLICY, modes: ['secure', 'sealed'], ...policy },
    roster: {
      ...{ root: 'cd'.repeat(32), version: 1, validFromMs: 0, validUntilMs: 1, coordinator: 'ab'.repeat(32) },
      ...{ sites: [], revoked: [], modelSigners: [] },
    },
    approved: [termsOf({ ...config, mode: 'secure' }, null), termsOf(config, null)],
    nowMs: 0,
  };
}

/** The rules of such a site. */
export function testRules(
  policy: Partial<SitePolicy> = {},
  config = testRunConfig(),
): { readonly policy: SitePolicy; facts(): RuleFacts } {
  const facts = testFacts(policy, config);
  return { policy: facts.policy, facts: () => facts };
}

/** The engines of a site whose operator named one. */
export const ONLY_CPU: Pick<EngineSelector, 'current' | 'giveUp'> = {
  current: { engine: 'cpu', device: null, passedOver: [] },
  giveUp: () => Promise.resolve(null),
};

/** For tests that look at no head. */
export const NO_HEAD: TreeHead = { size: 0, root: new Uint8Array(32), atMs: 0, signature: new Uint8Array(64) };

function configFields(config: RunConfig): Pick<TrainTask, 'configJson' | 'configSha256'> {
  const configJson = canonicalJson(config);
  return { configJson, configSha256: sha256Hex(createHash('sha256').update(configJson).digest('hex')) };
}

export function testTrainTask(changes: Partial<TrainTask> = {}, config = testRunConfig()): TrainTask {
  return {
    kind: 'train-task',
    runId: runId('run-1'),
    round: 1,
    attempt: 1,
    mode: config.mode,
    ...configFields(config),
    baseModel: { sha256: sha256Hex('0'.repeat(64)), byteLength: 100 },
    clips: [],
    ringBits: 32,
    quantumMax: quantaFor(config.quorum.maxSites, 32).quantumMax,
    deadlineUnixMs: 0,
    treeHead: NO_HEAD,
    signature: null,
    ...changes,
  };
}

export function testEvaluateTask(changes: Partial<EvaluateTask> = {}, config = testRunConfig()): EvaluateTask {
  return {
    kind: 'evaluate-task',
    runId: runId('run-1'),
    round: 1,
    ...configFields(config),
    model: { sha256: sha256Hex('0'.repeat(64)), byteLength: 100 },
    deadlineUnixMs: 0,
    treeHead: NO_HEAD,
    signature: null,
    ...changes,
  };
}
