import { mammofed } from '@mammofed/proto';
import { WireError } from './errors.js';
import { fixedBytes, integer, struct, type Field } from './fields.js';
import { MAX_HANDSHAKE_BYTES, MAX_UINT32 } from './limits.js';

// The types say again what libs/privacy's say: the two packages do not know each other, and the compiler compares the
// types wherever an application hands one to the other.

export interface ClientHelloFields {
  readonly protocolMajor: number;
  readonly protocolMinor: number;
  readonly role: 'site' | 'enrolling';
  /** Ed25519 public key, 32 bytes. */
  readonly identityKey: Uint8Array;
  /** X25519 public key, 32 bytes. */
  readonly ephemeralKey: Uint8Array;
  /** 32 bytes. */
  readonly nonce: Uint8Array;
}

export interface ServerHelloFields {
  readonly protocolMajor: number;
  readonly protocolMinor: number;
  readonly identityKey: Uint8Array;
  readonly ephemeralKey: Uint8Array;
  readonly nonce: Uint8Array;
  /** Ed25519, 64 bytes. */
  readonly signature: Uint8Array;
  /** 24 bytes. */
  readonly streamHeader: Uint8Array;
}

export interface ClientFinishFields {
  readonly signature: Uint8Array;
  readonly streamHeader: Uint8Array;
}

const { Role, ClientHello, ServerHello, ClientFinish } = mammofed.v1;

/** A client is a site or enrolling; no other role may open a session. */
const clientRole: Field<ClientHelloFields['role']> = {
  encode: (value) => (value === 'site' ? Role.ROLE_SITE : Role.ROLE_ENROLLING),
  decode: (raw, path) => {
    if (raw === Role.ROLE_SITE) return 'site';
    if (raw === Role.ROLE_ENROLLING) return 'enrolling';
    throw new WireError('malformed', `a handshake message is malformed: ${path} is not one that a client may have`, {
      field: path,
    });
  },
};

const version = { protocolMajor: integer(0, MAX_UINT32), protocolMinor: integer(0, MAX_UINT32) };
const keys = { identityKey: fixedBytes(32), ephemeralKey: fixedBytes(32), nonce: fixedBytes(32) };
const proof = { signature: fixedBytes(64), streamHeader: fixedBytes(24) };

const clientHello = struct<ClientHelloFields>({ ...version, role: clientRole, ...keys });
const serverHello = struct<ServerHelloFields>({ ...version, ...keys, ...proof });
const clientFinish = struct<ClientFinishFields>(proof);

/** @throws WireError `malformed`. */
export function encodeClientHello(hello: ClientHelloFields): Uint8Array {
  return ClientHello.encode(clientHello.encode(hello, 'client-hello') as object).finish();
}

/** @throws WireError `too-large`, `malformed`. */
export function decodeClientHello(bytes: Uint8Array): ClientHelloFields {
  return clientHello.decode(
    parsed(bytes, () => ClientHello.decode(bytes)),
    'client-hello',
  );
}

/** @throws WireError `malformed`. */
export function encodeServerHello(hello: ServerHelloFields): Uint8Array {
  return ServerHello.encode(serverHello.encode(hello, 'server-hello') as object).finish();
}

/** @throws WireError `too-large`, `malformed`. */
export function decodeServerHello(bytes: Uint8Array): ServerHelloFields {
  return serverHello.decode(
    parsed(bytes, () => ServerHello.decode(bytes)),
    'server-hello',
  );
}

/** @throws WireError `malformed`. */
export function encodeClientFinish(finish: ClientFinishFields): Uint8Array {
  return ClientFinish.encode(clientFinish.encode(finish, 'client-finish') as object).finish();
}

/** @throws WireError `too-large`, `malformed`. */
export function decodeClientFinish(bytes: Uint8Array): ClientFinishFields {
  return clientFinish.decode(
    parsed(bytes, () => ClientFinish.decode(bytes)),
    'client-finish',
  );
}

function parsed<T>(bytes: Uint8Array, parse: () => T): T {
  if (bytes.length > MAX_HANDSHAKE_BYTES) {
    throw new WireError(
      'too-large',
      `a handshake message has ${bytes.length} bytes; ${MAX_HANDSHAKE_BYTES} are allowed`,
      {
        byteLength: bytes.length,
      },
    );
  }
  try {
    return parse();
  } catch {
    throw new WireError('malformed', 'a handshake message is not valid protobuf', { field: 'handshake' });
  }
}
