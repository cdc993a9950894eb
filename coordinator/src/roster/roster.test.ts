import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  generateIdentity,
  openRoster,
  renewed,
  signRoster,
  withSite,
  type Identity,
  type Roster,
} from '@mammofed/privacy';
import { FakeSite, HandshakeRefused } from '../fake-site.test-support.js';
import { ScratchFolder } from '../scratch-folder.test-support.js';
import { eventually, TestCoordinator } from '../test-coordinator.test-support.js';

const DAY_MS = 86_400_000;

let scratch: ScratchFolder;
let coordinator: TestCoordinator;
let coordinatorKey: Uint8Array;

beforeAll(async () => {
  scratch = await ScratchFolder.create();
  const dir = scratch.path('coordinator');
  await TestCoordinator.initialise(dir);
  coordinator = await TestCoordinator.start(dir);
  ({ coordinatorKey } = await coordinator.invite('nobody'));
}, 180_000);
afterAll(async () => {
  await coordinator.stop();
  await scratch.remove();
});

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const ready = (identity: Identity): Promise<FakeSite> =>
  FakeSite.ready(coordinator.url, coordinatorKey, identity, 'site');
const connect = (identity: Identity): Promise<FakeSite> =>
  FakeSite.connect(coordinator.url, coordinatorKey, identity, 'site');
const roster = async (): Promise<Roster> => (await coordinator.root.held()).roster;

async function approved(name: string): Promise<Identity> {
  const identity = generateIdentity();
  await FakeSite.enrol(await coordinator.invite(name), identity);
  return identity;
}

describe('a machine that asks to be a site', () => {
  it('is let in by the root’s word and by nobody else’s', async () => {
    const identity = generateIdentity();
    const code = await coordinator.invite('asking');
    expect(await FakeSite.ask(code, identity)).toMatchObject({ kind: 'enrolled', siteName: 'asking' });
    await expect(connect(identity)).rejects.toEqual(new HandshakeRefused('awaiting-approval'));
    await coordinator.root.approve(identity.publicKey);
    const site = await ready(identity);
    site.disconnect();
    await site.closed;
  });

  it('gives way to the next one of its name as long as it is not approved, and is refused afterwards', async () => {
    const [first, second] = [generateIdentity(), generateIdentity()];
    const asked = await FakeSite.ask(await coordinator.invite('twice'), first);
    const again = await FakeSite.enrol(await coordinator.invite('twice'), second);
    expect(again).toEqual(asked);
    await expect(connect(first)).rejects.toEqual(new HandshakeRefused('unknown-site'));
    (await ready(second)).disconnect();
  });

  it('is refused with a request that another key signed', async () => {
    const answer = await FakeSite.ask(await coordinator.invite('forger'), generateIdentity(), generateIdentity());
    expect(answer).toMatchObject({ kind: 'refused', code: 'bad-request-signature' });
  });
});

describe('a roster that the coordinator is brought', () => {
  const refused: [string, string, () => Promise<Uint8Array>][] = [
    [
      'signed by another root',
      'foreign-roster',
      async () => {
        const other = generateIdentity();
        return signRoster({ ...renewed(await roster(), Date.now() + DAY_MS), root: hexOf(other.publicKey) }, other)
          .bytes;
      },
    ],
    [
      'with a validity made longer',
      'forged-roster',
      async () => {
        const { bytes } = signRoster(renewed(await roster(), 2_000_000_000_000), coordinator.root.identity);
        return Buffer.from(Buffer.from(bytes).toString().replace('2000000000000', '2900000000000'));
      },
    ],
    [
      'with a site that nobody signed',
      'forged-roster',
      async () => {
        const [signature] = Buffer.from((await coordinator.root.held()).bytes)
          .toString()
          .split('\n');
        const site = { name: 'mole', key: hexOf(generateIdentity().publicKey) };
        const { bytes } = signRoster(withSite(await roster(), site), coordinator.root.identity);
        return Buffer.from(`${signature}\n${Buffer.from(bytes).toString().split('\n')[1]}`);
      },
    ],
    [
      'of an older version',
      'old-roster',
      async () => signRoster({ ...(await roster()), version: 1 }, coordinator.root.identity).bytes,
    ],
    [
      'that is another one of this version',
      'conflicting-roster',
      async () =>
        signRoster({ ...(await roster()), validUntilMs: Date.now() + DAY_MS }, coordinator.root.identity).bytes,
    ],
    [
      'that has expired',
      'expired-roster',
      async () =>
        signRoster(
          { ...renewed(await roster(), Date.now() + DAY_MS), validFromMs: 1000, validUntilMs: 2000 },
          coordinator.root.identity,
        ).bytes,
    ],
    [
      'that does not count yet',
      'early-roster',
      async () =>
        signRoster(
          { ...renewed(await roster(), Date.now() + 9 * DAY_MS), validFromMs: Date.now() + DAY_MS },
          coordinator.root.identity,
        ).bytes,
    ],
    [
      'of another coordinator',
      'coordinator-not-in-roster',
      async () =>
        signRoster(
          { ...renewed(await roster(), Date.now() + DAY_MS), coordinator: hexOf(generateIdentity().publicKey) },
          coordinator.root.identity,
        ).bytes,
    ],
    ['that is none', 'bad-roster', async () => Buffer.from('nothing')],
  ];
  beforeAll(async () => {
    // So that there is an older version.
    await coordinator.root.renew(Date.now() + 300 * DAY_MS);
  });

  it.each(refused)('%s is refused, and nothing changes', async (_what, code, made) => {
    const before = await coordinator.admin('GET', 'consortium');
    const offered = await made();
    expect(await coordinator.root.offer(offered)).toMatchObject({ body: { error: { code } } });
    expect(await coordinator.admin('GET', 'consortium')).toEqual(before);
  });

  it('goes to every connected site, without a new connection, and again to one that connects later', async () => {
    const [north, south] = [await approved('told-north'), await approved('told-south')];
    const connected = await ready(north);
    await coordinator.root.renew(Date.now() + 200 * DAY_MS);
    const update = await connected.next('roster-update');
    const { version } = await roster();
    expect(openRoster(update.roster, coordinator.root.identity.publicKey).roster.version).toBe(version);
    const later = await connect(south);
    const welcome = await later.request({ kind: 'ready', agentVersion: '1' });
    expect(welcome).toMatchObject({ kind: 'welcome', roster: update.roster });
    for (const site of [connected, later]) site.disconnect();
  });
});

