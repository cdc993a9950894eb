import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { siteId, type RunConfig, type SiteId } from '@mammofed/core';
import { advertisementBytes, confirmationBytes, sodiumReady, type Advertisement } from '@mammofed/privacy';
import { MAX_FRAME_BYTES, type LogRecord, type Message } from '@mammofed/wire';
import { AdminApi } from '../support/admin-api.js';
import { AttackedAttempt } from '../support/attacked-attempt.js';
import { Consortium, killAgent } from '../support/consortium.js';
import { LyingCoordinator, type LyingRun } from '../support/lying-coordinator.js';
import { LyingLog } from '../support/lying-log.js';
import { eventually, Workbench, type MammofedProcess } from '../support/processes.js';

const OTHERS = ['east', 'south', 'west', 'zenith'];
const ZENITH = siteId('zenith');
const STEPS = ['keying', 'sharing', 'collecting', 'confirming', 'unmasking'] as const;
const RUN_OPTIONS = [
  ...['--mode', 'secure', '--study', 'attacks', '--rounds', '1', '--epochs', '1', '--width', '1/32', '--size', '16'],
  ...['--min-sites', '3', '--max-sites', '5'],
];

/**
 * A real agent against a coordinator that lies, over real sessions: the coordinator's key, port and log are the test's, as
 * are the four other members. Each lie is refused with its own code, and what is honest afterwards goes on.
 */
