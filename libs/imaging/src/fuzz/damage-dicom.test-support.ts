import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { uniformInt, type Rng } from '@mammofed/core';
import { ANY_BYTES, lyingLength, pick, spliced, type Damage } from './damage.test-support.js';
import { JPEG_DAMAGE, marksOf } from './damage-picture.test-support.js';

/** Where the group after the preamble begins. */
const META_AT = 132;
const LONG = new Set(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'SQ', 'SV', 'UC', 'UN', 'UR', 'UT', 'UV']);
const VRS = ['SQ', 'UN', 'OB', 'OW', 'US', 'UL', 'DS', 'IS', 'LO', 'UI', 'AT', 'FD', 'ZZ', '\0\0'] as const;
const SYNTAXES = [
  '1.2.840.10008.1.2',
  '1.2.840.10008.1.2.1',
  '1.2.840.10008.1.2.1.99',
  '1.2.840.10008.1.2.2',
  '1.2.840.10008.1.2.5',
  '1.2.840.10008.1.2.8.1',
  '1.2.840.10008.1.2.4.50',
  '1.2.840.10008.1.2.4.51',
  '1.2.840.10008.1.2.4.57',
  '1.2.840.10008.1.2.4.70',
  '1.2.840.10008.1.2.4.80',
  '1.2.840.10008.1.2.4.90',
  '1.2.840.10008.1.2.4.201',
  '1.2.840.10008.1.2.4.100',
  '1.2.3',
] as const;
const DEFLATED = '1.2.840.10008.1.2.1.99';
const IMPLICIT = '1.2.840.10008.1.2';

/** An element as it lies in the file, little endian; those in items of sequences are among them. */
interface Place {
  readonly at: number;
  readonly tag: number;
  readonly vr: string;
  readonly lengthAt: number;
  readonly lengthBytes: 2 | 4;
  readonly valueAt: number;
  /** As it says, at most to the end of the file. */
  readonly end: number;
}

/** Walks whatever can be walked; it goes into sequences and items. */
function placesOf(bytes: Buffer, start: number, isExplicit: boolean): Place[] {
  const places: Place[] = [];
  for (let at = start; at + 8 <= bytes.length && places.length < 4000;) {
    const tag = bytes.readUInt16LE(at) * 0x10000 + bytes.readUInt16LE(at + 2);
    const isItem = tag >= 0xfffee000;
    const vr = isExplicit && !isItem ? bytes.toString('latin1', at + 4, at + 6) : '';
    const lengthBytes = vr !== '' && !LONG.has(vr) ? 2 : 4;
    const lengthAt = vr === '' ? at + 4 : lengthBytes === 2 ? at + 6 : at + 8;
    const valueAt = lengthAt + lengthBytes;
    if (valueAt > bytes.length) break;
    const length = bytes.readUIntLE(lengthAt, lengthBytes);
    const isOpen = vr === 'SQ' || tag === 0xfffee000 || length === 0xffffffff;
    const end = Math.min(bytes.length, length === 0xffffffff ? valueAt : valueAt + length);
    places.push({ at, tag, vr, lengthAt, lengthBytes, valueAt, end });
    // Fragments of pixels are items too, whose content is no element.
    const isFragment = tag === 0xfffee000 && places.some((place) => place.tag === 0x7fe00010);
    at = isOpen && !isFragment ? valueAt : end;
  }
  return places;
}

function syntaxOf(bytes: Buffer): string {
  const place = placesOf(bytes, META_AT, true).find(({ tag }) => tag === 0x00020010);
  return place === undefined ? '' : bytes.toString('latin1', place.valueAt, place.end).replace(/[\0 ]+$/, '');
}

function bodyStart(bytes: Buffer): number {
  return placesOf(bytes, META_AT, true).find(({ tag }) => tag >= 0x00030000)?.at ?? META_AT;
}

/** Every element, the meta group's with a tenth of the chance that the others have. */
function anyPlace(bytes: Buffer, rng: Rng): Place | undefined {
  const start = bodyStart(bytes);
  const meta = placesOf(bytes, META_AT, true).filter(({ at }) => at < start);
  const places = placesOf(bytes, start, syntaxOf(bytes) !== IMPLICIT);
  const from = places.length === 0 || uniformInt(rng, 10) === 0 ? meta : places;
  return from.length === 0 ? undefined : pick(rng, from);
}

/** Damage to one element. */
function toElement(change: (bytes: Buffer, place: Place, rng: Rng) => Buffer): Damage {
  return (bytes, rng) => {
    const place = anyPlace(bytes, rng);
    return place === undefined ? bytes : change(Buffer.from(bytes), place, rng);
  };
}

function toTag(tags: readonly number[], change: (bytes: Buffer, place: Place, rng: Rng) => Buffer): Damage {
  return (bytes, rng) => {
    const places = placesOf(bytes, bodyStart(bytes), syntaxOf(bytes) !== IMPLICIT).filter(({ tag }) =>
      tags.includes(tag),
    );
    return places.length === 0 ? bytes : change(Buffer.from(bytes), pick(rng, places), rng);
  };
}

