import { existsSync } from 'node:fs';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jsonLinesLogger } from '@mammofed/core';
import { generateIdentity } from '@mammofed/privacy';
import type { EvaluationReport } from '@mammofed/wire';
import { coordinatorPaths } from './coordinator-paths.js';
import { startCoordinator } from './coordinator.js';
import { evaluationReport, FakeSite } from './fake-site.test-support.js';
import { initialise } from './folder/initialise.js';
import { testRunConfig } from './run-config.test-support.js';
import { ScratchFolder } from './scratch-folder.test-support.js';
import { TestCoordinator } from './test-coordinator.test-support.js';
import { initialModel } from './training.test-support.js';

const clock = { nowMs: (): number => Date.now() };
const NO_WISH = { urlFile: null, url: null };
const log = jsonLinesLogger('test', clock.nowMs, () => undefined);

let scratch: ScratchFolder;
let dir: string;
let coordinator: TestCoordinator;
beforeAll(async () => {
  scratch = await ScratchFolder.create();
  dir = scratch.path('coordinator');
  await TestCoordinator.initialise(dir);
  coordinator = await TestCoordinator.start(dir);
}, 120_000);
afterAll(async () => {
  await coordinator.stop();
  await scratch.remove();
});

describe('a coordinator does not start', () => {
  it('in a folder where none was made', async () => {
    const start = startCoordinator(scratch.path('nothing'), clock, log, NO_WISH);
    await expect(start).rejects.toMatchObject({ code: 'not-initialised' });
  });

  it('on a port that another program has, and leaves its folder free', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const second = scratch.path('second');
    await initialise(second, { name: 'second', host: '127.0.0.1', port, publicUrl: null });
    await expect(startCoordinator(second, clock, log, NO_WISH)).rejects.toMatchObject({ code: 'port-in-use' });
    await new Promise((resolve) => other.close(resolve));
    expect(existsSync(coordinatorPaths(second).lock)).toBe(false);
  }, 120_000);
});

describe('the file that holds the URL of a database', () => {
  it('must be there, be private, and hold one; what the command names comes before the configuration', async () => {
    const own = scratch.path('with-a-file');
    const config = { name: 'file', host: '127.0.0.1', port: 0, publicUrl: null, databaseUrlFile: 'database.url' };
    await initialise(own, config);
    const start = (urlFile: string | null) => startCoordinator(own, clock, log, { urlFile, url: null });
    await expect(start(null)).rejects.toMatchObject({ code: 'missing-key-file' });
    const file = join(own, 'database.url');
    await writeFile(file, 'mysql://admin@host/x', { mode: 0o644 });
    await expect(start(null)).rejects.toMatchObject({ code: 'unsafe-key-file' });
    await chmod(file, 0o600);
    await expect(start(null)).rejects.toMatchObject({ code: 'bad-configuration' });
    await expect(start(scratch.path('another.url'))).rejects.toMatchObject({ code: 'missing-key-file' });
  });
});

describe('the admin API answers', () => {
  it('that a name is taken once its site is enrolled', async () => {
    await FakeSite.enrol(await coordinator.invite('taken'), generateIdentity());
    const answer = await coordinator.admin('POST', 'invites', { body: { siteName: 'taken' } });
    expect(answer).toMatchObject({ status: 409, body: { error: { code: 'site-name-taken' } } });
  });

  it('what nobody foresaw with a code and no more; the log has the rest', async () => {
    const models = coordinatorPaths(dir).models;
    await rm(models, { recursive: true });
    const answer = await coordinator.admin('POST', 'models', { bytes: initialModel('nowhere') });
    expect(answer).toMatchObject({ status: 500, body: { error: { code: 'internal-error' } } });
    expect(JSON.stringify(answer.body)).not.toContain(models);
    expect(coordinator.logLines.join('')).toContain('ENOENT');
    await coordinator.stop();
    coordinator = await TestCoordinator.start(dir);
  }, 120_000);
});

describe('a report of an evaluation is refused', () => {
  it('if it was not asked for, is about another model, or has figures that cannot be', async () => {
    const identity = generateIdentity();
    const code = await coordinator.invite('reporter');
    await FakeSite.enrol(code, identity);
    const site = await FakeSite.ready(coordinator.url, code.coordinatorKey, identity, 'site');
    const quorum = { minSites: 1, minExamples: 0, maxSites: 1, sites: null };
    const runId = await coordinator.startRun(testRunConfig({ study: 'reports', quorum }), initialModel('reports'));
    const report = evaluationReport(await site.next('evaluate-task', runId), 0.5);
    expect(await site.request({ ...report, round: 1 })).toMatchObject({ kind: 'refused', code: 'not-asked' });
    const modelSha256 = 'f'.repeat(64) as EvaluationReport['modelSha256'];
    expect(await site.request({ ...report, modelSha256 })).toMatchObject({ kind: 'refused', code: 'wrong-model' });
    expect(await site.request({ ...report, n: 0 })).toMatchObject({ kind: 'refused', code: 'bad-figures' });
    expect(await site.request(report)).toEqual({ kind: 'evaluation-stored' });
    site.disconnect();
    await site.closed;
  }, 120_000);
});
