import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { canonicalJson, mapStatistics, OPEN_DATA_CONTRACT, runId, STATISTICS, type RunConfig } from '@mammofed/core';
import { sha256Of } from '@mammofed/storage';
import type { DataCheckReport, Message, RunOffer } from '@mammofed/wire';
import { abortable } from '../abort.js';
import { silentLog, temporaryFolders, testFacts, testRunConfig, testSiteConfig } from '../fixtures.test-support.js';
import type { SitePolicy } from '../policy/site-policy.js';
import { TrainerFailure } from '../trainer/trainer-client.js';
import type { CheckedResult, CheckJob } from '../trainer/trainer-messages.js';
import { FakeAsker } from '../transfers/fake-asker.test-support.js';
import { readConsortium } from './consortium-statistics.js';
import { MAX_WAITING_CHECKS } from './check-queue.js';
import { DataChecks } from './data-checks.js';
import { MAX_REPORT_TRIES } from './send-report.js';

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

/** Holds up who comes to it until it is opened. */
class Gate {
  /** When somebody has come. */
  readonly reached: Promise<void>;
  readonly #opened: Promise<void>;
  #come: () => void = () => undefined;
  open: () => void = () => undefined;

  constructor() {
    this.reached = new Promise((resolve) => (this.#come = resolve));
    this.#opened = new Promise((resolve) => (this.open = resolve));
  }

  async pass(signal: AbortSignal): Promise<void> {
    this.#come();
    await abortable(this.#opened, signal);
  }
}

describe('the dry run of a data contract', () => {
  let path: string;
  let jobs: CheckJob[];
  let said: string[];
  let confided: string[];

  beforeEach(async () => {
    path = join(await folder(), 'consortium-statistics.json');
    [jobs, said, confided] = [[], [], []];
  });

  const site = (
    policy: Partial<SitePolicy>,
    answer: Message | ((report: DataCheckReport) => Message | null),
    {
      config = testRunConfig(),
      result = RESULT,
      takesDataChecks = () => true,
      gates = [],
      readingGate = null,
    }: Partial<{
      config: RunConfig;
      result: CheckedResult | Error;
      takesDataChecks: () => boolean;
      /** Of one session asked for after the other: at the begin of a turn, then for each report. */
      gates: (Gate | null)[];
      readingGate: Gate | null;
    }> = {},
  ) => {
    const asker = new FakeAsker((message) =>
      typeof answer === 'function' ? answer(message as DataCheckReport) : answer,
    );
    let facts = testFacts(policy, config);
    let offersAsked = 0;
    const checks = new DataChecks({
      config: testSiteConfig(),
      rules: {
        get policy() {
          return facts.policy;
        },
        ...{ facts: () => facts, untilClosed: (signal) => signal },
      },
      link: {
        get takesDataChecks() {
          return takesDataChecks();
        },
        session: async (signal) => {
          await gates.shift()?.pass(signal);
          return asker.session(signal);
        },
        askForOffers: () => void offersAsked++,
      },
      trainer: {
        check: async (job, signal) => {
          jobs.push(job);
          await readingGate?.pass(signal);
          if (result instanceof Error) throw result;
          return result;
        },
      },
      consortiumPath: path,
      ...{ clock: { nowMs: () => 7 }, log: silentLog, say: (line) => void said.push(line) },
      confide: (line, instead) => {
        confided.push(line);
        if (instead !== undefined) said.push(instead);
      },
      sendAgain: { firstMs: 0, longestMs: 0 },
    });
    const begin = (id: string): void => {
      const configJson = canonicalJson(config);
      const offered: RunOffer = {
        ...{ kind: 'run-offer', runId: runId(id), configJson, configSha256: sha256Of(configJson), signature: null },
      };
      checks.offered(offered);
    };
    const reports = async (): Promise<readonly DataCheckReport[]> => {
      await checks.settled();
      return asker.asked as DataCheckReport[];
    };
    const offer = (id: string): Promise<readonly DataCheckReport[]> => {
      begin(id);
      return reports();
    };
    const change = (changed: Partial<SitePolicy>): void => {
      facts = testFacts({ ...policy, ...changed }, config);
      checks.recheck();
    };
    return { begin, reports, offer, change, checks, offersAsked: () => offersAsked };
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
    expect(await site(SHARES, NONE, { takesDataChecks: () => false }).offer('one')).toEqual([]);
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

  it('makes a report that waits for a session anew by the rules that hold when it leaves', async () => {
    const gate = new Gate();
    const { begin, reports, change } = site(SHARES, NONE, { gates: [null, gate] });
    begin('one');
    await gate.reached;
    change({ shareTrainingStats: false });
    gate.open();
    expect(await reports()).toMatchObject([{ runId: 'one', fits: true, statistics: null }]);
    expect(jobs).toHaveLength(1);
  });

  it('makes the second report by the rules that hold then, or none', async () => {
    for (const [changed, left] of [
      [{ shareTrainingStats: false }, [true, false]],
      [{ maxEpochs: 0 }, [true]],
    ] as const) {
      const gate = new Gate();
      const { begin, reports, change } = site(SHARES, OTHERS_ELSEWHERE, { gates: [null, null, gate] });
      begin('one');
      await gate.reached;
      change(changed);
      gate.open();
      expect((await reports()).map(({ statistics }) => statistics !== null)).toEqual(left);
    }
  });

  it('reads the folder no further once the rules forbid the run, and to its end where they do not', async () => {
    const readingGate = new Gate();
    const { begin, reports, change } = site(SHARES, NONE, { readingGate });
    begin('one');
    await readingGate.reached;
    change({ minCellSize: 6 });
    readingGate.open();
    expect(await reports()).toHaveLength(1);
    expect(jobs).toHaveLength(1);

    const shut = new Gate();
    const forbidden = site(SHARES, NONE, { readingGate: shut });
    forbidden.begin('one');
    await shut.reached;
    forbidden.change({ maxEpochs: 0 });
    expect(await forbidden.reports()).toEqual([]);
    expect(jobs).toHaveLength(2);
  });

  it('reports twice at most for one offer, whatever sums the coordinator gives in turn', async () => {
    let count = 0;
    const { offer } = site(SHARES, () => (count++ % 2 === 0 ? OTHERS_ELSEWHERE : OTHERS_ALIKE));
    expect((await offer('one')).map(({ codes }) => codes)).toEqual([[], ['drifts-from-consortium']]);
  });

  it('tells of a drift again without taking it back first, and takes it back when it is over', async () => {
    let answer = OTHERS_ELSEWHERE;
    const { offer } = site(SHARES, () => answer);
    await offer('one');
    const drift = ['drifts-from-consortium'];
    expect((await offer('one')).map(({ codes }) => codes)).toEqual([[], drift, drift]);
    answer = OTHERS_ALIKE;
    expect((await offer('one')).slice(3).map(({ codes }) => codes)).toEqual([drift, []]);
  });

  it('remembers no drift of counts that did not leave', async () => {
    const { offer, change } = site({ shareTrainingStats: false, minCellSize: 1 }, OTHERS_ELSEWHERE);
    await offer('one');
    change(SHARES);
    expect((await offer('one')).map(({ codes }) => codes)).toEqual([[], [], ['drifts-from-consortium']]);
  });

  it('sends nothing to a coordinator that was set back to an older version during the check', async () => {
    const gate = new Gate();
    let isOld = false;
    const { begin, reports } = site(SHARES, NONE, { gates: [null, gate], takesDataChecks: () => !isOld });
    begin('one');
    await gate.reached;
    isOld = true;
    gate.open();
    expect(await reports()).toEqual([]);
    expect(said).toHaveLength(1);
  });

  it('says what the trainer could not do by its code, and in words where they may name files', async () => {
    const message = '/data/Meyer_Anna.dcm is damaged';
    const result = new TrainerFailure({ code: 'bad-image', message, isMessageSafe: false, context: {} });
    expect(await site(SHARES, NONE, { result }).offer('one')).toEqual([]);
    expect(said).toEqual(['run one: the data could not be checked (bad-image)']);
    expect(confided).toEqual([`run one: the data could not be checked (bad-image): ${message}`]);
  });

  it('says once why the coordinator refused a report', async () => {
    const { offer } = site(SHARES, { kind: 'refused', code: 'unknown-run', message: 'no such run' });
    await offer('one');
    await offer('one');
    expect(said.filter((line) => line.includes('(unknown-run): no such run'))).toHaveLength(1);
  });

  it('names the command that holds the folder to the same study and contract', async () => {
    const result = { ...RESULT, findings: [TURNED] };
    await site({}, NONE, { result }).offer('one');
    expect(said.at(-1)).toContain('site data check --dir DIR --study test, and');
    const config = testRunConfig({ dataContract: OPEN_DATA_CONTRACT });
    await site({}, NONE, { result, config }).offer('one');
    expect(said.at(-1)).toMatch(/--study test --contract FILE .*policy studies/);
  });

  it('asks to be offered again the runs that found no room, and checks every one', async () => {
    const { begin, reports, offersAsked } = site(SHARES, NONE);
    const ids = Array.from({ length: 3 * MAX_WAITING_CHECKS }, (_, i) => `run-${i}`);
    for (let time = 0; time < 5 && offersAsked() === time; time++) {
      for (const id of ids) begin(id);
      await reports();
    }
    expect(new Set((await reports()).map((report) => report.runId))).toEqual(new Set(ids));
    expect(offersAsked()).toBeLessThan(5);
  });

  it('gives a report up that meets a lasting refusal, and goes on with the next run', async () => {
    const refusal: Message = { kind: 'refused', code: 'internal-error', message: 'something broke' };
    const { begin, reports } = site(SHARES, ({ runId: id }) => (id === 'one' ? refusal : NONE));
    begin('one');
    begin('two');
    const asked = (await reports()).map((report) => report.runId);
    expect(asked).toEqual([...Array.from({ length: MAX_REPORT_TRIES }, () => 'one'), 'two']);
    expect(said.join()).toContain('did not take the report on the data (internal-error)');
  });

  it('sends a report again over the next session', async () => {
    let count = 0;
    expect(await site(SHARES, () => (count++ === 0 ? null : NONE)).offer('one')).toHaveLength(2);
  });
});
