import { beforeAll, describe, expect, it } from '@jest/globals';
import { jsonLinesLogger, siteId } from '@mammofed/core';
import { ClientHandshake, generateIdentity, sodiumReady, type Identity } from '@mammofed/privacy';
import { decodeServerHello, encodeClientFinish, encodeClientHello } from '@mammofed/wire';
import type { SiteRow } from '../database/schema.js';
import type { Admission } from '../enrolment/enrolment.service.js';
import { ConnectionRegistry } from './connection-registry.js';
import { PendingWork } from './pending-work.js';
import { SiteSession, type SiteSessionParts } from './site-session.js';
import { TrafficMeter } from './traffic-meter.js';

let coordinator: Identity;
let site: Identity;
beforeAll(async () => {
  await sodiumReady();
  coordinator = generateIdentity();
  site = generateIdentity();
});

/** A session whose question to the database is answered when the test says so. */
function session() {
  const answers: (() => void)[] = [];
  const row: SiteRow = {
    id: siteId('a'),
    name: 'a',
    siteIndex: 0,
    publicKey: '',
    enrolledAtMs: 0,
    standing: 'listed',
    request: null,
  };
  const closed: string[] = [];
  const parts = {
    identity: coordinator,
    enrolment: {
      admit: () => new Promise<Admission>((resolve) => answers.push(() => resolve({ kind: 'site', site: row }))),
      letsIn: () => true,
    },
    registry: new ConnectionRegistry({ nowMs: () => 0 }),
    router: {},
    traffic: new TrafficMeter(),
    pending: new PendingWork(),
    log: jsonLinesLogger(
      'test',
      () => 0,
      (line) => closed.push(line),
    ),
  } as unknown as SiteSessionParts;
  const socket = { sendFrame: () => undefined, close: () => closed.push('closed') };
  return { session: new SiteSession(parts, socket), answerDatabase: () => answers.shift()?.(), closed };
}

const client = (role: 'site' | 'enrolling', identity = site): ClientHandshake =>
  new ClientHandshake({ identity, role, expectedCoordinatorKey: coordinator.publicKey });
const helloOf = (handshake: ClientHandshake): Uint8Array => encodeClientHello(handshake.hello());

describe('the handshake of a session', () => {
  it('makes an enrolled site of a client that proves its key', async () => {
    const { session: opening, answerDatabase } = session();
    const handshake = client('site');
    const answer = opening.hello(helloOf(handshake));
    answerDatabase();
    const { finish } = handshake.finish(decodeServerHello((await answer) as Uint8Array));
    expect(await opening.finish(encodeClientFinish(finish))).toEqual({ ok: true });
    expect(opening.isOfSite).toBe(true);
  });

  it('takes one hello: a second one, sent while the first is looked up, ends both', async () => {
    const { session: opening, answerDatabase } = session();
    const first = opening.hello(helloOf(client('site')));
    expect(await opening.hello(helloOf(client('enrolling', generateIdentity())))).toMatchObject({
      refused: { code: 'malformed' },
    });
    answerDatabase();
    expect(await first).toMatchObject({ refused: { code: 'closed' } });
    expect(opening.isOfSite).toBe(false);
  });

  it('refuses a client that names another’s key', async () => {
    const { session: opening, answerDatabase } = session();
    const owner = client('site');
    const answer = opening.hello(helloOf(owner));
    answerDatabase();
    const { finish } = owner.finish(decodeServerHello((await answer) as Uint8Array));
    const forged = { ...finish, signature: new Uint8Array(64) };
    expect(await opening.finish(encodeClientFinish(forged))).toMatchObject({ refused: { code: 'bad-signature' } });
    expect(opening.isOfSite).toBe(false);
  });

  it('is not skipped', async () => {
    const { session: opening, closed } = session();
    opening.frame(new Uint8Array(100));
    expect(closed).toContain('closed');
    expect(await opening.finish(new Uint8Array(0))).toMatchObject({ refused: { code: 'malformed' } });
  });

  it('refuses bytes that are no hello', async () => {
    const { session: opening } = session();
    expect(await opening.hello(new Uint8Array([1, 2, 3]))).toMatchObject({ refused: { code: 'malformed' } });
  });
});
