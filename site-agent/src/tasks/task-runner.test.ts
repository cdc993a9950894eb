import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { runId } from '@mammofed/core';
import type { MechanismUse } from '@mammofed/privacy';
import type { Message } from '@mammofed/wire';
import { sha256Of } from '@mammofed/storage';
import { evaluatedImages } from '../evaluation/evaluated.test-support.js';
import { DEFAULT_POLICY, type SitePolicy } from '../policy/site-policy.js';
import { SiteError } from '../errors.js';
import {
  silentLog,
  temporaryFolders,
  testEvaluateTask,
  testFacts,
  testRunConfig,
  testSiteConfig,
  testTrainTask,
  ONLY_CPU,
} from '../fixtures.test-support.js';
import { withdrawn } from '../policy/site-rules.js';
import { sitePaths, type SitePaths } from '../site-paths.js';
import type { PrivacyUnit } from '../policy/privacy-forecast.js';
import { TrainerFailure } from '../trainer/trainer-client.js';
import type { EngineJob, TrainerResult } from '../trainer/trainer-messages.js';
import { FakeAsker } from '../transfers/fake-asker.test-support.js';
import { ModelStore } from '../transfers/model-store.js';
import { UpdateStore } from '../transfers/update-store.js';
import type { AcceptedTask } from './task-rules.js';
import { taskRunner } from './task-runner.js';

const folder = temporaryFolders();
const forever = new AbortController().signal;
const MODEL = new Uint8Array([1, 2, 3]);
const UPDATE = new Uint8Array([4, 5, 6, 7]);
const REF = { sha256: sha256Of(MODEL), byteLength: MODEL.length };
const ENGINE = { name: 'compiled', device: 'cpu', steps: 6 };
const SUMMARY = { mean: 0.5, min: 0.1, max: 0.9 };
const TRAINED: TrainerResult = {
  kind: 'trained',
  waitingShare: 0.01,
  privacyUse: null,
  sitePrivacyUse: null,
  sha256: sha256Of(UPDATE),
  byteLength: UPDATE.length,
  exampleCount: 12,
  meanLoss: 0.5,
  engine: ENGINE,
};
const EVALUATED: TrainerResult = {
  kind: 'evaluated',
  figures: {
    n: 8,
    dice: SUMMARY,
    sensitivity: SUMMARY,
    specificity: SUMMARY,
    accuracy: SUMMARY,
    allLesionDice: 0.4,
    meanMaskDice: 0.45,
    patientCount: 8,
    diceInterval: { low: 0.4, high: 0.6 },
    edge: null,
    central: { n: 8, dice: 0.5 },
    segmentation: evaluatedImages(8),
  },
  engine: { ...ENGINE, steps: 0 },
};

function train(attempt = 1): AcceptedTask {
  return { kind: 'train', task: testTrainTask({ attempt, baseModel: REF }), config: testRunConfig(), siteIndex: 3 };
}
const EVALUATE: AcceptedTask = { kind: 'evaluate', task: testEvaluateTask({ model: REF }), config: testRunConfig() };

/** A coordinator that hands out the model and takes everything. */
function obliging(message: Message): Message {
  switch (message.kind) {
    case 'chunk-request':
      return { kind: 'chunk', sha256: REF.sha256, index: message.index, data: MODEL, chunkSha256: REF.sha256 };
    case 'upload-open':
      return { kind: 'upload-status', nextChunk: 0, complete: false };
    case 'upload-chunk':
      return { kind: 'upload-status', nextChunk: 1, complete: true };
    default:
      return { kind: 'evaluation-stored' };
  }
}

