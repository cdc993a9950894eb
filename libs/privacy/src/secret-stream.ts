import type { StateAddress } from 'libsodium-wrappers-sumo';
import { PrivacyError } from './errors.js';
import type { Secret } from './secret.js';
import { sodium } from './sodium.js';

/** sizeof(crypto_secretstream_xchacha20poly1305_state): key 32, nonce 12, padding 8. */
const STATE_BYTES = 52;

/**
 * The part of the emscripten module that the bindings use themselves but leave out of their types. A StateAddress is a
 * pointer into `HEAPU8`, and the bindings never free it: without this, every connection (before it has proved anything)
 * would cost memory for as long as the process lives, and a past session's keys would stay there to be read.
 */
const memory = (): { readonly HEAPU8: Uint8Array; _free(address: number): void } =>
  (sodium as unknown as { readonly libsodium: ReturnType<typeof memory> }).libsodium;

function release(state: StateAddress): void {
  const address = state as unknown as number;
  const { HEAPU8 } = memory();
  HEAPU8.fill(0, address, address + STATE_BYTES);
  memory()._free(address);
}

/** For streams that nobody ends: an abandoned handshake, a socket that is lost. */
const abandoned = new FinalizationRegistry<StateAddress>(release);

/** Owns the state of one stream. */
class StreamState {
  #state: StateAddress | null;

  constructor(state: StateAddress) {
    this.#state = state;
    abandoned.register(this, state, this);
  }

  /** @throws PrivacyError `bad-frame` once it was wiped: its memory is no longer ours. */
  get address(): StateAddress {
    if (this.#state === null) {
      throw new PrivacyError('bad-frame', 'the session has ended: the connection has to be opened anew');
    }
    return this.#state;
  }

  wipe(): void {
    if (this.#state === null) return;
    abandoned.unregister(this);
    release(this.#state);
    this.#state = null;
  }
}

/**
 * What one end sends: XChaCha20-Poly1305 secretstream, which binds every frame to its place in the stream.
 * @see https://doc.libsodium.org/secret-key_cryptography/secretstream
 */
export class SendStream {
  /** 24 bytes, public, random: the other end starts its {@link ReceiveStream} with it. */
  readonly header: Uint8Array;
  readonly #state: StreamState;

  /** @param key - 32 bytes; may be wiped afterwards. */
  constructor(key: Secret) {
    const { state, header } = sodium.crypto_secretstream_xchacha20poly1305_init_push(key.reveal());
    this.header = header;
    this.#state = new StreamState(state);
  }

  seal(plain: Uint8Array): Uint8Array {
    return this.#push(plain, sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
  }

  /** The frame that says that no other follows. */
  sealEnd(): Uint8Array {
    return this.#push(new Uint8Array(0), sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL);
  }

  wipe(): void {
    this.#state.wipe();
  }

  #push(plain: Uint8Array, tag: number): Uint8Array {
    return sodium.crypto_secretstream_xchacha20poly1305_push(this.#state.address, plain, null, tag);
  }
}

/** What one end receives. */
export class ReceiveStream {
  readonly #state: StreamState;

  /**
   * @param key - 32 bytes; may be wiped afterwards.
   * @throws PrivacyError `bad-frame` if the header has a wrong length. An altered one shows at the first frame: it is part
   * of what every key of the stream derives from.
   */
  constructor(key: Secret, header: Uint8Array) {
    if (header.length !== sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES) {
      throw new PrivacyError('bad-frame', 'the stream header has a wrong length: the connection is closed');
    }
    this.#state = new StreamState(sodium.crypto_secretstream_xchacha20poly1305_init_pull(header, key.reveal()));
  }

  /** @returns null if the frame is not the next one, whole and unaltered, of a message or of the end. */
  open(frame: Uint8Array): { readonly message: Uint8Array; readonly isEnd: boolean } | null {
    if (frame.length < sodium.crypto_secretstream_xchacha20poly1305_ABYTES) return null;
    const opened = sodium.crypto_secretstream_xchacha20poly1305_pull(this.#state.address, frame, null);
    if (opened === false) return null;
    const { message, tag } = opened;
    const isEnd = tag === sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    // No end of ours sends the other tags (PUSH, REKEY), and the end carries nothing.
    if (!isEnd && tag !== sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE) return null;
    return isEnd && message.length > 0 ? null : { message, isEnd };
  }

  wipe(): void {
    this.#state.wipe();
  }
}
