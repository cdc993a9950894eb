import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { RING_WIDTHS, runId, siteId } from '@mammofed/core';
import { emptyLogHead, sodiumReady } from '@mammofed/privacy';
import type { Message } from '@mammofed/wire';
import { temporaryFolders } from '../fixtures.test-support.js';
import type { AttemptParts, PhaseRequest } from './secure-attempt.js';
import { OWN, secureRules, TestMembers, TestRound, TestSite } from './secure-round.test-support.js';

beforeAll(sodiumReady);

const folder = temporaryFolders();
const DEALERS = ['east', 'south', 'west'].map((name) => siteId(name));

let dir: string;
let consortium: TestMembers;
const sites: TestSite[] = [];

beforeEach(async () => {
  dir = await folder();
  consortium = new TestMembers();
});
afterEach(async () => {
  await Promise.all(sites.splice(0).map(({ secure }) => secure.stop()));
});

async function started(changes: Parameters<typeof TestSite.start>[2] = {}): Promise<TestSite> {
  const site = await TestSite.start(dir, consortium, changes);
  sites.push(site);
  return site;
}

/** Ends one agent as a power cut does, but for its timers, and starts the next on the same folder. */
async function restarted(site: TestSite): Promise<TestSite> {
  await site.secure.stop();
  return started();
}

/** The steps of a round, in order. */
const STEPS = ['keying', 'sharing', 'collecting', 'confirming', 'unmasking'] as const;
type Step = (typeof STEPS)[number];

async function playedBefore(step: Step, site: TestSite, round = new TestRound(consortium)): Promise<TestRound> {
  await round.join(site);
  for (const before of STEPS.slice(0, STEPS.indexOf(step))) await round[before](site);
  return round;
}

const requestOf = (round: TestRound, step: Step): PhaseRequest =>
  ({
    keying: () => round.advertiseRequest,
    sharing: () => round.roll,
    collecting: () => round.maskRequest,
    confirming: () => round.confirmRequest,
    unmasking: () => round.unmaskRequest,
  })[step]();

const workFiles = (): Promise<string[]> => readdir(join(dir, 'work', 'run-1', '1-1')).then((names) => names.sort());

