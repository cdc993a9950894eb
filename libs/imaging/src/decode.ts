import sharp from 'sharp';
import { MAX_IMAGE_PIXELS } from './limits.js';
import { checkPixelCount } from './pixel-cap.js';
import { parsePgm, type GreyPixels } from './pgm.js';

/** Mask pixels in rows from the top left, shape (height, width), each 0 or 1. */
export interface MaskPixels {
  readonly width: number;
  readonly height: number;
  readonly mask: Uint8Array;
}

interface RawPixels {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly samples: Uint8Array | Uint16Array;
}

/**
 * Decodes a PNG, JPEG or PGM image to grey. The format is told by content, not by name.
 * 16-bit sources keep all their bits. Colour becomes luma (ITU-R BT.601: 0.299 R + 0.587 G + 0.114 B, rounded; equal
 * channels come out unchanged). Transparency and colour profiles are left aside.
 * @param bytes - the whole file.
 * @throws TooManyPixels; Error with a short reason for a person: unsupported, truncated, damaged, rotated by metadata.
 */
export async function decodeGrey(bytes: Uint8Array, maxPixels = MAX_IMAGE_PIXELS): Promise<GreyPixels> {
  if (isPgm(bytes)) return parsePgm(bytes, maxPixels);
  if (!isPng(bytes) && !isJpeg(bytes)) throw new Error('it is not a PNG, JPEG or PGM file');
  const { width, height, channels, samples } = await decodeRaw(bytes, maxPixels);
  if (channels === 1) return { width, height, grey: samples };
  const pixelCount = width * height;
  const grey = samples instanceof Uint16Array ? new Uint16Array(pixelCount) : new Uint8Array(pixelCount);
  for (let i = 0, at = 0; i < pixelCount; i++, at += channels) {
    grey[i] = Math.round((299 * samples[at] + 587 * samples[at + 1] + 114 * samples[at + 2]) / 1000);
  }
  return { width, height, grey };
}

/**
 * Decodes a PNG mask: a pixel is set when any colour channel is not 0 and it is not fully transparent.
 * @throws Error as `decodeGrey`.
 */
export async function decodeMask(bytes: Uint8Array, maxPixels = MAX_IMAGE_PIXELS): Promise<MaskPixels> {
  if (!isPng(bytes)) throw new Error('it is not a PNG file');
  const { width, height, channels, samples } = await decodeRaw(bytes, maxPixels);
  const mask = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < mask.length; i++, at += channels) {
    const isMarked = channels === 1 ? samples[at] > 0 : samples[at] + samples[at + 1] + samples[at + 2] > 0;
    mask[i] = isMarked && (channels < 4 || samples[at + 3] > 0) ? 1 : 0;
  }
  return { width, height, mask };
}

async function decodeRaw(bytes: Uint8Array, maxPixels: number): Promise<RawPixels> {
  if (isPng(bytes)) checkPngIsComplete(bytes);
  // Reads the header alone, so that it can be said how large the image is.
  const header = await sharp(bytes, { limitInputPixels: false }).metadata().catch(rethrowShort);
  checkPixelCount(header.width, header.height, maxPixels);
  // `error` includes a premature end: libvips would otherwise fill what is missing with grey and go on.
  // The profile is ignored because a conversion to a display's colours would change stored values.
  const input = sharp(bytes, { failOn: 'error', limitInputPixels: maxPixels, ignoreIcc: true });
  const { space, depth, orientation } = header;
  if (orientation !== undefined && orientation !== 1) {
    throw new Error('its metadata asks for a rotation, which its mask may or may not follow; save it upright');
  }
  if (depth !== 'uchar' && depth !== 'ushort') throw new Error(`its samples are of an unsupported type (${depth})`);
  const isDeep = depth === 'ushort';
  const isGrey = space === 'b-w' || space === 'grey16';
  if (!isGrey && space !== 'srgb' && space !== 'rgb16') throw new Error(`its colour space ${space} is unsupported`);
  const { data, info } = await input
    .toColourspace(isGrey ? (isDeep ? 'grey16' : 'b-w') : isDeep ? 'rgb16' : 'srgb')
    .raw({ depth })
    .toBuffer({ resolveWithObject: true })
    .catch(rethrowShort);
  const { width, height, channels } = info;
  const sampleCount = width * height * channels;
  if (data.byteLength !== sampleCount * (isDeep ? 2 : 1) || ![1, 3, 4].includes(channels)) {
    throw new Error('its decoded size does not agree with its header');
  }
  // A copy, because a 16-bit view needs an even offset into the buffer.
  const exact = Uint8Array.from(data);
  return { width, height, channels, samples: isDeep ? new Uint16Array(exact.buffer) : exact };
}

/** libvips reports several lines; the first says what is wrong. */
function rethrowShort(error: unknown): never {
  const [reason] = String(error instanceof Error ? error.message : error).split('\n');
  throw new Error(`its content cannot be decoded (${reason})`, { cause: error });
}

function isPgm(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && (bytes[1] === 0x35 || bytes[1] === 0x32);
}

function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function isPng(bytes: Uint8Array): boolean {
  return PNG_SIGNATURE.every((byte, i) => bytes[i] === byte);
}

/** Walks the chunks up to IEND: the decoder stops at the last row and would not notice that the file was cut there. */
function checkPngIsComplete(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const IEND = 0x49454e44;
  for (let at = PNG_SIGNATURE.length; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    if (view.getUint32(at + 4) === IEND) return;
  }
  throw new Error('it is truncated (no end marker)');
}
