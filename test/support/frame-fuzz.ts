import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import protobuf from 'protobufjs';
import { uniformInt, type Rng } from '@mammofed/core';

const SCHEMA = readFileSync(join(import.meta.dirname, '..', '..', 'proto', 'mammofed.proto'), 'utf8');
const ENVELOPE = protobuf.parse(SCHEMA).root.resolveAll().lookupType('mammofed.v1.Envelope');
const BODIES = ENVELOPE.oneofs['body']?.oneof ?? [];
/** No message of the schema is nested as deeply. */
const DEEPEST = 6;
/** Lengths at which fields of keys, hashes, secrets and signatures are right, or wrong by one. */
const LENGTHS = [0, 1, 15, 16, 17, 31, 32, 33, 63, 64, 65, 255, 4096] as const;
const WORDS = [
  '',
  'secure',
  'sealed',
  'training',
  '../..',
  '/etc/passwd',
  '{}',
  '[',
  '\u0000',
  '\u202e',
  '💥',
  '__proto__',
  'constructor',
];

/** Envelopes as the schema describes them, with contents that nobody sends, and then damaged. */
export class FrameFuzz {
  readonly #rng: Rng;
  readonly #known: readonly string[];

  /** @param known - texts that mean something to the other end (ids of runs and sites), to get past its first checks. */
  constructor(rng: Rng, known: readonly string[] = []) {
    this.#rng = rng;
    this.#known = known;
  }

  /** @param id - of the envelope, which is right: what comes after a wrong one is not looked at. */
  next(id: number, replyTo = 0): Uint8Array {
    const body = this.#pick(BODIES);
    const field = ENVELOPE.fields[body] as protobuf.Field;
    const bytes = ENVELOPE.encode({ id, replyTo, [body]: this.#value(field, 0) }).finish();
    return this.#chance(0.4) ? this.#damaged(bytes) : bytes;
  }

  #message(type: protobuf.Type, depth: number): Record<string, unknown> {
    const fields = type.fieldsArray.filter(() => this.#chance(0.85));
    return Object.fromEntries(fields.map((field) => [field.name, this.#field(field, depth)]));
  }

  #field(field: protobuf.Field, depth: number): unknown {
    if (!field.repeated) return this.#value(field, depth);
    const count = this.#chance(0.02) ? 300 : uniformInt(this.#rng, 4);
    return Array.from({ length: count }, () => this.#value(field, depth));
  }

  #value(field: protobuf.Field, depth: number): unknown {
    const type = field.resolvedType;
    if (type instanceof protobuf.Type) return depth >= DEEPEST ? {} : this.#message(type, depth + 1);
    if (type instanceof protobuf.Enum) return uniformInt(this.#rng, 2 ** 31);
    switch (field.type) {
      case 'bytes':
        return this.#bytes(this.#pick(LENGTHS));
      case 'string':
        return this.#text();
      case 'bool':
        return this.#chance(0.5);
      case 'float':
      case 'double':
        return this.#pick([0, -0, 1, -1, 0.5, NaN, Infinity, -Infinity, 1e308, 5e-324]);
      case 'uint64':
        return this.#pick([0, 1, 2 ** 20, 2 ** 32, 2 ** 53 - 1, 2 ** 53, 2 ** 63]);
      default:
        return this.#pick([0, 1, 2, 3, 2 ** 16, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1]);
    }
  }

  #text(): string {
    if (this.#known.length > 0 && this.#chance(0.5)) return this.#pick(this.#known);
    return this.#chance(0.05) ? 'x'.repeat(uniformInt(this.#rng, 100_000)) : this.#pick(WORDS);
  }

  #bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => uniformInt(this.#rng, 256));
  }

  /** Cut, with bits turned, bytes put in or taken out, a part said twice, or nothing but noise. */
  #damaged(bytes: Uint8Array): Uint8Array {
    const at = uniformInt(this.#rng, bytes.length + 1);
    switch (uniformInt(this.#rng, 6)) {
      case 0:
        return bytes.slice(0, at);
      case 1: {
        const turned = bytes.slice();
        for (let i = 0; i < 3 && turned.length > 0; i++) {
          const where = uniformInt(this.#rng, turned.length);
          turned[where] = (turned[where] as number) ^ (1 << uniformInt(this.#rng, 8));
        }
        return turned;
      }
      case 2:
        return joined(bytes.slice(0, at), this.#bytes(1 + uniformInt(this.#rng, 8)), bytes.slice(at));
      case 3:
        return joined(bytes.slice(0, at), bytes.slice(Math.min(bytes.length, at + 1 + uniformInt(this.#rng, 8))));
      case 4:
        return joined(bytes, bytes.slice(at));
      default:
        return this.#bytes(uniformInt(this.#rng, 600));
    }
  }

  #pick<T>(from: readonly T[]): T {
    return from[uniformInt(this.#rng, from.length)] as T;
  }

  #chance(p: number): boolean {
    return this.#rng.next() < p;
  }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
