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

/** A graph and what is to be known about it, which must be plain JSON. */
interface Graph {
  /** An ONNX file. */
  readonly bytes: Uint8Array;
}

/**
 * Gives a compiled graph: from the cache if it is there and whole, or else compiled, and kept.
 * @param cache - none: it is compiled.
 * @param decides - everything that decides the graph beside the code: plain JSON.
 * @param compile - gives equal graphs for equal `decides`.
 * @throws what `compile` throws.
 */
export async function cachedGraph<Compiled extends Graph>(
  cache: GraphCache | undefined,
  decides: object,
  compile: () => Compiled,
): Promise<Compiled> {
  if (cache === undefined) return compile();
  const key = keyOf({
    decides,
    compiler: cache.compiler,
    versions: { ...ENGINE_VERSIONS, layers: tfLayers.version_layers },
  });
  const entry = await cache.get(key);
  const kept = entry === undefined ? undefined : decoded(entry, key);
  // The key says what it is, and the hash that it is what was put there.
  if (kept !== undefined) return kept as Compiled;
  const graph = compile();
  await cache.put(key, encoded(graph, key));
  return graph;
}

function keyOf(value: object): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

const DIGEST_BYTES = 32;
const LENGTH_BYTES = 4;

/**
 * An entry: SHA-256 of the key's digits and of all that follows, length of the description (4 bytes, little-endian), the
 * description as JSON, the ONNX file. The key is hashed with it, so that an entry under another one's name is no entry.
 */
function encoded({ bytes, ...description }: Graph, key: string): Uint8Array {
  const json = Buffer.from(JSON.stringify(description));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(json.length);
  const content = Buffer.concat([length, json, bytes]);
  return Buffer.concat([digestOf(key, content), content]);
}

/** Undefined if it is not whole. */
function decoded(entry: Uint8Array, key: string): Graph | undefined {
  const whole = Buffer.from(entry.buffer, entry.byteOffset, entry.byteLength);
  const content = whole.subarray(DIGEST_BYTES);
  if (content.length < LENGTH_BYTES || !digestOf(key, content).equals(whole.subarray(0, DIGEST_BYTES)))
    return undefined;
  const end = LENGTH_BYTES + content.readUInt32LE(0);
  const description = JSON.parse(content.toString('utf8', LENGTH_BYTES, end)) as object;
  return { ...description, bytes: content.subarray(end) };
}

function digestOf(key: string, content: Uint8Array): Buffer {
  return createHash('sha256').update(key).update(content).digest();
}
