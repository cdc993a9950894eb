const HEADER_BYTES = 64;

/**
 * Decodes one RLE frame of greyscale pixels: a segment for each byte of a pixel, the most significant first.
 * @param pixelCount - rows × columns.
 * @param bytesPerPixel - 1 or 2.
 * @returns the pixels' bytes, the least significant first.
 * @throws Error with a short reason for a person, to follow the file's name.
 * @see DICOM PS3.5 annex G.
 */
export function decodeRle(stream: Uint8Array, pixelCount: number, bytesPerPixel: number): Uint8Array {
  if (stream.length < HEADER_BYTES) throw new Error('holds an RLE frame that is cut short');
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const segmentCount = view.getUint32(0, true);
  if (segmentCount !== bytesPerPixel) {
    throw new Error(`holds an RLE frame of ${segmentCount} segments instead of ${bytesPerPixel}`);
  }
  const starts = Array.from({ length: segmentCount }, (_, i) => view.getUint32(4 + 4 * i, true));
  const out = new Uint8Array(pixelCount * bytesPerPixel);
  for (let i = 0; i < segmentCount; i++) {
    const start = starts[i];
    const end = starts[i + 1] ?? stream.length;
    if (start < HEADER_BYTES || end < start || end > stream.length) {
      throw new Error('holds an RLE frame with a wrong table of segments');
    }
    unpack(stream.subarray(start, end), out, bytesPerPixel - 1 - i, bytesPerPixel);
  }
  return out;
}

/** Writes one segment to every `step`-th byte of `out` from `first` on. */
function unpack(segment: Uint8Array, out: Uint8Array, first: number, step: number): void {
  let at = first;
  for (let from = 0; at < out.length && from < segment.length;) {
    const control = segment[from++];
    if (control === 128) continue;
    if (control < 128) {
      const end = from + control + 1;
      if (end > segment.length) break;
      for (; from < end && at < out.length; at += step) out[at] = segment[from++];
      from = end;
    } else {
      if (from === segment.length) break;
      const value = segment[from++];
      for (let left = 257 - control; left > 0 && at < out.length; left--, at += step) out[at] = value;
    }
  }
  if (at < out.length) throw new Error('holds an RLE segment that is cut short');
}
