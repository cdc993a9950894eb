import { ClientHandshake, MAX_ROSTER_BYTES, PrivacyError, type Identity, type SealedSession } from '@mammofed/privacy';
import {
  Conversation,
  decodeServerHello,
  encodeClientFinish,
  encodeClientHello,
  MAX_CHUNK_BYTES,
  WireError,
  type Message,
} from '@mammofed/wire';
import { SiteError, type SiteErrorCode } from '../errors.js';
import type { Ledger } from '../ledger/ledger.js';
import { SilenceWatch } from './silence-watch.js';
import { plainBytes, type Transport } from './transport.js';
import type { WireTrace } from './wire-trace.js';

export interface SessionOptions {
  readonly transport: Transport;
  readonly identity: Identity;
  readonly role: 'site' | 'enrolling';
  /** 32 bytes; no other coordinator is spoken to. */
  readonly coordinatorKey: Uint8Array;
  readonly ledger: Ledger;
  /** Given: what is sent is written down before it is sealed. */
  readonly trace?: WireTrace | undefined;
  /** A message that is no reply; may be called as soon as the handshake is done. */
  readonly onMessage: (message: Message, reply: (answer: Message) => void) => Promise<void> | void;
  /**
   * Throws once nothing may be sent to this coordinator any more, which ends the session. Asked before every message but
   * the first, whose answer is what brings the roster.
   */
  readonly assertMaySend?: () => void;
  /** Given in tests; see SilenceWatch. */
  readonly idleSilenceMs?: number;
}

/** What a message has besides a chunk's bytes or a roster's: names, hashes, a sentence. */
const MESSAGE_BYTES = 1024;

/** An authenticated, sealed connection with the coordinator. */
export class CoordinatorSession {
  /** Resolves, with the reason in words, when the session is over. */
  readonly ended: Promise<string>;
  /** Which coordinator it is with, 32 bytes. */
  readonly coordinatorKey: Uint8Array;
  /** What both ends agreed to speak. */
  readonly version: SealedSession['version'];
  readonly #conversation: Conversation;
  readonly #sealed: SealedSession;
  readonly #transport: Transport;
  readonly #ledger: Ledger;
  readonly #trace: WireTrace | undefined;
  readonly #silence: SilenceWatch;
  readonly #assertMaySend: () => void;
  /** Messages that were handed over and not sealed yet, in that order, and what each of them answers. */
  readonly #unsealed: { readonly message: Message; readonly question: Message | null }[] = [];
  #isClosed = false;
  #end: (reason: string) => void = () => undefined;