const OPEN = Buffer.from([8, 0, 0x15, 0x11, 0x53, 0x51, 0, 0, 0xff, 0xff, 0xff, 0xff]);
const OPEN_ITEM = Buffer.from([0xfe, 0xff, 0x00, 0xe0, 0xff, 0xff, 0xff, 0xff]);
const CLOSE_ITEM = Buffer.from([0xfe, 0xff, 0x0d, 0xe0, 0, 0, 0, 0]);
const CLOSE = Buffer.from([0xfe, 0xff, 0xdd, 0xe0, 0, 0, 0, 0]);

function nested(depth: number, isClosed: boolean): Buffer {
  const open = Array.from({ length: depth }, () => Buffer.concat([OPEN, OPEN_ITEM]));
  const close = Array.from({ length: isClosed ? depth : 0 }, () => Buffer.concat([CLOSE_ITEM, CLOSE]));
  return Buffer.concat([...open, ...close]);
}

const IMAGE_NUMBERS = [
  0x00280002, 0x00280006, 0x00280010, 0x00280011, 0x00280100, 0x00280101, 0x00280102, 0x00280103, 0x00280120,
  0x00281101, 0x0062000b, 0x00620004,
] as const;
const NUMBERS = [0, 1, 2, 7, 8, 11, 12, 15, 16, 17, 32, 255, 256, 4096, 8192, 8193, 32_768, 65_535] as const;
const TEXTS = [
  '',
  '\\',
  '\\'.repeat(5000),
  '1e309',
  '-1e309',
  'NaN',
  '0',
  '-0',
  '1e-320',
  '20001',
  '20000',
  '2147483648',
  'BINARY',
  'FRACTIONAL',
  'LABELMAP',
  'MONOCHROME1',
  'RGB',
  '1.2.3.4',
  '\u0000',
  '\u001b$B',
] as const;

/** Rows and columns of the header, and of the compressed frame if there is one, become the same great size. */
const BOTH_LIE: Damage = (bytes, rng) => {
  const changed = Buffer.from(bytes);
  const [columns, rows] = pick(rng, [
    [8192, 8192],
    [8191, 8191],
    [65_535, 1000],
    [1000, 65_535],
    [1, 65_535],
    [16_384, 16],
  ]);
  const places = placesOf(bytes, bodyStart(bytes), syntaxOf(bytes) !== IMPLICIT);
  for (const { tag, valueAt, end } of places) {
    if (end - valueAt !== 2) continue;
    if (tag === 0x00280010) changed.writeUInt16LE(rows, valueAt);
    if (tag === 0x00280011) changed.writeUInt16LE(columns, valueAt);
  }
  const pixels = places.find(({ tag }) => tag === 0x7fe00010);
  if (pixels === undefined) return changed;
  const stream = changed.subarray(pixels.valueAt);
  const marks = marksOf(stream.subarray(0, 4096));
  const frame = marks.find((at) => [0xc0, 0xc1, 0xc3, 0xf7].includes(stream[at + 1]));
  if (frame !== undefined && frame + 9 <= stream.length) {
    stream.writeUInt16BE(rows, frame + 5);
    stream.writeUInt16BE(columns, frame + 7);
  }
  const size = marks.find((at) => stream[at + 1] === 0x51);
  if (size !== undefined && size + 32 <= stream.length) {
    stream.writeUInt32BE(columns, size + 6);
    stream.writeUInt32BE(rows, size + 10);
    // Tiles of the whole size, or small ones: millions of them.
    const tile = pick(rng, [0, 1, 64]);
    stream.writeUInt32BE(tile === 0 ? columns : tile, size + 22);
    stream.writeUInt32BE(tile === 0 ? rows : tile, size + 26);
  }
  return changed;
};

/** The table of an RLE frame: count of segments and their offsets. */
const RLE_TABLE: Damage = toTag([0xfffee000], (bytes, { valueAt, end }, rng) => {
  if (end - valueAt < 64) return bytes;
  const entry = valueAt + 4 * uniformInt(rng, 4);
  bytes.writeUInt32LE(pick(rng, [0, 1, 2, 3, 15, 16, 63, 64, 65, end - valueAt, 0xffffffff]), entry);
  return bytes;
});

const IN_STREAM: Damage = toTag([0x7fe00010], (bytes, { valueAt }, rng) =>
  spliced(
    bytes,
    valueAt,
    bytes.length,
    pick(rng, [...JPEG_DAMAGE.slice(-3), ...ANY_BYTES])(bytes.subarray(valueAt), rng),
  ),
);

let bombs: readonly Buffer[] | undefined;

