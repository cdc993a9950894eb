import { inflateRawSync } from 'node:zlib';
import { ImagingError } from '../errors.js';
import { dicomError } from './dicom-error.js';
import { decodeStream, dropCodecs, loadCodecs } from './codecs.js';
import { frameStreams } from './fragments.js';
import { pixelFormatOf, type PixelFormat } from './image-module.js';
import { MAX_DICOM_BYTES, MAX_JPEG_2000_PIXELS } from './limits.js';
import { parsePart10, type ParsedDicom, type PixelDataPlace } from './part10.js';
import { decodeRle } from './rle.js';
import type { PixelEncoding } from './transfer-syntax.js';

/** Decoders keep the memory of their largest image; that of one above most mammograms' size is given back at once. */
const KEPT_UP_TO_PIXELS = 16 * 1024 * 1024;

const IS_BIG_ENDIAN_HOST = new Uint8Array(Uint16Array.of(1).buffer)[0] === 0;

/**
 * The cells of one frame as they are stored, rows from the top left: bits above HighBit still in them. They may be a view
 * into the file's bytes.
 */
export type StoredCells = Uint8Array | Uint16Array;

/**
 * Decodes stored pixel values; nothing is masked, given a sign, scaled or inverted.
 * @param bytes - a whole DICOM file.
 * @returns an array of shape (rows, columns) for each frame; cells of 1 bit come as 0 and 1.
 * @throws ImagingError as `parsePart10`; `unsupported-dicom` if it is no greyscale image; `damaged-pixels`.
 */
export async function decodeFrames(bytes: Uint8Array, name: string): Promise<readonly StoredCells[]> {
  const parsed = parsePart10(bytes, name);
  const format = greyFormatOf(parsed, name);
  const all = Array.from({ length: format.frames }, (_, i) => i);
  return decodeCells(parsed, format, all, name);
}

/** @throws ImagingError `unsupported-dicom` if the object holds no pixels or is in colour. */
export function greyFormatOf(parsed: ParsedDicom, name: string): PixelFormat {
  const format = imageFormatOf(parsed, name);
  if (format.samplesPerPixel !== 1 || !format.photometric.startsWith('MONOCHROME')) {
    throw dicomError('unsupported-dicom', name, 'is not a greyscale image');
  }
  return format;
}

/** @throws ImagingError `unsupported-dicom` if the object is no image, `damaged-pixels` if it is one without pixels. */
export function imageFormatOf(parsed: ParsedDicom, name: string): PixelFormat {
  const format = pixelFormatOf(parsed.elements, name);
  if (format === null || parsed.pixelData === null) {
    // A header that describes an image has its pixels; without them the file ends early.
    if (format !== null) throw dicomError('damaged-pixels', name, 'holds no pixels');
    throw dicomError('unsupported-dicom', name, 'is a DICOM object but no image');
  }
  return format;
}

/** @param frames - which frames are decoded, counted from 0. */
export async function decodeCells(
  parsed: ParsedDicom,
  format: PixelFormat,
  frames: readonly number[],
  name: string,
): Promise<readonly StoredCells[]> {
  const { pixelData: place, transferSyntax: syntax } = parsed;
  if (place === null) throw dicomError('damaged-pixels', name, 'holds no pixels');
  const pixelCount = format.rows * format.columns;
  if (frames.length * pixelCount * Math.ceil(format.bitsAllocated / 8) > 2 * MAX_DICOM_BYTES) {
    throw dicomError('dicom-too-large', name, `has ${frames.length} frames of ${format.columns}x${format.rows} pixels`);
  }
  const { encoding } = syntax;
  if ((encoding === 'jpeg-2000' || encoding === 'htj2k') && pixelCount > MAX_JPEG_2000_PIXELS) {
    throw dicomError('dicom-too-large', name, `has ${format.columns}x${format.rows} pixels in JPEG 2000`);
  }
  if (encoding === 'native') {
    if (place.length === null) throw dicomError('bad-dicom', name, 'has fragments where plain pixels are announced');
    return frames.map((frame) => nativeCells(place, format, frame, syntax.isBigEndian, name));
  }
  if (place.length !== null) {
    throw dicomError('bad-dicom', name, 'has plain pixels where compressed ones are announced');
  }
  const streams = frameStreams(place, format.frames, encoding, name);
  const needsCodecs = encoding !== 'rle' && encoding !== 'deflate';
  if (needsCodecs) await loadCodecs();
  try {
    const cells = frames.map((frame) => decodeFrame(streams[frame], encoding, format, name));
    if (needsCodecs && pixelCount > KEPT_UP_TO_PIXELS) dropCodecs();
    return cells;
  } catch (error) {
    if (error instanceof ImagingError) throw error;
    dropCodecs();
    throw dicomError('damaged-pixels', name, error instanceof Error ? error.message : 'cannot be decoded', error);
  }
}

