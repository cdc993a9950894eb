import { beforeAll, describe, expect, it } from '@jest/globals';
import { openKey, sealKey, type KeyBox } from './key-box.js';
import { Secret } from './secret.js';
import { sodium, sodiumReady } from './sodium.js';

beforeAll(sodiumReady);

const passphrase = (text: string): Secret => new Secret(new TextEncoder().encode(text));

/** A passphrase of a test is not worth more. */
const CHEAP = { passes: 1, memoryBytes: 8 * 1024 ** 2 };

describe('a key under a passphrase', () => {
  const KEY = Uint8Array.from({ length: 64 }, (_, i) => i);
  let box: KeyBox;
  beforeAll(() => {
    box = sealKey(new Secret(KEY.slice()), passphrase('correct horse'), CHEAP);
  });

  it('is had back with the passphrase', () => {
    expect(openKey(box, passphrase('correct horse')).reveal()).toEqual(KEY);
    expect(Buffer.from(box.box).includes(Buffer.from(KEY.slice(0, 32)))).toBe(false);
  });

  it('costs whoever guesses 256 MiB, unless somebody says otherwise', () => {
    expect(sealKey(new Secret(KEY.slice()), passphrase('x'))).toMatchObject({ passes: 3, memoryBytes: 268_435_456 });
  }, 60_000);

  it('is Argon2id and a secretbox, as libsodium has them', () => {
    const key = sodium.crypto_pwhash(
      32,
      'correct horse',
      box.salt,
      CHEAP.passes,
      CHEAP.memoryBytes,
      sodium.crypto_pwhash_ALG_ARGON2ID13,
    );
    expect(sodium.crypto_secretbox_open_easy(box.box, box.nonce, key)).toEqual(KEY);
  });

  it.each<[string, string, (whole: KeyBox) => KeyBox]>([
    ['another passphrase', 'correct horsf', (whole) => whole],
    ['a changed box', 'correct horse', (whole) => ({ ...whole, box: whole.box.map((b, i) => (i === 9 ? b ^ 1 : b)) })],
    ['a changed salt', 'correct horse', (whole) => ({ ...whole, salt: new Uint8Array(16) })],
    ['a cut nonce', 'correct horse', (whole) => ({ ...whole, nonce: new Uint8Array(3) })],
    ['more memory than any key asks for', 'correct horse', (whole) => ({ ...whole, memoryBytes: 2 ** 40 })],
  ])(
    'is refused with %s',
    (_what, text, change) => {
      expect(() => openKey(change(box), passphrase(text))).toThrow(
        expect.objectContaining({ code: 'wrong-passphrase' }),
      );
    },
    60_000,
  );
});
