import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fingerprint, generateIdentity } from './identity.js';
import { sodium, sodiumReady } from './sodium.js';

beforeAll(sodiumReady);

describe('an identity', () => {
  it('is an Ed25519 key pair that signs and is verified', () => {
    const { publicKey, secretKey } = generateIdentity();
    const message = new TextEncoder().encode('text');
    const signature = sodium.crypto_sign_detached(message, secretKey.reveal());
    expect([publicKey.length, secretKey.reveal().length]).toEqual([32, 64]);
    expect(sodium.crypto_sign_verify_detached(signature, message, publicKey)).toBe(true);
  });

  it('is new every time', () => {
    expect(generateIdentity().publicKey).not.toEqual(generateIdentity().publicKey);
  });

  it('does not print its secret key', () => {
    expect(JSON.stringify(generateIdentity().secretKey)).toBe('"[secret]"');
  });
});

describe('a fingerprint', () => {
  it('is the same for the same key, today and later', () => {
    expect(fingerprint(new Uint8Array(32))).toBe('MZUH-VLPY-MK6X-O3EP-YGFY');
    expect(fingerprint(Uint8Array.from({ length: 32 }, (_, i) => i))).toBe('MMG4-2KLG-YQZW-NEIS-KREL');
  });

  it('is the first 100 bits of SHA-256 of the key', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (publicKey) => {
        const spoken = fingerprint(publicKey);
        expect(spoken).toMatch(/^[A-Z2-7]{4}(-[A-Z2-7]{4}){4}$/);
        const bits = [...spoken.replaceAll('-', '')]
          .map((character) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(character).toString(2).padStart(5, '0'))
          .join('');
        const digest = createHash('sha256').update(publicKey).digest();
        const expected = [...digest].map((byte) => byte.toString(2).padStart(8, '0')).join('');
        expect(bits).toHaveLength(100);
        expect(bits).toBe(expected.slice(0, 100));
      }),
    );
  });

  it('differs when one bit of the key differs', () => {
    const { publicKey } = generateIdentity();
    for (let bit = 0; bit < 256; bit++) {
      const other = Uint8Array.from(publicKey);
      other[bit >> 3] = (other[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(fingerprint(other)).not.toBe(fingerprint(publicKey));
    }
  });
});
