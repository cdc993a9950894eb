import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mammofed } from '@mammofed/proto';
import { WireError } from './errors.js';
import {
  decodeClientFinish,
  decodeClientHello,
  decodeServerHello,
  encodeClientFinish,
  encodeClientHello,
  encodeServerHello,
} from './handshake-codec.js';
import { MAX_HANDSHAKE_BYTES } from './limits.js';

const { ClientHello, ServerHello, ClientFinish, Role } = mammofed.v1;

const bytes = (length: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ minLength: length, maxLength: length });
const uint32 = fc.nat({ max: 2 ** 32 - 1 });
const version = { protocolMajor: uint32, protocolMinor: uint32 };
const keys = { identityKey: bytes(32), ephemeralKey: bytes(32), nonce: bytes(32) };
const proof = { signature: bytes(64), streamHeader: bytes(24) };
const clientHellos = fc.record({ ...version, role: fc.constantFrom('site' as const, 'enrolling' as const), ...keys });

const KEYS = { identityKey: new Uint8Array(32), ephemeralKey: new Uint8Array(32), nonce: new Uint8Array(32) };
const PROOF = { signature: new Uint8Array(64), streamHeader: new Uint8Array(24) };
const CLIENT_HELLO = { protocolMajor: 1, protocolMinor: 0, role: Role.ROLE_SITE, ...KEYS };
const SERVER_HELLO = { protocolMajor: 1, protocolMinor: 0, ...KEYS, ...PROOF };

function refusal(work: () => unknown): WireError {
  try {
    work();
  } catch (error) {
    if (error instanceof WireError) return error;
    throw error;
  }
  throw new Error('it was taken');
}

describe('handshake messages', () => {
  it('come back from the wire unchanged', () => {
    fc.assert(
      fc.property(
        clientHellos,
        fc.record({ ...version, ...keys, ...proof }),
        fc.record(proof),
        (clientHello, serverHello, clientFinish) => {
          expect(decodeClientHello(encodeClientHello(clientHello))).toEqual(clientHello);
          expect(decodeServerHello(encodeServerHello(serverHello))).toEqual(serverHello);
          expect(decodeClientFinish(encodeClientFinish(clientFinish))).toEqual(clientFinish);
        },
      ),
    );
  });

  it('of a newer peer are understood: unknown fields are ignored', () => {
    const $unknowns = [Uint8Array.of(0xb8, 0x3e, 0x2a)];
    const newer = ClientHello.encode({ ...CLIENT_HELLO, $unknowns }).finish();
    expect(decodeClientHello(newer)).toEqual(decodeClientHello(ClientHello.encode(CLIENT_HELLO).finish()));
  });

  it('hold copies of the keys: the socket may use its buffer again', () => {
    const encoded = encodeClientHello({ ...CLIENT_HELLO, role: 'site' });
    const hello = decodeClientHello(encoded);
    encoded.fill(255);
    expect(hello).toEqual({ ...CLIENT_HELLO, role: 'site' });
  });

  it.each([
    ['no role', Role.ROLE_UNSPECIFIED],
    ["the coordinator's role", Role.ROLE_COORDINATOR],
    ['an unknown role', 9],
  ])('are refused from a client with %s', (_what, role) => {
    const error = refusal(() => decodeClientHello(ClientHello.encode({ ...CLIENT_HELLO, role }).finish()));
    expect([error.code, error.context.field]).toEqual(['malformed', 'client-hello.role']);
  });

  it.each(['identityKey', 'ephemeralKey', 'nonce'] as const)('are refused with a wrong length of %s', (field) => {
    for (const length of [0, 31, 33]) {
      const change = { [field]: new Uint8Array(length) };
      const client = refusal(() => decodeClientHello(ClientHello.encode({ ...CLIENT_HELLO, ...change }).finish()));
      expect([client.code, client.context.field]).toEqual(['malformed', `client-hello.${field}`]);
      const server = refusal(() => decodeServerHello(ServerHello.encode({ ...SERVER_HELLO, ...change }).finish()));
      expect([server.code, server.context.field]).toEqual(['malformed', `server-hello.${field}`]);
    }
  });

  it.each(['signature', 'streamHeader'] as const)('are refused with a wrong length of %s', (field) => {
    for (const length of [0, PROOF[field].length - 1, PROOF[field].length + 1]) {
      const change = { [field]: new Uint8Array(length) };
      const server = refusal(() => decodeServerHello(ServerHello.encode({ ...SERVER_HELLO, ...change }).finish()));
      expect([server.code, server.context.field]).toEqual(['malformed', `server-hello.${field}`]);
      const finish = refusal(() => decodeClientFinish(ClientFinish.encode({ ...PROOF, ...change }).finish()));
      expect([finish.code, finish.context.field]).toEqual(['malformed', `client-finish.${field}`]);
    }
  });

  it.each([
    ['client hello', decodeClientHello],
    ['server hello', decodeServerHello],
    ['client finish', decodeClientFinish],
  ])('are refused over the cap, before they are looked into: %s', (_what, decode) => {
    expect(refusal(() => decode(new Uint8Array(MAX_HANDSHAKE_BYTES + 1))).code).toBe('too-large');
  });

  it.each([
    ['client hello', decodeClientHello],
    ['server hello', decodeServerHello],
    ['client finish', decodeClientFinish],
  ])('are refused as malformed, and never fail otherwise, when they are noise: %s', (_what, decode) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (anything) => {
        expect(refusal(() => decode(anything)).code).toBe('malformed');
      }),
    );
  });
});
