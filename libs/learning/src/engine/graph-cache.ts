import { createHash } from 'node:crypto';
import { canonicalJson } from '@mammofed/core';
import { tfLayers } from '../tfjs.js';
import { ENGINE_VERSIONS } from './graph-session.js';

/**
 * Keeps compiled graphs for the next start. It may lose entries and damage them: what it gives back is checked. Neither
 * function throws; what cannot be kept is compiled again.
 */
export interface GraphCache {
  /** Says which code compiles, to the byte: a graph of other code is never asked for. */
  readonly compiler: string;
  /** @param key - 64 hexadecimal digits. @returns what was put under it, or undefined. */
  get(key: string): Promise<Uint8Array | undefined>;
  put(key: string, entry: Uint8Array): Promise<void>;
}

/**
 * Gives what was compiled: from the cache if it is there and whole, or else compiled, and kept.
 * @param cache - none: it is compiled.
 * @param decides - everything that decides the graphs beside the code: plain JSON.
 * @param compile - gives equal results for equal `decides`: plain JSON but for arrays of bytes (the graphs).
 * @throws what `compile` throws.
 */
export async function cachedGraph<Compiled extends object>(
  cache: GraphCache | undefined,
  decides: object,
  compile: () => Compiled,
): Promise<Compiled> {
  if (cache === undefined) return compile();
  const versions = { ...ENGINE_VERSIONS, layers: tfLayers.version_layers };
  const key = keyOf({ decides, compiler: cache.compiler, versions });
  const entry = await cache.get(key);
  const kept = entry === undefined ? undefined : decoded(entry, key);
  // The key says what it is, and the hash that it is what was put there.
  if (kept !== undefined) return kept as Compiled;
  const compiled = compile();
  await cache.put(key, encoded(compiled, key));
  return compiled;
}

function keyOf(value: object): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

const DIGEST_BYTES = 32;
const LENGTH_BYTES = 4;

/** Stands in the JSON for the next array of bytes, by its length. */
const BYTES = '$bytes';

/**
 * An entry: SHA-256 of the key's digits and of all that follows, length of the JSON (4 bytes, little-endian), the JSON, the
 * arrays of bytes in its order. The key is hashed with it, so that an entry under another one's name is no entry.
 */
function encoded(compiled: object, key: string): Uint8Array {
  const arrays: Uint8Array[] = [];
  const json = Buffer.from(JSON.stringify(withoutBytes(compiled, arrays)));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(json.length);
  const content = Buffer.concat([length, json, ...arrays]);
  return Buffer.concat([digestOf(key, content), content]);
}

/** Undefined if it is not whole. */
function decoded(entry: Uint8Array, key: string): unknown {
  const whole = Buffer.from(entry.buffer, entry.byteOffset, entry.byteLength);
  const content = whole.subarray(DIGEST_BYTES);
  if (content.length < LENGTH_BYTES || !digestOf(key, content).equals(whole.subarray(0, DIGEST_BYTES)))
    return undefined;
  let at = LENGTH_BYTES + content.readUInt32LE(0);
  return JSON.parse(content.toString('utf8', LENGTH_BYTES, at), (_, value: unknown) => {
    const length = (value as { readonly [BYTES]?: number } | null)?.[BYTES];
    return length === undefined ? value : content.subarray(at, (at += length));
  });
}

function withoutBytes(value: unknown, arrays: Uint8Array[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) {
    arrays.push(value);
    return { [BYTES]: value.length };
  }
  if (Array.isArray(value)) return value.map((item) => withoutBytes(item, arrays));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withoutBytes(item, arrays)]));
}

function digestOf(key: string, content: Uint8Array): Buffer {
  return createHash('sha256').update(key).update(content).digest();
}
