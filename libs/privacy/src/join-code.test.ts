import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { encodeBase32 } from './base32.js';
import { PrivacyError } from './errors.js';
import { decodeJoinCode, encodeJoinCode, type JoinCode } from './join-code.js';
import { sodiumReady } from './sodium.js';

beforeAll(sodiumReady);

const CODE: JoinCode = {
  url: 'https://federation.example.org:8440',
  coordinatorKey: Uint8Array.from({ length: 32 }, (_, i) => i),
  rootKey: Uint8Array.from({ length: 32 }, (_, i) => 100 + i),
  joinSecret: Uint8Array.from({ length: 16 }, (_, i) => 200 + i),
};
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'taken';
  } catch (error) {
    return error instanceof PrivacyError ? error.code : String(error);
  }
}

/** A code with a right checksum around any URL bytes: what only somebody who writes codes himself can make. */
function crafted(url: Uint8Array): string {
  const body = Buffer.concat([CODE.coordinatorKey, CODE.rootKey, CODE.joinSecret, url]);
  return `MF2-${encodeBase32(Buffer.concat([body, createHash('sha256').update(body).digest().subarray(0, 4)]))}`;
}

describe('a join code', () => {
  it('brings address, keys and secret unchanged', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ validSchemes: ['http', 'https'], withQueryParameters: true }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        (url, coordinatorKey, rootKey, joinSecret) => {
          const code = { url, coordinatorKey, rootKey, joinSecret };
          expect(decodeJoinCode(encodeJoinCode(code))).toEqual(code);
        },
      ),
    );
  });

  it('may be pasted with spaces and line ends around it', () => {
    expect(decodeJoinCode(`\r\n  ${encodeJoinCode(CODE)}\t \n`)).toEqual(CODE);
  });

  it('is one word that a shell takes as it is', () => {
    expect(encodeJoinCode(CODE)).toMatch(/^MF2-[A-Z2-7]+$/);
  });

  it('shows every mistake in a single character', () => {
    const code = encodeJoinCode(CODE);
    const unnoticed: string[] = [];
    for (let at = 0; at < code.length; at++) {
      for (const character of `${ALPHABET}0189a-`) {
        const wrong = code.slice(0, at) + character + code.slice(at + 1);
        if (wrong !== code && codeOf(() => decodeJoinCode(wrong)) !== 'bad-join-code') unnoticed.push(wrong);
      }
    }
    expect(unnoticed).toEqual([]);
  });

  it('shows every cut, at its end and at its beginning', () => {
    const code = encodeJoinCode(CODE);
    for (let length = 0; length < code.length; length++) {
      expect(codeOf(() => decodeJoinCode(code.slice(0, length)))).toBe('bad-join-code');
      expect(codeOf(() => decodeJoinCode(code.slice(code.length - length)))).toBe('bad-join-code');
    }
  });

  it('shows a doubled or left out character and two swapped ones', () => {
    const code = encodeJoinCode(CODE);
    for (let at = 0; at + 1 < code.length; at++) {
      const [first, second] = [code[at] as string, code[at + 1] as string];
      const mistakes = [
        code.slice(0, at) + code.slice(at + 1),
        code.slice(0, at) + first + code.slice(at),
        code.slice(0, at) + second + first + code.slice(at + 2),
      ];
      for (const wrong of mistakes) {
        if (wrong !== code) expect(codeOf(() => decodeJoinCode(wrong))).toBe('bad-join-code');
      }
    }
  });

  it.each([
    ['lower case', (code: string) => code.toLowerCase()],
    ['a space inside', (code: string) => `${code.slice(0, 20)} ${code.slice(20)}`],
    ['a dash inside', (code: string) => `${code.slice(0, 20)}-${code.slice(20)}`],
    ['padding', (code: string) => `${code}=`],
    ['a letter of another script', (code: string) => `${code.slice(0, 20)}А${code.slice(21)}`],
    ['the beginning of codes without a root', (code: string) => code.replace('MF2-', 'MF1-')],
    ['two codes', (code: string) => code + code],
    ['nothing', () => ''],
  ])('is refused with %s', (_what, change) => {
    expect(codeOf(() => decodeJoinCode(change(encodeJoinCode(CODE))))).toBe('bad-join-code');
  });

  it.each([
    ['no address', ''],
    ['text', 'coordinator'],
    ['a file', 'file:///etc/passwd'],
    ['a script', 'javascript:alert(1)'],
    ['a host without a scheme', 'example.org:8440'],
    ['a line end that URL parsers drop', 'https://exa\nmple.org'],
    ['a sequence that a terminal would obey', 'https://example.org/\u001b[2J'],
    ['spaces around', ' https://example.org '],
    ['letters that look like others', 'https://ехample.org'],
  ])('is neither written nor read with %s for an address', (_what, url) => {
    expect(codeOf(() => encodeJoinCode({ ...CODE, url }))).toBe('bad-join-code');
    expect(codeOf(() => decodeJoinCode(crafted(new TextEncoder().encode(url))))).toBe('bad-join-code');
  });

  it('is refused with an address that is not UTF-8', () => {
    const url = Uint8Array.of(...new TextEncoder().encode('https://a'), 0xff);
    expect(codeOf(() => decodeJoinCode(crafted(url)))).toBe('bad-join-code');
  });

  it('is not made with a key or secret of a wrong length: everything behind it would move', () => {
    expect(codeOf(() => encodeJoinCode({ ...CODE, coordinatorKey: new Uint8Array(31) }))).toBe('bad-join-code');
    expect(codeOf(() => encodeJoinCode({ ...CODE, rootKey: new Uint8Array(33) }))).toBe('bad-join-code');
    expect(codeOf(() => encodeJoinCode({ ...CODE, joinSecret: new Uint8Array(17) }))).toBe('bad-join-code');
  });
});