describe('doing a task', () => {
  let paths: SitePaths;
  let asker: FakeAsker;
  let jobs: EngineJob[];
  let said: string[];
  let confided: string[];
  let noted: string[];
  let logOffence: SiteError | null;
  /** Paths of the updates that joined a secure sum, and the attempts before which everything was ended. */
  let joined: string[];
  let ended: string[];

  beforeEach(async () => {
    paths = sitePaths(await folder());
    asker = new FakeAsker(obliging);
    jobs = [];
    said = [];
    confided = [];
    noted = [];
    logOffence = null;
    joined = [];
    ended = [];
  });

  /** As after a start of the agent, with a trainer that does `work`. */
  const runner = (
    work: (job: EngineJob) => Promise<TrainerResult>,
    policy: Partial<SitePolicy> = {},
    updates?: UpdateStore,
    charge = (_use: MechanismUse, _unit?: PrivacyUnit) => Promise.resolve(),
    untilClosed = (signal: AbortSignal) => signal,
  ) =>
    taskRunner({
      config: testSiteConfig(),
      rules: { policy: { ...DEFAULT_POLICY, ...policy }, facts: () => testFacts(policy), untilClosed },
      paths,
      link: asker,
      models: new ModelStore(paths.models, asker),
      updates: updates ?? new UpdateStore(paths.work),
      privacy: { uses: [], siteUses: [], charge },
      audit: { assertLogged: () => (logOffence === null ? Promise.resolve() : Promise.reject(logOffence)) },
      contributions: {
        sending: (_ref, sha256) => Promise.resolve(void noted.push(`sending ${sha256} after ${kinds().at(-1)}`)),
        counted: (_ref, sha256) => Promise.resolve(void noted.push(`counted ${sha256} after ${kinds().at(-1)}`)),
      },
      secure: {
        join: ({ update }) => {
          joined.push(update.path);
          return Promise.resolve();
        },
        endBefore: ({ round, attempt }) => {
          ended.push(`${round}-${attempt}`);
          return Promise.resolve();
        },
      },
      spaceAgain: { firstMs: 1, longestMs: 2 },
      trainer: {
        run: (job) => {
          jobs.push(job);
          return work(job);
        },
      },
      engines: ONLY_CPU,
      clock: { nowMs: () => Date.now() },
      log: silentLog,
      say: (line) => said.push(line),
      confide: (line, instead) => {
        confided.push(line);
        if (instead !== undefined) said.push(instead);
      },
    });

  const trains = async (job: EngineJob): Promise<TrainerResult> => {
    if (job.kind === 'train') await writeFile(job.updatePath, UPDATE);
    return TRAINED;
  };
  const kinds = (): string[] => asker.asked.map(({ kind }) => kind).filter((kind) => kind !== 'progress');

  it('is given up at the end of the hours, and the coordinator hears of the rule; what is trained may still leave', async () => {
    const closing = new AbortController();
    const untilClosed = (signal: AbortSignal) => AbortSignal.any([signal, closing.signal]);
    const whileOpen = async (job: EngineJob): Promise<TrainerResult> => {
      const trained = await trains(job);
      if (closing.signal.aborted) throw closing.signal.reason;
      return trained;
    };
    const run = runner(whileOpen, {}, undefined, () => Promise.resolve(), untilClosed);
    expect(await run(train(), forever)).toBeNull();
    closing.abort(withdrawn('policy-hours', 'it is late'));
    const again = await run(train(2), forever);
    // The update of the first attempt is on disk.
    expect(again).toBeNull();
    await rm(paths.work, { recursive: true });
    expect(await run(train(3), forever)).toEqual({ code: 'policy-hours', message: 'it is late' });
    expect(asker.asked.at(-1)).toMatchObject({ kind: 'task-failed', attempt: 3, code: 'policy-hours' });
  });

  it('is given up when a rule of the site forbids it by now, before it begins or in the middle', async () => {
    const during = new AbortController();
    const refused = runner(() => {
      during.abort(withdrawn('policy-consent', 'taken back'));
      return Promise.reject(during.signal.reason as Error);
    });
    expect(await refused(train(), during.signal)).toEqual({ code: 'policy-consent', message: 'taken back' });
    expect(await runner(trains, { minCohort: 3 })(train(), forever)).toMatchObject({ code: 'policy-min-cohort' });
    expect(jobs).toHaveLength(1);
  });

  it('notes its update before it is sent, and that it is counted afterwards', async () => {
    await runner(trains)(train(), forever);
    const sha256 = sha256Of(UPDATE);
    expect(noted).toEqual([`sending ${sha256} after chunk-request`, `counted ${sha256} after upload-chunk`]);
  });

  it.each([train(), EVALUATE])('fetches nothing for a $kind task that the log does not have', async (task) => {
    logOffence = new SiteError('unlogged-model', 'not the one in the log');
    expect(await runner(trains)(task, forever)).toMatchObject({ code: 'unlogged-model' });
    expect(kinds()).toEqual(['task-failed']);
  });

  it('fetches the model, trains, and sends the update with what policy lets through', async () => {
    expect(await runner(trains)(train(), forever)).toBeNull();
    expect(kinds()).toEqual(['chunk-request', 'upload-open', 'upload-chunk']);
    expect(jobs).toMatchObject([
      { kind: 'train', siteIndex: 3, round: 1, data: { dir: '/data', layout: null, permuteImagesSeed: null } },
    ]);
    const opened = asker.asked.find(({ kind }) => kind === 'upload-open');
    expect(opened).toMatchObject({
      sha256: sha256Of(UPDATE),
      statistics: { exampleCount: null, meanLoss: null },
      engine: { ...ENGINE, steps: null },
    });
  });

  it('charges the privacy of a training before its update can leave, and then tells no loss', async () => {
    const privacyUse = { samplingRate: 0.1, noiseMultiplier: 1, times: 6 };
    const config = testRunConfig({ privacy: { clipNorm: 1, noiseMultiplier: 1, lotSize: 8, delta: 1e-5 } });
    const task: AcceptedTask = { kind: 'train', task: testTrainTask({ baseModel: REF }, config), config, siteIndex: 3 };
    const charged: MechanismUse[] = [];
    const charge = (use: MechanismUse): Promise<void> => {
      expect(kinds()).toEqual(['chunk-request']);
      charged.push(use);
      return Promise.resolve();
    };
    const trainsPrivately = async (job: EngineJob): Promise<TrainerResult> =>
      ({ ...(await trains(job)), privacyUse }) as TrainerResult;
    const run = runner(trainsPrivately, { shareTrainingStats: true, minCellSize: 1 }, undefined, charge);
    expect(await run(task, forever)).toBeNull();
    expect(charged).toEqual([privacyUse]);
    const opened = asker.asked.find(({ kind }) => kind === 'upload-open');
    expect(opened).toMatchObject({ statistics: { exampleCount: null, meanLoss: null } });
  });

  it('charges the privacy of a noisy update before it is joined to a secure sum, and once for all attempts', async () => {
    const sitePrivacyUse = { samplingRate: 1, noiseMultiplier: 2, times: 1 };
    const config = testRunConfig({
      mode: 'secure',
      quorum: { minSites: 3, minExamples: 0, maxSites: 3, sites: null },
      sitePrivacy: { clipNorm: 1, noiseMultiplier: 2, delta: 1e-5 },
    });
    const task = (attempt: number): AcceptedTask => ({
      kind: 'train',
      task: testTrainTask({ baseModel: REF, attempt }, config),
      config,
      siteIndex: 3,
    });
    const charged: unknown[] = [];
    const charge = (...use: unknown[]): Promise<void> => {
      expect(joined).toEqual([]);
      charged.push(use);
      return Promise.resolve();
    };
    const trainsNoisily = async (job: EngineJob): Promise<TrainerResult> =>
      ({ ...(await trains(job)), sitePrivacyUse }) as TrainerResult;
    const run = runner(trainsNoisily, {}, undefined, charge);
    expect(await run(task(1), forever)).toBeNull();
    expect(await run(task(2), forever)).toBeNull();
    expect(charged).toEqual([[sitePrivacyUse, 'sites']]);
    expect([jobs.length, joined.length]).toEqual([1, 2]);
  });

  it('tells nothing of the training masks in a run with privacy', async () => {
    const config = testRunConfig({ privacy: { clipNorm: 1, noiseMultiplier: 1, lotSize: 8, delta: 1e-5 } });
    const ran = (task: AcceptedTask) => runner(async () => EVALUATED)(task, forever);
    await ran(EVALUATE);
    await ran({ kind: 'evaluate', task: testEvaluateTask({ model: REF }), config });
    const reports = asker.asked.filter(({ kind }) => kind === 'evaluation-report');
    expect(reports).toMatchObject([
      { allLesionDice: 0.4, meanMaskDice: 0.45 },
      { allLesionDice: 0.4, meanMaskDice: null },
    ]);
  });

  it('lets no update leave whose privacy could not be charged', async () => {
    const charge = (): Promise<void> => Promise.reject(new Error('the disk is gone'));
    const privacyUse = { samplingRate: 0.1, noiseMultiplier: 1, times: 6 };
    const run = runner(async (job) => ({ ...(await trains(job)), privacyUse }) as TrainerResult, {}, undefined, charge);
    expect(await run(train(), forever)).toMatchObject({ code: 'internal-error' });
    expect(kinds()).toEqual(['chunk-request', 'task-failed']);
    expect(await readdir(paths.work)).toEqual([]);
  });

  it('sends a stored update instead of training anew: after a crash, and in a later attempt of the round', async () => {
    asker = new FakeAsker((message) =>
      message.kind === 'upload-open' ? { kind: 'refused', code: 'late-upload', message: 'closed' } : obliging(message),
    );
    await expect(runner(trains)(train(), forever)).rejects.toMatchObject({ code: 'obsolete' });
    asker = new FakeAsker(obliging);
    expect(await runner(trains)(train(), forever)).toBeNull();
    expect(await runner(trains)(train(2), forever)).toBeNull();
    expect(jobs).toHaveLength(1);
    expect(asker.asked.filter(({ kind }) => kind === 'upload-open')).toMatchObject([{ attempt: 1 }, { attempt: 2 }]);
  });

  it('keeps the update of a run in mode secure, trained and rounded once for all attempts, and joins its sum', async () => {
    const config = testRunConfig({ mode: 'secure', quorum: { ...testRunConfig().quorum, minSites: 3 } });
    const secure = (attempt: number): AcceptedTask => ({
      kind: 'train',
      task: testTrainTask({ attempt, baseModel: REF }, config),
      config,
      siteIndex: 3,
    });
    expect(await runner(trains)(secure(1), forever)).toBeNull();
    expect(await runner(trains)(secure(2), forever)).toBeNull();
    expect(kinds()).toEqual(['chunk-request']);
    expect(jobs).toHaveLength(1);
    expect(joined).toEqual([join(paths.work, 'run-1', '1-1', 'update.bin'), joined[0]]);
    await runner(async () => EVALUATED)(EVALUATE, forever);
    expect(ended).toEqual(['1-1', '1-2', '2-1']);
  });

  it('trains anew when anything that decides the update is another', async () => {
    await runner(trains)(train(), forever);
    const other = train(2);
    await runner(trains)({ ...other, task: { ...other.task, quantumMax: 999 } } as AcceptedTask, forever);
    expect(jobs).toHaveLength(2);
  });

  it('removes updates of rounds that are over', async () => {
    await runner(trains)(train(), forever);
    expect(await readdir(paths.work)).toEqual(['run-1']);
    await runner(async () => EVALUATED)(EVALUATE, forever);
    expect(await readdir(paths.work)).toEqual([]);
  });

  it('starts a trainer again that died, and reports one that dies again and again, leaving nothing half-written', async () => {
    let deaths = 0;
    const crashed = new SiteError('trainer-crashed', 'the trainer process was ended by SIGKILL');
    expect(await runner((job) => (deaths++ < 2 ? Promise.reject(crashed) : trains(job)))(train(2), forever)).toBeNull();
    expect(jobs).toHaveLength(3);
    expect(jobs[2]).toEqual(jobs[0]);
    const crash = new SiteError('trainer-crashed', 'the trainer process was ended by SIGKILL');
    await rm(paths.work, { recursive: true });
    const failure = await runner(() => Promise.reject(crash))(train(), forever);
    expect(await readdir(paths.work)).toEqual([]);
    expect(failure).toEqual({ code: 'trainer-crashed', message: crash.message });
    expect(jobs).toHaveLength(6);
    expect(asker.asked.at(-1)).toEqual({ kind: 'task-failed', runId: 'run-1', round: 1, attempt: 1, ...failure });
  });

  it('waits while the disk is full: the coordinator and the terminal are told, and it goes on when there is room', async () => {
    let tries = 0;
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    const failure = { code: 'disk-full', message: "the site's disk is full", isMessageSafe: true, context: {} };
    const evaluates = async (): Promise<TrainerResult> => {
      if (++tries < 3) throw new TrainerFailure(failure);
      return EVALUATED;
    };
    expect(await runner(evaluates)(EVALUATE, forever)).toBeNull();
    expect(tries).toBe(3);
    expect(said.filter((line) => line.includes('disk is full'))).toHaveLength(1);
    expect(asker.asked).toContainEqual(expect.objectContaining({ kind: 'progress', phase: 'disk-full' }));
    expect(asker.asked.at(-1)).toMatchObject({ kind: 'evaluation-report' });

    const updates = new UpdateStore(paths.work);
    const prepare = jest.spyOn(updates, 'prepare').mockRejectedValueOnce(full);
    expect(await runner(trains, {}, updates)(train(), forever)).toBeNull();
    expect(prepare).toHaveBeenCalledTimes(2);
  });

  it('gives up waiting for room when the coordinator cancels the task', async () => {
    const abort = new AbortController();
    const failure = { code: 'disk-full', message: "the site's disk is full", isMessageSafe: true, context: {} };
    const attempt = runner(() => {
      abort.abort(new SiteError('obsolete', 'cancelled by the coordinator'));
      return Promise.reject(new TrainerFailure(failure));
    })(EVALUATE, abort.signal);
    await expect(attempt).rejects.toMatchObject({ code: 'obsolete' });
  });

  it('tells the coordinator no file name of a failure, nor its own journal, and people at the site all of it', async () => {
    const local = {
      code: 'bad-index',
      message: 'index.csv lists Meyer_Anna.png twice.',
      isMessageSafe: false,
      context: {},
    };
    await runner(() => Promise.reject(new TrainerFailure(local)))(train(), forever);
    expect(asker.asked.at(-1)).toMatchObject({ kind: 'task-failed', code: 'bad-index' });
    expect(JSON.stringify(asker.asked)).not.toContain('Meyer');
    expect(said.join('\n')).not.toContain('Meyer');
    expect(confided.join('\n')).toContain('Meyer_Anna.png');
  });

  it('reports figures as policy lets them through', async () => {
    expect(await runner(async () => EVALUATED)(EVALUATE, forever)).toBeNull();
    expect(asker.asked.at(-1)).toMatchObject({
      kind: 'evaluation-report',
      runId: 'run-1',
      round: 1,
      modelSha256: REF.sha256,
      n: 8,
      dice: { mean: 0.5, min: null, max: null },
      segmentation: { iou: expect.closeTo(1 / 3, 12), surface: { unit: 'mm' } },
    });
    await runner(async () => EVALUATED, { minCellSize: 9 })(EVALUATE, forever);
    expect(asker.asked.at(-1)).toMatchObject({
      n: null,
      dice: { mean: null },
      allLesionDice: null,
      segmentation: null,
    });
  });

  it('says nothing to the coordinator of a task that was given up', async () => {
    const abort = new AbortController();
    const attempt = runner(() => {
      abort.abort(new SiteError('obsolete', 'cancelled by the coordinator'));
      return Promise.reject(abort.signal.reason as Error);
    })(train(), abort.signal);
    await expect(attempt).rejects.toMatchObject({ code: 'obsolete' });
    expect(kinds()).toEqual(['chunk-request']);
  });

  it('names the run and the round in every progress message', async () => {
    await runner(trains)(train(2), forever);
    const progress = asker.asked.filter(({ kind }) => kind === 'progress');
    expect(progress.length).toBeGreaterThan(2);
    for (const message of progress)
      expect(message).toMatchObject({ runId: runId('run-1'), round: 1, attempt: 2, loss: null });
  });
});