describe('a site in a secure sum', () => {
  it.each(RING_WIDTHS)('uploads its vector masked, and only the sum comes out: ring of %d bits', async (ringBits) => {
    const site = await started();
    const round = new TestRound(consortium, { ringBits });
    await round.join(site);
    for (const step of STEPS) await round[step](site);
    const { unmasked, plain } = await round.sums();
    expect(unmasked).toEqual(plain);
    expect(round.masked.get(OWN)).not.toEqual(round.vectors.get(OWN));
    expect(site.records.all).toMatchObject([
      { round: 1, attempt: 1, hasUnmasked: true, confirmed: { uploaders: consortium.sites } },
    ]);
    const opened = site.link.asked.find(({ kind }) => kind === 'upload-open');
    expect(opened).toMatchObject({ statistics: { exampleCount: null, meanLoss: null }, engine: { steps: null } });
  });

  it('gives the key share of a site whose update did not arrive', async () => {
    const site = await started();
    const round = await playedBefore('collecting', site);
    await round.collecting(site, DEALERS.slice(1));
    await round.confirming(site);
    await round.unmasking(site);
    const { unmasked, plain } = await round.sums();
    expect(unmasked).toEqual(plain);
  });

  it('says that it waits, so that it is not taken for silent', async () => {
    const site = await started();
    await playedBefore('keying', site);
    expect(site.link.asked).toContainEqual(expect.objectContaining({ kind: 'progress', phase: 'waiting-for-cohort' }));
    expect(site.link.asked).toContainEqual({ kind: 'trained', runId: 'run-1', round: 1, attempt: 1 });
  });

  it.each(STEPS)('whose line broke in %s gives the same answer again, and masks once', async (step) => {
    const site = await started();
    const round = await playedBefore(step, site);
    const request = requestOf(round, step);
    const first = await site.answer(request);
    expect(first.kind).not.toBe('refused');
    expect(await site.answer(request)).toEqual(first);
    if (step === 'collecting') await site.uploaded(round.ref);
    expect(site.maskings).toBe(STEPS.indexOf(step) < 2 ? 0 : 1);
  });

  it('uses the vector that it trained for the next attempt too, under other masks', async () => {
    const site = await started();
    const first = await playedBefore('confirming', site);
    await site.secure.endBefore({ ...first.ref, attempt: 2 });
    expect(await workFiles()).toEqual(['update.bin', 'update.json']);
    const second = new TestRound(consortium, { attempt: 2 });
    second.vectors.set(OWN, first.vectors.get(OWN) as Uint8Array);
    await second.join(site);
    for (const step of STEPS) await second[step](site);
    const { unmasked, plain } = await second.sums();
    expect(unmasked).toEqual(plain);
    expect(second.masked.get(OWN)).not.toEqual(first.masked.get(OWN));
    expect(await site.outcome(first.confirmRequest)).toBe('out-of-phase');
  });

  it('helps to unmask one sum on a base model, also of two that it joined at the same time', async () => {
    const site = await started();
    const first = await playedBefore('unmasking', site);
    const second = await playedBefore('unmasking', site, new TestRound(consortium, { run: runId('run-2') }));
    const answers = await Promise.all([site.outcome(first.unmaskRequest), site.outcome(second.unmaskRequest)]);
    expect(answers).toEqual(['unmask-shares', 'round-already-unmasked']);
    const third = await playedBefore('keying', site, new TestRound(consortium, { run: runId('run-3') }));
    expect(await site.outcome(third.advertiseRequest)).toBe('round-already-unmasked');
    expect(await site.outcome(second.unmaskRequest)).toBe('round-already-unmasked');
    expect(await site.outcome(first.unmaskRequest)).toBe('unmask-shares');
  });

  it('sends nothing whose promise is not on disk, and goes on when it can be written', async () => {
    const site = await started();
    const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    const round = await playedBefore('keying', site);
    const keep = jest.spyOn(site.records, 'keep');
    keep.mockRejectedValueOnce(full);
    expect(await site.outcome(round.advertiseRequest)).toBe('disk-full');
    await round.keying(site);
    await round.sharing(site);
    await round.collecting(site);
    for (const step of ['confirming', 'unmasking'] as const) {
      keep.mockRejectedValueOnce(full);
      expect(await site.outcome(requestOf(round, step))).toBe('disk-full');
      await round[step](site);
    }
    const { unmasked, plain } = await round.sums();
    expect(unmasked).toEqual(plain);
  });

  it('has nothing left but its trained vector once an attempt is cancelled', async () => {
    const site = await started();
    const round = await playedBefore('confirming', site);
    expect(await workFiles()).toEqual(['masked.bin', 'masked.json', 'task.msg', 'update.bin', 'update.json']);
    await site.secure.cancel(round.ref, 'the round is over');
    expect(await workFiles()).toEqual(['update.bin', 'update.json']);
    expect(await site.outcome(round.confirmRequest)).toBe('out-of-phase');
  });

  it('tells the coordinator when its masked update is not taken, and ends its part', async () => {
    const site = await started();
    const round = await playedBefore('collecting', site);
    site.refuseUploads = 'too-large';
    const failed = new Promise<Message>((resolve) => {
      site.link.tell = (message) => {
        if (message.kind === 'task-failed') resolve(message);
        return true;
      };
    });
    expect(await site.outcome(round.maskRequest)).toBe('mask-accepted');
    expect(await failed).toMatchObject({ round: 1, attempt: 1, code: 'refused-transfer' });
    expect(await site.outcome(round.maskRequest)).toBe('obsolete');
  });
});

