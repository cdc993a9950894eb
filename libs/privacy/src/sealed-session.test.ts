import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PrivacyError } from './errors.js';
import { ClientHandshake, ServerHandshake } from './handshake.js';
import { generateIdentity } from './identity.js';
import type { SealedSession } from './sealed-session.js';
import { sodiumReady } from './sodium.js';

beforeAll(sodiumReady);

/** Both ends of a session, after a real handshake. */
function connected(): { site: SealedSession; coordinator: SealedSession } {
  const identity = generateIdentity();
  const server = new ServerHandshake({ identity });
  const client = new ClientHandshake({
    identity: generateIdentity(),
    role: 'site',
    expectedCoordinatorKey: identity.publicKey,
  });
  const { finish, session } = client.finish(server.respond(client.hello()));
  return { site: session, coordinator: server.complete(finish) };
}

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'taken';
  } catch (error) {
    return error instanceof PrivacyError ? error.code : String(error);
  }
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (plain: Uint8Array): string => new TextDecoder().decode(plain);

function expectDead(session: SealedSession, nextSoundFrame: Uint8Array): void {
  expect(session.isEnded).toBe(true);
  expect(codeOf(() => session.open(nextSoundFrame))).toBe('bad-frame');
  expect(codeOf(() => session.seal(bytes('more')))).toBe('bad-frame');
  expect(codeOf(() => session.end())).toBe('bad-frame');
}

describe('a sealed session', () => {
  it('carries any messages both ways, in order, each direction by itself', () => {
    const step = fc.record({ fromSite: fc.boolean(), plain: fc.uint8Array({ maxLength: 200 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const { site, coordinator } = connected();
        for (const { fromSite, plain } of steps) {
          const [from, to] = fromSite ? [site, coordinator] : [coordinator, site];
          expect(to.open(from.seal(plain))).toEqual(plain);
        }
        expect([site.isEnded, coordinator.isEnded]).toEqual([false, false]);
      }),
    );
  });

  it('carries a whole chunk of 1 MiB', () => {
    const { site, coordinator } = connected();
    const chunk = Uint8Array.from({ length: 1024 * 1024 }, (_, i) => i % 251);
    const frame = site.seal(chunk);
    expect(frame.length).toBe(chunk.length + 17);
    expect(Buffer.from(coordinator.open(frame)).equals(chunk)).toBe(true);
  });

  it('shows nothing of a message, and seals the same one differently each time', () => {
    const { site } = connected();
    const plain = bytes('the same words');
    const [first, second] = [site.seal(plain), site.seal(plain)];
    expect(Buffer.from(first).includes('same')).toBe(false);
    expect(first).not.toEqual(second);
  });

  it('ends at a frame that was altered, whichever byte and bit it is', () => {
    for (let at = 0; at < 17 + 4; at++) {
      for (const bit of [0, 3, 7]) {
        const { site, coordinator } = connected();
        const frame = site.seal(bytes('abcd'));
        const next = site.seal(bytes('next'));
        frame[at] = (frame[at] as number) ^ (1 << bit);
        expect([at, codeOf(() => coordinator.open(frame))]).toEqual([at, 'bad-frame']);
        expectDead(coordinator, next);
      }
    }
  });

  it('ends at a frame that was cut or lengthened', () => {
    const whole = 17 + 4;
    for (let length = 0; length <= whole + 1; length++) {
      if (length === whole) continue;
      const { site, coordinator } = connected();
      const frame = new Uint8Array(length);
      frame.set(site.seal(bytes('abcd')).subarray(0, length));
      expect([length, codeOf(() => coordinator.open(frame))]).toEqual([length, 'bad-frame']);
      expectDead(coordinator, site.seal(bytes('next')));
    }
  });

  it('ends at a frame that comes a second time', () => {
    const { site, coordinator } = connected();
    const frame = site.seal(bytes('once'));
    expect(text(coordinator.open(frame))).toBe('once');
    expect(codeOf(() => coordinator.open(frame))).toBe('bad-frame');
    expectDead(coordinator, site.seal(bytes('next')));
  });

  it('ends at a frame that comes too early', () => {
    const { site, coordinator } = connected();
    const [first, second] = [site.seal(bytes('first')), site.seal(bytes('second'))];
    expect(codeOf(() => coordinator.open(second))).toBe('bad-frame');
    expectDead(coordinator, first);
  });

  it('ends at the frame after one that was dropped', () => {
    const { site, coordinator } = connected();
    const [first, , third, fourth] = ['1', '2', '3', '4'].map((plain) => site.seal(bytes(plain)));
    expect(text(coordinator.open(first as Uint8Array))).toBe('1');
    expect(codeOf(() => coordinator.open(third as Uint8Array))).toBe('bad-frame');
    expectDead(coordinator, fourth as Uint8Array);
  });

  it('takes frames in their order and in no other', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 8 }), (arrivals) => {
        const { site, coordinator } = connected();
        const frames = [0, 1, 2, 3, 4].map((n) => site.seal(Uint8Array.of(n)));
        let taken = 0;
        for (const arrival of arrivals) {
          const isTaken = codeOf(() => coordinator.open(frames[arrival] as Uint8Array)) === 'taken';
          expect(isTaken).toBe(arrival === taken);
          if (!isTaken) return;
          taken++;
        }
      }),
    );
  });

  it("ends at its own frame sent back, and at another session's", () => {
    const { site, coordinator } = connected();
    expect(codeOf(() => site.open(site.seal(bytes('mine'))))).toBe('bad-frame');
    expectDead(site, coordinator.seal(bytes('next')));
    const other = connected();
    expect(codeOf(() => other.coordinator.open(connected().site.seal(bytes('theirs'))))).toBe('bad-frame');
  });

  it('tells an end from a cut: after the end the other side knows that nothing was left out', () => {
    const { site, coordinator } = connected();
    const last = site.seal(bytes('last'));
    const end = site.end();
    expect(text(coordinator.open(last))).toBe('last');
    expect(coordinator.isEnded).toBe(false);
    expect(coordinator.open(end)).toHaveLength(0);
    expectDead(coordinator, last);
    expectDead(site, last);
  });

  it('does not take an end that overtakes a message', () => {
    const { site, coordinator } = connected();
    const last = site.seal(bytes('last'));
    expect(codeOf(() => coordinator.open(site.end()))).toBe('bad-frame');
    expectDead(coordinator, last);
  });

  it('takes an empty message for a message', () => {
    const { site, coordinator } = connected();
    expect(coordinator.open(site.seal(new Uint8Array(0)))).toHaveLength(0);
    expect(coordinator.isEnded).toBe(false);
  });

  it('can be closed without a word, more than once, whatever came before', () => {
    const { site, coordinator } = connected();
    const frame = coordinator.seal(bytes('late'));
    site.close();
    site.close();
    expectDead(site, frame);
    coordinator.end();
    coordinator.close();
    expect(coordinator.isEnded).toBe(true);
  });
});
