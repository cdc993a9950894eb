import { inflateSync } from 'node:zlib';

export interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  /** 0 grey, 2 RGB, 3 palette. */
  readonly colorType: number;
}

/** The header of a PNG. @see https://www.w3.org/TR/png-3/#11IHDR */
export function pngHeader(bytes: Uint8Array): PngHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0) !== 0x89504e47) throw new Error('not a PNG');
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    bitDepth: view.getUint8(24),
    colorType: view.getUint8(25),
  };
}

/**
 * The pixels of a PNG of whole bytes: (H, W, channels), without interlacing or a palette.
 * @see https://www.w3.org/TR/png-3/#9Filters
 */
export function pngPixels(bytes: Uint8Array): { readonly channels: number; readonly pixels: Uint8Array } {
  const { width, height, bitDepth, colorType } = pngHeader(bytes);
  const channels = { 0: 1, 2: 3, 4: 2, 6: 4 }[colorType];
  if (bitDepth !== 8 || channels === undefined)
    throw new Error(`depth ${bitDepth} and colour ${colorType} are not read`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  for (let at = 8; at < bytes.length;) {
    const length = view.getUint32(at);
    if (view.getUint32(at + 4) === 0x49444154) parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const data = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  const pixels = new Uint8Array(height * stride);
  for (let y = 0; y < height; y++) {
    const filter = data[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const left = x < channels ? 0 : (pixels[y * stride + x - channels] as number);
      const up = y === 0 ? 0 : (pixels[(y - 1) * stride + x] as number);
      const corner = y === 0 || x < channels ? 0 : (pixels[(y - 1) * stride + x - channels] as number);
      const predictions = [0, left, up, (left + up) >> 1, paeth(left, up, corner)];
      pixels[y * stride + x] = (data[y * (stride + 1) + 1 + x] as number) + (predictions[filter as number] as number);
    }
  }
  return { channels, pixels };
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [dLeft, dUp, dCorner] = [left, up, corner].map((value) => Math.abs(estimate - value)) as [
    number,
    number,
    number,
  ];
  if (dLeft <= dUp && dLeft <= dCorner) return left;
  return dUp <= dCorner ? up : corner;
}
