import { copyFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  encodeJoinCode,
  fingerprint,
  generateIdentity,
  joinSecretHash,
  openRoster,
  rootNamedIn,
  signEnrolmentRequest,
  signRoster,
  sodiumReady,
  withSite,
  type Identity,
} from '@mammofed/privacy';
import { AdminServer, json } from '../admin-server.test-support.js';
import { CoordinatorClient, type WaitingSite } from '../coordinator-client.js';
import { CliError } from '../errors.js';
import { run } from '../main.js';
import { RecordedScreen } from '../run-view.test-support.js';
import { RootFolder } from '../consortium/root-folder.js';
import { assertSameFingerprint, candidateFor } from '../consortium/approval.js';
import { RosterDesk } from '../consortium/roster-desk.js';
import { rosterText } from '../consortium/roster-text.js';

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const JOIN_SECRET = new Uint8Array(16).fill(5);

let server: AdminServer;
let dir: string;
let root: string;
/** What the coordinator at the other end has. */
let coordinator: Identity;
let held: string | null;
let waiting: WaitingSite[];

beforeAll(() => sodiumReady());
beforeEach(async () => {
  server = await AdminServer.start();
  dir = await mkdtemp(join(tmpdir(), 'mammofed-root-'));
  root = join(dir, 'consortium');
  [coordinator, held, waiting] = [generateIdentity(), null, []];
  server.answer = (request, response) => {
    const { body } = server.seen.at(-1) ?? {};
    if (request.url === '/admin/roster') {
      const brought = (JSON.parse(String(body)) as { roster: string }).roster;
      if (endOf(brought) <= Date.now()) return over(request, response);
      held = brought;
    }
    const view = { coordinatorKey: hexOf(coordinator.publicKey), roster: held, waiting, version: 1 };
    json(200, request.url === '/admin/invites' ? invite() : view)(request, response);
  };
});
afterEach(async () => {
  await server.end();
  await rm(dir, { recursive: true, force: true });
});

const endOf = (text: string): number =>
  openRoster(Buffer.from(text), rootNamedIn(Buffer.from(text))).roster.validUntilMs;
const over = json(409, { error: { code: 'expired-roster', message: 'the roster expired' } });
const roster = () => openRoster(Buffer.from(held ?? ''), rootNamedIn(Buffer.from(held ?? ''))).roster;

function invite(rootKey = rootNamedIn(Buffer.from(held ?? ''))): object {
  const code = {
    url: 'http://127.0.0.1:8440',
    coordinatorKey: coordinator.publicKey,
    rootKey,
    joinSecret: JOIN_SECRET,
  };
  return { code: encodeJoinCode(code), siteName: 'north', expiresAtMs: 5 };
}

/** A machine that asks to be a site. */
function asks(siteName: string, signer = generateIdentity(), shown = signer): void {
  const request = {
    rootKey: rootNamedIn(Buffer.from(held ?? '')),
    coordinatorKey: coordinator.publicKey,
    joinSecretSha256: joinSecretHash(JOIN_SECRET),
  };
  const signature = hexOf(signEnrolmentRequest(request, signer));
  const joinSecretSha256 = hexOf(request.joinSecretSha256);
  waiting = [{ siteName, publicKey: hexOf(shown.publicKey), joinSecretSha256, signature }];
}

async function typed(...argv: string[]): Promise<{ code: number; out: string; error: string }> {
  const screen = new RecordedScreen();
  const code = await run(['consortium', ...argv, '--root', root, '--dir', server.dir], screen);
  return { code, out: screen.printed.join('\n'), error: screen.noted.join('\n') };
}

async function init(...more: string[]): Promise<void> {
  expect(await typed('init', '--no-passphrase', ...more)).toMatchObject({ code: 0 });
}

const DAY_MS = 86_400_000;
const rootKey = (): Promise<Identity> =>
  RootFolder.open(root).then((folder) => folder.unlock(() => Promise.reject(new Error('under no passphrase'))));

async function refusal(work: () => unknown): Promise<string> {
  try {
    await work();
    return 'nothing refused';
  } catch (error) {
    return error instanceof CliError ? error.code : String(error);
  }
}

