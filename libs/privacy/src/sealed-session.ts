import { PrivacyError } from './errors.js';
import type { Secret } from './secret.js';
import { sodium } from './sodium.js';

type StreamState = ReturnType<typeof sodium.crypto_secretstream_xchacha20poly1305_init_pull>;

/** One end of an authenticated connection: seals what leaves it and opens what arrives, in order. */
export class SealedSession {
  /** The other end's Ed25519 identity key, proved in the handshake. */
  readonly peerKey: Uint8Array;
  readonly #push: StreamState;
  readonly #pull: StreamState;
  #isEnded = false;

  constructor(peerKey: Uint8Array, push: StreamState, receiveKey: Secret, peerStreamHeader: Uint8Array) {
    this.peerKey = peerKey;
    this.#push = push;
    if (peerStreamHeader.length !== sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES) {
      throw new PrivacyError('bad-frame', 'the stream header has a wrong length: the connection is closed');
    }
    this.#pull = sodium.crypto_secretstream_xchacha20poly1305_init_pull(peerStreamHeader, receiveKey.reveal());
  }

  /** True once either end ended the session or a frame was refused. Nothing can be sealed or opened then. */
  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** @throws PrivacyError `bad-frame` if the session has ended. */
  seal(plain: Uint8Array): Uint8Array {
    this.#assertOpen();
    return sodium.crypto_secretstream_xchacha20poly1305_push(this.#push, plain, null, sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
  }

  /** A last frame that tells the other end that nothing was cut off. The session is over afterwards. */
  end(): Uint8Array {
    this.#assertOpen();
    this.#isEnded = true;
    return sodium.crypto_secretstream_xchacha20poly1305_push(this.#push, new Uint8Array(0), null, sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL);
  }

  /**
   * Opens the next frame. After {@link end} of the other side it gives an empty message and `isEnded` is true.
   * @throws PrivacyError `bad-frame` if the frame was altered, left out, repeated, reordered or cut. The session is dead then.
   */
  open(frame: Uint8Array): Uint8Array {
    this.#assertOpen();
    const opened = frame.length < sodium.crypto_secretstream_xchacha20poly1305_ABYTES ? false : pull(this.#pull, frame);
    if (opened === false) {
      this.#isEnded = true;
      throw new PrivacyError('bad-frame', 'a frame was altered, repeated, lost or came out of order: the connection is closed and has to be opened anew');
    }
    if (opened.tag === sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL) this.#isEnded = true;
    return opened.message;
  }

  #assertOpen(): void {
    if (this.#isEnded) throw new PrivacyError('bad-frame', 'the session has ended: the connection has to be opened anew');
  }
}

function pull(state: StreamState, frame: Uint8Array): { message: Uint8Array; tag: number } | false {
  // The bindings' types leave out that a frame that fails its check gives false.
  return sodium.crypto_secretstream_xchacha20poly1305_pull(state, frame, null) as { message: Uint8Array; tag: number } | false;
}
