import { crc32, deflateSync } from 'node:zlib';
import { uniformInt, type Rng } from '@mammofed/core';
import { ANY_BYTES, lyingLength, pick, spliced, type Damage } from './damage.test-support.js';

const PNG_SIGNATURE_BYTES = 8;
const SIDES = [0, 1, 7, 8192, 8193, 65_535, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1] as const;

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = PNG_SIGNATURE_BYTES; at + 12 <= png.length;) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

/** Chunks with sound lengths and checks, so that what is in them is looked at. */
function pngOf(signature: Buffer, chunks: readonly Chunk[]): Buffer {
  const encoded = chunks.map(({ type, data }) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(body.length + 8);
    frame.writeUInt32BE(data.length, 0);
    body.copy(frame, 4);
    frame.writeUInt32BE(checkOf(body), body.length + 4);
    return frame;
  });
  return Buffer.concat([signature, ...encoded]);
}

/** CRC-32, which Node has from version 22 on. */
function checkOf(bytes: Uint8Array): number {
  if (typeof crc32 === 'function') return crc32(bytes);
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}

/** @param change - of the chunks; the file keeps its signature. */
function withChunks(change: (chunks: Chunk[], rng: Rng) => readonly Chunk[]): Damage {
  return (bytes, rng) => pngOf(bytes.subarray(0, PNG_SIGNATURE_BYTES), change(chunksOf(bytes), rng));
}

const BOMB = deflateSync(Buffer.alloc(64 * 1024 * 1024), { level: 9 });

export const PNG_DAMAGE: readonly Damage[] = [
  ...ANY_BYTES,
  // The header: width, height, bit depth, colour type, compression, filter, interlace.
  withChunks((chunks, rng) =>
    chunks.map(({ type, data }) => {
      if (type !== 'IHDR' || data.length < 13) return { type, data };
      const changed = Buffer.from(data);
      if (uniformInt(rng, 2) === 0) changed.writeUInt32BE(pick(rng, SIDES), pick(rng, [0, 4]));
      else changed[8 + uniformInt(rng, 5)] = pick(rng, [0, 1, 2, 3, 4, 6, 8, 16, 255]);
      return { type, data: changed };
    }),
  ),
  withChunks((chunks, rng) => {
    const at = uniformInt(rng, chunks.length + 1);
    return [...chunks.slice(0, at), ...chunks.slice(at, at + 1), ...chunks.slice(at)];
  }),
  withChunks((chunks, rng) => {
    const left = uniformInt(rng, chunks.length + 1);
    return chunks.filter((_, i) => i !== left);
  }),
  // Damage inside a chunk whose check is sound.
  withChunks((chunks, rng) => {
    const which = uniformInt(rng, chunks.length + 1);
    return chunks.map(({ type, data }, i) => ({ type, data: i === which ? pick(rng, ANY_BYTES)(data, rng) : data }));
  }),
  withChunks((chunks, rng) => {
    const type = pick(rng, ['iCCP', 'zTXt', 'iTXt', 'eXIf', 'tRNS', 'PLTE', 'acTL', 'gAMA', 'pHYs', 'IDAT']);
    const data = Buffer.concat([
      Buffer.from('a\0\0'),
      uniformInt(rng, 8) === 0 ? BOMB : Buffer.alloc(uniformInt(rng, 99)),
    ]);
    return [...chunks.slice(0, 1), { type, data }, ...chunks.slice(1)];
  }),
  withChunks((chunks, rng) =>
    chunks.map(({ type, data }) => ({ type, data: type === 'IDAT' && uniformInt(rng, 4) === 0 ? BOMB : data })),
  ),
  // A chunk's length lies.
  (bytes, rng) => {
    const changed = Buffer.from(bytes);
    const at = pick(rng, [8, 33, Math.max(0, bytes.length - 12)]);
    if (at + 4 <= bytes.length) changed.writeUInt32BE(lyingLength(rng, changed.readUInt32BE(at)), at);
    return changed;
  },
];

/** Positions of the marks of a JPEG or JPEG 2000 stream: FF and something that is neither filling nor FF. */
export function marksOf(stream: Uint8Array): number[] {
  const marks: number[] = [];
  for (let at = 0; at + 1 < stream.length; at++) {
    if (stream[at] === 0xff && stream[at + 1] !== 0 && stream[at + 1] !== 0xff) marks.push(at);
  }
  return marks;
}

export const JPEG_DAMAGE: readonly Damage[] = [
  ...ANY_BYTES,
  // A mark becomes another, its length lies, or what follows it is noise.
  (bytes, rng) => {
    const marks = marksOf(bytes);
    if (marks.length === 0) return bytes;
    const changed = Buffer.from(bytes);
    const at = pick(rng, marks);
    switch (uniformInt(rng, 3)) {
      case 0:
        changed[at + 1] = pick(
          rng,
          [0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc9, 0xd8, 0xd9, 0xda, 0xdb, 0xdd, 0xe1, 0xf7, 0xf8],
        );
        return changed;
      case 1:
        if (at + 4 <= changed.length)
          changed.writeUInt16BE(lyingLength(rng, changed.readUInt16BE(at + 2)) & 0xffff, at + 2);
        return changed;
      default:
        for (let i = at + 4; i < Math.min(at + 24, changed.length); i++) changed[i] = uniformInt(rng, 256);
        return changed;
    }
  },
  // A segment is doubled or taken out.
  (bytes, rng) => {
    const marks = marksOf(bytes);
    if (marks.length < 2) return bytes;
    const which = uniformInt(rng, marks.length - 1);
    const [at, end] = [marks[which], marks[which + 1]];
    return uniformInt(rng, 2) === 0 ? spliced(bytes, at, end) : spliced(bytes, at, at, bytes.subarray(at, end));
  },
  // The frame says another size, or other components.
  (bytes, rng) => {
    const changed = Buffer.from(bytes);
    const frame = marksOf(bytes).find((at) => [0xc0, 0xc1, 0xc2, 0xc3, 0xf7].includes(bytes[at + 1]));
    if (frame === undefined || frame + 10 > bytes.length) return changed;
    if (uniformInt(rng, 2) === 0) changed.writeUInt16BE(pick(rng, SIDES) & 0xffff, frame + pick(rng, [5, 7]));
    else changed[frame + pick(rng, [4, 9])] = pick(rng, [0, 1, 2, 3, 4, 8, 12, 16, 255]);
    return changed;
  },
];

export const PGM_DAMAGE: readonly Damage[] = [
  ...ANY_BYTES,
  (bytes, rng) => {
    const numbers = [...bytes.subarray(0, 40).toString('latin1').matchAll(/\d+/g)];
    if (numbers.length === 0) return bytes;
    const number = pick(rng, numbers);
    const value = pick(rng, [...SIDES.map(String), '-1', '1e9', '9'.repeat(400), '# comment']);
    return spliced(bytes, number.index, number.index + number[0].length, Buffer.from(value));
  },
];
