/** @jest-environment ./libs/learning/jest-environment.mjs */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { exampleWeight, quantizeUpdate, ringToBytes } from '@mammofed/aggregation';
import { encodeModelFile, isUnder, seededRng, type NamedTensor, type RunConfig } from '@mammofed/core';
import { CompiledTrainer, initialTensors } from '@mammofed/learning';
import { temporaryFolders, testRunConfig } from '../fixtures.test-support.js';
import type { HeldDataset } from './held-data.js';
import { overwritingBatches, randomExamples } from './examples.test-support.js';
import { FeedThread } from './feed-thread.js';
import { EngineHolder } from './held-engines.js';
import { trainRound } from './train-round.js';
import type { TrainJob } from './trainer-messages.js';
import { roundLength } from './training-feed.js';

const EXAMPLES = 10;
const THREADS = 1;
const QUANTA = { quantumMax: 1_000_000, weightMax: 1_000_000 };
const SITE_INDEX = 1;
const ROUND = 2;

const PLAIN = testRunConfig({ rounds: 3 });
const CHANGED: RunConfig = {
  ...PLAIN,
  training: {
    ...PLAIN.training,
    learningRate: 0.05,
    optimizer: { kind: 'momentum', momentum: 0.8, nesterov: true },
    loss: [
      { kind: 'focal', alpha: 0.75 },
      { kind: 'tversky', alpha: 0.3, beta: 0.7, weight: 2 },
    ],
    schedule: { kind: 'cosine', warmupRounds: 1 },
    clipNorm: 0.5,
    weightDecay: 0.01,
    proximal: 0.5,
    frozen: ['down0'],
  },
};
const { model, training, seed, wMax } = CHANGED;

/** The last two are at the image's edge. */
const train = randomExamples(EXAMPLES, model.size).map((example, i) => ({
  ...example,
  touchesEdge: i >= EXAMPLES - 2,
}));
const dataset = { train } as unknown as HeldDataset;
const folder = temporaryFolders();
const engines = new EngineHolder(undefined);
// A thread runs compiled code: `node scripts/setup.mjs` has built it before the tests run.
const feedThread = new FeedThread(
  pathToFileURL(join(import.meta.dirname, '..', '..', 'dist', 'trainer', 'feed-worker.js')),
);
let base: NamedTensor[];

beforeAll(async () => {
  base = await initialTensors(model, seed);
});

/** @returns the update that the site would send. */
async function update(
  config: RunConfig,
  round = ROUND,
  notice: (text: string) => void = () => undefined,
): Promise<Uint8Array> {
  const dir = await folder();
  const modelPath = join(dir, 'model');
  await writeFile(modelPath, encodeModelFile({ tensors: base, metadata: {} }));
  const job: TrainJob = {
    kind: 'train',
    data: { dir, layout: null, permuteImagesSeed: null },
    engine: 'cpu',
    threads: THREADS,
    config,
    round,
    modelPath,
    siteIndex: SITE_INDEX,
    clips: base.map(({ name }) => ({ tensor: name, clip: 0.5 })),
    quanta: QUANTA,
    updatePath: join(dir, 'update'),
    privacy: { spent: [], budget: null },
    sitePrivacy: { spent: [], budget: null },
  };
  const { stepCount: stepsPerRound } = roundLength(dataset.train, config);
  const trainer = await engines.trainer('cpu', config, { threads: THREADS, stepsPerRound }, () => undefined);
  const silent = { progress: () => undefined, breathe: () => Promise.resolve() };
  await trainRound(job, { trainer, dataset, feedThread, notice, ...silent });
  return new Uint8Array(await readFile(job.updatePath));
}

/** The weights after a round of steps by the engine alone. */
async function trained(trainer: CompiledTrainer, config: RunConfig, round: number): Promise<NamedTensor[]> {
  const options = { ...config.training, examples: dataset.train, size: model.size, seed, siteIndex: SITE_INDEX, round };
  for (const { images, masks } of overwritingBatches(options)) await trainer.step(images, masks);
  return trainer.weights();
}

