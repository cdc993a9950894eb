import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeModelFile, sha256Hex, siteId, type RunView } from '@mammofed/core';
import { confirmationBytes, openRoster, rootNamedIn, sodiumReady, unmaskSharesBytes } from '@mammofed/privacy';
import { readIdentity } from '@mammofed/storage';
import { SOCKET_EVENTS, type Message, type UploadOpen } from '@mammofed/wire';
import { AdminApi } from '../support/admin-api.js';
import { Consortium } from '../support/consortium.js';
import { LyingSite } from '../support/lying-site.js';
import { eventually, Workbench } from '../support/processes.js';
import { RawSite } from '../support/raw-site.js';

/** The first in order: its shares are among the first that are tried, and whose shares are not is not suspected. */
const LIAR = 'east';
const HONEST = ['north', 'south', 'west'];
const NAMES = [LIAR, ...HONEST];
const WITHIN_MS = 120_000;
const RUN_OPTIONS = [
  ...['--mode', 'secure', '--study', 'attacks', '--rounds', '1', '--epochs', '1', '--width', '1/32', '--size', '16'],
  ...['--min-sites', '3', '--max-sites', '4'],
];

/** A real coordinator against sites that lie, over real sessions: their keys and their part of the protocol are the test's. */
describe('a coordinator whose sites lie', () => {
  const workbench = new Workbench();
  const sites = new Map<string, LyingSite>();
  let consortium: Consortium;
  let admin: AdminApi;
  let first: RunView;
  let url: string;

  beforeAll(async () => {
    await sodiumReady();
    consortium = await Consortium.start(workbench);
    const { coordinatorDir, rootDir, port } = consortium;
    url = `http://127.0.0.1:${port}`;
    admin = await AdminApi.of(coordinatorDir);
    const created = await workbench.must('run', 'create', '--dir', coordinatorDir, ...RUN_OPTIONS, '--json');
    const view = await admin.view((JSON.parse(created.stdout) as { readonly runId: string }).runId);
    if (view === undefined) throw new Error('the coordinator does not answer');
    first = view;
    const { tensors } = decodeModelFile(await readFile(join(coordinatorDir, 'models', first.initialModelSha256)));
    const lengths = tensors.map(({ data }) => data.length);
    const { publicKey } = await readIdentity(join(coordinatorDir, 'identity.key'));
    for (const name of NAMES) {
      const site = new LyingSite(name, publicKey, url, lengths, () => roster);
      await site.enrol(consortium);
      sites.set(name, site);
    }
    const bytes = new Uint8Array(await readFile(join(rootDir, 'roster')));
    const roster = openRoster(bytes, rootNamedIn(bytes));
    for (const site of sites.values()) await site.connect();
  }, 240_000);
  afterAll(() => workbench.end());

  const site = (name: string): LyingSite => sites.get(name) as LyingSite;
  const liar = (): LyingSite => site(LIAR);
  beforeEach(() => {
    liar().alter = (answer) => answer;
    liar().beforeUpload = () => Promise.resolve();
  });

  /** A run of one round, until its model is there. */
  async function committed(): Promise<RunView['rounds'][number]> {
    const runId = await admin.create(first.config, first.initialModelSha256);
    await admin.start(runId);
    return eventually('the round to commit', WITHIN_MS, async () => {
      const view = await admin.view(runId);
      if (view?.state === 'failed') throw new Error(`the run failed: ${view.note}`);
      return view?.rounds.find(({ state }) => state === 'committed');
    });
  }
  const altering =
    <Kind extends Message['kind']>(kind: Kind, change: (answer: Extract<Message, { kind: Kind }>) => Message) =>
    (answer: Message): Message =>
      answer.kind === kind ? change(answer as Extract<Message, { kind: Kind }>) : answer;
  const uploaders = (round: RunView['rounds'][number]): string[] =>
    round.sites.filter(({ status }) => status === 'uploaded').map((one) => one.site);

  it('names the one that sent wrong shares, and commits the sum of all', async () => {
    liar().alter = altering('unmask-shares', (answer) => {
      const wrong = (shares: typeof answer.keys): typeof answer.keys =>
        shares.map(({ owner, share }) => ({ owner, share: share.map((byte, i) => (i === 0 ? byte ^ 1 : byte)) }));
      const lie = { ...answer, selfMasks: wrong(answer.selfMasks), keys: wrong(answer.keys) };
      return { ...lie, signature: liar().sign(unmaskSharesBytes(lie)) };
    });
    const round = await committed();
    expect(uploaders(round).sort()).toEqual(NAMES);
    const holders = new Set(round.secure?.wrongShares.map(({ holder }) => holder));
    expect([...holders]).toEqual([LIAR]);
  }, 240_000);

  it('leaves out the one that advertised in the name of another, and commits the sum of the others', async () => {
    liar().alter = altering('advertisement', (answer) => ({ ...answer, site: siteId('north') }));
    const round = await committed();
    expect(round.secure?.lost).toMatchObject([{ site: LIAR, phase: 'keying', code: 'unexpected-answer' }]);
    expect(uploaders(round).sort()).toEqual(HONEST);
  }, 240_000);

  it('asks nothing more of the one that confirmed other lists, and commits the sum of all', async () => {
    liar().alter = altering('confirmation', (answer) => {
      const lie = { ...answer, uploaders: answer.uploaders.filter((one) => one !== 'north') };
      return { ...lie, signature: liar().sign(confirmationBytes(lie)) };
    });
    const round = await committed();
    expect(round.secure?.lost).toMatchObject([{ site: LIAR, phase: 'confirming', code: 'other-lists' }]);
    expect(uploaders(round).sort()).toEqual(NAMES);
  }, 240_000);

  it('takes one upload of a site, of the right length and in the attempt that it is asked about', async () => {
    const codes: string[] = [];
    let announced: UploadOpen | null = null;
    const code = async (message: Message): Promise<void> => {
      const answer = await liar().raw.end.request(message);
      codes.push(answer.kind === 'refused' ? answer.code : answer.kind);
    };
    liar().beforeUpload = async (opening) => {
      announced = opening;
      await code({ ...opening, byteLength: opening.byteLength + 4 });
      await code({ ...opening, attempt: 7 });
      await code({ ...opening, round: 2 });
    };
    const round = await committed();
    const sha256 = sha256Hex('7'.repeat(64));
    await code({ ...(announced as unknown as UploadOpen), sha256 });
    expect(codes).toEqual(['wrong-length', 'not-in-cohort', 'not-in-cohort', 'conflicting-upload']);
    expect(await liar().uploaded).toMatchObject({ kind: 'upload-status', complete: true });
    expect(uploaders(round).sort()).toEqual(NAMES);
  }, 240_000);

  it('takes nothing of a session that somebody kept: neither its handshake nor its frames', async () => {
    const { sent } = site('north').raw;
    await expect(RawSite.replayHandshake(url, sent)).rejects.toThrow('bad-signature');
    const frames = sent.filter(({ event }) => event === SOCKET_EVENTS.frame);
    expect(frames.length).toBeGreaterThan(2);
    for (const { bytes } of [frames[0], frames.at(-1)] as typeof frames) {
      const thief = await RawSite.ready(url, liar().coordinatorKey, liar().identity);
      thief.sendFrame(bytes);
      await thief.closed;
    }
    // Nobody but the thief lost a session.
    expect(site('north').raw.isClosed).toBe(false);
    expect(await admin.connectedSites()).toEqual(expect.arrayContaining(HONEST));
    await liar().connect();
  }, 120_000);

  it('has one session with a key: a second one ends the first', async () => {
    const older = liar().raw;
    await liar().connect();
    await older.closed;
    const answer = await liar().raw.end.request({ kind: 'ready', agentVersion: '0.1.0' });
    expect(answer.kind).toBe('welcome');
  }, 120_000);

  it('ends the session of a revoked site at once, and lets it in no more', async () => {
    await consortium.administer('revoke', LIAR);
    await liar().raw.closed;
    await expect(liar().connect()).rejects.toThrow('revoked-site');
    expect(site('north').raw.isClosed).toBe(false);
  }, 120_000);
});