function decodeFrame(
  stream: Uint8Array,
  encoding: Exclude<PixelEncoding, 'native'>,
  format: PixelFormat,
  name: string,
): StoredCells {
  const { rows, columns, bitsAllocated } = format;
  switch (encoding) {
    case 'deflate': {
      const bytes = inflateFrame(stream, Math.ceil((rows * columns * bitsAllocated) / 8));
      const place = { bytes, start: 0, length: bytes.length, vr: 'OB' };
      return nativeCells(place, { ...format, frames: 1 }, 0, false, name);
    }
    case 'rle':
      if (bitsAllocated === 1) throw new Error('holds RLE frames of single bits, which are not read');
      return cellsOf(decodeRle(stream, rows * columns, bitsAllocated / 8), bitsAllocated);
    default:
      return cellsOf(decodeStream(stream, encoding, format), bitsAllocated);
  }
}

/** @see DICOM PS3.5 annex A.4.12 (Deflated Image Frame Compression), RFC 1951. */
function inflateFrame(stream: Uint8Array, byteCount: number): Uint8Array {
  try {
    // One byte more than the frame may have: the frame is filled up to an even length.
    return inflateRawSync(stream, { maxOutputLength: byteCount + 1 });
  } catch (error) {
    throw new Error('holds a deflated frame that is cut short or too long', { cause: error });
  }
}

function nativeCells(
  place: PixelDataPlace,
  format: PixelFormat,
  frame: number,
  isBigEndian: boolean,
  name: string,
): StoredCells {
  const { bitsAllocated, rows, columns, frames } = format;
  const pixelCount = rows * columns;
  // Frames of 1 bit follow each other without alignment (PS3.5 8.1.1).
  const needed = Math.ceil((pixelCount * bitsAllocated * frames) / 8);
  const found = Math.min(place.length ?? 0, place.bytes.length - place.start);
  if (found < needed) {
    throw dicomError('damaged-pixels', name, `holds ${found} bytes of pixels instead of ${needed}`);
  }
  const value = place.bytes.subarray(place.start, place.start + found);
  // In big-endian words (OW) the bytes of two cells change places (PS3.5 8.1.1 and annex A.3).
  const isSwapped = isBigEndian && place.vr !== 'OB';
  if (bitsAllocated === 1) {
    const cells = new Uint8Array(pixelCount);
    for (let i = 0, bit = frame * pixelCount; i < pixelCount; i++, bit++) {
      const at = bit >> 3;
      cells[i] = (value[isSwapped ? at ^ 1 : at] >> (bit & 7)) & 1;
    }
    return cells;
  }
  if (bitsAllocated === 8) {
    const start = frame * pixelCount;
    if (!isSwapped) return value.subarray(start, start + pixelCount);
    return Uint8Array.from({ length: pixelCount }, (_, i) => value[(start + i) ^ 1]);
  }
  const start = frame * pixelCount * 2;
  return cellsOf(value.subarray(start, start + pixelCount * 2), 16, isBigEndian);
}

/** @returns a view where the bytes allow it: a copy of 26 million pixels is 52 MB. */
function cellsOf(bytes: Uint8Array, bitsAllocated: number, isBigEndian = false): StoredCells {
  if (bitsAllocated === 8) return bytes;
  const count = bytes.length / 2;
  if (isBigEndian === IS_BIG_ENDIAN_HOST && bytes.byteOffset % 2 === 0) {
    return new Uint16Array(bytes.buffer, bytes.byteOffset, count);
  }
  const cells = new Uint16Array(count);
  const high = isBigEndian ? 0 : 1;
  for (let i = 0, at = 0; i < count; i++, at += 2) cells[i] = (bytes[at + high] << 8) | bytes[at + 1 - high];
  return cells;
}
