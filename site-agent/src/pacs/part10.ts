import { IMPLEMENTATION_UID } from '@mammofed/imaging';

/** What the head of a DICOM file says of the object in it (PS3.10, section 7.1). */
export interface FileMeta {
  readonly sopClassUid: string;
  readonly sopUid: string;
  readonly transferSyntaxUid: string;
  /** Where the data set begins, in bytes from the start of the file. */
  readonly datasetOffset: number;
}

const PREAMBLE_BYTES = 128;
/** No file has a longer head; whoever reads one needs no more than that of it. */
export const MAX_META_BYTES = 64 * 1024;

/** Elements of these have 4 bytes of length after 2 reserved ones (PS3.5, section 7.1.2). */
const LONG_LENGTH = ['OB', 'OW', 'OF', 'OD', 'OL', 'OV', 'SQ', 'UC', 'UN', 'UR', 'UT', 'SV', 'UV'];

/**
 * Reads the head of a DICOM file, which is in explicit little endian whatever follows.
 * @param head - the first bytes of the file, as far as {@link MAX_META_BYTES}.
 * @returns null if it is none, or does not name the object and its transfer syntax.
 */
export function readFileMeta(head: Buffer): FileMeta | null {
  if (head.toString('latin1', PREAMBLE_BYTES, PREAMBLE_BYTES + 4) !== 'DICM') return null;
  const found = new Map<number, string>();
  let offset = PREAMBLE_BYTES + 4;
  while (offset + 8 <= head.length && head.readUInt16LE(offset) === 2) {
    const element = head.readUInt16LE(offset + 2);
    const isLong = LONG_LENGTH.includes(head.toString('latin1', offset + 4, offset + 6));
    if (isLong && offset + 12 > head.length) return null;
    const length = isLong ? head.readUInt32LE(offset + 8) : head.readUInt16LE(offset + 6);
    const start = offset + (isLong ? 12 : 8);
    offset = start + length;
    if (offset > head.length) return null;
    found.set(element, head.toString('latin1', start, offset).replace(/[\0 ]+$/, ''));
  }
  const [sopClassUid, sopUid, transferSyntaxUid] = [0x0002, 0x0003, 0x0010].map((element) => found.get(element));
  if (sopClassUid === undefined || sopUid === undefined || transferSyntaxUid === undefined) return null;
  return { sopClassUid, sopUid, transferSyntaxUid, datasetOffset: offset };
}

/** The head of a file for a data set that came without one, as over DIMSE. */
export function fileMetaBytes({ sopClassUid, sopUid, transferSyntaxUid }: Omit<FileMeta, 'datasetOffset'>): Buffer {
  const elements = Buffer.concat([
    Buffer.from([2, 0, 1, 0, 0x4f, 0x42, 0, 0, 2, 0, 0, 0, 0, 1]), // (0002,0001) File Meta Information Version: OB 00 01
    uidElement(0x0002, sopClassUid),
    uidElement(0x0003, sopUid),
    uidElement(0x0010, transferSyntaxUid),
    uidElement(0x0012, IMPLEMENTATION_UID),
  ]);
  const groupLength = Buffer.from([2, 0, 0, 0, 0x55, 0x4c, 4, 0, 0, 0, 0, 0]); // (0002,0000) UL
  groupLength.writeUInt32LE(elements.length, 8);
  return Buffer.concat([Buffer.alloc(PREAMBLE_BYTES), Buffer.from('DICM', 'latin1'), groupLength, elements]);
}

/** UIDs are padded to an even length by a zero byte (PS3.5, section 9.1). */
function uidElement(element: number, uid: string): Buffer {
  const value = Buffer.from(uid.length % 2 === 0 ? uid : `${uid}\0`, 'latin1');
  const head = Buffer.from([2, 0, 0, 0, 0x55, 0x49, 0, 0]);
  head.writeUInt16LE(element, 2);
  head.writeUInt16LE(value.length, 6);
  return Buffer.concat([head, value]);
}
