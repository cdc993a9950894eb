import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { canonicalJson, mapStatistics, OPEN_DATA_CONTRACT, runId, STATISTICS, type RunConfig } from '@mammofed/core';
import { sha256Of } from '@mammofed/storage';
import type { DataCheckReport, Message, RunOffer } from '@mammofed/wire';
import { silentLog, temporaryFolders, testFacts, testRunConfig, testSiteConfig } from '../fixtures.test-support.js';
import type { SitePolicy } from '../policy/site-policy.js';
import type { CheckedResult, CheckJob } from '../trainer/trainer-messages.js';
import { FakeAsker } from '../transfers/fake-asker.test-support.js';
import { readConsortium } from './consortium-statistics.js';
import { DataChecks } from './data-checks.js';

const folder = temporaryFolders();
const SHARES: Partial<SitePolicy> = { shareTrainingStats: true, minCellSize: 5 };
const ALL_IN = (bin: number, count = 100) =>
  mapStatistics((name) => STATISTICS[name].map((_, i) => (i === bin ? count : 0)));
const RESULT: CheckedResult = {
  kind: 'checked',
  ...{ findings: [], usableImages: 100, usablePatients: 50, imageCounts: [], statistics: ALL_IN(2) },
};
const TURNED = { code: 'masks-turned', file: null, message: 'the masks fit better mirrored' } as const;
const OTHERS_ALIKE: Message = {
  kind: 'data-check-stored',
  others: { sites: 2, images: 300, statistics: ALL_IN(2, 300) },
};
const OTHERS_ELSEWHERE: Message = {
  kind: 'data-check-stored',
  others: { sites: 2, images: 300, statistics: ALL_IN(7, 300) },
};
const NONE: Message = { kind: 'data-check-stored', others: null };

