import { beforeAll, describe, expect, it } from '@jest/globals';
import { ReceiveStream, SendStream } from './secret-stream.js';
import { Secret } from './secret.js';
import { sodium, sodiumReady } from './sodium.js';

beforeAll(sodiumReady);

const newKey = (): Secret => new Secret(sodium.crypto_secretstream_xchacha20poly1305_keygen());

/** libsodium's WebAssembly memory. */
function heap(): Uint8Array {
  return (sodium as unknown as { libsodium: { HEAPU8: Uint8Array } }).libsodium.HEAPU8;
}

/** Frames with a tag that no end of ours sends, from the raw stream. */
function rawFrame(key: Secret, plain: Uint8Array, tag: number): { header: Uint8Array; frame: Uint8Array } {
  const { state, header } = sodium.crypto_secretstream_xchacha20poly1305_init_push(key.reveal());
  return { header, frame: sodium.crypto_secretstream_xchacha20poly1305_push(state, plain, null, tag) };
}

describe('a stream', () => {
  it('opens what another libsodium sealed: its frames are the published format', () => {
    const key = newKey();
    const plain = Uint8Array.of(1, 2, 3);
    const { header, frame } = rawFrame(key, plain, sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
    expect(new ReceiveStream(key, header).open(frame)).toEqual({ message: plain, isEnd: false });
  });

  it('refuses the tags that no end of ours sends, and an end that carries something', () => {
    const {
      crypto_secretstream_xchacha20poly1305_TAG_PUSH: push,
      crypto_secretstream_xchacha20poly1305_TAG_REKEY: rekey,
    } = sodium;
    const cases: [number, number][] = [
      [push, 0],
      [rekey, 0],
      [sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL, 1],
    ];
    for (const [tag, length] of cases) {
      const key = newKey();
      const { header, frame } = rawFrame(key, new Uint8Array(length), tag);
      expect(new ReceiveStream(key, header).open(frame)).toBeNull();
    }
  });

  it('starts anew each time: two streams under one key share neither header nor frames', () => {
    const key = newKey();
    const [a, b] = [new SendStream(key), new SendStream(key)];
    expect(a.header).not.toEqual(b.header);
    expect(a.seal(new Uint8Array(8))).not.toEqual(b.seal(new Uint8Array(8)));
  });

  it('needs a header of 24 bytes', () => {
    for (const length of [0, 23, 25]) {
      expect(() => new ReceiveStream(newKey(), new Uint8Array(length))).toThrow(
        expect.objectContaining({ code: 'bad-frame' }),
      );
    }
  });

  it('does not follow its key when that is wiped', () => {
    const key = newKey();
    const sending = new SendStream(key);
    const receiving = new ReceiveStream(key, sending.header);
    key.wipe();
    expect(receiving.open(sending.seal(Uint8Array.of(9)))).toEqual({ message: Uint8Array.of(9), isEnd: false });
  });

  it('does nothing once it is wiped, and may be wiped again', () => {
    const key = newKey();
    const sending = new SendStream(key);
    const receiving = new ReceiveStream(key, sending.header);
    const frame = sending.seal(Uint8Array.of(9));
    for (const stream of [sending, receiving, sending, receiving]) stream.wipe();
    const refused = expect.objectContaining({ code: 'bad-frame' });
    expect(() => sending.seal(Uint8Array.of(9))).toThrow(refused);
    expect(() => sending.sealEnd()).toThrow(refused);
    expect(() => receiving.open(frame)).toThrow(refused);
  });

  it('gives its memory back when it is wiped: a coordinator may see any number of connections', () => {
    const key = newKey();
    // A state address is a pointer: memory that was given back is handed out again.
    const nextAddress = (): number =>
      sodium.crypto_secretstream_xchacha20poly1305_init_push(key.reveal()).state as unknown as number;
    const before = nextAddress();
    for (let i = 0; i < 1000; i++) {
      const sending = new SendStream(key);
      const receiving = new ReceiveStream(key, sending.header);
      sending.wipe();
      receiving.wipe();
    }
    expect(Math.abs(nextAddress() - before)).toBeLessThan(10 * 52);
  });

  it('leaves no key behind in the memory it gives back', () => {
    const key = newKey();
    const sending = new SendStream(key);
    // Another state of the same stream says what its own key is: the first 32 bytes, derived from key and header.
    const twin = sodium.crypto_secretstream_xchacha20poly1305_init_pull(
      sending.header,
      key.reveal(),
    ) as unknown as number;
    // The allocator writes its own marks over the first half.
    const streamKey = Buffer.from(heap().slice(twin + 16, twin + 32));
    heap().fill(0, twin, twin + 52);
    const isInHeap = (): boolean => Buffer.from(heap().buffer).includes(streamKey);
    expect(isInHeap()).toBe(true);
    sending.wipe();
    expect(isInHeap()).toBe(false);
  });
});
