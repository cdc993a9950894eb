import { checkPixelCount } from './pixel-cap.js';

/**
 * Greyscale pixels in rows from the top left.
 * `grey` has shape (height, width); `Uint8Array` for 8-bit sources, `Uint16Array` (native byte order) for deeper ones.
 */
export interface GreyPixels {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array | Uint16Array;
}

const WHITESPACE = new Set([0x20, 0x09, 0x0a, 0x0b, 0x0c, 0x0d]);
const HASH = 0x23;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Parses one portable greymap, binary (P5) or plain (P2), 8 or 16 bit (big-endian), strictly: the raster must have
 * exactly the announced length, no sample may exceed the announced maximum, and nothing may follow.
 * @param bytes - the whole file.
 * @param maxPixels - a header that announces more is refused before the raster is touched.
 * @returns pixels as stored; `Uint16Array` when the announced maximum is above 255.
 * @throws TooManyPixels; Error with a short reason for a person; the caller adds the file's name.
 * @see https://netpbm.sourceforge.net/doc/pgm.html
 */
export function parsePgm(bytes: Uint8Array, maxPixels: number): GreyPixels {
  const isPlain = bytes[1] === 0x32;
  if (bytes[0] !== 0x50 || (!isPlain && bytes[1] !== 0x35)) throw new Error('it is not a P5 or P2 greymap');
  const reader = new TokenReader(bytes, 2);
  const width = reader.integer('width');
  const height = reader.integer('height');
  const maximum = reader.integer('maximum grey value');
  if (width < 1 || height < 1) throw new Error(`its header announces ${width}x${height} pixels`);
  checkPixelCount(width, height, maxPixels);
  if (maximum < 1 || maximum > 65535) throw new Error(`its maximum grey value ${maximum} is not between 1 and 65535`);
  const grey = maximum > 255 ? new Uint16Array(width * height) : new Uint8Array(width * height);
  if (isPlain) readPlainRaster(reader, grey);
  else readBinaryRaster(bytes, reader.rasterStart(), grey);
  for (const value of grey) {
    if (value > maximum) throw new Error(`it holds the grey value ${value}, above its announced maximum ${maximum}`);
  }
  return { width, height, grey };
}

function readBinaryRaster(bytes: Uint8Array, start: number, grey: Uint8Array | Uint16Array): void {
  const found = bytes.length - start;
  const expected = grey.length * grey.BYTES_PER_ELEMENT;
  if (found !== expected) throw new Error(`its raster has ${found} bytes instead of ${expected}`);
  if (grey.BYTES_PER_ELEMENT === 1) {
    grey.set(bytes.subarray(start));
    return;
  }
  for (let i = 0, at = start; i < grey.length; i++, at += 2) grey[i] = (bytes[at] << 8) | bytes[at + 1];
}

function readPlainRaster(reader: TokenReader, grey: Uint8Array | Uint16Array): void {
  for (let i = 0; i < grey.length; i++) {
    const value = reader.integer('raster');
    // A typed array would wrap a sample that is too large into one that looks right.
    if (value > 65535 || (grey.BYTES_PER_ELEMENT === 1 && value > 255)) throw new Error(`it holds the sample ${value}`);
    grey[i] = value;
  }
  if (reader.hasMore()) throw new Error('it has data after its raster');
}

/** Decimal integers separated by white space; `#` starts a comment up to the end of the line. */
class TokenReader {
  private at: number;
  constructor(
    private readonly bytes: Uint8Array,
    start: number,
  ) {
    this.at = start;
  }

  integer(what: string): number {
    const before = this.at;
    this.skipSeparators();
    if (this.at === before) throw new Error(`its ${what} is not separated by white space`);
    let value = 0;
    let digits = 0;
    for (; this.at < this.bytes.length; this.at++, digits++) {
      const digit = this.bytes[this.at] - 0x30;
      if (digit < 0 || digit > 9) break;
      if (digits === 9) throw new Error(`its ${what} has too many digits`);
      value = value * 10 + digit;
    }
    if (digits === 0) {
      throw new Error(this.at >= this.bytes.length ? `it ends in its ${what}` : `its ${what} is not a number`);
    }
    return value;
  }

  /** The binary raster begins after exactly one white-space byte. */
  rasterStart(): number {
    if (!WHITESPACE.has(this.bytes[this.at])) throw new Error('its header is not closed by white space');
    return this.at + 1;
  }

  hasMore(): boolean {
    this.skipSeparators();
    return this.at < this.bytes.length;
  }

  private skipSeparators(): void {
    while (this.at < this.bytes.length) {
      const byte = this.bytes[this.at];
      if (byte === HASH) {
        while (
          this.at < this.bytes.length &&
          this.bytes[this.at] !== LINE_FEED &&
          this.bytes[this.at] !== CARRIAGE_RETURN
        )
          this.at++;
      } else if (WHITESPACE.has(byte)) this.at++;
      else return;
    }
  }
}
