import { inflateRawSync } from 'node:zlib';
import dicomParser, { type ByteStream, type ByteArrayParser, type DataSet } from 'dicom-parser';
import { ImagingError } from '../errors.js';
import { dicomError } from './dicom-error.js';
import { Elements } from './elements.js';
import { MAX_DICOM_BYTES, MAX_HEADER_READS } from './limits.js';
import { EXPLICIT_LITTLE_ENDIAN, IMPLICIT_LITTLE_ENDIAN, transferSyntaxOf } from './transfer-syntax.js';
import type { TransferSyntax } from './transfer-syntax.js';
import { HEAD_BYTES, hasPreamble } from './preamble.js';

/** Where an object's pixel data lie; nothing of them has been looked at. */
export interface PixelDataPlace {
  /** The whole object's bytes: the file's, or what a deflated file unfolds to. */
  readonly bytes: Uint8Array;
  /** First byte of the value. */
  readonly start: number;
  /** Bytes; null where fragments follow. */
  readonly length: number | null;
  /** OB or OW; null in an implicit syntax, where it is OW. */
  readonly vr: string | null;
}

/** An object whose elements up to the pixel data were parsed. */
export interface ParsedDicom {
  readonly elements: Elements;
  readonly transferSyntaxUid: string;
  readonly transferSyntax: TransferSyntax;
  readonly pixelData: PixelDataPlace | null;
}

const UNDEFINED_LENGTH = 0xffffffff;
/** Beyond this group come pixel data and what follows them. */
const PIXEL_DATA_GROUP = 0x7fe0;
const PIXEL_DATA_ELEMENT = 0x0010;

/** The parser exports the class, its declarations only the interface. */
interface ParserClasses {
  readonly ByteStream: new (parser: ByteArrayParser, bytes: Uint8Array, position: number) => ByteStream;
  readonly DataSet: new (
    parser: ByteArrayParser,
    bytes: Uint8Array,
    elements: DataSet['elements'],
  ) => DataSet & { warnings?: string[] };
}
const { ByteStream: Stream, DataSet: ParserDataSet } = dicomParser as unknown as ParserClasses;

/**
 * Parses a DICOM object up to its pixel data. The preamble, and the file meta information with it, may be missing: then
 * the syntax is told from the first element, explicit or implicit, little endian.
 * @param name - how a person finds the object; goes into the messages.
 * @throws ImagingError `bad-dicom` if it is no DICOM object or is cut short; `unsupported-dicom` for a transfer syntax that
 * is not read; `dicom-too-large`.
 * @see DICOM PS3.10 section 7, PS3.5 section 7.
 */
export function parsePart10(bytes: Uint8Array, name: string): ParsedDicom {
  if (bytes.length > MAX_DICOM_BYTES) {
    throw dicomError(
      'dicom-too-large',
      name,
      `has ${bytes.length} bytes, more than the ${MAX_DICOM_BYTES} that are read`,
    );
  }
  const budget = { reads: MAX_HEADER_READS };
  try {
    const meta = readMeta(bytes, budget);
    const uid = meta.transferSyntaxUid;
    const syntax = transferSyntaxOf(uid);
    if (syntax === null) {
      throw dicomError('unsupported-dicom', name, `is written in a transfer syntax that is not read (${safeUid(uid)})`);
    }
    const body = syntax.isDeflated ? inflate(bytes.subarray(meta.end), name) : bytes;
    const start = syntax.isDeflated ? 0 : meta.end;
    return { ...readDataSet(body, start, syntax, budget), transferSyntaxUid: uid, transferSyntax: syntax };
  } catch (error) {
    throw refusal(error, name);
  }
}

class HeaderTooLong extends Error {}
class Malformed extends Error {}

interface Budget {
  reads: number;
}

function refusal(error: unknown, name: string): ImagingError {
  if (error instanceof ImagingError) return error;
  if (error instanceof HeaderTooLong) {
    return dicomError('dicom-too-large', name, 'has more header elements than are read');
  }
  if (error instanceof RangeError) return dicomError('bad-dicom', name, 'has sequences nested too deeply', error);
  const reason = error instanceof Malformed ? error.message : 'cannot be parsed as a DICOM object';
  return dicomError('bad-dicom', name, reason, error);
}

/** Only what may stand in a UID is shown: the value comes from the file. */
function safeUid(uid: string): string {
  return /^[0-9.]{1,64}$/.test(uid) ? uid : 'not a UID';
}

/** A parser of numbers that stops when the budget is used up. */
function counting(parser: ByteArrayParser, budget: Budget): ByteArrayParser {
  const spend = (): void => {
    if (--budget.reads < 0) throw new HeaderTooLong();
  };
  return {
    ...parser,
    readUint16: (bytes, position) => {
      spend();
      return parser.readUint16(bytes, position);
    },
    readUint32: (bytes, position) => {
      spend();
      return parser.readUint32(bytes, position);
    },
  };
}

