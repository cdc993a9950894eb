import { randomUUID } from 'node:crypto';
import type { Logger } from '@mammofed/core';
import { ServerHandshake, type Identity, type SealedSession } from '@mammofed/privacy';
import {
  Conversation,
  decodeClientFinish,
  decodeClientHello,
  encodeServerHello,
  MAX_FRAME_BYTES,
  WireError,
  type Message,
} from '@mammofed/wire';
import type { SiteRow } from '../database/schema.js';
import type { EnrolmentService } from '../enrolment/enrolment.service.js';
import { errorText } from '../errors.js';
import type { ConnectionRegistry, SiteConnection } from './connection-registry.js';
import type { MessageRouter } from './message-router.js';
import type { PendingWork } from './pending-work.js';
import { handshakeCodeOf, refused, type HandshakeRefusalCode } from './refusals.js';
import { failureAnswer } from './failure-answer.js';
import type { TrafficMeter } from './traffic-meter.js';

/** Requests of one site that may be unanswered at a time; an agent keeps fewer. */
const MAX_PENDING_REQUESTS = 32;

/** What a handshake step is answered with when it fails. */
export interface HandshakeRefusal {
  readonly refused: { readonly code: HandshakeRefusalCode; readonly message: string };
}

export interface SiteSessionParts {
  readonly identity: Identity;
  readonly enrolment: EnrolmentService;
  readonly registry: ConnectionRegistry;
  readonly router: MessageRouter;
  readonly traffic: TrafficMeter;
  readonly pending: PendingWork;
  readonly log: Logger;
}

/** What the session needs of the socket under it. */
export interface FrameSocket {
  sendFrame(frame: Uint8Array): void;
  /** Closes it; frames on their way may be lost. */
  close(): void;
}

const CONNECTION_LOST: HandshakeRefusal = { refused: { code: 'closed', message: 'the connection was lost' } };

type Stage = 'hello' | 'answering-hello' | 'finish' | 'open' | 'ended';

/**
 * One socket from its first byte to its last: handshake, then sealed messages. Whatever is malformed, oversized, tampered
 * with, replayed or out of turn ends it and changes nothing else.
 */
export class SiteSession {
  readonly #parts: SiteSessionParts;
  readonly #socket: FrameSocket;
  readonly #sessionId = randomUUID();
  #stage: Stage = 'hello';
  #handshake: ServerHandshake | null = null;
  #role: 'site' | 'enrolling' = 'enrolling';
  #sealed: SealedSession | null = null;
  #conversation: Conversation | null = null;
  #site: SiteRow | null = null;
  #connection: SiteConnection | null = null;
  #pendingCount = 0;

  constructor(parts: SiteSessionParts, socket: FrameSocket) {
    this.#parts = parts;
    this.#socket = socket;
  }

  /** Whether the client has proved to be a site of the roster. A machine that enrols stays a stranger. */
  get isOfSite(): boolean {
    return this.#stage === 'open' && this.#role === 'site';
  }

