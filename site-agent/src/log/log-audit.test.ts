import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sha256Hex, siteId, type Sha256Hex } from '@mammofed/core';
import { generateIdentity, sodiumReady, type CohortEntry, type CommittedEntry, type Identity } from '@mammofed/privacy';
import type { Message } from '@mammofed/wire';
import type { SiteError } from '../errors.js';
import { temporaryFolders, testEvaluateTask, testRunConfig, testTrainTask } from '../fixtures.test-support.js';
import type { AcceptedTask } from '../tasks/task-rules.js';
import { Contributions } from './contributions.js';
import { HeldLog } from './held-log.js';
import { LogAudit } from './log-audit.js';
import { TestLog } from './test-log.test-support.js';

const folder = temporaryFolders();
const NORTH = siteId('id-of-north');
const hashOf = (digit: string): Sha256Hex => sha256Hex(digit.repeat(64));
const [INITIAL, FIRST, OTHER, UPDATE] = ['a', 'b', 'c', 'd'].map(hashOf) as [
  Sha256Hex,
  Sha256Hex,
  Sha256Hex,
  Sha256Hex,
];

describe('the audit of a task', () => {
  let root: Identity;
  let coordinator: Identity;
  let site: Identity;
  let log: TestLog;
  let dir: string;
  let offences: string[];
  let contributions: Contributions;

  beforeAll(() => sodiumReady());
  beforeEach(async () => {
    [root, coordinator, site] = [generateIdentity(), generateIdentity(), generateIdentity()];
    dir = await folder();
    offences = [];
    contributions = await Contributions.open(join(dir, 'contributions.json'));
    log = new TestLog(root.publicKey, coordinator)
      .grown(3)
      .with(RUN, cohortOf(1, INITIAL), COMMITTED, cohortOf(2, FIRST));
  });

  const task = testTrainTask();
  const { runId: run, configSha256 } = task;
  const RUN = { kind: 'run', atMs: 1, run, configSha256, initialModel: INITIAL } as const;
  const COMMITTED: CommittedEntry = {
    ...{ kind: 'committed', atMs: 3, run, round: 1, attempt: 1, baseModel: INITIAL, model: FIRST },
    contributions: [{ site: NORTH, sha256: UPDATE }],
  };
  const cohortOf = (round: number, baseModel: Sha256Hex): CohortEntry => {
    const key = Buffer.from(site.publicKey).toString('hex');
    const members = [{ site: NORTH, name: 'north', key }];
    return { kind: 'cohort', atMs: 2, run, round, attempt: 1, baseModel, members };
  };
  const train = (round: number, sha256: Sha256Hex): AcceptedTask => ({
    kind: 'train',
    task: testTrainTask({ round, baseModel: { sha256, byteLength: 100 } }),
    config: testRunConfig(),
    siteIndex: 0,
  });
  const evaluate = (round: number, sha256: Sha256Hex): AcceptedTask => ({
    kind: 'evaluate',
    task: testEvaluateTask({ round, model: { sha256, byteLength: 100 } }),
    config: testRunConfig(),
  });

  /** Holds the log as it is, and audits a task with what `ask` answers. @returns `ok`, or the code. */
  const audited = async (accepted: AcceptedTask, ask = log.ask): Promise<string> => {
    const held = await HeldLog.open({
      ...{ path: join(dir, 'head'), evidencePath: join(dir, 'evidence'), consortium: root.publicKey },
      ...{ coordinatorKey: () => coordinator.publicKey, clock: { nowMs: () => 0 } },
      onOffence: (error) => offences.push(error.code),
    });
    await held.take(log.head(), log.ask);
    const audit = new LogAudit({ log: held, contributions, siteId: NORTH, siteKey: site.publicKey });
    return audit.assertLogged(accepted, ask).then(
      () => 'ok',
      (error: SiteError) => error.code,
    );
  };
  /** The log with the newest entry of a kind changed. */
  const logWith = (kind: string, change: object): void => {
    const at = log.entries.findLastIndex((entry) => entry.kind === kind);
    log.entries[at] = { ...log.entries[at], ...change } as TestLog['entries'][number];
  };

  it('passes tasks that the log has', async () => {
    await contributions.counted({ runId: run, round: 1, attempt: 1 }, UPDATE);
    for (const accepted of [train(1, INITIAL), evaluate(0, INITIAL), evaluate(1, FIRST), train(2, FIRST)]) {
      expect(await audited(accepted)).toBe('ok');
    }
    expect(offences).toEqual([]);
    expect(contributions.of({ runId: run, round: 1, attempt: 1 })).toBeNull();
  });

  it.each<[string, () => AcceptedTask]>([
    ['as initial', () => train(1, OTHER)],
    ['to evaluate', () => evaluate(0, OTHER)],
    ['of a round', () => train(2, OTHER)],
    ['of a round to evaluate', () => evaluate(1, OTHER)],
  ])('stops the site for a model %s that is not the one in the log', async (_what, made) => {
    expect(await audited(made())).toBe('unlogged-model');
    expect(offences).toEqual(['unlogged-model']);
  });

  it('stops the site for a cohort on another model, or without the site as it is', async () => {
    logWith('cohort', { baseModel: OTHER });
    expect(await audited(train(2, FIRST))).toBe('unlogged-model');
    offences = [];
    dir = await folder();
    logWith('cohort', { ...cohortOf(2, FIRST), members: [{ site: NORTH, name: 'north', key: 'ab'.repeat(32) }] });
    expect(await audited(train(2, FIRST))).toBe('missing-record');
  });

  it('stops the site for a run of another configuration', async () => {
    logWith('run', { configSha256: OTHER });
    expect(await audited(train(1, INITIAL))).toBe('rewritten-entry');
  });

  it('stops the site if the log has no such run, round or cohort', async () => {
    expect(await audited(train(3, FIRST))).toBe('missing-record');
    expect(offences).toEqual(['missing-record']);
  });

  it('stops the site if its update is left out of a model, or exchanged', async () => {
    const ref = { runId: run, round: 1, attempt: 1 };
    await contributions.sending(ref, OTHER);
    expect(await audited(evaluate(1, FIRST))).toBe('rewritten-entry');
    dir = await folder();
    await contributions.counted(ref, UPDATE);
    logWith('committed', { contributions: [] });
    expect(await audited(evaluate(1, FIRST))).toBe('missing-record');
  });

  it('lets an update be left out that was sent and never taken, or sent for another attempt', async () => {
    await contributions.sending({ runId: run, round: 1, attempt: 1 }, UPDATE);
    logWith('committed', { contributions: [] });
    expect(await audited(evaluate(1, FIRST))).toBe('ok');
    await contributions.counted({ runId: run, round: 1, attempt: 7 }, OTHER);
    expect(await audited(evaluate(1, FIRST))).toBe('ok');
  });

  it.each<[string, (answer: Extract<Message, { kind: 'log-record' }>) => Partial<typeof answer>]>([
    ['altered', ({ entry }) => ({ entry: Buffer.from(Buffer.from(entry).toString().replace('"atMs":1', '"atMs":2')) })],
    ['in another place', ({ index }) => ({ index: index - 1 })],
    ['without its proof', () => ({ nodes: [] })],
    ['that is none', () => ({ entry: Buffer.from('{}') })],
  ])('stops the site for an entry %s', async (_what, change) => {
    const ask = async (message: Message): Promise<Message> => {
      const answer = await log.ask(message);
      return answer.kind === 'log-record' ? { ...answer, ...change(answer) } : answer;
    };
    expect(await audited(train(1, INITIAL), ask)).toBe('rewritten-entry');
  });

  it('does not take one entry for another, although it is in the log', async () => {
    const ask = (message: Message): Promise<Message> =>
      log.ask(message.kind === 'log-record-request' ? { ...message, round: 1, record: 'cohort', attempt: 1 } : message);
    expect(await audited(train(1, INITIAL), ask)).toBe('rewritten-entry');
  });

  it('does nothing while the coordinator shows no entry, and stops for nothing', async () => {
    const ask = (): Promise<Message> => Promise.resolve({ kind: 'refused', code: 'internal-error', message: 'no' });
    expect(await audited(train(1, INITIAL), ask)).toBe('unproven-log');
    expect(offences).toEqual([]);
  });
});