describe('a site that was restarted', () => {
  it('before its keys were asked for takes part as if nothing had been', async () => {
    const round = await playedBefore('keying', await started());
    const site = await restarted(sites[0] as TestSite);
    for (const step of STEPS) await round[step](site);
    const { unmasked, plain } = await round.sums();
    expect(unmasked).toEqual(plain);
  });

  it.each(['sharing', 'collecting', 'confirming', 'unmasking'] as const)(
    'in %s signs nothing and masks nothing any more',
    async (step) => {
      const round = await playedBefore(step, await started());
      const request = requestOf(round, step);
      const site = await restarted(sites[0] as TestSite);
      expect(await site.outcome(request)).toBe('restarted-attempt');
      expect(await site.outcome(round.advertiseRequest)).toBe('restarted-attempt');
      expect(site.maskings).toBe(0);
      expect(site.uploads.size).toBe(0);
    },
  );

  it('uploads what it had masked, byte for byte, and masks for no other request', async () => {
    const before = await started();
    const round = await playedBefore('collecting', before);
    expect(await before.outcome(round.maskRequest)).toBe('mask-accepted');
    const masked = await before.uploaded(round.ref);
    const site = await restarted(before);
    const { maskRequest } = round;
    expect(await site.outcome({ ...maskRequest, sharers: maskRequest.sharers.slice(1) })).toBe('already-masked');
    expect(await site.outcome(maskRequest)).toBe('mask-accepted');
    expect(await site.uploaded(round.ref)).toEqual(masked);
    expect(site.maskings).toBe(0);
  });

  it('sends the shares that it had signed again, to the same request alone', async () => {
    const before = await started();
    const round = await playedBefore('unmasking', before);
    const shares = await before.answer(round.unmaskRequest);
    const site = await restarted(before);
    const { unmaskRequest } = round;
    expect(await site.outcome({ ...unmaskRequest, confirmations: unmaskRequest.confirmations.slice(1) })).toBe(
      'already-unmasked',
    );
    expect(await site.answer(unmaskRequest)).toEqual(shares);
  });

  it('does not send shares that it signed but never noted, once it has helped with another sum on the model', async () => {
    const before = await started();
    const first = await playedBefore('unmasking', before);
    const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    jest.spyOn(before.records, 'keep').mockRejectedValueOnce(full);
    expect(await before.outcome(first.unmaskRequest)).toBe('disk-full');
    const site = await restarted(before);
    const second = await playedBefore('unmasking', site, new TestRound(consortium, { run: runId('run-2') }));
    expect(await site.outcome(second.unmaskRequest)).toBe('unmask-shares');
    expect(await site.outcome(first.unmaskRequest)).toBe('round-already-unmasked');
  });

  it('takes part in the next attempt with the vector that it had', async () => {
    const first = await playedBefore('confirming', await started());
    const site = await restarted(sites[0] as TestSite);
    const second = new TestRound(consortium, { attempt: 2 });
    second.vectors.set(OWN, first.vectors.get(OWN) as Uint8Array);
    await second.join(site);
    for (const step of STEPS) await second[step](site);
    const { unmasked, plain } = await second.sums();
    expect(unmasked).toEqual(plain);
  });

  it('goes by the policy of today', async () => {
    const round = await playedBefore('keying', await started());
    await sites[0]?.secure.stop();
    const site = await started({ rules: secureRules({ modes: ['sealed'] }) });
    expect(await site.outcome(round.advertiseRequest)).toBe('out-of-phase');
  });
});

