import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PrivacyError } from './errors.js';
import {
  ClientHandshake,
  HANDSHAKE_VERSION,
  ServerHandshake,
  type ClientFinishFields,
  type ClientHelloFields,
  type ServerHelloFields,
} from './handshake.js';
import { generateIdentity, type Identity } from './identity.js';
import type { ProtocolVersion, SealedSession } from './sealed-session.js';
import { sodiumReady } from './sodium.js';
import { signTranscript } from './transcript.js';

let coordinator: Identity;
let site: Identity;

beforeAll(async () => {
  await sodiumReady();
  coordinator = generateIdentity();
  site = generateIdentity();
});

interface Options {
  readonly role?: 'site' | 'enrolling';
  readonly expectedCoordinatorKey?: Uint8Array;
  readonly clientVersion?: ProtocolVersion;
  readonly serverVersion?: ProtocolVersion;
}

function bothEnds(options: Options = {}): { client: ClientHandshake; server: ServerHandshake } {
  return {
    client: new ClientHandshake({
      identity: site,
      role: options.role ?? 'site',
      expectedCoordinatorKey: options.expectedCoordinatorKey ?? coordinator.publicKey,
      version: options.clientVersion ?? HANDSHAKE_VERSION,
    }),
    server: new ServerHandshake({ identity: coordinator, version: options.serverVersion ?? HANDSHAKE_VERSION }),
  };
}

interface OnTheWay {
  readonly hello?: (hello: ClientHelloFields) => ClientHelloFields;
  readonly answer?: (answer: ServerHelloFields) => ServerHelloFields;
  readonly finish?: (finish: ClientFinishFields) => ClientFinishFields;
}

/** A whole handshake, with somebody between the two who may change what passes. */
function handshake(options: Options = {}, onTheWay: OnTheWay = {}): { client: SealedSession; server: SealedSession } {
  const same = <T>(message: T): T => message;
  const { client, server } = bothEnds(options);
  const answer = (onTheWay.answer ?? same)(server.respond((onTheWay.hello ?? same)(client.hello())));
  const { finish, session } = client.finish(answer);
  return { client: session, server: server.complete((onTheWay.finish ?? same)(finish)) };
}

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'taken';
  } catch (error) {
    return error instanceof PrivacyError ? error.code : String(error);
  }
}

const flipped = (bytes: Uint8Array, bit: number): Uint8Array =>
  bytes.map((byte, i) => (i === (bit >> 3) % bytes.length ? byte ^ (1 << (bit & 7)) : byte));

/** X25519 points of small order: with any secret key they give a shared secret that everybody knows (RFC 7748, section 6.1; https://cr.yp.to/ecdh.html). */
const LOW_ORDER_POINTS = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
].map((hex) => Uint8Array.from(Buffer.from(hex, 'hex')));

/** The answer of a coordinator that chose its ephemeral key badly and signed it all the same. */
function dishonestAnswer(hello: ClientHelloFields, ephemeralKey: Uint8Array): ServerHelloFields {
  const server = { identityKey: coordinator.publicKey, ephemeralKey, nonce: new Uint8Array(32).fill(9) };
  const signature = signTranscript(coordinator, 'coordinator', {
    clientRole: hello.role,
    offered: HANDSHAKE_VERSION,
    chosen: HANDSHAKE_VERSION,
    client: hello,
    server,
  });
  const { major: protocolMajor, minor: protocolMinor } = HANDSHAKE_VERSION;
  return { protocolMajor, protocolMinor, ...server, signature, streamHeader: new Uint8Array(24) };
}