  /** First message: who the client says it is. Nothing is believed yet. */
  async hello(bytes: Uint8Array): Promise<Uint8Array | HandshakeRefusal> {
    if (this.#stage !== 'hello') return this.#refuseHandshake('malformed', 'the handshake is out of order');
    // One hello: a second one that came while the first waits for the database would mix two clients up.
    this.#stage = 'answering-hello';
    try {
      const hello = decodeClientHello(bytes);
      this.#role = hello.role;
      this.#handshake = new ServerHandshake({ identity: this.#parts.identity });
      this.#handshake.assertSpeaks(hello);
      if (hello.role === 'site') {
        const admission = await this.#parts.enrolment.admit(hello.identityKey);
        if (admission.kind === 'refused') return this.#refuseHandshake(admission.code, admission.message);
        this.#site = admission.site;
      }
      if (this.#hasEnded()) return CONNECTION_LOST;
      const answer = encodeServerHello(this.#handshake.respond(hello));
      this.#stage = 'finish';
      return answer;
    } catch (error) {
      return this.#handshakeFailed(error);
    }
  }

  /** Last message of the handshake: the client proves that it holds its key. */
  async finish(bytes: Uint8Array): Promise<{ readonly ok: true } | HandshakeRefusal> {
    if (this.#stage !== 'finish' || this.#handshake === null) {
      return this.#refuseHandshake('malformed', 'the handshake is out of order');
    }
    try {
      const sealed = this.#handshake.complete(decodeClientFinish(bytes));
      this.#sealed = sealed;
      this.#conversation = new Conversation({
        seal: (plain) => sealed.seal(plain),
        open: (frame) => sealed.open(frame),
        sendFrame: (frame) => this.#sendFrame(frame),
        onMessage: (message, reply) => this.#parts.pending.track(this.#receive(message, reply)),
        onBroken: (error) =>
          this.end(
            error instanceof WireError && error.code === 'closed'
              ? 'the site ended it'
              : `a frame was not sound: ${handshakeCodeOf(error)}`,
          ),
      });
      this.#stage = 'open';
      return { ok: true };
    } catch (error) {
      return this.#handshakeFailed(error);
    }
  }

  /** A sealed frame. */
  frame(bytes: Uint8Array): void {
    if (this.#stage !== 'open' || this.#conversation === null) return this.end('a frame came before the handshake');
    if (bytes.length > MAX_FRAME_BYTES) return this.end('a frame was over its cap');
    if (this.#site !== null) this.#parts.traffic.count(this.#site.id, { up: bytes.length, down: 0 });
    this.#conversation.receiveFrame(bytes);
    // Only a frame that was sound leaves the session open.
    if (this.#site !== null && this.#isOpen()) this.#parts.registry.heardFrom(this.#site.id);
  }

  /** Ends the session for a reason that goes into the log. */
  end(reason: string): void {
    if (this.#stage === 'ended') return;
    this.#parts.log.warn('session ended', { reason, siteName: this.#site?.name });
    this.closed();
    this.#socket.close();
  }

  /** The socket is gone. */
  closed(): void {
    if (this.#stage === 'ended') return;
    this.#stage = 'ended';
    this.#conversation?.close();
    // Recorded frames must stay unreadable to whoever gets at this process later.
    this.#sealed?.close();
    if (this.#connection === null) return;
    this.#parts.log.info('site disconnected', { siteName: this.#connection.siteName });
    this.#parts.registry.remove(this.#connection);
  }

  #isOpen(): boolean {
    return this.#stage === 'open';
  }

  #hasEnded(): boolean {
    return this.#stage === 'ended';
  }

  #sendFrame(frame: Uint8Array): void {
    if (this.#stage !== 'open') return;
    if (this.#site !== null) this.#parts.traffic.count(this.#site.id, { up: 0, down: frame.length });
    this.#socket.sendFrame(frame);
  }

  async #receive(message: Message, reply: (answer: Message) => void): Promise<void> {
    if (this.#pendingCount >= MAX_PENDING_REQUESTS) {
      return reply(
        refused('too-many-requests', `at most ${MAX_PENDING_REQUESTS} requests may be unanswered at a time`),
      );
    }
    this.#pendingCount++;
    try {
      const answer = await this.#answerTo(message);
      if (answer !== null) reply(answer);
      if (message.kind === 'ready') this.#becomeConnected();
    } catch (error) {
      this.#parts.log.error('a message could not be handled', { kind: message.kind, error: errorText(error) });
      // Whoever waits for an answer is not left to a timeout; to anyone else it means nothing.
      reply(failureAnswer(error));
    } finally {
      this.#pendingCount--;
    }
  }

  async #answerTo(message: Message): Promise<Message | null> {
    if (this.#role === 'enrolling')
      return this.#parts.router.fromStranger(message, (this.#sealed as SealedSession).peerKey);
    if (this.#connection === null && message.kind !== 'ready') {
      return refused('not-ready', 'the first message of a session says that the site is ready');
    }
    return this.#parts.router.fromSite(this.#site as SiteRow, message);
  }

  /** From here on the site gets tasks. */
  #becomeConnected(): void {
    if (this.#stage !== 'open' || this.#connection !== null || this.#site === null || this.#conversation === null)
      return;
    // The roster may have changed since the hello.
    if (!this.#parts.enrolment.letsIn((this.#sealed as SealedSession).peerKey)) {
      return this.end('the roster does not list the site any more');
    }
    const conversation = this.#conversation;
    const { id: siteId, name: siteName, siteIndex } = this.#site;
    const version = (this.#sealed as SealedSession).version;
    this.#connection = {
      sessionId: this.#sessionId,
      siteId,
      siteName,
      siteIndex,
      protocolMinor: version.minor,
      send: (message) => {
        if (this.#stage === 'open') conversation.send(message);
      },
      request: (message, timeoutMs) => conversation.request(message, timeoutMs),
      end: (reason) => this.end(reason),
    };
    this.#parts.log.info('site connected', { siteName, protocol: `${version.major}.${version.minor}` });
    this.#parts.registry.add(this.#connection);
  }

  #handshakeFailed(error: unknown): HandshakeRefusal {
    const code = handshakeCodeOf(error);
    if (code === 'internal-error')
      this.#parts.log.error('a handshake could not be answered', { error: errorText(error) });
    return this.#refuseHandshake(
      code,
      code === 'version-mismatch'
        ? 'the agent and the coordinator speak different versions of the protocol: update the older one'
        : 'the handshake is not sound',
    );
  }

  /** The gateway closes the socket once the client has the answer. */
  #refuseHandshake(code: HandshakeRefusalCode, message: string): HandshakeRefusal {
    this.#parts.log.warn('handshake refused', { code });
    this.#stage = 'ended';
    return { refused: { code, message } };
  }
}
