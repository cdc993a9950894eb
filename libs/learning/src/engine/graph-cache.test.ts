/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import type { NamedTensor } from '@mammofed/core';
import { initialTensors } from '../initial-tensors.js';
import type { ModelSpec } from '../model-spec.js';
import { randomBatches } from '../reference.test-support.js';
import { CompiledPredictor } from './compiled-predictor.js';
import { CompiledTrainer } from './compiled-trainer.js';
import type { TrainingOptions } from './training-options.js';
import { cachedGraph, type GraphCache } from './graph-cache.js';

/** A cache in memory that tells what it was asked for. */
class MemoryCache implements GraphCache {
  readonly entries = new Map<string, Uint8Array>();
  readonly asked: string[] = [];

  constructor(readonly compiler = 'this code') {}

  async get(key: string): Promise<Uint8Array | undefined> {
    this.asked.push(key);
    return this.entries.get(key);
  }

  async put(key: string, entry: Uint8Array): Promise<void> {
    this.entries.set(key, entry);
  }
}

interface TestGraph {
  readonly bytes: Uint8Array;
  readonly second: { readonly bytes: Uint8Array; readonly nodeCount: number };
  readonly states: readonly { readonly name: string; readonly initialValue?: number | undefined }[];
}

const GRAPH: TestGraph = {
  bytes: Uint8Array.of(1, 2, 3),
  second: { bytes: Buffer.from([4, 5]), nodeCount: 7 },
  states: [
    { name: 'weights', initialValue: undefined },
    { name: 'slot – 1', initialValue: 0.1 },
  ],
};

/** Asks for a graph. @returns it, and how often it was compiled. */
async function ask(cache: GraphCache | undefined, decides: object): Promise<{ graph: TestGraph; compiled: number }> {
  let compiled = 0;
  const graph = await cachedGraph(cache, decides, () => {
    compiled++;
    return GRAPH;
  });
  return { graph, compiled };
}

describe('a compiled graph', () => {
  it('is compiled once for the same description, and is the same from the cache', async () => {
    const cache = new MemoryCache();
    const decides = { spec: { name: 'unet', width: 1 }, batchSize: 4 };
    expect((await ask(cache, decides)).compiled).toBe(1);
    const { graph, compiled } = await ask(cache, { batchSize: 4, spec: { width: 1, name: 'unet' } });
    expect(compiled).toBe(0);
    expect(graph).toEqual({
      ...GRAPH,
      bytes: Buffer.from([1, 2, 3]),
      second: { bytes: Buffer.from([4, 5]), nodeCount: 7 },
    });
  });

  it('is compiled each time without a cache', async () => {
    expect((await ask(undefined, {})).compiled).toBe(1);
    expect((await ask(undefined, {})).compiled).toBe(1);
  });

  it('is compiled for every other description, and for other code', async () => {
    const cache = new MemoryCache();
    for (const decides of [{}, { batchSize: 4 }, { batchSize: 5 }, { batchSize: 4, spec: 'unet' }])
      expect((await ask(cache, decides)).compiled).toBe(1);
    const newer = new MemoryCache('newer code');
    for (const [key, entry] of cache.entries) newer.entries.set(key, entry);
    expect((await ask(newer, { batchSize: 4 })).compiled).toBe(1);
    expect(newer.entries.size).toBe(cache.entries.size + 1);
  });

  it('is compiled again, and put in its place, if any bit of its entry is another one', async () => {
    const cache = new MemoryCache();
    await ask(cache, {});
    const [[key, entry] = ['', new Uint8Array()]] = [...cache.entries];
    for (let byte = 0; byte < entry.length; byte++) {
      const damaged = Uint8Array.from(entry);
      damaged[byte] = (damaged[byte] as number) ^ (1 << (byte % 8));
      cache.entries.set(key, damaged);
      expect(await ask(cache, {})).toMatchObject({ compiled: 1 });
      expect(cache.entries.get(key)).toEqual(entry);
    }
  });

  it('is compiled again if its entry is cut off, longer, empty or that of another graph', async () => {
    const cache = new MemoryCache();
    await ask(cache, {});
    await ask(cache, { other: true });
    const [[key, entry] = ['', new Uint8Array()], [, other] = ['', new Uint8Array()]] = [...cache.entries];
    const cuts = Array.from({ length: entry.length }, (_, length) => entry.subarray(0, length));
    for (const wrong of [...cuts, Uint8Array.of(...entry, 0), other]) {
      cache.entries.set(key, wrong);
      expect((await ask(cache, {})).compiled).toBe(1);
    }
  });
});

