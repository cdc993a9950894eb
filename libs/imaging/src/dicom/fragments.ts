import { dicomError } from './dicom-error.js';
import type { PixelDataPlace } from './part10.js';
import type { PixelEncoding } from './transfer-syntax.js';

const ITEM = 0xe000fffe;
const SEQUENCE_DELIMITER = 0xe0ddfffe;
const ITEM_HEADER_BYTES = 8;

interface Fragment {
  /** Position of the fragment's item relative to the first fragment's, as tables of offsets count. */
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/**
 * Gathers the compressed stream of each frame from the fragments of encapsulated pixel data. The basic table of offsets
 * may be empty; then frames are told by one fragment each, or by the mark that begins a stream.
 * @returns one stream for each frame, views into the object's bytes where a frame has one fragment.
 * @throws ImagingError `damaged-pixels` if fragments are cut short or do not make the announced number of frames.
 * @see DICOM PS3.5 A.4.
 */
export function frameStreams(
  place: PixelDataPlace,
  frames: number,
  encoding: PixelEncoding,
  name: string,
): readonly Uint8Array[] {
  const damaged = (reason: string): never => {
    throw dicomError('damaged-pixels', name, reason);
  };
  const { offsets, fragments } = readFragments(place, damaged);
  if (fragments.length === 0) return damaged('holds no pixels');
  if (frames === 1) return [joined(fragments)];
  if (fragments.length === frames) return fragments.map((fragment) => fragment.bytes);
  if (offsets.length === frames) {
    return offsets.map((offset, i) => {
      const end = offsets[i + 1] ?? Infinity;
      const own = fragments.filter((fragment) => fragment.offset >= offset && fragment.offset < end);
      return own[0]?.offset === offset ? joined(own) : damaged('has a table of offsets that does not fit its pixels');
    });
  }
  const groups: Fragment[][] = [];
  for (const fragment of fragments) {
    if (groups.length === 0 || beginsStream(fragment.bytes, encoding)) groups.push([]);
    groups[groups.length - 1].push(fragment);
  }
  if (groups.length !== frames) return damaged(`holds ${groups.length} compressed frames instead of ${frames}`);
  return groups.map(joined);
}

function readFragments(
  { bytes, start }: PixelDataPlace,
  damaged: (reason: string) => never,
): { readonly offsets: readonly number[]; readonly fragments: readonly Fragment[] } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const items: Fragment[] = [];
  let firstFragmentAt = start;
  for (let at = start; ;) {
    if (at + ITEM_HEADER_BYTES > bytes.length) return damaged('is cut short in its pixels');
    const tag = view.getUint32(at, true);
    if (tag === SEQUENCE_DELIMITER) break;
    if (tag !== ITEM) return damaged('holds something else between its compressed pixels');
    const end = at + ITEM_HEADER_BYTES + view.getUint32(at + 4, true);
    if (end > bytes.length) return damaged('is cut short in its pixels');
    items.push({ offset: at - firstFragmentAt, bytes: bytes.subarray(at + ITEM_HEADER_BYTES, end) });
    if (items.length === 1) firstFragmentAt = end;
    at = end;
  }
  const [table, ...fragments] = items;
  const offsets: number[] = [];
  if (table !== undefined) {
    const tableView = new DataView(table.bytes.buffer, table.bytes.byteOffset, table.bytes.byteLength);
    for (let at = 0; at + 4 <= table.bytes.length; at += 4) offsets.push(tableView.getUint32(at, true));
  }
  return { offsets, fragments };
}

/** RLE and deflated frames have one fragment each and no mark. */
function beginsStream(bytes: Uint8Array, encoding: PixelEncoding): boolean {
  if (encoding === 'rle' || encoding === 'deflate') return true;
  const isJpeg2000 = encoding === 'jpeg-2000' || encoding === 'htj2k';
  return bytes[0] === 0xff && bytes[1] === (isJpeg2000 ? 0x4f : 0xd8);
}

function joined(fragments: readonly Fragment[]): Uint8Array {
  if (fragments.length === 1) return fragments[0].bytes;
  const whole = new Uint8Array(fragments.reduce((sum, { bytes }) => sum + bytes.length, 0));
  let at = 0;
  for (const { bytes } of fragments) {
    whole.set(bytes, at);
    at += bytes.length;
  }
  return whole;
}
