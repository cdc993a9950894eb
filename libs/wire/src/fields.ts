import { sha256Hex, type Sha256Hex } from '@mammofed/core';
import { WireError } from './errors.js';
import { MAX_NAME_CHARACTERS, MAX_PROSE_CHARACTERS } from './limits.js';

/**
 * The rule of one field. Both directions check it, so that a mistake of ours shows here and not as a broken session at
 * the other end. `path` names the field in errors; the value itself is never repeated there.
 * @throws WireError `malformed`.
 */
export interface Field<T> {
  encode(this: void, value: T, path: string): unknown;
  decode(this: void, raw: unknown, path: string): T;
}

/** A rule for every property of T. */
export type Fields<T> = { readonly [Name in keyof T]-?: Field<T[Name]> };

function malformed(path: string, why: string): WireError {
  return new WireError('malformed', `a message is malformed: ${path} ${why}`, { field: path });
}

/** A field that has the same form on both sides of the border. */
function checked<T>(check: (value: unknown, path: string) => T): Field<T> {
  return { encode: check, decode: check };
}

/** C0 and C1 control characters and lone surrogates: none belongs in a name, and a terminal would obey some of them. */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f]|\p{Surrogate}/u;
const UNPRINTABLE_EVERYWHERE = new RegExp(UNPRINTABLE, 'gu');

/** Text of 1 to `maxCharacters` UTF-16 code units on one line. */
export function text(maxCharacters: number): Field<string> {
  return checked((value, path) => {
    if (typeof value !== 'string' || value === '') throw malformed(path, 'is missing');
    if (value.length > maxCharacters) throw malformed(path, `is longer than ${maxCharacters} characters`);
    if (UNPRINTABLE.test(value)) throw malformed(path, 'holds a character that cannot be printed');
    return value;
  });
}

/** As {@link text}, or empty. */
export function textOrNothing(maxCharacters: number): Field<string> {
  const some = text(maxCharacters);
  return checked((value, path) => (value === '' ? '' : some.decode(value, path)));
}

const PROSE = text(MAX_PROSE_CHARACTERS);
const NO_PROSE = 'no further details';

/**
 * Words for a person. They come from wherever something failed, so that encoding makes them fit (control characters
 * become spaces, too long is cut): a failure must not go unreported because its words were unruly.
 */
export const prose: Field<string> = {
  encode: (value) => {
    const clean = value.slice(0, MAX_PROSE_CHARACTERS).replace(UNPRINTABLE_EVERYWHERE, ' ').trim();
    return clean === '' ? NO_PROSE : clean;
  },
  decode: PROSE.decode,
};

const NAME = new RegExp(`^[A-Za-z0-9][A-Za-z0-9._-]{0,${MAX_NAME_CHARACTERS - 1}}$`);

/** An id, name or code. Receivers name folders after some of them, so nothing like `../x` may pass. */
export function name<T extends string = string>(): Field<T> {
  return checked((value, path) => {
    if (typeof value !== 'string' || !NAME.test(value)) {
      throw malformed(path, `must be 1 to ${MAX_NAME_CHARACTERS} letters, digits, dots, dashes or underscores`);
    }
    return value as T;
  });
}

export function oneOf<T extends string>(values: readonly T[]): Field<T> {
  return checked((value, path) => {
    const known = values.find((candidate) => candidate === value);
    if (known === undefined) throw malformed(path, `is none of ${values.join(', ')}`);
    return known;
  });
}

/** One of a few whole numbers. */
export function oneOfNumbers<T extends number>(values: readonly T[]): Field<T> {
  return checked((value, path) => {
    const known = values.find((candidate) => candidate === value);
    if (known === undefined) throw malformed(path, `is none of ${values.join(', ')}`);
    return known;
  });
}

/** A whole number from `min` to `max`, at most 2^53 − 1. Decoding takes the Long that protobufjs makes of a uint64. */
export function integer(min: number, max: number): Field<number> {
  return checked((value, path) => {
    // Above 2^53 toNumber rounds, but never down to a safe integer.
    const number = isLong(value) ? value.toNumber() : value;
    if (!Number.isSafeInteger(number) || (number as number) < min || (number as number) > max) {
      throw malformed(path, `must be a whole number from ${min} to ${max}`);
    }
    return number as number;
  });
}

function isLong(value: unknown): value is { toNumber(): number } {
  return typeof value === 'object' && value !== null && 'toNumber' in value && typeof value.toNumber === 'function';
}

export const finite: Field<number> = checked((value, path) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw malformed(path, 'must be a finite number');
  return value;
});

/** A float32 above 0. Not rounded in silence: both ends must compute with the same bits. */
export const positiveFloat32: Field<number> = checked((value, path) => {
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0 || Math.fround(value) !== value) {
    throw malformed(path, 'must be a float32 above 0');
  }
  return value;
});