function without(all: RunConfig['training'], name: keyof RunConfig['training']): RunConfig['training'] {
  return Object.fromEntries(Object.entries(all).filter(([key]) => key !== name)) as unknown as RunConfig['training'];
}

describe('a round’s training', () => {
  it('is that of the engine with the run’s options, bit for bit', async () => {
    const trainer = await CompiledTrainer.create({
      spec: model,
      batchSize: 4,
      threads: THREADS,
      learningRate: 0.05,
      optimizer: { kind: 'momentum', momentum: 0.8, nesterov: true },
      loss: [
        { kind: 'focal', alpha: 0.75 },
        { kind: 'tversky', alpha: 0.3, beta: 0.7, weight: 2 },
      ],
      // Three steps a round, three rounds; the first is the warm-up.
      schedule: { kind: 'cosine', totalSteps: 9, warmupSteps: 3 },
      clip: { kind: 'norm', limit: 0.5 },
      weightDecay: 0.01,
      objective: { kind: 'fedprox', mu: 0.5 },
      frozenLayers: ['down0'],
    });
    trainer.reset(base, { firstStep: 3, randomSeed: [seed, SITE_INDEX, ROUND] });
    const after = await trained(trainer, CHANGED, ROUND);
    await trainer.dispose();
    const delta = after.map(({ data }, t) =>
      data.map((value, i) => value - ((base[t] as NamedTensor).data[i] as number)),
    );
    after.forEach(({ name }, t) => {
      const isStill = (delta[t] as Float32Array).every((value) => value === 0);
      expect({ name, isStill }).toEqual({ name, isStill: isUnder(name, ['down0']) });
    });
    const vector = quantizeUpdate({
      delta,
      clips: base.map(() => 0.5),
      weight: exampleWeight(EXAMPLES, wMax),
      ...QUANTA,
      rng: seededRng(seed, SITE_INDEX, ROUND, 'rounding'),
    });
    expect(Buffer.compare(await update(CHANGED), ringToBytes(vector))).toBe(0);
  });

  it('follows each of the options', async () => {
    const whole = await update(CHANGED);
    // Without a clipping norm there is no momentum.
    const withAdam: RunConfig = { ...CHANGED, training: { ...training, optimizer: { kind: 'adam' } } };
    const adam = await update(withAdam);
    for (const name of ['optimizer', 'loss', 'schedule', 'clipNorm', 'weightDecay', 'proximal', 'frozen'] as const) {
      const [all, same] = name === 'clipNorm' ? [withAdam, adam] : [CHANGED, whole];
      const left = await update({ ...all, training: without(all.training, name) });
      expect({ name, isSame: Buffer.compare(left, same) === 0 }).toEqual({ name, isSame: false });
    }
  });

  it('repeats bit for bit with balanced classes, in as many steps, and says at the site what they are', async () => {
    const balanced: RunConfig = { ...PLAIN, training: { ...PLAIN.training, balance: { kind: 'edge' } } };
    expect(roundLength(dataset.train, balanced)).toEqual(roundLength(dataset.train, PLAIN));
    const [said, saidWithout]: [string[], string[]] = [[], []];
    const once = await update(balanced, ROUND, (text) => said.push(text));
    expect(Buffer.compare(await update(balanced), once)).toBe(0);
    expect(Buffer.compare(await update(PLAIN, ROUND, (text) => saidWithout.push(text)), once)).not.toBe(0);
    expect(said).toEqual([expect.stringContaining('8 central, each 0.75 times an epoch; 2 edge, each 3.0 times')]);
    expect(saidWithout).toEqual([]);
  });

  it('is at the same place of the schedule as the run: the last step of a cosine’s last round has next to no rate', async () => {
    const changed: RunConfig = { ...PLAIN, training: { ...PLAIN.training, schedule: { kind: 'cosine' } } };
    const [first, last, plain] = [await update(changed, 1), await update(changed, 3), await update(PLAIN, 3)];
    const size = (bytes: Uint8Array): number =>
      Math.max(...new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4 - 2).map(Math.abs));
    expect(size(last)).toBeLessThan(size(first) / 2);
    expect(size(last)).toBeLessThan(size(plain) / 2);
  });
});