describe('a site agent whose coordinator lies', () => {
  const workbench = new Workbench();
  let consortium: Consortium;
  let lying: LyingCoordinator;
  let agent: MammofedProcess;
  let config: RunConfig;
  let model: Uint8Array;
  let unmasked: AttackedAttempt;
  let unmaskedRun: LyingRun;

  beforeAll(async () => {
    await sodiumReady();
    consortium = await Consortium.start(workbench);
    await consortium.enrol('north', 0, 24, 'attacks');
    const run = await consortium.describeRun(...RUN_OPTIONS);
    const view = await (await AdminApi.of(consortium.coordinatorDir)).view(run);
    if (view === undefined) throw new Error('the coordinator does not answer');
    ({ config } = view);
    model = await readFile(join(consortium.coordinatorDir, 'models', view.initialModelSha256));
    await consortium.killCoordinator();
    const { coordinatorDir, rootDir, port } = consortium;
    const folders = { coordinatorDir, rootDir, port, siteDir: consortium.siteDir('north') };
    lying = await LyingCoordinator.inPlaceOf(folders, OTHERS);
    agent = consortium.startSite('north');
    await lying.connected();
  }, 240_000);
  afterAll(async () => {
    await lying.close();
    await workbench.end();
  });

  const newRun = (name: string): LyingRun => lying.addRun(name, config, model);
  const siteFile = (...path: string[]): string => join(consortium.siteDir('north'), ...path);
  async function expectRightSum(attempt: AttackedAttempt, updateOfAttempt = attempt.ref.attempt): Promise<void> {
    const own = await readFile(siteFile('work', attempt.ref.runId, `1-${updateOfAttempt}`, 'update.bin'));
    const sums = await attempt.sums(own);
    expect(sums.unmasked).toEqual(sums.plain);
  }
  async function restart(): Promise<void> {
    const before = await lying.connected();
    await killAgent(agent);
    agent = consortium.startSite('north');
    await lying.connected(before);
  }

  it('does nothing for a study before its operator has approved it', async () => {
    const run = newRun('offered');
    expect(await lying.outcome(lying.offerOf(run))).toBe('policy-consent');
    expect(await lying.outcome(lying.taskOf(run, 1))).toBe('policy-consent');
    const dir = ['--dir', consortium.siteDir('north')];
    await workbench.must('site', 'policy', 'approve', config.study, '--run', run.runId, '--wait', '2', ...dir);
    await eventually('the agent to see the approval', 60_000, async () =>
      (await lying.outcome(lying.offerOf(run))) === 'run-agreed' ? true : undefined,
    );
    // For what was approved, and nothing beyond it.
    const more = lying.addRun('more', { ...config, rounds: config.rounds + 1 }, model);
    expect(await lying.outcome(lying.taskOf(more, 1))).toBe('policy-consent');
  }, 120_000);

  it('keeps the roster that it has, and not one that is older or that its root did not sign', async () => {
    const held = await readFile(siteFile('roster'));
    const { bytes } = lying.roster;
    const altered = Uint8Array.from(bytes);
    altered[0] = altered[0] === 0x30 ? 0x31 : 0x30;
    const offer = (roster: Uint8Array): Promise<string> => lying.outcome({ kind: 'roster-update', roster });
    expect(await offer(lying.parts.smallRoster.bytes)).toBe('old-roster');
    expect(await offer(altered)).toBe('forged-roster');
    expect(await offer(lying.foreignRoster())).toBe('foreign-roster');
    expect(await readFile(siteFile('roster'))).toEqual(held);
    expect(await offer(bytes)).toBe('roster-taken');
  });

  it('gives nothing away in any phase of an attempt, whose sum is right after all that', async () => {
    const run = newRun('every-lie');
    const attempt = await AttackedAttempt.trained(lying, run);
    const { ref, others, site } = attempt;
    const outcome = attempt.outcome.bind(attempt);

    // 1. advertise
    const { version, sha256 } = { ...lying.parts.smallRoster.roster, ...lying.parts.smallRoster };
    expect(await outcome({ kind: 'roll', ...ref, advertisements: [] })).toBe('out-of-phase');
    expect(await outcome({ kind: 'confirm-request', ...ref, uploaders: [...others] })).toBe('out-of-phase');
    expect(await outcome({ ...attempt.advertiseRequest, attempt: 7 })).toBe('out-of-phase');
    const oldRoster = { ...attempt.advertiseRequest, rosterVersion: version, rosterSha256: sha256 };
    expect(await outcome(oldRoster)).toBe('other-roster');
    await attempt.keying();
    expect(await outcome({ ...attempt.advertiseRequest, threshold: 3 })).toBe('other-threshold');
    expect(await outcome(oldRoster)).toBe('other-roster');

    // 2. share
    const { roll } = attempt;
    const shown = (changed: Pick<Advertisement, 'site'> & Partial<Advertisement>): Promise<string> => {
      const advertisements = roll.advertisements.map((one) =>
        one.site === changed.site ? { ...one, ...changed } : one,
      );
      return outcome({ ...roll, advertisements });
    };
    const signedUnder = (...terms: Parameters<AttackedAttempt['membersWith']>): Advertisement =>
      attempt.membersWith(...terms).attempt(ZENITH).advertisement;
    const [first] = roll.advertisements;
    expect(await outcome({ ...roll, advertisements: [] })).toBe('not-a-member');
    const two = roll.advertisements.filter((one) => one.site === site || one.site === ZENITH);
    expect(await outcome({ ...roll, advertisements: two })).toBe('cohort-too-small');
    expect(await shown({ site, maskingKey: signedUnder({}).maskingKey })).toBe('replaced-advertisement');
    expect(await shown({ site: ZENITH, maskingKey: signedUnder({}).maskingKey })).toBe('bad-member-signature');
    const { maskingKey } = first as Advertisement;
    const copied = { ...signedUnder({}), maskingKey };
    const signature = attempt.cohort.signAs(ZENITH, advertisementBytes(copied));
    expect(await shown({ ...copied, signature })).toBe('equal-keys');
    expect(await shown(signedUnder({ baseModel: '7'.repeat(64) as never }))).toBe('other-base-model');
    expect(await shown(signedUnder({ configurationHash: new Uint8Array(32) }))).toBe('other-configuration');
    expect(await shown(signedUnder({ threshold: 5 }))).toBe('other-threshold');
    expect(await shown(signedUnder({ rosterVersion: version }))).toBe('other-roster');
    expect(await shown(signedUnder({}, otherLog(lying.log.head().size).head()))).toBe('other-log');
    const longer = otherLog(9);
    const stranger = signedUnder({}, longer.head());
    const ownLog = lying.log;
    // A proof of the log that the others were shown, not of this site's.
    lying.log = longer;
    expect(await shown(stranger)).toBe('other-log');
    lying.log = ownLog;
    await attempt.sharing();
    expect(await shown(signedUnder({}))).toBe('second-cohort');

    // 3. upload
    const { maskRequest } = attempt;
    const altered = maskRequest.sealed.map((share) =>
      share.sender === ZENITH ? { ...share, bytes: share.bytes.map((byte, i) => (i === 60 ? byte ^ 1 : byte)) } : share,
    );
    const withoutOne = {
      ...maskRequest,
      sharers: maskRequest.sharers.filter((one) => one !== ZENITH),
      sealed: maskRequest.sealed.filter(({ sender }) => sender !== ZENITH),
    };
    expect(await outcome({ kind: 'confirm-request', ...ref, uploaders: [...others] })).toBe('out-of-phase');
    expect(await outcome({ ...maskRequest, sealed: altered })).toBe('unreadable-share');
    expect(await outcome({ ...maskRequest, sealed: withoutOne.sealed })).toBe('wrong-share-set');
    await attempt.collecting(others.filter((one) => one !== ZENITH));
    expect(await outcome(withoutOne)).toBe('already-masked');

    // 4. confirm: the upload of zenith did not arrive
    const { confirmRequest } = attempt;
    const strangers = [...confirmRequest.uploaders, siteId('zoo')];
    expect(await outcome({ ...confirmRequest, uploaders: strangers })).toBe('stranger-among-uploaders');
    expect(await outcome({ ...confirmRequest, uploaders: [site] })).toBe('below-threshold');
    const tooSoon = {
      kind: 'unmask-request',
      ...ref,
      confirmations: [],
      selfMasksOf: [...others],
      keysOf: [],
    } as const;
    expect(await outcome(tooSoon)).toBe('out-of-phase');
    await attempt.confirming();
    expect(await outcome({ ...confirmRequest, uploaders: attempt.cohort.sites })).toBe('second-confirmation');

    // 5. unmask
    const { unmaskRequest } = attempt;
    const [, someone] = confirmRequest.uploaders as [SiteId, SiteId];
    const aliveAndDropped = [...unmaskRequest.keysOf, someone].sort();
    expect(await outcome({ ...unmaskRequest, keysOf: aliveAndDropped })).toBe('both-shares-asked');
    const saidDropped = {
      selfMasksOf: unmaskRequest.selfMasksOf.filter((one) => one !== someone),
      keysOf: aliveAndDropped,
    };
    expect(await outcome({ ...unmaskRequest, ...saidDropped })).toBe('other-lists');
    // The others were shown a U2, or a U3, that this site was not.
    for (const lists of [{ sharers: confirmRequest.uploaders }, { uploaders: attempt.cohort.sites }]) {
      const confirmations = unmaskRequest.confirmations.map((one) => {
        if (one.site === site) return one;
        const split = { ...one, ...lists };
        return { ...split, signature: attempt.cohort.signAs(one.site, confirmationBytes(split)) };
      });
      expect(await outcome({ ...unmaskRequest, confirmations })).toBe('too-few-confirmations');
    }
    await attempt.unmasking();
    await expectRightSum(attempt);
    [unmasked, unmaskedRun] = [attempt, run];
  }, 240_000);

  it('helps with no second sum of a round once it has helped with one', async () => {
    const { unmaskRequest } = unmasked;
    expect(await unmasked.outcome({ ...unmaskRequest, confirmations: [] })).toBe('already-unmasked');
    expect(await unmasked.outcome(unmaskRequest)).toBe('unmask-shares');
    const second = await AttackedAttempt.trained(lying, unmaskedRun, 2);
    expect(await second.outcome(second.advertiseRequest)).toBe('round-already-unmasked');
  }, 240_000);

  it('ends a session over a frame that is too large, and goes on in the next one', async () => {
    const end = await lying.connected();
    end.sendPlain(() => new Uint8Array(MAX_FRAME_BYTES + 1));
    const next = await lying.connected(end);
    expect(await next.request({ kind: 'roster-update', roster: lying.roster.bytes })).toMatchObject({
      kind: 'roster-taken',
    });
    expect(agent.child.exitCode).toBeNull();
    expect(agent.stdout).toContain(`a frame has ${MAX_FRAME_BYTES + 18} bytes`);
  }, 120_000);

  it('trains on no bytes that do not match the hash of the model, and deals no shares under a threshold too low', async () => {
    const run = newRun('lies-before');
    const bytes = lying.models.get(run.model.sha256) as Uint8Array;
    lying.models.set(
      run.model.sha256,
      Uint8Array.from(bytes, (byte, i) => (i === bytes.length - 1 ? byte ^ 1 : byte)),
    );
    expect(await lying.outcome(lying.taskOf(run, 1))).toBe('task-accepted');
    const first = { runId: run.runId, round: 1, attempt: 1 };
    expect(await lying.heard('task-failed', first)).toMatchObject({ code: 'corrupt-model' });
    lying.models.set(run.model.sha256, bytes);

    const second = await AttackedAttempt.trained(lying, run, 2);
    const terms = { ...second.cohort.terms, threshold: 3 };
    const own = await lying.ask({ ...second.advertiseRequest, threshold: 3 });
    if (own.kind !== 'advertisement') throw new Error(JSON.stringify(own));
    const advertisements = [...second.others.map((one) => second.cohort.join(one, { terms }).advertisement), own].sort(
      (a, b) => (a.site < b.site ? -1 : 1),
    );
    expect(await second.outcome({ kind: 'roll', ...second.ref, advertisements })).toBe('threshold-too-low');

    const third = await AttackedAttempt.trained(lying, run, 3);
    for (const step of STEPS) await third[step]();
    await expectRightSum(third, 2);
  }, 240_000);

  it('that was killed gives a second answer to nothing, and takes part in the next attempt', async () => {
    const run = newRun('killed');
    const first = await AttackedAttempt.trained(lying, run);
    for (const step of ['keying', 'sharing', 'collecting'] as const) await first[step]();
    const masked = first.cohort.uploads.get(first.site);
    await restart();
    for (const request of [first.advertiseRequest, first.roll, first.confirmRequest]) {
      expect(await first.outcome(request)).toBe('restarted-attempt');
    }
    const { maskRequest } = first;
    expect(await first.outcome({ ...maskRequest, sharers: maskRequest.sharers.slice(1) })).toBe('already-masked');
    lying.forgetUpload(first.ref);
    expect(await first.outcome(maskRequest)).toBe('mask-accepted');
    expect(await lying.uploaded(first.ref)).toEqual(masked);
    first.cohort.confirm(first.others);
    expect(await first.outcome(first.unmaskRequest)).toBe('restarted-attempt');

    const second = await AttackedAttempt.trained(lying, run, 2);
    for (const step of STEPS) await second[step]();
    await expectRightSum(second, 1);
    expect(second.cohort.uploads.get(second.site)).not.toEqual(masked);
    const { unmaskRequest } = second;
    const shares = await lying.ask(unmaskRequest);
    await restart();
    expect(await second.outcome({ ...unmaskRequest, confirmations: [] })).toBe('already-unmasked');
    expect(await lying.ask(unmaskRequest)).toEqual(shares);
    const third = await AttackedAttempt.trained(lying, run, 3);
    expect(await third.outcome(third.advertiseRequest)).toBe('round-already-unmasked');
  }, 240_000);

  describe('whose log is false', () => {
    /** The agent ends by itself, keeps the proof, and does not start again before it is cleared up. */
    async function expectConvicted(code: string): Promise<void> {
      const ended = await agent.finished;
      expect(ended.code).not.toBe(0);
      const evidence = JSON.parse(await readFile(siteFile('log-evidence.json'), 'utf8')) as { readonly code: string };
      expect(evidence).toMatchObject({ code });
      expect((await consortium.startSite('north').finished).code).toBe(ended.code);
    }
    async function clearedUp(): Promise<void> {
      await rm(siteFile('log-evidence.json'));
      agent = consortium.startSite('north');
      await lying.connected();
    }

    it('stops over a model that is not in it', async () => {
      const run = newRun('stale');
      const stale = newRun('stale-model').model;
      const ref = { runId: run.runId, round: 1, attempt: 1 };
      await lying.outcome({ ...lying.taskOf(run, 1), baseModel: stale }).catch(() => 'ended');
      await expectConvicted('unlogged-model');
      expect(lying.told).not.toContainEqual(expect.objectContaining({ kind: 'trained', ...ref }));
      await clearedUp();
    }, 240_000);

    it('stops over an entry that is not the one in it, and over one that it has not', async () => {
      const { log } = lying;
      const record = log.record.bind(log);
      const shownInstead: Record<string, (answer: LogRecord) => Message> = {
        'rewritten-entry': (answer) => ({
          ...answer,
          entry: Buffer.from(Buffer.from(answer.entry).toString('utf8').replace('zenith', 'zenana'), 'utf8'),
        }),
        'missing-record': () => ({ kind: 'refused', code: 'unknown-record', message: 'there is no such entry' }),
      };
      for (const [code, shown] of Object.entries(shownInstead)) {
        log.record = (request) => {
          const answer = record(request);
          return request.record === 'cohort' && answer.kind === 'log-record' ? shown(answer) : answer;
        };
        const run = newRun(code);
        await lying.outcome(lying.taskOf(run, 1)).catch(() => 'ended');
        await expectConvicted(code);
        expect(lying.told).not.toContainEqual(expect.objectContaining({ kind: 'trained', runId: run.runId }));
        log.record = record;
        await clearedUp();
      }
    }, 240_000);

    it('stops over a longer log with other entries, and over one that lost its last', async () => {
      const { log } = lying;
      const { size } = log.head();
      for (const [code, other] of [
        ['rewritten-log', otherLog(size + 3)],
        ['shrunken-log', log.upTo(size - 1)],
      ] as const) {
        const task = lying.taskOf(newRun(code), 1);
        lying.log = other;
        await lying.outcome({ ...task, treeHead: other.signedHead() }).catch(() => 'ended');
        await expectConvicted(code);
        lying.log = log;
        await clearedUp();
      }
    }, 240_000);

    it('stops over a head of another log of the same length', async () => {
      // The site holds the head that it was welcomed with.
      const treeHead = otherLog(lying.log.head().size).signedHead();
      await lying.outcome({ ...lying.taskOf(newRun('forked'), 1), treeHead }).catch(() => 'ended');
      await expectConvicted('forked-log');
    }, 240_000);
  });

  /** Signed with the same key, with other entries from the first on. */
  function otherLog(size: number): LyingLog {
    const log = new LyingLog(lying.parts.root.publicKey, lying.parts.coordinator);
    for (let i = 0; i < size; i++) log.append({ kind: 'act', act: 'invite-site', subject: `other-${i}`, atMs: i });
    return log;
  }
});
