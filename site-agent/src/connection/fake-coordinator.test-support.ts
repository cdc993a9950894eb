import { ServerHandshake, type Identity, type SealedSession } from '@mammofed/privacy';
import { Conversation, decodeClientFinish, decodeClientHello, encodeServerHello, type Message } from '@mammofed/wire';
import { codeOf } from '../errors.js';
import type { Transport } from './transport.js';

export interface FakeCoordinatorOptions {
  readonly identity: Identity;
  /** @returns the answer; null for none; 'break' to end the connection instead of answering. */
  readonly onMessage: (message: Message, siteKey: Uint8Array) => Message | null | 'break';
  /** Given: what a hello is answered with. */
  readonly helloAnswer?: unknown;
}

/** The coordinator's end of real handshakes and conversations, in this process. */
export class FakeCoordinator {
  readonly #options: FakeCoordinatorOptions;
  /** The newest conversation, to send something unasked. */
  conversation: Conversation | null = null;
  connectionCount = 0;
  #closeCurrent: (reason: string) => void = () => undefined;

  constructor(options: FakeCoordinatorOptions) {
    this.#options = options;
  }

  /** Ends the newest connection from this side. */
  breakConnection(): void {
    this.#closeCurrent('transport close');
  }

  readonly connect = (): Promise<Transport> => {
    this.connectionCount++;
    const handshake = new ServerHandshake({ identity: this.#options.identity });
    let onFrame: (frame: Uint8Array) => void = () => undefined;
    let onClosed: (reason: string) => void = () => undefined;
    let onHeard: () => void = () => undefined;
    let isOpen = true;
    let siteKey = new Uint8Array();
    const close = (reason: string): void => {
      if (!isOpen) return;
      isOpen = false;
      this.conversation?.close();
      onClosed(reason);
    };
    this.#closeCurrent = close;
    // As over a network: never in the same turn, and in order.
    const later = (deliver: () => void): void => void setImmediate(() => (isOpen ? deliver() : undefined));
    return Promise.resolve({
      kind: 'websocket',
      probe: () => Promise.resolve(),
      exchange: async (event, bytes) => {
        try {
          if (event === 'hello') {
            if (this.#options.helloAnswer !== undefined) return this.#options.helloAnswer;
            const hello = decodeClientHello(bytes);
            siteKey = Uint8Array.from(hello.identityKey);
            return encodeServerHello(handshake.respond(hello));
          }
          this.conversation = this.#converse(
            handshake.complete(decodeClientFinish(bytes)),
            (frame) =>
              later(() => {
                onHeard();
                onFrame(frame);
              }),
            siteKey,
            close,
          );
          return { ok: true };
        } catch (error) {
          return { refused: { code: codeOf(error), message: 'the handshake is not sound' } };
        }
      },
      sendFrame: (frame) => later(() => this.conversation?.receiveFrame(frame)),
      onFrame: (listener) => (onFrame = listener),
      onHeard: (listener) => (onHeard = listener),
      onClosed: (listener) => (onClosed = listener),
      // After what was sent before it, as socket.io does.
      close: () => later(() => close('io client disconnect')),
    });
  };

  #converse(
    sealed: SealedSession,
    sendFrame: (frame: Uint8Array) => void,
    siteKey: Uint8Array,
    close: (reason: string) => void,
  ): Conversation {
    return new Conversation({
      seal: (plain) => sealed.seal(plain),
      open: (frame) => sealed.open(frame),
      sendFrame,
      onMessage: (message, reply) => {
        const answer = this.#options.onMessage(message, siteKey);
        if (answer === 'break') close('transport close');
        else if (answer !== null) reply(answer);
      },
      onBroken: () => close('transport close'),
    });
  }
}