describe('a revoked site', () => {
  it('is disconnected at once and not let in again; no other site notices', async () => {
    const [bad, good] = [await approved('bad'), await approved('good')];
    const [badSite, goodSite] = [await ready(bad), await ready(good)];
    let isGoodClosed = false;
    void goodSite.closed.then(() => (isGoodClosed = true));
    await coordinator.root.revoke('bad');
    await badSite.closed;
    await expect(connect(bad)).rejects.toEqual(new HandshakeRefused('revoked-site'));
    const answer = await goodSite.request({ kind: 'ready', agentVersion: '1' });
    expect(answer).toMatchObject({ kind: 'welcome', siteName: 'good' });
    expect(isGoodClosed).toBe(false);
    goodSite.disconnect();
  });

  it('that is between its handshake and its first message gets no further', async () => {
    const identity = await approved('half-way');
    const site = await connect(identity);
    await coordinator.root.revoke('half-way');
    void site.request({ kind: 'ready', agentVersion: '1' }).catch(() => undefined);
    await site.closed;
    const { body } = await coordinator.admin('GET', 'sites');
    expect(JSON.stringify(body)).not.toContain('half-way');
  });

  it('comes back under its name with a new key, and keeps its place', async () => {
    const identity = await approved('returning');
    const { body: before } = await coordinator.admin('GET', 'sites');
    const indexIn = (body: unknown): unknown =>
      (body as { sites: { siteName: string; siteIndex: number }[] }).sites.find((s) => s.siteName === 'returning')
        ?.siteIndex;
    await coordinator.root.revoke('returning');
    const answer = await FakeSite.ask(await coordinator.invite('returning'), identity);
    expect(answer).toMatchObject({ kind: 'refused', code: 'site-name-taken' });
    (await ready(await approved('returning'))).disconnect();
    const { body: after } = await coordinator.admin('GET', 'sites');
    expect(indexIn(after)).toBe(indexIn(before));
  });
});

describe('the end of a roster’s validity', () => {
  it('ends the sessions and lets nobody in, until the root renews it', async () => {
    const identity = await approved('patient');
    const site = await ready(identity);
    await coordinator.root.renew(Date.now() + 1500);
    await site.closed;
    await expect(connect(identity)).rejects.toEqual(new HandshakeRefused('expired-roster'));
    await coordinator.root.renew(Date.now() + 300 * DAY_MS);
    const back = await eventually('the site to be let in', () => ready(identity).catch(() => undefined));
    back.disconnect();
  });
});

describe('a coordinator without a roster', () => {
  it('invites nobody and lets nobody in, and says how to make one; a restart keeps the one that it has', async () => {
    const dir = scratch.path('alone');
    await TestCoordinator.initialise(dir);
    const alone = await TestCoordinator.startAlone(dir);
    const invite = await alone.admin('POST', 'invites', { body: { siteName: 'north' } });
    expect(invite).toMatchObject({ status: 409, body: { error: { code: 'no-roster' } } });
    const { body } = await alone.admin('GET', 'consortium');
    expect(body).toMatchObject({ roster: null, waiting: [] });
    const key = Buffer.from(body['coordinatorKey'] as string, 'hex');
    const stranger = FakeSite.connect(alone.url, new Uint8Array(key), generateIdentity(), 'site');
    await expect(stranger).rejects.toEqual(new HandshakeRefused('unknown-site'));
    await alone.stop();

    const first = await TestCoordinator.start(dir);
    const held = await first.root.held();
    await first.stop();
    const second = await TestCoordinator.start(dir);
    expect(await second.root.held()).toEqual(held);
    await second.stop();
  }, 120_000);
});
