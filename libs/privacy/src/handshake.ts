import { PrivacyError } from './errors.js';
import type { Identity } from './identity.js';
import { SealedSession } from './sealed-session.js';
import { Secret } from './secret.js';
import { sodium } from './sodium.js';

/** The protocol this build speaks. Equal majors understand each other; the smaller minor is spoken. */
export const HANDSHAKE_VERSION = { major: 1, minor: 0 } as const;

const DOMAIN = 'mammofed handshake v1';
const KEY_BYTES = 32;
const NONCE_BYTES = 32;
const SIGNATURE_BYTES = 64;

export type SessionRole = 'coordinator' | 'site' | 'enrolling';

export interface ClientHelloFields {
  readonly protocolMajor: number;
  readonly protocolMinor: number;
  readonly role: 'site' | 'enrolling';
  /** Ed25519 public key, 32 bytes. */
  readonly identityKey: Uint8Array;
  /** X25519 public key, 32 bytes, new for every connection. */
  readonly ephemeralKey: Uint8Array;
  /** 32 random bytes. */
  readonly nonce: Uint8Array;
}

export interface ServerHelloFields {
  readonly protocolMajor: number;
  readonly protocolMinor: number;
  readonly identityKey: Uint8Array;
  readonly ephemeralKey: Uint8Array;
  readonly nonce: Uint8Array;
  /** Ed25519 over the transcript in the role of the coordinator, 64 bytes. */
  readonly signature: Uint8Array;
  /** Header of the coordinator-to-site stream, 24 bytes. */
  readonly streamHeader: Uint8Array;
}

export interface ClientFinishFields {
  /** Ed25519 over the transcript in the client's role, 64 bytes. */
  readonly signature: Uint8Array;
  /** Header of the site-to-coordinator stream, 24 bytes. */
  readonly streamHeader: Uint8Array;
}

type HelloPart = Pick<ServerHelloFields, 'identityKey' | 'ephemeralKey' | 'nonce'>;

/** Ephemeral key pair and nonce of one end of one connection. */
class Ephemeral {
  readonly publicKey: Uint8Array;
  readonly nonce = sodium.randombytes_buf(NONCE_BYTES);
  readonly secretKey: Secret;

  constructor() {
    const { publicKey, privateKey } = sodium.crypto_kx_keypair();
    this.publicKey = publicKey;
    this.secretKey = new Secret(privateKey);
  }
}

