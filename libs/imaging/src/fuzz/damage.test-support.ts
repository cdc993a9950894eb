import { uniformInt, type Rng } from '@mammofed/core';

/** One way to damage a file. */
export type Damage = (bytes: Buffer, rng: Rng) => Buffer;

/** @returns one of the values. */
export function pick<T>(rng: Rng, from: readonly T[]): T {
  return from[uniformInt(rng, from.length)];
}

/** @returns `bytes` with what lies from `at` to `end` replaced. */
export function spliced(bytes: Buffer, at: number, end: number, insert: Uint8Array = new Uint8Array(0)): Buffer {
  return Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(end)]);
}

/** Lengths that lie: too short, too long by one, undefined, negative if taken for signed, or beyond the file. */
export function lyingLength(rng: Rng, length: number): number {
  const lies = [0, 1, 2, length + 1, length + 2, length - 1, length * 2, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe];
  const lie = pick(rng, [...lies, 0xffffffff, uniformInt(rng, 1 << 20)]);
  return lie < 0 ? 0 : lie % 2 ** 32;
}

/** What fits every format: cut, with bits turned, noise, bytes put in, doubled or taken out. */
export const ANY_BYTES: readonly Damage[] = [
  (bytes, rng) => bytes.subarray(0, uniformInt(rng, bytes.length + 1)),
  (bytes, rng) => {
    const turned = Buffer.from(bytes);
    for (let left = 1 + uniformInt(rng, 8); left > 0 && turned.length > 0; left--) {
      turned[uniformInt(rng, turned.length)] ^= 1 << uniformInt(rng, 8);
    }
    return turned;
  },
  (bytes, rng) => {
    const at = uniformInt(rng, bytes.length + 1);
    const noise = Uint8Array.from({ length: 1 + uniformInt(rng, 64) }, () => uniformInt(rng, 256));
    return spliced(bytes, at, pick(rng, [at, Math.min(bytes.length, at + noise.length)]), noise);
  },
  (bytes, rng) => {
    const at = uniformInt(rng, bytes.length + 1);
    const end = Math.min(bytes.length, at + 1 + uniformInt(rng, 300));
    return spliced(bytes, at, at, bytes.subarray(at, end));
  },
  (bytes, rng) => {
    const at = uniformInt(rng, bytes.length + 1);
    return spliced(bytes, at, Math.min(bytes.length, at + 1 + uniformInt(rng, 64)));
  },
  (bytes, rng) => {
    const noisy = Buffer.from(bytes);
    const at = uniformInt(rng, bytes.length + 1);
    return noisy.fill(pick(rng, [0, 0xff, 0x20]), at, Math.min(bytes.length, at + 1 + uniformInt(rng, 64)));
  },
];

/** What tables and property lists are made of, and paths that lead out of a folder. */
const PIECES = [
  ',',
  ';',
  '"',
  '\n',
  '\r\n',
  '\0',
  '\\',
  "['Mass']",
  '1e309',
  '-1',
  'NaN',
  '999999999999',
  '0x10',
  '__proto__',
  '\u202e',
  '<',
  '</array>',
  '<dict>',
  '<key>Point_px</key>',
  '(1e9, -1e9)',
  '<!DOCTYPE plist [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
  '&a;',
] as const;

/** Damage to tables and property lists; `paths` are of what lies outside their folder. */
export function textDamage(paths: readonly string[]): readonly Damage[] {
  const insert: Damage = (bytes, rng) => {
    const at = uniformInt(rng, bytes.length + 1);
    return spliced(bytes, at, at, Buffer.from(pick(rng, PIECES)));
  };
  return [
    ...ANY_BYTES,
    insert,
    insert,
    // A field becomes a path that leads outside, a number, or very long.
    (bytes, rng) => {
      const fields = [...bytes.toString('latin1').matchAll(/[^,;\n<>]+/g)];
      if (fields.length === 0) return bytes;
      const field = pick(rng, fields);
      const value = pick(rng, [pick(rng, paths), pick(rng, PIECES), 'x'.repeat(uniformInt(rng, 70_000))]);
      return spliced(bytes, field.index, field.index + field[0].length, Buffer.from(value));
    },
    (bytes, rng) => {
      const lines = bytes.toString('latin1').split('\n');
      const line = pick(rng, lines);
      return Buffer.from([...lines, ...Array.from({ length: uniformInt(rng, 3000) }, () => line)].join('\n'), 'latin1');
    },
    (bytes, rng) => {
      const at = uniformInt(rng, bytes.length + 1);
      return spliced(
        bytes,
        at,
        at,
        Buffer.from(pick(rng, ['<array>', '<dict>', '"', '((']).repeat(uniformInt(rng, 60_000))),
      );
    },
  ];
}

/** @returns the file after one kind of damage, half of the time after up to three more: one alone leads furthest. */
export function damaged(bytes: Uint8Array, kinds: readonly Damage[], rng: Rng): Buffer {
  let result = Buffer.from(bytes);
  const more = uniformInt(rng, 2) * uniformInt(rng, 4);
  for (let left = 1 + more; left > 0; left--) result = Buffer.from(pick(rng, kinds)(result, rng));
  return result;
}