describe('mammofed consortium', () => {
  it('init makes a key for its owner’s eyes and a roster of the coordinator alone, and can be repeated', async () => {
    await init('--days', '10');
    expect((await stat(join(root, 'root.key'))).mode & 0o777).toBe(0o600);
    expect((await stat(root)).mode & 0o777).toBe(0o700);
    expect(roster()).toMatchObject({ version: 1, coordinator: hexOf(coordinator.publicKey), sites: [] });
    expect(roster().validUntilMs - roster().validFromMs).toBe(10 * 86_400_000);
    const first = held;
    held = null;
    await init();
    expect(held).toBe(first);
  });

  it('puts the key under a passphrase from a file, and signs nothing with another one', async () => {
    const words = async (text: string): Promise<string[]> => {
      await writeFile(join(dir, 'words'), `${text}\n`, { mode: 0o600 });
      return ['--passphrase-file', join(dir, 'words')];
    };
    expect((await typed('init', ...(await words('too few')))).code).toBe(2);
    expect((await typed('init', ...(await words('enough of them')))).code).toBe(0);
    expect(await readFile(join(root, 'root.key'), 'utf8')).toMatch(/^argon2id 3 268435456 /);
    expect((await typed('renew')).error).toMatch(/no terminal.*--passphrase-file/);
    const wrong = await typed('renew', ...(await words('enough of thee')));
    expect(wrong).toMatchObject({ code: 1, error: expect.stringMatching(/passphrase does not open/) });
    expect(roster().version).toBe(1);
    expect((await typed('renew', ...(await words('enough of them')))).code).toBe(0);
    expect(roster().version).toBe(2);
  }, 120_000);

  it('invite prints the code alone, or one line of JSON; a code for another root is not shown', async () => {
    await init();
    const { code } = invite() as { code: string };
    const plain = await typed('invite', 'north');
    expect(plain.out).toBe(code);
    expect(plain.error).toContain(`mammofed site enrol --dir DIR --code ${code} --data DIR`);
    expect((await typed('invite', 'north', '--json')).out).toBe(JSON.stringify(invite()));
    const sound = server.answer;
    server.answer = (request, response) =>
      request.url === '/admin/invites'
        ? json(200, invite(generateIdentity().publicKey))(request, response)
        : sound(request, response);
    const foreign = await typed('invite', 'north');
    expect(foreign).toMatchObject({ code: 1, out: '', error: expect.stringMatching(/broken into/) });
  });

  it('approve signs for the machine whose fingerprint was read, and for no other', async () => {
    await init();
    const site = generateIdentity();
    asks('north', site);
    const other = await typed('approve', 'north', '--fingerprint', fingerprint(generateIdentity().publicKey));
    expect(other).toMatchObject({ code: 1, error: expect.stringMatching(/another fingerprint/) });
    expect((await typed('approve', 'north')).error).toMatch(/no terminal.*--fingerprint/);
    expect(roster().version).toBe(1);
    const read = fingerprint(site.publicKey).toLowerCase().replaceAll('-', ' ');
    expect((await typed('approve', 'north', '--fingerprint', read)).code).toBe(0);
    expect(roster()).toMatchObject({ version: 2, sites: [{ name: 'north', key: hexOf(site.publicKey) }] });
    waiting = [];
    expect((await typed('approve', 'north', '--fingerprint', read)).error).toMatch(/in the roster already/);
    expect((await typed('approve', 'south', '--fingerprint', read)).error).toMatch(/No machine waits/);
  });

  it('revoke and renew change the roster, which everyone can look at', async () => {
    await init();
    const site = generateIdentity();
    asks('north', site);
    await typed('approve', 'north', '--fingerprint', fingerprint(site.publicKey));
    waiting = [];
    expect((await typed('revoke', 'south')).error).toMatch(/lists no site south/);
    expect((await typed('revoke', 'north')).code).toBe(0);
    expect((await typed('renew', '--days', '20')).code).toBe(0);
    asks('west');
    const { out } = await typed('roster');
    expect(out).toMatch(/^Roster 4, valid until .* \((19|20) days left\)/);
    expect(out).toMatch(new RegExp(`revoked +north +${fingerprint(site.publicKey)}`));
    expect(out).toMatch(/waits +west/);
    expect(JSON.parse((await typed('roster', '--json')).out)).toMatchObject({ version: 4, sites: [] });
  });

  it('brings the newest roster to a coordinator that was restored from a backup, and takes a newer one from it', async () => {
    await init();
    const first = held;
    await typed('renew');
    const second = held;
    held = first;
    await typed('roster');
    expect(held).toBe(second);
    await writeFile(join(root, 'roster'), first ?? '');
    await typed('renew');
    expect(roster().version).toBe(3);
  });

  it('does nothing for a coordinator of another root, or one that is not the roster’s', async () => {
    await init();
    const own = held;
    const otherRoot = join(dir, 'other');
    held = null;
    await run(
      ['consortium', 'init', '--no-passphrase', '--root', otherRoot, '--dir', server.dir],
      new RecordedScreen(),
    );
    const foreign = held;
    expect(await typed('renew')).toMatchObject({ code: 1, error: expect.stringMatching(/foreign-roster/) });
    expect(held).toBe(foreign);
    held = own;
    coordinator = generateIdentity();
    expect(await typed('renew')).toMatchObject({ code: 1, error: expect.stringMatching(/another coordinator/) });
    expect(roster().version).toBe(1);
  });

  it('signs a version once, however many commands are open at a time', async () => {
    await init();
    const folder = await RootFolder.open(root);
    const key = await rootKey();
    const open = async () => RosterDesk.open(folder, await CoordinatorClient.open(server.dir));
    const [first, second] = [await open(), await open()];
    const site = (name: string) => ({ name, key: hexOf(generateIdentity().publicKey) });
    await first.sign(key, (now) => withSite(now, site('north')));
    const kept = await readFile(join(root, 'roster'), 'utf8');
    expect(await refusal(() => second.sign(key, (now) => withSite(now, site('south'))))).toBe('roster-changed');
    expect([await readFile(join(root, 'roster'), 'utf8'), held]).toEqual([kept, kept]);
    expect(roster()).toMatchObject({ version: 2, sites: [{ name: 'north' }] });
    await (await open()).sign(key, (now) => withSite(now, site('south')));
    expect(roster()).toMatchObject({ version: 3, sites: [{ name: 'north' }, { name: 'south' }] });
  });

  it('waits for no other command: while one has the folder, it says which process that is', async () => {
    await init();
    await writeFile(join(root, 'lock'), `${process.ppid}\n\n`);
    const locked = await typed('renew');
    expect(locked).toMatchObject({ code: 1, error: expect.stringContaining(`process ${process.ppid}`) });
    expect(roster().version).toBe(1);
    await rm(join(root, 'lock'));
    expect((await typed('renew')).code).toBe(0);
  });

  it.each(['renew', 'revoke'])(
    '%s goes on from the folder’s roster where the coordinator has its twin',
    async (word) => {
      await init();
      const site = generateIdentity();
      asks('north', site);
      await typed('approve', 'north', '--fingerprint', fingerprint(site.publicKey));
      const twin = { ...roster(), validUntilMs: roster().validUntilMs + DAY_MS };
      held = Buffer.from(signRoster(twin, await rootKey()).bytes).toString();
      expect(await typed('invite', 'south')).toMatchObject({ code: 1, error: expect.stringMatching(/two rosters 2/) });
      const mended = await typed(word, ...(word === 'revoke' ? ['north'] : []));
      expect(mended).toMatchObject({
        code: 0,
        error: expect.stringMatching(/another roster 2.*copy of the root's key/),
      });
      expect(roster()).toMatchObject({ version: 3, sites: word === 'revoke' ? [] : [{ name: 'north' }] });
    },
  );

  it('renews a roster whose validity is over, wherever it is, and hands out nothing on it before', async () => {
    await init();
    const ended = signRoster({ ...roster(), version: 2, validFromMs: 1, validUntilMs: 2 }, await rootKey());
    await writeFile(join(root, 'roster'), ended.bytes);
    expect(await typed('init', '--no-passphrase')).toMatchObject({ code: 1, out: '' });
    expect((await typed('roster')).out).toMatch(/it is over: mammofed consortium renew/);
    expect((await typed('renew', '--days', '20')).code).toBe(0);
    expect(roster().version).toBe(3);
    expect(roster().validUntilMs).toBeGreaterThan(Date.now() + 19 * DAY_MS);
  });

  it('makes no folder for a coordinator of another root, and takes the key of this one from a safe', async () => {
    await init();
    await typed('renew');
    const own = held;
    const elsewhere = join(dir, 'elsewhere');
    const initElsewhere = () =>
      run(['consortium', 'init', '--no-passphrase', '--root', elsewhere, '--dir', server.dir], new RecordedScreen());
    expect(await initElsewhere()).toBe(1);
    await expect(stat(elsewhere)).rejects.toThrow('ENOENT');
    await mkdir(elsewhere);
    await copyFile(join(root, 'root.key'), join(elsewhere, 'root.key'));
    expect(await initElsewhere()).toBe(0);
    expect([held, await readFile(join(elsewhere, 'roster'), 'utf8')]).toEqual([own, own]);
  });

  it('shows no control character that a coordinator made up, and invites under the name that was typed', async () => {
    await init();
    const sound = server.answer;
    const posing = { ...invite(), siteName: 'north\u001b[2J' };
    server.answer = (request, response) =>
      request.url === '/admin/invites' ? json(200, posing)(request, response) : sound(request, response);
    const { error } = await typed('invite', 'north');
    expect(error).toMatch(/For site north, once/);
    expect(error).not.toMatch(/\u001b/);
    expect(JSON.parse((await typed('invite', 'north', '--json')).out)).toMatchObject({ siteName: 'north' });
    asks('west\u001b[2J');
    const signed = openRoster(Buffer.from(held ?? ''), rootNamedIn(Buffer.from(held ?? '')));
    expect(rosterText(signed, waiting, 0).join('')).not.toMatch(/\u001b/);
  });

  it('tells by code what it cannot use', async () => {
    await init();
    expect(await refusal(() => RootFolder.open(dir))).toBe('not-a-root');
    expect(await refusal(() => RootFolder.make(dir, () => Promise.resolve(null)))).toBe('folder-in-use');
    const signed = { roster: roster(), sha256: '' as never, bytes: Buffer.from(held ?? '') };
    expect(await refusal(() => assertSameFingerprint('north', 'AAAA', 'AAAB'))).toBe('wrong-fingerprint');
    expect(await refusal(() => candidateFor('north', [], signed))).toBe('nothing-waits');
    asks('north', generateIdentity(), generateIdentity());
    expect(await refusal(() => candidateFor('north', waiting, signed))).toBe('other-consortium');
  });
});
