import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeModelFile } from '@mammofed/core';
import { MAX_MODEL_BYTES } from '@mammofed/wire';
import { hashOf } from '../fake-site.test-support.js';
import { testRunConfig } from '../run-config.test-support.js';
import { ScratchFolder } from '../scratch-folder.test-support.js';
import { TestCoordinator } from '../test-coordinator.test-support.js';
import { initialModel } from '../training.test-support.js';

let scratch: ScratchFolder;
let coordinator: TestCoordinator;

beforeAll(async () => {
  scratch = await ScratchFolder.create();
  const dir = scratch.path('coordinator');
  await TestCoordinator.initialise(dir);
  coordinator = await TestCoordinator.start(dir);
}, 120_000);
afterAll(async () => {
  await coordinator.stop();
  await scratch.remove();
});

describe('the admin API', () => {
  it.each<[string, string | null]>([
    ['without a token', null],
    ['with a wrong token', 'Bearer wrong'],
    ['with another scheme', 'Basic YTpi'],
  ])('refuses everybody %s', async (_who, authorization) => {
    for (const [method, path] of [
      ['GET', 'sites'],
      ['GET', 'runs'],
      ['GET', 'models'],
      ['GET', 'consortium'],
      ['POST', 'roster'],
      ['POST', 'invites'],
      ['GET', `models/${'0'.repeat(64)}`],
    ] as const) {
      const answer = await coordinator.admin(method, path, { authorization });
      expect(answer).toMatchObject({ status: 401, body: { error: { code: 'unauthorized' } } });
    }
  });

  it.each<[string, unknown]>([
    ['a body that is not an object', 'north'],
    ['no name', {}],
    ['a name that is a path', { siteName: '../north' }],
    ['an unknown key', { siteName: 'north', surprise: 1 }],
  ])('refuses an invite with %s', async (_what, body) => {
    const answer = await coordinator.admin('POST', 'invites', { body });
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'bad-request' } } });
  });

  it('refuses JSON that is none, JSON over its cap and paths that are none, without a stack', async () => {
    const notJson = await coordinator.admin('POST', 'invites', {
      bytes: Buffer.from('{"siteName":'),
      type: 'application/json',
    });
    expect(notJson).toMatchObject({ status: 400, body: { error: { code: 'bad-request' } } });
    const large = await coordinator.admin('POST', 'invites', { body: { siteName: 'x'.repeat(2_000_000) } });
    expect(large).toMatchObject({ status: 413, body: { error: { code: 'too-large' } } });
    const unknown = await coordinator.admin('GET', 'surprise');
    expect(unknown).toMatchObject({ status: 404, body: { error: { code: 'not-found' } } });
    for (const { body } of [notJson, large, unknown]) expect(JSON.stringify(body)).not.toMatch(/\bat \w+|node_modules/);
  });

  it('keeps models as they are', async () => {
    const model = initialModel('kept');
    const { status, body } = await coordinator.admin('POST', 'models', { bytes: model });
    expect([status, body['byteLength']]).toEqual([201, model.length]);
    expect(hashOf(await coordinator.model(body['sha256'] as string))).toBe(hashOf(model));
    const listed = await coordinator.admin('GET', 'models');
    expect(listed.body['models']).toContainEqual({
      sha256: hashOf(model),
      byteLength: model.length,
      metadata: { model: 'fake', round: '0' },
    });
  });

  it('refuses models that are unknown, that are no models’ names, and bodies that are no models', async () => {
    const unknown = await coordinator.admin('GET', `models/${'0'.repeat(64)}`);
    expect(unknown).toMatchObject({ status: 404, body: { error: { code: 'not-found' } } });
    const path = await coordinator.admin('GET', `models/${encodeURIComponent('../identity.key')}`);
    expect(path).toMatchObject({ status: 400, body: { error: { code: 'bad-request' } } });
    const text = await coordinator.admin('POST', 'models', { bytes: Buffer.from('{}'), type: 'application/json' });
    expect(text).toMatchObject({ status: 400, body: { error: { code: 'bad-request' } } });
  });

  it('refuses a model over the cap by what its sender announces, before it is sent', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = httpRequest(`${coordinator.url}/admin/models`, {
        method: 'POST',
        headers: {
          'content-type': 'application/octet-stream',
          'content-length': MAX_MODEL_BYTES + 1,
          authorization: coordinator.authorization,
        },
      });
      request.on('response', (response) => {
        resolve(response.statusCode);
        request.destroy();
      });
      request.on('error', reject);
      request.flushHeaders();
    });
    expect(status).toBe(413);
  });

  it('refuses runs that could not be run', async () => {
    const put = async (bytes: Uint8Array): Promise<string> =>
      (await coordinator.admin('POST', 'models', { bytes })).body['sha256'] as string;
    const model = await put(initialModel('refusals'));
    const garbage = await put(Buffer.from('not a model'));
    const empty = await put(encodeModelFile({ tensors: [], metadata: {} }));
    const longName = { name: 'x'.repeat(1000), shape: [1], data: Float32Array.of(1) };
    const unsendable = await put(encodeModelFile({ tensors: [longName], metadata: {} }));
    const statistics = { name: 'bn/moving_mean', shape: [1], data: Float32Array.of(1) };
    const normalizing = await put(encodeModelFile({ tensors: [statistics], metadata: {} }));
    const config = testRunConfig();
    const privacy = { clipNorm: 1, noiseMultiplier: 1, lotSize: 8, delta: 1e-5 };
    const trained = (changes: object): unknown => ({ ...config, training: { ...config.training, ...changes } });
    const cases: [unknown, string, number, string][] = [
      [{ ...config, rounds: 0, wMax: -1 }, model, 400, 'bad-run-config'],
      [{ ...config, surprise: 1 }, model, 400, 'bad-run-config'],
      [null, model, 400, 'bad-run-config'],
      [{ ...config, quorum: { ...config.quorum, sites: ['north', 'nowhere'] } }, model, 400, 'bad-request'],
      [trained({ frozen: ['bias'], proximal: 0 }), model, 400, 'bad-run-config'],
      [trained({ frozen: ['down0'] }), model, 400, 'bad-run-config'],
      [trained({ frozen: ['kernel', 'bias'] }), model, 400, 'bad-run-config'],
      [trained({ optimizer: { kind: 'sgd' } }), model, 400, 'bad-run-config'],
      [trained({ optimizer: { kind: 'sgd' }, clipNorm: 1e38, weightDecay: 1e38 }), model, 400, 'bad-request'],
      [config, '0'.repeat(64), 404, 'not-found'],
      [config, 'north', 400, 'bad-request'],
      [{ ...config, privacy }, normalizing, 400, 'dp-batch-statistics'],
      [config, garbage, 400, 'bad-model-file'],
      [config, empty, 400, 'bad-request'],
      [config, unsendable, 400, 'bad-request'],
    ];
    for (const [unsound, initialModelSha256, status, code] of cases) {
      const body = { config: unsound, initialModelSha256 };
      expect(await coordinator.admin('POST', 'runs', { body })).toMatchObject({ status, body: { error: { code } } });
    }
    const named = await coordinator.admin('POST', 'runs', {
      body: { config: cases[0]?.[0], initialModelSha256: model },
    });
    expect(JSON.stringify(named.body)).toMatch(/rounds.*wMax/);
    expect((await coordinator.admin('GET', 'runs')).body).toEqual({ runs: [] });
  });

  it('knows no run that was not created, and starts one once', async () => {
    const unknown = { status: 404, body: { error: { code: 'not-found' } } };
    expect(await coordinator.admin('GET', 'runs/surprise')).toMatchObject(unknown);
    expect(await coordinator.admin('GET', 'runs/%00')).toMatchObject(unknown);
    expect(await coordinator.admin('POST', 'runs/surprise/start')).toMatchObject(unknown);
    const quorum = { minSites: 9, minExamples: 0, maxSites: 9, sites: null };
    const runId = await coordinator.startRun(testRunConfig({ study: 'once', quorum }), initialModel('once'));
    const again = await coordinator.admin('POST', `runs/${runId}/start`);
    expect(again).toMatchObject({ status: 409, body: { error: { code: 'wrong-state' } } });
    const waiting = await coordinator.viewWhen('the run to wait', runId, ({ state }) => state === 'waiting-for-cohort');
    expect(waiting.note).toMatch(/0 of at least 9/);
    const { body } = await coordinator.admin('GET', 'runs');
    expect(body['runs']).toEqual([
      { runId, state: 'waiting-for-cohort', study: 'once', round: 1, rounds: 1, createdAtMs: expect.any(Number) },
    ]);
  });
});