describe('the handshake', () => {
  it.each(['site', 'enrolling'] as const)('makes a session that works both ways (%s)', (role) => {
    const { client, server } = handshake({ role });
    expect(client.peerKey).toEqual(coordinator.publicKey);
    expect(server.peerKey).toEqual(site.publicKey);
    const plain = Uint8Array.of(1, 2, 3);
    expect(server.open(client.seal(plain))).toEqual(plain);
    expect(client.open(server.seal(plain))).toEqual(plain);
  });

  it('makes new keys and nonces every time', () => {
    const [a, b] = [bothEnds().client.hello(), bothEnds().client.hello()];
    expect(a.identityKey).toEqual(b.identityKey);
    expect(a.ephemeralKey).not.toEqual(b.ephemeralKey);
    expect(a.nonce).not.toEqual(b.nonce);
  });

  it('refuses a coordinator other than the one of the join code', () => {
    expect(codeOf(() => handshake({ expectedCoordinatorKey: generateIdentity().publicKey }))).toBe(
      'wrong-coordinator-key',
    );
  });

  it('never takes an expected key of a wrong length for the right one', () => {
    for (const expectedCoordinatorKey of [
      new Uint8Array(0),
      coordinator.publicKey.subarray(0, 31),
      Uint8Array.of(...coordinator.publicKey, 0),
    ]) {
      expect(codeOf(() => handshake({ expectedCoordinatorKey }))).toBe('wrong-coordinator-key');
    }
  });

  it('refuses a coordinator that names the right key and does not hold it', () => {
    const impostor = generateIdentity();
    const server = new ServerHandshake({
      identity: { publicKey: coordinator.publicKey, secretKey: impostor.secretKey },
    });
    const { client } = bothEnds();
    expect(codeOf(() => client.finish(server.respond(client.hello())))).toBe('bad-signature');
  });

  it('refuses a site that names a key and does not hold it', () => {
    const impostor = generateIdentity();
    const { server } = bothEnds();
    const client = new ClientHandshake({
      identity: { publicKey: site.publicKey, secretKey: impostor.secretKey },
      role: 'site',
      expectedCoordinatorKey: coordinator.publicKey,
    });
    const { finish } = client.finish(server.respond(client.hello()));
    expect(codeOf(() => server.complete(finish))).toBe('bad-signature');
  });

  it("refuses the other end's own signature, and signatures of a wrong length", () => {
    let serverSignature = new Uint8Array();
    const answer = (hello: ServerHelloFields): ServerHelloFields => {
      serverSignature = Uint8Array.from(hello.signature);
      return hello;
    };
    expect(codeOf(() => handshake({}, { answer, finish: (f) => ({ ...f, signature: serverSignature }) }))).toBe(
      'bad-signature',
    );
    for (const length of [0, 63, 65]) {
      const signature = new Uint8Array(length);
      expect(codeOf(() => handshake({}, { answer: (hello) => ({ ...hello, signature }) }))).toBe('bad-signature');
      expect(codeOf(() => handshake({}, { finish: (f) => ({ ...f, signature }) }))).toBe('bad-signature');
    }
  });

  it('refuses a site that signs in another role than it named', () => {
    const change = { hello: (hello: ClientHelloFields) => ({ ...hello, role: 'enrolling' as const }) };
    expect(codeOf(() => handshake({ role: 'site' }, change))).toBe('bad-signature');
  });
});

describe('reflection', () => {
  // The coordinator's ephemeral key and nonce are not seen before it has answered its one hello.
  it('of its own identity is refused by the coordinator', () => {
    const hello = (sent: ClientHelloFields): ClientHelloFields => ({ ...sent, identityKey: coordinator.publicKey });
    expect(codeOf(() => handshake({}, { hello }))).toBe('bad-key');
  });

  it.each(['identityKey', 'ephemeralKey', 'nonce'] as const)('of our %s is refused by the site', (field) => {
    const { client, server } = bothEnds();
    const hello = client.hello();
    const answer = server.respond(hello);
    expect(codeOf(() => client.finish({ ...answer, [field]: hello[field] }))).toBe('bad-key');
  });
});

