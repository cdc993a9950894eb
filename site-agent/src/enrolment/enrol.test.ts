import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { siteId } from '@mammofed/core';
import {
  encodeJoinCode,
  fingerprint,
  generateIdentity,
  isSignedRequest,
  joinSecretHash,
  sodiumReady,
  type Identity,
} from '@mammofed/privacy';
import type { Enrol, Enrolled, Message } from '@mammofed/wire';
import { readIdentity } from '@mammofed/storage';
import { parseConfig } from '../config.js';
import { DEFAULT_POLICY } from '../policy/site-policy.js';
import { FakeCoordinator } from '../connection/fake-coordinator.test-support.js';
import { SiteError } from '../errors.js';
import { silentLog, temporaryFolders } from '../fixtures.test-support.js';
import { enrol, type EnrolmentRequest } from './enrol.js';
import { enrolmentText } from './enrolment-text.js';

const folder = temporaryFolders();
const ROOT_KEY = new Uint8Array(32).fill(9);
const JOIN_SECRET = new Uint8Array(16).fill(3);
const ENROLLED: Enrolled = { kind: 'enrolled', siteId: siteId('site-1'), siteName: 'north' };

describe('enrolment', () => {
  let root: string;
  let identity: Identity;
  let request: EnrolmentRequest;
  /** Keys of the machines that asked, in hexadecimal. */
  let askedBy: string[];

  beforeAll(() => sodiumReady());
  beforeEach(async () => {
    root = await folder();
    identity = generateIdentity();
    askedBy = [];
    await mkdir(join(root, 'data'));
    request = {
      dir: join(root, 'site'),
      code: codeFor(identity),
      dataDir: join(root, 'data'),
      threads: 2,
      engine: 'webgpu',
      network: {},
      policy: DEFAULT_POLICY,
    };
  });

  const codeFor = ({ publicKey: coordinatorKey }: Identity): string =>
    encodeJoinCode({ url: 'http://127.0.0.1:8440', coordinatorKey, rootKey: ROOT_KEY, joinSecret: JOIN_SECRET });

  const enrolAt = (answer: (message: Message) => Message | null | 'break', changes: Partial<EnrolmentRequest> = {}) => {
    const coordinator = new FakeCoordinator({
      identity,
      onMessage: (message, siteKey) => {
        askedBy.push(Buffer.from(siteKey).toString('hex'));
        return answer(message);
      },
    });
    const parts = { connect: coordinator.connect, log: silentLog };
    return enrol({ ...request, ...changes }, { ...parts, signal: new AbortController().signal });
  };

  it('makes a folder that only its owner reads, with a key and a configuration', async () => {
    const enrolment = await enrolAt(() => ENROLLED);
    expect((await stat(request.dir)).mode & 0o777).toBe(0o700);
    expect((await stat(join(request.dir, 'identity.key'))).mode & 0o777).toBe(0o600);
    const config = parseConfig(await readFile(join(request.dir, 'site.json'), 'utf8'), 'site.json');
    expect(config).toMatchObject({
      coordinator: { url: 'http://127.0.0.1:8440', key: Buffer.from(identity.publicKey).toString('hex') },
      consortium: { root: Buffer.from(ROOT_KEY).toString('hex') },
      site: { id: 'site-1', name: 'north' },
      data: { dir: request.dataDir },
      engine: { threads: 2, name: 'webgpu' },
    });
    const { publicKey } = await readIdentity(join(request.dir, 'identity.key'));
    expect(askedBy).toEqual([Buffer.from(publicKey).toString('hex')]);
    expect(existsSync(join(request.dir, 'agent.lock'))).toBe(false);
    expect(enrolment).toEqual({
      siteName: 'north',
      fingerprint: fingerprint(publicKey),
      rootFingerprint: fingerprint(ROOT_KEY),
    });
    expect(enrolmentText(enrolment, 'd').join('\n')).toContain(fingerprint(publicKey));
  });

  it('sends the secret of the code and no name of its own, signed by the key that it shows', async () => {
    const messages: Message[] = [];
    await enrolAt((message) => {
      messages.push(message);
      return ENROLLED;
    });
    const signature = expect.any(Uint8Array);
    expect(messages).toEqual([{ kind: 'enrol', joinSecret: JOIN_SECRET, siteName: '', signature }]);
    const { publicKey } = await readIdentity(join(request.dir, 'identity.key'));
    const asked = {
      rootKey: ROOT_KEY,
      coordinatorKey: identity.publicKey,
      joinSecretSha256: joinSecretHash(JOIN_SECRET),
    };
    expect(isSignedRequest(asked, publicKey, (messages[0] as Enrol).signature)).toBe(true);
  });

  it('asks again with the same key when the answer is lost', async () => {
    let count = 0;
    await enrolAt(() => (++count === 1 ? 'break' : ENROLLED));
    expect(askedBy).toHaveLength(2);
    expect(new Set(askedBy).size).toBe(1);
  });

  it('can be repeated with the same key after a crash between the answer and the configuration', async () => {
    await mkdir(request.dir);
    await writeFile(join(request.dir, 'agent.lock'), `${2 ** 22 + 1}\n\n`);
    await expect(
      enrolAt(() => ({ kind: 'refused', code: 'expired-join-code', message: 'it has expired' })),
    ).rejects.toThrow();
    await enrolAt(() => ENROLLED);
    expect(new Set(askedBy).size).toBe(1);
  });

  it('says why the coordinator does not take the code, and is not enrolled then', async () => {
    const attempt = enrolAt(() => ({
      kind: 'refused',
      code: 'used-join-code',
      message: 'this join code was already used',
    }));
    await expect(attempt).rejects.toMatchObject({
      code: 'enrolment-refused',
      message: expect.stringMatching(/code.*already used/),
    });
    expect(existsSync(join(request.dir, 'site.json'))).toBe(false);
  });

  it('speaks to no coordinator but the one of the code', async () => {
    const attempt = enrolAt(() => ENROLLED, { code: codeFor(generateIdentity()) });
    await expect(attempt).rejects.toMatchObject({ code: 'wrong-coordinator-key' });
    expect(askedBy).toEqual([]);
  });

  const refusals: [string, () => Promise<Partial<EnrolmentRequest>>, string][] = [
    ['a code that is not whole', async () => ({ code: codeFor(identity).slice(0, -1) }), 'bad-join-code'],
    ['a data folder that is not there', async () => ({ dataDir: join(root, 'nothing') }), 'missing-data-folder'],
    [
      'a folder that is enrolled',
      async () => {
        await enrolAt(() => ENROLLED);
        return {};
      },
      'already-enrolled',
    ],
    ['a folder with other things in it', async () => ({ dir: root }), 'folder-not-empty'],
    [
      'a key that others can read',
      async () => {
        await mkdir(request.dir);
        await writeFile(join(request.dir, 'identity.key'), 'ab'.repeat(64));
        await chmod(join(request.dir, 'identity.key'), 0o644);
        return {};
      },
      'unsafe-key-file',
    ],
  ];
  it.each(refusals)('refuses %s before it uses the code up', async (_what, prepare, code) => {
    const changes = await prepare();
    askedBy = [];
    const error = await enrolAt(() => ENROLLED, changes).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code });
    expect(askedBy).toEqual([]);
  });

  it('is given up when there is no coordinator', async () => {
    const connect = (): Promise<never> => Promise.reject(new SiteError('unreachable', 'no connection'));
    const abort = new AbortController();
    const attempt = enrol(request, {
      connect,
      log: { ...silentLog, warn: () => abort.abort(new SiteError('stopped', 'stopped')) },
      signal: abort.signal,
    });
    await expect(attempt).rejects.toMatchObject({ code: 'stopped' });
  });
});

describe("the site's key", () => {
  it('is missed by name', async () => {
    const path = join(await folder(), 'identity.key');
    await expect(readIdentity(path)).rejects.toMatchObject({
      code: 'missing-key-file',
      message: expect.stringContaining('identity.key'),
    });
  });

  it('is refused if it is not whole', async () => {
    const path = join(await folder(), 'identity.key');
    await writeFile(path, 'abc', { mode: 0o600 });
    await expect(readIdentity(path)).rejects.toMatchObject({ code: 'corrupt-key-file' });
  });
});
