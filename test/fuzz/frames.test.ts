import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seededRng } from '@mammofed/core';
import { emptyLogHead, rootNamedIn, signTreeHead, sodiumReady, type Identity } from '@mammofed/privacy';
import { readIdentity, sha256OfFile } from '@mammofed/storage';
import { Conversation, WireError, type Message } from '@mammofed/wire';
import { Consortium } from '../support/consortium.js';
import { FrameFuzz } from '../support/frame-fuzz.js';
import { eventually, Workbench, type MammofedProcess } from '../support/processes.js';
import { RawCoordinator } from '../support/raw-coordinator.js';
import type { RawEnd } from '../support/raw-end.js';
import { RawSite } from '../support/raw-site.js';

const FRAMES = Number(process.env['MAMMOFED_FUZZ_FRAMES'] ?? 20_000);
const SEED = Number(process.env['MAMMOFED_FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
/** Messages that are sent before an answer is waited for; the coordinator lets a site have 32 unanswered. */
const BURST = 24;
/** A frame that is no envelope costs a connection, which an agent makes anew after a second. */
const BROKEN_AT_COORDINATOR = 300;
const BROKEN_AT_SITE = 8;

const RUN_OPTIONS = ['--study', 'fuzz', '--rounds', '1', '--width', '1/32', '--size', '16'];

/**
 * Frames drawn from the schema and damaged: npm run test:fuzz -- [--frames N] [--seed N]. Those that are envelopes go, sealed,
 * to a real coordinator and to a real agent; of those that are not, each of which ends its session, some.
 */
describe(`${FRAMES} frames that nobody sends (seed ${SEED})`, () => {
  const workbench = new Workbench();
  let consortium: Consortium;
  let site: Identity;
  let coordinator: Identity;
  let known: readonly string[];
  let agent: MammofedProcess;
  const envelopes: { readonly seed: number }[] = [];
  const broken: { readonly seed: number }[] = [];

  beforeAll(async () => {
    await sodiumReady();
    consortium = await Consortium.start(workbench);
    await consortium.enrol('north', 0);
    // Its own run waits for a second site for ever: nothing that north says can move it.
    const runId = await consortium.createRun(...RUN_OPTIONS, '--min-sites', '3', '--max-sites', '3');
    site = await readIdentity(join(consortium.siteDir('north'), 'identity.key'));
    coordinator = await readIdentity(join(consortium.coordinatorDir, 'identity.key'));
    known = [runId, 'north', await siteIdOf(consortium.siteDir('north'))];
  }, 240_000);
  afterAll(() => workbench.end());

  /** The frame of a number is the same whenever it is made; only its envelope's id is its session's. */
  const frame = ({ seed }: { readonly seed: number }, id: number): Uint8Array =>
    new FrameFuzz(seededRng('frame', SEED, seed), known).next(id);

  it('are read as messages, or refused as malformed or too large', () => {
    const unexpected: unknown[] = [];
    for (let seed = 0; seed < FRAMES; seed++) {
      const verdict = read(frame({ seed }, 1));
      if (verdict === 'envelope') envelopes.push({ seed });
      else if (verdict instanceof WireError) broken.push({ seed });
      else unexpected.push(seed, verdict);
    }
    expect(unexpected).toEqual([]);
    // Both kinds are there in earnest.
    expect(envelopes.length).toBeGreaterThan(FRAMES / 20);
    expect(broken.length).toBeGreaterThan(FRAMES / 20);
  }, 3_600_000);

  it('leave a coordinator as it was', async () => {
    const url = `http://127.0.0.1:${consortium.port}`;
    const connect = (): Promise<RawSite> => RawSite.ready(url, coordinator.publicKey, site);
    const before = await stateOf(consortium);
    let raw = await connect();
    for (let at = 0; at < envelopes.length; at += BURST) {
      for (const one of envelopes.slice(at, at + BURST)) raw.end.sendPlain((id) => frame(one, id));
      // One that answers nothing that was asked ends the session, as it should.
      if ((await answered(raw)) === 'ended') raw = await connect();
    }
    raw.disconnect();
    for (const one of broken.slice(0, BROKEN_AT_COORDINATOR)) {
      const victim = await connect();
      victim.end.sendPlain((id) => frame(one, id));
      await victim.closed;
    }
    expect(await stateOf(consortium)).toEqual(before);
    expect(consortium.coordinatorLog).not.toMatch(/internal-error|could not be handled|^\s+at /m);
  }, 3_600_000);

  it('leave an agent as it was', async () => {
    await consortium.killCoordinator();
    const signedRoster = new Uint8Array(await readFile(join(consortium.rootDir, 'roster')));
    // Of a log without an entry: this site holds none yet.
    const treeHead = signTreeHead({ ...emptyLogHead(), atMs: 0 }, rootNamedIn(signedRoster), coordinator);
    const raw = await RawCoordinator.listen({
      identity: coordinator,
      port: consortium.port,
      onMessage: (message): Message | null => {
        if (message.kind !== 'ready') return null;
        return { kind: 'welcome', ...welcome, roster: signedRoster, treeHead };
      },
    });
    const welcome = { siteId: (await siteIdOf(consortium.siteDir('north'))) as never, siteName: 'north', siteIndex: 0 };
    try {
      agent = consortium.startSite('north');
      const connected = (): Promise<RawEnd> =>
        eventually('the agent to connect', 120_000, () => {
          if (agent.child.exitCode !== null) throw new Error(`the agent ended: ${agent.stdout}${agent.stderr}`);
          const end = raw.endOf(site.publicKey);
          return end !== null && end.inbox.some(({ kind }) => kind === 'ready') ? end : undefined;
        });
      let end = await connected();
      await answersRoster(end, signedRoster);
      const before = await filesOf(consortium.siteDir('north'));
      for (let at = 0; at < envelopes.length; at += BURST) {
        for (const one of envelopes.slice(at, at + BURST)) end.sendPlain((id) => frame(one, id));
        if ((await answersRoster(end, signedRoster)) === 'ended') end = await connected();
      }
      for (const one of broken.slice(0, BROKEN_AT_SITE)) {
        end.sendPlain((id) => frame(one, id));
        await eventually('the agent to end the session', 60_000, () =>
          raw.endOf(site.publicKey) === end ? undefined : true,
        );
        end = await connected();
      }
      await answersRoster(end, signedRoster);
      expect(await filesOf(consortium.siteDir('north'))).toEqual(before);
      expect(agent.child.exitCode).toBeNull();
      expect(agent.stderr).not.toMatch(/^\s+at /m);
    } finally {
      await raw.close();
    }
  }, 3_600_000);
});

/** What a conversation makes of a frame; what is no envelope must be said by the border's own errors. */
function read(plain: Uint8Array): 'envelope' | Error {
  let verdict: 'envelope' | Error = 'envelope';
  const same = (bytes: Uint8Array): Uint8Array => bytes;
  new Conversation({
    seal: same,
    open: same,
    sendFrame: () => undefined,
    onMessage: () => undefined,
    onBroken: (error) => (verdict = error),
  }).receiveFrame(plain);
  return verdict;
}

/** Whether the coordinator has dealt with everything that was sent before, or has ended the session over it. */
async function answered(raw: RawSite): Promise<'answered' | 'ended'> {
  const answer = raw.end.request({ kind: 'ready', agentVersion: '0.1.0' }).then(
    () => 'answered' as const,
    () => 'ended' as const,
  );
  return Promise.race([answer, raw.closed.then(() => 'ended' as const)]);
}

async function answersRoster(end: RawEnd, roster: Uint8Array): Promise<'answered' | 'ended'> {
  return end.request({ kind: 'roster-update', roster }).then(
    (answer) => {
      expect(answer.kind).toBe('roster-taken');
      return 'answered' as const;
    },
    () => 'ended' as const,
  );
}

async function siteIdOf(siteDir: string): Promise<string> {
  return (JSON.parse(await readFile(join(siteDir, 'site.json'), 'utf8')) as { site: { id: string } }).site.id;
}

/** What an administrator can see of a coordinator, and what lies in its folder besides the database. */
async function stateOf(consortium: Consortium): Promise<object> {
  const { port } = consortium;
  const token = (await readFile(join(consortium.coordinatorDir, 'admin.token'), 'utf8')).trim();
  const ask = async (path: string): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}/admin/${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(200);
    return answer.json();
  };
  const files = await filesOf(consortium.coordinatorDir);
  return { sites: await ask('sites'), runs: await ask('runs'), files };
}

/** Every file of a folder with its hash, but for what grows while its program runs. */
async function filesOf(dir: string): Promise<Record<string, string>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const lasting = paths.filter((path) => !/\/(database\/|ledger\.jsonl|.*\.lock)/.test(path.slice(dir.length))).sort();
  return Object.fromEntries(await Promise.all(lasting.map(async (path) => [path, await sha256OfFile(path)] as const)));
}