describe('keys that are not usable', () => {
  it.each(LOW_ORDER_POINTS.map((point) => [Buffer.from(point).toString('hex'), point] as const))(
    'are refused by the coordinator: %s',
    (_hex, ephemeralKey) => {
      expect(codeOf(() => handshake({}, { hello: (hello) => ({ ...hello, ephemeralKey }) }))).toBe('bad-key');
    },
  );

  it.each(LOW_ORDER_POINTS.map((point) => [Buffer.from(point).toString('hex'), point] as const))(
    'are refused by the site, even if the coordinator signed them: %s',
    (_hex, ephemeralKey) => {
      const { client } = bothEnds();
      expect(codeOf(() => client.finish(dishonestAnswer(client.hello(), ephemeralKey)))).toBe('bad-key');
    },
  );

  it.each(['identityKey', 'ephemeralKey', 'nonce'] as const)('are refused with a wrong length of %s', (field) => {
    for (const length of [0, 31, 33]) {
      const change = { [field]: new Uint8Array(length) };
      expect(codeOf(() => handshake({}, { hello: (hello) => ({ ...hello, ...change }) }))).toBe('bad-key');
      expect(codeOf(() => handshake({}, { answer: (answer) => ({ ...answer, ...change }) }))).toBe('bad-key');
    }
  });

  it('are refused as identities: nobody can sign for a point of small order', () => {
    const identityKey = Uint8Array.of(1, ...new Uint8Array(31));
    // R the neutral element, S = 0: such a signature holds for every message unless weak keys are refused.
    const signature = Uint8Array.of(1, ...new Uint8Array(63));
    const { server, client } = bothEnds();
    server.respond({ ...client.hello(), identityKey });
    expect(codeOf(() => server.complete({ signature, streamHeader: new Uint8Array(24) }))).toBe('bad-signature');
  });
});

describe('versions', () => {
  const version = (major: number, minor: number): ProtocolVersion => ({ major, minor });

  it.each([
    ['a site one minor version behind', version(1, 0), version(1, 1), 0],
    ['a site one minor version ahead', version(1, 1), version(1, 0), 0],
    ['equal versions', version(1, 3), version(1, 3), 3],
  ])('with %s agree on the smaller minor, and both ends say so', (_what, clientVersion, serverVersion, minor) => {
    const { client, server } = handshake({ clientVersion, serverVersion });
    expect([client.version, server.version]).toEqual([version(1, minor), version(1, minor)]);
    expect(server.open(client.seal(Uint8Array.of(1)))).toEqual(Uint8Array.of(1));
  });

  it.each([1, 3])('of another major (%i) are refused, by each end', (major) => {
    expect(codeOf(() => handshake({ clientVersion: version(major, 0) }))).toBe('version-mismatch');
    const change: OnTheWay = { answer: (answer) => ({ ...answer, protocolMajor: major }) };
    expect(codeOf(() => handshake({}, change))).toBe('version-mismatch');
  });

  it('that the site did not offer are refused', () => {
    const change: OnTheWay = { answer: (answer) => ({ ...answer, protocolMinor: HANDSHAKE_VERSION.minor + 1 }) };
    expect(codeOf(() => handshake({}, change))).toBe('version-mismatch');
  });

  it('cannot be lowered by somebody between the two', () => {
    const both = { clientVersion: version(1, 2), serverVersion: version(1, 2) };
    const change: OnTheWay = { hello: (hello) => ({ ...hello, protocolMinor: 0 }) };
    expect(codeOf(() => handshake(both, change))).toBe('bad-signature');
  });
});

describe('order', () => {
  it('answers one hello only, before and after the finish', () => {
    const { client, server } = bothEnds();
    const { finish } = client.finish(server.respond(client.hello()));
    expect(codeOf(() => server.respond(client.hello()))).toBe('out-of-order');
    server.complete(finish);
    expect(codeOf(() => server.respond(client.hello()))).toBe('out-of-order');
  });

  it('answers no hello after a refused one', () => {
    const { client, server } = bothEnds();
    const hello = client.hello();
    expect(codeOf(() => server.respond({ ...hello, protocolMajor: 9 }))).toBe('version-mismatch');
    expect(codeOf(() => server.respond(hello))).toBe('out-of-order');
  });

  it('takes no finish before a hello', () => {
    const { client, server } = bothEnds();
    const { finish } = client.finish(server.respond(client.hello()));
    expect(codeOf(() => bothEnds().server.complete(finish))).toBe('out-of-order');
  });

  it('takes one finish only, also after a refused one', () => {
    const first = bothEnds();
    const { finish } = first.client.finish(first.server.respond(first.client.hello()));
    first.server.complete(finish);
    expect(codeOf(() => first.server.complete(finish))).toBe('out-of-order');
    const second = bothEnds();
    const sound = second.client.finish(second.server.respond(second.client.hello())).finish;
    expect(codeOf(() => second.server.complete({ ...sound, signature: new Uint8Array(64) }))).toBe('bad-signature');
    expect(codeOf(() => second.server.complete(sound))).toBe('out-of-order');
  });

  it('takes one answer only, also after a refused one', () => {
    const first = bothEnds();
    const answer = first.server.respond(first.client.hello());
    first.client.finish(answer);
    expect(codeOf(() => first.client.finish(answer))).toBe('out-of-order');
    const second = bothEnds();
    const sound = second.server.respond(second.client.hello());
    expect(codeOf(() => second.client.finish({ ...sound, signature: new Uint8Array(64) }))).toBe('bad-signature');
    expect(codeOf(() => second.client.finish(sound))).toBe('out-of-order');
  });

  it("refuses another connection's finish and another connection's answer", () => {
    const [a, b] = [bothEnds(), bothEnds()];
    const answer = a.server.respond(a.client.hello());
    b.server.respond(b.client.hello());
    const { finish } = a.client.finish(answer);
    expect(codeOf(() => b.server.complete(finish))).toBe('bad-signature');
    expect(codeOf(() => b.client.finish(answer))).toBe('bad-signature');
  });
});

