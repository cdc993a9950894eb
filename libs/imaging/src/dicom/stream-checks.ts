/** What the head of a compressed stream says of the image in it. */
export interface StreamShape {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  /** Bits of a sample. */
  readonly precision: number;
  /** JPEG 2000 streams say whether samples have a sign; JPEG streams do not. */
  readonly isSigned: boolean | null;
}

const MARK = 0xff;
const JPEG = { startOfImage: 0xd8, endOfImage: 0xd9, jpegLsFrame: 0xf7 } as const;
/** In the range of start-of-frame marks, but tables and reserved (ITU-T T.81 table B.1). */
const NO_FRAME_MARKS = new Set([0xc4, 0xc8, 0xcc]);

/**
 * Reads the frame header of a JPEG or JPEG-LS stream and checks that the stream ends with its end mark. The decoder would
 * fill what is missing with something and report nothing.
 * @throws Error with a short reason for a person, to follow the file's name.
 * @see ITU-T T.81 annex B, T.87 annex C.
 */
export function jpegShape(stream: Uint8Array): StreamShape {
  if (stream[0] !== MARK || stream[1] !== JPEG.startOfImage) throw new Error('holds pixels that are no JPEG stream');
  requireEndMark(stream);
  for (let at = 2; at + 4 <= stream.length;) {
    if (stream[at] !== MARK) break;
    const mark = stream[at + 1];
    if (mark === MARK) {
      at++; // fill bytes may come before a mark
      continue;
    }
    const length = (stream[at + 2] << 8) | stream[at + 3];
    const isFrame = (mark >= 0xc0 && mark <= 0xcf && !NO_FRAME_MARKS.has(mark)) || mark === JPEG.jpegLsFrame;
    if (isFrame && at + 10 <= stream.length) {
      return {
        precision: stream[at + 4],
        height: (stream[at + 5] << 8) | stream[at + 6],
        width: (stream[at + 7] << 8) | stream[at + 8],
        components: stream[at + 9],
        isSigned: null,
      };
    }
    if (length < 2) break;
    at += 2 + length;
  }
  throw new Error('holds a JPEG stream without a frame');
}

const SIZ = 0x51;

/** Most tiles of a JPEG 2000 stream: a mammogram of 26 million pixels in tiles of 256 has about 400. */
const MAX_TILES = 1024;

/**
 * Reads the size marker of a JPEG 2000 codestream, which follows its start at once, and checks that the stream ends.
 * @throws Error with a short reason for a person, to follow the file's name.
 * @see ITU-T T.800 annex A.5.1.
 */
export function jpeg2000Shape(stream: Uint8Array): StreamShape {
  if (stream[0] !== MARK || stream[1] !== 0x4f || stream[2] !== MARK || stream[3] !== SIZ || stream.length < 44) {
    throw new Error('holds pixels that are no JPEG 2000 stream');
  }
  requireEndMark(stream);
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  requireFewTiles(view);
  const components = view.getUint16(40);
  const depth = stream[42];
  return {
    width: view.getUint32(8) - view.getUint32(16),
    height: view.getUint32(12) - view.getUint32(20),
    components,
    precision: (depth & 0x7f) + 1,
    isSigned: (depth & 0x80) !== 0,
  };
}

/** The decoder prepares every tile before it reads one, some 300 kB each: a header that lies of them would take gigabytes. */
function requireFewTiles(view: DataView): void {
  const across = (view.getUint32(8) - view.getUint32(32)) / view.getUint32(24);
  const down = (view.getUint32(12) - view.getUint32(36)) / view.getUint32(28);
  // Also for tiles of no width.
  if (!(Math.ceil(across) * Math.ceil(down) <= MAX_TILES))
    throw new Error('holds a JPEG 2000 stream of too many tiles');
}

/** Streams end with FFD9, JPEG and JPEG 2000 alike; a fragment is filled up to an even length with zeros, or with FF. */
function requireEndMark(stream: Uint8Array): void {
  let end = stream.length;
  while (end > 0 && stream[end - 1] === 0) end--;
  if (stream[end - 1] === MARK) end--;
  if (end < 2 || stream[end - 2] !== MARK || stream[end - 1] !== JPEG.endOfImage) {
    throw new Error('holds a compressed stream that is cut short');
  }
}
