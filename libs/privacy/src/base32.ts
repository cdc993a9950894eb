/** RFC 4648 alphabet: no 0, 1, 8 or 9, which are misread as O, I, B or g. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base 32 (RFC 4648, section 6) without padding. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = '';
  let buffer = 0;
  let bitCount = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bitCount += 8;
    while (bitCount >= 5) {
      bitCount -= 5;
      text += ALPHABET[(buffer >>> bitCount) & 31];
    }
    buffer &= (1 << bitCount) - 1;
  }
  if (bitCount > 0) text += ALPHABET[(buffer << (5 - bitCount)) & 31];
  return text;
}

/** @returns the bytes, or null if a character is foreign or the last one carries bits that no byte needs. */
export function decodeBase32(text: string): Uint8Array | null {
  const bytes: number[] = [];
  let buffer = 0;
  let bitCount = 0;
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return null;
    buffer = (buffer << 5) | value;
    bitCount += 5;
    if (bitCount >= 8) {
      bitCount -= 8;
      bytes.push((buffer >>> bitCount) & 255);
    }
    buffer &= (1 << bitCount) - 1;
  }
  return bitCount >= 5 || buffer !== 0 ? null : Uint8Array.from(bytes);
}