describe('whatever is altered on the way', () => {
  const bit = fc.nat({ max: 64 * 8 - 1 });

  it('in the hello, no session comes of it', () => {
    const fields = fc.constantFrom('identityKey', 'ephemeralKey', 'nonce');
    fc.assert(
      fc.property(fields, bit, (field, at) => {
        const change = (hello: ClientHelloFields): ClientHelloFields => ({
          ...hello,
          [field]: flipped(hello[field], at),
        });
        expect(['bad-signature', 'bad-key']).toContain(codeOf(() => handshake({}, { hello: change })));
      }),
    );
  });

  it('in the answer, no session comes of it', () => {
    const fields = fc.constantFrom('identityKey', 'ephemeralKey', 'nonce', 'signature');
    fc.assert(
      fc.property(fields, bit, (field, at) => {
        const change = (answer: ServerHelloFields): ServerHelloFields => ({
          ...answer,
          [field]: flipped(answer[field], at),
        });
        expect(['bad-signature', 'bad-key', 'wrong-coordinator-key']).toContain(
          codeOf(() => handshake({}, { answer: change })),
        );
      }),
    );
  });

  it("in the finish's signature, no session comes of it", () => {
    fc.assert(
      fc.property(bit, (at) => {
        const finish = (f: ClientFinishFields): ClientFinishFields => ({ ...f, signature: flipped(f.signature, at) });
        expect(codeOf(() => handshake({}, { finish }))).toBe('bad-signature');
      }),
    );
  });

  it('in a stream header, the first frame ends the session', () => {
    fc.assert(
      fc.property(fc.nat({ max: 24 * 8 - 1 }), (at) => {
        const down = handshake({}, { answer: (a) => ({ ...a, streamHeader: flipped(a.streamHeader, at) }) });
        expect(codeOf(() => down.client.open(down.server.seal(Uint8Array.of(1))))).toBe('bad-frame');
        const up = handshake({}, { finish: (f) => ({ ...f, streamHeader: flipped(f.streamHeader, at) }) });
        expect(codeOf(() => up.server.open(up.client.seal(Uint8Array.of(1))))).toBe('bad-frame');
      }),
    );
  });

  it('to a stream header of a wrong length, no session comes of it', () => {
    const streamHeader = new Uint8Array(23);
    expect(codeOf(() => handshake({}, { answer: (answer) => ({ ...answer, streamHeader }) }))).toBe('bad-frame');
    expect(codeOf(() => handshake({}, { finish: (finish) => ({ ...finish, streamHeader }) }))).toBe('bad-frame');
  });

  it('to put another coordinator between the two, neither end is deceived', () => {
    const middle = generateIdentity();
    const { client, server } = bothEnds();
    const towardsSite = new ServerHandshake({ identity: middle });
    expect(codeOf(() => client.finish(towardsSite.respond(client.hello())))).toBe('wrong-coordinator-key');
    // Towards the coordinator it can only be itself, not the site.
    const towardsServer = new ClientHandshake({
      identity: middle,
      role: 'site',
      expectedCoordinatorKey: coordinator.publicKey,
    });
    const { finish } = towardsServer.finish(server.respond(towardsServer.hello()));
    expect(server.complete(finish).peerKey).toEqual(middle.publicKey);
  });
});
