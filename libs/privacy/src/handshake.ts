import { assertPeerPart, Ephemeral } from './ephemeral.js';
import { PrivacyError } from './errors.js';
import type { Identity } from './identity.js';
import { SealedSession, type ProtocolVersion } from './sealed-session.js';
import { ReceiveStream, SendStream } from './secret-stream.js';
import type { Secret } from './secret.js';
import { equalBytes } from './sodium.js';
import { signTranscript, verifyTranscript, type HelloPart, type Transcript } from './transcript.js';

/** The protocol this build speaks. */
export const HANDSHAKE_VERSION: ProtocolVersion = { major: 2, minor: 2 };

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
  /** The version that both will speak. */
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

/**
 * The coordinator's end of one handshake: hello, then finish, each once. Whatever fails ends it; a new connection makes a
 * new one. It needs the coordinator's own identity alone: whether the client's key belongs to a site is for the caller to
 * look up, in the roster that the root signed.
 */
export class ServerHandshake {
  readonly #identity: Identity;
  readonly #version: ProtocolVersion;
  readonly #ephemeral = new Ephemeral();
  #hasAnswered = false;
  #pending: {
    readonly transcript: Transcript;
    readonly sending: SendStream;
    readonly receiveKey: Secret;
  } | null = null;

  constructor(options: {
    readonly identity: Identity;
    /** Defaults to {@link HANDSHAKE_VERSION}. */
    readonly version?: ProtocolVersion;
  }) {
    this.#identity = options.identity;
    this.#version = options.version ?? HANDSHAKE_VERSION;
  }

  /**
   * Comes before the client is looked up: whoever speaks another version has to hear that, and not that nobody knows it.
   * @throws PrivacyError `version-mismatch`.
   */
  assertSpeaks({ protocolMajor, protocolMinor }: ClientHelloFields): void {
    assertSameMajor({ major: protocolMajor, minor: protocolMinor }, this.#version);
  }

  /**
   * Answers a hello. Nothing is known of the client yet: {@link complete} is what proves its key.
   * @throws PrivacyError `version-mismatch`; `bad-key` for a key of a wrong length, of low order or that is our own;
   * `out-of-order` for a second hello: the same ephemeral key must not serve two sessions.
   */
  respond(client: ClientHelloFields): ServerHelloFields {
    if (this.#hasAnswered) throw new PrivacyError('out-of-order', 'a handshake answers one hello only');
    this.#hasAnswered = true;
    this.assertSpeaks(client);
    const offered = { major: client.protocolMajor, minor: client.protocolMinor };
    const chosen = { major: this.#version.major, minor: Math.min(offered.minor, this.#version.minor) };
    const own = helloPart(this.#identity, this.#ephemeral);
    assertPeerPart(client, own);
    const transcript: Transcript = { clientRole: client.role, offered, chosen, client, server: own };
    const keys = this.#ephemeral.serverSessionKeys(client.ephemeralKey);
    const sending = new SendStream(keys.send);
    keys.send.wipe();
    this.#pending = { transcript, sending, receiveKey: keys.receive };
    return {
      protocolMajor: chosen.major,
      protocolMinor: chosen.minor,
      ...own,
      signature: signTranscript(this.#identity, 'coordinator', transcript),
      streamHeader: sending.header,
    };
  }

  /**
   * Checks the client's proof and makes the session.
   * @throws PrivacyError `bad-signature` if the client does not hold the key that it named, `bad-frame` for a stream header
   * of a wrong length, `out-of-order` without a hello before or a second time.
   */
  complete(finish: ClientFinishFields): SealedSession {
    const pending = this.#pending;
    if (pending === null) throw new PrivacyError('out-of-order', 'a handshake is finished once, after its hello');
    this.#pending = null;
    const { transcript, sending, receiveKey } = pending;
    const { clientRole, client, chosen } = transcript;
    try {
      verifyTranscript(finish.signature, clientRole, transcript, client.identityKey);
      const receiving = new ReceiveStream(receiveKey, finish.streamHeader);
      return new SealedSession({ peerKey: client.identityKey, version: chosen, sending, receiving });
    } catch (error) {
      sending.wipe();
      throw error;
    } finally {
      receiveKey.wipe();
    }
  }
}

/** The site's end of one handshake: hello, then finish, which works once. */
export class ClientHandshake {
  readonly #identity: Identity;
  readonly #role: 'site' | 'enrolling';
  readonly #expectedCoordinatorKey: Uint8Array;
  readonly #version: ProtocolVersion;
  readonly #ephemeral = new Ephemeral();
  #isFinished = false;

  constructor(options: {
    readonly identity: Identity;
    readonly role: 'site' | 'enrolling';
    /** From the roster that is held, or from the join code before there is one; no other coordinator is spoken to. */
    readonly expectedCoordinatorKey: Uint8Array;
    /** Defaults to {@link HANDSHAKE_VERSION}. */
    readonly version?: ProtocolVersion;
  }) {
    this.#identity = options.identity;
    this.#role = options.role;
    this.#expectedCoordinatorKey = options.expectedCoordinatorKey;
    this.#version = options.version ?? HANDSHAKE_VERSION;
  }

  /** The first message, the same one each time. */
  hello(): ClientHelloFields {
    return {
      protocolMajor: this.#version.major,
      protocolMinor: this.#version.minor,
      role: this.#role,
      ...helloPart(this.#identity, this.#ephemeral),
    };
  }

  /**
   * Checks the coordinator's answer and makes the session. Nothing is to be sealed with it before `finish` is sent.
   * @throws PrivacyError `version-mismatch`, `wrong-coordinator-key`, `bad-signature`, `bad-key`, `bad-frame` (stream
   * header), `out-of-order` for a second answer. Whatever it is, the handshake is over.
   */
  finish(server: ServerHelloFields): { readonly finish: ClientFinishFields; readonly session: SealedSession } {
    if (this.#isFinished) throw new PrivacyError('out-of-order', 'a handshake takes one answer only');
    this.#isFinished = true;
    try {
      return this.#finish(server);
    } finally {
      this.#ephemeral.wipe();
    }
  }

  #finish(server: ServerHelloFields): { readonly finish: ClientFinishFields; readonly session: SealedSession } {
    const own = helloPart(this.#identity, this.#ephemeral);
    const chosen = { major: server.protocolMajor, minor: server.protocolMinor };
    assertSameMajor(chosen, this.#version);
    if (chosen.minor > this.#version.minor) {
      throw new PrivacyError(
        'version-mismatch',
        'the coordinator chose a protocol version that this site does not speak: update the site agent',
      );
    }
    assertPeerPart(server, own);
    if (!equalBytes(server.identityKey, this.#expectedCoordinatorKey)) {
      throw new PrivacyError(
        'wrong-coordinator-key',
        'the coordinator that answers does not hold the key that the roster (or the join code) names: check the address, and ask the consortium for a new code if the coordinator was set up anew',
      );
    }
    const transcript: Transcript = { clientRole: this.#role, offered: this.#version, chosen, client: own, server };
    verifyTranscript(server.signature, 'coordinator', transcript, server.identityKey);
    const keys = this.#ephemeral.clientSessionKeys(server.ephemeralKey);
    try {
      const receiving = new ReceiveStream(keys.receive, server.streamHeader);
      const sending = new SendStream(keys.send);
      const signature = signTranscript(this.#identity, this.#role, transcript);
      return {
        finish: { signature, streamHeader: sending.header },
        session: new SealedSession({ peerKey: server.identityKey, version: chosen, sending, receiving }),
      };
    } finally {
      keys.receive.wipe();
      keys.send.wipe();
    }
  }
}

function helloPart(identity: Identity, ephemeral: Ephemeral): HelloPart {
  return { identityKey: identity.publicKey, ephemeralKey: ephemeral.publicKey, nonce: ephemeral.nonce };
}

function assertSameMajor(theirs: ProtocolVersion, ours: ProtocolVersion): void {
  if (theirs.major === ours.major) return;
  throw new PrivacyError(
    'version-mismatch',
    `the other end speaks protocol ${theirs.major}, this one ${ours.major}: update the older of the two`,
    { major: theirs.major },
  );
}
