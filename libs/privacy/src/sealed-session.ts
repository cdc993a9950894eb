import { PrivacyError } from './errors.js';
import type { ReceiveStream, SendStream } from './secret-stream.js';

/** A version of the protocol. Equal majors understand each other; the smaller minor is spoken. */
export interface ProtocolVersion {
  readonly major: number;
  readonly minor: number;
}

/** One end of an authenticated connection: seals what leaves it and opens what arrives, in order. */
export class SealedSession {
  /** The other end's Ed25519 identity key, proved in the handshake. */
  readonly peerKey: Uint8Array;
  /** What both ends agreed to speak. */
  readonly version: ProtocolVersion;
  readonly #sending: SendStream;
  readonly #receiving: ReceiveStream;
  #isEnded = false;

  /** Takes both streams over. */
  constructor(parts: {
    readonly peerKey: Uint8Array;
    readonly version: ProtocolVersion;
    readonly sending: SendStream;
    readonly receiving: ReceiveStream;
  }) {
    this.peerKey = parts.peerKey;
    this.version = parts.version;
    this.#sending = parts.sending;
    this.#receiving = parts.receiving;
  }

  /** True once either end ended the session or a frame was refused. Nothing can be sealed or opened then. */
  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** @throws PrivacyError `bad-frame` if the session has ended. */
  seal(plain: Uint8Array): Uint8Array {
    this.#assertOpen();
    return this.#sending.seal(plain);
  }

  /**
   * A last frame that tells the other end that nothing was cut off. The session is over afterwards.
   * @throws PrivacyError `bad-frame` if it was over before.
   */
  end(): Uint8Array {
    this.#assertOpen();
    const frame = this.#sending.sealEnd();
    this.close();
    return frame;
  }

  /**
   * Opens the next frame. After {@link end} of the other side it gives an empty message and `isEnded` is true.
   * @throws PrivacyError `bad-frame` if the frame was altered, left out, repeated, reordered or cut. The session is dead then.
   */
  open(frame: Uint8Array): Uint8Array {
    this.#assertOpen();
    const opened = this.#receiving.open(frame);
    if (opened === null || opened.isEnd) this.close();
    if (opened === null) {
      throw new PrivacyError(
        'bad-frame',
        'a frame was altered, repeated, lost or came out of order: the connection is closed and has to be opened anew',
      );
    }
    return opened.message;
  }

  /** Ends the session without a word, as when the socket is gone, and forgets its keys. May be called again. */
  close(): void {
    this.#isEnded = true;
    this.#sending.wipe();
    this.#receiving.wipe();
  }

  #assertOpen(): void {
    if (this.#isEnded) {
      throw new PrivacyError('bad-frame', 'the session has ended: the connection has to be opened anew');
    }
  }
}