const spec: ModelSpec = { name: 'unet', width: 1 / 32, size: 16 };
const OPTIONS: TrainingOptions = { spec, batchSize: 2, threads: 1, learningRate: 1e-3 };

async function trained(options: TrainingOptions, cache?: GraphCache): Promise<NamedTensor[]> {
  const trainer = await CompiledTrainer.create(options, cache);
  trainer.reset(await initialTensors(spec, 1));
  for (const { images, masks } of randomBatches(1, 2, 2 * 16 * 16)) await trainer.step(images, masks);
  const weights = await trainer.weights();
  await trainer.dispose();
  return weights;
}

describe('a trainer and a predictor from the cache', () => {
  it('give the same numbers bit for bit as compiled ones', async () => {
    const cache = new MemoryCache();
    const compiled = await trained(OPTIONS);
    expect(await trained(OPTIONS, cache)).toEqual(compiled);
    expect(cache.entries.size).toBe(1);
    expect(await trained(OPTIONS, cache)).toEqual(compiled);
    expect(cache.entries.size).toBe(1);
    const inParts = { ...OPTIONS, microBatches: 2 };
    const compiledInParts = await trained(inParts);
    for (let time = 0; time < 2; time++) expect(await trained(inParts, cache)).toEqual(compiledInParts);
    cache.entries.delete([...cache.entries.keys()][1] as string);

    const image = new Float32Array(16 * 16).fill(0.5);
    const predicted: Float32Array[] = [];
    for (const each of [undefined, cache, cache]) {
      const predictor = await CompiledPredictor.create({ spec, batchSize: 1, threads: 1 }, each);
      predictor.load(compiled);
      predicted.push(await predictor.predict(image));
      await predictor.dispose();
    }
    expect(cache.entries.size).toBe(2);
    expect(predicted[1]).toEqual(predicted[0]);
    expect(predicted[2]).toEqual(predicted[0]);
  });

  it('share a graph whatever the threads and the learning rate, and with no other option changed', async () => {
    const cache = new MemoryCache();
    const changes: Partial<TrainingOptions>[] = [
      { batchSize: 4 },
      { microBatches: 2 },
      { optimizer: { kind: 'adam', epsilon: 1e-4 } },
      { loss: [{ kind: 'cross-entropy' }] },
      { weightDecay: 1e-4 },
      { frozenLayers: ['down0'] },
      { spec: { ...spec, size: 32 } },
      { spec: { ...spec, width: 1 / 16 } },
      { spec: { ...spec, name: 'unet-valid' } },
    ];
    for (const change of [{}, { threads: 2 }, { learningRate: 2e-3 }, ...changes])
      await (await CompiledTrainer.create({ ...OPTIONS, ...change }, cache)).dispose();
    expect(cache.entries.size).toBe(1 + changes.length);
  });

  it('are refused before the cache is asked if their options make no sense', async () => {
    const cache = new MemoryCache();
    await expect(CompiledTrainer.create({ ...OPTIONS, batchSize: 0 }, cache)).rejects.toMatchObject({
      code: 'bad-options',
    });
    const wrong = { spec: { ...spec, size: 17 }, batchSize: 1, threads: 1 };
    await expect(CompiledPredictor.create(wrong, cache)).rejects.toMatchObject({ code: 'bad-model-spec' });
    expect(cache.entries.size).toBe(0);
  });
});