  private constructor(options: SessionOptions, sealed: SealedSession) {
    const { transport, ledger, trace, onMessage, assertMaySend, idleSilenceMs, coordinatorKey } = options;
    this.coordinatorKey = coordinatorKey;
    this.version = sealed.version;
    this.#assertMaySend = assertMaySend ?? (() => undefined);
    this.#sealed = sealed;
    this.#transport = transport;
    this.#ledger = ledger;
    this.#trace = trace;
    this.ended = new Promise((resolve) => (this.#end = resolve));
    this.#conversation = new Conversation({
      seal: (plain) => {
        // Conversation seals in the order of sending, one frame for each message.
        const { message = null, question = null } = this.#unsealed.shift() ?? {};
        this.#ledger.sent(message, plain, question);
        this.#trace?.sent(message?.kind ?? 'unknown', plain);
        return sealed.seal(plain);
      },
      open: (frame) => sealed.open(frame),
      sendFrame: (frame) => transport.sendFrame(frame),
      onMessage: (message, reply) => onMessage(message, (answer) => this.#hand(answer, () => reply(answer), message)),
      // The ledger's own error says what is wrong at this end; anything else is about a frame.
      onBroken: (error) =>
        this.#close(error instanceof SiteError ? error.message : `a frame was not sound: ${error.message}`),
    });
    this.#silence = new SilenceWatch({
      nowMs: () => performance.now(),
      onDead: (reason) => this.#close(reason),
      ...(idleSilenceMs === undefined ? {} : { idleSilenceMs }),
    });
    transport.onHeard(() => this.#silence.heard());
    transport.onFrame((frame) => this.#conversation.receiveFrame(frame));
    transport.onClosed((reason) => this.#close(`the connection broke off (${reason})`));
  }

  /**
   * Does the handshake over a new transport. The transport is closed if it fails.
   * @throws SiteError `wrong-coordinator-key`, `unknown-site`, `version-mismatch`, `handshake-refused`, `unreachable`.
   */
  static async open(options: SessionOptions): Promise<CoordinatorSession> {
    const { transport, identity, role, coordinatorKey, ledger, trace } = options;
    try {
      const handshake = new ClientHandshake({ identity, role, expectedCoordinatorKey: coordinatorKey });
      const hello = encodeClientHello(handshake.hello());
      ledger.sentHandshake('hello', hello);
      trace?.sent('hello', hello);
      const { finish, session: sealed } = handshake.finish(
        decodeServerHello(handshakeBytes(await transport.exchange('hello', hello))),
      );
      // Before the coordinator may send frames: none must find nobody to take it.
      const session = new CoordinatorSession(options, sealed);
      const finishBytes = encodeClientFinish(finish);
      ledger.sentHandshake('finish', finishBytes);
      trace?.sent('finish', finishBytes);
      assertOk(await transport.exchange('finish', finishBytes));
      return session;
    } catch (error) {
      transport.close();
      throw asSiteError(error);
    }
  }

  /** Sends a message that wants no answer. @throws WireError `closed`. */
  send(message: Message): void {
    this.endIfBarred(message);
    this.#hand(message, () => this.#conversation.send(message));
  }

  /** Sends a message and waits for the answer, which may be `refused`. @throws WireError `timeout`, `closed`. */
  request(message: Message, timeoutMs: number): Promise<Message> {
    this.endIfBarred(message);
    const arrived = this.#silence.underWay(bytesOf(message));
    return this.#hand(message, () => this.#conversation.request(message, timeoutMs)).finally(arrived);
  }

  /** The longest message that the coordinator may send unasked, so that its silence meanwhile is not taken for its end. */
  mayCome(byteLength: number): void {
    this.#silence.mayCome(byteLength);
  }

  /** Ends the session if nothing may be sent over it any more. @param message - that is about to be. */
  endIfBarred(message?: Message): void {
    if (message?.kind === 'ready') return;
    try {
      this.#assertMaySend();
    } catch {
      this.end();
    }
  }

  /** Tells the coordinator that nothing was cut off, and closes the connection. */
  end(): void {
    if (this.#isClosed) return;
    try {
      this.#ledger.sentEnd();
      this.#transport.sendFrame(this.#sealed.end());
    } finally {
      this.#close('this site ended it');
    }
  }

  #close(reason: string): void {
    // Closing the transport says so once more.
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#silence.stop();
    this.#conversation.close();
    // Recorded frames must stay unreadable to whoever gets at this process later.
    this.#sealed.close();
    this.#transport.close();
    this.#end(reason);
  }

  /** Remembers what is being sent until it is sealed; a message that cannot be encoded never is. */
  #hand<T>(message: Message, send: () => T, question: Message | null = null): T {
    const handed = { message, question };
    this.#unsealed.push(handed);
    const forget = (): void => {
      const at = this.#unsealed.lastIndexOf(handed);
      if (at >= 0) this.#unsealed.splice(at, 1);
    };
    try {
      return send();
    } finally {
      forget();
    }
  }
}

/** What a request and its answer put on the line. */
export function bytesOf(message: Message): number {
  const up = message.kind === 'upload-chunk' ? message.data.length : 0;
  return MESSAGE_BYTES + up + answerBytesOf(message);
}

function answerBytesOf({ kind }: Message): number {
  if (kind === 'chunk-request') return MAX_CHUNK_BYTES;
  return kind === 'ready' ? MAX_ROSTER_BYTES : 0;
}

function handshakeBytes(answer: unknown): Uint8Array {
  const bytes = plainBytes(answer);
  if (bytes !== null) return bytes;
  throw refusalOf(answer);
}

function assertOk(answer: unknown): void {
  if ((answer as { ok?: unknown } | null)?.ok !== true) throw refusalOf(answer);
}

/** Refusals of a handshake that a person has to know apart. */
const TOLD_APART = [
  'unknown-site',
  'version-mismatch',
  'awaiting-approval',
  'revoked-site',
  'expired-roster',
] as const satisfies SiteErrorCode[];

/** Nobody signed this: whoever sits on the way can say it, and stop this site by it, as they could by cutting the line. */
function refusalOf(answer: unknown): SiteError {
  const refused = (answer as { refused?: { code?: unknown; message?: unknown } } | null)?.refused;
  const said = typeof refused?.message === 'string' ? printable(refused.message) : 'without a reason';
  const code = TOLD_APART.find((known) => known === refused?.code) ?? 'handshake-refused';
  return new SiteError(code, `the coordinator refused the connection: ${said}`);
}

/** A peer's words, fit for a terminal. */
function printable(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, ' ').slice(0, 300);
}

function asSiteError(error: unknown): Error {
  if (error instanceof PrivacyError) {
    const code: SiteErrorCode =
      error.code === 'wrong-coordinator-key' || error.code === 'version-mismatch' ? error.code : 'handshake-refused';
    return new SiteError(code, error.message, {}, error);
  }
  if (error instanceof WireError) {
    return new SiteError(
      'handshake-refused',
      `what answers is no coordinator of this version (${error.message})`,
      {},
      error,
    );
  }
  return error instanceof Error ? error : new Error(String(error));
}
