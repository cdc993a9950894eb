import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeBase32, encodeBase32 } from './base32.js';

/** RFC 4648, section 10, without the padding. */
const RFC_4648_VECTORS = [
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
] as const;

describe('base 32', () => {
  it.each(RFC_4648_VECTORS)('writes %p as %p, and reads it back (RFC 4648, section 10)', (plain, text) => {
    const bytes = new TextEncoder().encode(plain);
    expect(encodeBase32(bytes)).toBe(text);
    expect(decodeBase32(text)).toEqual(bytes);
  });

  it('brings any bytes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(decodeBase32(encodeBase32(bytes))).toEqual(bytes);
      }),
    );
  });

  it('has one spelling for each value: whatever it reads, it would have written', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z2-7]{0,20}$/), (text) => {
        const bytes = decodeBase32(text);
        expect(bytes === null ? text : encodeBase32(bytes)).toBe(text);
      }),
    );
  });

  it.each(['my', 'M1', 'M0', 'M8', 'MY======', 'M Y', 'MÝ', 'M\n', 'M🙂'])(
    'refuses the foreign character in %p',
    (text) => {
      expect(decodeBase32(text)).toBeNull();
    },
  );

  it.each(['M', 'MZX', 'MZXW6Y'])('refuses %p, whose length no bytes have', (text) => {
    expect(decodeBase32(text)).toBeNull();
  });

  it.each(['MZ', 'MZXR'])('refuses %p, whose last character carries bits that no byte has', (text) => {
    expect(decodeBase32(text)).toBeNull();
  });
});