/** What the coordinator's end of the handshake needs: its own identity. The roster takes its place here beside it. */
export class ServerHandshake {
  readonly #identity: Identity;
  readonly #ephemeral = new Ephemeral();
  #pending: {
    readonly transcript: Transcript;
    readonly client: ClientHelloFields;
    readonly push: ReturnType<typeof newPushStream>['state'];
    readonly receiveKey: Secret;
  } | null = null;

  constructor(options: { readonly identity: Identity }) {
    this.#identity = options.identity;
  }

  /**
   * Answers a hello. Nothing is known of the client yet: {@link complete} is what proves its key.
   * @throws PrivacyError `version-mismatch`, `bad-key` for a key of a wrong length, of low order or that is our own.
   */
  respond(client: ClientHelloFields): ServerHelloFields {
    if (this.#pending !== null) throw new PrivacyError('bad-signature', 'a handshake answers one hello only');
    const minor = negotiatedMinor(client.protocolMajor, client.protocolMinor);
    const own = helloPart(this.#identity, this.#ephemeral);
    assertPeerPart(client, own);
    const transcript: Transcript = { major: HANDSHAKE_VERSION.major, minor, client, server: own };
    const keys = sessionKeys(() => sodium.crypto_kx_server_session_keys(this.#ephemeral.publicKey, this.#ephemeral.secretKey.reveal(), client.ephemeralKey));
    const { state, header } = newPushStream(keys.send);
    this.#pending = { transcript, client, push: state, receiveKey: keys.receive };
    return {
      protocolMajor: HANDSHAKE_VERSION.major,
      protocolMinor: minor,
      ...own,
      signature: sign(this.#identity, 'coordinator', transcript),
      streamHeader: header,
    };
  }

  /** @throws PrivacyError `bad-signature` if the client does not hold the key that it named. */
  complete(finish: ClientFinishFields): SealedSession {
    const pending = this.#pending;
    if (pending === null) throw new PrivacyError('bad-signature', 'the handshake is finished before it began');
    this.#pending = null;
    verify(finish.signature, pending.client.role, pending.transcript, pending.client.identityKey);
    return new SealedSession(pending.client.identityKey, pending.push, pending.receiveKey, finish.streamHeader);
  }
}

/** The site's end of the handshake. */
export class ClientHandshake {
  readonly #identity: Identity;
  readonly #role: 'site' | 'enrolling';
  readonly #expectedCoordinatorKey: Uint8Array;
  readonly #ephemeral = new Ephemeral();

  constructor(options: {
    readonly identity: Identity;
    readonly role: 'site' | 'enrolling';
    /** From the join code; no other coordinator is spoken to. */
    readonly expectedCoordinatorKey: Uint8Array;
  }) {
    this.#identity = options.identity;
    this.#role = options.role;
    this.#expectedCoordinatorKey = options.expectedCoordinatorKey;
  }

  hello(): ClientHelloFields {
    return {
      protocolMajor: HANDSHAKE_VERSION.major,
      protocolMinor: HANDSHAKE_VERSION.minor,
      role: this.#role,
      ...helloPart(this.#identity, this.#ephemeral),
    };
  }

  /**
   * Checks the coordinator's answer and makes the session.
   * @throws PrivacyError `version-mismatch`, `wrong-coordinator-key`, `bad-signature`, `bad-key`.
   */
  finish(server: ServerHelloFields): { readonly finish: ClientFinishFields; readonly session: SealedSession } {
    const own = helloPart(this.#identity, this.#ephemeral);
    const minor = negotiatedMinor(server.protocolMajor, server.protocolMinor);
    if (server.protocolMinor > HANDSHAKE_VERSION.minor) {
      throw new PrivacyError('version-mismatch', 'the coordinator chose a protocol version that this site does not speak: update the site agent');
    }
    assertPeerPart(server, own);
    if (!sodium.memcmp(padded(server.identityKey), padded(this.#expectedCoordinatorKey))) {
      throw new PrivacyError('wrong-coordinator-key', 'the coordinator that answers does not hold the key of the join code: check the address, and ask the consortium for a new code if the coordinator was set up anew');
    }
    const transcript: Transcript = { major: HANDSHAKE_VERSION.major, minor, client: own, server };
    verify(server.signature, 'coordinator', transcript, server.identityKey);
    const keys = sessionKeys(() => sodium.crypto_kx_client_session_keys(this.#ephemeral.publicKey, this.#ephemeral.secretKey.reveal(), server.ephemeralKey));
    const { state, header } = newPushStream(keys.send);
    return {
      finish: { signature: sign(this.#identity, this.#role, transcript), streamHeader: header },
      session: new SealedSession(server.identityKey, state, keys.receive, server.streamHeader),
    };
  }
}

interface Transcript {
  readonly major: number;
  readonly minor: number;
  readonly client: HelloPart;
  readonly server: HelloPart;
}

function helloPart(identity: Identity, ephemeral: Ephemeral): HelloPart {
  return { identityKey: identity.publicKey, ephemeralKey: ephemeral.publicKey, nonce: ephemeral.nonce };
}

function negotiatedMinor(major: number, minor: number): number {
  if (major !== HANDSHAKE_VERSION.major) {
    throw new PrivacyError('version-mismatch', `the other end speaks protocol ${major}, this one ${HANDSHAKE_VERSION.major}: update the older of the two`, { major });
  }
  return Math.min(minor, HANDSHAKE_VERSION.minor);
}

/** Refuses malformed parts, and our own parts sent back to us (reflection). */
function assertPeerPart(peer: HelloPart, own: HelloPart): void {
  const isMalformed = peer.identityKey.length !== KEY_BYTES || peer.ephemeralKey.length !== KEY_BYTES || peer.nonce.length !== NONCE_BYTES;
  if (isMalformed) throw new PrivacyError('bad-key', 'a key or nonce of the handshake has a wrong length');
  const isReflected = sodium.memcmp(peer.identityKey, own.identityKey) || sodium.memcmp(peer.ephemeralKey, own.ephemeralKey) || sodium.memcmp(peer.nonce, own.nonce);
  if (isReflected) throw new PrivacyError('bad-key', 'the other end sent our own key back');
}

/** Domain ‖ role ‖ version ‖ both ephemeral keys ‖ both identity keys ‖ both nonces; every part has a fixed length or is 0-ended. */
function signedBytes(role: SessionRole, transcript: Transcript): Uint8Array {
  const { major, minor, client, server } = transcript;
  const head = new TextEncoder().encode(`${DOMAIN}\0${role}\0${major}.${minor}\0`);
  const parts = [head, client.ephemeralKey, server.ephemeralKey, client.identityKey, server.identityKey, client.nonce, server.nonce];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function sign(identity: Identity, role: SessionRole, transcript: Transcript): Uint8Array {
  return sodium.crypto_sign_detached(signedBytes(role, transcript), identity.secretKey.reveal());
}

function verify(signature: Uint8Array, role: SessionRole, transcript: Transcript, publicKey: Uint8Array): void {
  const isValid = signature.length === SIGNATURE_BYTES && sodium.crypto_sign_verify_detached(signature, signedBytes(role, transcript), publicKey);
  if (!isValid) throw new PrivacyError('bad-signature', 'the other end does not hold the key that it names: the connection is closed');
}

function sessionKeys(derive: () => { sharedRx: Uint8Array; sharedTx: Uint8Array }): { receive: Secret; send: Secret } {
  try {
    const { sharedRx, sharedTx } = derive();
    return { receive: new Secret(sharedRx), send: new Secret(sharedTx) };
  } catch (cause) {
    // libsodium refuses points of low order, which would make a shared secret that anyone knows.
    throw new PrivacyError('bad-key', 'the other end sent a key that is not usable', {}, cause);
  }
}

function newPushStream(key: Secret): ReturnType<typeof sodium.crypto_secretstream_xchacha20poly1305_init_push> {
  return sodium.crypto_secretstream_xchacha20poly1305_init_push(key.reveal());
}

/** memcmp wants equal lengths; an expected key of a wrong length must never match. */
function padded(key: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(KEY_BYTES + 1);
  bytes.set(key.subarray(0, KEY_BYTES));
  bytes[KEY_BYTES] = key.length === KEY_BYTES ? 1 : 0;
  return bytes;
}