/** Small files that unfold to as much as is read, or to more: zeros, tiny elements, or nested sequences. */
function bombBodies(): readonly Buffer[] {
  const MIB = 1024 * 1024;
  const element = Buffer.from([0x09, 0, 0, 0, 0x4c, 0x4f, 0, 0]);
  bombs ??= [
    Buffer.alloc(180 * MIB),
    Buffer.alloc(260 * MIB),
    Buffer.alloc(16 * MIB, element),
    nested(300_000, false),
  ].map((body) => deflateRawSync(body, { level: 6 }));
  return bombs;
}

const BOMB: Damage = (bytes, rng) => {
  const body = pick(rng, bombBodies());
  return Buffer.concat([withSyntax(bytes.subarray(0, bodyStart(bytes)), DEFLATED), body]);
};

/** @returns the file, saying another transfer syntax. */
function withSyntax(bytes: Buffer, syntax: string): Buffer {
  const place = placesOf(bytes, META_AT, true).find(({ tag }) => tag === 0x00020010);
  if (place === undefined) return bytes;
  const value = Buffer.from(syntax.length % 2 === 0 ? syntax : `${syntax}\0`, 'latin1');
  const changed = spliced(bytes, place.valueAt, place.end, value);
  changed.writeUInt16LE(value.length, place.lengthAt);
  return changed;
}

const PLAIN_DAMAGE: readonly Damage[] = [
  ...ANY_BYTES,
  toElement((bytes, { lengthAt, lengthBytes }, rng) => {
    const length = lyingLength(rng, bytes.readUIntLE(lengthAt, lengthBytes));
    bytes.writeUIntLE(lengthBytes === 2 ? length & 0xffff : length, lengthAt, lengthBytes);
    return bytes;
  }),
  toElement((bytes, { at, vr }, rng) => {
    if (vr !== '') bytes.write(pick(rng, VRS), at + 4, 'latin1');
    return bytes;
  }),
  toElement((bytes, { at }, rng) => spliced(bytes, at, at, pick(rng, [OPEN, OPEN_ITEM, CLOSE_ITEM, CLOSE]))),
  toElement((bytes, { at, end }, rng) =>
    uniformInt(rng, 2) === 0 ? spliced(bytes, at, end) : spliced(bytes, at, at, bytes.subarray(at, end)),
  ),
  // A tag becomes another's, the pixels' or one of the meta group's.
  toElement((bytes, { at }, rng) => {
    const tag = anyPlace(bytes, rng)?.tag ?? 0;
    const chosen = pick(rng, [tag, tag, 0x7fe00010, 0x00020010, 0xfffee00d, 0xfffee0dd, 0]);
    bytes.writeUInt16LE(Math.floor(chosen / 0x10000), at);
    bytes.writeUInt16LE(chosen % 0x10000, at + 2);
    return bytes;
  }),
  toElement((bytes, { vr, lengthAt, lengthBytes, valueAt, end }, rng) => {
    if (vr === '' || LONG.has(vr) || lengthBytes !== 2) return bytes;
    const value = Buffer.from(pick(rng, TEXTS), 'latin1');
    bytes.writeUInt16LE(value.length, lengthAt);
    return spliced(bytes, valueAt, end, value);
  }),
  toTag(IMAGE_NUMBERS, (bytes, { valueAt, end }, rng) => {
    if (end - valueAt >= 2) bytes.writeUInt16LE(pick(rng, NUMBERS), valueAt);
    return bytes;
  }),
  toElement((bytes, { at }, rng) => spliced(bytes, at, at, nested(uniformInt(rng, 6000), uniformInt(rng, 2) === 0))),
  (bytes, rng) => withSyntax(bytes, pick(rng, SYNTAXES)),
  (bytes, rng) => (uniformInt(rng, 4) === 0 ? BOTH_LIE(bytes, rng) : IN_STREAM(bytes, rng)),
  (bytes, rng) => (uniformInt(rng, 10) === 0 ? BOMB(bytes, rng) : IN_STREAM(bytes, rng)),
  RLE_TABLE,
];

/** What a deflated file holds is damaged before it is deflated again. */
function inDeflated(damage: Damage): Damage {
  return (bytes, rng) => {
    const start = syntaxOf(bytes) === DEFLATED ? bodyStart(bytes) : 0;
    if (start === 0 || bytes.length > 1024 * 1024) return damage(bytes, rng);
    try {
      const head = bytes.subarray(0, start);
      const plain = inflateRawSync(bytes.subarray(start), { maxOutputLength: 8 * 1024 * 1024 });
      const changed = damage(Buffer.concat([withSyntax(head, '1.2.840.10008.1.2.1'), plain]), rng);
      const end = bodyStart(changed);
      return Buffer.concat([withSyntax(changed.subarray(0, end), DEFLATED), deflateRawSync(changed.subarray(end))]);
    } catch {
      return damage(bytes, rng);
    }
  };
}

export const DICOM_DAMAGE: readonly Damage[] = PLAIN_DAMAGE.flatMap((damage) => [damage, inDeflated(damage)]);
