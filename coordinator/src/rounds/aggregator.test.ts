import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { quantaFor, quantizeUpdate, ringToBytes } from '@mammofed/aggregation';
import { runId, seededRng } from '@mammofed/core';
import { hashOf } from '../fake-site.test-support.js';
import { testRunConfig } from '../run-config.test-support.js';
import { Aggregator } from './aggregator.js';
import { BASE_MODEL, EngineWorld, SITES } from './run-engine.test-support.js';

let world: EngineWorld;
beforeAll(async () => {
  world = await EngineWorld.create();
}, 120_000);
afterAll(() => world.end());

describe('an aggregation', () => {
  it('is broken off when the coordinator stops, and stores no model; repeated, it gives one', async () => {
    const config = testRunConfig();
    const quanta = quantaFor(config.quorum.maxSites, 32);
    const ref = { runId: runId('stopped'), round: 1, attempt: 1 };
    const [siteId] = SITES;
    const payload = ringToBytes(
      quantizeUpdate({
        delta: [Float32Array.of(0.001, 0, 0, 0)],
        clips: [0.01],
        weight: 0.5,
        ...quanta,
        rng: seededRng(1),
      }),
    );
    const claim = { sha256: hashOf(payload), byteLength: payload.length };
    await world.uploads.begin({ ...ref, siteId }, claim);
    await world.uploads.writeChunk({ ...ref, siteId }, 0, payload);
    expect(await world.uploads.finish({ ...ref, siteId }, claim)).toBe(true);

    const aggregator = new Aggregator(world.models, world.uploads);
    const request = {
      ref,
      config,
      baseModelSha256: hashOf(BASE_MODEL),
      clips: [0.01],
      contributors: [siteId],
      unmasking: null,
    };
    const stopped = aggregator.aggregate({ ...request, signal: AbortSignal.abort() });
    await expect(stopped).rejects.toMatchObject({ code: 'stopped' });
    const repeated = await aggregator.aggregate({ ...request, signal: new AbortController().signal });
    expect(repeated).toMatchObject({ kind: 'model', clippedCount: 0 });
  }, 120_000);
});