describe('the dry run of a data contract', () => {
  let path: string;
  let jobs: CheckJob[];
  let said: string[];

  beforeEach(async () => {
    path = join(await folder(), 'consortium-statistics.json');
    [jobs, said] = [[], []];
  });

  const site = (
    policy: Partial<SitePolicy>,
    answer: Message | ((report: DataCheckReport) => Message),
    {
      config = testRunConfig(),
      result = RESULT,
      takesDataChecks = true,
    }: Partial<{
      config: RunConfig;
      result: CheckedResult | Error;
      takesDataChecks: boolean;
    }> = {},
  ) => {
    const asker = new FakeAsker((message) =>
      typeof answer === 'function' ? answer(message as DataCheckReport) : answer,
    );
    const facts = testFacts(policy, config);
    const checks = new DataChecks({
      config: testSiteConfig(),
      rules: { policy: facts.policy, facts: () => facts, untilClosed: (signal) => signal },
      link: {
        takesDataChecks,
        session: (signal) => asker.session(signal),
        ask: (message, signal) => asker.ask(message, signal),
        tell: (message) => asker.tell(message),
      },
      trainer: {
        check: async (job) => {
          jobs.push(job);
          if (result instanceof Error) throw result;
          return result;
        },
      },
      consortiumPath: path,
      ...{ clock: { nowMs: () => 7 }, log: silentLog, say: (line) => void said.push(line) },
    });
    const offer = async (id: string): Promise<readonly DataCheckReport[]> => {
      const configJson = canonicalJson(config);
      const offered: RunOffer = {
        ...{ kind: 'run-offer', runId: runId(id), configJson, configSha256: sha256Of(configJson), signature: null },
      };
      checks.offered(offered);
      await checks.settled();
      return asker.asked as DataCheckReport[];
    };
    return { offer, checks };
  };

  it('reads the images once, and reports the same whenever a run is offered', async () => {
    const contract = { ...OPEN_DATA_CONTRACT, minImages: 50 };
    const { offer } = site(SHARES, NONE, { config: testRunConfig({ dataContract: contract }) });
    await offer('one');
    await offer('one');
    const reports = await offer('two');
    expect(jobs).toEqual([
      { kind: 'check', data: { dir: '/data', layout: null, permuteImagesSeed: null }, study: 'test', contract },
    ]);
    expect(reports.map((report) => report.runId)).toEqual(['one', 'one', 'two']);
    expect(reports[1]).toEqual(reports[0]);
    expect(reports[0]).toMatchObject({ fits: true, codes: [], usableImages: 100, statistics: ALL_IN(2) });
    expect(said).toHaveLength(2);
  });

  it('says what does not fit by code alone, and in words at the site', async () => {
    const { offer } = site({}, NONE, { result: { ...RESULT, findings: [TURNED] } });
    const [report] = await offer('one');
    expect(report).toEqual({
      ...{ kind: 'data-check-report', runId: 'one', fits: false, codes: ['masks-turned'] },
      ...{ usableImages: null, usablePatients: null, imageCounts: [], statistics: null },
    });
    expect(said.join()).toMatch(/do not fit.*better mirrored \(masks-turned\).*start the agent again/);
  });

  it('compares with the sum of the others, keeps it, and tells of a drift only where counts are shared', async () => {
    const alike = await site(SHARES, OTHERS_ALIKE).offer('one');
    expect([alike.length, said.length]).toEqual([1, 1]);
    expect(await readConsortium(path, 'test')).toMatchObject({
      sites: 2,
      images: 300,
      receivedAtMs: 7,
      statistics: ALL_IN(2, 300),
    });
    expect((await stat(path)).mode & 0o077).toBe(0);

    const elsewhere = await site(SHARES, OTHERS_ELSEWHERE).offer('one');
    expect(elsewhere.map(({ codes }) => codes)).toEqual([[], ['drifts-from-consortium']]);
    expect(said.at(-1)).toMatch(/compared with 2 other sites.*the masks' share of the breast differs/);
    const silent = await site({ shareTrainingStats: false }, OTHERS_ELSEWHERE).offer('one');
    expect(silent.map(({ codes }) => codes)).toEqual([[]]);
    expect(said.at(-1)).toMatch(/compared with 2 other sites/);
  });

  it('tells nothing of small counts by the code, whatever sum the coordinator makes up', async () => {
    // The same counts leave of both: the four images in two bins are left out.
    const withFours = (...bins: number[]) =>
      mapStatistics((name) => STATISTICS[name].map((_, bin) => (bin === 3 ? 20 : bins.includes(bin) ? 4 : 0)));
    const [low, high] = [withFours(0, 2), withFours(8, 9)];
    const codesFor = async (statistics: CheckedResult['statistics'], sum: CheckedResult['statistics']) => {
      const result = { ...RESULT, usableImages: 28, statistics };
      const answer: Message = { kind: 'data-check-stored', others: { sites: 2, images: 28, statistics: sum } };
      return (await site(SHARES, answer, { result }).offer('one')).map(({ codes, statistics: told }) => [codes, told]);
    };
    for (const sum of [low, high]) expect(await codesFor(low, sum)).toEqual(await codesFor(high, sum));
  });

  it('reports nothing of a folder that cannot be read, to an older coordinator, or of a run that is not approved', async () => {
    expect(await site(SHARES, NONE, { result: new Error('no folder') }).offer('one')).toEqual([]);
    expect(said.join()).toContain('could not be checked');
    jobs = [];
    expect(await site(SHARES, NONE, { takesDataChecks: false }).offer('one')).toEqual([]);
    const { offer, checks } = site({ ...SHARES, maxEpochs: 0 }, NONE);
    expect(await offer('one')).toEqual([]);
    expect(jobs).toEqual([]);
    await checks.stop();
    expect(await offer('one')).toEqual([]);
  });

  it('leaves a refused report, and a sum with other bins', async () => {
    const refusal: Message = { kind: 'refused', code: 'unknown-run', message: 'no such run' };
    expect(await site(SHARES, refusal).offer('one')).toHaveLength(1);
    const statistics = mapStatistics(() => [1, 2, 3]);
    const odd: Message = { kind: 'data-check-stored', others: { sites: 2, images: 9, statistics } };
    expect(await site(SHARES, odd).offer('one')).toHaveLength(1);
    await expect(readFile(path)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
