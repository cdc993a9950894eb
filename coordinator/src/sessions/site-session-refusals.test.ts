import { beforeAll, describe, expect, it } from '@jest/globals';
import { jsonLinesLogger, siteId } from '@mammofed/core';
import { ClientHandshake, generateIdentity, sodiumReady, type Identity } from '@mammofed/privacy';
import { Conversation, decodeServerHello, encodeClientFinish, encodeClientHello, type Message } from '@mammofed/wire';
import type { SiteRow } from '../database/schema.js';
import type { Admission } from '../enrolment/enrolment.service.js';
import { ConnectionRegistry } from './connection-registry.js';
import type { MessageRouter } from './message-router.js';
import { PendingWork } from './pending-work.js';
import { SiteSession, type SiteSessionParts } from './site-session.js';
import { TrafficMeter } from './traffic-meter.js';

const ROW: SiteRow = {
  id: siteId('a'),
  name: 'a',
  siteIndex: 0,
  publicKey: '',
  enrolledAtMs: 0,
  standing: 'listed',
  request: null,
};
const READY: Message = { kind: 'ready', agentVersion: '1' };
const ANSWER_MS = 20_000;

let coordinator: Identity;
let site: Identity;
beforeAll(async () => {
  await sodiumReady();
  coordinator = generateIdentity();
  site = generateIdentity();
});

/** What lies behind a session, as far as a test says. */
interface Behind {
  readonly admit?: () => Promise<Admission>;
  readonly fromSite?: MessageRouter['fromSite'];
}

class SessionBench {
  readonly logLines: string[] = [];
  readonly handshake = new ClientHandshake({
    identity: site,
    role: 'site',
    expectedCoordinatorKey: coordinator.publicKey,
  });
  readonly session: SiteSession;
  #conversation: Conversation | null = null;

  constructor({
    admit = () => Promise.resolve({ kind: 'site', site: ROW }),
    fromSite = () => Promise.resolve(null),
  }: Behind) {
    const parts = {
      identity: coordinator,
      enrolment: { admit, letsIn: () => true },
      registry: new ConnectionRegistry({ nowMs: () => 0 }),
      router: { fromSite },
      traffic: new TrafficMeter(),
      pending: new PendingWork(),
      log: jsonLinesLogger(
        'test',
        () => 0,
        (line) => this.logLines.push(line),
      ),
    } as unknown as SiteSessionParts;
    this.session = new SiteSession(parts, {
      sendFrame: (frame) => this.#conversation?.receiveFrame(frame),
      close: () => undefined,
    });
  }

  hello(changes: { readonly protocolMajor?: number } = {}): ReturnType<SiteSession['hello']> {
    return this.session.hello(encodeClientHello({ ...this.handshake.hello(), ...changes }));
  }

  /** The site's end, once the handshake is done. */
  async opened(): Promise<Conversation> {
    const { finish, session: sealed } = this.handshake.finish(decodeServerHello((await this.hello()) as Uint8Array));
    expect(await this.session.finish(encodeClientFinish(finish))).toEqual({ ok: true });
    this.#conversation = new Conversation({
      seal: (plain) => sealed.seal(plain),
      open: (frame) => sealed.open(frame),
      sendFrame: (frame) => this.session.frame(frame),
      onMessage: () => undefined,
      onBroken: (error) => this.logLines.push(error.message),
    });
    return this.#conversation;
  }
}

describe('a session', () => {
  it('takes 32 requests at a time and refuses the one after, until one is answered', async () => {
    const answers: ((message: Message) => void)[] = [];
    const bench = new SessionBench({ fromSite: () => new Promise((resolve) => answers.push(resolve)) });
    const conversation = await bench.opened();
    const open = Array.from({ length: 32 }, () => conversation.request(READY, ANSWER_MS));
    const oneMore = await conversation.request(READY, ANSWER_MS);
    expect(oneMore).toMatchObject({ kind: 'refused', code: 'too-many-requests' });
    answers.shift()?.({ kind: 'evaluation-stored' });
    expect(await open[0]).toEqual({ kind: 'evaluation-stored' });
    const next = conversation.request(READY, ANSWER_MS);
    for (const answer of answers.splice(0)) answer({ kind: 'evaluation-stored' });
    expect(await next).toEqual({ kind: 'evaluation-stored' });
    await Promise.all(open);
    conversation.close();
  });

  it('tells an agent of another version that, before it looks up whether it knows its key', async () => {
    const nobody = { kind: 'refused', code: 'unknown-site', message: 'enrol' } as const;
    const bench = new SessionBench({ admit: () => Promise.resolve(nobody) });
    expect(await bench.hello({ protocolMajor: 1 })).toMatchObject({ refused: { code: 'version-mismatch' } });
    const spoken = new SessionBench({ admit: () => Promise.resolve(nobody) });
    expect(await spoken.hello()).toMatchObject({ refused: { code: 'unknown-site' } });
  });

  it('answers what fails inside with a code and no more; the log has the rest', async () => {
    const bench = new SessionBench({ fromSite: () => Promise.reject(new Error('relation "site" is locked')) });
    const conversation = await bench.opened();
    const answer = await conversation.request(READY, ANSWER_MS);
    expect(answer).toMatchObject({ kind: 'refused', code: 'internal-error' });
    expect(JSON.stringify(answer)).not.toContain('relation');
    expect(bench.logLines.join('')).toContain('relation');
    conversation.close();
  });

  it('tells a stranger nothing of a database that fails, not even its code', async () => {
    const failure = Object.assign(new Error('too many clients'), { code: '53300' });
    const bench = new SessionBench({ admit: () => Promise.reject(failure) });
    expect(await bench.hello()).toMatchObject({ refused: { code: 'internal-error' } });
    expect(bench.logLines.join('')).toContain('too many clients');
  });
});
