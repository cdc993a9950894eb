import codecs from 'dcmjs-codecs';
import type { PixelFormat } from './image-module.js';
import { jpeg2000Shape, jpegShape, type StreamShape } from './stream-checks.js';
import type { PixelEncoding } from './transfer-syntax.js';

const { Context, NativeCodecs } = codecs;

let loading: Promise<void> | null = null;

/** Loads the decoders (one WebAssembly module for the process or thread); again, after `dropCodecs`. */
export function loadCodecs(): Promise<void> {
  loading ??= NativeCodecs.initializeAsync({ logCodecsInfo: false, logCodecsTrace: false });
  return loading;
}

/** After a failure: a decoder that stopped in the middle keeps its memory. */
export function dropCodecs(): void {
  loading = null;
  NativeCodecs.release();
}

/** What the decoders make of a stream, by encoding. */
type CompressedEncoding = Exclude<PixelEncoding, 'native' | 'deflate' | 'rle'>;

/**
 * Decodes one compressed greyscale frame; synchronous. `loadCodecs` comes first.
 * @returns the pixels' bytes, little endian, `bitsAllocated` bits each.
 * @throws Error with a short reason for a person, to follow the file's name: the stream is cut short, disagrees with the
 * header, or cannot be decoded.
 */
export function decodeStream(stream: Uint8Array, encoding: CompressedEncoding, format: PixelFormat): Uint8Array {
  const shape = encoding === 'jpeg' || encoding === 'jpeg-ls' ? jpegShape(stream) : jpeg2000Shape(stream);
  requireShape(shape, format);
  const context = new Context({
    width: format.columns,
    height: format.rows,
    bitsAllocated: format.bitsAllocated,
    bitsStored: format.bitsStored,
    samplesPerPixel: 1,
    pixelRepresentation: format.isSigned ? 1 : 0,
    planarConfiguration: 0,
    photometricInterpretation: format.photometric,
    encodedBuffer: stream,
  });
  const decoded = decode(context, encoding).getDecodedBuffer();
  const expected = (format.rows * format.columns * format.bitsAllocated) / 8;
  if (decoded?.length !== expected) {
    throw new Error(`holds a compressed stream of ${decoded?.length ?? 0} bytes instead of ${expected}`);
  }
  return decoded;
}

function decode(context: InstanceType<typeof Context>, encoding: CompressedEncoding): InstanceType<typeof Context> {
  try {
    switch (encoding) {
      case 'jpeg':
        return NativeCodecs.decodeJpeg(context);
      case 'jpeg-ls':
        return NativeCodecs.decodeJpegLs(context);
      case 'jpeg-2000':
        return NativeCodecs.decodeJpeg2000(context);
      case 'htj2k':
        return NativeCodecs.decodeHtJpeg2000(context);
    }
  } catch (error) {
    throw new Error('holds a compressed stream that cannot be decoded', { cause: error });
  }
}

function requireShape(shape: StreamShape, { rows, columns, bitsAllocated }: PixelFormat): void {
  if (shape.width !== columns || shape.height !== rows) {
    throw new Error(
      `holds a compressed image of ${shape.width}x${shape.height} pixels where its header says ${columns}x${rows}`,
    );
  }
  if (shape.components !== 1) throw new Error(`holds a compressed image of ${shape.components} colours`);
  // Fewer bits than the header says are met in sound files; more than the cells hold are not.
  if (shape.precision > bitsAllocated || (bitsAllocated === 16 && shape.precision <= 1)) {
    throw new Error(`holds a compressed image of ${shape.precision} bits where its header says ${bitsAllocated}`);
  }
}