export const boolean: Field<boolean> = checked((value, path) => {
  if (typeof value !== 'boolean') throw malformed(path, 'must be true or false');
  return value;
});

/**
 * Exactly `length` bytes. Decoded as a copy: keys and hashes outlive the frame that brought them.
 */
export function fixedBytes(length: number): Field<Uint8Array> {
  const check = (value: unknown, path: string): Uint8Array => {
    if (!(value instanceof Uint8Array) || value.length !== length) throw malformed(path, `must have ${length} bytes`);
    return value;
  };
  return { encode: check, decode: (raw, path) => Uint8Array.from(check(raw, path)) };
}

/** 1 to `maxBytes` bytes. Decoded without a copy: a view of the buffer that was decoded. */
export function bytes(maxBytes: number): Field<Uint8Array> {
  return checked((value, path) => {
    if (!(value instanceof Uint8Array) || value.length === 0) throw malformed(path, 'is missing');
    if (value.length > maxBytes) throw malformed(path, `has more than ${maxBytes} bytes`);
    return value;
  });
}

const HASH_BYTES = fixedBytes(32);

/** A SHA-256: 32 bytes on the wire, 64 hexadecimal digits here. */
export const hash: Field<Sha256Hex> = {
  encode: (value, path) => HASH_BYTES.encode(Buffer.from(value, 'hex'), path),
  decode: (raw, path) => sha256Hex(Buffer.from(HASH_BYTES.decode(raw, path)).toString('hex')),
};

/** Exactly `length` bytes; lower-case hexadecimal digits here. */
export function hex(length: number): Field<string> {
  const raw = fixedBytes(length);
  return {
    encode: (value, path) => {
      if (!/^[0-9a-f]*$/.test(value)) throw malformed(path, 'must be hexadecimal digits');
      return raw.encode(new Uint8Array(Buffer.from(value, 'hex')), path);
    },
    decode: (value, path) => Buffer.from(raw.decode(value, path)).toString('hex'),
  };
}

/** An absent field is null. */
export function optional<T>(field: Field<T>): Field<T | null> {
  return {
    encode: (value, path) => (value === null ? null : field.encode(value, path)),
    decode: (raw, path) => (raw === null || raw === undefined ? null : field.decode(raw, path)),
  };
}

export function list<T>(field: Field<T>, maxLength: number): Field<readonly T[]> {
  const check = (value: unknown, path: string): readonly unknown[] => {
    if (!Array.isArray(value)) throw malformed(path, 'must be a list');
    if (value.length > maxLength) throw malformed(path, `has more than ${maxLength} entries`);
    return value;
  };
  return {
    encode: (value, path) => check(value, path).map((entry, i) => field.encode(entry as T, `${path}[${i}]`)),
    decode: (raw, path) => check(raw, path).map((entry, i) => field.decode(entry, `${path}[${i}]`)),
  };
}

/**
 * A list in the order of the sites that its entries are about, each site once.
 * @param siteOf - an entry's site, a {@link name}: names are ASCII, so that their order is that of their bytes.
 */
export function listBySite<T>(field: Field<T>, maxLength: number, siteOf: (entry: T) => string): Field<readonly T[]> {
  const some = list(field, maxLength);
  const checkOrder = (entries: readonly T[], path: string): void => {
    const sites = entries.map(siteOf);
    if (sites.every((site, i) => i === 0 || (sites[i - 1] as string) < site)) return;
    throw malformed(path, 'is not in the order of its sites, each once');
  };
  return {
    encode: (value, path) => {
      const encoded = some.encode(value, path);
      checkOrder(value, path);
      return encoded;
    },
    decode: (raw, path) => {
      const value = some.decode(raw, path);
      checkOrder(value, path);
      return value;
    },
  };
}

/** As {@link bytes}, decoded as a copy. */
export function ownBytes(maxBytes: number): Field<Uint8Array> {
  const view = bytes(maxBytes);
  return { encode: view.encode, decode: (raw, path) => Uint8Array.from(view.decode(raw, path)) };
}

/** A message: its fields and no others get through, whatever else the object or the bytes hold. */
export function struct<T extends object>(fields: Fields<T>): Field<T> {
  const names = Object.keys(fields) as (keyof T & string)[];
  const check = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) throw malformed(path, 'is missing');
  };
  return {
    encode: (value, path) => {
      check(value, path);
      return Object.fromEntries(names.map((key) => [key, fields[key].encode(value[key], `${path}.${key}`)]));
    },
    decode: (raw, path) => {
      check(raw, path);
      const source = raw as Record<string, unknown>;
      return Object.fromEntries(names.map((key) => [key, fields[key].decode(source[key], `${path}.${key}`)])) as T;
    },
  };
}