interface Meta {
  readonly transferSyntaxUid: string;
  /** Position of the first element of the data set. */
  readonly end: number;
}

function readMeta(bytes: Uint8Array, budget: Budget): Meta {
  const start = hasPreamble(bytes) ? HEAD_BYTES : 0;
  if (bytes.length < start + 8) throw new Malformed('is too short for a DICOM object');
  const group = bytes[start] | (bytes[start + 1] << 8);
  if (group !== 0x0002) {
    // Without the meta group only a plausible first group is taken for DICOM; 0008 is what every object begins with.
    if (group !== 0x0008) throw new Malformed('is not a DICOM object');
    return { transferSyntaxUid: bareSyntax(bytes, start), end: start };
  }
  const parser = counting(dicomParser.littleEndianByteArrayParser, budget);
  const stream = new Stream(parser, bytes, start);
  const elements: DataSet['elements'] = {};
  // The group's announced length is often wrong; its elements are read until another group begins.
  while (stream.position + 8 <= bytes.length && bytes[stream.position] === 2 && bytes[stream.position + 1] === 0) {
    const element = dicomParser.readDicomElementExplicit(stream, []);
    if (stream.position > bytes.length) throw new Malformed('is cut short in its first group');
    elements[element.tag] = element;
  }
  const uid = new Elements(new ParserDataSet(parser, bytes, elements)).text('x00020010');
  return { transferSyntaxUid: uid ?? bareSyntax(bytes, stream.position), end: stream.position };
}

/** Explicit syntaxes have two capital letters after the tag; an implicit one would need a length of 16 thousand there. */
function bareSyntax(bytes: Uint8Array, at: number): string {
  const isCapital = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x41 && byte <= 0x5a;
  return isCapital(bytes[at + 4]) && isCapital(bytes[at + 5]) ? EXPLICIT_LITTLE_ENDIAN : IMPLICIT_LITTLE_ENDIAN;
}

function inflate(deflated: Uint8Array, name: string): Uint8Array {
  try {
    return inflateRawSync(deflated, { maxOutputLength: MAX_DICOM_BYTES });
  } catch (error) {
    if ((error as NodeJS.ErrnoException | null)?.code === 'ERR_BUFFER_TOO_LARGE') {
      throw dicomError(
        'dicom-too-large',
        name,
        `unfolds to more than the ${MAX_DICOM_BYTES} bytes that are read`,
        error,
      );
    }
    throw dicomError('bad-dicom', name, 'holds deflated data that are damaged or cut short', error);
  }
}

function readDataSet(
  bytes: Uint8Array,
  start: number,
  syntax: TransferSyntax,
  budget: Budget,
): Pick<ParsedDicom, 'elements' | 'pixelData'> {
  const parser = counting(
    syntax.isBigEndian ? dicomParser.bigEndianByteArrayParser : dicomParser.littleEndianByteArrayParser,
    budget,
  );
  const stream = new Stream(parser, bytes, start);
  const found: DataSet['elements'] = {};
  let pixelData: PixelDataPlace | null = null;
  while (stream.position + 8 <= bytes.length) {
    const group = parser.readUint16(bytes, stream.position);
    // The parser would read the tables of offsets before the pixel data wrongly (it does not know OV).
    if (group === PIXEL_DATA_GROUP) {
      pixelData = findPixelData(bytes, stream.position, parser, syntax);
      break;
    }
    if (group > PIXEL_DATA_GROUP) break;
    const element = syntax.isExplicit
      ? dicomParser.readDicomElementExplicit(stream, [])
      : dicomParser.readDicomElementImplicit(stream);
    if (stream.position > bytes.length) throw new Malformed('is cut short in its header');
    found[element.tag] = element;
  }
  return { elements: new Elements(new ParserDataSet(parser, bytes, found)), pixelData };
}

/** Walks group 7FE0 to the pixel data: before them come the group's length (UL) and tables of offsets (OV). */
function findPixelData(
  bytes: Uint8Array,
  start: number,
  parser: ByteArrayParser,
  syntax: TransferSyntax,
): PixelDataPlace | null {
  for (let at = start; at + 8 <= bytes.length && parser.readUint16(bytes, at) === PIXEL_DATA_GROUP;) {
    const element = parser.readUint16(bytes, at + 2);
    const vr = syntax.isExplicit ? String.fromCharCode(bytes[at + 4], bytes[at + 5]) : null;
    const hasShortLength = vr === 'UL';
    const valueAt = at + (syntax.isExplicit && !hasShortLength ? 12 : 8);
    if (valueAt > bytes.length) throw new Malformed('is cut short before its pixels');
    const length = hasShortLength ? parser.readUint16(bytes, at + 6) : parser.readUint32(bytes, valueAt - 4);
    if (element === PIXEL_DATA_ELEMENT) {
      return { bytes, start: valueAt, length: length === UNDEFINED_LENGTH ? null : length, vr };
    }
    at = valueAt + length;
  }
  return null;
}
