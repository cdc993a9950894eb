/** What a canonical encoding is made of. */
export type Field = string | number | Uint8Array | readonly Field[];

const DOMAIN = 'mammofed secure aggregation v1';

const TAG = { text: 1, number: 2, bytes: 3, list: 4 } as const;

/**
 * The bytes that are signed, hashed, or bound to a key: the domain, the kind of the statement and its fields, each as
 * tag (1 byte) ‖ length (4 bytes) ‖ content. A text is UTF-8; a number is a whole one from 0, 8 bytes; a list's length is
 * the number of its items, which follow. Everything is little-endian. No two statements have the same bytes.
 * @throws RangeError for a number that is not a safe whole one from 0.
 */
export function canonicalBytes(kind: string, ...fields: readonly Field[]): Uint8Array {
  return Uint8Array.from(Buffer.concat([DOMAIN, kind, ...fields].flatMap(encoded)));
}

function encoded(field: Field): Uint8Array[] {
  if (typeof field === 'string') {
    const text = new TextEncoder().encode(field);
    return [header(TAG.text, text.length), text];
  }
  if (typeof field === 'number') {
    if (!Number.isSafeInteger(field) || field < 0) throw new RangeError(`${field} has no canonical encoding`);
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt(field));
    return [header(TAG.number, bytes.length), bytes];
  }
  if (field instanceof Uint8Array) return [header(TAG.bytes, field.length), field];
  return [header(TAG.list, field.length), ...field.flatMap(encoded)];
}

function header(tag: number, length: number): Uint8Array {
  const bytes = Buffer.alloc(5);
  bytes[0] = tag;
  bytes.writeUInt32LE(length, 1);
  return bytes;
}