describe('a coordinator that lies is refused by the site, which logs and counts it', () => {
  it('about what nobody trained for, and out of turn', async () => {
    const site = await started();
    const round = await playedBefore('keying', site);
    const other = { ...round.advertiseRequest, attempt: 9 };
    expect(await site.outcome(other)).toBe('out-of-phase');
    expect(await site.outcome({ ...round.ref, kind: 'confirm-request', uploaders: consortium.sites })).toBe(
      'out-of-phase',
    );
    expect(await site.outcome({ ...round.ref, kind: 'roll', advertisements: [] })).toBe('out-of-phase');
    expect(site.warnings).toMatchObject([
      { request: 'advertise-request', attempt: 9, code: 'out-of-phase', count: 1 },
      { request: 'confirm-request', code: 'out-of-phase', count: 2 },
      { request: 'roll', count: 3 },
    ]);
  });

  it('that shows it a member with another log', async () => {
    const heldLog = { heldLogHead: emptyLogHead, headsOfSameLog: () => Promise.resolve(() => false) };
    const site = await started({ heldLog });
    const round = await playedBefore('sharing', site);
    expect(await site.outcome(round.roll)).toBe('other-log');
  });

  it('that does not prove its log holds up nothing else, and is waited for until the attempt is given up', async () => {
    const heldLog: AttemptParts['heldLog'] = {
      heldLogHead: emptyLogHead,
      headsOfSameLog: async (_, ask) => {
        await ask({ kind: 'consistency-request', fromSize: 1, toSize: 2 });
        return () => true;
      },
    };
    const site = await started({ heldLog });
    const round = await playedBefore('sharing', site);
    const shared = site.outcome(round.roll);
    const other = await playedBefore('keying', site, new TestRound(consortium, { run: runId('run-2') }));
    expect(await site.outcome(other.advertiseRequest)).toBe('advertisement');
    await site.secure.cancel(round.ref, 'the round is over');
    expect(await shared).toBe('obsolete');
  });

  it('about the roster and the threshold, before and after it signed them', async () => {
    const site = await started();
    const { advertiseRequest } = await playedBefore('keying', site);
    const changed = [
      { ...advertiseRequest, rosterVersion: 3 },
      { ...advertiseRequest, rosterSha256: advertiseRequest.rosterSha256.replace('5', '6') as never },
    ];
    for (const request of changed) expect(await site.outcome(request)).toBe('other-roster');
    expect(site.records.all).toEqual([]);
    expect(await site.outcome(advertiseRequest)).toBe('advertisement');
    for (const request of changed) expect(await site.outcome(request)).toBe('other-roster');
    expect(await site.outcome({ ...advertiseRequest, threshold: 4 })).toBe('other-threshold');
    expect(await site.outcome(advertiseRequest)).toBe('advertisement');
  });

  it.each<[string, ConstructorParameters<typeof TestRound>[1], string]>([
    ['another configuration', { terms: { configurationHash: new Uint8Array(32) } }, 'other-configuration'],
    ['wider clips', { terms: { clipsHash: new Uint8Array(32) } }, 'other-clips'],
    ['another base model', { terms: { baseModel: '7'.repeat(64) as never } }, 'other-base-model'],
    ['a narrower ring', { terms: { ringBits: 16 } }, 'other-ring'],
  ])('that shows the others %s', async (_, options, code) => {
    const site = await started();
    const lying = new TestRound(consortium, options);
    await lying.join(site);
    const own = (await site.answer(lying.advertiseRequest)) as Extract<Message, { kind: 'advertisement' }>;
    expect(own.kind).toBe('advertisement');
    const advertisements = [...lying.othersAdvertisements(), own].sort((a, b) => (a.site < b.site ? -1 : 1));
    expect(await site.outcome({ kind: 'roll', ...lying.ref, advertisements })).toBe(code);
    expect(site.records.all).toMatchObject([{ confirmed: null, hasUnmasked: false }]);
  });

  it('that goes below the policy of the site', async () => {
    const round = new TestRound(consortium);
    const site = await started({ rules: secureRules({ minThreshold: 4 }) });
    await round.join(site);
    await round.keying(site);
    expect(await site.outcome(round.roll)).toBe('threshold-below-policy');
    const strict = await TestSite.start(await folder(), consortium, {
      rules: secureRules({ minCohort: 5 }),
    });
    sites.push(strict);
    await round.join(strict);
    const own = (await strict.answer(round.advertiseRequest)) as Extract<Message, { kind: 'advertisement' }>;
    const advertisements = [...round.othersAdvertisements(), own].sort((a, b) => (a.site < b.site ? -1 : 1));
    expect(await strict.outcome({ kind: 'roll', ...round.ref, advertisements })).toBe('cohort-too-small');
  });

  it('in every later phase, and goes on after the honest request', async () => {
    const site = await started();
    const round = await playedBefore('sharing', site);
    const { advertisements } = round.roll;
    expect(await site.outcome({ ...round.roll, advertisements: advertisements.slice(0, 2) })).toBe('cohort-too-small');
    await round.sharing(site);
    expect(await site.outcome({ ...round.roll, advertisements: advertisements.slice(1) })).toBe('second-cohort');
    const { maskRequest } = round;
    const altered = maskRequest.sealed.map(({ sender, bytes }) => ({ sender, bytes: bytes.map((byte) => byte ^ 1) }));
    expect(await site.outcome({ ...maskRequest, sealed: altered })).toBe('unreadable-share');
    expect(await site.outcome({ ...maskRequest, sealed: [] })).toBe('wrong-share-set');
    expect(await site.outcome({ ...maskRequest, sharers: [...maskRequest.sharers, siteId('zoo')] })).toBe(
      'stranger-among-sharers',
    );
    await round.collecting(site);
    expect(await site.outcome({ ...maskRequest, sharers: maskRequest.sharers.slice(1) })).toBe('already-masked');
    const { confirmRequest } = round;
    expect(await site.outcome({ ...confirmRequest, uploaders: [OWN] })).toBe('below-threshold');
    await round.confirming(site);
    expect(await site.outcome({ ...confirmRequest, uploaders: DEALERS })).toBe('second-confirmation');
    const { unmaskRequest } = round;
    expect(await site.outcome({ ...unmaskRequest, keysOf: [OWN] })).toBe('both-shares-asked');
    expect(await site.outcome({ ...unmaskRequest, keysOf: [siteId('zoo')] })).toBe('other-lists');
    expect(await site.outcome({ ...unmaskRequest, confirmations: [] })).toBe('too-few-confirmations');
    await round.unmasking(site);
    expect(await site.outcome({ ...unmaskRequest, confirmations: [] })).toBe('already-unmasked');
    const { unmasked, plain } = await round.sums();
    expect(unmasked).toEqual(plain);
    expect(site.maskings).toBe(1);
  });

  it('and a vector that changed on the disk is not sent', async () => {
    const site = await started();
    const round = await playedBefore('collecting', site);
    const path = join(dir, 'work', 'run-1', '1-1', 'update.bin');
    const bytes = await readFile(path);
    bytes[0] = (bytes[0] as number) ^ 1;
    await writeFile(path, bytes);
    const failed = new Promise<Message>((resolve) => {
      site.link.tell = (message) => {
        if (message.kind === 'task-failed') resolve(message);
        return true;
      };
    });
    expect(await site.outcome(round.maskRequest)).toBe('mask-accepted');
    expect(await failed).toMatchObject({ code: 'masking-failed' });
    expect(site.uploads.size).toBe(0);
    expect((await workFiles()).filter((name) => name.startsWith('masked'))).toEqual([]);
  });
});
